"""Whoever brings a text that holds what looks like a customer's personal data is told what and
where before it is kept: they take it out, or say that it may stay."""

from collections.abc import Sequence
from typing import NamedTuple

from agent.customers import customers_data
from knowledge.passage import Document
from knowledge.templates.record import Template
from tools.phrases import Language, say
from ui.markup import html

AROUND = 24
"""Characters of the text that are shown on both sides."""
MOST = 20
"""Findings that are told of; the rest is only counted."""


class Finding(NamedTuple):
    """What was found, for the eyes of whoever brought it."""

    kind: str
    """One of `tools.personal.finding.KINDS`."""
    quote: str
    """With the words around it."""
    place: str
    """The document or the template."""


def findings(text: str, place: str) -> list[Finding]:
    """What looks like a customer's in a text."""
    return [
        Finding(each.kind, _quote(text, each.start, each.end), place)
        for each in customers_data(text)
    ]


def in_template(template: Template) -> list[Finding]:
    """What looks like a customer's in any words of a template."""
    words = [template.title, template.warm, template.formal, template.brief]
    known = (value for _, value in template.known)
    return findings("\n".join([*words, *template.cues, *template.checks, *known]), template.title)


class Doubts:
    """Which of the documents that come in have to wait, and why."""

    def __init__(self, *, stays: bool) -> None:
        """
        Args:
            stays: whoever brings them says that what they hold may stay.
        """
        self._stays = stays
        self.found: list[Finding] = []

    def __call__(self, document: Document) -> bool:
        """Must it wait?"""
        if self._stays:
            return False
        found = findings(f"{document.title}\n{document.text}", document.source)
        self.found += found
        return bool(found)


def lines(found: Sequence[Finding], language: Language) -> list[str]:
    """A line for each of the first ones, and how many more there are."""
    told = [
        say(
            "personal-item",
            language,
            kind=say(f"personal-kind-{each.kind.lower()}", language),
            quote=each.quote,
            place=each.place,
        )
        for each in found[:MOST]
    ]
    more = len(found) - MOST
    return [*told, say("personal-more", language, count=more)] if more > 0 else told


def notice(found: Sequence[Finding], language: Language) -> str:
    """The question on a page; empty if nothing was found."""
    if not found:
        return ""
    items = "".join(f"<li>{html(line)}</li>" for line in lines(found, language))
    head = html(say("personal-found", language))
    return f'<div class="notice" role="alert"><p>{head}</p><ul>{items}</ul></div>'


def _quote(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return f"{before}{' '.join(text[first:last].split())}{after}"
