"""The marks `[1]` of an answer's sources. Only the passages of the newest answer are kept: its
marks lead to them; those of older answers, which name their sources anyway, are taken away."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.steps import Message
from knowledge.passage import Passage

_MARKS = {
    "search_knowledge": re.compile(r" ?\[\d+\]"),
    "parse_tasks": re.compile(r"(?<=[”》]) ?\[1\]"),
}
"""By tool, what is taken away of its older answers. A drafted reply has a list of what it cites."""
CITING = (*_MARKS, "draft_reply")
"""Tools whose answers cite."""


def newest_only(messages: Sequence[Message], passages: Sequence[Passage]) -> list[Message]:
    """`messages` without marks that lead nowhere."""
    newest = _newest(messages, len(passages))
    return [message if at == newest else _without(message) for at, message in enumerate(messages)]


def _newest(messages: Sequence[Message], count: int) -> int:
    """The place of the last message that cites one of the passages; -1 if none does."""
    for at in range(len(messages) - 1, -1, -1):
        text, used = messages[at].text, tools_of(messages[at])
        if used & set(CITING) and any(f"[{place}]" in text for place in range(1, count + 1)):
            return at
    return -1


def tools_of(message: Message) -> set[str]:
    """What was called for a message."""
    return {step.tool for step in message.steps}


def _without(message: Message) -> Message:
    text = message.text
    for tool in sorted(tools_of(message) & set(_MARKS)):
        lines = text.split("\n")
        text = "\n".join(
            line if line.startswith(">") else _MARKS[tool].sub("", line) for line in lines
        )
    return replace(message, text=text)
