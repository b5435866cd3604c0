"""The audit log is added to and never changed, and a change is found out."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scripted import call

from agent.audit import EVENTS, Audit, AuditError, as_data
from agent.chats import ChatError, Chats
from tools.person import Person
from tools.phrases import say

CHAT = "c" * 43


@pytest.fixture
def audit(tmp_path: Path):
    opened = Audit(tmp_path / "audit.sqlite", clock=lambda: datetime(2026, 11, 28, tzinfo=UTC))
    for number in range(5):
        opened.write("ann", "asked", "chat", question=f"call 1381234567{number}?")
    yield opened
    opened.close()


def behind_its_back(tmp_path: Path, statement: str) -> None:
    """What somebody does who can write to the file and takes the triggers away."""
    file = sqlite3.connect(tmp_path / "audit.sqlite", isolation_level=None)
    for trigger in ("entries_stay", "entries_stay_as_they_are", "entries_follow"):
        file.execute(f"DROP TRIGGER {trigger}")
    file.execute(statement)
    file.close()


def test_entries_say_who_did_what_without_personal_data(audit: Audit):
    first = as_data(audit.entries()[0])
    assert first["moment"] == "2026-11-28T00:00:00+00:00"
    assert (first["person"], first["event"], first["subject"]) == ("ann", "asked", "chat")
    assert first["detail"] == {"question": "call [PHONE_1]?"}
    assert [entry.number for entry in audit.entries(after=3)] == [4, 5]
    assert [entry.number for entry in audit.latest(2)] == [5, 4]
    assert audit.verify() == (5, audit.entries()[-1].hash)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET person = 'eve' WHERE number = 2",
        "DELETE FROM entries WHERE number = 5",
        "INSERT INTO entries SELECT 9, moment, person, event, subject, detail, hash FROM entries",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE number = 2",
    ],
)
def test_the_file_refuses_every_change(audit: Audit, tmp_path: Path, statement: str):
    file = sqlite3.connect(tmp_path / "audit.sqlite", isolation_level=None)
    with pytest.raises(sqlite3.DatabaseError, match="only added to"):
        file.execute(statement)
    file.close()
    assert audit.verify()[0] == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET person = 'eve' WHERE number = 2",
        "UPDATE entries SET detail = '{}' WHERE number = 5",
        "DELETE FROM entries WHERE number = 2",
        "UPDATE entries SET number = number + 10",
    ],
)
def test_a_change_behind_its_back_is_found_out(audit: Audit, tmp_path: Path, statement: str):
    behind_its_back(tmp_path, statement)
    with pytest.raises(AuditError, match="was changed"):
        audit.verify()


def test_what_was_written_down_elsewhere_shows_a_cut_and_a_replacement(
    audit: Audit, tmp_path: Path
):
    known = audit.verify()
    assert audit.verify(known) == known
    with pytest.raises(AuditError, match="another entry"):
        audit.verify((5, "f" * 64))
    behind_its_back(tmp_path, "DELETE FROM entries WHERE number > 3")
    assert audit.verify()[0] == 3
    with pytest.raises(AuditError, match="ends at entry 3"):
        audit.verify(known)


def test_many_threads_and_two_programs_make_one_chain(tmp_path: Path):
    both = [Audit(tmp_path / "audit.sqlite") for _ in range(2)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: both[number % 2].write("ann", "asked"), range(40)))
    assert both[0].verify()[0] == 40
    assert json.loads(both[0].entries()[0].detail) == {}
    for each in both:
        each.close()


def test_a_turn_and_a_change_of_its_plan_are_written_down(assistant):
    rows = [{"name": "Welding", "duration": "2 hours"}]
    made = assistant(call("parse_tasks", tasks=rows), chats=Chats(None))
    ann = Person("ann", "Ann")
    list(made.turn(CHAT, "Welding takes 2 hours. Phone 13812345678.", "en", ann))
    made.undo(CHAT, ann)
    log = [as_data(entry) for entry in made.audit.entries()]
    assert [entry["event"] for entry in log] == [
        "asked",
        "called",
        "called",
        "answered",
        "plan-undone",
    ]
    assert {(entry["person"], entry["subject"]) for entry in log} == {("ann", CHAT)}
    assert log[0]["detail"] == {"question": "Welding takes 2 hours. Phone [PHONE_1]."}
    assert log[1]["detail"]["tool"] == "parse_tasks"
    assert log[3]["detail"]["tasks"] == 1
    made.audit.verify()


def test_sharing_and_deleting_a_conversation_is_written_down_and_a_refusal_is_not(assistant):
    made = assistant(chats=Chats(None))
    ann, ben = Person("ann", "Ann", teams=frozenset({"hr"})), Person("ben", "Ben")
    made.chats.note(CHAT, ann, "Hall")
    for refused in (lambda: made.share(CHAT, ben, ["hr"]), lambda: made.forget(CHAT, ben)):
        with pytest.raises(ChatError):
            refused()
    made.share(CHAT, ann, ["hr"])
    made.forget(CHAT, ann)
    log = [as_data(entry) for entry in made.audit.entries()]
    assert [entry["event"] for entry in log] == ["conversation-shared", "conversation-deleted"]
    assert {(entry["person"], entry["subject"]) for entry in log} == {("ann", CHAT)}
    assert log[0]["detail"] == {"audiences": ["hr"]}


@pytest.mark.parametrize("event", EVENTS)
def test_each_event_has_a_name_in_both_languages(event):
    assert say(f"audit-did-{event}", "en") != say(f"audit-did-{event}", "zh")
