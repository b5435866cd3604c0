"""By when a procedure promises a step, or how long it waits: the words of it, and the minute of a
plan that they mean. Days count as the law counts them: the day on which something happens does not
count, and a working day ends when work ends (Civil Code of China, articles 201 and 203; Regulation
(EEC) 1182/71, article 3). It knows no tasks.
"""

import re
from collections.abc import Sequence
from typing import Literal

from knowledge.language import HAN
from knowledge.numbers import fold
from tools.plan import Problem
from tools.plan.calendar import Calendar
from tools.plan.dates import moment_of
from tools.plan.hours import DAY, Span, open_stretches
from tools.record import Record
from tools.wording.durations import DAY as WORKED
from tools.wording.durations import SECONDS, durations

_WORKING = re.compile(r"working|business|工作")
_DAYS = re.compile(r"(?:days?|weeks?|months?|[天日周月]|星期|礼拜)")
_BACKWARDS = re.compile(r"\d [a-z]+ before (?:the|an?|it)\b|starting .* before|前\s?\d")
_WITHIN = re.compile(r"within|up to|by |no later|before|以内|之内|内|前|不超过|最多|最长")
_AFTER = re.compile(r"^(?:after|\d+ [\w ]+ after)|之后|后$|后\s?\d")
_SINCE = re.compile(
    r"\b(?:of|after|from|since) (?:the |an? |its )?(?P<en>[a-z][a-z ]+)$|"
    rf"^(?:自|从)?(?P<zh>[{HAN}]{{2,}}?)(?:之日起|后|起)\s?\d"
)
_COMES = re.compile(
    r"arriv|receipt|receiv|form|request|message|call|parcel|application|complaint|appeal|order|"
    r"到货|收到|来电|来信|申请|投诉|请求|签收|受理|下单"
)
"""What comes from outside: no step of ours brings it about."""
STEM = 5
"""Letters that words of one family share: approval, approves."""
LOOK = 60 * DAY
"""How far ahead working days are looked for, beside twice their number."""


class Wait(Record):
    """How long, and counted how."""

    amount: int
    unit: Literal["minutes", "working minutes", "days", "working days"]
    since: str = ""
    """What it is counted from, in the words of the procedure; empty: the step before."""


class Promised(Record):
    """What a part of a bracket says of the time of a step."""

    kind: Literal["within", "wait"]
    wait: Wait


def promise(part: str) -> Promised | None:
    """“Within 1 working day of arrival”, “after 2 hours”; None if it is no such thing, or counts
    backwards from something to come."""
    low = fold(part).strip()
    if counts_back(part) or (wait := _wait(low)) is None:
        return None
    if _WITHIN.search(low):
        return Promised(kind="within", wait=wait)
    return Promised(kind="wait", wait=wait) if _AFTER.search(low) else None


def counts_back(part: str) -> bool:
    """Whether a time is counted back from something to come: “3 days before the count”."""
    return bool(_BACKWARDS.search(fold(part)))


def _wait(low: str) -> Wait | None:
    found, clock = durations(low), durations(low, SECONDS)
    if not found or found[0].minutes < 1:
        return None
    words, worked, passed = low[found[0].start : found[0].end], found[0].minutes, clock[0].minutes
    working, said = bool(_WORKING.search(words)), _SINCE.search(low)
    since = (said["en"] or said["zh"]) if said else ""
    whole = worked % WORKED == 0 if working else passed % (DAY * 60) == 0
    if _DAYS.search(words) and whole:
        days = worked // WORKED if working else passed // (DAY * 60)
        return Wait(amount=days, unit="working days" if working else "days", since=since)
    minutes = worked if working else -(-passed // 60)
    return Wait(amount=minutes, unit="working minutes" if working else "minutes", since=since)


def meant(since: str, steps: Sequence[str]) -> int | None:
    """The place of the last of `steps` that does what is counted from; None if it comes from
    outside, or no step does it."""
    if _COMES.search(since):
        return None
    stems = [word[:STEM] for word in re.findall(r"[a-z]{4,}", since)]
    pairs = [since[at : at + 2] for at in range(len(since) - 1)] if not since.isascii() else []
    for place in reversed(range(len(steps))):
        if any(each in steps[place].lower() for each in (*stems, *pairs)):
            return place
    return None


def later(minute: int, wait: Wait, plan: Problem | None, calendar: Calendar | None) -> int:
    """The minute of the plan at which `wait` is over, counted from `minute`.

    Args:
        calendar: the working hours that count; without them every hour does, and a working day
            has 24 of them.
    """
    passed = wait.amount * (DAY if wait.unit in ("days", "working days") else 1)
    working = wait.unit in ("working minutes", "working days")
    spans = _open(minute, LOOK + 2 * passed, plan, calendar) if working else []
    if not spans or plan is None:
        return minute + passed
    if wait.unit == "working days":
        return _day_end(minute, wait.amount, spans, plan)
    return _worked(minute, wait.amount, spans)


def _open(minute: int, ahead: int, plan: Problem | None, calendar: Calendar | None) -> list[Span]:
    """When work is done after `minute`; nothing if nobody knows."""
    if plan is None or calendar is None or plan.start is None:
        return []
    spans = open_stretches(calendar, plan.start, plan.time_zone, minute + ahead)
    return [(max(begin, minute), end) for begin, end in spans if end > minute]


def _day_end(minute: int, count: int, spans: list[Span], plan: Problem) -> int:
    """The end of the working day that is `count` working days after the day of `minute`."""
    ends = {moment_of(begin, plan).date(): end for begin, end in spans}
    first = moment_of(minute, plan).date()
    days = [end for day, end in ends.items() if day > first]
    return days[min(count, len(days)) - 1] if days else minute + count * DAY


def _worked(minute: int, left: int, spans: list[Span]) -> int:
    for begin, end in spans:
        if end - begin >= left:
            return begin + left
        left -= end - begin
    return minute + left
