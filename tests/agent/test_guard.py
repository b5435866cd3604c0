"""The rules of a turn, one by one; turns as a whole are tested with the assistant."""

from types import SimpleNamespace
from typing import Any

import pytest
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage
from scripted import call

from agent.guard import (
    MAX_CALLS,
    decision,
    given_up,
    next_step,
    offered,
)
from agent.ownwords import only_known_numbers, own_words
from agent.router import ANSWER, ASK, Route
from tools.phrases import Language, say
from tools.plan import Problem
from tools.registry import TOOLS

PLAN = Problem.read(
    {
        "tasks": [
            {"name": "welding", "duration": 120, "demands": {"people": 3}},
            {"name": "painting", "duration": 60, "after": ["welding"]},
        ],
        "resources": [{"name": "people", "capacity": 5}],
    }
)
ASKED = HumanMessage("hi")


def result(tool: str, status: str = "success") -> ToolMessage:
    return ToolMessage("words", tool_call_id="1", name=tool, status=status)


class TestNextStep:
    def test_planning_follows_reading(self) -> None:
        step = next_step([ASKED, result("parse_tasks")], "")
        assert step is not None
        assert [(each["name"], each["args"]) for each in step.tool_calls] == [
            ("optimise_schedule", {"goal": "waiting"})
        ]

    def test_planning_follows_an_edit(self) -> None:
        step = next_step([ASKED, result("edit_tasks")], "")
        assert step is not None
        assert step.tool_calls[0]["name"] == "optimise_schedule"

    @pytest.mark.parametrize("tool", ["parse_tasks", "edit_tasks"])
    def test_tasks_are_planned_by_the_goal_that_they_have(self, tool: str) -> None:
        """Of tickets, that what was promised is kept; after a change, what the user chose."""
        tickets = PLAN.model_copy(update={"goals": ("tardiness", "waiting")})
        step = next_step([ASKED, result(tool)], "", tickets)
        assert step is not None
        assert step.tool_calls[0]["args"] == {"goal": "tardiness"}

    @pytest.mark.parametrize(
        "message",
        [
            "here it is:\ntask\tduration\nweld\t2 h\n",
            "|任务|时长|\n|---|---|\n|焊接|2小时|",
            "who first, with 2 people?\nticket,subject,SLA\nT1,refund,2 h",
            "create the tasks for this return",
            "把这次退货要做的事排出来",
        ],
    )
    def test_tables_and_the_work_of_a_case_are_read_without_a_language_model(
        self, message: str
    ) -> None:
        step = next_step([HumanMessage(message)], "")
        assert step is not None
        assert step.tool_calls[0]["name"] == "parse_tasks"

    @pytest.mark.parametrize(("message", "kind"), [("undo that", "undo"), ("重做", "redo")])
    def test_undo_and_redo_are_known_by_their_words(self, message: str, kind: str) -> None:
        step = next_step([HumanMessage(message)], "")
        assert step is not None
        assert step.tool_calls[0]["args"] == {"kind": kind}

    def test_a_tools_own_words_are_the_answer(self) -> None:
        assert next_step([ASKED, result("explain_decision")], "Because.") == AIMessage("Because.")

    @pytest.mark.parametrize(
        "last", [ASKED, AIMessage("x"), result("parse_tasks", "error"), result("search_knowledge")]
    )
    def test_otherwise_the_model_is_asked(self, last: AnyMessage) -> None:
        assert next_step([ASKED, last], "") is None


class TestLimits:
    def test_two_malformed_calls_are_enough(self) -> None:
        assert not given_up([ASKED, result("parse_tasks", "error")])
        assert given_up([ASKED, *[result("parse_tasks", "error")] * 2])

    def test_the_model_is_asked_a_limited_number_of_times(self) -> None:
        turn = [ASKED, *[call("search_knowledge", question="x")] * (MAX_CALLS - 1)]
        assert not given_up(turn)
        assert given_up([*turn, AIMessage("x")])


def chosen(tool: str, *likely: str, sure: bool = True, **arguments: str) -> Route:
    return Route(tool, 0.95, frozenset((tool, *likely)), "why", sure, arguments)


class TestDecision:
    def decided(self, route: Route, problem: Problem | None = PLAN, said: str = "hi") -> Any:
        return decision(route, TOOLS, problem, "en", said)

    @pytest.mark.parametrize(
        ("said", "called"),
        [
            ("Weld 2 hours, paint 3 hours after welding.", [("parse_tasks", {"tasks": []})]),
            ("焊接2小时，喷涂3小时，焊接之后。", [("parse_tasks", {"tasks": []})]),
            ("For 2 hours weld it and the other 3 hours go to paint.", None),
        ],
    )
    def test_tasks_that_rules_read_surely_need_no_copied_words(
        self, said: str, called: list[Any] | None
    ) -> None:
        made = self.decided(chosen("parse_tasks"), said=said)
        assert (made and [(each["name"], each["args"]) for each in made.tool_calls]) == called

    def test_a_sure_choice_is_a_call_without_the_model(self) -> None:
        made = self.decided(chosen("explain_decision", kind="why"))
        assert [(each["name"], each["args"]) for each in made.tool_calls] == [
            ("explain_decision", {"kind": "why"})
        ]

    @pytest.mark.parametrize(
        "route",
        [
            chosen("explain_decision", sure=False),
            chosen("parse_tasks"),  # rules find no task
            chosen(ANSWER),  # must be worded
            chosen("count_sheep"),
        ],
    )
    def test_otherwise_the_model_is_asked(self, route: Route) -> None:
        assert self.decided(route) is None

    @pytest.mark.parametrize("tool", ["explain_decision", "edit_tasks", "optimise_schedule"])
    def test_without_a_plan_tasks_are_asked_for(self, tool: str) -> None:
        made = self.decided(chosen(tool), None)
        assert made.model_response.result[-1].text == say("no-plan-yet", "en")
        assert made.command.update == {"possible": False}

    @pytest.mark.parametrize(("problem", "key"), [(PLAN, "ask-what"), (None, "ask-tasks")])
    def test_what_is_left_out_is_asked_for(self, problem: Problem | None, key: str) -> None:
        made = self.decided(chosen(ASK), problem)
        assert made.model_response.result[-1].text == say(key, "en")


class TestOffered:
    ALL = frozenset(tool.name for tool in TOOLS)

    def names(self, route: Route | None) -> set[str]:
        return {tool.name for tool in offered(TOOLS, route)}

    def test_the_model_chooses_among_what_is_likely(self) -> None:
        route = chosen("explain_decision", "edit_tasks", sure=False)
        assert self.names(route) == {"explain_decision", "edit_tasks"}

    def test_alone_or_where_no_tool_is_likely_it_chooses_among_all(self) -> None:
        assert self.names(None) == self.ALL
        assert self.names(chosen(ANSWER)) == self.ALL

    def test_tools_are_told_apart_by_name_only(self) -> None:
        mine = SimpleNamespace(name="count_sheep")
        assert offered([mine], chosen("count_sheep")) == [mine]


class TestOwnWords:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("no number", "hi"),
            ("12 it is", "is it 12?"),
            ("at 12:30", "from 12:30 on"),
            ("2.5 hours", "it takes 2.5 hours"),
            ("1,000 boxes", "1,000 boxes"),
        ],
    )
    def test_numbers_of_the_user_are_known(self, text: str, message: str) -> None:
        assert only_known_numbers(text, message)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("12 hours", "hi"),
            ("1 hour", "12 hours"),
            ("12", "1 and 2"),
            ("2.5", "2 and 5"),
            ("12:30", "12 people, 30 tasks"),
            ("１２", "12"),
            ("٣", "3"),
        ],
    )
    def test_a_number_that_the_user_did_not_write_is_not(self, text: str, message: str) -> None:
        assert not only_known_numbers(text, message)

    @pytest.mark.parametrize(
        ("said", "message", "language"),
        [
            ("", "hi", "en"),
            (" \n", "hi", "en"),
            ("It takes 7 hours.", "how long?", "en"),
            ("你好！", "hi", "en"),
            ("Hello!", "你好", "zh"),
            ("我胸口疼，该吃什么药？", "我胸口疼，该吃什么药？", "zh"),
        ],
    )
    def test_unfit_words_give_way_to_what_whyflow_can_do(
        self, said: str, message: str, language: Language
    ) -> None:
        assert own_words(said, message, language) == say("abilities", language)

    @pytest.mark.parametrize(
        ("said", "language"), [("  You are welcome. ", "en"), ("不客气！", "zh")]
    )
    def test_fit_words_come_before_what_whyflow_can_do(self, said: str, language: Language) -> None:
        assert own_words(said, "x", language) == f"{said.strip()}\n\n{say('abilities', language)}"
