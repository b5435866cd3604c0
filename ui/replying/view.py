"""What the page shows of what is on somebody's desk: each widget with its new value. It decides
nothing and remembers nothing."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from knowledge.templates.slots import Slot, kind_of, slots_of
from knowledge.templates.tables import Saying
from tools.phrases import Language, say
from tools.replies.drafting import Draft, shown_name
from tools.replies.filling import lasting
from ui.replying import shown
from ui.replying.widgets import ROOM, Open, Widgets

Updates = dict[Any, Any]
"""Widget -> what becomes of it."""


class View:
    """The widgets of one page in its language."""

    def __init__(self, language: Language, widgets: Widgets) -> None:
        self.language, self.w = language, widgets

    def show(self, state: Open) -> Updates:
        """Everything that changes with the draft."""
        w, language, draft, found = self.w, self.language, state.draft, state.found
        listed = list(found.suggestions) if found else []
        lines = [(shown.choice(each, language), place) for place, each in enumerate(listed)]
        ready = draft is not None and not draft.open
        own = found is not None and draft is None
        return {
            w.state: state,
            w.status: shown.status_html(found, language, state.message),
            w.choices: gr.Radio(lines, value=state.place if lines else None, visible=bool(lines)),
            w.letter: shown.draft_html(draft, language) if draft else "",
            w.values: shown.sources_html(draft, language) if draft else "",
            **self._form(draft, state),
            **self._fixing(draft),
            w.text: gr.Textbox(state.text, label=self._label(own), visible=ready or own),
            w.buttons: gr.Row(visible=bool(listed) or own),
            w.copy: gr.Button(interactive=ready or own),
            w.use: gr.Button(interactive=ready),
            w.reject: gr.Button(interactive=bool(listed)),
            w.reword: gr.Button(interactive=ready),
            w.keep: gr.Button(interactive=ready or own),
            w.keeping: gr.Column(visible=False),
            w.edit: gr.Accordion(visible=draft is not None and not draft.quoted),
            w.wording: draft.body if draft else "",
            w.work: gr.Button(interactive=bool(state.message)),
            w.handing: gr.Row(visible=found is not None and found.handover is not None),
            w.hand: gr.Button(interactive=True),
        }

    def _fixing(self, draft: Draft | None) -> Updates:
        """A box for each blank that is filled, with where its value comes from."""
        filled = list(draft.filled[:ROOM]) if draft else []
        boxes: Updates = {box: gr.Textbox("", visible=False) for box in self.w.fixes}
        names = {slot.name: slot for slot in slots_of(draft.pieces)} if draft else {}
        for box, each in zip(self.w.fixes, filled, strict=False):
            label = say(
                "replying-filled",
                self.language,
                slot=shown_name(names[each.slot], self.language),
                where=shown.origin(each, self.language),
            )
            boxes[box] = gr.Textbox(each.value, label=label, visible=True)
        return boxes | {self.w.fixing: gr.Accordion(visible=bool(filled))}

    def kept(self, sayings: Sequence[Saying]) -> Updates:
        """What somebody says each time, to be ticked and forgotten."""
        named = [(self._said(each), f"{each.language}:{each.slot}") for each in sayings]
        return {
            self.w.mine: gr.Accordion(visible=bool(named)),
            self.w.sayings: gr.CheckboxGroup(named, value=[]),
        }

    def _said(self, saying: Saying) -> str:
        slot = shown_name(Slot(name=saying.slot, kind=kind_of(saying.slot)), self.language)
        where = say(f"replying-in-{saying.language}", self.language) if saying.language else ""
        key = "replying-saying-in" if where else "replying-saying"
        return say(key, self.language, slot=slot, value=saying.value, where=where)

    def _label(self, own: bool) -> str:
        return say("replying-own" if own else "replying-text", self.language)

    def _form(self, draft: Draft | None, state: Open) -> Updates:
        """A box for each open blank, with what could be meant."""
        slots = list(draft.open[:ROOM]) if draft else []
        listed = state.found.suggestions[state.place].choices if state.found and slots else {}
        boxes: Updates = {}
        for place, box in enumerate(self.w.blanks):
            if place >= len(slots):
                boxes[box] = gr.Textbox("", visible=False)
                continue
            could = " / ".join(listed.get(slots[place].name, ()))
            label = shown_name(slots[place], self.language)
            boxes[box] = gr.Textbox("", label=label, placeholder=could, visible=True)
        named = [(shown_name(slot, self.language), slot.name) for slot in slots if lasting(slot)]
        return boxes | {
            self.w.form: gr.Column(visible=bool(slots)),
            self.w.always: gr.CheckboxGroup(named, value=[], visible=bool(named)),
        }
