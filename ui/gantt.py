"""Draws a schedule as a Gantt chart. Pure: (problem, schedule, language) -> Plotly figure.

It sets no background and no text colour: `page.css` colours text and grid by the theme of the page,
so that one figure is right in light and in dark and follows a switch without asking the server.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from tools.phrases import Language, say
from tools.plan import Assignment, Problem, Schedule, Task
from tools.telling import resource_name, span
from ui.axis import ticks
from ui.fit import lines
from ui.key import BEFORE, LATE, LIMITS, colours, main_resource, minutes_of

ROW, LINE = 26, 11  # pixels: a row with one line of label, and what every further line adds


def gantt(
    problem: Problem, schedule: Schedule, language: Language, before: Schedule | None = None
) -> go.Figure:
    """A bar for every task, the earliest on top.

    Args:
        problem: the tasks that `schedule` is about.
        schedule: what to draw; an empty one gives an empty chart.
        before: the plan it is compared with; its bars are drawn thin below, moved tasks are marked.
    """
    rows = sorted(schedule.assignments, key=lambda a: (a.start, a.end, a.task))
    figure = go.Figure()
    for trace in _bars(problem, rows, language, before):
        figure.add_trace(trace)
    if before:
        figure.add_trace(_thin(rows, before, language))
    for trace in _limits(problem, rows, language):
        figure.add_trace(trace)
    labels = [_label(row, language, before) for row in rows]
    marks = [minute for field in LIMITS for _, minute in minutes_of(problem, rows, field)]
    end = max([schedule.makespan, before.makespan if before else 0, *marks])
    return figure.update_layout(**_layout(labels, end, language))


def _bars(
    problem: Problem, rows: Sequence[Assignment], language: Language, before: Schedule | None
) -> Iterable[go.Bar]:
    """One trace for each resource, because a trace has one colour and one line in the legend."""
    colour = colours(problem, rows)
    groups: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        groups.setdefault(main_resource(row), []).append(place)
    for name, places in groups.items():
        group = [rows[place] for place in places]
        pairs = [(problem.by_name.get(row.task), row) for row in group]
        yield go.Bar(
            orientation="h",
            y=places,
            base=[row.start for row in group],
            x=[row.end - row.start for row in group],
            width=0.56,
            marker={
                "color": colour[name],
                "cornerradius": 4,
                "line": {"width": 2, "color": [_edge(t, r) for t, r in pairs]},
            },
            hoverinfo="text",
            hovertext=[_hover(t, r, language, before) for t, r in pairs],
        )


def _thin(rows: Sequence[Assignment], before: Schedule, language: Language) -> go.Bar:
    known = [
        (place, before.by_task[row.task])
        for place, row in enumerate(rows)
        if row.task in before.by_task
    ]
    return go.Bar(
        orientation="h",
        y=[place for place, _ in known],
        base=[old.start for _, old in known],
        x=[old.end - old.start for _, old in known],
        width=0.13,
        offset=0.32,
        marker={"color": BEFORE},
        hoverinfo="skip",
    )


def _limits(
    problem: Problem, rows: Sequence[Assignment], language: Language
) -> Iterable[go.Scatter]:
    for field, colour in LIMITS.items():
        marks = minutes_of(problem, rows, field)
        words = [f"{say(f'page-{field}', language)}: {span(at, language)}" for _, at in marks]
        yield go.Scatter(
            mode="markers",
            x=[minute for _, minute in marks],
            y=[place for place, _ in marks],
            marker={"symbol": "line-ns-open", "size": 20, "color": colour, "line": {"width": 3}},
            hoverinfo="text",
            hovertext=words,
        )


def _edge(task: Task | None, row: Assignment) -> str:
    """A late bar has a red edge, any other none."""
    late = task and any(m is not None and row.end > m for m in (task.due, task.deadline))
    return LATE if late else "rgba(0,0,0,0)"


def _label(row: Assignment, language: Language, before: Schedule | None) -> str:
    parts = [escape(line, quote=False) for line in lines(row.task, width=16, most=2)]
    moved = before and _moved(row, before, language)
    return "<br>".join([*parts, f"<i>{moved}</i>"] if moved else parts)


def _moved(row: Assignment, before: Schedule, language: Language) -> str:
    old = before.by_task.get(row.task)
    if old is None:
        return say("page-new-task", language)
    if old.start == row.start:
        return ""
    key = "page-later" if row.start > old.start else "page-earlier"
    return say(key, language, time=span(abs(row.start - old.start), language))


def _hover(task: Task | None, row: Assignment, language: Language, before: Schedule | None) -> str:
    parts = [
        f"<b>{_text(row.task, 60)}</b>",
        f"{span(row.start, language)} – {span(row.end, language)}",
    ]
    if before and (moved := _moved(row, before, language)):
        parts.append(f"<i>{moved}</i>")
    parts += [
        f"{_text(resource_name(name, language), 40)} × {amount}"
        for name, amount in row.resources.items()
    ]
    if task:
        parts.append(say("page-hover-priority", language, priority=task.priority))
        parts += [
            f"{say(f'page-{field}', language)}: {span(minute, language)}"
            for field in ("release", "due", "deadline")
            if (minute := getattr(task, field))
        ]
    return "<br>".join(parts)


def _moment(minute: int, language: Language) -> str:
    """A label of the time axis, which begins at 0 h."""
    return span(minute, language) if minute else say("duration-hours", language, hours=0)


def _text(name: str, width: int) -> str:
    """One line that Plotly takes for text: it reads `<` and `&` as markup."""
    return escape(" ".join(lines(name, width=width, most=1)), quote=False)


def _layout(labels: Sequence[str], end: int, language: Language) -> dict[str, Any]:
    row = ROW + LINE * max((label.count("<br>") for label in labels), default=0)
    at = ticks(end)
    return {
        "barmode": "overlay",
        "height": row * len(labels) + 40,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": 12, "family": "system-ui, 'Noto Sans CJK SC', sans-serif"},
        # Gradio's Plot throws the margins away; automargin makes them again from the labels.
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "dragmode": False,
        "hoverlabel": {"align": "left", "bgcolor": "#1f2937", "font": {"color": "#f9fafb"}},
        "showlegend": False,  # it would squeeze the bars on a narrow screen; the page has its own
        "xaxis": {
            "range": [0, end * 1.06 or 60],
            "fixedrange": True,
            "automargin": True,
            "tickvals": at,
            "ticktext": [_moment(minute, language) for minute in at],
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
