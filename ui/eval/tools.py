"""`whyflow eval tools`: other people's functions as tools, by the same agent code as in the chat
(grammar, lines, gates), beside the same language model alone with its own tool template.
The cases, and when an answer is right: `toolcases.py`."""

import json
import re
from collections.abc import Mapping, Sequence
from random import Random
from time import perf_counter
from typing import Any

from langchain_core.messages import HumanMessage, SystemMessage

from agent.local import LocalChat, Turn
from agent.nested import kind_of
from knowledge.nearness import Meaning
from ui import parts
from ui.eval import Asked
from ui.eval.effort import Effort
from ui.eval.rows import Row, share
from ui.eval.toolcases import BROKEN, Answer, Case, case_sets

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

REACH = {
    "bfcl simple": 0.75,
    "bfcl multiple": 0.9,
    "bfcl irrelevance": 0.85,
}


def measure(asked: Asked) -> Sequence[Row]:
    """Each set by the agent and by the bare model; without a language model nothing."""
    if not asked.llm:
        return ()
    llm = parts.llm(asked.settings, lambda _: None)
    assert isinstance(llm, LocalChat), "only a model that runs here can be asked without an agent"
    near = Meaning(parts.embedder(asked.settings)).near
    llm = llm.model_copy(update={"gated": True, "near": near})
    llm.load()
    ways = {"agent": by_agent, "bare": by_bare}
    chosen = {name: _some(cases, asked.share) for name, cases in case_sets(asked.data).items()}
    total, done, rows = len(ways) * sum(map(len, chosen.values())), 0, []
    for name, cases in chosen.items():
        for way, ask in ways.items():
            right, effort = 0, Effort()
            for case in cases:
                before, began = llm.tokens_spent, perf_counter()
                right += case.fits(ask(llm, case))
                effort.add(perf_counter() - began, llm.tokens_spent - before)
                done += 1
                asked.tell(done, total)
            reach = REACH.get(name) if way == "agent" else None
            rows.append(share(f"tools: {name}, {way}", right, len(cases), reach))
            rows += effort.rows(f"tools, {name}, {way}")
    return rows


def _some(cases: Sequence[Case], part: float) -> Sequence[Case]:
    return Random(SEED).sample(cases, max(1, round(len(cases) * part)))


def by_agent(llm: LocalChat, case: Case) -> Answer:
    """The case's functions as tools of the agent's language model."""
    tools = [{"type": "function", "function": as_tool(each)} for each in case.functions]
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
        json.dumps({"type": "function", "function": as_tool(each)}) for each in case.functions
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


def as_tool(function: Mapping[str, Any]) -> dict[str, Any]:
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
