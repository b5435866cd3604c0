"""The small HTML pieces of the page: verdict, notice, citations, empty state. Pure strings.

Everything that comes from people, models or documents is escaped here.
"""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from knowledge.passage import KnowledgeError, Passage
from tools.phrases import Language, say
from tools.plan import Problem, Schedule
from tools.reasons.compare import moves
from tools.telling import (
    amount,
    span,
    tell_again,
    tell_conflict,
    tell_left_out,
    then,
)
from ui.document import document
from ui.looking import best_so_far
from ui.markup import html
from ui.page.chart.key import legend
from ui.page.chart.sheet import View

if TYPE_CHECKING:
    from tools.solver.progress import Progress

WHOLE = 200_000  # characters of a cited document that go into the page


def notice(sentence: str) -> str:
    """What is wrong with an edit or a message; stays until it is put right."""
    return f'<p class="notice" role="alert">{html(sentence)}</p>' if sentence else ""


def news(sentence: str) -> str:
    """What is good to know and asks for nothing."""
    return f'<p class="loading" role="status">{html(sentence)}</p>'


def mending(language: Language) -> str:
    """What happens to the last message once the box is sent."""
    return news(say("page-mending", language))


def loading(language: Language, ready: bool) -> str:
    return "" if ready else news(say("page-loading", language))


def reading(title: str, owner: str, language: Language) -> str:
    """Whose conversation this is. The style sheet hides what cannot be done while it stands there.

    Args:
        owner: a name, or none if it is not known.
    """
    key = "page-only-reading-of" if owner else "page-only-reading"
    words = say(key, language, title=title, owner=owner)
    return f'<p class="loading reading" role="status">{html(words)}</p>'


def welcome(language: Language, *, planned: bool = False) -> str:
    """Markdown, where nothing was said yet."""
    key = "page-welcome-planned" if planned else "page-welcome"
    return f"### {say(key, language)}\n{say(f'{key}-text', language)}"


def empty_plan(language: Language) -> str:
    return (
        f'<div class="empty"><div class="bars" aria-hidden="true"><i></i><i></i><i></i></div>'
        f"<strong>{html(say('page-empty-title', language))}</strong>"
        f"<p>{html(say('page-empty-text', language))}</p></div>"
    )


def verdict(
    schedule: Schedule | None,
    language: Language,
    problem: Problem | None = None,
    *,
    compared: bool = False,
) -> str:
    """When the plan ends, how good it is known to be, what it reaches; or why there is none.

    Args:
        compared: whether the chart shows another plan, so that it must be said which this is.
    """
    if schedule is None:
        return ""
    quality = say("page-verdict", language, status=schedule.status, gap=_gap(schedule))
    parts = [f"<strong>{html(say('page-yours', language))}</strong>"] if compared else []
    parts.append(f'<span class="badge {schedule.status}">{html(quality)}</span>')
    if schedule.planned:
        end = then(schedule.makespan, language, problem)
        ends = say("page-ends", language, count=len(schedule.assignments), time=end)
        parts.append(f"<span>{html(ends)}</span>")
        if problem and (problem.goals or schedule.then):
            parts.append(f'<span class="quiet">{html(_reached(schedule, language))}</span>')
    misses = [
        say("page-miss", language, task=miss.task, time=span(miss.minutes, language))
        for miss in schedule.misses
    ]
    items = "".join(f"<li>{html(miss)}</li>" for miss in misses)
    said = f'<p class="verdict">{" ".join(parts)}</p>' + (f"<ul>{items}</ul>" if items else "")
    if problem and schedule.conflict:
        said += _conflict(tell_conflict(problem, schedule.conflict, language))
    return said


def _reached(schedule: Schedule, language: Language) -> str:
    """Each goal with its value."""
    values = [(schedule.goal, schedule.objective or 0)]
    values += [(each.goal, each.value) for each in schedule.then]
    return " · ".join(
        say(
            "named-value",
            language,
            name=say(f"goal-{goal}", language),
            value=amount(goal, value, language),
        )
        for goal, value in values
    )


def _conflict(told: str) -> str:
    """A conflict as paragraphs and lists; names are bold."""
    lines = []
    for line in filter(None, told.split("\n")):
        words = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html(line.removeprefix("- ")))
        lines.append(f"<li>{words}</li>" if line.startswith("- ") else f"<p>{words}</p>")
    return f'<div class="conflict">{"".join(lines)}</div>'


def comparison(problem: Problem, now: Schedule, before: Schedule, language: Language) -> str:
    """What the chart compares, and how many tasks move: as many as the answer says."""
    found = moves(before, now)
    count = sum(each.shifts for each in found)
    time = then(now.makespan, language, problem)
    sentence = say("page-compare", language, count=count, others=len(found) - count, time=time)
    return f'<p class="compare">{html(sentence)}</p>'


def aside(problem: Problem, schedule: Schedule, language: Language) -> str:
    """Under the chart: what is left out, and what moved since the plan before."""
    told = [tell_left_out(problem, schedule, language)] if schedule.left_out else []
    told += tell_again(problem, schedule, language)
    return "".join(f'<p class="aside">{html(each)}</p>' for each in told)


def pointing(language: Language) -> str:
    """What the bars are good for, and the note that goes with a bar that is dragged."""
    words = say("page-drag", language, task="{a}", other="{b}")
    return (
        f'<p class="quiet how">{html(say("page-point", language))}</p>'
        f'<p id="dragging" role="status" data-words="{html(words)}" hidden></p>'
    )


ZOOMS = {"back": "‹", "out": "−", "all": "⟷", "in": "+", "on": "›"}
"""What the buttons above the chart do, as `chart/zoom.js` calls it, and their signs."""


def zooming(language: Language) -> str:
    """Buttons that bring the chart nearer."""
    buttons = "".join(
        f'<button type="button" data-zoom="{name}" aria-label="{words}" title="{words}">{sign}'
        "</button>"
        for name, sign in ZOOMS.items()
        for words in (html(say(f"page-zoom-{name}", language)),)
    )
    label = html(say("page-zoom", language))
    return f'<div class="zoom" role="group" aria-label="{label}">{buttons}</div>'


def looking(progress: "Progress | None", language: Language) -> str:
    """That a better plan is looked for, and how far that is."""
    words = best_so_far(progress, language) if progress else say("page-looking", language)
    return f'<p class="looking" role="status">{html(words)}</p>'


def colours(
    problem: Problem,
    schedule: Schedule,
    language: Language,
    before: Schedule | None = None,
    view: View = "task",
    clock: int | None = None,
) -> str:
    """The legend of the chart."""
    items = "".join(
        f"<span>{_swatch(shape, colour)}{html(words)}</span>"
        for shape, colour, words in legend(problem, schedule, language, before, view, clock)
    )
    return f'<p class="legend">{items}</p>'


def _swatch(shape: str, colour: str) -> str:
    if shape == "sign":  # the words begin with it
        return ""
    style = f' style="background:{colour}"' if colour else ""
    return f'<i class="{shape}"{style}></i>'


def citations(passages: Sequence[Passage], whole: Callable[[str], str]) -> str:
    """Every cited passage, to open: the whole document with the passage marked in it."""
    return "".join(_citation(place, passage, whole) for place, passage in enumerate(passages, 1))


def _citation(place: int, passage: Passage, whole: Callable[[str], str]) -> str:
    heading = f" › {passage.heading}" if passage.heading else ""
    return (
        f'<details class="passage" id="source-{place}"><summary><b>[{place}]</b> '
        f"{html(passage.title + heading)}"
        f"<small>{html(passage.source)}</small></summary>"
        f'<div class="document" tabindex="0">{_document(passage, whole)}</div></details>'
    )


def _document(passage: Passage, whole: Callable[[str], str]) -> str:
    if not passage.current:  # the document as a whole is another one by now
        return document(passage.text, 0, len(passage.text))
    try:
        text = whole(passage.source)
    except KnowledgeError:  # the document was taken out of the library since
        text = passage.text
    start = text.find(passage.text)
    if start < 0:
        return document(passage.text, 0, len(passage.text)) + document(text[:WHOLE])
    end = start + len(passage.text)
    return document(text[: max(end, WHOLE)], start, end)


def _gap(schedule: Schedule) -> str:
    """Upper bound on the distance from the best plan, in percent, or `none` if unknown."""
    if not schedule.objective or schedule.bound is None or schedule.bound <= 0:
        return "none"
    return str(-(-100 * (schedule.objective - schedule.bound) // schedule.objective))


def needs_attention(problem: Problem | None, language: Language) -> str:
    """How to read and use the table; what `≈` means if there is one."""
    key = "page-table-assumed" if problem and problem.assumed else "page-table-help"
    return f'<p class="quiet how">{html(say(key, language))}</p>'
