"""A message taken back, and a turn that is watched by one who came later."""

from collections.abc import Callable
from threading import Event

from langchain_core.messages import AIMessage
from scripted import call

from agent.assistant import Assistant
from agent.steps import Finished, Snapshot
from tools.person import SOMEBODY, Person

Make = Callable[..., Assistant]
TASKS = "Welding needs 10 people for 2 hours. 15 people in all."
KEY = "k" * 43


def parse() -> AIMessage:
    row = {"name": "Welding", "duration": "2 hours", "people": "10 people"}
    return call("parse_tasks", tasks=[row])


def ask(assistant: Assistant, text: str, person: Person = SOMEBODY) -> Finished:
    *_, last = assistant.turn(KEY, text, "en", person)
    assert isinstance(last, Finished)
    return last


def test_a_message_taken_back_leaves_the_conversation_and_the_plan_as_they_were(
    assistant: Make,
) -> None:
    talk = assistant(parse(), call("optimise_schedule", goal="waiting"), "Hello.", parse())
    assert talk.take_back(KEY) == ""
    ask(talk, TASKS)
    planned = talk.snapshot(KEY)
    assert planned.problem is not None
    assert talk.take_back(KEY) == TASKS
    assert talk.snapshot(KEY) == Snapshot()


def test_taking_back_small_talk_leaves_the_plan_of_the_turn_before(assistant: Make) -> None:
    talk = assistant(parse(), "Hello.", "Hello.")
    ask(talk, TASKS)
    planned = talk.snapshot(KEY)
    for _ in range(2):
        ask(talk, "Hello!")
        assert talk.take_back(KEY) == "Hello!"
        held = talk.snapshot(KEY)
        assert held.problem is not None
        assert (held.problem, held.schedule) == (planned.problem, planned.schedule)


def test_an_edit_made_after_the_answer_is_not_taken_back(assistant: Make) -> None:
    talk = assistant(parse(), call("optimise_schedule", goal="waiting"))
    ask(talk, TASKS)
    problem = talk.snapshot(KEY).problem
    assert problem is not None
    edited = problem.replace_task("Welding", duration=30)
    talk.replan(KEY, edited)
    talk.take_back(KEY)
    held = talk.snapshot(KEY)
    assert held.messages == ()
    assert held.problem == edited
    assert held.undoable


def test_a_running_turn_is_seen_from_its_beginning_and_is_gone_once_it_is_saved(
    assistant: Make,
) -> None:
    reading, go_on = Event(), Event()

    def wait() -> AIMessage:
        reading.set()
        assert go_on.wait(20)
        return AIMessage("Hello.")

    talk = assistant(wait)
    steps = talk.turn(KEY, "hello there", "en")
    first = next(steps)
    assert reading.wait(20)
    turn = talk.running(KEY)
    assert turn is not None
    assert turn.text == "hello there"
    go_on.set()
    assert [first, *steps] == list(turn.steps())
    assert talk.running(KEY) is None
    assert talk.snapshot(KEY).messages[0].text == "hello there"


def test_a_turn_names_the_conversation_and_is_refused_in_somebody_elses(assistant: Make) -> None:
    ann, ben = Person("ann"), Person("ben")
    talk = assistant(parse(), call("optimise_schedule", goal="waiting"))
    ask(talk, TASKS, ann)
    assert [chat.title for chat in talk.chats.listed(ann, "welding")] == [TASKS]
    refused = ask(talk, "and what else?", ben)
    assert not refused.ok
    assert "no such conversation" in refused.answer
    assert len(talk.snapshot(KEY).messages) == 2
