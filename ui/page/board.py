"""What the right side of the page shows of a conversation: Snapshot -> updates by widget."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import gradio as gr

from agent.steps import Snapshot
from tools.phrases import Language
from tools.plan import Problem, Schedule
from tools.plan.dates import moment_of
from tools.reasons.remedies import Helps
from ui.hiding import seen
from ui.page import goals, panels, tables
from ui.page.chart.gantt import gantt
from ui.page.chart.load import load
from ui.page.chart.sheet import View
from ui.page.edits import Sheets
from ui.page.effects import effects
from ui.page.origins import origins
from ui.page.widgets import Widgets

Updates = dict[Any, Any]


def html(text: str) -> Any:
    """An HTML widget that is there only if it says something."""
    return gr.HTML(text, visible=seen(text))


def written(w: Widgets, sheets: Sheets, language: Language, mine: bool = True) -> Updates:
    """All tables.

    Args:
        mine: whether they can be edited.
    """
    widgets = (w.tasks, w.pools, w.calendars)
    return {
        **{
            table: tables.updated(cells, language, interactive=mine)
            for table, cells in zip(widgets, sheets[:3], strict=True)
        },
        w.frame: gr.Dataframe(sheets.frame, interactive=mine),
    }


def board(w: Widgets, snapshot: Snapshot, view: View, language: Language) -> Updates:
    """Everything but the tables: chart, sources."""
    problem = snapshot.problem
    return {
        w.notice: html(""),
        w.help_text: panels.needs_attention(problem, language) + origins(problem, language),
        w.sources: gr.Accordion(visible=bool(snapshot.passages)),
        **chart(w, snapshot, view, language),
        **_steering(w, problem, language),
    }


def chart(w: Widgets, snapshot: Snapshot, view: View, language: Language) -> Updates:
    """The plan: verdict, figure, legend, and what stands under it."""
    problem, schedule, told = snapshot.problem, snapshot.schedule, snapshot.explanation
    other = bool(told and told.other)
    words = panels.verdict(schedule, language, problem, compared=other)
    figure, busy, aside = None, None, ""
    if problem and schedule and schedule.planned:
        drawn, before = _drawn(snapshot, problem, schedule)
        if told and isinstance(told.certificate, Helps):
            words += effects(told.certificate, problem, language)
        if before:
            words += panels.comparison(*drawn, before, language)
        now = minute_now(*drawn)
        words += panels.colours(*drawn, language, before, view, now)
        figure, busy = gantt(*drawn, language, before, view, now), load(*drawn, language)
        aside = panels.aside(*drawn, language)
    return {
        w.verdict: html(words),
        w.chart: gr.Plot(figure, visible=figure is not None),
        w.load: gr.Accordion(visible=busy is not None),
        w.busy: gr.Plot(busy),
        w.near: gr.HTML(visible=seen(figure)),
        w.pointing: gr.HTML(visible=seen(figure)),
        w.aside: html(aside),
        w.accept: gr.Button(visible=seen(other)),
        w.undo: gr.Button(visible=seen(snapshot.undoable)),
        w.redo: gr.Button(visible=seen(snapshot.redoable)),
        w.empty: gr.Column(visible=problem is None),
        w.steer: gr.Row(visible=figure is not None),
    }


def minute_now(
    problem: Problem, schedule: Schedule, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> int | None:
    """The minute of the plan that it is just now, if the plan has dates and goes on now."""
    if problem.start is None:
        return None
    minute = int((clock() - moment_of(0, problem)).total_seconds() // 60)
    return minute if 0 <= minute < schedule.makespan else None


def _drawn(
    snapshot: Snapshot, problem: Problem, schedule: Schedule
) -> tuple[tuple[Problem, Schedule], Schedule | None]:
    """The plan; or the one of a what-if, and the plan that it is compared with."""
    told = snapshot.explanation
    if told and told.other:
        return (told.problem or problem, told.other), schedule
    return (problem, schedule), None


def _steering(w: Widgets, problem: Problem | None, language: Language) -> Updates:
    first, then = goals.chosen(problem)
    return {
        w.goal: gr.Dropdown(goals.first_choices(problem, language), value=first),
        w.then: gr.Dropdown(goals.then_choices(problem, language), value=then),
    }
