"""Durations, moments, lists and names, as every sentence says them."""

from collections.abc import Iterable

from tools.phrases import Language, say
from tools.plan import PEOPLE, Problem
from tools.plan.dates import moment_of

SHOWN = 12
"""Names in a list and rows in a table of an answer; the chart shows all."""


def span(minutes: int, language: Language) -> str:
    """A duration, or a moment counted from the start of the plan."""
    hours, rest = divmod(minutes, 60)
    if rest and not hours:
        return say("duration-minutes", language, minutes=rest)
    key = "duration-both" if rest else "duration-hours"
    return say(key, language, hours=hours, **({"minutes": rest} if rest else {}))


def moment(minutes: int, language: Language) -> str:
    """When something happens, counted from the start of the plan."""
    if minutes == 0:
        return say("moment-start", language)
    return say("moment-later", language, time=span(minutes, language))


def when(problem: Problem, minute: int, language: Language) -> str:
    """A moment as the wall clock shows it, with the date on days after the first; counted from the
    start of the plan if the problem names no time of day."""
    if problem.start is None:
        return say("moment-elapsed", language, time=span(minute, language), minutes=minute)
    moment = moment_of(minute, problem)
    time = f"{moment:%H:%M}"
    if moment.date() == problem.start.date():
        return time
    return say(
        "moment-dated", language, date=f"{moment:%Y-%m-%d}", weekday=moment.weekday(), time=time
    )


def listing(names: Iterable[str], language: Language) -> str:
    """“a, b and c”; names beyond the first twelve are counted."""
    parts = list(names)
    if len(parts) < 2:
        return "".join(parts)
    comma = say("list-comma", language)
    if len(parts) > SHOWN:
        first = comma.join(parts[:SHOWN])
        return say("list-more", language, first=first, count=len(parts) - SHOWN)
    return say("list-and", language, first=comma.join(parts[:-1]), last=parts[-1])


def resource_name(name: str, language: Language, count: int = 2) -> str:
    """The pool that holds everybody is called `people` in the data and 人 in Chinese."""
    return say("resource-people", language, count=count) if name == PEOPLE else name
