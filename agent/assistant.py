"""One conversation partner for the page, the command line and later the API: a message in, steps
out, everything saved. The one place where the unexpected is caught, logged once and said calmly."""

import threading
import time
from collections.abc import Callable, Iterator
from contextvars import copy_context
from functools import partial
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage

from agent.agent import build_agent
from agent.audit import Audit
from agent.calm import calm
from agent.chats import ChatError, Chats
from agent.conversations import Conversations, config
from agent.local import LocalChat
from agent.meter import Meter
from agent.plans import Plans, described
from agent.queue import CALLER, Caller
from agent.reading import read_text
from agent.solves import paced
from agent.spending import Purse
from agent.steps import Called, Finished, Loading, Planning, Step, Thinking, Waiting
from agent.turns import Turn, Turns
from agent.view import fixed_start, legible
from agent.watch import steps_of
from knowledge.language import language_of
from knowledge.passage import Passage
from tools.intake.inputs import holds_plan
from tools.person import SOMEBODY, Person
from tools.phrases import Language, SayableError, say
from tools.plan import Problem
from tools.registry import TOOLS
from tools.replies.desk import Desk
from tools.solver import warm_up
from tools.state import Context, Kept
from tools.wording.kinds import Embed

LONGEST_TABLE = 1_000_000
"""Characters of a message that holds a table, which no language model reads."""


class Assistant(Plans):
    """Turns of many conversations on one language model."""

    def __init__(
        self,
        llm: BaseChatModel,
        conversations: Conversations,
        search: Callable[..., list[Passage]],
        passage_text: Callable[..., str],
        chats: Chats | None = None,
        audit: Audit | None = None,
        *,
        desk: Desk | None = None,
        time_limit_seconds: float = 5.0,
        max_message_characters: int = 4000,
        embed: Embed | None = None,
        routed: bool = True,
        purse: Purse | None = None,
        meter: Meter | None = None,
    ) -> None:
        """
        Args:
            embed: makes sentence vectors, by which tools are chosen without the language model.
            routed: whether anything but the language model chooses tools.
        """
        self.ready = False
        self.trouble: SayableError | None = None
        """Why the language model cannot be loaded, once that is known."""
        self.audit = audit or Audit(None)
        """Who asked, what was called with what, and which plans were changed."""
        graph = build_agent(llm, conversations, routed=routed)
        super().__init__(graph, conversations, time_limit_seconds, self._note_plan)
        self.chats = chats or Chats(None)
        """Whose the conversations are."""
        self._watched = Turns()
        self.meter = meter or Meter()
        """Counts what is done."""
        if isinstance(llm, LocalChat):
            self.meter.watch(lambda: llm.waiting)
        self._llm = llm
        self._search, self._embed = search, embed
        self.passage_text = passage_text
        """The whole document behind a citation, by its source."""
        self.library: Any = None
        """The knowledge base, where there is a page that shows it."""
        self.desk = desk
        """Replies to customers."""
        self._max_message_characters, self._purse = max_message_characters, purse or Purse()

    def load(self) -> None:
        """Load what the first user would wait for: the language model, if it runs here, the
        solver and the search. May take seconds."""
        warm_up()
        try:
            warm(self._llm)
        except SayableError as trouble:
            self.trouble = trouble
        self.ready = self.trouble is None
        # The first search loads the embedding model, which takes seconds too.
        self._search(say("abilities", "en"), "en")

    def turn(
        self, session: str, text: str, language: Language, person: Person = SOMEBODY
    ) -> Iterator[Step]:
        """Answer one message. The turn runs to its end and is saved even if nobody reads on.

        Args:
            session: names the conversation; `chats.permit` knows who may read it.
            language: of the page; the answer is in the language of the message, if it has one.
        """
        text = legible(text)
        if any(character.isalpha() for character in text):
            language = language_of(text)
        refusal = self.refusal(text, language)
        if refusal is not None:
            yield Finished(refusal, ok=False)
            return
        try:
            self.chats.note(session, person, text, [text])
        except ChatError as error:
            yield Finished(error.say(language), ok=False)
            return
        turn = self._watched.begin(session, text)
        turn.put(Thinking() if self.ready else Loading())
        # In a copy of the context, so that its log lines bear the id of the request.
        work = partial(copy_context().run, self._work, session, turn, language, person)
        threading.Thread(target=work, daemon=True).start()
        yield from turn.steps()

    def read(self, text: str, person: Person = SOMEBODY) -> Problem:
        """The work that `text` describes, without a conversation.

        Raises:
            PlanError: no task in it, or they cannot be planned as said.
            Stopped, SayableError: the language model cannot be asked.
        """
        CALLER.set(Caller(_name(person, "")))
        return read_text(lambda: self._llm, text)

    def find(
        self, question: str, language: Language, person: Person, **chosen: Any
    ) -> list[Passage]:
        """What the knowledge says that `person` may see; `chosen` as `Library.search` takes it."""
        return self._search(question, language, audiences=person.audiences, **chosen)

    def procedures(self, question: str, language: Language, person: Person) -> list[Passage]:
        """What `person` may see of the procedures, best first."""
        return self._search(question, language, audiences=person.audiences, kind="procedure")

    def running(self, session: str) -> Turn | None:
        """The turn that is being answered in the conversation, to watch it from its first step."""
        return self._watched.of(session)

    def forget(self, session: str, person: Person) -> None:
        """Delete a conversation, with all that was said and planned in it.

        Raises:
            ChatError: it is not this person's own.
        """
        self.chats.forget(session, person)
        self.stop(session)
        with self._locks[session]:
            self._conversations.delete_thread(session)

    def refusal(self, text: str, language: Language) -> str | None:
        """Why a message cannot be answered; None if it can."""
        if unfit := unfit_message(text, self._max_message_characters):
            return unfit.say(language)
        return self.trouble.say(language) if self.trouble else None

    def _work(self, session: str, turn: Turn, language: Language, person: Person) -> None:
        try:
            seen = self._plan(session)  # another turn may be running, and change it before this one
            self._improvements.stop(session)  # they would slow the turn down
            self.audit.write(person.id, "asked", session, question=turn.text)
            began = time.monotonic()
            put = partial(self._note_step, session, person, turn.put)
            with self._locks[session]:
                done = self._run(session, turn.text, language, person, seen, put)
            self.chats.note(session, person, turn.text, [done.answer])
            self.audit.write(
                person.id, "answered", session, ok=done.ok, **described(self._plan(session))
            )
            self.meter.answered(time.monotonic() - began, ok=done.ok)
            turn.put(done)
        except Exception as error:  # the one edge: whatever it is, the user gets a calm sentence
            turn.put(Finished(calm(error, language), ok=False))
        finally:
            self._watched.end(session, turn)

    def _note_step(
        self, session: str, person: Person, put: Callable[[Step], None], step: Step
    ) -> None:
        if isinstance(step, Called):
            self.meter.called(step.tool)
            self.audit.write(person.id, "called", session, tool=step.tool, arguments=step.arguments)
        put(step)

    def _note_plan(self, session: str, event: str, **detail: object) -> None:
        """Plans are changed by whose conversation it is; nobody else may."""
        self.audit.write(self.chats.owner(session), event, session, **detail)

    def _run(
        self,
        session: str,
        text: str,
        language: Language,
        person: Person,
        seen: Kept,
        put: Callable[[Step], None],
    ) -> Finished:
        asked = {"messages": [HumanMessage(text)]}
        before = self._conversations.latest(session)
        old = self._values(session)
        try:
            with self._purse.open(person) as spending, self._turns.running(session) as stopped:
                CALLER.set(Caller(_name(person, session), partial(_tell_place, put), stopped))
                context = self._context(language, person, seen, put, stopped)
                # Saved when the turn is over, so that a turn is kept whole or not at all.
                for mode, event in self._graph.stream(
                    asked,
                    config(session) | {"callbacks": [spending]},
                    context=context,
                    stream_mode=["messages", "updates"],
                    durability="exit",
                ):
                    for step in steps_of(mode, event, text):
                        put(step)
            self.meter.spent(spending.tokens)
        except Exception as error:
            answer = calm(error, language)
            self._conversations.forget_since(session, before)
            self._keep(session, text, answer)
            return Finished(answer, ok=False)
        values = self._values(session)
        self._remember(session, old, values)
        if (solved := values.get("schedule")) and solved != old.get("schedule"):
            self.meter.solved(solved.seconds, solved.status)
        self._conversations.forget_past(session)
        answer, ok = values["messages"][-1].text, values.get("possible", True)
        return Finished(answer, ok=ok, handover=values.get("handover"))

    def _context(
        self,
        language: Language,
        person: Person,
        seen: Kept,
        put: Callable[[Step], None],
        stopped: Callable[[], bool],
    ) -> Context:
        return Context(
            language,
            partial(self._search, audiences=person.audiences),
            partial(self.passage_text, audiences=person.audiences),
            self._time_limit_seconds,
            tell=paced(lambda progress: put(Planning(progress))),
            cancelled=stopped,
            seen=seen,
            person=person,
            desk=self.desk,
            embed=self._embed,
        )

    def _keep(self, session: str, text: str, answer: str) -> None:
        """A turn that failed is kept as the question and the calm sentence."""
        self._update(session, messages=[HumanMessage(text), AIMessage(answer)], changed=False)
        self._conversations.forget_past(session)


def _name(person: Person, session: str) -> str:
    """Who takes turns at the language model: a person, or a conversation where nobody is known."""
    return session if person is SOMEBODY else person.id


def _tell_place(put: Callable[[Step], None], before: int) -> None:
    put(Waiting(before) if before else Thinking())


def warm(llm: BaseChatModel) -> None:
    """Load a language model that runs here, so that its first answer is as quick as the others."""
    if isinstance(llm, LocalChat):
        llm.warm_up(fixed_start(), TOOLS)


def unfit_message(text: str, limit: int) -> SayableError | None:
    """Why no language model is asked about `text`; None if it may be.

    Args:
        limit: characters.
    """
    if not text.strip():
        return SayableError("message-empty")
    if len(text) > limit and not (len(text) <= LONGEST_TABLE and holds_plan(text)):
        return SayableError("message-too-long", count=len(text), limit=limit)
    return None
