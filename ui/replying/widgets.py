"""The widgets of the page, by name, so that events name what they change. It wires nothing."""

from dataclasses import dataclass
from typing import Any

from tools.replies.desk import Suggested
from tools.replies.drafting import Draft

ROOM = 8
"""Blanks that the form shows at once; what is left comes after these."""


@dataclass(frozen=True)
class Open:
    """What a visitor has on the desk."""

    message: str = ""
    found: Suggested | None = None
    place: int = 0
    """Of the suggestion that is open."""
    draft: Draft | None = None
    number: str = ""
    """Names the suggestions, of which one outcome is noted."""


@dataclass(frozen=True)
class Widgets:
    """Everything that an event reads or changes."""

    session: Any
    spare: Any
    apart: Any
    """The key of the conversation that gets the plan of pasted tickets."""
    state: Any
    message: Any
    ticket: Any
    tone: Any
    spoken: Any
    suggest: Any
    status: Any
    choices: Any
    letter: Any
    values: Any
    form: Any
    blanks: tuple[Any, ...]
    always: Any
    fill: Any
    mine: Any
    sayings: Any
    forget: Any
    text: Any
    buttons: Any
    copy: Any
    use: Any
    reject: Any
    reword: Any
    keep: Any
    keeping: Any
    title: Any
    intent: Any
    near: Any
    save: Any
    edit: Any
    wording: Any
    change: Any
    work: Any
    tasks: Any
    tickets: Any
    people: Any
    order: Any
    ordered: Any
    upload: Any

    @property
    def shown(self) -> list[Any]:
        """What changes with the draft."""
        return [
            *(self.state, self.status, self.choices, self.letter, self.values, self.form),
            *(*self.blanks, self.always, self.text, self.buttons, self.copy, self.use),
            *(self.reject, self.reword, self.keep, self.keeping, self.edit),
            *(self.wording, self.work),
        ]
