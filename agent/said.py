"""What a message says, for values that a language model wrote: whether one stands in the message or
follows plainly from it. Knows no tool."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from knowledge.numbers import fold, spans
from tools.wording.durations import durations
from tools.wording.stems import stem

_WORD = re.compile(r"[a-z]{3,}|[\u4e00-\u9fff]")
_GENERAL_WORDS = """
get find calculate compute determine search fetch retrieve check show list make use give given
provide information data details value number name type based specific using with the and for from
that this what which how are can could would please need want will have you about into between
result results function default optional parameter string integer not all any its their your our
out set per new one two whether only also should true false
"""
_GENERAL = frozenset(stem(word) for word in _GENERAL_WORDS.split())
_IMPLIED = (0, 1)
"""Numbers that need not be written: x² has the coefficient 1."""
_FACTORS = (1, 7, 12, 24, 60, 100, 1000, 3600, 1440, 10**6)
"""Between units of time, length, weight and money."""
HALF_DAY = 12
LARGE = 60
"""From here on a factor also leads to the larger unit: 20 cm are 0.2 m, 6 months no half."""
NEAR = 5
"""Letters of a stem in which “polite” and “politely” agree."""
_SCALES = {"k": 10**3, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALED = re.compile(r"(\d+(?:\.\d+)?|[a-z]+) ?(k|thousand|million|billion)\b")
_COUNTED = {
    "daily": 1, "week": 7, "weekly": 7, "fortnight": 14, "monthly": 12, "quarterly": 4, "twice": 2,
    "double": 2, "triple": 3, "first": 1, "second": 2, "third": 3, "squared": 2, "cubed": 3,
    "pair": 2, "both": 2, "tomorrow": 1, "annually": 1, "percent": 100,
}  # fmt: skip
"""Words that say a number."""
_CODED = re.compile(r"\b(?:codes?|symbol|ticker|abbreviat\w*|iso)\b", re.IGNORECASE)
"""In what an argument is about: it stands for something that is called otherwise."""
_CODE = re.compile(r"[A-Za-z]{2,5}")
_EXAMPLE = re.compile(r"\(?\b(?:e\.g\.|for example|such as|like|example:?)[^.;)]*", re.IGNORECASE)
_DATE = re.compile(r"[\d:/.T+Z -]+")
_FORMULA = re.compile(r"[\w\s().,]*[-+*/^=][\w\s().,*/^=+-]*")


class Said:
    """What stands in a message."""

    def __init__(self, message: str) -> None:
        folded = fold(message)
        self._text = "".join(folded.split())
        self._stems = set(stems(message))
        self._numbers = set(_numbers(folded))

    def gives(self, value: object, schema: Mapping[str, Any]) -> bool:
        """Whether a value stands in the message, or may be chosen."""
        if isinstance(value, bool) or (schema.get("enum") and value is not None):
            return True
        if value is not None and _offered(value, schema):
            return True
        if isinstance(value, int | float):
            return value in _IMPLIED or self._counts(value)
        if isinstance(value, Mapping):
            inner = schema.get("properties") or {}
            required = [name for name in schema.get("required") or inner if name in value]
            return bool(value) and all(
                self.gives(value[name], inner.get(name) or {}) for name in required or value
            )
        if isinstance(value, list):
            items = schema.get("items") or {}
            return bool(value) and all(self.gives(each, items) for each in value)
        return isinstance(value, str) and self._has(value, schema)

    def speaks_of(self, name: str, value: object, schema: Mapping[str, Any]) -> bool:
        """Whether the message is a reason to give an argument that may be left out: it says the
        value, or of one that is chosen names what it is about."""
        if value == schema.get("default", ...):
            return False
        if isinstance(value, bool):
            return self._names(name, str(schema.get("description", "")))
        if schema.get("enum"):
            return self._names(name, str(value))
        if isinstance(value, int | float):
            return self._counts(value)
        if isinstance(value, str):
            return not _offered(value, schema) and self._has(value, schema)
        return self.gives(value, schema)

    def _names(self, *texts: str) -> bool:
        near = {each[:NEAR] for each in self._stems}
        return any(each[:NEAR] in near for text in texts for each in content(text))

    def _counts(self, value: float) -> bool:
        """Whether the message says a number, perhaps in another unit."""
        worth = abs(Fraction(str(value)))
        return bool({worth, worth - HALF_DAY} & self._numbers) or any(
            worth == number * factor or (factor >= LARGE and worth * factor == number)
            for number in self._numbers - set(_IMPLIED)
            for factor in _FACTORS
        )

    def _has(self, text: str, schema: Mapping[str, Any]) -> bool:
        plain = "".join(fold(text).split())
        if not plain or plain in self._text:
            return bool(plain)
        numbers, words = re.findall(r"\d+", text), content(text)
        if numbers and _DATE.fullmatch(text):  # a date or an hour written in another way
            return any({int(n), int(n) - HALF_DAY, int(n) + 1} & self._numbers for n in numbers)
        if _FORMULA.fullmatch(text):
            small = {*self._numbers, 0, 1, 2, 3}
            return bool(self._numbers) and all(int(n) in small for n in numbers)
        if _CODE.fullmatch(text) and _CODED.search(str(schema.get("description", ""))):
            return True
        return bool(words and len(words & self._stems) * 2 >= len(words))


def _numbers(text: str) -> Iterator[Fraction]:
    """Every number that a text says, in digits or words."""
    yield from (abs(each.value) for each in spans(text))
    yield from (Fraction(each.minutes) for each in durations(text))
    for digits in re.findall(
        r"\d+(?:\.\d+)?(?:e-?\d{1,2})?", re.sub(r"(?<=\d),(?=\d{3})", "", text)
    ):
        yield Fraction(digits)
    for match in _SCALED.finditer(text):
        for each in spans(match[1]):
            yield each.value * _SCALES[match[2]]
    yield from (Fraction(n) for word, n in _COUNTED.items() if re.search(rf"\b{word}\b", text))


def _offered(value: object, schema: Mapping[str, Any]) -> bool:
    """Whether the schema itself names a value: its default, in quotes, or “0.5 for a draw”; what it
    gives as an example is not offered."""
    about, written = str(schema.get("description", "")), re.escape(str(value))
    named = rf"['\"`]{written}['\"`]|[Dd]efaults? (?:is |to )?{written}\b|(?<![\d.]){written} for\b"
    return value == schema.get("default") or bool(re.search(named, _EXAMPLE.sub("", about)))


def content(text: str) -> set[str]:
    """The stems of the words that say something."""
    return set(stems(parted(text))) - _GENERAL


def parted(name: str) -> str:
    """“getUserName” and “get_user.name” as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_.\-/]", " ", name)


def stems(text: str) -> list[str]:
    """The words of a text without their endings; Chinese character by character."""
    return [stem(word) for word in _WORD.findall(fold(text))]
