"""What happens on the page: each event is a click, and none waits for the language model but
`reword`. Whatever is refused becomes a sentence in a toast."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

import gradio as gr

from agent.steps import Waiting
from knowledge.passage import RULES
from knowledge.templates.tables import Saying
from tools.person import Person
from tools.phrases import Language, SayableError, say
from tools.plan import Problem
from tools.replies.blanking import exchanged
from tools.replies.desk import Desk, team_of
from tools.replies.drafting import Draft, DraftError
from tools.replies.owners import keeper
from tools.replies.suggested import Case
from tools.replies.work import Promised, work_of
from tools.tickets import left_columns, promised_by, read_tickets, ticket_rows
from ui.accounts.visit import person_of
from ui.edge import guarded
from ui.markup import html
from ui.opening import NotReady, Opening
from ui.page.sessions import Spare, address_of, key_of
from ui.replying import shown
from ui.replying.handed import recipients
from ui.replying.view import Updates, View
from ui.replying.widgets import ROOM, Open, Widgets, open_draft

_FIELD = re.compile(r"^\s*([^:：=\n]{1,60}?)\s*[:：=]\s*(.+?)\s*$", re.MULTILINE)


class Replying:
    """The events of one page."""

    events = (
        "suggest", "choose", "retone", "fill", "fix", "reword", "copied", "use", "reject", "plan",
        "order", "kept", "forget",
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
        """What could be said to this customer; while Whyflow starts, as soon as that has."""
        if not message.strip():
            raise SayableError("replying-empty")
        person = person_of(request)
        if not self._assistant.ready:
            gr.Info(say("replying-starting", self.language))
        assistant = self._assistant.awaited(self.language)
        fields = dict(_FIELD.findall(ticket))
        case = Case(message=message, ticket=fields)
        wanted: Any = spoken or None
        found = assistant.desk.suggest(
            case,
            person,
            lambda question: assistant.find(
                question, wanted or self.language, person, kinds=RULES, doubtful=True
            ),
            language=wanted,
            tone=tone,
        )
        draft = found.suggestions[0].draft if found.suggestions else None
        new = Open(message, fields, found, 0, draft, number=uuid4().hex)
        to = recipients(found.handover, assistant.handovers, person, self.language)
        return self._view.show(new) | self._kept(person) | {self.w.to: to}

    def choose(self, state: Open, text: str, place: int | None, *typed: str) -> Updates:
        """Another suggestion, with what was typed for this case; the one that was open is found
        again as it was left."""
        if state.found is None or place is None:
            return gr.skip()
        state = _left(state, text, typed)
        draft = _with(state.found.suggestions[place].draft, state.typed)
        return self._view.show(replace(state, place=place).with_draft(draft))

    def retone(
        self, state: Open, text: str, tone: Any, request: gr.Request, *typed: str
    ) -> Updates:
        """The reply that is open in another tone, with what was filled in."""
        if state.draft is None:
            return gr.skip()
        draft = self._desk().in_tone(state.draft, tone, person_of(request))
        state = _left(state, text, typed)
        return self._view.show(state.with_draft(_with(draft, state.typed)))

    def fill(self, state: Open, always: list[str], request: gr.Request, *typed: str) -> Updates:
        """What was typed into the form stands in the reply; some of it from now on in all replies
        of this person in this language."""
        draft = open_draft(state)
        values = dict(zip([slot.name for slot in draft.open[:ROOM]], typed, strict=False))
        given = {slot: value for slot, value in values.items() if value.strip()}
        filled = draft.with_values(given)
        said = [Saying(draft.language, slot, values.get(slot, "").strip()) for slot in always or ()]
        person = person_of(request)
        for each in filter(lambda each: each.value, said):
            self._desk().templates.say_each_time(keeper(person), each)
        new = state.with_typed(given).with_draft(filled)
        return self._view.show(new) | self._kept(person)

    def fix(self, state: Open, text: str, *typed: str) -> Updates:
        """What was filled in is corrected, also where somebody has changed the text; an emptied
        value opens its blank again."""
        draft, state = open_draft(state), state.with_text(text)
        pairs = zip(draft.filled[:ROOM], (value.strip() for value in typed), strict=False)
        changed = {old.slot: (old.value, new) for old, new in pairs if new != old.value}
        values = {slot: new for slot, (_, new) in changed.items()}
        told, edited = state.text, bool(draft.reworded or state.text not in ("", draft.text))
        state = state.without_text().with_typed(values).with_draft(draft.with_values(values))
        if edited and all(values.values()):
            state = state.with_text(exchanged(told, changed.values()))
        elif edited:
            gr.Info(say("replying-changes-gone", self.language))
        return self._view.show(state)

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

    def reword(self, state: Open, text: str, request: gr.Request) -> Iterator[Updates]:
        """In other words, as the text stands; who waits for the language model is told how many
        come first."""
        assistant = self._assistant.now(self.language)
        draft, state = open_draft(state), state.with_text(text)
        if not draft.open and state.text != draft.text:
            before = state.before or draft.text
            draft = draft.model_copy(update={"reworded": state.text})
            state = replace(state.without_text(), before=before)
        for new in assistant.reword(draft, person_of(request)):
            if isinstance(new, Waiting):
                told = say("page-status-waiting", self.language, place=new.place)
                yield {self.w.status: f'<p role="status">{html(told)}</p>'}
            else:
                yield self._view.show(replace(state, draft=new))

    def copied(self, state: Open, text: str) -> None:
        gr.Info(shown.copied(state.draft, text, self.language))

    def use(self, state: Open, text: str, request: gr.Request) -> Updates:
        """The reply was sent, as it was or changed."""
        outcome = self._told(state, person_of(request), state.place, text)
        gr.Info(say(f"replying-{outcome}", self.language))
        return {self.w.use: gr.Button(interactive=False)}

    def reject(self, state: Open, request: gr.Request) -> Updates:
        """None of the suggestions fits; what the documents say stays, and the customer can be
        handed over."""
        person = person_of(request)
        self._told(state, person, None, "")
        gr.Info(say("replying-rejected", self.language))
        found = state.found.without_suggestions(state.message) if state.found else None
        handing = self._assistant.now(self.language).handovers
        to = recipients(found and found.handover, handing, person, self.language)
        new = replace(state, found=found, place=0).with_draft(None)
        return self._view.show(new) | {self.w.to: to}

    def plan(self, session: object, spare: Spare, state: Open, request: gr.Request) -> Updates:
        """The procedure for this case becomes tasks of the plan."""
        person = person_of(request)
        key = self._enter(session, spare, person)
        assistant = self._assistant.now(self.language)
        number = open_draft(state).values.get("order_number") if state.draft else None
        clock = assistant.clock()
        minute = promised_by(state.ticket, clock)
        work = work_of(
            assistant.find(state.message, self.language, person, kinds=RULES),
            lambda source: assistant.passage_text(source, audiences=person.audiences),
            number.value if number else "",
            assistant.snapshot(key).problem,
            None if minute is None else Promised(minute, clock),
        )
        title, count = work.passage.title, len(work.new.tasks)
        schedule = assistant.replan(key, work.whole, by=person)
        self._note_plan(key, person, title, work.new)
        head = say("replying-tasks", self.language, title=title, count=count)
        table = shown.plan_html(work.whole, schedule, self.language)
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
        left = shown.unread(left_columns(ticket_rows(table)[0]), self.language)
        said = {"count": count, "goal": schedule.goal}
        head = html(say("replying-order-done", self.language, **said))
        way = html(say("replying-order-open", self.language))
        link = f'<a href="{address_of(spare.key, self.language)}">{way}</a>'
        return {self.w.ordered: f"<p>{head} {link}</p>{left}{told}"}

    def _note_plan(self, key: str, person: Person, title: str, new: Problem) -> None:
        """The conversation has an owner and stands in the list."""
        names = [task.name for task in new.tasks]
        self._assistant.chats.note(key, person, title, names)

    def _enter(self, session: object, spare: Spare, person: Person) -> str:
        key = key_of(session, spare)
        self._assistant.chats.permit(key, person, change=True)
        return key

    def _told(self, state: Open, person: Person, place: int | None, text: str) -> str:
        found, draft = state.found, state.draft
        if found is None or not found.suggestions:
            raise SayableError("replying-nothing")
        before = ""
        if draft is not None and place is not None:
            before = state.before or draft.text
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


def _left(state: Open, text: str, typed: Sequence[str]) -> Open:
    """What is open, as it is when somebody turns to something else: the form need not be sent."""
    slots = [slot.name for slot in state.draft.open] if state.draft else []
    given = {slot: value for slot, value in zip(slots, typed, strict=False) if value.strip()}
    return state.with_text(text).with_typed(given)


def _with(draft: Draft, typed: Mapping[str, str]) -> Draft:
    """A draft with what was typed for another one; what cannot stand here leaves its blank open."""
    for slot, value in typed.items():
        try:
            draft = draft.with_values({slot: value})
        except DraftError:
            continue
    return draft
