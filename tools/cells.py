"""One cell of the task table <-> one value. It knows no rows, no page.

A value that the user did not give is shown with `≈` in front; a cell that keeps it stays assumed.
Lists are parted by `,` `;` `、` or a new line; a known name may hold such marks itself.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from tools.phrases import Language
from tools.record import PlanError
from tools.telling import span
from tools.wording.durations import duration
from tools.wording.numbers import fold

MARK = "≈"
_PARTS = re.compile(r"\s*[,，、;；\n]\s*")
_AMOUNT = re.compile(r"(.*\S)\s*[×xX*✕]\s*(\d{1,7})")


def mark(text: str, assumed: bool) -> str:
    return f"{MARK} {text}" if assumed else text


def unmark(cell: str) -> tuple[str, bool]:
    """The text of a cell, and whether it is marked as assumed."""
    text = cell.strip()
    return text.removeprefix(MARK).strip(), text.startswith(MARK)


def write_minutes(value: int | None, language: Language) -> str:
    return "" if value is None else span(value, language)


def read_minutes(text: str, column: str, row: int, task: str) -> int:
    """`90`, `1h30`, `2小时` as minutes; a bare number is minutes.

    Raises:
        PlanError: naming the row, the column and the value.
    """
    folded = fold(text).strip()
    if re.fullmatch(r"\d{1,7}", folded):
        return int(folded)
    found = duration(folded)
    if found is None or (found.start, found.end) != (0, len(folded)):
        raise PlanError("page-bad-time", column=column, row=row, task=task, value=_short(text))
    return found.minutes


def read_number(text: str, column: str, row: int, task: str) -> int:
    """A whole number, 1 or more; full-width digits too.

    Raises:
        PlanError: naming the row, the column and the value.
    """
    found = re.fullmatch(r"(\d{1,9})(\.0+)?", fold(text).strip())
    if found is None or int(found[1]) < 1:
        raise PlanError("page-bad-number", column=column, row=row, task=task, value=_short(text))
    return int(found[1])


def write_needs(needs: Mapping[str, int], assumed: Collection[str]) -> str:
    """`nurse × 2, room`; one unit is not written, unless the name itself ends like an amount."""
    return ", ".join(
        mark(
            name if amount == 1 and not _AMOUNT.fullmatch(name) else f"{name} × {amount}",
            name in assumed,
        )
        for name, amount in needs.items()
    )


def read_needs(text: str, known: Collection[str]) -> tuple[dict[str, int], set[str]]:
    """Needs as amounts by resource, and the names marked as assumed. A name twice adds up."""
    needs: dict[str, int] = {}
    assumed = set()
    for item in _items(text, lambda piece: _amount(piece, known)[0] in known):
        name, amount = _amount(item, known)
        needs[name] = needs.get(name, 0) + amount
        if unmark(item)[1]:
            assumed.add(name)
    return needs, assumed


def _amount(item: str, known: Collection[str]) -> tuple[str, int]:
    text = unmark(item)[0]
    found = None if text in known and not _AMOUNT.fullmatch(text) else _AMOUNT.fullmatch(text)
    if found and int(found[2]) > 0 and not (text in known and found[1].strip() not in known):
        return found[1].strip(), int(found[2])
    return text, 1


def write_names(names: Iterable[str]) -> str:
    return ", ".join(names)


def read_names(text: str, known: Collection[str]) -> list[str]:
    """Names in their order, each once; a known name is taken whole even with a comma in it."""
    return list(dict.fromkeys(_items(text, lambda piece: piece in known)))


def _items(text: str, is_known: Callable[[str], bool]) -> list[str]:
    """Pieces between separators; the longest run of pieces that is known stays one item."""
    items, rest = [], text.strip()
    while rest:
        cuts = [(found.start(), found.end()) for found in _PARTS.finditer(rest)]
        ends = [*cuts, (len(rest), len(rest))]
        whole = next((cut for cut in reversed(ends) if is_known(rest[: cut[0]])), ends[0])
        if rest[: whole[0]].strip():
            items.append(rest[: whole[0]].strip())
        rest = rest[whole[1] :]
    return items


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
