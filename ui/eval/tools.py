"""`whyflow eval tools`: other people's functions as tools, by the same agent code as in the chat
(grammar, lines, gates), beside the same language model alone with its own tool template.

bfcl_v4: a call is right if it names the function and every argument has one of the values that are
allowed for it. acebench, English, single turn: a call is right if it is the one given; of a special
case it is right to call nothing, and to name what is missing or wrong.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from langchain_core.messages import HumanMessage, SystemMessage

from agent.local import LocalChat, Turn
from agent.nested import kind_of
from ui import parts
from ui.eval import Asked
from ui.eval.rows import Row, share

SEED = 20261128
SYSTEM = (
    "You choose one function for the user's message. Copy the arguments from the message, never "
    "invent one.\nanswer: no function does what the user asks, or a value that it needs is missing "
    "or wrong. Then say in one short sentence which."
)
BARE = (
    "{system}\n\n# Tools\n\nYou may call one or more functions to assist with the user query.\n\n"
    "You are provided with function signatures within <tools></tools> XML tags:\n<tools>\n{tools}\n"
    "</tools>\n\nFor each function call, return a json object with function name and arguments "
    "within <tool_call></tool_call> XML tags:\n<tool_call>\n"
    '{{"name": <function-name>, "arguments": <args-json-object>}}\n</tool_call>'
)
"""The model's own template for tools."""
BARE_SYSTEM = (
    "You are a helpful assistant. If no function does what the user asks, or a value that it needs "
    "is missing or wrong, call none and say which."
)


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


REACH = {
    "bfcl simple": 0.75,
    "bfcl multiple": 0.9,
    "bfcl irrelevance": 0.85,
    "acebench normal": None,
    "acebench special": None,
}


def measure(asked: Asked) -> Sequence[Row]:
    """Each set by the agent and by the bare model; without a language model nothing."""
    if not asked.llm:
        return ()
    llm = parts.llm(asked.settings, lambda _: None)
    assert isinstance(llm, LocalChat), "only a model that runs here can be asked without an agent"
    llm = llm.model_copy(update={"gated": True})
    llm.load()
    ways = {"agent": by_agent, "bare": by_bare}
    chosen = {name: _some(cases, asked.share) for name, cases in _sets(asked.data).items()}
    total, done, rows = len(ways) * sum(map(len, chosen.values())), 0, []
    for name, cases in chosen.items():
        for way, ask in ways.items():
            right = 0
            for case in cases:
                right += case.fits(ask(llm, case))
                done += 1
                asked.tell(done, total)
            reach = REACH[name] if way == "agent" else None
            rows.append(share(f"tools: {name}, {way}", right, len(cases), reach))
    return rows


def _some(cases: Sequence[Case], part: float) -> Sequence[Case]:
    return Random(SEED).sample(cases, max(1, round(len(cases) * part)))


def _sets(data: Path) -> dict[str, list[Case]]:
    bfcl, ace = data / "bfcl_v4", data / "acebench" / "data_en"
    special = [
        case
        for kind in ("incomplete", "error_param", "irrelevant")
        for case in _ace(ace, f"data_special_{kind}.json", kind)
    ]
    return {
        "bfcl simple": list(_bfcl(bfcl, "BFCL_v4_simple_python.json")),
        "bfcl multiple": list(_bfcl(bfcl, "BFCL_v4_multiple.json")),
        "bfcl irrelevance": list(_bfcl(bfcl, "BFCL_v4_irrelevance.json")),
        "acebench normal": list(_ace(ace, "data_normal_single_turn_single_function.json", "")),
        "acebench special": special,
    }


def by_agent(llm: LocalChat, case: Case) -> Answer:
    """The case's functions as tools of the agent's language model."""
    tools = [{"type": "function", "function": _as_tool(each)} for each in case.functions]
    said = llm.bind_tools(tools).invoke([SystemMessage(SYSTEM), HumanMessage(case.message)])
    if said.invalid_tool_calls:
        return BROKEN
    if not said.tool_calls:
        return Answer(words=said.text)
    call = said.tool_calls[0]
    return Answer(call["name"], call["args"])


def by_bare(llm: LocalChat, case: Case) -> Answer:
    """The same model with its own template, no grammar and no gate."""
    tools = "\n".join(
        json.dumps({"type": "function", "function": _as_tool(each)}) for each in case.functions
    )
    system = BARE.format(system=BARE_SYSTEM, tools=tools)
    turns = [Turn(role="system", content=system), Turn(role="user", content=case.message)]
    text = "".join(llm.write(turns, None))
    found = re.search(r"<tool_call>\s*(\{.*?\})\s*(?:</tool_call>|$)", text, re.DOTALL)
    found = found or re.search(r"(\{\s*\"name\".*\})", text, re.DOTALL)
    try:
        call = json.loads(found[1]) if found else {}
        name, arguments = call.get("name"), call.get("arguments")
    except (json.JSONDecodeError, AttributeError):
        return BROKEN
    return Answer(str(name), arguments or {}, text) if name else Answer(words=text)


def _as_tool(function: Mapping[str, Any]) -> dict[str, Any]:
    """With the types of JSON Schema, which the data calls by other names."""
    return {**function, "parameters": _typed(function.get("parameters") or {})}


def _typed(schema: Any) -> Any:
    if not isinstance(schema, dict):
        return schema
    typed = {**schema, "type": kind_of(schema)} if "type" in schema else dict(schema)
    if isinstance(typed.get("properties"), dict):
        typed["properties"] = {name: _typed(each) for name, each in typed["properties"].items()}
    if "items" in typed:
        typed["items"] = _typed(typed["items"])
    return typed


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
