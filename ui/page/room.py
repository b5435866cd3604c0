"""What the events of the page share: who acts in which conversation, and what is shown of it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Any

import gradio as gr
from gradio.components.chatbot import Message

from agent.steps import Snapshot
from knowledge.passage import RULES, KnowledgeError, Passage
from tools.person import SOMEBODY, Person
from tools.phrases import Language, say
from tools.record import PlanError
from tools.replies.work import with_steps
from ui.accounts.visit import person_of
from ui.cited import for_reader
from ui.edge import guarded
from ui.hiding import UNSEEN, seen
from ui.opening import Opening
from ui.page import panels
from ui.page.board import Updates, board, html, written
from ui.page.chart.sheet import View
from ui.page.edits import Sheets, Shown
from ui.page.marks import newest_only
from ui.page.sessions import Spare, key_of
from ui.page.stream import Bubble, citing, history, offering
from ui.page.suggest import of_documents, suggested
from ui.page.widgets import Widgets

SAMPLES = ("page-sample-plan", "page-sample-search", "page-sample-reply")
"""What can be clicked before there is a plan."""


@dataclass(frozen=True)
class Window:
    """One of those in which a conversation is open."""

    view: View
    """What the rows of its chart are."""
    shown: Shown | None = None
    """What its tables show; None: they are to be written in any case."""


class Room:
    """The base of a group of events; methods named in `events` are what Gradio calls."""

    events: tuple[str, ...] = ()

    def __init__(self, assistant: Opening, language: Language, widgets: Widgets) -> None:
        self.assistant = assistant
        self.language = language
        self.w = widgets
        guard = guarded(language)
        for name in self.events:
            setattr(self, name, guard(getattr(self, name)))

    def enter(
        self, session: object, spare: Spare, request: Any, *, change: bool = True
    ) -> tuple[str, Person]:
        """The conversation of this visit and who acts in it. Every event comes through here.

        Args:
            change: whether something is to be said or planned in it.

        Raises:
            ChatError: it is somebody else's.
        """
        key, person = key_of(session, spare), person_of(request)
        self.assistant.chats.permit(key, person, change=change)
        return key, person

    def talk(self, snapshot: Snapshot, person: Person) -> Any:
        """The conversation, and what could be asked next."""
        if not snapshot.messages:
            return gr.Chatbot([], **self._welcome(snapshot))
        steps = of_documents(snapshot) and self._steps_for(snapshot, person)
        return offering(self.said(snapshot), suggested(snapshot, self.language, steps=steps))

    def busy(self) -> Updates:
        """An answer is being looked for."""
        return {
            self.w.halt: gr.Button(visible=True),
            self.w.again: gr.Button(visible=UNSEEN),
            self.w.mend: gr.Button(visible=UNSEEN),
        }

    def streamed(
        self, before: Sequence[Bubble], parts: Iterable[Sequence[Bubble]]
    ) -> Iterator[Updates]:
        """The conversation while an answer comes.

        Args:
            before: what was said until then. It is looked through once: Gradio does so for every
                word of the answer, but for what it has made itself.
            parts: what there is of the answer, after each of its steps.
        """
        old = [Message(**bubble) for bubble in before]
        for bubbles in parts:  # of two updates that come at once the browser may see the last only
            yield {self.w.chat: [*old, *bubbles], **self.busy()}

    def idle(self, snapshot: Snapshot) -> Updates:
        """None is."""
        return {self.w.halt: gr.Button(visible=UNSEEN), **self.offers(snapshot)}

    def offers(self, snapshot: Snapshot) -> Updates:
        """What can be done about the last message."""
        said = seen(snapshot.messages)
        return {self.w.again: gr.Button(visible=said), self.w.mend: gr.Button(visible=said)}

    def _steps_for(self, snapshot: Snapshot, person: Person) -> bool:
        """Whether “the tasks for this case” are found, as `replies/casework.py` looks for them."""
        read = partial(self.assistant.passage_text, audiences=person.audiences)
        known = [each for each in snapshot.passages if each.kind in RULES and each.current]
        with suppress(KnowledgeError):  # a document was taken out of the library since
            return with_steps(chain(known, self._for_draft(snapshot, person)), read) is not None
        return False

    def _for_draft(self, snapshot: Snapshot, person: Person) -> Iterator[Passage]:
        if snapshot.draft and self.assistant.ready:
            find = self.assistant.now(self.language).find
            yield from find(snapshot.draft.title, self.language, person, kinds=RULES)

    def said(self, snapshot: Snapshot) -> list[Bubble]:
        """What was said so far; marks of sources lead to them."""
        messages = newest_only(snapshot.messages, snapshot.passages)
        return citing(history(messages, self.language), len(snapshot.passages))

    def samples(self, snapshot: Snapshot) -> Updates:
        """Before anything was said: questions to click, about the plan if there is one."""
        if snapshot.messages:
            return {}
        return {self.w.chat: gr.Chatbot(**self._welcome(snapshot))}

    def _welcome(self, snapshot: Snapshot) -> dict[str, Any]:
        words = panels.welcome(self.language, planned=snapshot.schedule is not None)
        return {"placeholder": words, "examples": self._examples(snapshot)}

    def _examples(self, snapshot: Snapshot) -> list[dict[str, str]]:
        offered = suggested(snapshot, self.language)
        asked = offered or [say(key, self.language) for key in SAMPLES]
        return [{"text": each} for each in asked]

    def mine(self, key: str, person: Person) -> bool:
        """Whether `person` may go on with a conversation that may be read."""
        chat = self.assistant.chats.find(key, person)
        return chat is None or chat.owner in (person.id, SOMEBODY.id)

    def board(
        self, snapshot: Snapshot, window: Window, person: Person, *, mine: bool = True
    ) -> Updates:
        """The plan, its tables and its sources. Tables that show the plan already are not written
        anew: somebody may be typing in a cell just now.

        Args:
            mine: whether the tables can be edited.
        """
        whole = partial(self.assistant.passage_text, audiences=person.audiences)
        cited = for_reader(snapshot.passages, person.audiences, self.language)
        plan, shown = Sheets.of(snapshot.problem, self.language), window.shown
        updates = {
            **board(self.w, snapshot, window.view, self.language),
            self.w.passages: panels.citations(cited, whole),
        }
        if shown is not None and shown.plan == plan:
            return {**updates, self.w.shown: replace(shown, mark=snapshot.mark)}
        tables = written(self.w, plan, self.language, mine)
        return {**updates, **tables, self.w.shown: Shown(plan, plan, snapshot.mark)}

    def refuse(self, error: PlanError) -> Updates:
        return {self.w.notice: html(panels.notice(error.say(self.language)))}
