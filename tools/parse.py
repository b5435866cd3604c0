"""The tool `parse_tasks`: the words of a message -> Problem. The language model copies words; the
code here turns them into numbers and marks every value that the message does not give."""

import re
from collections.abc import Sequence
from typing import Any

from langchain.tools import tool
from langgraph.types import Command
from pydantic import BaseModel, ConfigDict

from tools.intake.inputs import take_text
from tools.plan import PEOPLE, Assumption, Problem
from tools.plan.task import ASSUMED_MINUTES
from tools.prose.problem import Clock, problem_of
from tools.prose.rows import read_rows
from tools.record import PlanError
from tools.state import Runtime, received, refuse, reply
from tools.telling import tell_problem
from tools.telling.intake import tell_notes
from tools.wording.durations import durations, minutes
from tools.wording.numbers import fold, spans
from tools.wording.order import dependencies
from tools.wording.people import capacity, demand
from tools.wording.priorities import priority
from tools.wording.quantities import is_people

PRIORITY_WORD = re.compile(r"优先|(?<![a-z])p(?:rio|[0-9])", re.IGNORECASE)
SHARED = re.compile(
    r"(?:[各都均每]|其[余他]|\b(?:all|both|each|every|rest|others?)\b)[^，。；,.;]{0,16}"
    r"(?:优先|prio|紧急|urgent|important|重要)|(?:优先|prio)[^，。；,.;]{0,16}\b(?:all|both|each)\b",
    re.IGNORECASE,
)
"""Words that give one priority to several tasks."""
EACH = re.compile(r"[各每均都]|\b(?:each|both|all|every|same|apiece)\b", re.IGNORECASE)
"""Words that may give one amount to several tasks."""
URGENCY = re.compile(r"紧急|要紧|重要|urgent|important|asap", re.IGNORECASE)
DEADLINE = re.compile(
    r"截止|期限|之?内(?:要|必须|得)?(?:做?完|完成)|点(?:钟|半)?(?:之|以)?前|最[晚迟]|"
    r"\b(?:due|deadline|no later than|not before)\b|"
    r"\bby (?:noon|\d|mon|tue|wed|thu|fri|sat|sun|the end)",
    re.IGNORECASE,
)
"""Words about dates, which are not read yet: the user is told so."""
WAITING = re.compile(
    r"[\s,]+(?:after|before|once|when|until|following|as soon as|at the end)\b.*$|(?:之|以)[前后]$",
    re.IGNORECASE,
)
SHORT_SENTENCE = 24  # characters: a total and no more


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
    language = runtime.context.language
    try:
        taken = take_text(received(runtime))
        problem = taken.problem or read_tasks(tasks, taken.words)
    except PlanError as error:
        return refuse(runtime, error)
    words, notes = tell_problem(problem, language), tell_notes(taken.notes, language)
    return reply(runtime, words, preface=notes, problem=problem, schedule=None, explanation=None)


def read_tasks(rows: Sequence[TaskWords], message: str) -> Problem:
    """The problem in the copied words; values that are not in them are listed in `assumed`.

    Raises:
        PlanError: no task at all, or they cannot be planned as said.
    """
    rows = _tasks_only(_own_words([_unswapped(row) for row in rows], message), message)
    if not rows or not (durations(message) or any(row.people or row.priority for row in rows)):
        raise PlanError("no-tasks-read")
    names = [row.name for row in rows]
    # The copied words are good for names and amounts; of the order a small model gets a third
    # wrong, so the code reads it from the message with the names as anchors.
    order = dependencies(message, names)
    reader = _Reader(rows, message)
    reader.assumed += [
        Assumption(field="order", task=task)
        for task in dict.fromkeys(unclear.task for unclear in order.unclear)
        if not order.after.get(task)
    ]
    if DEADLINE.search(message):
        reader.assumed.append(Assumption(field="deadline"))
    tasks = [reader.task(row) | {"after": order.after.get(row.name, ())} for row in rows]
    resources = reader.resources(tasks, _totals(message))
    return Problem.read(
        {
            "tasks": tasks,
            "resources": resources,
            "assumed": [each.model_dump() for each in reader.assumed],
        }
    )


def read_by_rules(message: str, clock: Clock) -> Problem:
    """The problem in `message`, read without a language model.

    Raises:
        PlanError: no task at all, or they cannot be planned as said.
    """
    return problem_of(read_rows(message), clock)


def _as_written(name: str, message: str) -> str:
    """With the capitals of the message, which a small model writes small."""
    place = message.lower().find(name.lower())
    return message[place : place + len(name)] if place >= 0 else name


def _tasks_only(rows: Sequence[TaskWords], message: str) -> list[TaskWords]:
    """Without repetitions and lines about people, such as `8 of us | 8 of us | ...`."""
    kept: dict[str, TaskWords] = {}
    for row in rows:
        name = _as_written(_own_name(row.name), message)
        total = capacity(name) or name in (row.duration, row.people) or _of_all(row)
        if name and not total and not _of_people(name, row):
            kept.setdefault(name.casefold(), row.model_copy(update={"name": name}))
    return list(kept.values())


def _own_name(name: str) -> str:
    """A name without the words about the order that a small model copies along: `post the journals
    after both of those`."""
    name = " ".join(name.split())
    return WAITING.sub("", name) or name


def _of_people(name: str, row: TaskWords) -> bool:
    """Whether a row without a duration of its own names people and no work: `three clerks.`"""
    if any(minutes(cell) is not None for cell in (row.duration, row.people, row.priority)):
        return False
    return is_people(name) or (demand(name) or ("", 0))[0] == PEOPLE


def _totals(message: str) -> dict[str, int]:
    """How many of each resource there are; also `... after inventory. 3 staff`."""
    stated = capacity(message)
    last = re.split(r"[。；;!！?？\n]|\.(?!\d)", message.strip(" .。!！"))[-1].strip()
    said = demand(last) if len(last) < SHORT_SENTENCE and minutes(last) is None else None
    if said is not None and said[0] == PEOPLE:
        stated.setdefault(PEOPLE, said[1])
    return stated


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


def _own_words(rows: Sequence[TaskWords], message: str) -> list[TaskWords]:
    """Each row with words of its own: a small model repeats those of the row before, and takes the
    number of a list item for a priority. Words that stand in the message once are given once, to
    the first row that has them, unless the message shares them out."""
    left = whole = message.casefold()
    each = EACH.search(message) is not None
    shared = {"duration": each, "people": each, "priority": SHARED.search(message) is not None}
    result = []
    for row in rows:
        own = {}
        for field in shared:
            said = getattr(row, field).strip().casefold()
            known = said in whole
            taken = known and said not in left
            foreign = field == "priority" and not (
                known and (PRIORITY_WORD.search(message) or not said.isdigit())
            )
            own[field] = "" if taken or foreign else said
            if not shared[field] and not said.isdigit():
                left = left.replace(said, "\0", 1)
        result.append(row.model_copy(update=own))
    return result


class _Reader:
    """Turns rows into task values, and notes what had to be assumed."""

    def __init__(self, rows: Sequence[TaskWords], message: str) -> None:
        self.assumed: list[Assumption] = []
        self._words = _squeezed(message)
        self._lengths = {each.minutes for each in durations(message)}
        self._numbers = {each.value for each in spans(message)}
        self._people_matter = any(self._demand(row) for row in rows)
        urgent = PRIORITY_WORD.search(message) or URGENCY.search(message)
        read = any(priority(row.priority) is not None for row in rows)
        self._priorities_matter = read or urgent is not None

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
