"""The tasks on several sheets as one table."""

from collections.abc import Mapping

from tools.intake.columns import Columns
from tools.record import PlanError


def combined(sheets: Mapping[str, Columns]) -> Columns:
    """The tasks of several sheets, by their titles, as one table; each has a column of names.

    Raises:
        PlanError: two of them have a task of one name.
    """
    first, *others = sheets.values()
    if not others:
        return first
    _check_names(sheets)
    meant = list(dict.fromkeys(each for sheet in sheets.values() for each in sheet.meant))
    heads = {
        each: head
        for sheet in sheets.values()
        for each, head in zip(sheet.meant, sheet.heads, strict=True)
    }
    rows, written = (
        [
            [dict(zip(sheet.meant, row, strict=True)).get(each, "") for each in meant]
            for sheet in sheets.values()
            for row in getattr(sheet, part)
        ]
        for part in ("rows", "written")
    )
    return Columns(
        [heads[each] for each in meant],
        meant,
        rows,
        written,
        "\n".join(sheet.around for sheet in sheets.values()),
        tuple(dict.fromkeys(note for sheet in sheets.values() for note in sheet.notes)),
        tuple(dict.fromkeys(name for sheet in sheets.values() for name in sheet.persons)),
    )


def _check_names(sheets: Mapping[str, Columns]) -> None:
    where = dict[str, str]()
    for title, sheet in sheets.items():
        for name in filter(None, (row[sheet.meant.index("name")].strip() for row in sheet.rows)):
            if (other := where.setdefault(name, title)) != title:
                raise PlanError("file-task-twice", task=name, one=other, other=title)
