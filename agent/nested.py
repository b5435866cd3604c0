"""GBNF for values that a cell cannot hold plainly: lists and objects, as one line of JSON after
their schema. Knows no tool and no language model."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from agent.copying import literal

KINDS = {
    "dict": "object", "float": "number", "double": "number", "int": "integer", "long": "integer",
    "bool": "boolean", "str": "string", "any": "string", "tuple": "array", "list": "array",
}  # fmt: skip
"""Other words for the types of JSON Schema, as people write them."""
TEXT = '"\\"" [^"\\\\|\\x00-\\x1f]{1,120} "\\""'
NUMBERS = {
    "integer": '"-"? [0-9]{1,12}',
    "number": '"-"? [0-9]{1,12} ("." [0-9]{1,8})? ("e" "-"? [0-9]{1,2})?',
    "boolean": '"true" | "false"',
}
LONGEST = 32
"""Items of a list, pairs of an object: a small model that repeats itself must end."""
DEEPEST = 6
"""Levels of objects; what lies deeper is left out."""


def kind_of(schema: Mapping[str, Any]) -> str:
    """The JSON type that a schema names; text if it names none."""
    either = schema.get("anyOf") or ()
    said = schema.get("type") or next((kind_of(e) for e in either if e.get("type") != "null"), "")
    said = (
        next((each for each in said if each != "null"), "string")
        if isinstance(said, list)
        else said
    )
    word = str(said).lower()
    return KINDS.get(word, word if word in ("object", "array", "string", *NUMBERS) else "string")


class Nested:
    """The rules of one tool's lists and objects, each with a name of its own."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self.rules: list[str] = []

    def rule(self, schema: Mapping[str, Any], depth: int = 0) -> str:
        """The name of a rule for values of `schema`."""
        name = f"{self._prefix}-v{len(self.rules)}"
        self.rules.append("")
        place = len(self.rules) - 1
        self.rules[place] = f"{name} ::= {self._body(schema, depth)}"
        return name

    def _body(self, schema: Mapping[str, Any], depth: int) -> str:
        if choices := schema.get("enum"):
            return " | ".join(literal(_written(choice)) for choice in choices)
        kind = kind_of(schema)
        if kind == "array":
            item = self.rule(schema.get("items") or {}, depth + 1)
            return f'"[" ({item} (", " {item}){{0,{LONGEST - 1}}})? "]"'
        if kind == "object":
            return self._object(schema, depth)
        return NUMBERS.get(kind, TEXT)

    def _object(self, schema: Mapping[str, Any], depth: int) -> str:
        properties = schema.get("properties") or {}
        if not properties or depth >= DEEPEST:
            pair = f'{TEXT} ": " ({TEXT} | {NUMBERS["number"]})'
            return f'"{{" ({pair} (", " {pair}){{0,{LONGEST - 1}}})? "}}"'
        required = [name for name in properties if name in (schema.get("required") or ())]
        optional = [name for name in properties if name not in required]

        def pairs(names: Sequence[str]) -> list[str]:
            return [
                f"{literal(_written(name) + ': ')} {self.rule(properties[name], depth + 1)}"
                for name in names
            ]

        return f'"{{" {chain(pairs(required), pairs(optional), ", ")} "}}"'


def chain(required: Sequence[str], optional: Sequence[str], joint: str) -> str:
    """GBNF for all of `required` and any of `optional`, in this order, with `joint` between."""
    parted = literal(joint)
    if required:
        first = f" {parted} ".join(required)
        return first + "".join(f" ({parted} {each})?" for each in optional)
    if not optional:
        return '""'
    one = f"({' | '.join(optional)})"  # one that stands twice counts as it stands last
    return f"({one} ({parted} {one}){{0,{len(optional)}}})?"


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
