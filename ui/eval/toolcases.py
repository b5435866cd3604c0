"""Cases of tool calling, and when an answer is right: public ones, and a few of our own to practise
on, which are in `calls/`.

bfcl_v4: a call is right if it names the function and every argument has one of the values that are
allowed for it; ours are marked in the same way. acebench, English, single turn: a call is right if
it is the one given; of a special case it is right to call nothing, and to name what is missing or
wrong.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PRACTICE = Path(__file__).parent / "calls"


@dataclass(frozen=True)
class Case:
    """One message, its functions, and what is right."""

    message: str
    functions: tuple[Mapping[str, Any], ...]
    fits: Callable[["Answer"], bool]


@dataclass(frozen=True)
class Answer:
    """A call, or words in place of one."""

    name: str = ""
    arguments: Mapping[str, Any] | None = None
    words: str = ""


BROKEN = Answer("?", {})
"""It did call, if in no form that could be read."""


def case_sets(data: Path) -> dict[str, list[Case]]:
    bfcl, ace = data / "bfcl_v4", data / "acebench" / "data_en"
    special = [
        case
        for kind in ("incomplete", "error_param", "irrelevant")
        for case in _ace(ace, f"data_special_{kind}.json", kind)
    ]
    own = list(own_cases())
    return {
        "own, a function fits": [case for case, fits in own if fits],
        "own, none fits": [case for case, fits in own if not fits],
        "bfcl simple": list(_bfcl(bfcl, "BFCL_v4_simple_python.json")),
        "bfcl multiple": list(_bfcl(bfcl, "BFCL_v4_multiple.json")),
        "bfcl irrelevance": list(_bfcl(bfcl, "BFCL_v4_irrelevance.json")),
        "acebench normal": list(_ace(ace, "data_normal_single_turn_single_function.json", "")),
        "acebench special": special,
    }


def own_cases() -> Iterator[tuple[Case, bool]]:
    """Our own cases, and whether a function fits."""
    functions = {each["name"]: each for each in _lines(PRACTICE / "functions.jsonl")}
    for each in _lines(PRACTICE / "practice.jsonl"):
        offered = tuple(functions[name] for name in each["functions"])
        yield Case(each["message"], offered, _allows(each["call"])), each["call"] is not None


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def _bfcl(folder: Path, name: str) -> Iterator[Case]:
    answers = folder / "possible_answer" / name
    known = _lines(answers) if answers.exists() else []
    gold = {each["id"]: each["ground_truth"][0] for each in known}
    for each in _lines(folder / name):
        message = each["question"][0][-1]["content"]
        yield Case(message, tuple(each["function"]), _allows(gold.get(each["id"])))


def _allows(gold: Mapping[str, Mapping[str, Any]] | None) -> Callable[[Answer], bool]:
    def fits(answer: Answer) -> bool:
        if gold is None:
            return not answer.name
        ((name, allowed),) = gold.items()
        given = answer.arguments or {}
        if answer.name != name or not set(given) <= set(allowed):
            return False
        return all(
            _is_one_of(given[key], values) if key in given else "" in values
            for key, values in allowed.items()
        )

    return fits


def _is_one_of(value: Any, allowed: Sequence[Any]) -> bool:
    return any(_same(value, each) for each in allowed)


def _same(value: Any, gold: Any) -> bool:
    """Equal but for letter case, blanks and punctuation; the fields of an object in the gold answer
    are lists of what is allowed, or values."""
    if isinstance(gold, dict) and isinstance(value, dict):
        if not set(value) <= set(gold):
            return False
        return all(
            (_is_one_of(value[key], each) if isinstance(each, list) else _same(value[key], each))
            if key in value
            else isinstance(each, list) and "" in each
            for key, each in gold.items()
        )
    if isinstance(gold, list) and isinstance(value, list | tuple):
        pairs = zip(value, gold, strict=False)
        return len(value) == len(gold) and all(_same(one, other) for one, other in pairs)
    if isinstance(gold, str) and isinstance(value, str):
        return _plain(gold) == _plain(value)
    if isinstance(gold, bool) or isinstance(value, bool):
        return value is gold
    if isinstance(gold, int | float) and isinstance(value, int | float):
        return abs(value - gold) < 1e-9
    return bool(value == gold)


def _plain(text: str) -> str:
    return re.sub(r"[ ,./\-_*^'\"]", "", text).lower()


def _ace(folder: Path, name: str, kind: str) -> Iterator[Case]:
    gold = {each["id"]: each["ground_truth"] for each in _lines(folder / "possible_answer" / name)}
    for each in _lines(folder / name):
        message = each["question"].removeprefix("user:").strip()
        yield Case(message, tuple(each["function"]), _expects(kind, gold[each["id"]]))


def _expects(kind: str, gold: Any) -> Callable[[Answer], bool]:
    def fits(answer: Answer) -> bool:
        if not kind:
            if not isinstance(gold, dict) or len(gold) != 1:
                return False
            ((name, arguments),) = gold.items()
            return answer.name == name and _same(answer.arguments, _alone(arguments))
        if answer.name:
            return False
        said = _plain(answer.words)
        if kind == "incomplete":
            return all(_plain(each) in said for names in gold.values() for each in names)
        if kind == "error_param":
            return all(
                _plain(name) in said or any(_plain(str(value)) in said for value in values)
                for name, values in gold.items()
            )
        return True

    return fits


def _alone(value: Any) -> Any:
    """A value that must be this one, in the form in which `_same` takes choices."""
    if isinstance(value, dict):
        return {name: [_alone(each)] for name, each in value.items()}
    return [_alone(each) for each in value] if isinstance(value, list) else value
