"""What a bar of the chart says: on it, and under the mouse. Pure."""

from collections.abc import Sequence
from html import escape

from tools.phrases import Language, say
from tools.plan import Assignment, Problem, Schedule, Task
from tools.plan.hours import Span
from tools.telling import reading, resource_name, span, tell_people
from ui.page.chart.fit import lines
from ui.page.chart.sheet import View, moved, sign


def on_bar(problem: Problem, row: Assignment, language: Language, view: View) -> str:
    """Who does the task; in the view by resource, which task it is."""
    if view == "task":
        return one_line(tell_people(problem, row, language), 60)
    return one_line(f"{sign(problem, row.task)} {row.task}".strip(), 40)


def hover(
    problem: Problem,
    row: Assignment,
    pauses: Sequence[Span],
    language: Language,
    before: Schedule | None,
) -> str:
    """Everything about a task that the chart knows."""
    task = problem.by_name.get(row.task)
    start, end = (reading(at, language, problem, dated=True) for at in (row.start, row.end))
    parts = [f"<b>{one_line(row.task, 60)}</b>", f"{start} – {end}"]
    if before and (far := moved(row, before, language)):
        parts.append(f"<i>{far}</i>")
    if task:
        parts += _state(task, language)
    if pauses:
        rest = sum(last - first for first, last in pauses)
        parts.append(say("page-hover-pauses", language, time=span(rest, language)))
    parts += [
        f"{one_line(resource_name(name, language), 40)} × {amount}"
        for name, amount in row.resources.items()
    ]
    return "<br>".join(parts + (_asked(problem, task, language) if task else []))


def _state(task: Task, language: Language) -> list[str]:
    """Done, running or fixed, in words."""
    if task.started is not None:
        return [say("page-done" if task.ended is not None else "page-running", language)]
    return [say("page-fixed", language)] if task.fixed is not None else []


def _asked(problem: Problem, task: Task, language: Language) -> list[str]:
    limits = [
        f"{say(f'page-{field}', language)}: {reading(minute, language, problem, dated=True)}"
        for field in ("release", "due", "deadline")
        if (minute := getattr(task, field)) is not None and (minute or field != "release")
    ]
    return [say("page-hover-priority", language, priority=task.priority), *limits]


def one_line(name: str, width: int) -> str:
    """One line that Plotly takes for text: it reads `<` and `&` as markup."""
    return escape(" ".join(lines(name, width=width, most=1)), quote=False)
