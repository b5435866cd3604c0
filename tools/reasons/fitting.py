"""Working hours: at which minutes could a task have started if only calendars and absences counted?

A task that may not pause may be given to other people with the right skills; one that may pause is
looked at with the people who do it, because who pauses depends on who they are.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from tools.plan import Assignment
from tools.reasons import staff
from tools.reasons.book import Book


def latest(book: Book, mine: Assignment, least: int) -> int | None:
    """The last start from `least` on, and before its own, that the hours allow; None if none is."""
    if book.problem.by_name[mine.task].pausable:
        return _latest_with_pauses(book, mine, least)
    duration = book.way(mine).duration
    names = {*book.held(book.way(mine).demands), *staff.able(book, mine)}
    # Going back, a start becomes possible only where its end passes a minute with fewer units.
    drops = {
        minute - duration
        for name in names
        for minute in book.changes(name, least, mine.end)
        if least <= minute - duration < mine.start - 1
    }
    tries = [mine.start - 1, *sorted(drops, reverse=True)]
    return next((minute for minute in tries if _allowed(book, mine, minute)), None)


def first(book: Book, mine: Assignment, least: int) -> int | None:
    """The first start from `least` on, before its own, that the hours allow; None if none is."""
    if least >= mine.start:
        return None
    if book.problem.by_name[mine.task].pausable:
        stretches = _stretches(book, book.held(mine.resources), least, mine)
        return next((begin for begin, _, worked in stretches if worked), None)
    names = {*book.held(book.way(mine).demands), *staff.able(book, mine)}
    changes = {minute for name in names for minute in book.changes(name, least, mine.start)}
    tries = sorted({least, *changes})
    return next((minute for minute in tries if _allowed(book, mine, minute)), None)


def _allowed(book: Book, mine: Assignment, minute: int) -> bool:
    end = minute + book.way(mine).duration
    named = book.held(book.way(mine).demands)
    enough = all(_least(book, name, minute, end) >= amount for name, amount in named.items())
    return enough and staff.shortage(book, mine, minute, end, by_hours=True) is None


def _least(book: Book, name: str, begin: int, end: int) -> int:
    changes = book.changes(name, begin, end)
    return min(book.there(name, minute) for minute in (begin, *changes))


def _latest_with_pauses(book: Book, mine: Assignment, least: int) -> int | None:
    """Counts back the minutes in which it could work, until the next one in which it can neither
    work nor pause because some, but too few units are there."""
    duration, room = book.way(mine).duration, book.way(mine).duration
    for begin, end, worked in reversed(_stretches(book, book.held(mine.resources), least, mine)):
        if worked is None:
            room = 0
        elif worked:
            needed = max(1, duration - room)
            if end - begin >= needed:
                return end - needed
            room += end - begin
    return None


def _stretches(
    book: Book, need: Mapping[str, int], least: int, mine: Assignment
) -> list[tuple[int, int, bool | None]]:
    """From `least` to its start: whether all that it needs is there (True), or some of it is closed
    (False), or some of it is there, but too little (None)."""
    changes = {minute for name in need for minute in book.changes(name, least, mine.start)}
    found: list[tuple[int, int, bool | None]] = []
    for begin, end in pairwise(sorted({least, mine.start, *changes})):
        there = {name: book.there(name, begin) for name in need}
        short = any(0 < there[name] < amount for name, amount in need.items())
        found.append((begin, end, None if short else all(there.values())))
    return found


def ends(book: Book, mine: Assignment, minute: int) -> int:
    """When it would end if it started at `minute`, which the hours allow."""
    work = book.way(mine).duration
    if not book.problem.by_name[mine.task].pausable:
        return minute + work
    need = book.held(mine.resources)
    changes = {at for name in need for at in book.changes(name, minute, mine.end)}
    for begin, end in pairwise(sorted({minute, mine.end, *changes})):
        if all(book.there(name, begin) for name in need):
            if end - begin >= work:
                return begin + work
            work -= end - begin
    return mine.end


def closing(book: Book, mine: Assignment, least: int, before: int | None) -> dict[str, Any] | None:
    """What its resources' hours forbid in the minute before its start; `before` is its latest
    start before that, and `least` the minute from which it could start at all."""
    task, way = book.problem.by_name[mine.task], book.way(mine)
    moment = mine.start - 1
    need = book.held(mine.resources if task.pausable else way.demands)
    low = [name for name, amount in need.items() if book.there(name, moment) < amount]
    if not low:
        end = moment + way.duration
        return staff.shortage(book, mine, moment, end, by_hours=True)
    name = min(low, key=lambda name: book.there(name, moment))
    facts = {"piece": None if task.pausable else way.duration, "latest": before}
    if before is None and not task.pausable and not way.skills:
        facts["left"] = _longest(book, need, least, mine)
    return facts | {
        "cause": "closed",
        "resource": name,
        "demand": need[name],
        "there": book.there(name, moment),
        "since": book.since(name, moment),
        "until": mine.start,
        "skills": staff.serves(book, mine, name),
    }


def _longest(book: Book, need: Mapping[str, int], least: int, mine: Assignment) -> int:
    """The longest stretch from `least` to its start in which all that it needs is there."""
    longest = current = 0
    for begin, end, there in _stretches(book, need, least, mine):
        current = current + end - begin if there else 0
        longest = max(longest, current)
    return longest
