"""What the chart shows beside its bars: the plan before, what decides the end, who waits, and what
was asked for. One trace each; which tasks they are about is in `facts.py` and `key.py`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from tools.phrases import Language, say
from tools.plan import Assignment, Problem, Schedule
from tools.plan.hours import Span
from tools.telling import reading
from ui.page.chart.hover import one_line
from ui.page.chart.key import BEFORE, CHAIN, LATE, LIMITS, minutes_of

Bars = Sequence[tuple[int, Assignment]]
"""(row of the chart, what is drawn in it)."""
LOWER_EDGE = 0.31  # of a row, below its middle


def thin(rows: Sequence[Assignment], before: Schedule) -> go.Bar:
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
        width=0.12,
        offset=0.37,
        meta="before",
        marker={"color": BEFORE},
        hoverinfo="skip",
    )


def chain(bars: Bars, names: frozenset[str]) -> go.Scatter:
    """A stripe along the lower edge of the bars that decide the end."""
    marked = [(place, row) for place, row in bars if row.task in names]
    spans = [(place + LOWER_EDGE, row.start, row.end) for place, row in marked]
    return _lines(spans, "chain", {"color": CHAIN, "width": 4})


def waiting(bars: Bars, since: Mapping[str, int]) -> go.Scatter:
    """A dotted line from the minute a task could start to its start, where it waits for others; not
    through the words on bars of the same row."""
    marked = [(place, row) for place, row in bars if row.task in since]
    taken = {
        at: sorted((row.start, row.end) for place, row in bars if place == at) for at, _ in marked
    }
    spans = [
        (place, *span)
        for place, row in marked
        for span in _between(since[row.task], row.start, taken[place])
    ]
    return _lines(spans, "waiting", {"color": BEFORE, "width": 2, "dash": "dot"})


def _between(begin: int, end: int, taken: Sequence[Span]) -> Iterable[Span]:
    """What of a stretch none of these, which are sorted, takes."""
    for first, last in (*taken, (end, end)):
        if begin < min(first, end):
            yield begin, min(first, end)
        begin = max(begin, last)


def _lines(spans: Sequence[tuple[float, int, int]], meta: str, line: dict[str, Any]) -> go.Scatter:
    """Level lines (row, from, to) of one kind."""
    return go.Scatter(
        mode="lines",
        x=[at for _, begin, end in spans for at in (begin, end, None)],
        y=[at for place, _, _ in spans for at in (place, place, None)],
        line=line,
        meta=meta,
        hoverinfo="skip",
    )


def limits(problem: Problem, bars: Bars, language: Language) -> Iterable[go.Scatter]:
    """A line at each due time and deadline; red if it is missed."""
    for field, colour in LIMITS.items():
        marks = minutes_of(problem, bars, field)
        words = say(f"page-{field}", language)
        yield go.Scatter(
            mode="markers",
            x=[max(0, minute) for _, _, minute in marks],  # what was due before: at the start
            y=[place for place, _, _ in marks],
            marker={
                "symbol": "line-ns-open",
                "size": 20,
                "color": [LATE if row.end > minute else colour for _, row, minute in marks],
                "line": {"width": 3},
            },
            hoverinfo="text",
            hovertext=[
                f"{one_line(row.task, 60)}<br>{words}: {reading(at, language, problem, dated=True)}"
                for _, row, at in marks
            ],
        )
