"""How long tasks wait and run by the weekly hours of their calendars alone, whoever is missing and
whatever is open out of turn."""

from typing import NamedTuple

import numpy as np

from tools.plan import Problem, Task
from tools.plan.hours import DAY, WEEK, bounds, open_stretches, wall
from tools.plan.task import Way
from tools.solver.instance import Numbers

Hours = frozenset[str]
"""Names of calendars: the hours in which all of them are open."""
WINDOW = 800 * DAY
"""Two years with all changes of the clock: what comes at all comes within it."""
YEARLY = 56 * WEEK
"""After so long the hours that several zones share come again."""
MANY = 64
"""Sets of calendars of one way that are looked at; if there are more, the longest is taken."""


class Longest(NamedTuple):
    """Of one task, whichever way it is done and whoever does it. All in minutes."""

    waits: int
    """From any minute until it can be begun."""
    runs: int
    """From its start to its end, with pauses."""
    rare: int
    """When the last stretch has passed that is open out of turn, if it may be the only one in which
    somebody can do the task; else 0."""


class Ordinary:
    """The weekly hours of one problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.calendar_of = {each.name: each.calendar for each in problem.resources}
        self.asked = _asked(problem)
        names = dict.fromkeys(
            each.calendar for each in problem.resources if each.calendar and each.name in self.asked
        )
        self.used = [problem.calendar[name] for name in names]
        self._spans: dict[Hours, tuple[Numbers, Numbers]] = {}
        self._sets: dict[tuple[frozenset[str], tuple[tuple[str, int], ...]], list[Hours] | None]
        self._sets = {}
        self._known: dict[tuple[Hours, int, bool], Longest] = {}

    @property
    def again(self) -> int:
        """Minutes after which any pattern of hours comes again."""
        zones = {each.time_zone or self.problem.time_zone for each in self.used}
        return YEARLY if len(zones) > 1 else WEEK if zones else 0

    def longest(self, task: Task) -> Longest:
        if not self.used:
            return Longest(0, max(way.duration for way in task.ways), 0)
        found = []
        for way in task.ways:
            sets = self._among(way)
            if sets is None:
                runs = way.duration * (self.again if task.pausable else 1)
                found.append(Longest(self.again, runs, self._last_extra(self._all_hours())))
            else:
                found += [self._by(hours, way.duration, task.pausable) for hours in sets]
        return found[0] if len(found) == 1 else Longest(*map(max, zip(*found, strict=True)))

    def room(self, piece: int) -> int:
        """Minutes of a week at least in which every calendar is open and so long a piece of work
        can still be begun."""
        begins, ends = self._open(self._all_hours())
        gains = np.maximum(0, ends - begins - piece)
        weeks = np.bincount(begins // WEEK, weights=gains, minlength=WINDOW // WEEK)
        return int(weeks[1 : WINDOW // WEEK - 1].min())

    def _all_hours(self) -> Hours:
        return frozenset(each.name for each in self.used)

    def _among(self, way: Task | Way) -> list[Hours] | None:
        """The hours of everyone who may do it together; None if those are too many."""
        key = frozenset(way.demands), tuple(way.skills.items())
        if key not in self._sets:
            self._sets[key] = self._crews(way)
        return self._sets[key]

    def _crews(self, way: Task | Way) -> list[Hours] | None:
        named = (self.calendar_of[name] for name in way.demands)
        found = {frozenset(name for name in named if name is not None)}
        for skill, amount in way.skills.items():
            calendars = {each.calendar for each in self.problem.skilled[skill]}
            for _ in range(min(amount, len(calendars))):
                found = {
                    hours | {name} if name is not None else hours
                    for hours in found
                    for name in calendars
                }
                if len(found) > MANY:
                    return None
        return list(found)

    def _by(self, hours: Hours, duration: int, pausable: bool) -> Longest:
        key = hours, duration, pausable
        if key not in self._known:
            self._known[key] = self._reckoned(*key)
        return self._known[key]

    def _reckoned(self, hours: Hours, duration: int, pausable: bool) -> Longest:
        begins, ends = self._open(hours)
        piece = 1 if pausable else duration
        enough = ends - begins >= piece
        if not enough.any():
            return Longest(0, duration, self._last_extra(hours))
        last = np.concatenate(([0], ends[enough] - piece))
        waits = int((np.append(begins[enough], WINDOW) - last).max())
        return Longest(waits, _pausing(begins, ends, duration) if pausable else duration, 0)

    def _open(self, hours: Hours) -> tuple[Numbers, Numbers]:
        """Stretches in which all of them are open, as begins and ends."""
        if hours not in self._spans:
            begins, ends = np.array([0]), np.array([WINDOW])
            for name in sorted(hours):
                begins, ends = _common(begins, ends, *self._weekly(name))
            self._spans[hours] = begins, ends
        return self._spans[hours]

    def _weekly(self, name: str) -> tuple[Numbers, Numbers]:
        calendar = self.problem.calendar[name].model_copy(update={"closed": (), "extra": ()})
        assert self.problem.start is not None
        spans = open_stretches(calendar, self.problem.start, self.problem.time_zone, WINDOW)
        table = np.array(spans, dtype=np.int64).reshape(-1, 2)
        return table[:, 0], table[:, 1]

    def _last_extra(self, hours: Hours) -> int:
        """When the last stretch is over that is open out of turn; two days more, for their clocks
        may differ."""
        assert self.problem.start is not None
        first = wall(self.problem.start)
        extra = (each for name in hours for each in self.problem.calendar[name].extra)
        return max((bounds(each)[1] - first + 2 * DAY for each in extra), default=0)


def _asked(problem: Problem) -> set[str]:
    """Resources that some task may hold: nobody waits for the hours of the others."""
    ways = [way for task in problem.tasks for way in task.ways]
    skills = {skill for way in ways for skill in way.skills}
    able = {each.name for skill in skills for each in problem.skilled.get(skill, ())}
    return able.union(*(way.demands for way in ways))


def _common(a: Numbers, a_end: Numbers, b: Numbers, b_end: Numbers) -> tuple[Numbers, Numbers]:
    """What two sorted lists of stretches share: each shared one begins where one of the two does,
    while the other is open."""
    begins = np.union1d(a, b)
    ends = np.minimum(_end_at(begins, a, a_end), _end_at(begins, b, b_end))
    return begins[ends > begins], ends[ends > begins]


def _end_at(minutes: Numbers, begins: Numbers, ends: Numbers) -> Numbers:
    """The end of the stretch that is open at each minute; the minute itself if none is."""
    if not len(begins):
        return minutes
    at = np.searchsorted(begins, minutes, side="right") - 1
    return np.where(at < 0, minutes, np.maximum(minutes, ends[at]))


def _pausing(begins: Numbers, ends: Numbers, duration: int) -> int:
    """The longest time that so many minutes of work take that pause between the stretches: begun at
    the end of one of them."""
    done = np.cumsum(ends - begins)
    total = int(done[-1])
    if 2 * duration > total:
        return (duration // total + 2) * WINDOW
    since = done[done + duration <= total]
    stop = np.searchsorted(done, since + duration)
    spans = ends[stop] - (done[stop] - since - duration) - ends[: len(since)]
    return int(spans.max(initial=duration)) + 1
