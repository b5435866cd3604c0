"""What was said and changed in another window on the same conversation, shown in this one."""

import gradio as gr

from tools.phrases import say
from ui.page import panels
from ui.page.board import Updates, html
from ui.page.chart.sheet import View
from ui.page.edits import Shown
from ui.page.room import Room, Window
from ui.page.sessions import Spare


class Elsewhere(Room):
    """The events of a window that looks what others did."""

    events = ("catch_up",)

    def catch_up(
        self, session: object, spare: Spare, view: View, shown: Shown | None, request: gr.Request
    ) -> Updates:
        """All that is not as it is shown here. An answer that is still being written is shown once
        it is there."""
        key, person = self.enter(session, spare, request, change=False)
        snapshot = self.assistant.snapshot(key)
        seen = shown.mark if shown else ""
        if snapshot.mark == seen:
            return {self.w.session: key}
        updates = self.board(snapshot, Window(view, shown), person, mine=self.mine(key, person))
        if shown and self.w.tasks in updates:
            words = say("page-caught-up", self.language)
            updates[self.w.notice] = html(panels.news(words))
        talk = {self.w.chat: self.talk(snapshot, person), **self.offers(snapshot)}
        if self.assistant.running(key):  # by now, perhaps asked in this very window
            return {self.w.session: key}
        return {self.w.session: key, **talk, **updates}
