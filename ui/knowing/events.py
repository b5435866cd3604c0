"""What the events of the knowledge page do: they ask the library, or change it, and say what came
of it. They know no widgets but by the values that go in and out."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr

from knowledge.about import about, day
from knowledge.adding import Progress
from knowledge.held import Held
from knowledge.index import Report
from knowledge.library import Library
from knowledge.owning import Bringer
from knowledge.passage import EVERYONE, KnowledgeError
from knowledge.uploads import index_uploads
from tools.person import Person
from tools.phrases import Language, SayableError, say
from ui.accounts.visit import person_of
from ui.edge import guarded
from ui.knowing import shown
from ui.markup import html
from ui.opening import Opening
from ui.page import panels
from ui.personal import Doubts, notice

PROGRESS = gr.Progress()
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

    def _theirs(self, person: Person, source: str | None = None) -> list[Held]:
        """The versions that this person looks after, of one document or of all."""
        return [each for each in self._library.held(source) if person.manages(each.audience)]

    def _one_of_theirs(self, source: str, person: Person) -> list[str]:
        """The document, as the library changes it.

        Raises:
            KnowledgeError: `no-source`, also if it is another team's.
        """
        if not self._theirs(person, source):
            raise KnowledgeError("no-source", source=source)
        return [source]

    def _listed(self, request: gr.Request) -> list[list[str]]:
        return self._rows(person_of(request))

    def _rows(self, person: Person) -> list[list[str]]:
        return shown.rows(self._theirs(person), date.today(), self._language)

    def _chosen(self, event: gr.SelectData, request: gr.Request) -> tuple[Any, ...]:
        return *self._preview(str(event.row_value[-1]), person_of(request)), ""

    def _preview(self, source: str, person: Person) -> tuple[Any, ...]:
        """The document behind a row, and what may be done with it."""
        held = self._theirs(person, source)
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
        stays: bool,
        request: gr.Request,
        progress: gr.Progress = PROGRESS,
    ) -> tuple[Any, ...]:
        person, doubts = person_of(request), Doubts(stays=stays)
        if not files:
            words = say("knowing-no-files", self._language)
            return panels.notice(words), None, self._rows(person), gr.skip()
        given = {"audience": audience, "owner": owner or person.name, "kind": kind}
        try:
            given |= {"valid_from": self._day(since, "column-since"), "version": version}
            given |= {"valid_until": self._day(until, "column-until")}
            said = about(given, say("knowing-form", self._language))
            by = _bringer(person)
            if team := by.strange(said.get("audience", ())):
                words = say("knowing-team-add", self._language, team=team)
                return panels.notice(words), gr.skip(), self._rows(person), gr.skip()
            paths, told = list(map(Path, files)), self._telling(progress)
            report = index_uploads(self._library, paths, told, said, by, doubts)
        except KnowledgeError as error:
            return panels.notice(self._why(error)), gr.skip(), self._rows(person), gr.skip()
        self._note_added(person, files, said.get("audience", ()), report)
        told = shown.report(report, self._language) + notice(doubts.found, self._language)
        asked = gr.update(value=False, visible=bool(doubts.found))
        return told, gr.skip() if doubts.found else None, self._rows(person), asked

    def _telling(self, progress: gr.Progress) -> Progress:
        """Shows on the page how far the indexing is."""
        progress(0, desc=say("knowing-reading", self._language))

        def told(done: int, total: int) -> None:
            percent = 100 * done // total if total else 100
            values = {"done": done, "total": total, "percent": percent}
            progress(percent / 100, desc=say("index-progress", self._language, **values))

        return told

    def _note_added(
        self, person: Person, files: Sequence[str], audience: Sequence[str], report: Report
    ) -> None:
        told = report.model_dump(include={"added", "unchanged", "removed"})
        told |= {"files": [Path(file).name for file in files], "audience": audience}
        self._assistant.audit.write(
            person.id, "documents-added", skipped=len(report.skipped), **told
        )

    def _retired(self, source: str, request: gr.Request) -> tuple[Any, ...]:
        person = person_of(request)
        count = self._library.retire(self._one_of_theirs(source, person))
        self._assistant.audit.write(person.id, "document-retired", source, passages=count)
        words = say("knowing-retired", self._language, count=count)
        said = f'<p role="status">{html(words)}</p>'
        return said, self._rows(person), *self._preview(source, person)

    def _forgotten(self, source: str, sure: bool, request: gr.Request) -> tuple[Any, ...]:
        person = person_of(request)
        if not sure:
            notice = panels.notice(say("knowing-be-sure", self._language))
            return notice, gr.skip(), *[gr.skip()] * 4, gr.skip()
        count = self._library.forget(self._one_of_theirs(source, person))
        self._assistant.audit.write(person.id, "document-erased", source, passages=count)
        words = say("knowing-forgotten", self._language, count=count)
        said = f'<p role="status">{html(words)}</p>'
        return said, self._rows(person), *self._preview("", person), False

    def _tested(self, question: str, on: str, teams: str, request: gr.Request) -> tuple[Any, ...]:
        try:
            when = self._day(on, "on")
        except KnowledgeError as error:
            return panels.notice(self._why(error)), gr.update(visible=False)
        named = about({"audience": teams}, "").get("audience", ())
        person, seen = person_of(request), frozenset(named) | {EVERYONE}
        strange = sorted(seen - person.audiences)
        if strange and not person.at_least("admin"):
            words = say("knowing-team", self._language, team=strange[0])
            return panels.notice(words), gr.update(visible=False)
        audiences = seen if teams else person.audiences
        looked = self._library.look(question, self._language, audiences=audiences, on=when)
        passages = self._library.passages([each.number for each in looked.candidates[:FOUND]])
        rows = shown.found(looked, passages, FOUND, self._language)
        return shown.verdict(looked, self._language), gr.update(value=rows, visible=bool(rows))

    def _day(self, written: str, field: str) -> date | None:
        """
        Raises:
            KnowledgeError: `bad-date`, with what the page calls the field.
        """
        form, name = (say(f"knowing-{key}", self._language) for key in ("form", field))
        return day(written, form, name)

    def _why(self, error: KnowledgeError) -> str:
        return SayableError(f"knowledge-{error.reason}", **error.values).say(self._language)


def _bringer(person: Person) -> Bringer:
    names = person.teams | {person.name}
    return Bringer(person.id, names, person.audiences, person.at_least("admin"))
