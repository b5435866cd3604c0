"""What is offered to be asked next is understood by code and was not asked yet."""

import pytest
from standin import plan, problem

from agent.steps import Message, Snapshot
from tools.meaning import Question, meaning
from tools.optimise import optimise
from tools.phrases import LANGUAGES
from tools.plan import Schedule
from ui.page.example import example
from ui.page.suggest import MOST, suggested

TALK = (Message("user", "plan"), Message("assistant", "Done."))


def held(**values: object) -> Snapshot:
    wanted = problem()
    return Snapshot(**{"messages": TALK, "problem": wanted, "schedule": plan(wanted)} | values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_that_is_offered_is_understood_without_the_language_model(language):
    snapshot, seen = held(), []
    while offered := suggested(snapshot, language):
        assert len(offered) <= MOST
        seen += offered
        asked = tuple(Message("user", question) for question in offered)
        snapshot = held(messages=(*snapshot.messages, *asked))
    assert len(seen) == len(set(seen)) >= 4
    kinds = [meaning(snapshot.problem, Question(question)).kind for question in seen]
    assert {"why", "helps", "what_if", "overall"} <= set(kinds)


def test_nothing_is_offered_before_there_is_something_to_ask_about():
    assert suggested(Snapshot(), "en") == []
    assert suggested(held(problem=None, schedule=None), "en") == []
    assert suggested(held(schedule=Schedule(status="infeasible")), "en") == ["What helps most?"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_first_visit_can_be_planned_and_asked_about(language):
    wanted = example(language)
    planned = optimise(wanted, time_limit_seconds=2)
    assert planned.planned
    offered = suggested(Snapshot(problem=wanted, schedule=planned), language)
    assert len(offered) == MOST
