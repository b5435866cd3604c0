"""The small HTML pieces of the page: verdict, notice, citations, empty state. Pure strings.

Everything that comes from people, models or documents is escaped here.
"""

from collections.abc import Callable, Sequence

from knowledge.passage import KnowledgeError, Passage
from tools.phrases import Language, say
from tools.plan import Problem, Schedule
from tools.telling import span
from ui.key import legend, shift
from ui.markup import html

WHOLE = 200_000  # characters of a cited document that go into the page


def notice(sentence: str) -> str:
    """What is wrong with an edit or a message; stays until it is put right."""
    return f'<p class="notice" role="alert">{html(sentence)}</p>' if sentence else ""


def loading(language: Language, ready: bool) -> str:
    if ready:
        return ""
    return f'<p class="loading" role="status">{html(say("page-loading", language))}</p>'


def empty_plan(language: Language) -> str:
    return (
        f'<div class="empty"><div class="bars" aria-hidden="true"><i></i><i></i><i></i></div>'
        f"<strong>{html(say('page-empty-title', language))}</strong>"
        f"<p>{html(say('page-empty-text', language))}</p></div>"
    )


def verdict(schedule: Schedule | None, language: Language) -> str:
    """How long the plan takes and how good it is known to be; which deadlines it breaks."""
    if schedule is None:
        return ""
    quality = say("page-verdict", language, status=schedule.status, gap=_gap(schedule))
    parts = [f'<span class="badge {schedule.status}">{html(quality)}</span>']
    if schedule.planned:
        ends = say("page-ends", language, time=span(schedule.makespan, language))
        parts.append(f"<span>{html(ends)}</span>")
    misses = [
        say("page-miss", language, task=miss.task, time=span(miss.minutes, language))
        for miss in schedule.misses
    ]
    items = "".join(f"<li>{html(miss)}</li>" for miss in misses)
    return f'<p class="verdict">{" ".join(parts)}</p>' + (f"<ul>{items}</ul>" if items else "")


def comparison(now: Schedule, before: Schedule, language: Language) -> str:
    """What the chart compares, and how many tasks moved."""
    moved = [row.task for row in now.assignments if shift(row.task, now, before) != 0]
    time = span(now.makespan, language)
    sentence = say("page-compare", language, count=len(moved), time=time)
    return f'<p class="compare">{html(sentence)}</p>'


def colours(
    problem: Problem, schedule: Schedule, language: Language, before: Schedule | None = None
) -> str:
    """The legend of the chart."""
    items = "".join(
        f'<span><i class="{shape}" style="background:{colour}"></i>{html(words)}</span>'
        for shape, colour, words in legend(problem, schedule, language, before)
    )
    return f'<p class="legend">{items}</p>'


def citations(passages: Sequence[Passage], whole: Callable[[str], str]) -> str:
    """Every cited passage, to open: the whole document with the passage marked in it."""
    return "".join(_citation(place, passage, whole) for place, passage in enumerate(passages, 1))


def _citation(place: int, passage: Passage, whole: Callable[[str], str]) -> str:
    heading = f" › {passage.heading}" if passage.heading else ""
    return (
        f'<details class="passage"><summary><b>[{place}]</b> {html(passage.title + heading)}'
        f"<small>{html(passage.source)}</small></summary>"
        f'<div class="document" tabindex="0">{_document(passage, whole)}</div></details>'
    )


def _document(passage: Passage, whole: Callable[[str], str]) -> str:
    try:
        text = whole(passage.source)
    except KnowledgeError:  # the document was taken out of the library since
        text = passage.text
    start = text.find(passage.text)
    if start < 0:
        return f"<mark>{html(passage.text)}</mark>\n\n{html(text[:WHOLE])}"
    end = start + len(passage.text)
    after = text[end : max(end, WHOLE)]
    return f"{html(text[:start])}<mark>{html(passage.text)}</mark>{html(after)}"


def _gap(schedule: Schedule) -> str:
    """Upper bound on the distance from the best plan, in percent, or `none` if unknown."""
    if not schedule.objective or schedule.bound is None or schedule.bound <= 0:
        return "none"
    return str(-(-100 * (schedule.objective - schedule.bound) // schedule.objective))


def switch(language: Language) -> str:
    """The link to the other language."""
    other = "zh" if language == "en" else "en"
    tag = "zh-CN" if other == "zh" else "en"
    return (
        f'<a class="switch" href="/switch/{other}" lang="{tag}" hreflang="{tag}">'
        f"{html(say('page-switch', language))}</a>"
    )


def title(language: Language) -> str:
    return f'<h1>Whyflow</h1><p class="quiet">{html(say("page-tagline", language))}</p>'


def needs_attention(problem: Problem | None, language: Language) -> str:
    """How to read and use the table; what `≈` means if there is one."""
    key = "page-table-assumed" if problem and problem.assumed else "page-table-help"
    return f'<p class="quiet">{html(say(key, language))}</p>'
