"""What is looked up although it sounds like something else."""

import pytest

from agent.documented import chosen
from agent.router import ANSWER, route
from knowledge.passage import Passage
from tools.plan import Problem
from tools.state import Context

PRICE = Passage(
    id="0" * 24, text="Kayak rental costs 19 EUR per day.", title="Kayaks", heading="",
    source="docs-1a2b3c/kayaks.md", kind="document", field="", language="en", place=0, score=0.5,
)  # fmt: skip
PLAN = Problem.read({"tasks": [{"name": "welding", "duration": 60}]})


@pytest.fixture
def tool(classify):
    def tool(message: str, score: float, problem: Problem | None = None) -> str:
        found = [PRICE.model_copy(update={"score": score})] if score else []
        context = Context("en", search=lambda *_, **__: found, document=str, classify=classify)
        return chosen(message, problem, context).tool

    return tool


@pytest.mark.parametrize("message", ["How much is kayak rental?", "皮划艇租金是多少？"])
def test_a_question_that_a_document_answers_is_no_small_talk(message, tool, classify):
    assert route(message, None, classify).tool != "search_knowledge"
    assert tool(message, 0.5) == "search_knowledge"
    assert tool(message, 0.2) != "search_knowledge"
    assert tool(message, 0.0) != "search_knowledge"


def test_what_asks_nothing_is_not_looked_up(tool):
    assert tool("Thanks for the kayak, good morning!", 0.5) == ANSWER


def test_a_question_about_the_plan_stays_one(tool):
    assert tool("why is welding so late?", 0.9, PLAN) == "explain_decision"


def test_without_a_network_nothing_is_looked_up_to_tell_what_is_wanted():
    def broken(*_, **__):
        raise AssertionError("searched")

    context = Context("en", search=broken, document=str)
    message = "How much is kayak rental?"
    assert chosen(message, None, context) == route(message, None, None)
