"""Personal data replaced by marks such as [PHONE_1], and put back: what is logged, or sent to a
language model elsewhere, has the marks; what people read has the data.

What is personal data is decided in `personal.py`. The same texts always get the same marks, so that
nothing needs to be remembered between a question and its answer.
"""

import json
import logging
import re
from collections.abc import Iterable
from typing import Any

from tools.personal import names
from tools.personal.finding import KINDS, find

MARK = re.compile(rf"\[(?:{'|'.join(KINDS)})_\d+\]")
_BEGUN = re.compile(r"\[[A-Z]*(?:_\d*)?$")
"""A mark at the end of a text, of which the rest may still come."""


class Masking:
    """The marks for the personal data of some texts that belong together."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._marks: dict[str, str] = {}
        self._data: dict[str, str] = {}
        for text in texts:
            for found in find(text):
                self._mark(text[found.start : found.end], found.kind)

    def mask(self, text: str) -> str:
        """`text` with marks; also for what only another of the texts shows to be personal, such as
        a name that comes again without its label."""
        for found in find(text):
            self._mark(text[found.start : found.end], found.kind)
        if not self._marks:
            return text
        longest_first = sorted(self._marks, key=len, reverse=True)
        known = "|".join(self._pattern(data) for data in longest_first)
        return re.sub(known, lambda data: self._marks[data[0]], text)

    def mask_all(self, value: Any) -> Any:
        """The same in every text of plain data."""
        return _everywhere(value, self.mask)

    def unmask(self, text: str) -> str:
        """`text` with the data in place of its marks."""
        return MARK.sub(lambda mark: self._data.get(mark[0], mark[0]), text)

    def unmask_json(self, text: str) -> str:
        """The same inside of JSON, of which `text` may be a piece."""
        return MARK.sub(lambda mark: _in_json(self._data.get(mark[0], mark[0])), text)

    def unmask_all(self, value: Any) -> Any:
        """The same in every text of plain data."""
        return _everywhere(value, self.unmask)

    def _pattern(self, data: str) -> str:
        """Ann is not a part of Annual; but what is written in digits or signs is what it is."""
        if self._marks[data].startswith("[NAME") and data.isascii():
            return rf"(?<![A-Za-z]){re.escape(data)}(?![A-Za-z])"
        if len(data) == 1:  # a family name, which is also a sign of many words
            return rf"{data}(?={names.TITLES})"
        return re.escape(data)

    def _mark(self, data: str, kind: str) -> str:
        if data not in self._marks:
            number = 1 + sum(mark.startswith(f"[{kind}_") for mark in self._data)
            self._marks[data] = f"[{kind}_{number}]"
            self._data[self._marks[data]] = data
        return self._marks[data]


class Pieces:
    """Puts the data back into a text that comes in pieces, where a mark may be cut in two."""

    def __init__(self, masking: Masking, *, json: bool = False) -> None:
        self._unmask = masking.unmask_json if json else masking.unmask
        self._held = ""

    def add(self, piece: str) -> str:
        """What can be said now."""
        text = self._held + piece
        begun = _BEGUN.search(text)
        cut = begun.start() if begun else len(text)
        self._held = text[cut:]
        return self._unmask(text[:cut])

    def end(self) -> str:
        """What was held back."""
        held, self._held = self._held, ""
        return held


def masked(text: str) -> str:
    """`text` for a log, where nobody needs to put the data back."""
    return Masking().mask(text)


def masked_all(value: Any) -> Any:
    """The same for every text of plain data; one mark is one piece of data throughout."""
    return Masking().mask_all(value)


class MaskedFormatter(logging.Formatter):
    """What goes to a log, its tracebacks too, without personal data."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


def _everywhere(value: Any, change: Any) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _everywhere(each, change) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_everywhere(each, change) for each in value]
    return value


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]
