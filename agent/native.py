"""How a small model writes a call of a tool of which the prompt holds no examples: as JSON, under
the template for tools that it was trained with (that of Qwen and Hermes models). With examples
lines (`lines.py`) are shorter; without them its training is all that a small model has.

    {"name": "book_table", "arguments": {"seats": 4, "days": ["Monday", "Friday"]}}

The grammar makes a call well-formed and whole, and leaves the wording of values to the model: a
date in the form that is asked for, the code of a language. Whether the message gives a value is
looked at afterwards, in `gates.py`. Knows no language model and no tool of ours."""

import json
from collections.abc import Sequence
from typing import Any

from agent.copying import literal
from agent.lines import Form, form, rule_name
from agent.nested import Nested

TEMPLATE = """

# Tools

You may call one function to assist with the user query.

You are provided with function signatures within <tools></tools> XML tags:
<tools>
{tools}
</tools>

For a function call, return one json object with function name and arguments:
{{"name": <function-name>, "arguments": <args-json-object>}}"""


BRACE = '{"name'
"""How every call begins."""


class NativeForm(Form):
    """A tool as its JSON Schema, a call as one line of JSON."""

    @property
    def opening(self) -> str:
        return f'{BRACE}": {json.dumps(self.tool)}, "arguments": '

    def describe(self) -> str:
        function = {
            "name": self.tool,
            "description": self.purpose,
            "parameters": json.loads(self.schema),
        }
        return json.dumps({"type": "function", "function": function}, ensure_ascii=False)

    def write(self, arguments: dict[str, Any]) -> str:
        return f"{self.opening}{json.dumps(arguments, ensure_ascii=False)}}}"

    def read(self, lines: Sequence[str]) -> dict[str, Any]:
        arguments: dict[str, Any] = json.loads(" ".join(lines).strip().removesuffix("}"))
        return arguments

    def grammar(self) -> str:
        schema = json.loads(self.schema)
        nested, name = Nested(rule_name(self.tool)), rule_name(self.tool)
        arguments = nested.rule({**schema, "type": "object"}) if self.cells else '"{}"'
        return "\n".join([f'{name} ::= {literal(self.opening)} {arguments} "}}"', *nested.rules])


def native_form(tool: Any) -> NativeForm:
    """The form of a LangChain tool, function or OpenAI tool schema."""
    shape = form(tool)
    return NativeForm(shape.tool, shape.purpose, shape.cells, shape.rows, shape.schema)


def described(system: str, forms: Sequence[Form]) -> str:
    """What stands in the system turn: its text and the tools."""
    told = "\n".join(each.describe() for each in forms)
    if any(isinstance(each, NativeForm) for each in forms):
        return system + TEMPLATE.format(tools=told)
    return f"{system}\n{told}" if told else system
