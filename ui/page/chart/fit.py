"""Text in a given width. A Han character is two cells wide, a Latin one is one."""

import unicodedata

TAIL = 6  # cells kept of the end of a cut name: what tells "… 1" from "… 2" stands there


def cells(text: str) -> int:
    """How many cells `text` is wide."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def lines(text: str, width: int, most: int) -> list[str]:
    """`text` in at most `most` lines of at most `width` cells; the last may have a `…` inside."""
    done: list[str] = []
    rest = text
    while len(done) < most - 1 and cells(rest) > width:
        line = _head(rest, width)
        if " " in line and not rest[len(line)].isspace():
            line = line[: line.rindex(" ")]
        done.append(line.rstrip())
        rest = rest[len(line) :].lstrip()
    return [*done, rest if cells(rest) <= width else _cut(rest, width)]


def _cut(text: str, width: int) -> str:
    """Head, `…` and tail of `text`."""
    tail = _head(text[::-1], TAIL)[::-1]
    return f"{_head(text, width - 1 - cells(tail)).rstrip()}…{tail.lstrip()}"


def _head(text: str, width: int) -> str:
    """The longest beginning of `text` that is at most `width` cells wide; one letter at least."""
    used = 0
    for place, letter in enumerate(text):
        used += cells(letter)
        if used > width:
            return text[: max(1, place)]
    return text
