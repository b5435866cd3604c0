"""The tool `parse_tasks`: the words of a message -> Problem. The language model copies words; the
code here turns them into numbers and marks every value that the message does not give."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from langchain.tools import tool
from langgraph.types import Command
from pydantic import BaseModel, ConfigDict

from tools.plan import PEOPLE, Assumption, Problem
from tools.record import PlanError
from tools.state import Runtime, message_of, refuse, reply
from tools.telling import tell_problem
from tools.wording.durations import durations, minutes
from tools.wording.numbers import fold, spans
from tools.wording.order import dependencies
from tools.wording.people import capacity, demand
from tools.wording.priorities import priority

ASSUMED_MINUTES = 60
PRIORITY_WORD = re.compile(r"优先|(?<![a-z])p(?:rio|[0-9])", re.IGNORECASE)
SHARED = re.compile(
    r"(?:[各都均每]|其[余他]|\b(?:all|both|each|every|rest|others?)\b)[^，。；,.;]{0,16}"
    r"(?:优先|prio|紧急|urgent|important|重要)|(?:优先|prio)[^，。；,.;]{0,16}\b(?:all|both|each)\b",
    re.IGNORECASE,
)
"""Words that give one value to several tasks."""


class TaskWords(BaseModel):
    """Words of the message about one task, each copied as it stands there."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    name: str
    """What is to be done."""
    duration: str = ""
    """How long it takes."""
    people: str = ""
    """How many people or machines it needs."""
    priority: str = ""
    """How urgent it is."""


@tool
def parse_tasks(tasks: list[TaskWords], runtime: Runtime) -> Command[Any]:
    """The user describes tasks to be done. Copy the words about each task, leave out what is not
    said."""
    try:
        problem = read_tasks(tasks, message_of(runtime))
    except PlanError as error:
        return refuse(runtime, error)
    words = tell_problem(problem, runtime.context.language)
    return reply(runtime, words, problem=problem, schedule=None, explanation=None)


def read_tasks(rows: Sequence[TaskWords], message: str) -> Problem:
    """The problem in the copied words; values that are not in them are listed in `assumed`.

    Raises:
        PlanError: no task at all, or they cannot be planned as said.
    """
    rows = _tasks_only(rows)
    if not rows:
        raise PlanError("no-tasks-read")
    rows = [
        row.model_copy(update={"priority": said}) for row, said in _own_priorities(rows, message)
    ]
    names = [row.name for row in rows]
    # The copied words are good for names and amounts; of the order a small model gets a third
    # wrong, so the code reads it from the message with the names as anchors.
    order = dependencies(message, names)
    reader = _Reader(rows, message)
    reader.assumed += [
        Assumption(field="order", task=task)
        for task in dict.fromkeys(u.task for u in order.unclear)
    ]
    tasks = [reader.task(row) | {"after": order.after.get(row.name, ())} for row in rows]
    resources = reader.resources(tasks, capacity(message))
    return Problem.read(
        {
            "tasks": tasks,
            "resources": resources,
            "assumed": [each.model_dump() for each in reader.assumed],
        }
    )


def _tasks_only(rows: Sequence[TaskWords]) -> list[TaskWords]:
    """Without repetitions and lines about the total, such as `8 of us | 8 of us | ...`."""
    kept: dict[str, TaskWords] = {}
    for row in rows:
        name = " ".join(row.name.split())
        total = capacity(name) or name in (row.duration, row.people) or _of_all(row)
        if name and not total:
            kept.setdefault(name.casefold(), _unswapped(row.model_copy(update={"name": name})))
    return list(kept.values())


def _of_all(row: TaskWords) -> bool:
    """Whether the row is a total cut in two, such as `total | | 15 people`."""
    said = capacity(row.people) or minutes(row.duration) is not None
    return not said and bool(capacity(f"{row.name}: {row.people}"))


def _unswapped(row: TaskWords) -> TaskWords:
    """With what calls itself a priority in its own cell."""
    for field in ("duration", "people"):
        cell = getattr(row, field)
        if PRIORITY_WORD.search(cell) and not PRIORITY_WORD.search(row.priority):
            return row.model_copy(update={field: row.priority, "priority": cell})
    return row


def _own_priorities(rows: Sequence[TaskWords], message: str) -> Iterator[tuple[TaskWords, str]]:
    """Each row with its priority words, if they are its own: a small model repeats those of the row
    before, and takes the number of a list item for one."""
    left = message.casefold()
    shared = SHARED.search(message) is not None
    for row in rows:
        said = row.priority.strip().casefold()
        mine = said in left and (PRIORITY_WORD.search(message) or not said.isdigit())
        yield row, row.priority if mine else ""
        if mine and not shared:
            left = left.replace(said, "", 1)


class _Reader:
    """Turns rows into task values, and notes what had to be assumed."""

    def __init__(self, rows: Sequence[TaskWords], message: str) -> None:
        self.assumed: list[Assumption] = []
        self._words = _squeezed(message)
        self._lengths = {each.minutes for each in durations(message)}
        self._numbers = {each.value for each in spans(message)}
        self._people_matter = any(self._demand(row) for row in rows)
        self._priorities_matter = any(priority(row.priority) is not None for row in rows)

    def task(self, row: TaskWords) -> dict[str, Any]:
        return {
            "name": row.name,
            "duration": self._duration(row.name, row),
            "demands": self._demands(row.name, row),
            "priority": self._priority(row.name, row),
        }

    def _duration(self, name: str, row: TaskWords) -> int:
        # A small model swaps two cells now and then; the words themselves tell which is which.
        for cell in (row.duration, row.people, row.priority):
            found = minutes(cell)
            if found is not None and (found in self._lengths or self._copied(cell)):
                return found
        self.assumed.append(Assumption(field="duration", task=name))
        return ASSUMED_MINUTES

    def _demands(self, name: str, row: TaskWords) -> dict[str, int]:
        found = self._demand(row)
        if found is not None:
            resource, amount = found
            return {resource: amount}
        if not self._people_matter:
            return {}
        self.assumed.append(Assumption(field="demand", task=name, resource=PEOPLE))
        return {PEOPLE: 1}

    def _demand(self, row: TaskWords) -> tuple[str, int] | None:
        for cell in (row.people, row.duration, row.priority):
            found = demand(cell) if minutes(cell) is None else None
            if found is not None and (found[1] in self._numbers or self._copied(cell)):
                return found
        return None

    def _copied(self, cell: str) -> bool:
        """Whether the words stand in the message; a language model may make some up."""
        return _squeezed(cell) in self._words

    def _priority(self, name: str, row: TaskWords) -> int:
        found = priority(row.priority)
        if found is not None:
            return found
        if self._priorities_matter:
            self.assumed.append(Assumption(field="priority", task=name))
        return 1

    def resources(
        self, tasks: Sequence[dict[str, Any]], stated: dict[str, int]
    ) -> list[dict[str, Any]]:
        # At least so many are there; a plan that counts on more might not be possible.
        needed: dict[str, int] = {}
        for task in tasks:
            for resource, amount in task["demands"].items():
                needed[resource] = max(needed.get(resource, 1), amount)
        for resource in needed:
            if resource not in stated:
                self.assumed.append(Assumption(field="capacity", resource=resource))
        return [
            {"name": resource, "capacity": stated.get(resource, least)}
            for resource, least in needed.items()
        ]


def _squeezed(text: str) -> str:
    """Without what copying may change: letter case, wide forms, blanks."""
    return "".join(fold(text).split())
