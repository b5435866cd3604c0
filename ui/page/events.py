"""What happens in the conversation on the page. Turns of the language model stream; a page that
comes later, such as one that was loaded anew, goes on where the turn is.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from threading import BoundedSemaphore
from typing import Any

import gradio as gr

from agent.steps import Snapshot, Step
from tools.person import Person
from tools.phrases import say
from ui.edge import safely
from ui.hiding import UNSEEN
from ui.page import panels
from ui.page.board import Updates, html
from ui.page.chart.sheet import View
from ui.page.edits import Shown
from ui.page.room import Room, Window
from ui.page.sessions import CHAT, Spare, valid
from ui.page.stream import spoken, stream

TURNS = 200
"""Answers that are shown at once: each holds a thread, and most of them only wait for the language
model, whose own queue is fair and shows the place in it."""


class Events(Room):
    """The events of the conversation."""

    places = TURNS
    events = (
        "arrive",
        "follow",
        "poll",
        "ask",
        "sample",
        "suggestion",
        "again",
        "mend",
        "leave",
        "renew",
        "stop",
    )

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self._free = BoundedSemaphore(self.places)

    def arrive(self, session: object, spare: Spare, view: View, request: gr.Request) -> Updates:
        """The page was opened. A browser that was never here gets a key, and nothing else: its
        user may be typing already. A link to a conversation opens that one."""
        linked = request.query_params.get(CHAT)
        session = linked if valid(linked) else session
        if not valid(session):
            return {self.w.session: spare.key}
        key, person = self.enter(session, spare, request, change=False)
        snapshot = self.assistant.snapshot(key)
        self._adopt(key, person, snapshot)
        return self.opened(key, person, snapshot, view)

    def opened(self, key: str, person: Person, snapshot: Snapshot, view: View) -> Updates:
        """All of a conversation, as the page shows it when it is opened; to be read only if it is
        somebody else's."""
        return {
            self.w.session: key,
            self.w.chat: self.talk(snapshot, person),
            self.w.hint: html(self._foreign(key, person)),
            **self.idle(snapshot),
            **self.board(snapshot, Window(view), person, mine=self.mine(key, person)),
        }

    def _foreign(self, key: str, person: Person) -> str:
        """Whose conversation it is, if it is somebody else's."""
        chat = self.assistant.chats.find(key, person)
        if chat is None or self.mine(key, person):
            return ""
        return panels.reading(chat.title, chat.owner_name, self.language)

    def _adopt(self, key: str, person: Person, snapshot: Snapshot) -> None:
        """A conversation from before there was a list of them gets its place in it."""
        if snapshot.messages and self.assistant.chats.find(key, person) is None:
            texts = [message.text for message in snapshot.messages]
            self.assistant.chats.note(key, person, texts[0], texts)

    def follow(
        self, session: object, spare: Spare, view: View, shown: Shown | None, request: gr.Request
    ) -> Iterator[Updates]:
        """After the page was opened: a turn that is still running goes on here."""
        key, person = self.enter(session, spare, request, change=False)
        turn = self.assistant.running(key)
        if turn is None:
            yield {self.w.mending: False}
            return
        old = self.assistant.snapshot(key)
        before = [*self.said(old), spoken(turn.text)]
        window = Window(view, shown)
        yield from self._placed(self._stream(key, person, window, turn.steps(), before, old))

    def poll(self) -> Updates:
        """Are the models loaded? Asked at once, and every two seconds until it is known."""
        trouble = self.assistant.trouble(self.language)
        waiting = not self.assistant.ready and not trouble
        words = panels.notice(trouble) or panels.loading(self.language, not waiting)
        return {self.w.banner: html(words), self.w.timer: gr.Timer(active=waiting)}

    def ask(
        self,
        session: object,
        spare: Spare,
        view: View,
        shown: Shown | None,
        text: str,
        mending: bool,
        request: gr.Request,
    ) -> Iterator[Updates]:
        """A message was sent: the turn, as it happens, then the plan as it is now.

        Args:
            mending: it replaces the last one.
        """
        text = text.strip()
        if problem := self.assistant.refusal(text, self.language):
            yield {self.w.hint: html(panels.notice(problem))}
            return
        key, person = self.enter(session, spare, request)
        yield from self._placed(self._asked(key, person, Window(view, shown), text, mending))

    def _placed(self, turn: Iterator[Updates]) -> Iterator[Updates]:
        """`turn`, which has not begun, if one of the places is free; else a sentence that says so,
        and what was typed stays in the box."""
        if not self._free.acquire(blocking=False):
            yield {self.w.hint: html(panels.notice(say("page-full", self.language)))}
            return
        try:
            yield from turn
        finally:
            self._free.release()

    def _asked(
        self, key: str, person: Person, window: Window, text: str, mending: bool
    ) -> Iterator[Updates]:
        if mending:
            self.assistant.take_back(key, person)
        yield from self._turn(key, person, window, text)

    def _turn(self, key: str, person: Person, window: Window, text: str) -> Iterator[Updates]:
        old = self.assistant.snapshot(key)
        steps = safely(self.assistant.turn(key, text, self.language, person), self.language)
        begun = next(steps)  # from here on the turn runs to its end, also if the page is closed
        before = [*self.said(old), spoken(text)]
        yield {self.w.session: key, self.w.box: "", **self._mended(), self.w.chat: before}
        yield from self._stream(key, person, window, chain([begun], steps), before, old)

    def _stream(
        self,
        key: str,
        person: Person,
        window: Window,
        steps: Iterable[Step],
        before: list[Any],
        old: Snapshot,
    ) -> Iterator[Updates]:
        shown = before
        for updates in self.streamed(before, stream(steps, self.language)):
            shown = updates[self.w.chat]
            yield updates
        now = self.assistant.snapshot(key)
        kept = now.messages != old.messages  # a refusal is not
        updates = self.board(now, window, person, mine=self.mine(key, person))
        yield {self.w.chat: self.talk(now, person) if kept else shown, **self.idle(now), **updates}

    def sample(
        self,
        session: object,
        spare: Spare,
        view: View,
        shown: Shown | None,
        chosen: gr.SelectData,
        request: gr.Request,
    ) -> Iterator[Updates]:
        """A sample question was clicked."""
        yield from self.ask(session, spare, view, shown, chosen.value["text"], False, request)

    def suggestion(
        self,
        session: object,
        spare: Spare,
        view: View,
        shown: Shown | None,
        chosen: gr.SelectData,
        request: gr.Request,
    ) -> Iterator[Updates]:
        """A question that was offered after an answer was clicked."""
        yield from self.ask(session, spare, view, shown, str(chosen.value), False, request)

    def again(
        self, session: object, spare: Spare, view: View, shown: Shown | None, request: gr.Request
    ) -> Iterator[Updates]:
        """The last message is answered once more, as if it had not been."""
        key, person = self.enter(session, spare, request)
        yield from self._placed(self._repeated(key, person, Window(view, shown)))

    def _repeated(self, key: str, person: Person, window: Window) -> Iterator[Updates]:
        text = self.assistant.take_back(key, person)
        if not text:
            yield {self.w.session: key}
            return
        yield from self._turn(key, person, window, text)

    def mend(self, session: object, spare: Spare, request: gr.Request) -> Updates:
        """The last message comes back into the box; nothing is taken back until it is sent."""
        key, _ = self.enter(session, spare, request)
        said = [m.text for m in self.assistant.snapshot(key).messages if m.role == "user"]
        if not said:
            return {self.w.session: key}
        return {
            self.w.box: said[-1],
            self.w.mending: True,
            self.w.hint: html(panels.mending(self.language)),
            self.w.leave: gr.Button(visible=True),
        }

    def leave(self) -> Updates:
        """The last message stays as it was."""
        return {self.w.box: "", **self._mended()}

    def renew(self, mending: bool, request: gr.Request) -> Updates:
        """A new conversation; the old one stays in the list, and what is being typed in the box."""
        key, person = self.enter(None, Spare(), request)
        left = self.leave() if mending else self._mended()
        return {**left, **self.opened(key, person, Snapshot(), "task")}

    def stop(self, session: object, spare: Spare, request: gr.Request) -> None:
        """What there is so far is good enough."""
        key, _ = self.enter(session, spare, request)
        self.assistant.stop(key)

    def _mended(self) -> Updates:
        """The box is for a new message."""
        return {
            self.w.mending: False,
            self.w.hint: html(""),
            self.w.leave: gr.Button(visible=UNSEEN),
        }
