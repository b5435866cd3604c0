"""What of an answer is shown at once, and what folds out: the ends of long lists and tables."""

import re
from itertools import groupby

SHOWN = 8
"""Rows of a list or a table that are shown at once; one more is not worth a fold."""
_ITEM = re.compile(r"(?:- |\d+\. )")


def parted(text: str) -> tuple[str, str]:
    """Markdown without the ends of its long lists and tables; and those ends, each on its own."""
    shown: list[str] = []
    folded: list[str] = []
    for kind, lines in groupby(text.split("\n"), _kind):
        rows = list(lines)
        head = 2 if kind == "table" else 0
        if kind == "text" or len(rows) <= head + SHOWN + 1:
            shown += rows
            continue
        shown += rows[: head + SHOWN]
        folded.append("\n".join([*rows[:head], *rows[head + SHOWN :]]))
    return "\n".join(shown), "\n\n".join(folded)


def _kind(line: str) -> str:
    if line.startswith("|"):
        return "table"
    return "list" if _ITEM.match(line) else "text"
