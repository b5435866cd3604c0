"""What stands where in the chart: a row for each task, or rows for each person and resource. Pure;
knows no Plotly."""

from dataclasses import dataclass, field
from html import escape
from typing import Literal

from tools.phrases import Language, say
from tools.plan import Assignment, Problem, Schedule
from tools.telling import resource_name, span
from ui.page.chart.fit import lines
from ui.page.chart.worktime import working

View = Literal["task", "resource"]
DONE, RUNNING, FIXED = "✓", "▸", "◆"


@dataclass
class Sheet:
    """The rows of a chart, from top to bottom."""

    labels: list[str] = field(default_factory=list)
    """Ready for Plotly: escaped, with line breaks."""
    bars: list[tuple[int, Assignment]] = field(default_factory=list)
    """(row, what is drawn in it)."""
    holding: list[tuple[str, ...]] = field(default_factory=list)
    """For each row, the resources whose closed hours it shows."""


def sign(problem: Problem, task: str) -> str:
    """Is it done, running, or fixed? A sign for it, or none."""
    known = problem.by_name.get(task)
    if known is None:
        return ""
    if known.started is not None:
        return DONE if known.ended is not None else RUNNING
    return FIXED if known.fixed is not None else ""


def by_task(
    problem: Problem, schedule: Schedule, language: Language, before: Schedule | None = None
) -> Sheet:
    """A row for every task, the earliest on top."""
    sheet = Sheet()
    for row in sorted(schedule.assignments, key=lambda a: (a.start, a.end, a.task)):
        sheet.bars.append((len(sheet.labels), row))
        sheet.labels.append(_task_label(problem, row, language, before))
        sheet.holding.append(tuple(sorted(working(problem, row))))
    return sheet


def by_resource(problem: Problem, schedule: Schedule, language: Language) -> Sheet:
    """For every person and resource as many rows as it does things at once, and the tasks that
    need nobody at the end."""
    sheet = Sheet()
    rows = sorted(schedule.assignments, key=lambda a: (a.start, a.end, a.task))
    for resource in problem.resources:
        if resource.kind != "stock":
            held = [row for row in rows if resource.name in row.resources]
            name = _short(resource_name(resource.name, language))
            many = f" × {resource.capacity}" if resource.capacity > 1 else ""
            _add_lanes(sheet, held, name + many, (resource.name,))
    alone = [row for row in rows if not working(problem, row)]
    if alone:
        _add_lanes(sheet, alone, _short(say("page-nobody", language)), ())
    return sheet


def _add_lanes(sheet: Sheet, rows: list[Assignment], label: str, holding: tuple[str, ...]) -> None:
    """Rows for one resource; what overlaps lies below each other."""
    first, ends = len(sheet.labels), [0]
    for row in rows:
        lane = next((at for at, end in enumerate(ends) if end <= row.start), len(ends))
        ends[lane : lane + 1] = [row.end]
        sheet.bars.append((first + lane, row))
    sheet.labels += [label, *[""] * (len(ends) - 1)]
    sheet.holding += [holding] * len(ends)


def moved(row: Assignment, before: Schedule, language: Language) -> str:
    """How much later or earlier a task starts than in the plan before; empty if it does not."""
    old = before.by_task.get(row.task)
    if old is None:
        return say("page-new-task", language)
    if old.start == row.start:
        return ""
    key = "page-later" if row.start > old.start else "page-earlier"
    return say(key, language, time=span(abs(row.start - old.start), language))


def _task_label(
    problem: Problem, row: Assignment, language: Language, before: Schedule | None
) -> str:
    name = f"{sign(problem, row.task)} {row.task}".strip()
    label = _short(name)
    far = moved(row, before, language) if before else ""
    return f"{label}<br><i>{far}</i>" if far else label


def _short(name: str) -> str:
    return "<br>".join(escape(line, quote=False) for line in lines(name, width=16, most=2))
