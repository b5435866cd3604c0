"""What happens on the page: each event is a click, and none waits for the language model but
`reword`. Whatever is refused becomes a sentence in a toast."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import gradio as gr

from agent.steps import Waiting
from knowledge.passage import RULES
from knowledge.templates.reading import read_file
from knowledge.templates.record import Template
from knowledge.templates.slots import pieces_of
from knowledge.templates.store import Saying
from tools.person import Person
from tools.phrases import Language, SayableError, say
from tools.plan import Problem
from tools.replies.desk import Case, Desk, team_of
from tools.replies.drafting import Draft, draft_of
from tools.replies.making import near_duplicates, template_from
from tools.replies.owners import keeper
from tools.replies.work import joined, now_in, tasks_of, with_steps
from tools.tickets import read_tickets
from ui.accounts.visit import person_of
from ui.edge import guarded
from ui.markup import html, plain
from ui.opening import NotReady, Opening
from ui.page.sessions import Spare, address_of, key_of
from ui.replying import shown
from ui.replying.view import Updates, View
from ui.replying.widgets import ROOM, Open, Widgets

_FIELD = re.compile(r"^\s*([^:：=\n]{1,60}?)\s*[:：=]\s*(.+?)\s*$", re.MULTILINE)


class Replying:
    """The events of one page."""

    events = (
        "suggest", "choose", "retone", "fill", "reword", "copied", "use", "reject", "keep", "save",
        "change", "plan", "order", "take", "kept", "forget",
    )  # fmt: skip

    def __init__(self, assistant: Opening, language: Language, widgets: Widgets) -> None:
        self._assistant = assistant
        self.language = language
        self.w = widgets
        self._view = View(language, widgets)
        guard = guarded(language)
        for name in self.events:
            setattr(self, name, guard(getattr(self, name)))

    def suggest(
        self, message: str, ticket: str, tone: Any, spoken: str, request: gr.Request
    ) -> Updates:
        """What could be said to this customer."""
        if not message.strip():
            raise SayableError("replying-empty")
        person = person_of(request)
        assistant = self._assistant.now(self.language)
        case = Case(message=message, ticket=dict(_FIELD.findall(ticket)))
        wanted: Any = spoken or None
        found = assistant.desk.suggest(
            case,
            person,
            lambda question: assistant.find(question, wanted or self.language, person, kinds=RULES),
            language=wanted,
            tone=tone,
        )
        draft = found.suggestions[0].draft if found.suggestions else None
        new = Open(message, found, 0, draft, number=uuid4().hex)
        return self._view.show(new) | self._kept(person)

    def choose(self, state: Open, place: int | None) -> Updates:
        if state.found is None or place is None:
            return gr.skip()
        draft = state.found.suggestions[place].draft
        return self._view.show(replace(state, place=place, draft=draft))

    def retone(self, state: Open, tone: Any, request: gr.Request) -> Updates:
        """The reply that is open in another tone, with what was filled in."""
        if state.draft is None:
            return gr.skip()
        templates = self._assistant.now(self.language).desk.templates
        template = templates.get(state.draft.template, person_of(request).audiences)
        first = state.found.suggestions[state.place].draft.values if state.found else {}
        filled = tuple((first | state.draft.values).values())
        return self._view.show(replace(state, draft=draft_of(template, tone, filled)))

    def fill(self, state: Open, always: list[str], request: gr.Request, *typed: str) -> Updates:
        """What was typed into the form stands in the reply; some of it from now on in all replies
        of this person in this language."""
        draft = _open(state)
        values = dict(zip([slot.name for slot in draft.open[:ROOM]], typed, strict=False))
        filled = draft.with_values({slot: value for slot, value in values.items() if value})
        said = [Saying(draft.language, slot, values.get(slot, "").strip()) for slot in always or ()]
        person = person_of(request)
        for each in filter(lambda each: each.value, said):
            self._desk().templates.say_each_time(keeper(person), each)
        return self._view.show(replace(state, draft=filled)) | self._kept(person)

    def kept(self, request: gr.Request) -> Updates:
        """What this person says each time; nobody else's is shown. While Whyflow starts, it comes
        with the first suggestion."""
        try:
            return self._kept(person_of(request))
        except NotReady:
            return gr.skip()

    def forget(self, ticked: list[str], request: gr.Request) -> Updates:
        """What is ticked is asked for again from the next reply on."""
        person = person_of(request)
        for each in ticked or ():
            language, _, slot = each.partition(":")
            self._desk().templates.say_each_time(keeper(person), Saying(language, slot, ""))
        return self._kept(person)

    def reword(self, state: Open, request: gr.Request) -> Iterator[Updates]:
        """In other words; who waits for the language model is told how many come first."""
        assistant = self._assistant.now(self.language)
        for new in assistant.reword(_open(state), person_of(request)):
            if isinstance(new, Waiting):
                told = say("page-status-waiting", self.language, place=new.place)
                yield {self.w.status: f'<p role="status">{html(told)}</p>'}
            else:
                yield self._view.show(replace(state, draft=new))

    def copied(self, text: str) -> None:
        gr.Info(say("replying-copied", self.language))

    def use(self, state: Open, text: str, request: gr.Request) -> Updates:
        """The reply was sent, as it was or changed."""
        outcome = self._told(state, person_of(request), state.place, text)
        gr.Info(say(f"replying-{outcome}", self.language))
        return {self.w.use: gr.Button(interactive=False)}

    def reject(self, state: Open, request: gr.Request) -> Updates:
        """None of the suggestions fits; what the documents say, and the hand-over, stay."""
        self._told(state, person_of(request), None, "")
        gr.Info(say("replying-rejected", self.language))
        found = state.found.model_copy(update={"suggestions": ()}) if state.found else None
        return self._view.show(replace(state, found=found, place=0, draft=None))

    def keep(self, state: Open, text: str, request: gr.Request) -> Updates:
        """The first of two clicks to a template: what it would be called, and what is like it."""
        desk = self._assistant.now(self.language).desk
        draft = _open(state)
        usable = desk.templates.usable(person_of(request).audiences)
        near = list(near_duplicates(text or draft.text, usable, draft.language))[:3]
        told = "; ".join(f"{each.title} ({alike:.0%})" for each, alike in near)
        return {
            self.w.keeping: gr.Column(visible=True),
            self.w.title: " ".join(state.message.split())[:80],
            self.w.intent: draft.intent,
            self.w.near: say("replying-near", self.language, titles=plain(told)) if near else "",
        }

    def save(self, state: Open, text: str, title: str, intent: str, request: gr.Request) -> Updates:
        """The second click."""
        draft, person = _open(state), person_of(request)
        said = text or draft.text
        values = {each.slot: each.value for each in draft.filled if each.value in said}
        name = re.sub(r"\W+", "-", title.lower()).strip("-")[:60] or "reply"
        made = template_from(said, state.message, intent, values, id=name, title=title)
        owners = tuple(sorted(person.teams)) or made.audience
        made = made.model_copy(update={"version": 0, "audience": owners})
        desk = self._assistant.now(self.language).desk
        self._note_saved(desk.templates.save(made, person.name or person.id), person)
        gr.Info(html(say("replying-saved", self.language, title=title)))
        return {self.w.keeping: gr.Column(visible=False)}

    def change(self, state: Open, wording: str, request: gr.Request) -> Updates:
        """The template itself gets another wording, unless somebody else changed it meanwhile."""
        draft, person = _open(state), person_of(request)
        desk = self._assistant.now(self.language).desk
        old = desk.templates.get(draft.template, person.audiences)
        pieces_of(wording, old.title)  # a malformed slot is said with its place
        tone = draft.tone if getattr(old, draft.tone) else "warm"
        new = old.model_validate({**old.model_dump(), tone: wording, "version": draft.version})
        saved = desk.templates.save(new, person.name or person.id)
        self._note_saved(saved, person)
        gr.Info(html(say("replying-saved", self.language, title=saved.title)))
        changed = draft_of(saved, draft.tone, draft.filled)
        return self._view.show(replace(state, draft=changed))

    def plan(self, session: object, spare: Spare, state: Open, request: gr.Request) -> Updates:
        """The procedure for this case becomes tasks of the plan."""
        person = person_of(request)
        key = self._enter(session, spare, person)
        assistant = self._assistant.now(self.language)
        found = with_steps(
            assistant.find(state.message, self.language, person, kinds=RULES),
            lambda source: assistant.passage_text(source, audiences=person.audiences),
        )
        if found is None:
            raise SayableError("no-procedure")
        passage, whole = found
        number = _open(state).values.get("order_number") if state.draft else None
        old = assistant.snapshot(key).problem
        new = tasks_of(whole, passage.title, number.value if number else "", old, now_in(old))
        problem = joined(old, new)
        schedule = assistant.replan(key, problem, by=person)
        self._note_plan(key, person, passage.title, new)
        head = say("replying-tasks", self.language, title=passage.title, count=len(new.tasks))
        table = shown.plan_html(problem, schedule, self.language)
        done = gr.HTML(f"<p>{html(head)}</p>{table}", visible=True)
        return {self.w.session: key, self.w.tasks: done}

    def order(self, spare: Spare, table: str, people: float, request: gr.Request) -> Updates:
        """In which order pasted tickets are answered: a plan in a conversation of its own.

        Args:
            spare: has the key of that conversation, the same as long as the page is open.
        """
        person = person_of(request)
        assistant = self._assistant.now(self.language)
        problem = read_tickets(table, int(people or 1), assistant.clock())
        schedule = assistant.replan(spare.key, problem, by=person)
        first, count = problem.tasks[0].name, len(problem.tasks)
        title = say("shelf-untitled", self.language, count=count, first=first)
        self._note_plan(spare.key, person, title, problem)
        told = shown.plan_html(problem, schedule, self.language)
        said = {"count": count, "goal": schedule.goal}
        head = html(say("replying-order-done", self.language, **said))
        way = html(say("replying-order-open", self.language))
        link = f'<a href="{address_of(spare.key, self.language)}">{way}</a>'
        return {self.w.ordered: f"<p>{head} {link}</p>{told}"}

    def _note_plan(self, key: str, person: Person, title: str, new: Problem) -> None:
        """The conversation has an owner and stands in the list."""
        names = [task.name for task in new.tasks]
        self._assistant.chats.note(key, person, title, names)

    def take(self, files: list[str] | None, request: gr.Request) -> None:
        """Templates of the house, from Markdown or a table."""
        person = person_of(request)
        if not person.at_least("manager"):
            raise SayableError("replying-not-allowed")
        read = [each for file in files or () for each in read_file(Path(file))]
        desk = self._assistant.now(self.language).desk
        count = desk.templates.add(read, person.name or person.id)
        names = [Path(file).name for file in files or ()]
        self._assistant.audit.write(person.id, "templates-imported", files=names, changed=count)
        gr.Info(say("replying-taken", self.language, count=count))

    def _note_saved(self, saved: Template, person: Person) -> None:
        """Without its id, which may be made of a customer's words (`keep`); the print tells one
        template from another."""
        told = {"version": saved.version, "audience": saved.audience}
        told["template"] = sha256(saved.id.encode()).hexdigest()[:16]
        self._assistant.audit.write(person.id, "template-saved", saved.intent, **told)

    def _enter(self, session: object, spare: Spare, person: Person) -> str:
        key = key_of(session, spare)
        self._assistant.chats.permit(key, person, change=True)
        return key

    def _told(self, state: Open, person: Person, place: int | None, text: str) -> str:
        found, draft = state.found, state.draft
        if found is None or not found.suggestions:
            raise SayableError("replying-nothing")
        before = draft.text if draft is not None and place is not None else ""
        outcome: str = self._desk().feedback.keep(
            team=team_of(person),
            person=person.id,
            intent=found.suggestions[place or 0].draft.intent,
            shown=[(each.draft.template, each.draft.version) for each in found.suggestions],
            chosen=place,
            before=before,
            after=text,
            suggestion=state.number,
        )
        return outcome

    def _desk(self) -> Desk:
        found: Desk = self._assistant.now(self.language).desk
        return found

    def _kept(self, person: Person) -> Updates:
        return self._view.kept(self._desk().templates.sayings(keeper(person)))


def _open(state: Open) -> Draft:
    if state.draft is None:
        raise SayableError("replying-nothing")
    return state.draft
