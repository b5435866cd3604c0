"""Steps of a turn -> messages of Gradio's chat, as they happen. Pure; knows no agent and no page.

A turn is shown as: folded tool steps with their real arguments and results, then the answer. While
nothing else moves, a status line says what is going on.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from agent.steps import (
    Called,
    Finished,
    Loading,
    Message,
    Planning,
    Returned,
    Said,
    Step,
    Thinking,
    Waiting,
)
from tools.phrases import Language, keys, say
from ui.looking import best_so_far
from ui.markup import fenced, formatted, plain
from ui.page.folding import parted

Bubble = dict[str, Any]  # {"role": ..., "content": ..., "metadata": {"title": ..., "status": ...}}


def stream(steps: Iterable[Step], language: Language) -> Iterator[list[Bubble]]:
    """All messages of the assistant's turn so far, again after every step; the first at once."""
    turn = _Turn(language)
    yield turn.bubbles()
    for step in steps:
        turn.take(step)
        yield turn.bubbles()


def found(seen: Iterable[Any]) -> Iterator[Step]:
    """What is seen of an answer that is looked for, as the steps of a turn."""
    for each in seen:
        if isinstance(each, str):
            yield Finished(each)
        elif each is not None:
            yield Planning(each)


def noting(steps: Iterable[Step], planning: list[Step]) -> Iterator[Step]:
    """`steps`; the last one is in `planning` while the solver is at work."""
    for step in steps:
        planning[:] = [step] if isinstance(step, Planning) else []
        yield step


def history(messages: Sequence[Message], language: Language) -> list[Bubble]:
    """A saved conversation, as `stream` left it."""
    shown: list[Bubble] = []
    for message in messages:
        if message.role == "user":
            shown.append(spoken(message.text))
            continue
        turn = _Turn(language)
        for step in (*message.steps, Finished(message.text)):
            turn.take(step)
        shown += turn.bubbles()
    return shown


def offering(bubbles: Sequence[Bubble], questions: Sequence[str]) -> list[Bubble]:
    """`bubbles`, the last with buttons that ask these questions."""
    if not bubbles or not questions or bubbles[-1]["role"] != "assistant":
        return list(bubbles)
    options = [{"value": question, "label": question} for question in questions]
    return [*bubbles[:-1], {**bubbles[-1], "options": options}]


def citing(bubbles: Sequence[Bubble], count: int) -> list[Bubble]:
    """`bubbles`; the marks `[1]` to `[count]` in the last that has one lead to the passages."""
    pages = [f"[{place}]" for place in range(1, count + 1)]
    for at in range(len(bubbles) - 1, -1, -1):
        text = bubbles[at]["content"][0]["text"]
        if bubbles[at]["role"] == "assistant" and any(mark in text for mark in pages):
            for place, mark in enumerate(pages, 1):
                text = text.replace(mark, f"[&#91;{place}&#93;](#source-{place})")
            return [*bubbles[:at], {**bubbles[at], "content": _content(text)}, *bubbles[at + 1 :]]
    return list(bubbles)


def spoken(text: str) -> Bubble:
    """What the user said."""
    return {"role": "user", "content": _content(plain(text))}


@dataclass
class _Turn:
    language: Language
    status: str = ""
    calls: dict[str, tuple[Called, Returned | None]] = field(default_factory=dict)
    answer: str = ""

    def __post_init__(self) -> None:
        self.status = say("page-status-reading", self.language)

    def take(self, step: Step) -> None:
        match step:
            case Loading():
                self.status = say("page-status-loading", self.language)
            case Thinking():
                self.status = say("page-status-thinking", self.language)
            case Waiting():
                self.status = say("page-status-waiting", self.language, place=step.place)
            case Planning():
                self.status = best_so_far(step.progress, self.language)
            case Called():
                self.calls[step.id] = (step, None)
                self.status = ""
            case Returned():
                called = self.calls.get(step.id, (Called(step.id, step.tool, {}), None))[0]
                self.calls[step.id] = (called, step)
                self.status = say("page-status-thinking", self.language)
            case Said():
                self.answer += step.text
                self.status = ""
            case Finished():
                self.answer, self.status = step.answer, ""

    def bubbles(self) -> list[Bubble]:
        shown = [_tool(*call, self.language) for call in self.calls.values()]
        if self.answer:
            answer, more = parted(self.answer)
            shown.append({"role": "assistant", "content": _content(formatted(answer))})
            shown += [_folded(more, self.language)] if more else []
        elif self.status:
            shown.append(_status(self.status))
        return shown


def _tool(called: Called, returned: Returned | None, language: Language) -> Bubble:
    parts = [say("page-tool-arguments", language), _passed(called, language)]
    if returned:
        parts += [say("page-tool-result", language), fenced(returned.words)]
    outcome = "running" if returned is None else "done" if returned.ok else "failed"
    title = say("page-tool", language, tool=tool_name(called.tool, language), outcome=outcome)
    return {
        "role": "assistant",
        "content": _content("\n\n".join(parts)),
        "metadata": {"title": title, "status": "pending" if returned is None else "done"},
    }


def _passed(called: Called, language: Language) -> str:
    if not any(called.arguments.values()):
        return say("page-tool-message", language)
    return fenced(json.dumps(called.arguments, ensure_ascii=False, indent=2, default=str), "json")


def tool_name(tool: str, language: Language) -> str:
    """What the tool does in the user's words, or its own name."""
    key = f"page-tool-{tool.replace('_', '-')}"
    return say(key, language) if key in keys(language) else tool


def _folded(more: str, language: Language) -> Bubble:
    """The rest of an answer, which opens with a click."""
    title = say("page-more-rows", language)
    metadata = {"title": title, "status": "done"}
    return {"role": "assistant", "content": _content(formatted(more)), "metadata": metadata}


def _status(sentence: str) -> Bubble:
    return {
        "role": "assistant",
        "content": _content(""),
        "metadata": {"title": sentence, "status": "pending"},
    }


def _content(text: str) -> list[dict[str, str]]:
    # A bare string would go through inspect.cleandoc, which eats indentation.
    return [{"type": "text", "text": text}]
