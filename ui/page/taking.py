"""Downloads: what is chosen is made here and handed to the browser, which saves it."""

import json
from base64 import b64encode
from dataclasses import replace

import gradio as gr

from tools.phrases import SayableError, say
from ui.cited import for_reader
from ui.page import panels
from ui.page.board import Updates, html
from ui.page.export import exported
from ui.page.room import Room
from ui.page.sessions import Spare


class Taking(Room):
    """The events of downloads."""

    events = ("take_away",)

    def take_away(self, session: object, spare: Spare, kind: str, request: gr.Request) -> Updates:
        """A file was chosen. The chart is drawn by the browser, all else comes from here."""
        key, person = self.enter(session, spare, request, change=False)
        chat = self.assistant.chats.find(key, person)
        title = chat.title if chat else say("export-whyflow", self.language)
        calm = {self.w.taking: "", self.w.notice: html("")}
        if not kind:
            return {self.w.taking: ""}
        snapshot = self.assistant.snapshot(key)
        try:
            if kind == "png":
                if not (snapshot.schedule and snapshot.schedule.planned):
                    raise SayableError("export-nothing")
                return {**calm, self.w.taken: json.dumps({"png": title})}
            cited = for_reader(snapshot.passages, person.audiences, self.language)
            file = exported(kind, replace(snapshot, passages=cited), title, self.language)
        except SayableError as error:
            words = panels.notice(error.say(self.language))
            return {self.w.taking: "", self.w.notice: html(words)}
        data = {"name": file.name, "type": file.type, "data": b64encode(file.data).decode()}
        return {**calm, self.w.taken: json.dumps(data)}
