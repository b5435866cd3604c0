"""How a small local model writes a tool call: the tool's name, then its arguments on lines, cells
parted by bars. A third fewer tokens than JSON, and a grammar makes a malformed call impossible.

    explain_decision               search_knowledge        parse_tasks
    order | painting, welding |    how do we refund it     welding | 2 hours | 10 people |
                                                           painting | 3 hours | 5 people |

A tool with several numbers, with lists or objects, or with more than four arguments has their
names before them, and leaves out what is not said:

    book_table
    seats: 4 | days: ["Monday", "Friday"]

Strings can only be copied from the user's message, but for those in lists and objects. Knows no
language model and no tool of ours."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from langchain_core.utils.function_calling import convert_to_openai_tool

from agent.copying import copy_rules, literal
from agent.nested import Nested, chain, kind_of

ANSWER = "answer"
"""The label in place of a tool's name when the model answers in its own words."""

BAR = " | "
MOST_UNLABELLED = 4
ABOUT = 80
"""Characters of what an argument is about; each costs time to read."""
PLAIN = {
    "integer": '"-"? [0-9]+',
    "number": '"-"? [0-9]+ ("." [0-9]+)?',
    "boolean": '"true" | "false"',
}


@dataclass(frozen=True)
class Cell:
    """One argument, or one field of a row."""

    name: str
    kind: str
    """JSON type: string, integer, number, boolean, array or object."""
    required: bool
    choices: tuple[str, ...] = ()
    about: str = ""
    schema: str = ""
    """Of an array or object, as JSON."""

    @property
    def nested(self) -> bool:
        return self.kind in ("array", "object")

    def read(self, text: str) -> Any:
        if self.kind == "boolean":
            return text == "true"
        if self.kind == "integer":
            return int(text)
        if self.nested:
            return json.loads(text)
        return float(text) if self.kind == "number" else text

    def write(self, value: Any) -> str:
        if value is None:
            return ""
        if self.nested:
            return json.dumps(value, ensure_ascii=False)
        return str(value).lower() if self.kind == "boolean" else str(value)


@dataclass(frozen=True)
class Form:
    """A tool as lines: one line of cells, or one line for each row of its only list."""

    tool: str
    purpose: str
    cells: tuple[Cell, ...]
    rows: str = ""
    """Name of the argument that is a list of rows; empty if the cells are the arguments."""
    schema: str = ""
    """Of the arguments, as JSON."""

    @property
    def labelled(self) -> bool:
        """Whether the names of the arguments stand before them."""
        nested = any(cell.nested for cell in self.cells)
        numbers = sum(cell.kind in ("integer", "number") for cell in self.cells)
        many = len(self.cells) > MOST_UNLABELLED or numbers > 1
        return not self.rows and (nested or many)

    @property
    def opening(self) -> str:
        """How a call begins."""
        return f"{self.tool}\n"

    def describe(self) -> str:
        if self.labelled:
            shape = BAR.join(_labelled(cell) for cell in self.cells)
            return f"{self.tool}: {self.purpose} Write one line: {shape}"
        shape = BAR.join("/".join(cell.choices) or cell.name for cell in self.cells)
        lines = "one line for each" if self.rows else "one line"
        return f"{self.tool}: {self.purpose} Write {lines}: {shape}"

    def write(self, arguments: dict[str, Any]) -> str:
        """A call as the model would write it; used for the examples and the history."""
        if self.labelled:
            said = [cell for cell in self.cells if arguments.get(cell.name) is not None]
            line = BAR.join(f"{cell.name}: {cell.write(arguments[cell.name])}" for cell in said)
            return f"{self.tool}\n{line}"
        rows = arguments.get(self.rows, []) if self.rows else [arguments]
        lines = [BAR.join(cell.write(row.get(cell.name)) for cell in self.cells) for row in rows]
        return "\n".join([self.tool, *lines])

    def read(self, lines: Sequence[str]) -> dict[str, Any]:
        """The arguments in the model's lines; empty optional cells are left out."""
        if self.labelled:
            return self._labels(" ".join(lines))
        rows = [self._row(line) for line in lines if line.strip(" |")]
        if self.rows:
            return {self.rows: rows}
        return rows[0] if rows else {}

    def _row(self, line: str) -> dict[str, Any]:
        texts = [text.strip() for text in line.split("|")]
        return {
            cell.name: cell.read(text)
            for cell, text in zip(self.cells, texts, strict=False)
            if text or cell.required
        }

    def _labels(self, line: str) -> dict[str, Any]:
        by_name = {cell.name: cell for cell in self.cells}
        parts = (part.strip().partition(": ") for part in line.split(BAR))
        return {
            name: by_name[name].read(text.strip())
            for name, _, text in parts
            if name in by_name and text.strip()
        }

    def grammar(self) -> str:
        name = rule_name(self.tool)
        if self.labelled:
            return self._labelled_grammar(name)
        cells = literal(BAR).join(f" {_cell_rule(cell)} " for cell in self.cells)
        body = f"{name}-line" + (f' ("\\n" {name}-line)*' if self.rows else "")
        return f"{name} ::= {literal(self.tool + chr(10))} {body}\n{name}-line ::= {cells}"

    def _labelled_grammar(self, name: str) -> str:
        nested = Nested(name)

        def pair(cell: Cell) -> str:
            value = (
                nested.rule(json.loads(cell.schema))
                if cell.nested
                else _cell_rule(replace(cell, required=True))
            )
            return f"{literal(cell.name + ': ')} {value}"

        required = [pair(cell) for cell in self.cells if cell.required]
        optional = [pair(cell) for cell in self.cells if not cell.required]
        body = f"{name} ::= {literal(self.tool + chr(10))} {chain(required, optional, BAR)}"
        return "\n".join([body, *nested.rules])


def _labelled(cell: Cell) -> str:
    kind = "/".join(cell.choices) or cell.kind
    about = f", {cell.about}" if cell.about else ""
    return f"{cell.name}: {kind}{about}" if cell.required else f"[{cell.name}: {kind}{about}]"


def form(tool: Any) -> Form:
    """The form of a LangChain tool, function or OpenAI tool schema."""
    schema = convert_to_openai_tool(tool)["function"]
    parameters = schema.get("parameters", {})
    properties = parameters.get("properties", {})
    rows = ""
    if len(properties) == 1 and _holds_rows(next(iter(properties.values()))):
        rows = next(iter(properties))
        parameters = properties[rows]["items"]
    purpose = " ".join(schema.get("description", "").split("\n\n")[0].split())
    whole = json.dumps(schema.get("parameters", {}))
    return Form(schema["name"], purpose, _cells(parameters), rows, whole)


def _cells(parameters: dict[str, Any]) -> tuple[Cell, ...]:
    required = parameters.get("required", ())
    cells = []
    for name, each in parameters.get("properties", {}).items():
        kind = kind_of(each)
        choices = tuple(str(choice) for choice in each.get("enum", ()))
        about = " ".join(each.get("description", "").split())[:ABOUT]
        whole = json.dumps(each) if kind in ("array", "object") else ""
        cells.append(Cell(name, kind, name in required, choices, about, whole))
    return tuple(cells)


def _holds_rows(schema: Mapping[str, Any]) -> bool:
    """Whether an argument is a list of objects whose fields are cells."""
    items = schema.get("items") or {}
    fields = (items.get("properties") or {}).values()
    plain = all(kind_of(each) in ("string", *PLAIN) for each in fields)
    return kind_of(schema) == "array" and kind_of(items) == "object" and bool(fields) and plain


def rule_name(name: str) -> str:
    return "tool-" + re.sub(r"[^a-z0-9]+", "-", name.lower())


def _cell_rule(cell: Cell) -> str:
    options = " | ".join(map(literal, cell.choices)) or PLAIN.get(cell.kind)
    if options:
        return f"({options})" + ("" if cell.required else "?")
    return "copy-some" if cell.required else "copy"


def grammar(forms: Sequence[Form], message: str, *, answer: bool = True) -> str:
    """GBNF for one call of one of `forms`, or, if `answer`, a line of the model's own words."""
    names = [rule_name(each.tool) for each in forms]
    rules = ["root ::= " + " | ".join([*names, "answer"] if answer else names)]
    rules += [each.grammar() for each in forms]
    rules += [f"answer ::= {literal(ANSWER + chr(10))} [^\\n]+"] if answer else []
    return "\n".join([*rules, copy_rules(message)])


def read_call(text: str, forms: Sequence[Form]) -> tuple[str, dict[str, Any]] | None:
    """Tool name and arguments in the model's text; None if it is no call.

    Raises:
        ValueError: a cell is not of its kind (only possible without the grammar).
    """
    called = opened(text, forms)
    if called is None:
        return None
    return called.tool, called.read(f"{text}\n".removeprefix(called.opening).split("\n"))


def opened(text: str, forms: Sequence[Form]) -> Form | None:
    """Whose call begins like `text`."""
    return next((each for each in forms if f"{text}\n".startswith(each.opening)), None)
