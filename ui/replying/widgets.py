"""The widgets of the page, by name, so that events name what they change. It wires nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tools.phrases import SayableError
from tools.replies.drafting import Draft
from tools.replies.suggested import Suggested

ROOM = 8
"""Blanks that the form shows at once; what is left comes after these."""


@dataclass(frozen=True)
class Open:
    """What a visitor has on the desk."""

    message: str = ""
    ticket: Mapping[str, str] = field(default_factory=dict)
    found: Suggested | None = None
    place: int = 0
    """Of the suggestion that is open."""
    draft: Draft | None = None
    number: str = ""
    """Names the suggestions, of which one outcome is noted."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """Slot -> what was typed for this case, for whichever suggestion; empty if it was emptied."""
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(template, tone) -> its finished text, as somebody has changed it."""
    before: str = ""
    """What was suggested, if a changed text was then reworded."""

    @property
    def text(self) -> str:
        """The reply as it stands; empty while a blank is open."""
        if self.draft is None or self.draft.open:
            return ""
        return self.texts.get(_key(self.draft), self.draft.text)

    def with_draft(self, draft: Draft | None) -> "Open":
        return replace(self, draft=draft, before="")

    def with_text(self, text: str) -> "Open":
        """With what stands in the box of the reply, if somebody has changed it."""
        if self.draft is None or self.draft.open or text in ("", self.text):
            return self
        return replace(self, texts={**self.texts, _key(self.draft): text})

    def without_text(self) -> "Open":
        """Without the changes of the text that is open."""
        mine = _key(self.draft) if self.draft else None
        return replace(self, texts={key: t for key, t in self.texts.items() if key != mine})

    def with_typed(self, values: Mapping[str, str]) -> "Open":
        return replace(self, typed={**self.typed, **values})


def _key(draft: Draft) -> tuple[str, str]:
    return draft.template, draft.tone


def open_draft(state: Open) -> Draft:
    """
    Raises:
        SayableError: no suggestion is open.
    """
    if state.draft is None:
        raise SayableError("replying-nothing")
    return state.draft


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
    handing: Any
    to: Any
    hand: Any
    handed: Any
    """The widgets of the list of hand-overs, as `handed.py` has them."""
    values: Any
    fixing: Any
    fixes: tuple[Any, ...]
    fix: Any
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
    blank: Any
    cue: Any
    whose: Any
    frozen: Any
    """What of it documents say, as they do today."""
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
    personal: Any
    stays: Any
    """What looks like personal data may stay."""

    @property
    def shown(self) -> list[Any]:
        """What changes with the draft."""
        return [
            *(self.state, self.status, self.choices, self.letter, self.values, self.form),
            *(self.fixing, *self.fixes),
            *(*self.blanks, self.always, self.text, self.buttons, self.copy, self.use),
            *(self.reject, self.reword, self.keep, self.keeping, self.edit),
            *(self.wording, self.work, self.handing, self.to, self.hand),
        ]
