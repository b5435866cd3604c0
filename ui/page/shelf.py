"""The list of conversations beside the chat: its widgets, and what happens when it is used. Who may
do what is known below, in `agent/chats.py`."""

from datetime import tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import gradio as gr

from agent.chats import Chat
from agent.steps import Snapshot
from tools.person import EVERYONE, SOMEBODY, Person
from tools.phrases import Language, say
from tools.telling import day
from ui.markup import html as escaped
from ui.page.board import Updates, html
from ui.page.chart.sheet import View
from ui.page.events import Events
from ui.page.sessions import Spare, address_of


def shelf_side(language: Language) -> dict[str, Any]:
    """The widgets, by their names in `Widgets`; the column is hidden until it is asked for."""
    small: dict[str, Any] = {"size": "sm", "min_width": 0}
    found = gr.HTML(padding=False, elem_id="shelf-found")
    search = gr.Textbox(
        "",
        label=say("shelf-search", language),
        placeholder=say("shelf-search", language),
        show_label=False,
        container=False,
        max_lines=1,
        elem_id="shelf-search",
    )
    listed = gr.Radio([], label=say("shelf-list", language), elem_id="shelf-list")
    with gr.Group(visible=False, elem_id="shelf-one") as one:
        title = gr.Textbox(label=say("shelf-title", language), max_lines=1, elem_id="shelf-title")
        audiences = gr.CheckboxGroup(
            [], label=say("shelf-share", language), visible=False, elem_id="shelf-share"
        )
        address = gr.HTML(padding=False, elem_id="shelf-address")
        with gr.Row():
            rename = gr.Button(say("shelf-rename", language), elem_id="shelf-rename", **small)
            forget = gr.Button(say("shelf-forget", language), elem_id="shelf-forget", **small)
        sure = gr.Button(
            say("shelf-forget-sure", language),
            variant="stop",
            visible=False,
            elem_id="shelf-sure",
            **small,
        )
    return {
        "found": found,
        "search": search,
        "listed": listed,
        "one": one,
        "title": title,
        "audiences": audiences,
        "address": address,
        "rename": rename,
        "forget": forget,
        "sure": sure,
    }


class Shelf(Events):
    """The events of the list, besides those of the conversation that is open."""

    events = ("toggle", "look", "take", "rename", "share", "doubt", "forget")

    def toggle(
        self, is_open: bool, session: object, spare: Spare, search: str, request: gr.Request
    ) -> Updates:
        """The list is shown, or put away."""
        shown = {self.w.shelved: not is_open, self.w.shelf: gr.Column(visible=not is_open)}
        return shown | self.look(session, spare, search, request)

    def look(self, session: object, spare: Spare, search: str, request: gr.Request) -> Updates:
        """The list as it is now, for the words that are searched."""
        key, person = self.enter(session, spare, request, change=False)
        chats = self.assistant.chats.listed(person, search)
        empty = say("shelf-nothing" if search.strip() else "shelf-none", self.language)
        zone = ZoneInfo(self.assistant.time_zone)
        choices = [(_label(chat, person, zone, self.language), chat.id) for chat in chats]
        here = key if any(chat.id == key for chat in chats) else None
        return {
            self.w.found: html("" if chats else f'<p class="quiet">{empty}</p>'),
            self.w.listed: gr.Radio(choices, value=here, visible=bool(chats)),
            **self._one(key, person),
        }

    def take(self, chosen: str, view: View, request: gr.Request) -> Updates:
        """Another conversation is opened."""
        key, person = self.enter(chosen, Spare(), request, change=False)
        snapshot = self.assistant.snapshot(key)
        return {
            **self._mended(),
            self.w.box: "",
            **self.opened(key, person, snapshot, view),
            **self._one(key, person),
        }

    def rename(
        self, session: object, spare: Spare, search: str, title: str, request: gr.Request
    ) -> Updates:
        """The open conversation gets another title."""
        key, person = self.enter(session, spare, request)
        self.assistant.chats.rename(key, person, title)
        return self.look(session, spare, search, request)

    def share(
        self, session: object, spare: Spare, search: str, audiences: list[str], request: gr.Request
    ) -> Updates:
        """Others may read the open conversation, or may not any more."""
        key, person = self.enter(session, spare, request)
        self.assistant.share(key, person, audiences)
        return self.look(session, spare, search, request)

    def doubt(self) -> Updates:
        """Asked before anything is deleted."""
        return {self.w.sure: gr.Button(visible=True)}

    def forget(self, session: object, spare: Spare, search: str, request: gr.Request) -> Updates:
        """The open conversation is deleted, and a new one begun."""
        key, person = self.enter(session, spare, request)
        self.assistant.forget(key, person)
        new = Spare().key
        fresh = self.opened(new, person, Snapshot(), "task")
        return {**self._mended(), **fresh, **self.look(new, spare, search, request)}

    def _one(self, key: str, person: Person) -> Updates:
        """What can be done with the open conversation."""
        chat = self.assistant.chats.find(key, person)
        mine = chat is not None and self.mine(key, person)
        choices = [] if person == SOMEBODY else _audiences(person, self.language)
        return {
            self.w.one: gr.Group(visible=mine),
            self.w.title: chat.title if chat and mine else "",
            self.w.audiences: gr.CheckboxGroup(
                choices, value=sorted(chat.audiences) if chat else [], visible=bool(choices)
            ),
            self.w.address: _link(key, self.language),
            self.w.sure: gr.Button(visible=False),
        }


def _link(key: str, language: Language) -> str:
    """The address of a conversation, for whoever may read it."""
    words = escaped(say("shelf-address", language))
    return f'<a href="{address_of(key, language)}">{words}</a>'


def _label(chat: Chat, person: Person, zone: tzinfo, language: Language) -> str:
    """The title, when something was said last, and whether it is shared, by whomever."""
    at = chat.updated.astimezone(zone)
    when = say("moment-dated", language, day=day(at, language), time=f"{at:%H:%M}")
    shared = chat.audiences or chat.owner not in (person.id, SOMEBODY.id)
    return say("shelf-shared" if shared else "shelf-line", language, title=chat.title, when=when)


def _audiences(person: Person, language: Language) -> list[tuple[str, str]]:
    """The teams of a person, and everyone."""
    return [
        *((team, team) for team in sorted(person.teams)),
        (say("shelf-everyone", language), EVERYONE),
    ]
