"""Whether a question is recognised: its kind, its tasks, its changes. The questions and what they
mean are in `questions/`; half of them are for testing only."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tools.files import read_problem
from tools.kinds.weighing import Classify
from tools.meaning import Meaning, meaning
from tools.plan import Problem
from tools.plan.changes import AddTask, Change, apply
from tools.question import Question
from tools.record import PlanError
from ui.eval.rows import evenly

FOLDER = Path(__file__).parent / "questions"
Gold = dict[str, Any]
Read = Callable[[Problem, str], Gold]
"""What a question was taken for, in the words of the gold answers."""


@dataclass(frozen=True)
class Judged:
    """One question, what it means and what it was taken for."""

    question: str
    meant: Gold
    read: Gold

    @property
    def right(self) -> bool:
        return same(self.meant, self.read)


def judged(part: str, language: str, read: Read, share: float = 1.0) -> Iterator[Judged]:
    """The questions of a part in one language.

    Args:
        part: `dev`, or one that is for testing only: `test`, `second`.
        share: so many of them, spread over all kinds.
    """
    lines = (FOLDER / f"{part}.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    for line in evenly(lines, share):
        meant = json.loads(line)
        found = read(problem_of(meant["problem"]), meant["question"])
        yield Judged(meant["question"], meant, found)


@cache
def problem_of(name: str) -> Problem:
    return read_problem(FOLDER / "problems" / f"{name}.json")


def by_code(classify: Classify | None = None) -> Read:
    """What code alone makes of a question: a language model that always calls the tool, and copies
    nothing.

    Args:
        classify: tells the kinds apart; without it letters and words must do.
    """

    def read(problem: Problem, message: str) -> Gold:
        try:
            meant = meaning(problem, Question(message, classify=classify))
        except PlanError:
            return {"kind": "ask"}
        return {"kind": "ask"} if _senseless(problem, meant) else as_gold(meant)

    return read


def _senseless(problem: Problem, meant: Meaning) -> bool:
    """Is there a value that cannot be, such as a negative number of people? That a task needs more
    people than there would be is an answer, not a question back."""
    try:
        apply(problem, meant.changes)
    except PlanError as error:
        return error.key.startswith("bad-")
    return False


def as_gold(meant: Meaning) -> Gold:
    tasks = list(meant.tasks)
    match meant.kind:
        case "why":
            return {"kind": "why", "task": tasks[0]}
        case "order" | "first":
            return {"kind": "order", "tasks": tasks}
        case "what_if":
            return {"kind": "what_if", "changes": [change_as_gold(each) for each in meant.changes]}
        case "not_then":
            assert meant.when is not None
            first, last = meant.when
            return {"kind": "not_then", "task": tasks[0], "first": max(0, first), "last": last}
        case "first_by":
            other = tasks[1] if len(tasks) > 1 else None
            return {"kind": "first_by", "task": tasks[0], "other": other}
        case "in_time":
            return {"kind": "in_time", "limit": meant.limit, "task": next(iter(tasks), None)}
        case "who":
            return {"kind": "who", "task": tasks[0], "person": meant.who}
        case "together":
            return {"kind": "together", "tasks": tasks}
    return {"kind": meant.kind}


def change_as_gold(change: Change) -> Gold:
    if isinstance(change, AddTask):
        fields = ("duration", "demands", "skills", "after")
        task = change.task.model_dump(mode="json", include=set(fields))
        return {"kind": "add", "task": {each: value for each, value in task.items() if value}}
    return change.model_dump()


FIELDS = {
    "why": ("task",),
    "order": ("tasks",),
    "what_if": ("changes",),
    "not_then": ("task", "first", "last"),
    "first_by": ("task", "other"),
    "in_time": ("limit", "task"),
    "who": ("task", "person"),
    "together": ("tasks",),
}
"""By kind, what must be the same; tasks in any order."""


def same(meant: Gold, read: Gold) -> bool:
    """Is the question taken for what it means?"""
    if meant["kind"] != read["kind"]:
        return False
    fields = FIELDS.get(meant["kind"], ())
    return all(_plain(meant.get(f)) == _plain(read.get(f)) for f in fields)


def _plain(value: Any) -> Any:
    """Without what does not matter: the order in lists, fields that say nothing, names of new
    tasks, which may be cut otherwise."""
    if isinstance(value, list):
        return sorted((_plain(each) for each in value), key=str)
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in sorted(value.items()) if v is not None and k != "name"}
    return value
