"""A problem as it was read: its tasks, what was assumed, and what is asked for."""

from collections.abc import Callable, Iterator, Sequence

from tools.phrases import Language, say
from tools.plan import PEOPLE, Assumption, Problem
from tools.plan.calendar import DAYS, Day
from tools.plan.origins import value_of
from tools.plan.problem import Origin
from tools.telling.values import listing, reading, resource_name, span
from tools.wording.durations import durations, is_limit, is_range, is_working_time
from tools.wording.priorities import is_rank


def tell_problem(problem: Problem, language: Language) -> str:
    """What was read, and what was assumed."""
    names = [task.name for task in problem.tasks]
    read = say("tasks-read", language, count=len(names), names=listing(names, language))
    return "\n\n".join([read, *tell_values(problem, language)])


def _tell_hours(problem: Problem, language: Language) -> Iterator[str]:
    """The hours that a message says everybody works."""
    if any(origin.field == "hours" for origin in problem.origins):
        hours = problem.calendars[0].hours if problem.calendars else ()
        times = [say("hours-span", language, start=h.start, end=h.end) for h in hours]
        assumed = any(each.field == "days" for each in problem.assumed)
        for each in hours[:1]:
            days = "" if assumed else _tell_days(each.days, language)
            yield say("hours-read", language, times=listing(times, language), days=days)


def _tell_days(days: Sequence[Day], language: Language) -> str:
    if len(days) == len(DAYS):
        return say("hours-7", language)
    first, last = (
        say("moment-weekday", language, weekday=DAYS.index(day)) for day in (days[0], days[-1])
    )
    return say("hours-days", language, first=first, last=last)


def tell_values(problem: Problem, language: Language) -> Iterator[str]:
    """Which values are not simply as they were said: of ranges the upper end counts, others were
    assumed; and what is asked for."""
    if ranges := tell_ranges(problem, language):
        yield ranges
    for key, holds in (("limits", is_limit), ("days", is_working_time)):
        if told := _tell_times(problem, key, holds, language):
            yield told
    if ranks := _tell_ranks(problem, language):
        yield ranks
    yield from _tell_hours(problem, language)
    if assumed := tell_assumed(problem, language):
        yield assumed
    if problem.untimed:
        yield ask_gaps(problem, language)


def tell_ranges(problem: Problem, language: Language) -> str:
    """Which durations, and numbers of people in tables, were given as ranges, and what is planned
    with; nothing if none was."""
    told = [
        say("range-upper", language, task=each.task or "", words=each.words, value=value)
        for each in problem.origins
        if is_range(each.words) and (value := _upper(problem, each, language))
    ]
    return say("ranges", language, ranges=listing(told, language)) if told else ""


def _tell_times(
    problem: Problem, key: str, holds: Callable[[str], bool], language: Language
) -> str:
    """Durations whose words are no plain length of time, and what is planned with."""
    told = [
        say(
            "range-upper",
            language,
            task=task.name,
            words=each.words,
            value=span(task.duration, language),
        )
        for each in problem.origins
        if each.field == "duration" and holds(each.words)
        if (task := problem.by_name.get(each.task or ""))
    ]
    return say(f"times-{key}", language, times=listing(told, language)) if told else ""


def _tell_ranks(problem: Problem, language: Language) -> str:
    """Which priorities were given as ranks, such as “P1”, and how these were understood."""
    told = [
        say("rank-weight", language, task=task.name, words=each.words, value=task.priority)
        for each in _ranks(problem)
        if (task := problem.by_name.get(each.task or ""))
    ]
    return say("ranks", language, ranks=listing(told, language)) if told else ""


def _ranks(problem: Problem) -> list[Origin]:
    return [each for each in problem.origins if each.field == "priority" and is_rank(each.words)]


def _upper(problem: Problem, each: Origin, language: Language) -> str:
    """What is planned with; nothing if the words may be a range of something else."""
    task = problem.by_name.get(each.task or "")
    if task is None:
        return ""
    if each.field == "duration":
        by_clock = task.fixed is not None and not durations(each.words)
        return "" if by_clock else span(task.duration, language)
    count = task.demands.get(PEOPLE)
    if each.field == "demand" and each.resource == PEOPLE and count and not durations(each.words):
        return f"{count} {resource_name(PEOPLE, language, count)}"
    return ""


def tell_assumed(problem: Problem, language: Language) -> str:
    """One list of every value the user did not give; nothing if there is none. Ranks are told of by
    themselves."""
    ranked = {each.task for each in _ranks(problem)}
    groups: dict[tuple[str, str, str], list[Assumption]] = {}
    for each in problem.assumed:
        # Gone from the problem, as after a what-if.
        if value_of(problem, each) is None or (each.field == "priority" and each.task in ranked):
            continue
        value = _assumed_value(problem, each, language)
        groups.setdefault((each.field, value, each.resource or ""), []).append(each)
    lines = [
        say(
            f"assumed-{field}",
            language,
            names=listing([each.task for each in group if each.task], language) or "none",
            value=value,
            resource=resource_name(resource, language, int(value) if value.isdigit() else 2),
        )
        for (field, value, resource), group in groups.items()
    ]
    listed = [f"- {line}" for line in lines]
    return "\n".join([say("assumed-head", language), "", *listed]) if lines else ""


def ask_gaps(problem: Problem, language: Language) -> str:
    """One question for all durations that nobody said, with ways to answer it."""
    names, first = problem.untimed, problem.untimed[0]
    asked = listing([f"“{name}”" for name in names], language)
    return say("ask-durations", language, names=asked, count=len(names), first=first)


def _assumed_value(problem: Problem, each: Assumption, language: Language) -> str:
    if each.task is None:
        return str(problem.capacity.get(each.resource or "", ""))
    task = problem.by_name[each.task]
    if each.field == "duration":
        return span(task.duration, language)
    if each.field == "demand":
        return str(task.demands[each.resource or ""])
    if each.field == "release":
        return reading(task.release, language, problem)
    if each.field == "order":
        waits = [f"“{link.task}”" for link in task.predecessors]
        return listing(waits, language) if waits else "none"
    if each.field == "due":
        return "hours" if problem.calendars else "clock"
    return str(task.priority) if each.field == "priority" else ""
