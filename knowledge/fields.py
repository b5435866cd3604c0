"""The fields of work that the built-in texts come from; their files are called `<field>-...`."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, get_args

Field = Literal["manufacturing", "finance", "healthcare", "retail", "public"]
FIELDS: tuple[Field, ...] = get_args(Field)


def of_fields(files: Iterable[Path], fields: Sequence[Field] = FIELDS) -> list[Path]:
    """The files of these fields."""
    return [file for file in files if file.name.partition("-")[0] in fields]
