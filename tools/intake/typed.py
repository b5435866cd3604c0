"""Cells as people type them -> cells as `tools/table` reads them. What cannot be read stays as it
is, for `tools/table` to refuse with its place. A cell without a value that is needed (`TBD`, 待定)
becomes the value that is assumed, with its mark.
"""

import re

from knowledge import lazily
from knowledge.numbers import NUMBER, fold, value
from tools.plan.dates import DATED
from tools.plan.task import ASSUMED_MINUTES
from tools.prose.clock import Clock
from tools.prose.limits import is_time
from tools.table.cells import mark, minutes, unmark
from tools.table.moments import is_moment
from tools.wording.priorities import is_rank, priority

BARE = re.compile(r"\d{1,7}(?:\.\d+)?")
_NOTHING = re.compile(r"\s*(?:-+|—+|–|/|无|没有|none|n/?a|nil|空)\s*", re.IGNORECASE)
_OPEN = re.compile(
    r"\s*(?:[?？]+|…+|\.{3}|t\.?b\.?[dacn]\.?|to be (?:defined|decided|determined|confirmed|announced)|open|unknown|unclear|not (?:yet )?known|"
    r"待[定议填]|未[定知]|不(?:详|确定|知道|清楚)|暂(?:无|缺|未定)|#(?:n/a|ref!|div/0!|value!|name\?|null!|num!|spill!|calc!))\s*",
    re.IGNORECASE,
)
"""That nobody knows yet, and the errors of spreadsheets."""
_ABOUT = re.compile(
    r"(?:大约|大概|约莫|约|差不多|about |around |approximately |approx\.? ?|roughly |circa |ca\.? ?|c\. ?|[~≈∼])\s*"
)
_OR_SO = re.compile(r"\s*(?:左右|上下|or so)")
_TO = r"\s?(?:-|–|—|~|to|or|到|至|或者?)\s?"
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?")
_COMMA = re.compile(r"\d{1,3},\d{1,2}")
"""A decimal comma; “1,500” is a thousand and more."""
_SPAN = re.compile(rf"{BARE.pattern}{_TO}{BARE.pattern}")
_HEADS = r"(?:个?人|名|位|people|persons?|staff|workers?|ppl|heads?|pax)"
_COUNT = lazily.compile(rf"(?:({NUMBER})\s?{_HEADS}?{_TO})?({NUMBER})\s?{_HEADS}?")
_AND = re.compile(r"[,，、;；/&+＆\n]|\s(?:and|und)\s", re.IGNORECASE)
_BOTH_ZH = re.compile("[和与及]")
_ZH = re.compile(r"[\u4e00-\u9fff]{2,3}(?:[和与及][\u4e00-\u9fff]{2,3})+")
_BY = re.compile(r"(?:by|on|at)\s+|(?:之前|以前|前)$")


def something(cell: str) -> str:
    """The cell, or nothing if it says that there is nothing."""
    return "" if _NOTHING.fullmatch(cell) else cell


def lasting(cell: str, unit: str) -> str:
    """How long something takes; an empty cell, too, lacks what is needed.

    Args:
        unit: of bare numbers, as the heading says: `h`, `d`, `min`, or nothing.
    """
    text, guessed = unmark(cell)
    said = _plain(text)
    if not said or _NOTHING.fullmatch(said) or _OPEN.fullmatch(said):
        return mark(str(ASSUMED_MINUTES), True)
    if clock := _CLOCK.fullmatch(said):
        if unit == "min":  # minutes and seconds?
            return cell
        hours, past, seconds = (int(each or 0) for each in clock.groups())
        return mark(f"{60 * hours + past + (seconds > 0)} min", guessed)
    if unit and _COMMA.fullmatch(said):
        said = said.replace(",", ".")
    with_unit = f"{said} {unit or 'min'}"
    if (BARE.fullmatch(said) and unit in ("h", "d")) or _SPAN.fullmatch(said):
        return mark(with_unit, guessed)
    if minutes(said) is None and unit and minutes(with_unit) is not None:
        return mark(with_unit, guessed)
    return mark(said, guessed) if minutes(said) is not None else cell


def _plain(text: str) -> str:
    """Without words such as “about”."""
    said = fold(text).strip()
    if about := _ABOUT.match(said):
        said = said[about.end() :]
    return _OR_SO.sub("", said) if said.endswith(("左右", "上下", "or so")) else said


def headcount(cell: str) -> str:
    """How many people: `two`, `3人`; of `2-3` the upper end."""
    text, guessed = unmark(something(cell))
    said = _plain(text)
    if _OPEN.fullmatch(said) or (guessed and not said):
        return mark("1", True)
    found = _COUNT.fullmatch(said)
    counts = [value(each) for each in found.groups() if each] if found else []
    whole = [int(each) for each in counts if each is not None and each.denominator == 1]
    return mark(str(max(whole)), guessed) if whole and len(whole) == len(counts) else cell


def weight(cell: str) -> str:
    """Words such as “high” become the weight they stand for."""
    text, guessed = unmark(something(cell))
    if _OPEN.fullmatch(text) or (guessed and not text):
        return mark("1", True)
    if not text or re.fullmatch(r"[-\d.]+", fold(text)):
        return something(cell)
    found = priority(text)
    return cell if found is None else mark(str(found), guessed or is_rank(text))


def when(cell: str, column: str, clock: Clock | None) -> str:
    """A date, a time, or what they are called from today on: `tomorrow 8am`, 周五中午.

    Args:
        column: one of `DATED`.
        clock: when “today” is; None if nobody knows.
    """
    text, guessed = unmark(something(cell))
    said = re.sub(r"(?<=\d:\d\d):00(?!\S)", "", fold(text)).strip()
    if _OPEN.fullmatch(said):
        return ""
    if not said or is_moment(said) or minutes(said) is not None or clock is None:
        return mark(said, guessed) if said else something(cell)
    said = _BY.sub("", said).strip()
    found = clock.date(said, end=DATED[column]) if is_time(said) else None
    return cell if found is None else mark(found.isoformat(" ", "minutes"), guessed)


def persons(cell: str) -> list[str]:
    """Who stands in a cell: each of `Ann/Bob`, `Ann and Bob`, 张三和李四."""
    if not cell or _OPEN.fullmatch(cell):
        return []
    parts = [part.strip() for part in _AND.split(cell) if part.strip()]
    return [
        name for part in parts for name in (_BOTH_ZH.split(part) if _ZH.fullmatch(part) else [part])
    ]


def is_open(cell: str) -> bool:
    """Whether it says that nobody knows yet."""
    return _OPEN.fullmatch(cell) is not None
