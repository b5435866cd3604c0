"""A document becomes passages, and passages a document again. It knows Markdown headings and ends
of sentences; it knows no store.

A short document and a reply template stay whole: a reply that is cut in two is no reply. A longer
document is cut at its headings, then between paragraphs, then between sentences.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from knowledge.passage import Document, Passage

# Characters. Both are about 300 tokens of e5, whose window is 512 and holds the title as well.
LIMITS = {"en": 1200, "zh": 500}

_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*")
_SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+|\n")


def passages_of(document: Document) -> list[Passage]:
    """The passages of a document in its order, with a hash of their content as id."""
    pieces = [("", document.text)] if _whole(document) else list(_pieces(document))
    return [_passage(document, *piece, place) for place, piece in enumerate(pieces)]


def _whole(document: Document) -> bool:
    return document.kind == "reply" or len(document.text) <= LIMITS[document.language]


def _pieces(document: Document) -> Iterator[tuple[str, str]]:
    limit = LIMITS[document.language]
    for heading, text in _sections(document.text):
        for piece in _pack(_paragraphs(text, limit), limit):
            yield heading, piece


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """(heading path, text below it); a `#` inside a ``` fence is no heading."""
    path: list[tuple[int, str]] = []
    lines: list[str] = []
    fenced = False
    for line in text.split("\n"):
        fenced ^= line.lstrip().startswith("```")
        heading = None if fenced else _HEADING.fullmatch(line)
        if not heading:
            lines.append(line)
            continue
        yield _path(path), "\n".join(lines)
        level, lines = len(heading.group(1)), []
        path = [*takewhile(lambda above: above[0] < level, path), (level, heading.group(2))]  # noqa: B023
    yield _path(path), "\n".join(lines)


def _path(headings: Sequence[tuple[int, str]]) -> str:
    return " > ".join(name for _, name in headings)


def _paragraphs(text: str, limit: int) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text):
        if len(paragraph) <= limit:
            yield paragraph.strip("\n")
        else:
            sentences = (s for whole in _SENTENCE.split(paragraph) for s in _cut(whole, limit))
            yield from _pack(sentences, limit, " ")


def _cut(text: str, limit: int) -> Iterator[str]:
    """A sentence without an end (a table, a log) is cut wherever the limit falls."""
    for start in range(0, len(text), limit):
        yield text[start : start + limit]


def _pack(pieces: Iterator[str], limit: int, glue: str = "\n\n") -> Iterator[str]:
    """Neighbours joined for as long as they fit, so that a passage is not a single line."""
    packed = ""
    for piece in pieces:
        if not piece.strip():
            continue
        if packed and len(packed) + len(glue) + len(piece) > limit:
            yield packed
            packed = ""
        packed = f"{packed}{glue}{piece}" if packed else piece
    if packed:
        yield packed


def _passage(document: Document, heading: str, text: str, place: int) -> Passage:
    content = {
        **document.model_dump(exclude={"text"}),
        "text": text,
        "heading": heading,
        "place": place,
    }
    # Everything that is stored is hashed: a passage is unchanged or new, and never half of each.
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    return Passage(id=digest[:24], **content)


def text_from(passages: Sequence[Passage]) -> str:
    """The document again, from all of its passages: title, headings and text as Markdown."""
    ordered = sorted(passages, key=lambda passage: passage.place)
    lines = [f"# {ordered[0].title}"] if ordered else []
    above: list[str] = []
    for passage in ordered:
        path = passage.heading.split(" > ") if passage.heading else []
        lines += _new_headings(above, path)
        lines.append(passage.text)
        above = path
    return "\n\n".join(lines)


def _new_headings(above: Sequence[str], path: Sequence[str]) -> list[str]:
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(above, path, strict=False))))
    return [f"{'#' * (depth + 2)} {path[depth]}" for depth in range(shared, len(path))]
