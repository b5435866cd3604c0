"""Turns in which the choice is sure, so that no language model is asked. What stands in for the
network knows of each message what it wants, and nothing else."""

from collections.abc import Callable

import numpy as np
import pytest
from scripted import ScriptedChat, call

from agent.assistant import Assistant
from agent.steps import Finished
from tools.kinds import words
from tools.kinds.labels import AIMS, LABELS, Scores
from tools.kinds.signs import Signs
from tools.kinds.weighing import Classify
from tools.phrases import say
from tools.plan import Problem

Make = Callable[..., Assistant]
KEY = "a conversation"
SHOP = Problem.read(
    {
        "tasks": [
            {"name": "welding", "duration": 120, "demands": {"people": 3}, "priority": 3},
            {"name": "painting", "duration": 60, "demands": {"people": 3}, "after": ["welding"]},
            {"name": "packing", "duration": 30, "demands": {"people": 3}},
        ],
        "resources": [
            {"name": "people", "capacity": 5},
            {"name": "Ann", "kind": "people"},
            {"name": "Bob", "kind": "people"},
        ],
        "start": "2026-11-24T08:00",
        "time_zone": "UTC",
    }
)


def knowing(**wanted: str) -> Classify:
    """What is made of messages with one of these words, that want what it names; of
    others what letters and words say."""

    def classify(signs: Signs) -> Scores:
        labels = [label for word, label in wanted.items() if word in signs.text.casefold()]
        if len(labels) != 1:
            return words.scores(signs)
        return np.array([40 * (label == labels[0]) for label in LABELS], dtype=np.float32)

    return classify


@pytest.fixture
def made(assistant: Make) -> Callable[..., Assistant]:
    """An assistant with a plan and without a language model."""

    def make(**wanted: str) -> Assistant:
        talk = assistant(classify=knowing(**wanted))
        talk.replan(KEY, SHOP)
        return talk

    return make


def ask(talk: Assistant, text: str) -> Finished:
    *_, last = talk.turn(KEY, text, "en")
    assert isinstance(last, Finished)
    return last


def test_what_is_surely_wanted_is_done_at_once(made: Make) -> None:
    answer = ask(made(late="why"), "why is painting so late?")
    assert answer.ok
    assert "painting" in answer.answer


@pytest.mark.parametrize("goal", AIMS)
def test_every_goal_that_the_router_chooses_is_planned_by(made: Make, goal: str) -> None:
    talk = made(again=goal)
    assert ask(talk, "plan it again that way").ok
    schedule = talk.snapshot(KEY).schedule
    assert schedule is not None
    assert schedule.goal == goal


def test_two_wishes_in_one_message_are_both_served(made: Make) -> None:
    talk = made(make="edit", why="why")
    answer = ask(talk, "make welding 3 hours and tell me why painting is last")
    kept = talk.snapshot(KEY)
    assert answer.ok
    assert kept.problem is not None
    assert kept.problem.by_name["welding"].duration == 180
    assert kept.explanation is not None
    assert kept.explanation.certificate.kind == "why"
    assert answer.answer.count("\n\n") >= 2  # the change, the plan, the reason


def test_a_question_is_answered_before_a_person_takes_over(made: Make) -> None:
    message = "why is painting so late? Also, I want to talk to a person please"
    answer = ask(made(late="why"), message)
    assert answer.ok
    assert answer.handover is not None
    assert (answer.handover.reason, answer.handover.summary) == ("asked", message)
    assert answer.answer.index("painting") < answer.answer.index("A colleague")


def test_a_wish_that_cannot_be_met_does_not_stop_the_next(made: Make) -> None:
    talk = made(drop="edit", why="why")
    answer = ask(talk, "drop the varnishing and tell me why painting is last")
    assert not answer.ok
    assert "painting" in answer.answer


def test_a_follow_up_asks_the_same_of_another_task(made: Make) -> None:
    talk = made(late="why", **{"and": "vague"})
    ask(talk, "why is painting so late?")
    ask(talk, "and packing?")
    told = talk.snapshot(KEY).explanation
    assert told is not None
    assert getattr(told.certificate, "task", "") == "packing"
    assert "and packing?" in [each.text for each in talk.snapshot(KEY).messages]


def test_he_is_the_person_spoken_of_last(made: Make) -> None:
    talk = made(ann="what_if", away="what_if")
    ask(talk, "what if Ann is ill on Tuesday?")
    ask(talk, "and if she is away on Wednesday?")
    told = talk.snapshot(KEY).explanation
    assert told is not None
    (change,) = getattr(told.certificate, "changes", ())
    assert change.resource == "Ann"


def test_a_question_without_a_plan_asks_for_tasks(assistant: Make) -> None:
    answer = ask(assistant(classify=knowing(late="why")), "why is it so late?")
    assert answer == Finished(say("no-plan-yet", "en"), ok=False)


def test_an_order_that_does_not_say_what_is_asked_back(made: Make) -> None:
    answer = ask(made(change="vague"), "change it")
    assert answer == Finished(say("ask-what", "en"), ok=False)


def test_tasks_that_rules_read_surely_are_planned_at_once(assistant: Make) -> None:
    talk = assistant(classify=knowing(weld="parse"))
    answer = ask(talk, "Please plan: weld 2 hours, paint 3 hours after welding.")
    kept = talk.snapshot(KEY)
    assert answer.ok
    assert kept.problem is not None
    assert {task.name: task.duration for task in kept.problem.tasks} == {"weld": 120, "paint": 180}
    assert kept.schedule is not None


def test_tasks_that_rules_read_in_doubt_are_copied_by_the_model_first(assistant: Make) -> None:
    rows = [{"name": "weld", "duration": "2 hours"}, {"name": "paint", "duration": "3 hours"}]
    llm = ScriptedChat(script=[call("parse_tasks", tasks=rows)])
    talk = assistant(llm, classify=knowing(weld="parse"))
    assert ask(talk, "For 2 hours weld it and the other 3 hours go to paint.").ok
    assert len(llm.seen) == 1
    assert {task.duration for task in talk.snapshot(KEY).problem.tasks} == {120, 180}


def test_a_correction_right_after_an_edit_is_about_its_task(made: Make) -> None:
    talk = made()
    assert ask(talk, "painting takes 2 hours").ok
    assert ask(talk, "no, 3 hours").ok
    problem = talk.snapshot(KEY).problem
    assert problem is not None
    assert problem.by_name["painting"].duration == 180
    ask(talk, "undo the last two changes")
    problem = talk.snapshot(KEY).problem
    assert problem is not None
    assert problem.by_name["painting"].duration == 60
    unclear = ask(talk, "no, 4 hours")
    assert not unclear.ok
    assert unclear.answer.startswith("Which task do you mean? Say it with its name.")
