"""What the language model sees: the fixed beginning (system prompt and examples, so that its cache
is reused), then the message at hand with the names of the tasks in the plan. Prompts are data
files."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage, ToolMessage

from tools.intake.mail import written
from tools.plan import Problem

PROMPTS = Path(__file__).parent / "prompts"
SHOWN_TASKS = 40
"""A prompt token costs 14 ms on two cores; the code knows all names anyway."""


@cache
def system_prompt() -> str:
    return (PROMPTS / "system.md").read_text(encoding="utf-8").strip()


@cache
def examples() -> tuple[AnyMessage, ...]:
    """The examples as a conversation that has already happened."""
    messages: list[AnyMessage] = []
    cases = json.loads((PROMPTS / "examples.json").read_text(encoding="utf-8"))
    for number, case in enumerate(cases):
        messages.append(HumanMessage(case["user"]))
        messages += _response(case, f"example_{number}")
    return tuple(messages)


def _response(case: dict[str, Any], call_id: str) -> list[AnyMessage]:
    if "answer" in case:
        return [AIMessage(case["answer"])]
    call = {"name": case["tool"], "args": case["arguments"], "id": call_id}
    return [AIMessage("", tool_calls=[call]), ToolMessage("Done.", tool_call_id=call_id)]


def fixed_start() -> list[AnyMessage]:
    """What every prompt begins with."""
    return [SystemMessage(system_prompt()), *examples()]


def this_turn(messages: Sequence[AnyMessage]) -> list[AnyMessage]:
    """The user's last message and all that came of it so far."""
    for place in range(len(messages) - 1, -1, -1):
        if isinstance(messages[place], HumanMessage):
            return list(messages[place:])
    return []


def view(
    messages: Sequence[AnyMessage], problem: Problem | None, wish: str = ""
) -> list[AnyMessage]:
    """The messages for one call, without the system prompt.

    Args:
        wish: what of the last message is asked now, if not all of it.
    """
    question, *rest = this_turn(messages)
    said = wish or written(question.text)
    shown = _plan_line(problem, said) + said
    return [*examples(), HumanMessage(shown), *rest]


def _plan_line(problem: Problem | None, question: str) -> str:
    if problem is None:
        # Its own bracket must not pass for such a line.
        return "\n" if question.startswith("[") else ""
    names = [task.name for task in problem.tasks[:SHOWN_TASKS]]
    return f"[{', '.join(names)}]\n"
