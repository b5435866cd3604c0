"""Questions through the whole chat: the language model, its tools and their answers."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from agent.settings import Settings
from knowledge.language import language_of
from tools.plan import Problem
from tools.reasons.records import Explanation, NotThen, Order, Together, WhatIf, Who, Why
from tools.reasons.remedies import FirstBy, InTime
from ui import parts
from ui.eval.recognition import Gold, Read, change_as_gold


def by_chat(settings: Settings, tell: Callable[[Any], None]) -> Read:
    """Reads a question as the chat does; each in a conversation of its own."""
    assistant = parts.assistant(settings, parts.library(settings, reading=True), tell, kept=False)
    assistant.load()

    def read(problem: Problem, message: str) -> Gold:
        session = f"eval-{uuid4().hex}"
        assistant.replan(session, problem, again=True)
        for _ in assistant.turn(session, message, language_of(message)):
            pass
        told = assistant.snapshot(session).explanation
        return {"kind": "ask"} if told is None else _as_gold(told)

    return read


def _as_gold(told: Explanation) -> Gold:
    """What was answered, in the words of the gold answers."""
    found = told.certificate
    match found:
        case Why():
            return {"kind": "why", "task": found.task}
        case Order():
            return {"kind": "order", "tasks": [found.first, found.second]}
        case WhatIf():
            return {"kind": "what_if", "changes": [change_as_gold(each) for each in found.changes]}
        case NotThen():
            return {
                "kind": "not_then",
                "task": found.task,
                "first": found.first,
                "last": found.last,
            }
        case FirstBy():
            return {"kind": "first_by", "task": found.task, "other": found.other}
        case InTime():
            return {"kind": "in_time", "limit": found.limit, "task": found.task}
        case Who():
            return {"kind": "who", "task": found.task, "person": found.asked}
        case Together():
            return {"kind": "together", "tasks": list(found.tasks)}
    return {"kind": found.kind}
