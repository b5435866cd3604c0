"""Draws a schedule as a Gantt chart. Pure: (problem, schedule, language) -> Plotly figure.

It sets no background and no text colour: `page.css` colours text and grid by the theme of the page,
so that one figure is right in light and in dark and follows a switch without asking the server.
What stands where is in `sheet.py`, what the bars say in `hover.py`, when nobody works in
`worktime.py`, what the colours mean in `key.py`.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from tools.phrases import Language
from tools.plan import Assignment, Problem, Schedule
from tools.plan.hours import Span
from ui.page.chart.axis import levels as axis_levels
from ui.page.chart.facts import critical, waits
from ui.page.chart.hover import hover, on_bar
from ui.page.chart.key import (
    CLOSED,
    LATE,
    LIMITS,
    NOW,
    colours,
    late,
    minutes_of,
)
from ui.page.chart.marks import chain, limits, thin, waiting
from ui.page.chart.sheet import DONE, Sheet, View, by_resource, by_task, sign
from ui.page.chart.worktime import Worktime

ROW, LINE = 28, 11  # pixels: a row with one line of label, and what every further line adds
MARGIN = 1.06  # of the time axis, so that the last bar does not touch the edge
THICK = 0.68  # of a row: a bar
NARROWEST = 300  # closed hours that are shorter than this part of the chart are not drawn
MOST_CLOSED = 4000  # rectangles; with more the browser would stutter for a decoration
LABEL: dict[str, Any] = {
    "textposition": "inside",
    "insidetextanchor": "start",
    "textangle": 0,
    "textfont": {"size": 10, "color": "#0b1220"},
}
"""What is written on a bar."""


def gantt(
    problem: Problem,
    schedule: Schedule,
    language: Language,
    before: Schedule | None = None,
    view: View = "task",
    clock: int | None = None,
) -> go.Figure:
    """A bar for every task, the earliest on top; or rows for every person and resource.

    Args:
        problem: the tasks that `schedule` is about.
        schedule: what to draw; an empty one gives an empty chart.
        before: the plan it is compared with; its bars are drawn thin below, moved tasks are marked.
            Only in the view by task.
        clock: the minute of the plan that it is just now, to be shown if the plan says no other.
    """
    tasks = view == "task"
    sheet = (
        by_task(problem, schedule, language, before)
        if tasks
        else by_resource(problem, schedule, language)
    )
    end = _end(problem, schedule, before)
    figure = go.Figure()
    times = Worktime(problem, int(end * MARGIN))
    figure.add_trace(_closed(times, sheet, end))
    resting = {row.task: times.pauses(row) for row in schedule.assignments}
    for trace in _bars(problem, sheet, resting, language, before, view):
        figure.add_trace(trace)
    figure.add_trace(_pauses(sheet, resting))
    figure.add_trace(_labels(problem, sheet, resting, language, view))
    if before and tasks:
        figure.add_trace(thin([row for _, row in sheet.bars], before))
    else:
        figure.add_trace(chain(sheet.bars, critical(problem, schedule)))
        figure.add_trace(waiting(sheet.bars, waits(problem, schedule)))
    figure.add_traces(list(limits(problem, sheet.bars, language)))
    figure.update_layout(**_layout(problem, sheet.labels, end, language))
    return figure.update_layout(shapes=_now(problem.now or clock))


def _end(problem: Problem, schedule: Schedule, before: Schedule | None) -> int:
    """How far the axis reaches."""
    rows = schedule.assignments
    bars = list(enumerate(rows))
    marks = [minute for field in LIMITS for _, _, minute in minutes_of(problem, bars, field)]
    now = [problem.now] if rows else []
    return max([schedule.makespan, before.makespan if before else 0, *marks, *now])


def _bars(
    problem: Problem,
    sheet: Sheet,
    resting: dict[str, list[Span]],
    language: Language,
    before: Schedule | None,
    view: View,
) -> Iterable[go.Bar]:
    """One trace for each resource, because a trace has one colour: that of the first resource that
    a task holds, or of the one whose row it is."""
    colour = colours(problem, [row for _, row in sheet.bars])
    groups: dict[str, list[tuple[int, Assignment]]] = {}
    for place, row in sheet.bars:
        whose = sheet.holding[place] if view == "resource" else tuple(row.resources)
        groups.setdefault(next(iter(whose), ""), []).append((place, row))
    for name, group in groups.items():
        rows = [row for _, row in group]
        yield go.Bar(
            orientation="h",
            y=[place for place, _ in group],
            base=[row.start for row in rows],
            x=[row.end - row.start for row in rows],
            width=THICK,
            meta="task",
            customdata=[row.task for row in rows],
            marker={
                "color": colour[name],
                "cornerradius": 4,
                "opacity": [0.6 if sign(problem, row.task) == DONE else 1 for row in rows],
                "line": {"width": 2, "color": [_edge(problem, row) for row in rows]},
            },
            text=["" if resting[r.task] else on_bar(problem, r, language, view) for r in rows],
            **LABEL,
            hoverinfo="text",
            hovertext=[hover(problem, r, resting[r.task], language, before) for r in rows],
        )


def _labels(
    problem: Problem,
    sheet: Sheet,
    resting: dict[str, list[Span]],
    language: Language,
    view: View,
) -> go.Bar:
    """What stands on bars that have pauses: above the hatching, to be read."""
    bars = [(place, row) for place, row in sheet.bars if resting[row.task]]
    return go.Bar(
        orientation="h",
        y=[place for place, _ in bars],
        base=[row.start for _, row in bars],
        x=[row.end - row.start for _, row in bars],
        width=THICK,
        meta="label",
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        text=[on_bar(problem, row, language, view) for _, row in bars],
        **LABEL,
        hoverinfo="skip",
    )


def _pauses(sheet: Sheet, resting: dict[str, list[Span]]) -> go.Bar:
    """Pale and hatched over the bars, where work rests."""
    spans = [(place, *span) for place, row in sheet.bars for span in resting[row.task]]
    return go.Bar(
        orientation="h",
        y=[place for place, _, _ in spans],
        base=[begin for _, begin, _ in spans],
        x=[end - begin for _, begin, end in spans],
        width=THICK,
        meta="pause",
        marker={
            "color": "rgba(255,255,255,0.55)",
            "line": {"width": 0},
            "pattern": {"shape": "/", "size": 6, "fgcolor": "rgba(30,41,59,0.55)"},
        },
        hoverinfo="skip",
    )


def _closed(times: Worktime, sheet: Sheet, end: int) -> go.Bar:
    """Grey bands behind the rows, where everybody of a row is closed; one band for neighbours."""
    bands: list[tuple[float, int, int, int]] = []
    first = 0
    for spans, group in groupby(sheet.holding, partial(_wide_closed, times, end)):
        many = len(list(group))
        bands += [(first + (many - 1) / 2, many, *span) for span in spans]
        first += many
    bands = bands if len(bands) <= MOST_CLOSED else []
    return go.Bar(
        orientation="h",
        y=[middle for middle, _, _, _ in bands],
        width=[many for _, many, _, _ in bands],
        base=[begin for _, _, begin, _ in bands],
        x=[last - begin for _, _, begin, last in bands],
        meta="closed",
        marker={"color": CLOSED, "line": {"width": 0}},
        hoverinfo="skip",
    )


def _wide_closed(times: Worktime, end: int, names: Sequence[str]) -> list[Span]:
    """Closed hours that are wide enough to be seen."""
    spans = times.all_closed(names)
    return [(begin, last) for begin, last in spans if (last - begin) * NARROWEST >= end]


def _edge(problem: Problem, row: Assignment) -> str:
    """A late bar has a red edge, any other none."""
    return LATE if late(problem, row) else "rgba(0,0,0,0)"


def _now(minute: int | None) -> list[dict[str, Any]]:
    """A dotted line from top to bottom at the present moment of a plan under way."""
    if not minute:
        return []
    line = {"color": NOW, "width": 2, "dash": "dot"}
    ends = {"x0": minute, "x1": minute, "y0": 0, "y1": 1}
    return [{"type": "line", "yref": "paper", "line": line, **ends}]


def _layout(
    problem: Problem, labels: Sequence[str], end: int, language: Language
) -> dict[str, Any]:
    row = ROW + LINE * max((label.count("<br>") for label in labels), default=0)
    levels = axis_levels(problem, end, language)
    at, words = levels[0]
    return {
        "barmode": "overlay",
        "height": row * len(labels) + (56 if any("<br>" in word for word in words) else 40),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": 12, "family": "system-ui, 'Noto Sans CJK SC', sans-serif"},
        "uniformtext": {"minsize": 9, "mode": "hide"},  # what does not fit is under the mouse
        # Gradio's Plot throws the margins away; automargin makes them again from the labels.
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "minreducedheight": row,  # else there would be no axis under a single row
        "dragmode": False,
        "hoverlabel": {"align": "left", "bgcolor": "#1f2937", "font": {"color": "#f9fafb"}},
        "showlegend": False,  # it would squeeze the bars on a narrow screen; the page has its own
        "meta": {  # for `zoom.js`
            "whole": [0, end * MARGIN or 60],
            "levels": [{"at": minutes, "words": each} for minutes, each in levels],
        },
        "xaxis": {
            "range": [0, end * MARGIN or 60],
            "fixedrange": True,
            "automargin": True,
            "tickvals": at,
            "ticktext": words,
            "tickangle": 0,
            "zeroline": False,
        },
        "yaxis": {
            "tickvals": list(range(len(labels))),
            "ticktext": list(labels),
            "range": [len(labels) - 0.5, -0.5],
            "fixedrange": True,
            "automargin": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "outside",  # invisible: a gap between name and bar
            "ticklen": 6,
            "tickcolor": "rgba(0,0,0,0)",
        },
    }
