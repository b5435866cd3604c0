"""A message of the catalogues, with its values put in, as a pattern. Of a message with variants the
one is taken that the values ask for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Protocol

from fluent.syntax import FluentParser, ast

import tools.phrases
from tools.phrases import Language

FOLDER = Path(tools.phrases.__file__).parent


@dataclass(frozen=True)
class Voice:
    """Who speaks: a language, and the clock of a plan, if it has one."""

    language: Language
    start: datetime | None
    zone: str


class Value(Protocol):
    """What may stand in a sentence."""

    def pattern(self, voice: Voice) -> str:
        """All ways to say it, as a regular expression without groups."""


Slot = str | int | Value


def pattern(value: Slot, voice: Voice) -> str:
    """A value in a sentence; words and numbers as they are."""
    if isinstance(value, int):
        return re.escape(f"{value:,}").replace(",", ",?")
    return plain(value, voice) if isinstance(value, str) else value.pattern(voice)


def plain(text: str, voice: Voice) -> str:
    """Words as they stand in a text; in Chinese a blank more or less says nothing."""
    return re.escape(text.replace(" ", "") if voice.language == "zh" else text)


def any_of(patterns: Iterable[str]) -> str:
    """One of several; the longest first, so that none hides a longer one."""
    return f"(?:{'|'.join(sorted(set(patterns), key=lambda each: -len(each)))})"


class Said:
    """A message with values."""

    def __init__(self, key: str, **slots: Slot) -> None:
        self.key, self.slots = key, slots

    def pattern(self, voice: Voice) -> str:
        return _message(self.key, self.slots, voice)


@cache
def _messages(language: Language) -> Mapping[str, ast.Pattern]:
    files = sorted((FOLDER / language).glob("*.ftl"))
    entries = [e for f in files for e in FluentParser().parse(f.read_text(encoding="utf-8")).body]
    return {
        each.id.name: each.value
        for each in entries
        if isinstance(each, ast.Message) and each.value is not None
    }


def _message(key: str, slots: Mapping[str, Slot], voice: Voice) -> str:
    return _parts(_messages(voice.language)[key], slots, voice)


def _parts(said: ast.Pattern, slots: Mapping[str, Slot], voice: Voice) -> str:
    return "".join(
        plain(each.value, voice)
        if isinstance(each, ast.TextElement)
        else _placed(each.expression, slots, voice)
        for each in said.elements
    )


def _placed(found: ast.SyntaxNode, slots: Mapping[str, Slot], voice: Voice) -> str:
    match found:
        case ast.StringLiteral():
            return plain(found.value, voice)
        case ast.VariableReference():
            return pattern(slots[found.id.name], voice)
        case ast.MessageReference():
            return _message(found.id.name, slots, voice)
        case ast.SelectExpression():
            return _parts(_variant(found, slots, voice).value, slots, voice)
    raise TypeError(f"a catalogue does not say such things: {found}")


def _variant(found: ast.SelectExpression, slots: Mapping[str, Slot], voice: Voice) -> ast.Variant:
    assert isinstance(found.selector, ast.VariableReference)
    value = slots[found.selector.id.name]
    wanted = {str(value)} if isinstance(value, str | int) else set()
    if value == 1 and voice.language == "en":
        wanted.add("one")
    named = {_key(each): each for each in found.variants}
    default = next(each for each in found.variants if each.default)
    return next((each for key, each in named.items() if key in wanted), default)


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return key.value if isinstance(key, ast.NumberLiteral) else key.name
