"""What a small model's call must pass before it is made: values that the user did not give are not
taken, values that the tool does not take are said, and a tool that does not do what is asked
(`relevance.py`) is not called. Knows no tool of ours."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from agent.lines import Form
from agent.said import Said
from knowledge.language import language_of
from tools.phrases import say


class Gap(NamedTuple):
    """An argument without which, or with which, a call cannot be made."""

    kind: Literal["missing", "wrong"]
    name: str
    value: str = ""


def through_gates(
    form: Form, arguments: Mapping[str, Any], message: str, *, fits: bool = True
) -> dict[str, Any] | str:
    """The arguments with which `form` may be called; else what is said instead.

    Args:
        fits: whether it does what the message asks.
    """
    language = language_of(message)
    schema = json.loads(form.schema)
    if not fits:
        return say("call-none", language)
    found = gaps(schema, arguments, message)
    missing = ", ".join(each.name for each in found if each.kind == "missing")
    wrong = "; ".join(f"{each.name}: {each.value}" for each in found if each.kind == "wrong")
    told = [say("call-missing", language, tool=form.tool, names=missing)] if missing else []
    told += [say("call-wrong", language, tool=form.tool, values=wrong)] if wrong else []
    return " ".join(told) or founded(schema, arguments, message)


def gaps(schema: Mapping[str, Any], arguments: Mapping[str, Any], message: str) -> tuple[Gap, ...]:
    """The required arguments that `message` does not give, and values that the schema refuses."""
    said, given = Said(message), schema.get("properties") or {}
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
    """`arguments` without the optional ones that the message does not speak of."""
    said, required = Said(message), schema.get("required") or ()
    given = schema.get("properties") or {}
    return {
        name: value
        for name, value in arguments.items()
        if name in required or said.speaks_of(name, value, given.get(name) or {})
    }


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
