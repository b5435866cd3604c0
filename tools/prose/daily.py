"""Tasks under headings that are days: “Monday: cutting 2 hours, welding 1 hour. Tuesday: ...”,
“周一：点检、换模；周二：试产”."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from knowledge.numbers import fold
from tools.prose.clock import Clock
from tools.prose.limits import Limit
from tools.prose.records import Row
from tools.wording.days import words_of_day

_HEADING = re.compile(
    r"(?:(?:^|(?<=[。；;\n!！])|(?<=\. ))[ \t*#•·-]*(?P<day>[^\n:：。；;,，、.]{2,24}?)[ \t*]*[:：](?!\d)"
    r"|(?:^|(?<=\n))[ \t*#•·【\[-]*(?P<line>[^\n:：。；;,，、.【】\[\]]{2,16}?)[ \t*】\]]*(?=\n))"
)
"""A day before a colon, or alone on its line."""
_AND_NO_MORE = re.compile(
    r"(?:on|the|all|work(?:ing)?|tasks?|for|day|plan|的?(?:任务|工作|安排|计划)|[要做先\s()（）])*"
)
WEEK = timedelta(days=7)
SEVERAL = 2
"""Headings; under a single one the plan begins on that day."""
MORNING = "08:00"
"""When a day begins whose hours nobody tells."""


class Day(NamedTuple):
    """A heading, its date, and where it and what stands under it begin and end."""

    date: date
    start: int
    end: int
    last: int


def give_days(message: str, rows: Sequence[Row], clock: Clock) -> list[Row]:
    """Rows under a day start on that day at the earliest, and should end on it.

    Returns:
        the rows that took them.
    """
    found = []
    for day in _days(fold(message), clock):
        for row in rows:
            if day.end <= row.start < day.last and not row.limits:
                if day.date > clock.now.date():
                    words = f"{day.date.isoformat()} {MORNING}"
                    row.limits["release"] = Limit(day.start, day.end, "release", words)
                row.limits["due"] = Limit(day.start, day.end, "due", day.date.isoformat())
                found.append(row)
    return found


def _days(low: str, clock: Clock) -> Iterator[Day]:
    """The headings in order: a weekday is the next one after the day before it."""
    found = [
        (when, match)
        for match in _HEADING.finditer(low)
        if (words := words_of_day(said := match["day"] or match["line"]))
        and _AND_NO_MORE.fullmatch(said.replace(words, " ", 1))
        and (when := clock.date(words, end=False) or clock.now) is not None
    ]
    if len(found) < SEVERAL:
        return
    before = found[0][0].date()
    starts = [match.start("day") if match["day"] else match.start("line") for _, match in found]
    for (when, match), (_, last) in zip(found, pairwise([*starts, len(low)]), strict=True):
        before = max(when.date(), before + (when.date() - before) % WEEK)
        start = match.start("day") if match["day"] else match.start("line")
        yield Day(before, start, match.end(), last)
