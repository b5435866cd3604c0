"""What a small model's call must pass before it is made: values that the user did not give are not
taken, values that the tool does not take are said, and a tool that has nothing to do with the
message is not called. Knows no tool of ours."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from agent.lines import Form
from knowledge.language import language_of
from knowledge.numbers import fold, spans
from tools.phrases import say
from tools.wording.stems import stem

_WORD = re.compile(r"[a-z]{3,}|[\u4e00-\u9fff]")
_IMPLIED = (0, 1)
"""Numbers that need not be written: x² has the coefficient 1."""
_GENERAL_WORDS = """
get find calculate compute determine search fetch retrieve check show list make use give given
provide information data details value number name type based specific using with the and for from
that this what which how are can could would please need want will have you about into between
result results function default optional parameter string integer not all any its their your our
out set per new one two
"""
_GENERAL = frozenset(stem(word) for word in _GENERAL_WORDS.split())


class Gap(NamedTuple):
    """An argument without which, or with which, a call cannot be made."""

    kind: Literal["missing", "wrong"]
    name: str
    value: str = ""


def through_gates(form: Form, arguments: Mapping[str, Any], message: str) -> dict[str, Any] | str:
    """The arguments with which `form` may be called; else what is said instead."""
    language = language_of(message)
    schema = json.loads(form.schema)
    if not related(form.words, message) and not _all_numbers(schema, arguments):
        return say("call-none", language)
    if form.rows:
        return dict(arguments)
    found = gaps(schema, arguments, message)
    missing = ", ".join(each.name for each in found if each.kind == "missing")
    wrong = "; ".join(f"{each.name}: {each.value}" for each in found if each.kind == "wrong")
    told = [say("call-missing", language, tool=form.tool, names=missing)] if missing else []
    told += [say("call-wrong", language, tool=form.tool, values=wrong)] if wrong else []
    return " ".join(told) or founded(schema, arguments, message)


def _all_numbers(schema: Mapping[str, Any], arguments: Mapping[str, Any]) -> bool:
    """Whether all that is required is two numbers or more: “the average of 3 and 9” shares no word
    with a function called mean, and the numbers must stand in the message anyway."""
    values = [arguments.get(name) for name in schema.get("required") or ()]
    flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
    numbers = [n for n in flat if isinstance(n, int | float) and not isinstance(n, bool)]
    return len(numbers) == len(flat) > 1


def gaps(schema: Mapping[str, Any], arguments: Mapping[str, Any], message: str) -> tuple[Gap, ...]:
    """The required arguments that `message` does not give, and values that the schema refuses."""
    said, given = _Said(message), schema.get("properties") or {}
    found: list[Gap] = []
    for name in schema.get("required") or ():
        if name in given and not said.gives(arguments.get(name), given[name]):
            found.append(Gap("missing", name))
    for name, value in arguments.items():
        refused = next(_refused(value, given.get(name) or {}), None)
        if refused is not None and Gap("missing", name) not in found:
            found.append(Gap("wrong", name, refused))
    return tuple(found)


def founded(
    schema: Mapping[str, Any], arguments: Mapping[str, Any], message: str
) -> dict[str, Any]:
    """`arguments` without the optional ones that the message does not give."""
    said, required = _Said(message), schema.get("required") or ()
    given = schema.get("properties") or {}
    return {
        name: value
        for name, value in arguments.items()
        if name in required or said.gives(value, given.get(name) or {})
    }


class _Said:
    """What stands in a message."""

    def __init__(self, message: str) -> None:
        self._text = "".join(fold(message).split())
        self._stems = set(_stems(message))
        digits = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", fold(message)))
        self._numbers = {abs(each.value) for each in spans(message)} | {Fraction(d) for d in digits}

    def gives(self, value: object, schema: Mapping[str, Any]) -> bool:
        """Whether a value stands in the message, or may be chosen."""
        if isinstance(value, bool) or (schema.get("enum") and value is not None):
            return True
        if isinstance(value, int | float):
            worth = abs(Fraction(str(value)))
            return worth in _IMPLIED or worth in self._numbers or worth * 100 in self._numbers
        if isinstance(value, Mapping):
            inner = schema.get("properties") or {}
            required = [name for name in schema.get("required") or inner if name in value]
            return bool(value) and all(
                self.gives(value[name], inner.get(name) or {}) for name in required or value
            )
        if isinstance(value, list):
            return bool(value) and all(
                self.gives(each, schema.get("items") or {}) for each in value
            )
        return isinstance(value, str) and self._has(value)

    def _has(self, text: str) -> bool:
        plain = "".join(fold(text).split())
        if not plain:
            return False
        numbers = re.findall(r"\d+", text)
        if numbers and re.fullmatch(r"[\d:/.T+Z -]+", text):  # a date written in another way
            return any(int(n) in self._numbers for n in numbers)
        words = set(_stems(text))
        return plain in self._text or bool(words and len(words & self._stems) * 2 >= len(words))


def _refused(value: object, schema: Mapping[str, Any]) -> Iterator[str]:
    """Values that break a rule of the schema."""
    if isinstance(value, str):
        pattern = schema.get("pattern")
        if pattern and not _fits(pattern, value):
            yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        least, most = schema.get("minimum"), schema.get("maximum")
        if (least is not None and value < least) or (most is not None and value > most):
            yield str(value)
    elif isinstance(value, Mapping):
        inner = schema.get("properties") or {}
        for name, each in value.items():
            yield from _refused(each, inner.get(name) or {})
    elif isinstance(value, list):
        for each in value:
            yield from _refused(each, schema.get("items") or {})


def _fits(pattern: str, value: str) -> bool:
    try:
        return re.search(pattern, value) is not None
    except re.error:
        return True


def related(words: Sequence[str], message: str) -> bool:
    """Whether a message shares a word of content with what a tool says of itself: its name, its
    purpose, its arguments."""
    mine = {each for text in words for each in _stems(_parted(text))} - _GENERAL
    return not mine or bool(mine & set(_stems(message)))


def _stems(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(fold(text))]


def _parted(name: str) -> str:
    """“getUserName” and “get_user.name” as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_.\-/]", " ", name)
