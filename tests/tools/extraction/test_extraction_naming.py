"""Marks of the network -> persons, trades and machines as they are called."""

import pytest

from tools.extraction.naming import named_in
from tools.extraction.units import Units
from tools.extraction.values import named

NOTHING = {"person": [], "trade": [], "machine": []}


def found(text: str, **marks: list[str]) -> list[tuple[str, str]]:
    """What is named in a text, with a unit for each character."""
    units = Units([(at, at + 1) for at in range(len(text))], [], [])
    places = {
        kind: [(text.index(each), text.index(each) + len(each) - 1) for each in words]
        for kind, words in (NOTHING | marks).items()
    }
    return [
        (value.kind, text[value.start : value.end]) for value, _ in named_in(text, units, places)
    ]


@pytest.mark.parametrize(
    ("text", "marks", "right"),
    [
        ("nurse Ida, 1 h", {"trade": ["nurse"], "person": ["Ida"]}, [("person", "Ida")]),
        (
            "cooks Al and Bo, then a cook",
            {"trade": ["cooks"], "person": ["Al", "Bo"]},
            [("person", "Al"), ("person", "Bo")],
        ),
        ("电工老李拉电", {"trade": ["电工"], "person": ["老李"]}, [("person", "老李")]),
        ("a nurse, Ida", {"trade": ["nurse"], "person": ["Ida"]}, None),
        ("by commis Benny", {"person": ["commis Benny"]}, [("person", "Benny")]),
        ("it is Tomek's too", {"person": ["Tomek's"]}, [("person", "Tomek")]),
        ("Mr Weber signs", {"person": ["Mr Weber"]}, [("person", "Mr Weber")]),
        ("李娜一起装货", {"person": ["李娜一"]}, [("person", "李娜")]),
        ("老岳操作", {"person": ["老岳操"]}, [("person", "老岳")]),
        ("请刘干事校对", {"person": ["刘干"]}, [("person", "刘干事")]),
        ("给实习生做", {"trade": ["习生"]}, [("trade", "实习生")]),
        ("一名帮工", {"trade": ["帮工"]}, []),
        ("the spiral kneader", {"machine": ["spiral", "kneader"]}, [("machine", "spiral kneader")]),
        ("占手术室", {"machine": ["占手术室"]}, [("machine", "手术室")]),
        ("用荧光显微镜", {"machine": ["荧光", "显微镜"]}, [("machine", "荧光显微镜")]),
        ("老伴老赵", {"person": ["伴"]}, []),
        ("占月台码", {"machine": ["台"]}, []),
        ("去装车", {"machine": ["车"]}, [("machine", "车")]),
    ],
)
def test_marks_become_names(text, marks, right):
    named = found(text, **marks)
    if right is None:
        assert len(named) == sum(len(each) for each in marks.values())
    else:
        assert named == right


@pytest.mark.parametrize(
    ("message", "words", "key"),
    [
        ("Mill, 90 min, on the Haas", "Haas", "haas"),
        ("bake in the ovens", "ovens", "oven"),
        ("Ovens: 2", "Ovens", "oven"),
    ],
)
def test_a_name_amid_a_sentence_is_no_plural(message, words, key):
    start = message.index(words)
    assert named("machine", message, start, start + len(words)).key == key
