"""What happens when somebody points at the chart: questions are offered, and answered without the
language model."""

from collections.abc import Iterator
from functools import partial

import gradio as gr

from agent.steps import Snapshot
from tools.plan import Problem, Schedule
from tools.pointing import Pointed, asks, meant, tell_question
from tools.record import PlanError
from ui.looking import watched
from ui.page import pointing
from ui.page.board import Updates
from ui.page.chart.sheet import View
from ui.page.edits import Shown
from ui.page.room import Room, Window
from ui.page.sessions import Spare
from ui.page.stream import found, spoken, stream


class Inquiry(Room):
    """The events of the chart."""

    events = ("inquire",)

    def inquire(
        self,
        session: object,
        spare: Spare,
        view: View,
        shown: Shown | None,
        pointed: str,
        request: gr.Request,
    ) -> Iterator[Updates]:
        """A bar of the chart was clicked, one of the questions about it chosen, or it was dragged
        onto another: answered without the language model."""
        key, person = self.enter(session, spare, request)
        sent = pointing.read(pointed)
        if sent is None:
            yield {self.w.session: key}
            return
        before = self.assistant.snapshot(key)
        old = self.said(before)
        try:
            if not sent.chosen:
                yield {self.w.session: key, self.w.asks: self._offered(before, sent)}
                return
            asked = self._worded(before, sent.pointed)
            work = partial(self.assistant.inquire, key, sent.pointed, self.language, by=person)
            parts = stream(found(watched(work)), self.language)
            yield from self.streamed([*old, spoken(asked)], parts)
        except PlanError as error:
            yield {self.w.chat: old, **self.idle(before), **self.refuse(error)}
            return
        now = self.assistant.snapshot(key)
        self.assistant.chats.note(key, person, asked, [asked, now.messages[-1].text])
        updates = self.board(now, Window(view, shown), person)
        yield {
            self.w.session: key,
            self.w.chat: self.talk(now, person),
            **self.idle(now),
            **updates,
        }

    def _offered(self, snapshot: Snapshot, sent: pointing.Sent) -> str:
        """The questions about what was clicked.

        Raises:
            PlanError: there is no plan, or no such task in it.
        """
        problem, schedule = planned(snapshot)
        words = {
            ask: tell_question(problem, schedule, each, self.language)
            for ask, each in asks(problem, schedule, sent.pointed.task).items()
        }
        return pointing.menu(sent.pointed.task, words, sent.number, self.language)

    def _worded(self, snapshot: Snapshot, pointed: Pointed) -> str:
        """What was asked, in words.

        Raises:
            PlanError: there is no plan, no such task in it, or the question makes no sense for it.
        """
        problem, schedule = planned(snapshot)
        return tell_question(problem, schedule, meant(problem, schedule, pointed), self.language)


def planned(snapshot: Snapshot) -> tuple[Problem, Schedule]:
    """The plan that can be asked about.

    Raises:
        PlanError: there is none.
    """
    if snapshot.problem is None or snapshot.schedule is None:
        raise PlanError("no-plan-yet")
    return snapshot.problem, snapshot.schedule
