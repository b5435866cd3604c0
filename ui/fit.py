"""Text in a given width. A Han character is two cells wide, a Latin one is one."""

import unicodedata


def cells(text: str) -> int:
    """How many cells `text` is wide."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def lines(text: str, width: int, most: int) -> list[str]:
    """`text` in at most `most` lines of at most `width` cells; what does not fit ends in `…`."""
    done: list[str] = []
    rest = text
    while rest and len(done) < most:
        if cells(rest) <= width:
            return [*done, rest]
        last = len(done) == most - 1
        line = _head(rest, width - 1 if last else width)
        if not last and " " in line and not rest[len(line)].isspace():
            line = line[: line.rindex(" ")]
        done.append(f"{line.rstrip()}…" if last else line.rstrip())
        rest = rest[len(line) :].lstrip()
    return done or [""]


def _head(text: str, width: int) -> str:
    """The longest beginning of `text` that is at most `width` cells wide; one letter at least."""
    used = 0
    for place, letter in enumerate(text):
        used += cells(letter)
        if used > width:
            return text[: max(1, place)]
    return text
