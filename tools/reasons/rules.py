"""The rules that may forbid a task to start earlier. Each function says, for one task of a plan and
one earlier minute, with everything else as it is, which facts forbid that start; None: nothing."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from tools.plan import Assignment
from tools.plan.task import Link
from tools.reasons import staff
from tools.reasons.book import Book, Level
from tools.reasons.fitting import ends

Facts = dict[str, Any]
"""Fields of a `Link`."""


def earliest(book: Book, mine: Assignment) -> tuple[int, Facts]:
    """The first minute that bounds on the start allow, resources aside, and what sets it."""
    task = book.problem.by_name[mine.task]
    waits = [link for link in task.predecessors if link.kind != "finish-finish"]
    waited = _waited(book, waits)
    bounds = [(task.release, {"cause": "release"}), (book.problem.present, {"cause": "now"})]
    if waited is not None:
        bounds.append((waited["until"], waited))
    return max(((max(0, minute), facts) for minute, facts in bounds), key=lambda bound: bound[0])


def forbids(book: Book, mine: Assignment, minute: int) -> Facts | None:
    """The first rule that forbids a start at `minute`, which bounds and hours allow."""
    end = ends(book, mine, minute)
    found = (rule(book, mine, minute, end) for rule in (_finish, _units, _setup, _apart, _staff))
    return next((facts for facts in found if facts is not None), None)


def _waited(book: Book, links: Iterable[Link]) -> Facts | None:
    """The link that asks for the latest minute; tasks with the same link that set the same minute
    are named together, the longest first."""
    done = book.schedule.by_task
    bounds = [(_bound(link, done[link.task]), link) for link in links if link.task in done]
    if not bounds:
        return None
    until = max(minute for minute, _ in bounds)
    last = [link for minute, link in bounds if minute == until]
    longest = max(last, key=lambda link: done[link.task].end - done[link.task].start)
    kind, lag = longest.kind, longest.lag
    rest = [each.task for each in last if (each.kind, each.lag) == (kind, lag)]
    blockers = tuple(dict.fromkeys((longest.task, *rest)))
    facts = {"cause": "predecessor", "kind": kind, "lag": lag}
    return facts | {"until": until, "blockers": blockers}


def _bound(link: Link, other: Assignment) -> int:
    return (other.start if link.kind == "start-start" else other.end) + link.lag


def _finish(book: Book, mine: Assignment, minute: int, end: int) -> Facts | None:
    links = book.problem.by_name[mine.task].predecessors
    waited = _waited(book, [link for link in links if link.kind == "finish-finish"])
    return waited if waited is not None and end < waited["until"] else None


def _units(book: Book, mine: Assignment, minute: int, end: int) -> Facts | None:
    """Too few units of what its way asks for by name."""
    return _short(book, mine, book.held(book.way(mine).demands), minute, end)


def _staff(book: Book, mine: Assignment, minute: int, end: int) -> Facts | None:
    """Nobody to serve its skills. If it may pause, its end depends on who does it: beyond its first
    minute only those who do it are looked at."""
    if not book.problem.by_name[mine.task].pausable:
        return staff.shortage(book, mine, minute, end)
    found = staff.shortage(book, mine, minute, minute + 1)
    return found or _short(book, mine, book.held(mine.resources), minute, end)


def _short(
    book: Book, mine: Assignment, need: Mapping[str, int], minute: int, end: int
) -> Facts | None:
    """The last minutes in which too little of something is free; while it pauses, what is closed
    counts for nothing."""
    pausable = book.problem.by_name[mine.task].pausable
    for name, demand in need.items():
        low = [
            level
            for level in book.levels(name, minute, end, mine.task)
            if level.there - level.used < demand and not (pausable and level.there == 0)
        ]
        if low:
            facts = {"cause": "resource", "resource": name, "demand": demand}
            return facts | _lack(book, mine, name, low[-1])
    return None


def _lack(book: Book, mine: Assignment, name: str, level: Level) -> Facts:
    """How much is free then, and whom that waits for: those that give something back before the
    task starts; where none does, units come back and all that hold some are named."""
    holders = book.holders(name, level.end - 1, level.end, mine.task)
    holders.sort(key=lambda each: -each.resources[name])
    ended = [each.task for each in holders if each.end <= mine.start]
    return {
        "free": max(0, level.there - level.used),
        "there": None if ended else level.there,
        "until": level.end,
        "blockers": tuple(ended or [each.task for each in holders]),
        "skills": () if name in book.way(mine).demands else staff.serves(book, mine, name),
    }


def _setup(book: Book, mine: Assignment, minute: int, end: int) -> Facts | None:
    """Two tasks that would be next to each other on a machine, without the time to set it up."""
    for name in book.held(mine.resources):
        setups = book.problem.resource[name].setups
        if not setups:
            continue
        needed = {(each.before, each.after): each.minutes for each in setups}
        times = {each.task: (each.start, each.end) for each in book.users[name]}
        row = sorted((times | {mine.task: (minute, end)}).items(), key=lambda each: each[1])
        for (one, (_, ended)), (two, (start, _)) in pairwise(row):
            families = _families(book, one, two)
            minutes = needed.get(families, 0)
            if minutes and start < ended + minutes:
                facts = {"cause": "setup", "resource": name, "minutes": minutes}
                pair = {"pair": (one, two), "families": families}
                return facts | pair | {"blockers": _before(book, mine, (one, two))}
    return None


def _families(book: Book, one: str, two: str) -> tuple[str, str]:
    """Of two tasks; a pair that no setup has, if neither waits for the other as both have begun."""
    first, second = book.problem.by_name[one], book.problem.by_name[two]
    if first.started is not None and second.started is not None:
        return "", ""
    return first.family or "", second.family or ""


def _before(book: Book, mine: Assignment, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the tasks that start before `mine` does."""
    start = {name: book.schedule.by_task[name].start for name in names if name != mine.task}
    return tuple(name for name in start if start[name] < mine.start)


def _apart(book: Book, mine: Assignment, minute: int, end: int) -> Facts | None:
    others = book.schedule.assignments
    apart = (each for each in others if book.problem.must_not_overlap(mine.task, each.task))
    met = [other for other in apart if other.start < end and minute < other.end]
    if not met:
        return None
    met.sort(key=lambda other: -other.end)
    return {"cause": "apart", "blockers": tuple(other.task for other in met)}
