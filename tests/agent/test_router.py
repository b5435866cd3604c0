"""The tool that a message wants, chosen without a language model."""

import json
from collections.abc import Callable

import pytest

from agent.router import ANSWER, ASK, LIKELY, SILENT, Route, cheapest, route
from agent.several import wishes_in
from tools.kinds import words
from tools.kinds.classifier import Classifier
from tools.kinds.labels import AIMS, LABELS, Scores
from tools.kinds.signs import Signs
from tools.plan import Problem
from tools.wording.ourselves import asks_abilities
from ui.eval.recognition import problem_of
from ui.eval.route import ORDERS, by_router

PLAN = Problem.read(
    {
        "tasks": [
            {"name": "welding", "duration": 120, "demands": {"people": 3}},
            {"name": "painting", "duration": 60, "after": ["welding"]},
            {"name": "焊接", "duration": 60},
        ],
        "resources": [{"name": "people", "capacity": 5}, {"name": "Ann", "kind": "people"}],
    }
)


def agreeing(signs: Signs) -> Scores:
    """A network that thinks what words and letters say."""
    return words.scores(signs)


@pytest.fixture(scope="module")
def sure(classify: Classifier) -> Callable[[str], Route]:
    """As if every choice were sure."""
    return lambda message: route(message, PLAN, classify)._replace(sure=True)


@pytest.mark.parametrize(
    ("message", "tool"),
    [
        ("why is painting so late?", "explain_decision"),
        ("what if Ann is ill on Tuesday?", "explain_decision"),
        ("焊接为什么排在最后？", "explain_decision"),
        ("make welding 3 hours", "edit_tasks"),
        ("把焊接改成3小时", "edit_tasks"),
        ("welding takes 3 hours, not 2", "edit_tasks"),
        ("焊接得三个小时，两个小时不够的", "edit_tasks"),
        ("what if welding takes 3 hours?", "explain_decision"),
        ("焊接得三个小时的话会怎样", "explain_decision"),
        ("replan for the earliest finish", "optimise_schedule"),
        ("How do we handle a complaint? What is the procedure?", "search_knowledge"),
        ("draft a reply to this customer: where is my order?", "draft_reply"),
        ("thank you so much", ANSWER),
        ("change it", ASK),
    ],
)
def test_plain_messages_find_their_tool(message: str, tool: str) -> None:
    assert route(message, PLAN, None).tool == tool


@pytest.mark.parametrize(
    "message",
    ["为啥不先焊接再painting", "why not do painting before welding?", "焊接凭啥要等painting"],
)
def test_whoever_asks_why_orders_nothing(message: str) -> None:
    chosen = route(message, PLAN, None)
    assert chosen.tool == "explain_decision"
    assert "edit_tasks" not in chosen.likely


@pytest.mark.parametrize(
    "message",
    ["What if one person calls in sick?", "suppose welding took 90 minutes", "要是少两个人呢"],
)
def test_whoever_supposes_a_change_looks_nothing_up_and_orders_nothing(message: str) -> None:
    chosen = route(message, PLAN, agreeing)
    assert chosen.tool == "explain_decision"
    assert not chosen.likely & {"edit_tasks", "search_knowledge"}


def test_what_the_rules_say_is_looked_up_all_the_same() -> None:
    asked = "如果一个客人投诉，流程是怎么规定的"
    assert route(asked, PLAN, None).tool == "search_knowledge"


@pytest.mark.parametrize("problem", [None, PLAN])
@pytest.mark.parametrize(
    "message",
    [
        "What can you do?",
        "what can you help me with?",
        "Hi, what can this tool do for me",
        "What are you able to do?",
        "how can you help us?",
        "你能做什么",
        "你好，请问你都会做些什么？",
        "你可以帮我做什么呢",
    ],
)
def test_who_asks_what_can_be_done_here_is_told(
    message: str, problem: Problem | None, classify: Classifier
) -> None:
    assert route(message, problem, classify).tool == ANSWER


@pytest.mark.parametrize(
    "message", ["what can you do about the delay?", "what can we do?", "你能做什么改动让它更快"]
)
def test_what_can_be_done_about_something_is_another_question(message: str) -> None:
    assert not asks_abilities(message)


def test_new_work_is_read() -> None:
    message = "grinding 3 hours 2 people; sanding 20 minutes, one person, after grinding"
    assert route(message, None, None).tool == "parse_tasks"


def test_a_goal_is_an_argument() -> None:
    found = route("plan again with the lowest cost", PLAN, None)
    assert (found.tool, found.arguments) == ("optimise_schedule", {"goal": "cost"})
    assert set(AIMS) < set(LABELS)


@pytest.mark.parametrize(
    "message",
    [
        "carry on, that'll do nicely",
        "好的先这样",
        "今天真忙，welding那边三个人都没歇过",
        "the welding took four hours last time, what a day",
    ],
)
def test_a_remark_calls_no_tool(message: str) -> None:
    assert route(message, PLAN, None).tool in SILENT


@pytest.mark.parametrize("language", ["en", "zh"])
def test_remarks_that_were_never_trained_with_call_few_tools(
    language: str, classify: Classifier
) -> None:
    lines = (ORDERS / f"remarks.{language}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    choose = by_router(classify)
    called = [
        row["message"]
        for row in rows
        if row["label"] in ("none", "vague")
        and choose(row["message"], problem_of(row["context"]) if row["context"] else None).tool
        not in ("none", "ask")
    ]
    assert len(called) <= 2


def test_a_doubtful_call_is_worse_than_a_question_back() -> None:
    """An answer and a question back speak together against a call that is only a little likelier
    than either."""
    quiet = {ANSWER: 0.25, ASK: 0.2}
    assert cheapest({"edit_tasks": 0.55, **quiet}) == ANSWER
    assert cheapest({"edit_tasks": 0.95, ANSWER: 0.03, ASK: 0.02}) == "edit_tasks"


def test_without_a_network_nothing_is_sure() -> None:
    message = "why is painting so late?"
    assert route(message, PLAN, agreeing).sure
    assert not route(message, PLAN, None).sure


def test_what_is_unlikely_is_not_offered() -> None:
    found = route("why is painting so late?", PLAN, None)
    assert found.tool in found.likely
    assert "parse_tasks" not in found.likely
    assert found.share > 1 - 10 * LIKELY


@pytest.mark.parametrize(
    ("message", "wishes"),
    [
        (
            "make welding 3 hours and tell me why painting is last",
            ["make welding 3 hours", "tell me why painting is last"],
        ),
        (
            "把焊接改成3小时，然后告诉我painting为什么排在最后",
            ["把焊接改成3小时", "告诉我painting为什么排在最后"],
        ),
        (
            "Why is painting last? And what is the procedure for a complaint?",
            ["Why is painting last?", "And what is the procedure for a complaint?"],
        ),
    ],
)
def test_two_wishes_are_told_apart(
    message: str, wishes: list[str], sure: Callable[[str], Route]
) -> None:
    assert wishes_in(message, sure) == wishes


@pytest.mark.parametrize(
    "message",
    [
        "why is welding before painting and not after it?",
        "make welding 3 hours and painting 2 hours",
        "what if Ann is ill and we drop painting?",
        "hello",
        "?!",
    ],
)
def test_one_wish_is_left_whole(message: str, sure: Callable[[str], Route]) -> None:
    assert wishes_in(message, sure) == [message]
