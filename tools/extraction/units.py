"""A message cut into the units that the network sees: words, single Chinese characters, numbers and
signs. Pieces of a tokenizer would not do: in Chinese one of them often joins two names."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

_UNIT = re.compile(
    r"[\u3400-\u9fff]|[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)?|\n|\S"
)
BEGIN, END, UNKNOWN = 0, 2, 3
"""Ids of XLM-RoBERTa's vocabulary; a line break is read as an end."""
LONGEST = 512
"""Ids that the network sees at once."""

Place = tuple[int, int]


class Units(NamedTuple):
    """What the network sees of a message."""

    places: list[Place]
    """Where each unit begins and ends in the message."""
    ids: list[int]
    owners: list[int]
    """Of each id the number of its unit; -1 for the first and the last one."""

    def covering(self, start: int, end: int) -> Place | None:
        """The first and the last unit of a stretch of the message."""
        found = [n for n, (a, b) in enumerate(self.places) if a < end and start < b]
        return (found[0], found[-1]) if found else None

    def place(self, span: Place) -> Place:
        """Where in the message the units from the first to the last of `span` stand."""
        return self.places[span[0]][0], self.places[span[1]][1]


class Vocabulary:
    """Words -> ids, by the tokenizer beside the embedding model."""

    def __init__(self, file: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(file))
        self._ids: dict[str, int] = self._tokenizer.get_vocab()

    def cut(self, message: str) -> Units | None:
        """The units of a message; None if it is too long for the network."""
        places = [match.span() for match in _UNIT.finditer(message)]
        ids, owners = [BEGIN], [-1]
        for number, (start, end) in enumerate(places):
            found = self._of(message[start:end])
            ids += found
            owners += [number] * len(found)
        if len(ids) >= LONGEST:
            return None
        return Units(places, [*ids, END], [*owners, -1])

    def _of(self, unit: str) -> Sequence[int]:
        if unit == "\n":
            return [END]
        unit = normalize("NFKC", unit)  # the vocabulary has no full-width signs
        if (unit.isascii() and unit.isalnum()) or len(unit) > 1:
            return self._tokenizer.encode(unit, add_special_tokens=False).ids or [UNKNOWN]
        return [self._ids.get(unit, self._ids.get(f"▁{unit}", UNKNOWN))]
