"""Every tool, as everybody: whatever it looks up, it looks up for who asked, and it works in no
conversation of somebody else."""

import pytest
from scripted import call

from agent.chats import Chats
from tools.person import EVERYONE, ROLES, Person
from tools.phrases import say
from tools.registry import TOOLS

ROWS = [{"name": "Welding", "duration": "2 hours", "people": "3 people"}]
CALLS = {
    "parse_tasks": ("Welding takes 2 hours, 3 people.", {"tasks": ROWS}),
    "edit_tasks": ("Welding takes 3 hours.", {"kind": "change", "change": "Welding takes 3 hours"}),
    "optimise_schedule": ("Plan it.", {"goal": "waiting"}),
    "explain_decision": ("Why does welding start then?", {"kind": "why", "tasks": "Welding"}),
    "search_knowledge": ("How do we handle a parcel?", {"question": "damaged parcel"}),
    "draft_reply": ("Reply: my parcel is broken!", {"message": "broken", "tone": "warm"}),
}
PEOPLE = [Person(role, role, role, frozenset({f"team of {role}"})) for role in ROLES]
KEY = "k" * 43


def test_every_tool_is_walked():
    assert set(CALLS) == {tool.name for tool in TOOLS}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.role)
@pytest.mark.parametrize("tool", CALLS)
def test_a_tool_looks_up_only_what_who_asks_may_see(assistant, tool, person):
    asked: list[frozenset[str]] = []

    def search(*_: object, audiences: frozenset[str], **__: object) -> list[object]:
        asked.append(audiences)
        return []

    text, arguments = CALLS[tool]
    made = assistant(
        call(tool, **arguments), "x", "x", search=search, chats=Chats(None), routed=False
    )
    list(made.turn(KEY, text, "en", person))
    assert set(asked) <= {frozenset({f"team of {person.role}", EVERYONE})}
    assert bool(asked) is (tool == "search_knowledge")


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.role)
@pytest.mark.parametrize("tool", CALLS)
def test_a_tool_works_in_no_conversation_of_somebody_else(assistant, tool, person):
    chats = Chats(None)
    chats.note(KEY, Person("somebody else"), "Theirs")
    text, arguments = CALLS[tool]
    made = assistant(call(tool, **arguments), chats=chats, routed=False)
    *_, last = made.turn(KEY, text, "en", person)
    assert not last.ok
    assert last.answer == say("chat-unknown", "en")
    assert made.snapshot(KEY).messages == ()
    assert made.audit.entries() == []
