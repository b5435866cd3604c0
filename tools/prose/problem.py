"""Rows -> Problem: who waits for whom, when the named times are, what there is of each resource, and
for each value the words it is from, or that it was assumed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from knowledge.numbers import fold
from tools.plan import PEOPLE, Assumption, Problem
from tools.plan.calendar import time_of_day
from tools.plan.problem import Origin
from tools.plan.task import ASSUMED_MINUTES
from tools.prose.able import spoken_of
from tools.prose.allotted import allot
from tools.prose.beginning import beginning, begins_at, day_before
from tools.prose.clock import Clock
from tools.prose.counted import counted
from tools.prose.daily import give_days
from tools.prose.either import either, ways
from tools.prose.lags import lags
from tools.prose.limits import Limit
from tools.prose.links import links
from tools.prose.ranked import rank
from tools.prose.records import Reading, Row, Said
from tools.prose.segments import segments
from tools.prose.sequence import words_of_order
from tools.prose.shift import WEEK, Shift
from tools.prose.unread import unread
from tools.record import PlanError
from tools.wording.days import words_of_day
from tools.wording.moments import clock_time
from tools.wording.order import dependencies
from tools.wording.priorities import is_rank

URGENCY = re.compile(
    r"优先|紧急|要紧|重要|urgent|important|asap|(?<![a-z])p(?:rio|[0-9])", re.IGNORECASE
)
DEADLINE = re.compile(
    r"截止|期限|之?内(?:要|必须|得)?(?:做?完|完成)|点(?:钟|半)?(?:之|以)?前|最[晚迟]|"
    r"\b(?:due|deadline|no later than|not before)\b|"
    r"\bby (?:noon|\d|mon|tue|wed|thu|fri|sat|sun|the end)",
    re.IGNORECASE,
)
"""Words about dates; where no date could be read, the user is told so."""


def problem_of(read: Reading, clock: Clock) -> Problem:
    """The problem in what was read.

    Raises:
        PlanError: no task at all, or they cannot be planned as said.
    """
    if not read.rows:
        raise PlanError("no-tasks-read")
    return _Builder(read, clock).problem()


class _Builder:
    def __init__(self, read: Reading, clock: Clock) -> None:
        self._read, self._rows, self._clock = read, read.rows, clock
        nouns = {name for row in read.rows for name in row.held} - read.capacity.keys()
        self._there = counted(read.message, read.rows, nouns) | read.capacity
        self._people = read.people
        self._assumed: list[Assumption] = []
        self._origins: list[Origin] = []
        self._skills = list(dict.fromkeys(s for each in read.able for s in each.skills))
        for row in self._rows:
            if not row.staffed and (skill := spoken_of(row.low, self._skills)):
                row.skill = Said(1, skill)
        for row in give_days(read.message, read.rows, clock):
            if read.shift is None and "release" in row.limits:
                self._assume("release", row.name)
        rank(read.message, read.rows)
        start = beginning(read.message, read.rows, read.shift)
        self._left = [
            each for each in allot(read.message, read.rows) if not start or each.kind != "release"
        ]
        staffed = read.shift is not None or PEOPLE in read.capacity
        self._people_matter = staffed or any(map(self._staffed, self._rows))
        said = URGENCY.search(read.message)
        self._priorities_matter = said is not None or any(row.priority for row in self._rows)
        self._begins, assumed = begins_at(start, read.shift, clock)
        for row in self._rows if assumed else ():
            self._assume("release", row.name)
        parts = segments(fold(read.message), read.rows)
        self._parts = {row.name: part for row, part in zip(read.rows, parts, strict=True)}
        self._lags = {(each.task, each.other): each for each in lags(read.message, read.rows)}
        self._timed = read.shift is not None or self._begins > 0
        self._calendar = self._working(read.shift) if read.shift else None

    def problem(self) -> Problem:
        after, together = self._order()
        undated = DEADLINE.search(self._read.message) and not any(r.limits for r in self._rows)
        if undated or self._left:
            self._assumed.append(Assumption(field="deadline"))
        self._order_from(after)
        tasks = [self._task(row, after.get(row.name, ()), together) for row in self._rows]
        data: dict[str, Any] = {"tasks": tasks, "resources": self._resources(tasks)}
        if self._calendar is not None:
            data["calendars"] = [self._calendar]
        if self._timed:
            start = self._clock.start + timedelta(minutes=self._begins)
            data |= {"start": start, "time_zone": self._clock.time_zone}
        data["assumed"] = [each.model_dump() for each in dict.fromkeys(self._assumed)]
        data["origins"] = [each.model_dump() for each in self._origins]
        data["unread"] = unread(self._read)
        return Problem.read(data)

    def _order(self) -> tuple[dict[str, tuple[str, ...]], Mapping[str, Sequence[str]]]:
        """As it was read with the rows; else by the clauses, and where these say nothing, by the
        names in the message."""
        if (order := self._read.order) is not None:
            for name in order.after:
                if name in order.unclear:
                    self._assume("order", name)
            return order.after, order.together
        found = links(self._read)
        after = dict(found.after)
        named = dependencies(self._read.message, list(after))
        if not any(after.values()):
            after = {name: () if name in found.free else named.after[name] for name in after}
        for unclear in named.unclear:
            if not after.get(unclear.task) and unclear.task not in found.free:
                self._assume("order", unclear.task)
        return after, found.together

    def _order_from(self, after: Mapping[str, Sequence[str]]) -> None:
        """From where it is known who waits for whom; of a wait that lasts longer the lag tells."""
        unclear = {each.task for each in self._assumed if each.field == "order"}
        said = {
            name: [other for other in others if (name, other) not in self._lags]
            for name, others in after.items()
            if name not in unclear
        }
        for name, words in words_of_order(self._read.message, self._rows, said, self._parts):
            self._from("order", name, words)

    def _working(self, shift: Shift) -> dict[str, Any]:
        self._from("hours", None, self._read.message[shift.start : shift.end])
        if shift.days is None:
            self._assume("days", None)
        hours = [
            {"days": shift.days or WEEK, "start": time_of_day(first), "end": time_of_day(last)}
            for first, last in shift.hours
        ]
        name = ", ".join(f"{each['start']}–{each['end']}" for each in hours)
        return {"name": name, "hours": hours}

    def _staffed(self, row: Row) -> bool:
        return row.skill is not None or any(
            name == PEOPLE or name in self._people for name in row.held
        )

    def _task(
        self, row: Row, after: Sequence[str], together: Mapping[str, Sequence[str]]
    ) -> dict[str, Any]:
        duration = self._duration(row)
        part = self._parts[row.name]
        pairs = list(either(self._read.message[part.start : part.stop], row))
        demands, others = ways(self._demands(row), pairs)
        task: dict[str, Any] = {
            "name": row.name,
            "duration": duration,
            "demands": demands,
            "alternatives": [{"duration": duration, "demands": each} for each in others],
            "skills": {row.skill.words: row.skill.value} if row.skill else {},
            "pausable": self._outlasts(row),
            "priority": self._priority(row),
            "after": [other for other in after if (row.name, other) not in self._lags],
            "links": [
                *({"task": other, "kind": "start-start"} for other in together.get(row.name, ())),
                *self._apart(row),
            ],
        }
        for kind, limit in row.limits.items():
            minute = self._minute(limit, end=kind in ("due", "deadline"))
            if minute is None:
                self._assume("deadline", row.name)
            else:
                self._timed = True
                task[kind] = self._since_start(minute, kind)
                if kind != "fixed":  # of which the words say how long it takes, too
                    self._from(kind, row.name, self._read.message[limit.start : limit.end])
        return task

    def _apart(self, row: Row) -> Iterator[dict[str, Any]]:
        """The waits that last longer than until another task ends."""
        for (task, other), lag in self._lags.items():
            if task == row.name:
                self._from("order", task, self._read.message[lag.start : lag.end])
                yield {"task": other, "lag": lag.minutes}

    def _minute(self, limit: Limit, *, end: bool) -> int | None:
        """The minute from now of a limit: an hour alone is on the day that was spoken of, or else
        on one after the plan has begun: “Tomorrow at 9 we start ... must be done by 16:00”."""
        words = limit.words
        if words_of_day(words):
            return self._clock.minute(words, end=end)
        if clock_time(words) is not None and limit.kind != "fixed":
            first = min(row.start for row in self._rows)
            day = day_before(self._read.message, limit.start, first)
            if day and (found := self._clock.minute(f"{day} {words}", end=end)) is not None:
                return found
        minute = self._clock.minute(words, end=end)
        if minute is None or minute >= self._begins:
            return minute
        begun = Clock(self._clock.start + timedelta(minutes=self._begins), self._clock.time_zone)
        later = begun.minute(words, end=end)
        return None if later is None else later + self._begins

    def _since_start(self, minute: int, kind: str) -> int:
        """A minute from now as one from the start of the plan."""
        since = minute - self._begins
        return max(0, since) if kind == "release" else since

    def _outlasts(self, row: Row) -> bool:
        """Whether it takes longer than people work at one go, so that it must pause."""
        shift = self._read.shift
        minutes = row.duration.value if row.duration else ASSUMED_MINUTES
        return shift is not None and minutes > shift.longest

    def _duration(self, row: Row) -> int:
        if row.duration is None:
            self._assume("duration", row.name)
            return ASSUMED_MINUTES
        self._from("duration", row.name, row.duration.words)
        return row.duration.value

    def _demands(self, row: Row) -> dict[str, int]:
        for name, said in row.held.items():
            self._from("demand", row.name, said.words, name)
        held = {name: said.value for name, said in row.held.items() if said.value}
        if self._staffed(row) or not self._people_matter:
            return held
        self._assume("demand", row.name, PEOPLE)
        return {PEOPLE: 1, **held}

    def _priority(self, row: Row) -> int:
        if row.priority is not None:
            self._from("priority", row.name, row.priority.words)
            if is_rank(row.priority.words):
                self._assume("priority", row.name)
            return row.priority.value
        if self._priorities_matter:
            self._assume("priority", row.name)
        return 1

    def _resources(self, tasks: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        # At least so many are there; a plan that counts on more might not be possible.
        needed: dict[str, int] = {}
        for task in tasks:
            for way in (task, *task["alternatives"]):
                for name, amount in way["demands"].items():
                    needed[name] = max(needed.get(name, 1), amount)
        able = {name: each.skills for each in self._read.able for name in each.names}
        needed |= dict.fromkeys(able, 1)
        persons = {name for row in self._rows for name in row.persons} | set(able)
        for name in needed:
            if said := self._said(name):
                self._from("capacity", None, said.words, name)
            elif name not in persons:  # of a person there is one
                self._assume("capacity", None, name)
        people = {PEOPLE, *self._people, *able}
        working = self._calendar["name"] if self._calendar else None
        return [
            {
                "name": name,
                "capacity": said.value if (said := self._said(name)) else least,
                "kind": "people" if name in people else None,
                "skills": able.get(name, ()),
                "calendar": working if name in people else None,
            }
            for name, least in needed.items()
        ]

    def _said(self, name: str) -> Said | None:
        """How many there are; "the van" may be said of the cool van."""
        if name in self._there:
            return self._there[name]
        alike = (noun for noun in self._there if name.endswith(noun) and noun != PEOPLE)
        return next((self._there[noun] for noun in alike), None)

    def _assume(self, field: str, task: str | None, resource: str | None = None) -> None:
        self._assumed.append(Assumption(field=field, task=task, resource=resource))

    def _from(self, field: str, task: str | None, words: str, resource: str | None = None) -> None:
        self._origins.append(Origin(field=field, task=task, resource=resource, words=words))
