"""A document becomes passages: pieces of its text, with the place of each. It knows Markdown
headings and ends of sentences; it knows no store.

A short document stays whole, and so does a reply template but for its other tones: a reply that is
cut in two is no reply, and one that is found three times hides others. A longer document is cut at
its headings, then between paragraphs, then between sentences.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from knowledge.passage import Document

# Characters. Both are about 300 tokens of e5, whose window is 512 and holds the title as well.
LIMITS = {"en": 1200, "zh": 500}

_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*")
_SENTENCE_END = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+|\n")
_OTHER_TONE = re.compile(
    r"^##[ \t]+(?:formal|brief|正式|简短)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_PARAGRAPH_END = re.compile(r"\n\s*\n")

Span = tuple[int, int]
"""The first character and the one after the last."""


class Piece(NamedTuple):
    """A part of a document's text."""

    heading: str
    """The headings above it, joined by ` > `."""
    start: int
    end: int


def pieces_of(document: Document) -> list[Piece]:
    """The pieces of a document in its order: `text[start:end]` is what each says."""
    text = document.text
    if document.kind == "reply":
        other = _OTHER_TONE.search(text)
        end = other.start() if other else len(text)
        return [Piece("", 0, len(text[:end].rstrip()) or len(text))]
    if len(text) <= LIMITS[document.language]:
        return [Piece("", 0, len(text))]
    limit = LIMITS[document.language]
    return [
        Piece(heading, *piece)
        for heading, section in _sections(text)
        for piece in _packed(_paragraphs(text, section, limit), limit)
    ]


def searched_text(title: str, heading: str, text: str) -> str:
    """What stands for a passage in both searches; title and heading say what the text is about."""
    return "\n".join(part for part in (title, heading, text) if part)


class Cut(NamedTuple):
    """A document with its passages."""

    document: Document
    digest: str
    pieces: list[Piece]
    texts: list[str]
    """What stands for each piece in both searches."""
    hashes: list[bytes]
    """Of the texts."""


def cut_up(document: Document) -> Cut:
    """A document in its pieces."""
    pieces = pieces_of(document)
    texts = [
        searched_text(document.title, piece.heading, document.text[piece.start : piece.end])
        for piece in pieces
    ]
    content = document.model_dump(include={"title", "text", "kind", "field", "language"})
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    return Cut(document, digest, pieces, texts, [_hash(text) for text in texts])


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _sections(text: str) -> Iterator[tuple[str, Span]]:
    """(heading path, the text below it); a `#` inside a ``` fence is no heading."""
    path: list[tuple[int, str]] = []
    fenced, start, at = False, 0, 0
    for line in text.splitlines(keepends=True):
        fenced ^= line.lstrip().startswith("```")
        heading = None if fenced else _HEADING.fullmatch(line.rstrip("\r\n"))
        if heading:
            yield _joined(path), (start, at)
            level = len(heading.group(1))
            above = takewhile(lambda each: each[0] < level, path)  # noqa: B023
            path = [*above, (level, heading.group(2))]
            start = at + len(line)
        at += len(line)
    yield _joined(path), (start, at)


def _joined(headings: Sequence[tuple[int, str]]) -> str:
    return " > ".join(name for _, name in headings)


def _paragraphs(text: str, section: Span, limit: int) -> Iterator[Span]:
    """Paragraphs, or their sentences where they are too long to stay whole."""
    for start, end in _split(text, section, _PARAGRAPH_END):
        if end - start <= limit:
            yield start, end
        else:
            for sentence in _split(text, (start, end), _SENTENCE_END):
                yield from _cut(sentence, limit)


def _split(text: str, span: Span, border: re.Pattern[str]) -> Iterator[Span]:
    """What lies between the borders, without white space around it; empty parts are left out."""
    start, last = span
    borders = [match.span() for match in border.finditer(text, start, last)]
    for end, after in [*borders, (last, last)]:
        yield from _trimmed(text, start, end)
        start = after


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _cut(span: Span, limit: int) -> Iterator[Span]:
    """A sentence without an end (a table, a log) is cut wherever the limit falls."""
    start, last = span
    for at in range(start, last, limit):
        yield at, min(at + limit, last)


def _packed(spans: Iterator[Span], limit: int) -> Iterator[Span]:
    """Neighbours joined for as long as they fit, so that a passage is not a single line."""
    packed: Span | None = None
    for start, end in spans:
        if packed and end - packed[0] <= limit:
            packed = packed[0], end
            continue
        if packed:
            yield packed
        packed = start, end
    if packed:
        yield packed
