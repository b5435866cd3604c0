"""What the colours of the chart mean, and which tasks move between plans. Pure; draws nothing."""

from collections.abc import Iterable, Sequence

from tools.phrases import Language, say
from tools.plan import Assignment, Problem, Schedule
from tools.telling import resource_name, when
from ui.page.chart.facts import critical, waits
from ui.page.chart.sheet import DONE, FIXED, RUNNING, View, sign
from ui.page.chart.worktime import Worktime, working

# Each reads well on white and on near-black; grey is for tasks that need nobody.
COLOURS = ("#4f86e8", "#2aa198", "#9a78e6", "#e08a3c", "#d4659c", "#6f9f3c", "#b08d57")
NOBODY = "#8a94a6"
CHAIN = "#c026d3"
LATE, BEFORE, NOW, CLOSED = "#e5484d", "#a3abb8", "#0ea5e9", "rgba(120,132,150,0.18)"
LIMITS = {"due": "#d99a06", "deadline": "#6b7280"}


def legend(
    problem: Problem,
    schedule: Schedule,
    language: Language,
    before: Schedule | None = None,
    view: View = "task",
    clock: int | None = None,
) -> list[tuple[str, str, str]]:
    """What the colours mean: shape (`bar`, `thin`, `line`, `hatch`, `sign`), colour, words.

    Args:
        clock: the minute of the plan that it is just now, if it is shown.
    """
    rows = schedule.assignments
    bars = list(enumerate(rows))
    drawn = coloured(problem, rows, view)
    shown = [
        ("bar", colour, resource_name(name, language) if name else say("page-nobody", language))
        for name, colour in colours(problem, rows).items()
        if name in drawn
    ]
    if before and view == "task":
        shown.append(("thin", BEFORE, say("page-before", language)))
    else:
        if critical(problem, schedule):
            shown.append(("thin", CHAIN, say("page-chain", language)))
        if waits(problem, schedule):
            shown.append(("thin dotted", "", say("page-wait", language)))
    for field, colour in LIMITS.items():
        if minutes_of(problem, bars, field):
            shown.append(("line", colour, say(f"page-{field}", language)))
    if any(late(problem, row) for row in rows):
        shown.append(("line", LATE, say("page-missed", language)))
    return shown + _of_time(problem, rows, language, clock)


def _of_time(
    problem: Problem, rows: Sequence[Assignment], language: Language, clock: int | None
) -> list[tuple[str, str, str]]:
    """What the chart shows of working time, and of a plan under way."""
    shown = []
    if at := problem.now or clock:
        now = when(problem, at, language)
        shown.append(("line", NOW, say("page-now", language, time=now)))
    if any(resource.calendar or resource.absences for resource in problem.resources):
        shown.append(("bar", CLOSED, say("page-closed", language)))
    times = Worktime(problem, max((row.end for row in rows), default=0))
    if any(times.pauses(row) for row in rows):
        shown.append(("hatch", "", say("page-pause", language)))
    signs = {sign(problem, row.task) for row in rows}
    for each, key in ((DONE, "done"), (RUNNING, "running"), (FIXED, "fixed")):
        if each in signs:
            shown.append(("sign", "", f"{each} {say(f'page-{key}', language)}"))
    return shown


def late(problem: Problem, row: Assignment) -> bool:
    """Does it end after it should, or must?"""
    task = problem.by_name.get(row.task)
    limits = (task.due, task.deadline) if task else ()
    return any(minute is not None and row.end > minute for minute in limits)


def shift(task: str, now: Schedule, before: Schedule) -> int | None:
    """Minutes by which `task` starts later (negative: earlier); None if one plan lacks it."""
    if task not in now.by_task or task not in before.by_task:
        return None
    return now.by_task[task].start - before.by_task[task].start


def coloured(problem: Problem, rows: Sequence[Assignment], view: View) -> set[str]:
    """The resources whose colour some bar has: the first that a task holds, or all that have rows
    of their own; "" for none."""
    if view == "task":
        return {next(iter(row.resources), "") for row in rows}
    return {name for row in rows for name in working(problem, row) or ("",)}


def colours(problem: Problem, rows: Sequence[Assignment]) -> dict[str, str]:
    """A colour for each resource that a task holds, the same in every view; they repeat after
    seven. And one for tasks that hold none, under ""."""
    used = {name for row in rows for name in row.resources} | {""}
    names = [resource.name for resource in problem.resources if resource.name in used]
    found = {name: COLOURS[place % len(COLOURS)] for place, name in enumerate(names)}
    return found | {name: NOBODY for name in used if name not in found}


def minutes_of(
    problem: Problem, bars: Iterable[tuple[int, Assignment]], field: str
) -> list[tuple[int, Assignment, int]]:
    """(row, bar, minute) of every task that has a due time or a deadline."""
    found = []
    for place, row in bars:
        task = problem.by_name.get(row.task)
        minute = getattr(task, field) if task else None
        if minute is not None:
            found.append((place, row, minute))
    return found
