"""Was every task of a message read? A small model stops too early now and then; the durations that
it left out show where. Knows `parse_tasks` and no other tool."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.messages import AIMessage

from tools.wording.durations import durations, minutes

CLAUSE = re.compile(r"[，。；、\n]|[,.;](?!\d)")
"""Where a clause ends."""
MOST_READINGS = 3
"""Of one message: each further one costs some seconds."""


def complete(message: AIMessage, text: str, read_rest: Callable[[str], AIMessage]) -> AIMessage:
    """`message` with the tasks that it left out, read from the rest of `text`.

    Args:
        read_rest: asks the model once more, about a part of the text.
    """
    calls = message.tool_calls
    if len(calls) != 1 or calls[0]["name"] != "parse_tasks":
        return message
    rows = _rows(message)
    for _ in range(MOST_READINGS - 1):
        rest = unread(text, rows)
        more = [row for row in _rows(read_rest(rest)) if _new(row, rows)] if rest else []
        if not more:
            break
        rows = [*rows, *more]
    call = {**calls[0], "args": {**calls[0]["args"], "tasks": rows}} if rows else calls[0]
    return AIMessage(message.content, id=message.id, tool_calls=[call])


def _rows(message: AIMessage) -> list[dict[str, Any]]:
    """The rows of the calls; none if the model wrote something else in their place."""
    tasks = [call["args"].get("tasks") for call in message.tool_calls]
    return [
        row for rows in tasks if isinstance(rows, list) for row in rows if isinstance(row, dict)
    ]


def _new(row: dict[str, Any], rows: Sequence[dict[str, Any]]) -> bool:
    """Whether a row is about other work than `rows`: the second reading may begin in the middle of
    what the first has read."""
    name = str(row.get("name", "")).casefold()
    known = [str(each.get("name", "")).casefold() for each in rows]
    return not any(name in each or each in name for each in known)


def unread(text: str, rows: Sequence[dict[str, Any]]) -> str:
    """The text from the clause of the first duration behind all those that `rows` give; nothing if
    there is none."""
    # In any cell: a small model swaps two of them now and then.
    lengths = [next(filter(None, (minutes(str(cell)) for cell in row.values())), 0) for row in rows]
    given = [length for length in lengths if length]
    end = 0
    left: list[int] = []
    for found in durations(text):
        if found.minutes in given:
            given.remove(found.minutes)
            end, left = found.end, []
        else:
            left.append(found.start)
    if not rows or not left:
        return ""
    # From the clause of the first duration that is left; what stands before it has been read.
    clauses = [clause.end() for clause in CLAUSE.finditer(text, end, left[0])]
    return text[clauses[-1] :] if clauses else ""
