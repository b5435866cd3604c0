"""A document of the knowledge base as HTML: its headings, lists and bold words, all else as it was
written. Everything in it is escaped; no link and no picture comes of it."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ui.markup import html

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_POINT = re.compile(r"\s*[-*+]\s+(?=\S)")
_STEP = re.compile(r"\s*(\d{1,9})(?:[.)]\s+|、\s*)(?=\S)")
_BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")


class _Line(NamedTuple):
    kind: str
    """`heading`, `point`, `step`, `text` or `blank`."""
    number: int
    """Of a step; the level of a heading."""
    begin: int
    """In the document, without the sign of its kind."""
    text: str


def document(text: str, first: int = 0, last: int = 0) -> str:
    """`text`, which is Markdown; the letters from `first` up to `last` are marked."""
    parts = []
    for kind, group in groupby(_lines(text), lambda line: line.kind):
        lines = list(group)
        shown = [_marked(line, first, last) for line in lines]
        match kind:
            case "heading":
                parts += [_heading(line, each) for line, each in zip(lines, shown, strict=True)]
            case "point":
                parts.append(f"<ul>{''.join(f'<li>{each}</li>' for each in shown)}</ul>")
            case "step":
                steps = zip(lines, shown, strict=True)
                items = "".join(f'<li value="{line.number}">{each}</li>' for line, each in steps)
                parts.append(f"<ol>{items}</ol>")
            case "text":
                parts.append("<p>" + "\n".join(shown) + "</p>")
    return "".join(parts)


def _lines(text: str) -> Iterator[_Line]:
    begin = 0
    for line in text.split("\n"):
        yield _line(line, begin)
        begin += len(line) + 1


def _line(line: str, begin: int) -> _Line:
    if not line.strip():
        return _Line("blank", 0, begin, "")
    if found := _HEADING.match(line):
        return _Line("heading", len(found[1]), begin + found.end(), line[found.end() :])
    if found := _POINT.match(line):
        return _Line("point", 0, begin + found.end(), line[found.end() :])
    if found := _STEP.match(line):
        return _Line("step", int(found[1]), begin + found.end(), line[found.end() :])
    return _Line("text", 0, begin, line)


def _heading(line: _Line, shown: str) -> str:
    level = min(line.number + 2, 6)  # the page has its own above
    return f"<h{level}>{shown}</h{level}>"


def _marked(line: _Line, first: int, last: int) -> str:
    begin, end = (min(max(at - line.begin, 0), len(line.text)) for at in (first, last))
    before, inside, after = line.text[:begin], line.text[begin:end], line.text[end:]
    mark = f"<mark>{_bold(inside)}</mark>" if inside.strip() else _bold(inside)
    return _bold(before) + mark + _bold(after)


def _bold(text: str) -> str:
    return _BOLD.sub(r"<b>\1</b>", html(text))
