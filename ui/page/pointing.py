"""What was pointed at in the chart, as `chart.js` sends it, and the menu of questions about it."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from tools.phrases import Language, say
from tools.pointing import ASKS, Ask, Pointed
from ui.markup import html


class Sent(NamedTuple):
    """One message of the chart."""

    pointed: Pointed
    chosen: bool
    """Whether the question is; otherwise those that make sense are to be offered."""
    number: int
    """Of the messages: the same menu twice is two menus."""


def read(text: str) -> Sent | None:
    """A task and a question about it, if one is chosen, or the other task onto which it was
    dragged; None if it is neither."""
    try:
        data = json.loads(text)
    except ValueError:
        return None
    if not isinstance(data, dict):
        return None
    task, other, ask, number = (data.get(key) for key in ("task", "other", "ask", "number"))
    if not isinstance(task, str) or not isinstance(other, str | None):
        return None
    if ask is not None and ask not in ASKS:
        return None
    pointed = Pointed(task, other, ask or "why")
    return Sent(pointed, ask is not None or other is not None, number if type(number) is int else 0)


def menu(task: str, questions: Mapping[Ask, str], number: int, language: Language) -> str:
    """The questions about a task, to choose one with the mouse or the keyboard."""
    button = '<button type="button" role="menuitem" tabindex="-1"'
    items = "".join(
        f'{button} data-ask="{ask}">{html(words)}</button>' for ask, words in questions.items()
    )
    label = html(say("page-asks", language, task=task))
    return (
        f'<div role="menu" aria-label="{label}" data-task="{html(task)}" data-number="{number}">'
        f"{items}</div>"
    )
