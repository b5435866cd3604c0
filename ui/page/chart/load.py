"""How much of each person and resource is in use, minute by minute, beside how much there is. Pure;
like the Gantt chart it leaves text and grid to the theme of the page."""

from collections.abc import Sequence
from itertools import accumulate, groupby

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from tools.phrases import Language, say
from tools.plan import Problem, Resource, Schedule
from tools.plan.hours import Span, units
from tools.telling import resource_name
from ui.page.chart.axis import labels as axis_labels
from ui.page.chart.hover import one_line
from ui.page.chart.key import LATE, colours
from ui.page.chart.worktime import Worktime

ROW = 74  # pixels of a resource
MOST = 40  # resources; more would be a page of lines
MARGIN = 1.02
THERE = "#8a94a6"


def load(problem: Problem, schedule: Schedule, language: Language) -> go.Figure | None:
    """A row of steps for each resource; None if there is nothing to show."""
    shown = [each for each in problem.resources if each.kind != "stock"][:MOST]
    end = schedule.makespan
    if not shown or not end:
        return None
    figure = make_subplots(
        rows=len(shown),
        shared_xaxes=True,
        vertical_spacing=0.28 / len(shown),
        subplot_titles=[one_line(resource_name(each.name, language), 40) for each in shown],
    )
    colour, times = colours(problem, schedule.assignments), Worktime(problem, end)
    for row, resource in enumerate(shown, 1):
        used, there = in_use(schedule, resource.name, times), units(problem, resource, end)
        fill = colour.get(resource.name, THERE)
        figure.add_trace(_steps(used, end, fill, say("page-load-used", language), True), row, 1)
        figure.add_trace(_steps(there, end, THERE, say("page-load-there", language), False), row, 1)
        _scale(figure, row, resource, used)
    figure.update_annotations(  # inside, because Gradio's Plot throws the margins away
        x=0, xanchor="left", xshift=8, yanchor="top", yshift=-11, font_size=12
    )
    return figure.update_layout(**_layout(problem, len(shown), end, language))


def in_use(schedule: Schedule, name: str, times: Worktime) -> list[Span]:
    """Steps (minute, units in use from then on)."""
    changes = sorted(
        change
        for row in schedule.assignments
        if (amount := row.resources.get(name, 0))
        for minute, other in ((row.start, row.end), *((e, b) for b, e in times.left(row, name)))
        for change in ((minute, amount), (other, -amount))
    )
    moments = [(minute, sum(by for _, by in group)) for minute, group in groupby(changes, _first)]
    levels = accumulate(by for _, by in moments)
    steps = [(minute, level) for (minute, _), level in zip(moments, levels, strict=True)]
    return steps if steps and steps[0][0] == 0 else [(0, 0), *steps]


def _first(change: Span) -> int:
    return change[0]


def _steps(steps: Sequence[Span], end: int, colour: str, words: str, filled: bool) -> go.Scatter:
    last = steps[-1][1]
    return go.Scatter(
        x=[*(minute for minute, _ in steps if minute <= end), end],
        y=[*(level for minute, level in steps if minute <= end), last],
        mode="lines",
        line={"shape": "hv", "width": 1.5, "color": colour, "dash": "solid" if filled else "dot"},
        fill="tozeroy" if filled else None,
        meta="used" if filled else "there",
        hoverinfo="text",
        hovertext=[f"{level} {words}" for _, level in steps] + [f"{last} {words}"],
    )


def _scale(figure: go.Figure, row: int, resource: Resource, used: Sequence[Span]) -> None:
    top = max([resource.capacity, *(level for _, level in used)])
    figure.update_yaxes(
        row=row,
        col=1,
        range=[0, top * 1.12],
        tickvals=[0, resource.capacity],
        fixedrange=True,
        zeroline=False,
        automargin=True,
        color=LATE if top > resource.capacity else None,
    )


def _layout(problem: Problem, rows: int, end: int, language: Language) -> dict[str, object]:
    at, words = axis_labels(problem, end, language)
    axis = {"range": [0, end * MARGIN], "tickvals": at, "ticktext": words, "fixedrange": True}
    axis |= {"automargin": True, "zeroline": False}
    return {
        "height": ROW * rows + 46,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": 12, "family": "system-ui, 'Noto Sans CJK SC', sans-serif"},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "dragmode": False,
        "showlegend": False,
        "hoverlabel": {"align": "left", "bgcolor": "#1f2937", "font": {"color": "#f9fafb"}},
        **{f"xaxis{row if row > 1 else ''}": axis for row in range(1, rows + 1)},
    }
