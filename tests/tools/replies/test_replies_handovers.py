"""Who sees, takes, closes and erases what was handed over."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tools.handover import Handover
from tools.person import EVERYONE, SOMEBODY, Person
from tools.phrases import LANGUAGES, SayableError
from tools.replies.handovers import LONGEST_NOTE, Handovers, NoHandover

ANN = Person("ann", "Ann", teams=frozenset({"shop"}))
"""Hands over."""
BO = Person("bo", "Bo", teams=frozenset({"finance"}))
CY = Person("cy", "Cy", teams=frozenset({"finance"}))
EVE = Person("eve", "Eve", teams=frozenset({"legal"}))
"""Of another team."""
MAY = Person("may", "May", role="manager")
ROOT = Person("root", "Root", role="admin")
WANTS = Handover(reason="no-template", summary="Wants a crane", urgency="normal")


@pytest.fixture
def store() -> Iterator[Handovers]:
    days = (datetime(2026, 11, 1, tzinfo=UTC) + timedelta(days=day) for day in range(100))
    with closing(Handovers(None, lambda: next(days))) as opened:
        yield opened


def given(store: Handovers, to: str = "finance", **fields: object) -> int:
    wanted = WANTS.model_copy(update=fields)
    return store.give(ANN, wanted, to, "A crane by Friday?", {"order": "5531"}).number


def numbers(store: Handovers, person: Person, stage: str = "open") -> list[int]:
    return [each.number for each in store.listed(person, stage)]


def test_it_is_seen_by_its_team_whoever_gave_it_and_managers_and_by_nobody_else(store):
    number = given(store)
    for person in (ANN, BO, CY, MAY, ROOT, SOMEBODY):
        assert numbers(store, person) == [number]
        assert store.get(number, person).message == "A crane by Friday?"
        assert store.counts(person) == {"open": 1, "taken": 0, "done": 0}
    assert numbers(store, EVE) == []
    assert store.counts(EVE) == {"open": 0, "taken": 0, "done": 0}
    for do in (store.get, store.take, store.give_back, store.erase):
        with pytest.raises(NoHandover):
            do(number, EVE)
    with pytest.raises(NoHandover):
        store.finish(number, EVE, "Done.")
    assert store.get(number, BO).stage == "open"


def test_it_can_be_given_to_a_person_by_name_in_any_case_of_letters_or_to_everyone(store):
    number = given(store, " eve ")
    assert numbers(store, EVE) == [number]
    assert numbers(store, BO) == []
    given(store, EVERYONE)
    assert len(numbers(store, BO)) == 1
    with pytest.raises(SayableError, match="to whom"):
        given(store, "  ")


def test_the_most_urgent_comes_first_then_what_has_waited_longest(store):
    made = [given(store, urgency=each) for each in ("low", "normal", "now", "high")]
    again = given(store, summary="Another")
    low, normal, now, high = made
    assert numbers(store, BO) == [now, high, normal, again, low]


def test_of_two_who_take_it_only_one_gets_it(store):
    number = given(store)
    assert store.take(number, BO).taker_name == "Bo"
    with pytest.raises(SayableError, match="Bo has taken hand-over 1 already"):
        store.take(number, CY)
    assert numbers(store, CY) == []
    assert numbers(store, CY, "taken") == [number]


def test_who_has_taken_it_closes_it_with_a_note(store):
    number = given(store)
    with pytest.raises(SayableError, match="take it first"):
        store.finish(number, BO, "Done.")
    store.take(number, BO)
    with pytest.raises(SayableError, match="Bo has taken"):
        store.finish(number, CY, "Done.")
    for note in ("", "  ", "x" * (LONGEST_NOTE + 1)):
        with pytest.raises(SayableError, match="what became of it"):
            store.finish(number, BO, note)
    done = store.finish(number, BO, " Rented one. ")
    assert (done.stage, done.note, done.taker) == ("done", "Rented one.", "bo")
    with pytest.raises(SayableError, match="is done already"):
        store.take(number, BO)
    with pytest.raises(SayableError, match="is done already"):
        store.finish(number, BO, "Again.")


def test_it_is_given_back_by_who_took_it_or_a_manager_who_also_closes_it(store):
    number = given(store)
    store.take(number, BO)
    with pytest.raises(SayableError):
        store.give_back(number, CY)
    back = store.give_back(number, MAY)
    assert (back.stage, back.taker) == ("open", "")
    store.take(number, CY)
    assert store.give_back(number, CY).stage == "open"
    store.take(number, BO)
    done = store.finish(number, MAY, "Bo is ill; I called.")
    assert done.taker_name == "Bo"


def test_the_same_once_more_is_the_one_that_is_there_until_it_is_taken(store):
    number = given(store)
    assert given(store) == number
    assert given(store, "legal") != number
    store.take(number, BO)
    assert given(store) > number


def test_who_gave_it_and_managers_erase_it_and_its_number_never_comes_back(store):
    number = given(store)
    with pytest.raises(SayableError, match="Only a manager"):
        store.erase(number, BO)
    store.erase(number, ANN)
    assert numbers(store, ROOT) == []
    other = given(store)
    assert other > number
    store.erase(other, MAY)
    with pytest.raises(NoHandover):
        store.get(other, ROOT)


def test_what_is_erased_is_in_no_table_any_more(tmp_path: Path):
    file = tmp_path / "handovers.sqlite"
    with closing(Handovers(file)) as store:
        store.erase(store.give(ANN, WANTS, "finance", "my number is 5531").number, ANN)
        store._database.execute("VACUUM")
    assert b"5531" not in file.read_bytes()


def test_it_survives_the_end_of_the_process(tmp_path: Path):
    file = tmp_path / "handovers.sqlite"
    with closing(Handovers(file)) as store:
        number = store.give(ANN, WANTS, "finance", "A crane?", {"order": "5531"}).number
        store.take(number, BO)
    with closing(Handovers(file)) as again:
        (found,) = again.listed(MAY, "taken")
    assert (found.number, found.taker_name, found.ticket) == (number, "Bo", {"order": "5531"})
    assert found.handover == WANTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_can_be_said(store, language):
    number = given(store)
    store.take(number, BO)
    for do in (
        lambda: store.take(number, CY),
        lambda: store.give_back(number, CY),
        lambda: store.erase(number, CY),
        lambda: store.get(99, CY),
        lambda: store.finish(number, BO, ""),
        lambda: given(store, ""),
    ):
        with pytest.raises(SayableError) as told:
            do()
        assert told.value.say(language)
