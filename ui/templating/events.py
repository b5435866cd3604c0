"""What the events of the page of templates do: they ask the store, or change it, and say what came
of it. Whatever is refused becomes a sentence in a toast."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr

from knowledge.about import day
from knowledge.passage import KnowledgeError
from knowledge.templates.record import TONES, Template
from knowledge.templates.slots import pieces_of
from knowledge.templates.store import Templates
from knowledge.templates.tables import Listed
from tools.person import Person
from tools.phrases import Language, SayableError, say
from tools.replies.desk import Desk, intent_name
from tools.replies.owners import may_change, may_see
from ui.accounts.visit import person_of
from ui.edge import guarded, of_knowledge
from ui.opening import Opening
from ui.page import panels
from ui.personal import Finding, in_template, notice
from ui.templating.importing import importable, skipped
from ui.templating.noting import note
from ui.templating.query import Query, matching
from ui.templating.shown import Telling, field_name
from ui.templating.view import Updates, View
from ui.templating.widgets import Open, Widgets

SHOWN = 500
"""Templates in the list; who has more searches."""


class Events:
    """The events of one page; `guarded` gives each its calm end."""

    events = ("loaded", "listed", "chosen", "save", "retire", "restore", "forget", "take")

    def __init__(self, assistant: Opening, language: Language, widgets: Widgets) -> None:
        self._assistant = assistant
        self.language = language
        self.w = widgets
        self._view = View(language, widgets)
        self._looked: dict[tuple[str, int], bool] = {}
        guard = guarded(language)
        for name in self.events:
            setattr(self, name, guard(getattr(self, name)))

    def loaded(self, request: gr.Request) -> Updates:
        """The list, and what it can be searched by; only managers import."""
        person, w = person_of(request), self.w
        templates = [each.template for each in self._theirs(person)]
        audiences = {name for each in templates for name in each.audience}
        named = {name: self._telling().whose((name,)) for name in sorted(audiences)}
        intents = {each.intent: intent_name(each.intent, self.language) for each in templates}
        fields = {each.field: field_name(each.field, self.language) for each in templates}
        fields.pop("", None)
        return self._list(Query(), person) | {
            w.intent: self._choice(intents),
            w.field: self._choice(fields),
            w.audience: self._choice(named),
            w.house: gr.update(visible=person.at_least("manager")),
        }

    def listed(
        self,
        words: str,
        intent: str,
        language: str,
        field: str,
        audience: str,
        order: Any,
        retired: bool,
        request: gr.Request,
    ) -> Updates:
        """What fits the search."""
        query = Query(words, intent, language, field, audience, order, retired)
        return self._list(query, person_of(request))

    def chosen(self, event: gr.SelectData, request: gr.Request) -> Updates:
        """The template of a row."""
        return self._open(str(event.row_value[-1]), person_of(request)) | {self.w.report: ""}

    def save(
        self,
        opened: Open,
        stays: bool,
        title: str,
        wanted: str,
        warm: str,
        formal: str,
        brief: str,
        cues: str,
        checks: str,
        since: str,
        until: str,
        query: Query,
        request: gr.Request,
    ) -> Updates:
        """A new version, unless somebody else saved one meanwhile."""
        person = person_of(request)
        old = self._to_change(opened.id, person)
        if old.retired is not None:
            raise SayableError("templates-bring-back-first", title=old.template.title)
        form = say("knowing-form", self.language)
        said: dict[str, Any] = {
            "title": title.strip() or old.template.title,
            "intent": wanted.strip() or old.template.intent,
            "warm": warm.strip() or old.template.warm,
            "formal": formal.strip(),
            "brief": brief.strip(),
            "cues": tuple(_lines(cues)),
            "checks": tuple(_lines(checks)),
            "valid_from": day(since, form, say("knowing-column-since", self.language)),
            "valid_until": day(until, form, say("knowing-column-until", self.language)),
            "version": opened.version,
        }
        _check(said)
        new = Template.model_validate({**old.template.model_dump(), **said})
        found = [] if stays else in_template(new)
        if found:
            return self._ask(found)
        try:
            saved = self._templates().save(new, person.name or person.id)
        except KnowledgeError as error:
            return self._meanwhile(error, old.template.id, person)
        self._note("template-saved", saved, person)
        words = say("replying-saved", self.language, title=saved.title)
        return self._changed(saved.id, query, person, words)

    def retire(self, opened: Open, query: Query, request: gr.Request) -> Updates:
        """Nobody is offered it any more."""
        person = person_of(request)
        old = self._to_change(opened.id, person).template
        self._templates().retire(old.id, person.name or person.id)
        self._note("template-retired", old, person)
        words = say("templates-now-retired", self.language, title=old.title)
        return self._changed(old.id, query, person, words)

    def restore(self, opened: Open, query: Query, request: gr.Request) -> Updates:
        """It is offered again."""
        person = person_of(request)
        old = self._to_change(opened.id, person).template
        self._templates().restore(old.id)
        self._note("template-restored", old, person)
        words = say("templates-now-back", self.language, title=old.title)
        return self._changed(old.id, query, person, words)

    def forget(self, opened: Open, sure: bool, query: Query, request: gr.Request) -> Updates:
        """All that was saved of it is erased."""
        person = person_of(request)
        old = self._to_change(opened.id, person).template
        if not sure:
            raise SayableError("templates-be-sure")
        count = self._templates().forget(old.id)
        self._note("template-erased", old, person)
        words = say("templates-forgotten", self.language, count=count)
        return self._changed(old.id, query, person, words)

    def take(
        self, files: list[str] | None, stays: bool, query: Query, request: gr.Request
    ) -> Updates:
        """Templates of the house, from Markdown or a table; what cannot be read is listed."""
        person = person_of(request)
        if not person.at_least("manager"):
            raise SayableError("templates-not-allowed")
        if not files:
            raise SayableError("knowing-no-files")
        read = importable(map(Path, files), self._templates(), person, stays=stays)
        count = self._templates().add(read.templates, person.name or person.id)
        names = [Path(file).name for file in files]
        self._assistant.audit.write(person.id, "templates-imported", files=names, changed=count)
        words = self._view.said(say("templates-taken", self.language, count=count))
        return self._list(query, person) | {
            self.w.report: words
            + skipped(read.skipped, self.language)
            + notice(read.found, self.language),
            self.w.stays: self._view.stays(asked=bool(read.found)),
            self.w.files: gr.skip() if read.found else None,
        }

    @property
    def _desk(self) -> Desk:
        return self._assistant.desk

    def _templates(self) -> Templates:
        return self._desk.templates

    def _telling(self) -> Telling:
        return Telling(self.language, self._assistant.time_zone, date.today())

    def _theirs(self, person: Person) -> list[Listed]:
        return [each for each in self._templates().listed() if may_see(person, each.template)]

    def _one_of_theirs(self, id: str, person: Person) -> Listed:
        """
        Raises:
            KnowledgeError: `no-template`, also if it is somebody else's.
        """
        for each in self._theirs(person):
            if each.template.id == id:
                return each
        raise KnowledgeError("no-template", id=id)

    def _to_change(self, id: str, person: Person) -> Listed:
        """
        Raises:
            SayableError: they may see it, and not change it.
        """
        found = self._one_of_theirs(id, person)
        if not may_change(person, found.template):
            raise SayableError("replying-not-yours", title=found.template.title)
        return found

    def _list(self, query: Query, person: Person) -> Updates:
        uses, telling = self._desk.feedback.uses(), self._telling()
        found = matching(self._theirs(person), query, uses, self._names, self.language)
        first = found[:SHOWN]
        marked = {each.template.id for each in first if self._doubtful(each)}
        rows = [telling.row(each, uses, marked) for each in first]
        told = say("templates-more", self.language, shown=SHOWN, count=len(found))
        return {
            self.w.query: query,
            self.w.table: gr.update(value=rows),
            self.w.more: self._view.said(told) if len(found) > SHOWN else "",
        }

    def _names(self, template: Template) -> str:
        return intent_name(template.intent, self.language)

    def _doubtful(self, listed: Listed) -> bool:
        """Does any version hold what looks like a customer's? What came with Whyflow does not."""
        if not listed.latest.by:
            return False
        key = listed.template.id, listed.template.version
        if key not in self._looked:
            versions = self._templates().versions(listed.template.id)
            self._looked[key] = any(in_template(each.template) for each in versions)
        return self._looked[key]

    def _open(self, id: str, person: Person) -> Updates:
        listed = self._one_of_theirs(id, person)
        return self._view.opened(
            listed,
            self._templates().versions(id),
            self._desk.feedback.uses().get(id),
            self._telling(),
            may_change=may_change(person, listed.template),
        )

    def _meanwhile(self, error: KnowledgeError, id: str, person: Person) -> Updates:
        """Somebody else has saved a version: it is shown, what was written stays, and the next save
        comes after it."""
        now = self._open(id, person)
        told = panels.notice(of_knowledge(error).say(self.language))
        shown = {widget: now[widget] for widget in (self.w.open, self.w.preview)}
        return shown | {self.w.report: told}

    def _changed(self, id: str, query: Query, person: Person, words: str) -> Updates:
        """The list and the template as they are now; nothing if it is gone."""
        try:
            now = self._open(id, person)
        except KnowledgeError:
            now = self._view.nothing()
        return self._list(query, person) | now | {self.w.report: self._view.said(words)}

    def _ask(self, found: Sequence[Finding]) -> Updates:
        """What was found may not be meant to be kept."""
        told = notice(found, self.language)
        return {self.w.report: told, self.w.stays: self._view.stays(asked=True)}

    def _choice(self, named: dict[str, str]) -> Any:
        every = (say("templates-any", self.language), "")
        choices = sorted((name, key) for key, name in named.items())
        return gr.update(choices=[every, *choices], value="")

    def _note(self, event: Any, template: Template, person: Person) -> None:
        note(self._assistant.audit, person, event, template, template.intent)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _check(said: Mapping[str, Any]) -> None:
    """
    Raises:
        KnowledgeError: a malformed slot, with its place; `ends-early`.
    """
    for tone in TONES:
        pieces_of(said[tone], said["title"])
    begins, ends = said["valid_from"], said["valid_until"]
    if begins and ends and ends < begins:
        raise KnowledgeError("ends-early", file=said["title"], begins=begins, ends=ends)
