"""Every event of the page acts as the person who makes the request, in a conversation that is
theirs or shared with them. The events are real, their widgets are only names."""

import json
from base64 import b64decode
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import gradio as gr
import loops
import pandas
import pytest
from standin import PASSAGE, Scripted, plan, problem

from agent.chats import Chats
from agent.steps import Message, Snapshot
from agent.turns import Turn
from tools.person import EVERYONE, Person
from tools.plan import Problem
from ui.accounts.visit import KEY, Visit
from ui.opening import Opening
from ui.page import desk, tables
from ui.page.changes import Changes
from ui.page.edits import Sheets
from ui.page.elsewhere import Elsewhere
from ui.page.events import TURNS, Events
from ui.page.inquiry import Inquiry
from ui.page.sessions import Spare
from ui.page.shelf import Shelf
from ui.page.taking import Taking
from ui.replying import page as replies

ANN = Person("ann", "Ann Lee", teams=frozenset({"returns"}))
BEN = Person("ben", teams=frozenset({"returns"}))
HERS = "a" * 43
TABLES = ("tasks", "pools", "calendars", "frame")


class Names:
    """Widgets by their names."""

    tables = ()

    def __getattr__(self, name: str) -> str:
        return name


def by(person: Person, **parameters: str) -> Any:
    """A request of `person`, to an address with `parameters`."""
    return SimpleNamespace(scope={KEY: Visit(person)}, headers={}, query_params=parameters)


@pytest.fixture
def scripted() -> Scripted:
    assistant = Scripted()
    wanted = problem()
    talk = (Message("user", "secret plan"), Message("assistant", "Done."))
    assistant.saved[HERS] = Snapshot(messages=talk, problem=wanted, schedule=plan(wanted))
    assistant.chats.note(HERS, ANN, "secret plan", ["secret plan"])
    return assistant


@pytest.fixture
def make(scripted: Scripted):
    opening = Opening(lambda: scripted)
    opening.start()
    return lambda kind: kind(opening, "en", Names())


def acts(make: Any, person: Person) -> dict[str, Any]:
    """What somebody can try with a conversation's key."""
    kinds = (Events, Inquiry, Changes, Shelf, Taking, Elsewhere)
    talk, chart, changes, shelf, taking, elsewhere = (make(kind) for kind in kinds)
    who, request = (HERS, Spare(), "task"), by(person)
    here = (*who, None)
    return {
        "arrive": lambda: talk.arrive(*who, request),
        "follow": lambda: list(talk.follow(*here, request)),
        "take": lambda: shelf.take(HERS, "task", request),
        "take_away": lambda: taking.take_away(HERS, Spare(), "talk", request),
        "redraw": lambda: changes.redraw(*who, request),
        "catch_up": lambda: elsewhere.catch_up(*here, request),
        "ask": lambda: list(talk.ask(*here, "plan", False, request)),
        "again": lambda: list(talk.again(*here, request)),
        "mend": lambda: talk.mend(HERS, Spare(), request),
        "inquire": lambda: list(chart.inquire(*here, '{"task": "Inspect"}', request)),
        "stop": lambda: talk.stop(HERS, Spare(), request),
        "stop a search": lambda: changes.stop(HERS, Spare(), request),
        "undo": lambda: changes.undo(*who, request),
        "redo": lambda: changes.redo(*who, request),
        "accept": lambda: changes.accept(*who, request),
        "choose": lambda: changes.choose(*here, "cost", "none", request),
        "example": lambda: changes.show_example(*who, request),
        "improve": lambda: list(changes.improve(HERS, Spare(), request)),
        "rename": lambda: shelf.rename(HERS, Spare(), "", "Mine", request),
        "share": lambda: shelf.share(HERS, Spare(), "", [EVERYONE], request),
        "forget": lambda: shelf.forget(HERS, Spare(), "", request),
    }


READING = ("arrive", "follow", "take", "take_away", "redraw", "catch_up")


def test_with_somebody_elses_key_nothing_is_read_and_nothing_done(make, scripted):
    before = scripted.saved[HERS]
    for name, act in acts(make, BEN).items():
        with pytest.raises(gr.Error, match="no such conversation"):
            act()
        assert scripted.saved[HERS] == before, name
    assert scripted.turns == scripted.replanned == []


def test_what_is_shared_is_read_and_not_changed(make, scripted):
    scripted.chats.share(HERS, ANN, ["returns"])
    before = scripted.saved[HERS]
    for name, act in acts(make, BEN).items():
        if name in READING:
            act()
        else:
            with pytest.raises(gr.Error, match="Only its owner"):
                act()
        assert scripted.saved[HERS] == before, name
    for name in ("take", "arrive"):
        shown = acts(make, BEN)[name]()
        assert "a conversation of Ann Lee, shared with you" in shown["hint"].value
        assert 'class="loading reading"' in shown["hint"].value  # what the style sheet looks for
        assert "secret plan" in str(shown["chat"])
        assert [shown[table].interactive for table in TABLES] == [False] * 4


def test_a_shared_conversation_shows_no_word_of_a_document_that_is_for_others(make, scripted):
    scripted.chats.share(HERS, ANN, ["returns"])
    closed = PASSAGE.model_copy(update={"audience": ("night",), "source": "vault.md"})
    scripted.saved[HERS] = replace(scripted.saved[HERS], passages=(closed, PASSAGE))
    shown = str(acts(make, BEN)["take"]()["passages"])
    assert "<b>[1]</b> a document for others" in shown
    assert "vault.md" not in shown
    assert shown.count("Take a photo first") == 1
    taken = make(Taking).take_away(HERS, Spare(), "talk", by(BEN))["taken"]
    assert "vault.md" not in b64decode(json.loads(taken)["data"]).decode()


def test_after_somebody_elses_conversation_ones_own_can_be_edited_again(make, scripted):
    scripted.chats.share(HERS, ANN, ["returns"])
    acts(make, BEN)["take"]()
    shown = make(Events).renew(False, by(BEN))
    assert shown["hint"].value == ""
    assert [shown[table].interactive for table in TABLES] == [True] * 4


def test_its_owner_does_all_of_it(make, scripted):
    for name, act in acts(make, ANN).items():
        act()
        assert (HERS in scripted.saved) == (name != "forget")
    assert scripted.chats.listed(ANN) == []


def test_a_conversation_from_before_the_list_gets_its_place_when_it_is_opened(make, scripted):
    scripted.saved["b" * 43] = scripted.saved[HERS]
    make(Events).arrive("b" * 43, Spare(), "task", by(BEN))
    assert [chat.title for chat in scripted.chats.listed(BEN, "secret")] == ["secret plan"]


def test_a_link_opens_its_conversation_for_who_may_read_it(make, scripted):
    shown = make(Events).arrive("b" * 43, Spare(), "task", by(ANN, chat=HERS))
    assert shown["session"] == HERS
    assert shown["hint"].value == ""
    with pytest.raises(gr.Error, match="no such conversation"):
        make(Events).arrive("b" * 43, Spare(), "task", by(BEN, chat=HERS))
    scripted.chats.share(HERS, ANN, ["returns"])
    shown = make(Events).arrive("b" * 43, Spare(), "task", by(BEN, chat=HERS))
    assert "shared with you" in shown["hint"].value
    shown = make(Events).arrive("b" * 43, Spare(), "task", by(ANN, chat="../nonsense"))
    assert shown["session"] == "b" * 43


def test_who_stops_before_the_search_begins_has_stopped_it(make):
    changes, request = make(Changes), by(ANN)
    changes.show_example(HERS, Spare(), "task", request)
    changes.stop(HERS, Spare(), request)
    assert list(changes.improve(HERS, Spare(), request)) == [{"session": HERS, "progress": ""}]


class OneAtATime(Events):
    places = 1


def test_who_finds_no_place_is_told_so_and_changes_nothing(make, scripted):
    talk, request, other = make(OneAtATime), by(ANN), "b" * 43
    first = talk.ask(other, Spare(), "task", None, "plan", False, request)
    assert next(first)["box"] == ""
    for late in (
        talk.ask(HERS, Spare(), "task", None, "plan", True, request),
        talk.again(HERS, Spare(), "task", None, request),
    ):
        (told,) = late
        assert "again in a minute" in told["hint"].value
        assert "box" not in told
    assert len(scripted.saved[HERS].messages) == 2
    list(first)
    assert len(list(talk.again(HERS, Spare(), "task", None, request))) > 1


def test_a_page_that_is_left_gives_its_place_back(make):
    talk, request = make(OneAtATime), by(ANN)
    left = talk.ask(HERS, Spare(), "task", None, "plan", False, request)
    next(left)
    left.close()
    assert len(list(talk.ask(HERS, Spare(), "task", None, "plan", False, request))) > 1


def typed(sheets: Sheets, row: int, text: str) -> list[pandas.DataFrame]:
    """The tables with another duration in a row, as Gradio sends them."""
    tasks = [list(each) for each in sheets.tasks.rows]
    tasks[row][1] = text
    cells = (sheets.tasks._replace(rows=tasks), sheets.pools, sheets.calendars)
    return [
        *(pandas.DataFrame(e.rows, columns=tables.table.headers("en", e.columns)) for e in cells),
        pandas.DataFrame(sheets.frame),
    ]


def test_an_edit_takes_back_nothing_that_another_window_changed(make, scripted):
    changes, who = make(Changes), (HERS, Spare(), "task")
    here = changes.undo(*who, by(ANN))["shown"]
    changes.edit(*who, *typed(here.typed, 0, "45"), here, by(ANN))
    seen = changes.edit(*who, *typed(here.typed, 2, "1h"), here, by(ANN))
    assert [task.duration for task in scripted.saved[HERS].problem.tasks] == [45, 60, 60]
    assert "changed in another window" in seen["notice"].value
    assert seen["tasks"].value["data"][0][1] == "45 min"
    # What Gradio reports once more, with the tables as they were redrawn, changes nothing.
    again = changes.edit(*who, *typed(seen["shown"].typed, 2, "1 h"), seen["shown"], by(ANN))
    assert again.keys() == {"session"}


def test_an_edit_of_a_row_that_another_window_took_away_is_to_be_made_again(make, scripted):
    changes, who = make(Changes), (HERS, Spare(), "task")
    shown = changes.undo(*who, by(ANN))["shown"]
    left = Problem(tasks=problem().tasks[2:], resources=problem().resources)
    scripted.replan(HERS, left)
    seen = changes.edit(*who, *typed(shown.typed, 2, "1h"), shown, by(ANN))
    assert scripted.saved[HERS].problem == left
    assert "make your change again" in seen["notice"].value
    assert len(seen["tasks"].value["data"]) == 1
    changes.edit(*who, *typed(seen["shown"].typed, 0, "1h"), seen["shown"], by(ANN))
    assert scripted.saved[HERS].problem.tasks[0].duration == 60


def test_a_window_shows_what_another_one_changed_and_leaves_alone_what_it_shows_already(
    make, scripted
):
    elsewhere, who = make(Elsewhere), (HERS, Spare(), "task")
    seen = elsewhere.catch_up(*who, make(Changes).undo(*who, by(ANN))["shown"], by(ANN))
    assert seen == {"session": HERS}  # nothing happened since
    shown = make(Changes).undo(*who, by(ANN))["shown"]
    asked = (*scripted.saved[HERS].messages, Message("user", "why?"))
    scripted.saved[HERS] = replace(scripted.saved[HERS], messages=asked, mark="2")
    seen = elsewhere.catch_up(*who, shown, by(ANN))
    assert "why?" in str(seen["chat"])
    assert not seen.keys() & {*TABLES}
    assert seen["notice"].value == ""
    scripted.replan(HERS, problem().replace_task("Inspect", duration=45))
    scripted.saved[HERS] = replace(scripted.saved[HERS], mark="3")
    seen = elsewhere.catch_up(*who, seen["shown"], by(ANN))
    assert seen["tasks"].value["data"][0][1] == "45 min"
    assert "changed in another window" in seen["notice"].value
    assert elsewhere.catch_up(*who, seen["shown"], by(ANN)) == {"session": HERS}


def test_a_window_does_not_look_while_an_answer_is_being_written(make, scripted):
    scripted.saved[HERS] = replace(scripted.saved[HERS], mark="2")
    turn = scripted.turning
    turn.begin(HERS, Turn("why?"))
    looked = make(Elsewhere).catch_up(HERS, Spare(), "task", None, by(ANN))
    assert looked == {"session": HERS}


def test_a_window_that_looks_covers_no_answer_that_is_asked_for_meanwhile(make, scripted):
    whole = scripted.passage_text

    def asked_meanwhile(source: str, **chosen: object) -> str:
        scripted.turning.begin(HERS, Turn("why?"))
        return whole(source, **chosen)

    scripted.saved[HERS] = replace(scripted.saved[HERS], mark="2", passages=(PASSAGE,))
    here, elsewhere = (HERS, Spare(), "task", None, by(ANN)), make(Elsewhere)
    looked = elsewhere.catch_up(*here)
    assert looked.keys() >= {"chat", "again", "mend"}
    assert "halt" not in looked  # an inquiry of this window may go on
    scripted.passage_text = asked_meanwhile
    assert elsewhere.catch_up(*here) == {"session": HERS}


def test_an_answer_writes_tables_anew_only_where_they_show_another_plan(make, scripted):
    talk, who = make(Events), (HERS, Spare(), "task")
    shown = make(Changes).undo(*who, by(ANN))["shown"]
    *_, last = talk.ask(*who, shown, "why?", False, by(ANN))
    assert not last.keys() & {*TABLES}
    scripted.replan(HERS, problem().replace_task("Inspect", duration=45))
    *_, last = talk.ask(*who, shown, "why?", False, by(ANN))
    assert last["tasks"].value["data"][0][1] == "45 min"


def test_of_several_files_the_plan_is_planned_and_the_prose_waits_in_the_box(make, tmp_path):
    changes, request = make(Changes), by(ANN)
    table, note, letter = (tmp_path / name for name in ("a.csv", "b.txt", "c.md"))
    table.write_text("task,duration\nSort,30\n", encoding="utf-8")
    note.write_text("Painting takes an hour.", encoding="utf-8")
    letter.write_text("Welding takes two.", encoding="utf-8")
    files = [str(each) for each in (note, table, letter)]
    shown = changes.upload(HERS, Spare(), "task", files, request)
    assert shown["box"] == "Painting takes an hour.\n\nWelding takes two."
    assert "b.txt, c.md" in shown["hint"].value
    assert [task.name for task in changes.assistant.snapshot(HERS).problem.tasks] == ["Sort"]


def test_two_plans_at_once_are_refused_by_name(make, scripted, tmp_path):
    files = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for each in files:
        each.write_text("task,duration\nSort,30\n", encoding="utf-8")
    shown = make(Changes).upload(HERS, Spare(), "task", [str(each) for each in files], by(ANN))
    assert "a.csv, b.csv" in shown["notice"].value
    assert scripted.replanned == []


@pytest.mark.parametrize("build", [desk.build_page, replies.build_page])
def test_the_queue_of_a_page_is_as_wide_as_its_threads(build):
    async def built() -> Any:  # Gradio, built where no loop runs, opens loops it never closes
        return build(Opening(Scripted), "en")

    page = loops.run(built())
    assert page._queue.max_thread_count == page.max_threads >= 80


def test_a_turn_never_waits_in_the_queue_of_gradio_where_nobody_sees_it():
    async def built() -> Any:
        return desk.build_page(Opening(Scripted), "en")

    page = loops.run(built())
    turns = [each for each in page.fns.values() if each.concurrency_id == "turn"]
    assert len(turns) == 5
    assert all(each.concurrency_limit is None for each in turns)
    assert page.max_threads > TURNS


def test_what_another_window_tells_while_this_one_looks_is_not_missed():
    async def built() -> Any:
        return desk.build_page(Opening(Scripted), "en")

    page = loops.run(built())
    (looking,) = (each for each in page.fns.values() if each.name == "catch_up")
    assert looking.trigger_mode == "always_last"


def test_a_picture_of_no_plan_is_refused_in_a_sentence(make):
    shown = make(Taking).take_away("b" * 43, Spare(), "png", by(ANN))
    assert "no plan to download" in shown["notice"].value
    assert "taken" not in shown
    assert "png" in make(Taking).take_away(HERS, Spare(), "png", by(ANN))["taken"]


def test_the_list_says_when_something_was_last_said_on_the_clock_of_the_house(make, scripted):
    moment = datetime(2026, 11, 23, 23, 5, tzinfo=UTC)
    scripted.chats = Chats(None, lambda: moment)
    scripted.time_zone = "Asia/Shanghai"
    scripted.chats.note(HERS, ANN, "secret plan", [])
    choices = make(Shelf).look(HERS, Spare(), "", by(ANN))["listed"].choices
    assert choices == [("secret plan · Tue 24 Nov, 07:05", HERS)]


def test_before_anything_is_said_a_plan_changes_what_the_page_asks_for(make):
    fresh = make(Events).renew(False, by(ANN))["chat"]
    assert "What needs doing?" in fresh.placeholder
    planned = make(Changes).show_example("b" * 43, Spare(), "task", by(ANN))["chat"]
    assert "What would you like to know?" in planned.placeholder
