"""What the network sees of a message."""

import pytest

from tools.extraction.features import COUNT, between
from tools.extraction.units import LONGEST, UNKNOWN, Units, Vocabulary
from tools.extraction.values import key_of, values


@pytest.fixture(scope="module")
def vocabulary(e5_folder) -> Vocabulary:
    return Vocabulary(e5_folder / "tokenizer.json")


def test_units_are_words_and_single_chinese_characters_in_their_places(vocabulary):
    message = "Weld it, 1.5 h\n焊接 Bo's 管"
    units = vocabulary.cut(message)
    words = [message[a:b] for a, b in units.places]
    assert words == ["Weld", "it", ",", "1.5", "h", "\n", "焊", "接", "Bo's", "管"]
    assert units.covering(0, 7) == (0, 1)
    assert units.covering(message.index("焊"), message.index("接") + 1) == (6, 7)
    assert units.place((0, 1)) == (0, 7)


def test_each_unit_has_at_least_one_id_between_the_two_ends(vocabulary):
    units = vocabulary.cut("Überholung der Fräsmaschine 𠮷野家 🙂 ok")
    assert (units.owners[0], units.owners[-1]) == (-1, -1)
    assert set(units.owners[1:-1]) == set(range(len(units.places)))
    assert len(units.ids) == len(units.owners)


def test_full_width_signs_are_known(vocabulary):
    known, same = vocabulary.cut("焊接，两小时（急）；"), vocabulary.cut("焊接,两小时(急);")
    assert UNKNOWN not in known.ids
    assert known.ids == same.ids


@pytest.mark.parametrize("text", ["weld " * LONGEST, "焊" * LONGEST])
def test_a_message_that_is_too_long_is_not_cut(vocabulary, text):
    assert vocabulary.cut(text) is None


def test_nothing_is_cut_into_nothing(vocabulary):
    assert vocabulary.cut(" \t").places == []


def test_code_finds_values_with_their_kinds():
    found = {(each.kind, each.key) for each in values("Weld, 2 h, two people, urgent, by 10:00.")}
    assert {("duration", 120), ("people", 2)} <= found
    assert {each.kind for each in values("焊接两小时，三个人，很急，十点前")} >= {
        "duration",
        "people",
    }


def test_places_of_one_name_have_one_key():
    assert key_of("the Nurses") == key_of("nurse")


def test_what_stands_between_two_places_is_counted():
    text = "Cut, glue. Pack"
    units = Units([(0, 3), (3, 4), (5, 9), (9, 10), (11, 15)], [], [])
    seen = between(text, units, [(0, 0)], [((2, 2), "task"), ((4, 4), "task"), ((0, 0), "task")])
    assert seen.shape == (1, 3, COUNT)
    glue, pack, itself = seen[0]
    assert (glue[3], glue[4]) == (0, pytest.approx(1 / 3))
    assert pack[3] == pytest.approx(1 / 2)
    assert (itself[7], glue[7]) == (1, 0)
