"""`whyflow eval route`: does a message get the tool that it wants, and none if it wants none? By
the router alone, by the language model alone, and by both as in the chat. The messages and what
they want are in `orders/routes.*`; those marked test are only counted."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import uuid4

from agent.assistant import Assistant
from agent.router import ANSWER, ASK, NEEDS_PLAN, route
from agent.steps import Called, Finished, Returned
from knowledge.language import language_of
from tools.kinds.weighing import Classify
from tools.plan import Problem
from tools.wording.edits import wants_edits
from tools.wording.undoing import step_back
from ui import parts
from ui.eval import Asked
from ui.eval.effort import Effort, Spent, nothing, spent_by
from ui.eval.recognition import FOLDER, problem_of
from ui.eval.rows import Row, evenly, share

ORDERS = FOLDER.parent / "orders"
PARTS, LANGUAGES = ("dev", "test"), ("en", "zh")
RIGHT, WRONGLY = 0.97, 0.02
"""The aims: right tool and arguments; a tool called that should not be."""
KNOWN = {
    "parse_tasks": "parse",
    "edit_tasks": "parse",
    "optimise_schedule": "optimise",
    "explain_decision": "explain",
    "search_knowledge": "search",
    "draft_reply": "search",
    ANSWER: "none",
    ASK: "ask",
}
"""Tools in the words of the cases, in which a change is a kind of parsing, and a reply to be
written is something to look up."""
SILENT = ("none", "ask")


class Choice(NamedTuple):
    """What was made of a message."""

    tool: str
    """In the words of the cases."""
    goal: str | None = None


Choose = Callable[[str, Problem | None], Choice]


@dataclass
class _Count:
    right: int = 0
    total: int = 0
    called: int = 0
    """Tools called where none should be."""
    silent: int = 0
    """Cases in which none should be."""
    effort: Effort = field(default_factory=Effort)
    wrong: list[str] = field(default_factory=list)


def measure(asked: Asked) -> Sequence[Row]:
    """The router alone; with `llm` also the language model alone, and both."""
    ways = list(_ways(asked))
    total, done = len(ways) * sum(len(_cases(p, x, asked)) for p in PARTS for x in LANGUAGES), 0
    rows: list[Row] = []
    for way, choose, spent in ways:
        for part in PARTS:
            for language in LANGUAGES:
                count = _Count()
                for case in _cases(part, language, asked):
                    _count(count, case, choose, spent, hidden=part == "test")
                    done += 1
                    asked.tell(done, total)
                rows += _rows(f"{way}, {part}, {language}", count)
    return rows


def _ways(asked: Asked) -> Iterator[tuple[str, Choose, Spent]]:
    yield "router", by_router(parts.classifier(asked.settings)), nothing
    yield "router without its network", by_router(None), nothing
    if not asked.llm:
        return
    library = parts.library(asked.settings, reading=True)
    for name, routed in (("model", False), ("both", True)):
        made = parts.assistant(asked.settings, library, kept=False, routed=routed)
        made.load()
        yield name, by_chat(made), spent_by(made.llm)


def by_router(classify: Classify | None) -> Choose:
    """The likeliest tool, behind the gates of the agent and of the tools."""

    def choose(message: str, problem: Problem | None) -> Choice:
        chosen = route(message, problem, classify)
        tool = KNOWN[chosen.tool]
        if chosen.tool in NEEDS_PLAN and problem is None:
            return Choice("ask")
        if chosen.tool == "edit_tasks" and problem is not None and not _says_what(message, problem):
            return Choice("ask")
        return Choice(tool, chosen.arguments.get("goal"))

    return choose


def _says_what(message: str, problem: Problem) -> bool:
    """Whether the tool would know what to change or to take back, or ask back."""
    return step_back(message) is not None or wants_edits(message, problem)


def by_chat(assistant: Assistant) -> Choose:
    """A turn of the chat, in a conversation of its own."""

    def choose(message: str, problem: Problem | None) -> Choice:
        session = f"eval-{uuid4().hex}"
        if problem is not None:
            assistant.replan(session, problem, again=True)
        steps = list(assistant.turn(session, message, language_of(message)))
        calls = [each for each in steps if isinstance(each, Called)]
        served = {each.id for each in steps if isinstance(each, Returned) and each.ok}
        done = [each for each in calls if each.id in served]
        if done:
            return Choice(KNOWN[done[0].tool], done[0].arguments.get("goal"))
        (ended,) = (each for each in steps if isinstance(each, Finished))
        return Choice("none" if ended.ok else "ask")

    return choose


def _cases(part: str, language: str, asked: Asked) -> Sequence[dict[str, Any]]:
    lines = (ORDERS / f"routes.{part}.{language}.jsonl").read_text("utf-8").splitlines()
    return evenly([json.loads(line) for line in lines], asked.share)


def _count(
    count: _Count, case: dict[str, Any], choose: Choose, spent: Spent, *, hidden: bool
) -> None:
    problem = problem_of(case["context"]) if case["context"] else None
    before, began = spent(), time.perf_counter()
    choice = choose(case["message"], problem)
    count.effort.add(time.perf_counter() - began, spent() - before)
    goal = case.get("goal")
    right = choice.tool == case["tool"] and (goal is None or choice.goal == goal)
    count.total += 1
    count.right += right
    if case["tool"] in SILENT:
        count.silent += 1
        count.called += choice.tool not in SILENT
    if not right and not hidden:
        count.wrong.append(f"{case['message']}: {choice.tool} {choice.goal or ''}")


def _rows(name: str, count: _Count) -> Iterator[Row]:
    yield share(f"route-right:{name}", count.right, count.total, RIGHT, wrong=count.wrong)
    yield share(f"route-wrongly:{name}", count.called, count.silent, WRONGLY, most=True)
    yield from count.effort.rows(f"route, {name}")
