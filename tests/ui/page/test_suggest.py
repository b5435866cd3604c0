"""What is offered to be asked next is understood by code and was not asked yet."""

import pytest
from standin import PASSAGE, plan, problem

from agent.router import route
from agent.steps import Called, Message, Snapshot
from tools.meaning import meaning
from tools.optimise import optimise
from tools.phrases import LANGUAGES
from tools.plan import Schedule
from tools.question import Question
from tools.wording.cases import case_in, says_what
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


def looked_up(tool: str = "search_knowledge", **values: object) -> Snapshot:
    said = Message("assistant", "From “Damaged goods” [1]:", (Called("1", tool, {}),))
    return held(**{"messages": (*TALK, Message("user", "how?"), said)} | values)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool", ["search_knowledge", "draft_reply"])
def test_after_an_answer_from_documents_its_steps_are_offered_and_nothing_of_an_older_plan(
    language, tool
):
    (question,) = suggested(looked_up(tool), language, steps=True)
    topic = case_in(question)
    assert topic is not None
    assert not says_what(topic)  # so that what was just spoken of is meant
    assert suggested(looked_up(tool), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_documents_that_fit_are_offered_until_they_were_asked_for(language):
    other = PASSAGE.model_copy(update={"title": "Lost goods", "kind": "reply"})
    found = (PASSAGE, PASSAGE, other, other)
    (question,) = suggested(looked_up(passages=found), language)
    assert "Lost goods" in question
    # Without sentence vectors a call is never sure: the language model chooses of what is likely.
    assert "search_knowledge" in route(question, problem(), None).likely
    asked = (*TALK, Message("user", question), *looked_up().messages[-1:])
    assert suggested(looked_up(messages=asked, passages=found), language) == []
