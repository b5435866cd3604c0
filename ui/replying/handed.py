"""Hand-overs on the reply page: a customer is handed over with a click, and whoever it concerns
takes it, answers it and says what became of it. Whom it concerns is decided in
`tools/replies/handovers.py`."""

from dataclasses import dataclass, fields
from typing import Any
from zoneinfo import ZoneInfo

import gradio as gr

from agent.handing import Handing
from tools.handover import Handover
from tools.person import EVERYONE, Person
from tools.phrases import Language, SayableError, say
from tools.replies.handovers import LONGEST_NOTE, STAGES, HandedOver, Stage
from ui.accounts.visit import person_of
from ui.edge import guarded
from ui.markup import html
from ui.opening import NotReady, Opening
from ui.replying import shown
from ui.replying.view import Updates
from ui.replying.widgets import Open, Widgets

AGAIN = 60
"""Seconds until the list is looked at again."""


@dataclass(frozen=True)
class Listed:
    """The widgets of the list."""

    room: Any
    stage: Any
    listed: Any
    card: Any
    take: Any
    answer: Any
    back: Any
    note: Any
    finish: Any
    erase: Any
    sure: Any
    again: Any

    @property
    def all(self) -> list[Any]:
        """What may change with every click."""
        return [getattr(self, each.name) for each in fields(self) if each.name != "again"]


def handed_list(language: Language) -> Listed:
    """The list, closed until somebody opens it."""
    small: dict[str, Any] = {"size": "sm", "min_width": 0, "visible": False}

    def button(name: str, **more: Any) -> gr.Button:
        return gr.Button(say(f"handed-{name}", language), elem_id=f"handed-{name}", **small, **more)

    with gr.Accordion(say("handed", language), open=False, elem_id="handed") as room:
        stage = gr.Radio(
            _stages(dict.fromkeys(STAGES, 0), language),
            value=STAGES[0],
            label=say("handed-show", language),
            elem_id="handed-stage",
        )
        listed = gr.Radio([], label=say("handed-listed", language), elem_id="handed-listed")
        card = gr.HTML(elem_id="handed-card")
        with gr.Row(elem_classes="buttons"):
            take = button("take", variant="primary")
            answer, back = button("answer"), button("back")
            erase, sure = button("erase"), button("sure", variant="stop")
        note = gr.Textbox(
            label=say("handed-note", language),
            max_length=LONGEST_NOTE,
            visible=False,
            elem_id="handed-note",
        )
        finish = button("finish", variant="primary")
    again = gr.Timer(AGAIN)
    return Listed(
        room, stage, listed, card, take, answer, back, note, finish, erase, sure, again
    )  # fmt: skip


class Handed:
    """The events of one page."""

    events = (
        "give", "look", "choose", "take", "answer", "back", "finish", "doubt", "erase",
    )  # fmt: skip

    def __init__(self, assistant: Opening, language: Language, widgets: Widgets) -> None:
        self._assistant = assistant
        self.language = language
        self.w = widgets
        self.l: Listed = widgets.handed
        guard = guarded(language)
        for name in self.events:
            setattr(self, name, guard(getattr(self, name)))

    def give(self, state: Open, to: str | None, request: gr.Request) -> Updates:
        """The customer on the desk is handed over."""
        if state.found is None or state.found.handover is None:
            raise SayableError("replying-nothing")
        person = person_of(request)
        given = self._handing().give(
            person, state.found.handover, to or "", state.message, state.ticket
        )
        told = shown.recipient(given.to, self.language)
        gr.Info(html(say("handed-given", self.language, to=told, number=str(given.number))))
        return {self.w.hand: gr.Button(interactive=False), **self._list("open", None, person)}

    def look(self, stage: Stage, chosen: int | None, request: gr.Request) -> Updates:
        """The list as it is now; while Whyflow starts, it is left as it is."""
        try:
            return self._list(stage, chosen, person_of(request))
        except NotReady:
            return gr.skip()

    def choose(self, chosen: int | None, request: gr.Request) -> Updates:
        """One of them, to be read."""
        person = person_of(request)
        found = None if chosen is None else self._handing().store.get(chosen, person)
        return self._one(found, person)

    def take(self, chosen: int, request: gr.Request) -> Updates:
        """This person looks after it."""
        person = person_of(request)
        taken = self._handing().take(chosen, person)
        gr.Info(say("handed-yours", self.language, number=str(taken.number)))
        return self._list("taken", chosen, person)

    def answer(self, chosen: int, request: gr.Request) -> Updates:
        """What the customer wrote comes onto the desk."""
        found = self._handing().store.get(chosen, person_of(request))
        lines = [f"{name}: {value}" for name, value in found.ticket.items()]
        return {
            self.w.message: found.message or found.handover.summary,
            self.w.ticket: "\n".join(lines),
        }

    def back(self, chosen: int, request: gr.Request) -> Updates:
        """Others may take it."""
        person = person_of(request)
        self._handing().give_back(chosen, person)
        return self._list("open", chosen, person)

    def finish(self, chosen: int, note: str, request: gr.Request) -> Updates:
        """It is done."""
        person = person_of(request)
        self._handing().finish(chosen, person, note)
        return {**self._list("done", chosen, person), self.l.note: gr.Textbox("", visible=False)}

    def doubt(self) -> Updates:
        """Asked before anything is erased."""
        return {self.l.sure: gr.Button(visible=True)}

    def erase(self, chosen: int, stage: Stage, request: gr.Request) -> Updates:
        """It is gone with all that the customer wrote."""
        person = person_of(request)
        self._handing().erase(chosen, person)
        return self._list(stage, None, person)

    def _list(self, stage: Stage, chosen: int | None, person: Person) -> Updates:
        store = self._handing().store
        counts, found = store.counts(person), store.listed(person, stage)
        one = next((each for each in found if each.number == chosen), None) or next(
            iter(found), None
        )
        lines = [(shown.handed_line(each, self.language), each.number) for each in found]
        key = "handed-open" if counts["open"] else "handed"
        label = say(key, self.language, **({"count": counts["open"]} if counts["open"] else {}))
        return {
            self.l.room: gr.Accordion(label=label),
            self.l.stage: gr.Radio(_stages(counts, self.language), value=stage),
            self.l.listed: gr.Radio(lines, value=one.number if one else None, visible=bool(lines)),
            **self._one(one, person),
        }

    def _one(self, one: HandedOver | None, person: Person) -> Updates:
        """One of them, with what this person may do with it."""
        zone = ZoneInfo(self._assistant.time_zone)
        leading = person.at_least("manager")
        stage = one.stage if one else ""
        mine = one is not None and stage == "taken" and (leading or one.taker == person.id)
        erasing = one is not None and (leading or one.by == person.id)
        empty = f'<p class="quiet">{html(say("handed-none", self.language))}</p>'
        return {
            self.l.card: shown.handed_html(one, self.language, zone) if one else empty,
            self.l.take: gr.Button(visible=stage == "open"),
            self.l.answer: gr.Button(visible=one is not None and stage != "done"),
            self.l.back: gr.Button(visible=mine),
            self.l.note: gr.Textbox(visible=mine),
            self.l.finish: gr.Button(visible=mine),
            self.l.erase: gr.Button(visible=erasing),
            self.l.sure: gr.Button(visible=False),
        }

    def _handing(self) -> Handing:
        found: Handing = self._assistant.now(self.language).handovers
        return found


def recipients(
    handover: Handover | None, handing: Handing, person: Person, language: Language
) -> gr.Dropdown:
    """To whom a customer may be handed over, the likeliest first; others can be typed. An owner of
    a document who is neither a team nor a colleague is not offered."""
    owner = handing.called(handover.suggested_owner) if handover else ""
    names = dict.fromkeys(filter(None, (owner, *sorted(person.teams), EVERYONE)))
    choices = [(shown.recipient(name, language), name) for name in names]
    return gr.Dropdown(choices, value=next(iter(names)))


def _stages(counts: dict[Stage, int], language: Language) -> list[tuple[str, Stage]]:
    return [
        (say(f"handed-stage-{stage}", language, count=counts[stage]), stage) for stage in STAGES
    ]


def wire(page: gr.Blocks, w: Widgets, events: Handed, quick: dict[str, Any]) -> None:
    """Which widget moves which event."""
    one, quiet = w.handed, {**quick, "show_progress": "hidden"}
    seen = [one.stage, one.listed]
    w.hand.click(events.give, [w.state, w.to], [w.hand, *one.all], **quick)
    page.load(events.look, seen, one.all, **quiet)
    one.again.tick(events.look, seen, one.all, **quiet)
    one.stage.input(events.look, seen, one.all, **quiet)
    one.listed.input(events.choose, [one.listed], one.all, **quiet)
    one.take.click(events.take, [one.listed], one.all, **quiet)
    one.answer.click(events.answer, [one.listed], [w.message, w.ticket], **quiet)
    one.back.click(events.back, [one.listed], one.all, **quiet)
    one.finish.click(events.finish, [one.listed, one.note], one.all, **quiet)
    one.erase.click(events.doubt, None, [one.sure], **quiet)
    one.sure.click(events.erase, [one.listed, one.stage], one.all, **quiet)
