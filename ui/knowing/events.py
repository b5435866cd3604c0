"""What the events of the knowledge page do: they ask the library, or change it, and say what came
of it. They know no widgets but by the values that go in and out."""

from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr

from knowledge.about import about
from knowledge.index import index_uploads
from knowledge.library import Library
from knowledge.passage import EVERYONE, KnowledgeError
from tools.phrases import Language, SayableError, say
from ui.accounts.visit import person_of
from ui.edge import guarded
from ui.knowing import shown
from ui.markup import html
from ui.opening import Opening

FOUND = 10
"""Passages in the test box."""


class Events:
    """The events of one page; `guarded` gives each its calm end."""

    def __init__(self, assistant: Opening, language: Language) -> None:
        self._assistant = assistant
        self._language = language
        for name in ("listed", "chosen", "added", "retired", "forgotten", "tested"):
            setattr(self, name, guarded(language)(getattr(self, f"_{name}")))

    listed: Any
    chosen: Any
    added: Any
    retired: Any
    forgotten: Any
    tested: Any

    @property
    def _library(self) -> Library:
        return self._assistant.library

    def _listed(self) -> list[list[str]]:
        return shown.rows(self._library.held(), date.today(), self._language)

    def _chosen(self, event: gr.SelectData) -> tuple[Any, ...]:
        return self._preview(str(event.row_value[-1]))

    def _preview(self, source: str) -> tuple[Any, ...]:
        """The document behind a row, and what may be done with it."""
        held = self._library.held(source) if source else []
        if not held:
            empty = f"<p>{html(say('knowing-choose', self._language))}</p>"
            return "", empty, gr.update(interactive=False), gr.update(interactive=False)
        texts = {each.number: self._library.text(each.number) for each in held}
        seen = shown.versions(held, texts, date.today(), self._language)
        return source, seen, gr.update(interactive=True), gr.update(interactive=True)

    def _added(
        self,
        files: list[str] | None,
        audience: str,
        owner: str,
        kind: str,
        version: str,
        since: str,
        until: str,
        request: gr.Request,
    ) -> tuple[Any, ...]:
        if not files:
            return self._notice(say("knowing-no-files", self._language)), None, self._listed()
        given = {"audience": audience, "owner": owner or person_of(request).name, "kind": kind}
        given |= {"version": version, "valid_from": since, "valid_until": until}
        try:
            said = about(given, say("knowing-form", self._language))
            report = index_uploads(self._library, list(map(Path, files)), said=said)
        except KnowledgeError as error:
            return self._notice(self._why(error)), gr.skip(), self._listed()
        return shown.report(report, self._language), None, self._listed()

    def _retired(self, source: str) -> tuple[Any, ...]:
        count = self._library.retire([source]) if source else 0
        words = say("knowing-retired", self._language, count=count)
        return f'<p role="status">{html(words)}</p>', self._listed(), *self._preview(source)

    def _forgotten(self, source: str, sure: bool) -> tuple[Any, ...]:
        if not sure:
            notice = self._notice(say("knowing-be-sure", self._language))
            return notice, gr.skip(), *[gr.skip()] * 4, gr.skip()
        count = self._library.forget([source]) if source else 0
        words = say("knowing-forgotten", self._language, count=count)
        said = f'<p role="status">{html(words)}</p>'
        return said, self._listed(), *self._preview(""), False

    def _tested(self, question: str, on: str, teams: str, request: gr.Request) -> tuple[Any, ...]:
        try:
            form = say("knowing-form", self._language)
            fields = about({"valid_from": on, "audience": teams}, form)
        except KnowledgeError as error:
            return self._notice(self._why(error)), gr.update(visible=False)
        seen = frozenset(fields.get("audience", ())) | {EVERYONE}
        audiences = seen if teams else person_of(request).audiences
        looked = self._library.look(
            question, self._language, audiences=audiences, on=fields.get("valid_from")
        )
        passages = self._library.passages([each.number for each in looked.candidates[:FOUND]])
        rows = shown.found(looked, passages, FOUND, self._language)
        return shown.verdict(looked, self._language), gr.update(value=rows, visible=bool(rows))

    def _notice(self, words: str) -> str:
        return f'<p class="notice" role="alert">{html(words)}</p>'

    def _why(self, error: KnowledgeError) -> str:
        return SayableError(f"knowledge-{error.reason}", **error.values).say(self._language)
