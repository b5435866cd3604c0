"""Every sentence a user may read, in English and Chinese, as Fluent messages.

`en/*.ftl` and `zh/*.ftl` hold the texts; this module only looks them up. It knows nothing of plans.
A key that is missing in either language is an error, and a test compares the two sets.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Self, get_args

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

from knowledge.passage import Language

__all__ = ["LANGUAGES", "Language", "Names", "SayableError", "keys", "say"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
KEY = re.compile(r"^([a-z][\w-]*) *=", re.MULTILINE)
"""Where a message begins."""
REFERENCE = re.compile(r"\{ *([a-z][\w-]*) *\}")
"""A message within another one."""
LONGEST = 600
"""Characters of a value in the sentence of an error; Fluent refuses to say very long ones."""


def say(key: str, language: Language, **values: object) -> str:
    """The message `key` in `language`, with `values` put in.

    Raises:
        KeyError: no such message, or a value that the message needs is missing.
    """
    if key not in _files(language):
        raise KeyError(f"No message {key!r} in {language!r}; add it to tools/phrases/{language}/.")
    bundle = _bundle(language, _files(language)[key])
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(f"Message {key!r} in {language!r} has no text.")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise KeyError(f"Message {key!r} in {language!r} cannot be said: {errors[0]}")
    return str(text)


class Names(str):
    """Names in a row, in English; each language puts its own signs between them."""

    names: tuple[str, ...]
    more: bool
    """Whether there are others."""

    def __new__(cls, names: Iterable[str], more: bool = False) -> Self:
        names = tuple(names)
        made = super().__new__(cls, _in_a_row(names, more, "en"))
        made.names, made.more = names, more
        return made

    def say(self, language: Language) -> str:
        return _in_a_row(self.names, self.more, language)


def _in_a_row(names: Iterable[str], more: bool, language: Language) -> str:
    row = say("list-comma", language).join(names)
    return say("list-open", language, names=row) if more else row


class SayableError(ValueError):
    """An error meant for people: a message key and its values, so that it can be said in either
    language; `str()` gives the English sentence."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def say(self, language: Language) -> str:
        values = {name: _cut(value, language) for name, value in self.values.items()}
        values["everybody"] = "yes" if values.get("resource") == "people" else "no"
        if values["everybody"] == "yes":
            values["resource"] = say("resource-people", language, count=2)
        return say(self.key, language, **values)

    def __str__(self) -> str:
        return self.say("en")


def _cut(value: object, language: Language) -> object:
    value = value.say(language) if isinstance(value, Names) else value
    return f"{value[:LONGEST]}..." if isinstance(value, str) and len(value) > LONGEST else value


def keys(language: Language) -> frozenset[str]:
    """All message keys of `language`."""
    return frozenset(_files(language))


@cache
def _files(language: Language) -> Mapping[str, Path]:
    """In which file each message stands."""
    files = sorted((Path(__file__).parent / language).glob("*.ftl"))
    return {key: file for file in files for key in KEY.findall(_text(file))}


@cache
def _bundle(language: Language, file: Path) -> FluentBundle:
    """The messages of a file, and those of the files that it refers to: to parse all of them takes
    longer than anything else that a wrong input is told after."""
    # Isolation marks (U+2068, U+2069) would end up in copied text and in comparisons.
    bundle = FluentBundle([language], use_isolating=False)
    known = _files(language)
    others = {known[key] for key in REFERENCE.findall(_text(file)) if key in known}
    for each in sorted({file, *others}):
        bundle.add_resource(_resource(each))
    return bundle


@cache
def _resource(file: Path) -> Resource:
    return FluentResource(_text(file))


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
