"""How a small local model writes a tool call: the tool's name, then its arguments on lines, cells
parted by bars. A third fewer tokens than JSON, and a grammar makes a malformed call impossible.

    explain_decision               search_knowledge        parse_tasks
    order | painting, welding |    how do we refund it     welding | 2 hours | 10 people |
                                                           painting | 3 hours | 5 people |

Strings can only be copied from the user's message. Knows no language model and no tool of ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from langchain_core.utils.function_calling import convert_to_openai_tool

from agent.copying import copy_rules, literal

ANSWER = "answer"
"""The label in place of a tool's name when the model answers in its own words."""

BAR = " | "
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
    """JSON type: string, integer, number or boolean."""
    required: bool
    choices: tuple[str, ...] = ()

    def read(self, text: str) -> Any:
        if self.kind == "boolean":
            return text == "true"
        if self.kind == "integer":
            return int(text)
        return float(text) if self.kind == "number" else text

    def write(self, value: Any) -> str:
        if value is None:
            return ""
        return str(value).lower() if self.kind == "boolean" else str(value)


@dataclass(frozen=True)
class Form:
    """A tool as lines: one line of cells, or one line for each row of its only list."""

    tool: str
    purpose: str
    cells: tuple[Cell, ...]
    rows: str = ""
    """Name of the argument that is a list of rows; empty if the cells are the arguments."""

    def describe(self) -> str:
        shape = BAR.join("/".join(cell.choices) or cell.name for cell in self.cells)
        lines = "one line for each" if self.rows else "one line"
        return f"{self.tool}: {self.purpose} Write {lines}: {shape}"

    def write(self, arguments: dict[str, Any]) -> str:
        """A call as the model would write it; used for the examples and the history."""
        rows = arguments.get(self.rows, []) if self.rows else [arguments]
        lines = [BAR.join(cell.write(row.get(cell.name)) for cell in self.cells) for row in rows]
        return "\n".join([self.tool, *lines])

    def read(self, lines: Sequence[str]) -> dict[str, Any]:
        """The arguments in the model's lines; empty optional cells are left out."""
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

    def grammar(self) -> str:
        name = _rule(self.tool)
        cells = literal(BAR).join(f" {_cell_rule(cell)} " for cell in self.cells)
        body = f"{name}-line" + (f' ("\\n" {name}-line)*' if self.rows else "")
        return f"{name} ::= {literal(self.tool + chr(10))} {body}\n{name}-line ::= {cells}"


def form(tool: Any) -> Form:
    """The form of a LangChain tool, function or OpenAI tool schema.

    Raises:
        ValueError: it takes an argument that lines cannot carry.
    """
    schema = convert_to_openai_tool(tool)["function"]
    parameters = schema.get("parameters", {})
    properties = parameters.get("properties", {})
    lists = [name for name, each in properties.items() if each.get("type") == "array"]
    rows = ""
    if lists:
        rows = lists[0]
        parameters = properties[rows].get("items", {})
        if len(properties) > 1 or parameters.get("type") != "object":
            raise ValueError(f"{schema['name']}: a list must be the only argument and hold objects")
    purpose = " ".join(schema.get("description", "").split("\n\n")[0].split())
    return Form(schema["name"], purpose, _cells(schema["name"], parameters), rows)


def _cells(tool: str, parameters: dict[str, Any]) -> tuple[Cell, ...]:
    required = parameters.get("required", ())
    cells = []
    for name, each in parameters.get("properties", {}).items():
        kind = each.get("type")
        if kind not in ("string", *PLAIN):
            raise ValueError(f"{tool}.{name}: {each} cannot be written as a cell")
        choices = tuple(str(choice) for choice in each.get("enum", ()))
        cells.append(Cell(name, kind, name in required, choices))
    return tuple(cells)


def _rule(name: str) -> str:
    return "tool-" + name.replace("_", "-").lower()


def _cell_rule(cell: Cell) -> str:
    options = " | ".join(map(literal, cell.choices)) or PLAIN.get(cell.kind)
    if options:
        return f"({options})" + ("" if cell.required else "?")
    return "copy-some" if cell.required else "copy"


def grammar(forms: Sequence[Form], message: str, *, answer: bool = True) -> str:
    """GBNF for one call of one of `forms`, or, if `answer`, a line of the model's own words."""
    names = [_rule(each.tool) for each in forms]
    rules = ["root ::= " + " | ".join([*names, "answer"] if answer else names)]
    rules += [each.grammar() for each in forms]
    rules += [f"answer ::= {literal(ANSWER + chr(10))} [^\\n]+"] if answer else []
    return "\n".join([*rules, copy_rules(message)])


def read_call(text: str, forms: Sequence[Form]) -> tuple[str, dict[str, Any]] | None:
    """Tool name and arguments in the model's text; None if it is no call.

    Raises:
        ValueError: a cell is not of its kind (only possible without the grammar).
    """
    name, *lines = text.strip("\n").split("\n")
    for each in forms:
        if each.tool == name.strip():
            return each.tool, each.read(lines)
    return None
