"""What becomes of templates on the page: a reply is kept as one once somebody has looked at its
blanks, a template gets other words. Each event is a click."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import gradio as gr

from knowledge.language import language_of
from knowledge.passage import Passage
from knowledge.templates.record import EVERYONE, Template
from knowledge.templates.slots import pieces_of
from knowledge.templates.store import Templates
from tools.person import Person
from tools.personal.finding import find
from tools.phrases import Language, SayableError, say
from tools.replies.blanking import CUSTOMER, Origin, blanked, cue_of
from tools.replies.drafting import Filled, draft_of
from tools.replies.making import near_duplicates, title_for, title_of
from tools.replies.owners import audience_of, may_change, readers
from tools.replies.quoting import begun_with, quoted_in
from tools.telling.values import listing
from ui.accounts.visit import person_of
from ui.edge import guarded
from ui.markup import html, plain
from ui.opening import Opening
from ui.personal import Finding, in_template, notice
from ui.replying.view import Updates, View
from ui.replying.widgets import Open, Widgets, open_draft
from ui.templating.noting import note

SLOTS = {
    "EMAIL": "email_address",
    "ID": "id_number",
    "CARD": "card_number",
    "ACCOUNT": "account_number",
    "PHONE": "phone_number",
    "NAME": CUSTOMER,
}
"""Kind of personal data -> what its blank is called."""


class Keeping:
    """The events of one page."""

    events = ("keep", "save", "change")

    def __init__(self, assistant: Opening, language: Language, widgets: Widgets) -> None:
        self._assistant = assistant
        self.language = language
        self.w = widgets
        self._view = View(language, widgets)
        guard = guarded(language)
        for name in self.events:
            setattr(self, name, guard(getattr(self, name)))

    def keep(self, state: Open, text: str, request: gr.Request) -> Updates:
        """The first of two clicks to a template: what would be kept, without anything of this
        customer, what is like it, and who could use it."""
        said, person = _written(state, text), person_of(request)
        origin = _origin(state, said)
        blank, cue = blanked(said, origin), cue_of(origin)
        return {
            self.w.keeping: gr.Column(visible=True),
            self.w.title: title_for(cue) or title_of(blank),
            self.w.intent: _wish(state),
            self.w.blank: blank,
            self.w.cue: cue,
            self.w.whose: self._whose(audience_of(person, _from(state, said)), person),
            self.w.frozen: self._frozen(state, said),
            self.w.near: self._near(blank, person),
            **self._settled(),
        }

    def save(
        self,
        state: Open,
        title: str,
        intent: str,
        blank: str,
        cue: str,
        stays: bool,
        request: gr.Request,
    ) -> Updates:
        """The second click: what was shown is kept, as it was changed by then."""
        person, templates = person_of(request), self._templates()
        blank, title = blank.strip(), title.strip() or title_for(cue) or title_of(blank)
        if not blank:
            raise SayableError("replying-write")
        pieces_of(blank, title)  # a malformed slot is said with its place
        name = re.sub(r"\W+", "-", title.lower()).strip("-")[:60] or "reply"
        made = Template(
            id=templates.unused(name),
            title=title,
            intent=intent.strip() or name,
            language=language_of(blank),
            warm=blank,
            cues=(cue.strip(),) if cue.strip() else (),
            audience=audience_of(person, _from(state, blank)),
            valid_until=_ends(_quoted(state, blank)),
            version=0,
        )
        found = [] if stays else in_template(made)
        if found:
            return self._ask(found)
        if not any(_twins(each, made) for each in templates.usable(readers(person))):
            saved = templates.save(made, person.name or person.id)
            # An intent that nobody named is made of the title: perhaps of a customer's words.
            self._note(saved, saved.intent if intent.strip() else "", person)
        gr.Info(html(say("replying-saved", self.language, title=title)))
        return {self.w.keeping: gr.Column(visible=False), **self._settled()}

    def change(self, state: Open, wording: str, stays: bool, request: gr.Request) -> Updates:
        """The template itself gets another wording, unless somebody else changed it meanwhile, or
        it is the house's and this is not a manager."""
        draft, person = open_draft(state), person_of(request)
        old = self._templates().get(draft.template, readers(person))
        if not may_change(person, old):
            raise SayableError("replying-not-yours", title=old.title)
        pieces_of(wording, old.title)  # a malformed slot is said with its place
        tone = draft.tone if getattr(old, draft.tone) else "warm"
        new = old.model_validate({**old.model_dump(), tone: wording, "version": draft.version})
        found = [] if stays else in_template(new)
        if found:
            return self._ask(found)
        saved = self._templates().save(new, person.name or person.id)
        self._note(saved, saved.intent, person)
        gr.Info(html(say("replying-saved", self.language, title=saved.title)))
        changed = draft_of(saved, draft.tone, draft.filled)
        return self._view.show(state.with_draft(changed)) | self._settled()

    def _note(self, saved: Template, intent: str, person: Person) -> None:
        note(self._assistant.audit, person, "template-saved", saved, intent)

    def _ask(self, found: Sequence[Finding]) -> Updates:
        """What was found may not be meant to be kept."""
        told = notice(found, self.language)
        return {self.w.personal: told, self.w.stays: gr.update(value=False, visible=True)}

    def _settled(self) -> Updates:
        return {self.w.personal: "", self.w.stays: gr.update(value=False, visible=False)}

    def _templates(self) -> Templates:
        found: Templates = self._assistant.now(self.language).desk.templates
        return found

    def _near(self, blank: str, person: Person) -> str:
        usable = self._templates().usable(readers(person))
        near = list(near_duplicates(blank, usable, language_of(blank)))[:3]
        told = "; ".join(f"{each.title} ({alike:.0%})" for each, alike in near)
        return say("replying-near", self.language, titles=plain(told)) if near else ""

    def _frozen(self, state: Open, written: str) -> str:
        """What is quoted does not change with its document, and is offered no longer than it."""
        quoted = _quoted(state, written)
        titles = listing(dict.fromkeys(f"“{each.title}”" for each in quoted), self.language)
        told = say("replying-frozen", self.language, titles=plain(titles)) if quoted else ""
        ends = _ends(quoted)
        return told + (say("replying-until", self.language, day=ends) if ends else "")

    def _whose(self, audience: tuple[str, ...], person: Person) -> str:
        if audience == (EVERYONE,):
            return say("replying-for-house", self.language)
        if not person.teams:
            return say("replying-for-you", self.language)
        return say("replying-for-teams", self.language, teams=plain(", ".join(audience)))


def _written(state: Open, text: str) -> str:
    """The reply as it stands on the page, also one that no template was the beginning of."""
    said = text.strip() or (state.draft.text if state.draft else "")
    if not said:
        raise SayableError("replying-write")
    return said


def _documents(state: Open) -> list[Filled]:
    """What documents say in the reply, word for word."""
    filled = state.draft.filled if state.draft else ()
    return [each for each in filled if each.source.kind == "document"]


def _quoted(state: Open, text: str) -> list[Passage]:
    """What stands word for word in a text."""
    answer = state.found.answer if state.found else None
    return quoted_in(text, answer) if answer else []


def _from(state: Open, text: str) -> list[Passage]:
    """What a text was made of: sentences that were changed are still not for everybody."""
    answer = state.found.answer if state.found else None
    begun = begun_with(state.draft, answer) if answer and state.draft else []
    return [*_quoted(state, text), *begun]


def _ends(quoted: Iterable[Passage]) -> date | None:
    """The last day on which all that is quoted holds."""
    return min((each.valid_until for each in quoted if each.valid_until), default=None)


def _wish(state: Open) -> str:
    """What the customer wants; beside a quotation that may only be a guess, and is not kept."""
    guessed = state.found is not None and state.found.status != "recognised"
    return "" if state.draft is None or (guessed and state.draft.quoted) else state.draft.intent


def _origin(state: Open, said: str) -> Origin:
    filled, stays = state.draft.filled if state.draft else (), _documents(state)
    own = [each for each in filled if each not in stays]  # what documents say is the house's own
    values = {each.slot: each.value for each in own if each.value in said}
    quoted = tuple(each.value for each in stays)
    return Origin(state.message, state.ticket, values, _personal, quoted)


def _personal(text: str) -> Iterable[tuple[str, str]]:
    return [(SLOTS[each.kind], text[each.start : each.end]) for each in find(text)]


def _twins(one: Template, other: Template) -> bool:
    """Is it the same, as after a click too many?"""
    same = ("title", "warm", "intent", "audience")
    return all(getattr(one, name) == getattr(other, name) for name in same)
