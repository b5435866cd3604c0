"""Which templates somebody looks for, and in which order they stand. It shows nothing."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from knowledge.feedback import Use
from knowledge.numbers import fold
from knowledge.templates.record import Template
from knowledge.templates.tables import Listed
from tools.phrases import Language

Order = Literal["title", "sent", "kept", "saved"]
ORDERS: tuple[Order, ...] = get_args(Order)
"""By name; most sent first; most of the text kept first; last saved first."""


class Query(NamedTuple):
    """Empty fields stand for any."""

    words: str = ""
    intent: str = ""
    language: str = ""
    field: str = ""
    audience: str = ""
    """One of those who may use it."""
    order: Order = "title"
    retired: bool = False
    """Also those that are retired."""


def matching(
    listed: Iterable[Listed],
    query: Query,
    uses: Mapping[str, Use],
    named: Callable[[Template], str],
    reader: Language,
) -> list[Listed]:
    """
    Args:
        reader: the language of who looks; its templates come first among equals.
        named: more words by which a template is found, as the page names what it wants.
    """
    words = fold(query.words).split()
    found = [
        each
        for each in listed
        if _fits(each, query) and _holds(each.template, words, named(each.template))
    ]
    return _ordered(found, query.order, uses, reader)


def _fits(listed: Listed, query: Query) -> bool:
    template = listed.template
    return (
        (query.retired or listed.retired is None)
        and query.intent in ("", template.intent)
        and query.language in ("", template.language)
        and query.field in ("", template.field)
        and query.audience in ("", *template.audience)
    )


def _holds(template: Template, words: Sequence[str], named: str) -> bool:
    texts = (template.id, template.title, named, *template.cues)
    said = fold("\n".join([*texts, template.warm, template.formal, template.brief]))
    return all(word in said for word in words)


def _ordered(
    found: list[Listed], order: Order, uses: Mapping[str, Use], reader: Language
) -> list[Listed]:
    found.sort(key=lambda each: (each.template.language != reader, _title(each.template)))
    nothing = Use(0, 0, -1.0)  # what nobody has tried comes after what nobody kept
    if order == "sent":
        found.sort(key=lambda each: -uses.get(each.template.id, nothing).sent)
    if order == "kept":
        found.sort(key=lambda each: -uses.get(each.template.id, nothing).kept)
    if order == "saved":
        found.sort(key=lambda each: str(each.latest.moment or ""), reverse=True)
    return found


def _title(template: Template) -> list[tuple[str, int]]:
    """Its title to sort by: reply 2 comes before reply 10."""
    parts = re.findall(r"(\D*)(\d*)", fold(template.title))
    return [(words, int(number or 0)) for words, number in parts]
