"""The pieces of the knowledge page: the list, a document with its versions, what a search saw. Pure
values and HTML; everything that comes from documents is escaped here."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from knowledge.held import Held
from knowledge.index import Report
from knowledge.library import Looked
from knowledge.passage import Passage
from tools.phrases import Language, say
from ui.document import document
from ui.markup import html

LISTED = ("title", "kind", "language", "version", "holds", "audience", "owner", "source")
SIGNALS = ("score", "near", "lexical", "things", "cosine")
WHOLE = 100_000
"""Characters of a document on the page."""
SHORT = 240
"""Characters of a passage in the test box."""
_HEADING = re.compile(r"^#+ ", re.MULTILINE)
"""How Markdown marks a heading."""


def rows(held: Sequence[Held], today: date, language: Language) -> list[list[str]]:
    """The documents as they are today, else their latest version; what came in last stands first,
    so that nobody looks for their own below those that came with Whyflow."""
    chosen: dict[str, Held] = {}
    for version in held:  # the latest of each first
        if version.source not in chosen or (
            version.holds(today) and not chosen[version.source].holds(today)
        ):
            chosen[version.source] = version
    latest = sorted(chosen.values(), key=lambda each: each.number, reverse=True)
    return [_row(each, today, language) for each in latest]


def _row(held: Held, today: date, language: Language) -> list[str]:
    return [
        held.title,
        say(f"knowing-kind-{held.kind}", language),
        say(f"knowing-language-{held.language}", language),
        held.version,
        days(held, today, language),
        _audience(held.audience, language),
        held.owner,
        held.source,
    ]


def days(held: Held, today: date, language: Language) -> str:
    """From when to when a version holds, and whether it does today."""
    if held.since and held.until and held.until < held.since:
        return say("knowing-never", language)
    state = "now" if held.holds(today) else "later" if _begins(held, today) else "past"
    return say(f"knowing-days-{state}", language, span=_span(held, language))


def _span(held: Held, language: Language) -> str:
    since = held.since.isoformat() if held.since else ""
    until = held.until.isoformat() if held.until else ""
    if not since and not until:
        return ""
    kind = "between" if since and until else "since" if since else "until"
    return say(f"knowing-days-{kind}", language, since=since, until=until)


def _begins(held: Held, today: date) -> bool:
    return held.since is not None and held.since > today


def _audience(names: Sequence[str], language: Language) -> str:
    return say("list-comma", language).join(
        say("knowing-everyone", language) if name == "everyone" else name for name in names
    )


def versions(
    held: Sequence[Held], texts: Mapping[int, str], today: date, language: Language
) -> str:
    """All versions of a document, each to open; the one that holds today is open."""
    return "".join(
        f'<details class="passage"{" open" if each.holds(today) else ""}>'
        f"<summary><b>{html(each.title)}</b> {_version(each, today, language)}</summary>"
        f'<div class="document" tabindex="0">{document(texts.get(each.number, "")[:WHOLE])}</div>'
        "</details>"
        for each in held
    )


def _version(held: Held, today: date, language: Language) -> str:
    words = say("knowing-version", language, version=held.version, passages=held.passages)
    return f"<small>{html(words)} · {html(days(held, today, language))}</small>"


def report(found: Report, language: Language) -> str:
    """What came in, and what was left out and why."""
    counts = {"added": found.added, "unchanged": found.unchanged, "removed": found.removed}
    said = f'<p role="status">{html(say("index-done", language, **counts))}</p>'
    if not found.skipped:
        return said
    head = html(say("index-skipped", language, count=len(found.skipped)))
    items = "".join(
        f"<li>{html(say(f'knowledge-{each.reason}', language, **each.values))}</li>"
        for each in found.skipped
    )
    return f'{said}<div class="notice" role="alert"><p>{head}</p><ul>{items}</ul></div>'


def verdict(looked: Looked, language: Language) -> str:
    """Whether anything fits, and how sure that is."""
    key = "knowing-fits" if looked.fits else "knowing-fits-not"
    percent = f"{looked.probability:.0%}"
    return f'<p role="status">{html(say(key, language, percent=percent))}</p>'


def found(
    looked: Looked, passages: Mapping[int, Passage], count: int, language: Language
) -> list[list[str]]:
    """The first passages with what speaks for them."""
    return [
        [
            str(rank),
            _place(passages[each.number]),
            _cut(passages[each.number].text),
            *(f"{getattr(each, name):.3f}" for name in SIGNALS),
        ]
        for rank, each in enumerate(looked.candidates[:count], 1)
        if each.number in passages
    ]


def _place(passage: Passage) -> str:
    return " › ".join(part for part in (passage.title, passage.heading) if part)


def _cut(text: str) -> str:
    short = " ".join(_HEADING.sub("", text).split())
    return short if len(short) <= SHORT else short[:SHORT] + "…"
