"""Durations, moments, lists and names, as every sentence says them."""

import re
from collections.abc import Iterable
from datetime import datetime

from tools.phrases import Language, say
from tools.plan import PEOPLE, Goal, Problem
from tools.plan.dates import moment_of

SHOWN = 12
"""Names in a list and rows in a table of an answer; the chart shows all."""


def span(minutes: int, language: Language) -> str:
    """A duration, or a moment counted from the start of the plan."""
    if minutes < 0:
        return f"−{span(-minutes, language)}"
    hours, rest = divmod(minutes, 60)
    if rest and not hours:
        return say("duration-minutes", language, minutes=rest)
    key = "duration-both" if rest else "duration-hours"
    return say(key, language, hours=hours, **({"minutes": rest} if rest else {}))


def moment(minutes: int, language: Language, problem: Problem | None = None) -> str:
    """When something happens: on the wall clock, or counted from the start of the plan."""
    if problem is not None and problem.start is not None:
        return then(minutes, language, problem)
    if minutes == 0:
        return say("moment-start", language)
    return say("moment-later", language, time=span(minutes, language))


def beginning(minutes: int, language: Language, problem: Problem | None) -> str:
    """As `then`; without a wall clock the very first moment is “at the beginning”."""
    if minutes == 0 and (problem is None or problem.start is None):
        return say("moment-beginning", language)
    return then(minutes, language, problem)


def when(problem: Problem, minute: int, language: Language, *, dated: bool = False) -> str:
    """A moment as the wall clock shows it, with the date on days after the first; counted from the
    start of the plan if the problem names no time of day.

    Args:
        dated: with the date on the first day, too.
    """
    if problem.start is None:
        if minute < 0:
            return say("moment-before", language, time=span(-minute, language))
        return say("moment-elapsed", language, time=span(minute, language), minutes=minute)
    moment = moment_of(minute, problem)
    if moment.date() == problem.start.date() and not dated:
        return f"{moment:%H:%M}"
    date = day(moment, language, year=moment.year != problem.start.year)
    return say("moment-dated", language, day=date, time=f"{moment:%H:%M}")


def day(
    moment: datetime, language: Language, *, year: bool = False, key: str = "moment-day"
) -> str:
    """“Tue 24 Nov”, or with the year “Tue 24 Nov 2026”; another `key` puts it differently."""
    return say(
        key,
        language,
        weekday=moment.weekday(),
        day=moment.day,
        month=say(f"month-{moment.month}", language),
        year=str(moment.year) if year else "none",
    )


def reading(
    minute: int, language: Language, problem: Problem | None, *, dated: bool = False
) -> str:
    """A moment on the wall clock; without one, minutes since the start as a duration."""
    if problem is None or problem.start is None:
        return span(minute, language)
    return when(problem, minute, language, dated=dated)


def then(
    minute: int, language: Language, problem: Problem | None, key: str = "moment-later"
) -> str:
    """“at 14:00”, “on Tue 24 Nov, 14:00”; without a wall clock “after 6 h”.

    Args:
        key: how the latter is put; `moment-instead` beside another one that it takes the place of.
    """
    if problem is None or problem.start is None:
        return say(key, language, time=span(minute, language))
    first_day = moment_of(minute, problem).date() == problem.start.date()
    time = when(problem, minute, language)
    return say("moment-at", language, time=time, dated="no" if first_day else "yes")


def until(minute: int, language: Language, problem: Problem | None) -> str:
    """A limit: what ends at midnight ends with the day before."""
    if problem is None or problem.start is None:
        return span(minute, language)
    moment = moment_of(minute, problem)
    if minute <= 0 or (moment.hour, moment.minute) != (0, 0):
        return reading(minute, language, problem)
    return say("end-of-day", language, day=day(moment_of(minute - 1, problem), language))


def amount(goal: Goal, value: int, language: Language) -> str:
    """The value of a goal with its unit, such as minutes, heads or money."""
    if goal in ("makespan", "balance"):
        return span(value, language)
    if goal == "cost":  # the solver counts in sixtieths, because prices are for hours
        money = f"{value // 60:,}" if value % 60 == 0 else f"{value / 60:,.2f}"
        return say("amount-cost", language, money=money)
    return say(f"amount-{goal}", language, value=value)


def listing(names: Iterable[str], language: Language, most: int = SHOWN, kind: str = "list") -> str:
    """“a, b and c”; names beyond the first twelve, or `most`, are counted.

    Args:
        kind: `clauses` for whole clauses, whose own words a mere “and” would run together.
    """
    parts = list(names)
    if len(parts) < 2:
        return "".join(parts)
    comma = say(f"{kind}-comma", language)
    if len(parts) > most:
        first = comma.join(parts[:most])
        first += _blank(first[-1:], language)
        return say("list-more", language, first=first, count=len(parts) - most)
    first, last = comma.join(parts[:-1]), parts[-1]
    if kind == "list":
        first, last = first + _blank(first[-1:], language), _blank(last[:1], language) + last
    return say(f"{kind}-and", language, first=first, last=last)


def joined(clauses: list[str], language: Language) -> str:
    """Clauses of one sentence; those beyond the first twelve are counted."""
    if len(clauses) < 2:
        return "".join(clauses)
    if len(clauses) > SHOWN:
        more = say("conflict-rest", language, count=len(clauses) - SHOWN + 1)
        clauses = [*clauses[: SHOWN - 1], more]
    first = say("conflict-comma", language).join(clauses[:-1])
    return say("conflict-and", language, first=first, last=clauses[-1])


def _blank(beside: str, language: Language) -> str:
    """What sets a Chinese word apart from the sign `beside` it: a blank if that is a Latin letter,
    a digit, or of the signs of a bold name, which are read as such only so."""
    return " " if language == "zh" and re.match("[A-Za-z0-9*]", beside) else ""


def sentences(told: Iterable[str], language: Language) -> str:
    """One after the other, as a paragraph; empty ones are left away. In Chinese only the signs of
    bold words need a blank behind them, or they are not read as such."""
    text = ""
    for each in filter(None, told):
        apart = text and (language == "en" or text.endswith("*"))
        text += f" {each}" if apart else each
    return text


def resource_name(name: str, language: Language, count: int = 2) -> str:
    """The pool that holds everybody is called `people` in the data and 人 in Chinese."""
    return say("resource-people", language, count=count) if name == PEOPLE else name


def cell(text: str) -> str:
    """Text for a cell of a Markdown table."""
    return text.replace("\\", "\\\\").replace("|", "\\|")
