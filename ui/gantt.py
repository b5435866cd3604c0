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

# Each reads well on white and on near-black; grey is for tasks that need nobody.
COLOURS = ("#4f86e8", "#2aa198", "#9a78e6", "#e08a3c", "#d4659c", "#6f9f3c", "#b08d57")
NOBODY = "#8a94a6"
LATE, BEFORE = "#e5484d", "#a3abb8"
LIMITS = {"due": "#d99a06", "deadline": LATE}
ROW, LINE = 26, 13  # pixels: a row with one line of label, and every further line


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
    marks = [minute for field in LIMITS for _, minute in _minutes(problem, rows, field)]
    end = max([schedule.makespan, before.makespan if before else 0, *marks])
    return figure.update_layout(**_layout(labels, end, language))


def legend(
    problem: Problem, schedule: Schedule, language: Language, before: Schedule | None = None
) -> list[tuple[str, str, str]]:
    """What the colours mean: shape (`bar`, `thin`, `line`), colour, words."""
    rows = schedule.assignments
    shown = [
        ("bar", colour, resource_name(name, language) if name else say("page-nobody", language))
        for name, colour in _colours(problem, rows).items()
    ]
    if before:
        shown.append(("thin", BEFORE, say("page-before", language)))
    for field, colour in LIMITS.items():
        if any(minute is not None for _, minute in _minutes(problem, rows, field)):
            shown.append(("line", colour, say(f"page-{field}", language)))
    return shown


def shift(task: str, now: Schedule, before: Schedule) -> int | None:
    """Minutes by which `task` starts later (negative: earlier); None if one plan lacks it."""
    if task not in now.by_task or task not in before.by_task:
        return None
    return now.by_task[task].start - before.by_task[task].start


def _main(row: Assignment) -> str:
    """The resource whose colour a bar has: the first it holds; "" for none."""
    return next(iter(row.resources), "")


def _colours(problem: Problem, rows: Sequence[Assignment]) -> dict[str, str]:
    """A colour for each resource that gives a bar its colour; they repeat after seven."""
    used = {_main(row) for row in rows}
    names = [resource.name for resource in problem.resources if resource.name in used]
    colours = {name: COLOURS[place % len(COLOURS)] for place, name in enumerate(names)}
    return colours | {name: NOBODY for name in used if name not in colours}


def _bars(
    problem: Problem, rows: Sequence[Assignment], language: Language, before: Schedule | None
) -> Iterable[go.Bar]:
    """One trace for each resource, because a trace has one colour and one line in the legend."""
    colours = _colours(problem, rows)
    groups: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        groups.setdefault(_main(row), []).append(place)
    for name, places in groups.items():
        group = [rows[place] for place in places]
        tasks = [problem.by_name.get(row.task) for row in group]
        yield go.Bar(
            orientation="h",
            y=places,
            base=[row.start for row in group],
            x=[row.end - row.start for row in group],
            width=0.56,
            marker={
                "color": colours[name],
                "cornerradius": 4,
                "line": {"width": 2, "color": [_edge(t, r) for t, r in zip(tasks, group)]},
            },
            hoverinfo="text",
            hovertext=[_hover(t, r, language, before) for t, r in zip(tasks, group)],
        )


def _thin(rows: Sequence[Assignment], before: Schedule, language: Language) -> go.Bar:
    known = [(place, before.by_task[row.task]) for place, row in enumerate(rows)
             if row.task in before.by_task]
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
        marks = _minutes(problem, rows, field)
        words = [f"{say(f'page-{field}', language)}: {span(at, language)}" for _, at in marks]
        yield go.Scatter(
            mode="markers",
            x=[minute for _, minute in marks],
            y=[place for place, _ in marks],
            marker={"symbol": "line-ns-open", "size": 20, "color": colour, "line": {"width": 3}},
            hoverinfo="text",
            hovertext=words,
        )


def _minutes(
    problem: Problem, rows: Sequence[Assignment], field: str
) -> list[tuple[int, int]]:
    """(row, minute) of every task that has a due time or a deadline."""
    found = []
    for place, row in enumerate(rows):
        task = problem.by_name.get(row.task)
        minute = getattr(task, field) if task else None
        if minute is not None:
            found.append((place, minute))
    return found


def _edge(task: Task | None, row: Assignment) -> str:
    """A late bar has a red edge, any other none."""
    late = task and any(m is not None and row.end > m for m in (task.due, task.deadline))
    return LATE if late else "rgba(0,0,0,0)"


def _label(row: Assignment, language: Language, before: Schedule | None) -> str:
    parts = [escape(line, quote=False) for line in lines(row.task, width=20, most=2)]
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


def _hover(
    task: Task | None, row: Assignment, language: Language, before: Schedule | None
) -> str:
    parts = [f"<b>{_text(row.task, 60)}</b>",
             f"{span(row.start, language)} – {span(row.end, language)}"]
    if before and (moved := _moved(row, before, language)):
        parts.append(f"<i>{moved}</i>")
    parts += [f"{_text(resource_name(name, language), 40)} × {amount}" for name, amount in row.resources.items()]
    if task:
        parts.append(say("page-hover-priority", language, priority=task.priority))
        parts += [f"{say(f'page-{field}', language)}: {span(minute, language)}"
                  for field in ("release", "due", "deadline") if (minute := getattr(task, field))]
    return "<br>".join(parts)


def _moment(minute: int, language: Language) -> str:
    """A label of the time axis, which begins at 0 h."""
    return span(minute, language) if minute else say("duration-hours", language, hours=0)


def _text(name: str, width: int) -> str:
    """One line that Plotly takes for text: it reads `<` and `&` as markup."""
    return escape(" ".join(lines(name, width=width, most=1)), quote=False)


def _layout(labels: Sequence[str], end: int, language: Language) -> dict[str, Any]:
    rows = sum(ROW + LINE * label.count("<br>") * 0.6 for label in labels)
    at = ticks(end)
    return {
        "barmode": "overlay",
        "height": round(rows + 40),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": 12, "family": "system-ui, 'Noto Sans CJK SC', sans-serif"},
        # Gradio's Plot throws the margins away; automargin makes them again from the labels.
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "dragmode": False,
        "hoverlabel": {"align": "left", "bgcolor": "#1f2937", "font": {"color": "#f9fafb"}},
        "showlegend": False,  # it would squeeze the bars on a narrow screen; the page has its own
        "xaxis": {"range": [0, end * 1.06 or 60], "fixedrange": True, "automargin": True,
                  "tickvals": at, "ticktext": [_moment(minute, language) for minute in at],
                  "tickangle": 0, "zeroline": False},
        "yaxis": {"tickvals": list(range(len(labels))), "ticktext": list(labels),
                  "range": [len(labels) - 0.5, -0.5], "fixedrange": True, "automargin": True,
                  "showgrid": False, "zeroline": False},
    }
