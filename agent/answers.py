"""The answer to one message: from when it was accepted to when the answer is saved, logged, counted
and traced. The one place where the unexpected is caught, logged once and said calmly."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import copy_context
from functools import partial
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage

from agent.agent import build_agent
from agent.appraisal import described
from agent.audit import Audit, Event
from agent.calm import calm
from agent.chats import Asked, Chats
from agent.conversations import Conversations, config
from agent.handing import Handing
from agent.local import LocalChat
from agent.meter import Meter
from agent.plans import ONLY, Plans
from agent.queue import CALLER, Caller, Stopped
from agent.solves import paced
from agent.spending import Purse, Spending
from agent.steps import Called, Finished, Planning, Step, Thinking, Waiting
from agent.tracing import TRACER, Spans
from agent.turns import Turn, Turns
from agent.watch import Words, steps_of
from knowledge.language import language_of
from knowledge.passage import Passage
from tools.kinds.weighing import Classify
from tools.person import SOMEBODY, Person
from tools.phrases import Language, SayableError, say
from tools.prose.records import Extracts
from tools.replies.desk import Desk
from tools.replies.handovers import Handovers
from tools.state import Context, Kept


class Answers(Plans):
    """Answers messages in conversations with plans."""

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
        handovers: Handovers | None = None,
        names: Callable[[], Sequence[str]] | None = None,
        time_limit_seconds: float = 5.0,
        max_message_characters: int = 4000,
        classify: Classify | None = None,
        extract: Extracts | None = None,
        routed: bool = True,
        purse: Purse | None = None,
        meter: Meter | None = None,
        time_zone: str = "UTC",
        zones: bool = False,
    ) -> None:
        """
        Args:
            names: the teams and colleagues that there are now; None where nobody is known.
            time_zone: whose clock the times in a message are read from.
            zones: whether it is that of the person's browser, where that is known.
            classify: tells what is wanted, so that tools are chosen without the language model.
            extract: reads tasks out of prose; without it rules do.
            routed: whether anything but the language model chooses tools.
        """
        self.ready = False
        self.trouble: SayableError | None = None
        """Why the language model cannot be loaded, once that is known."""
        self.audit = audit or Audit(None)
        """Who asked, what was called with what, and which plans were changed."""
        graph = build_agent(llm, conversations, routed=routed)
        super().__init__(graph, conversations, time_limit_seconds, self._note)
        self.chats = chats or Chats(None)
        """Whose the conversations are."""
        self._watched = Turns()
        self.meter = meter or Meter()
        """Counts what is done."""
        if isinstance(llm, LocalChat):
            self.meter.watch(lambda: llm.waiting)
        self.llm = llm
        self._search = search
        self.classify = classify
        """Tells what a message wants, if there is a network for it."""
        self._zones, self.time_zone = zones, time_zone
        """Whose clock times are read from and shown on."""
        self.extract = extract
        """Reads tasks out of prose, if there is what reads them."""
        self.passage_text = passage_text
        """The whole document behind a citation, by its source."""
        self.library: Any = None
        """The knowledge base, where there is a page that shows it."""
        self.desk = desk
        """Replies to customers."""
        self.handovers = Handing(handovers or Handovers(None), self.audit, names)
        """Customers whom somebody else must answer."""
        self._max_message_characters, self._purse = max_message_characters, purse or Purse()

    def zone_of(self, person: Person) -> str:
        """On whose clock the times that this person names are read."""
        return (self._zones and person.time_zone) or self.time_zone

    def recover(self) -> None:
        """Before anybody is served: what was asked of a process that ended before the answer is
        kept with a word of what happened, so that it can be asked again."""
        for asked in self.chats.unanswered():
            kept = self._values(asked.chat).get("messages", [])
            self._conversations.put_by(asked.chat, kept)
            if not self._conversations.holds(asked.chat, asked.turn):
                self._keep(asked, say("turn-interrupted", language_of(asked.text)))
            self.chats.answer(asked.turn)

    def _start(self, session: str, turn: Turn, language: Language, person: Person) -> None:
        """Begin to answer; in a copy of the context, so that log lines bear the request's id."""
        self._watched.begin(session, turn)
        stopped = self._turns.begin(session)  # it can be stopped before its thread runs
        work = partial(copy_context().run, self._work, session, turn, language, person, stopped)
        threading.Thread(target=work, daemon=True).start()

    def _work(
        self,
        session: str,
        turn: Turn,
        language: Language,
        person: Person,
        stopped: threading.Event,
    ) -> None:
        try:
            seen = self._plan(session)  # another turn may be running, and change it before this one
            self._improvements.stop(session)  # they would slow the turn down
            self.audit.write(person.id, "asked", session, question=turn.text)
            began = time.monotonic()
            put = partial(self._note_step, session, person, turn.put)
            with self._locks[session], TRACER.start_as_current_span("turn") as span:
                done = self._run(session, turn, language, person, seen, put, stopped.is_set)
                span.set_attribute("whyflow.ok", done.ok)
            self.chats.answer(turn.id, done.answer)
            self.audit.write(
                person.id, "answered", session, ok=done.ok, **described(self._plan(session))
            )
            self.meter.answered(time.monotonic() - began, ok=done.ok)
            turn.put(done)
        except Exception as error:  # the one edge: whatever it is, the user gets a calm sentence
            turn.put(Finished(calm(error, language), ok=False))
        finally:
            self._turns.end(session, stopped)
            self._watched.end(session, turn)

    def _note_step(
        self, session: str, person: Person, put: Callable[[Step], None], step: Step
    ) -> None:
        if isinstance(step, Called):
            self.meter.called(step.tool)
            self.audit.write(person.id, "called", session, tool=step.tool, arguments=step.arguments)
        put(step)

    def _note(self, person: Person, session: str, event: Event, **detail: object) -> None:
        self.audit.write(person.id, event, session, **detail)

    def _run(
        self,
        session: str,
        turn: Turn,
        language: Language,
        person: Person,
        seen: Kept,
        put: Callable[[Step], None],
        stopped: Callable[[], bool],
    ) -> Finished:
        asked = {"messages": [ONLY, HumanMessage(turn.text, id=turn.id)]}
        before = self._conversations.latest(session)
        old = self._values(session)
        self._conversations.put_by(session, old.get("messages", []))
        try:
            with self._spending(person) as spending:
                CALLER.set(Caller(name_of(person, session), partial(_tell_place, put), stopped))
                if stopped():  # while another turn was being answered
                    raise Stopped
                context = self._context(language, person, seen, put, stopped)
                heard = {"callbacks": [spending, Spans(), Words(put, turn.text)]}
                # Saved when the turn is over, so that a turn is kept whole or not at all.
                for event in self._graph.stream(
                    asked,
                    config(session) | heard,
                    context=context,
                    stream_mode="updates",
                    durability="exit",
                ):
                    for step in steps_of(event):
                        if stopped() and isinstance(step, Called):
                            raise Stopped  # before another tool begins
                        put(step)
        except Exception as error:
            answer = calm(error, language)
            self._conversations.forget_since(session, before)
            self._keep(Asked(turn.id, session, turn.text), answer)
            return Finished(answer, ok=False)
        values = self._values(session)
        self._remember(session, old, values)
        if (solved := values.get("schedule")) and solved != old.get("schedule"):
            self.meter.solved(solved.seconds, solved.status)
        self._conversations.forget_past(session)
        answer, ok = values["messages"][-1].text, values.get("possible", True)
        return Finished(answer, ok=ok, handover=values.get("handover"))

    @contextmanager
    def _spending(self, person: Person) -> Iterator[Spending]:
        """While the language model works for somebody: what it takes is theirs, and is counted."""
        with self._purse.open(person) as spending:
            try:
                yield spending
            finally:
                self.meter.spent(spending.tokens)

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
            classify=self.classify,
            time_zone=self.zone_of(person),
            extract=self.extract,
        )

    def _keep(self, asked: Asked, answer: str) -> None:
        """A turn that failed is kept as the question and the calm sentence."""
        turn = [HumanMessage(asked.text, id=asked.turn), AIMessage(answer)]
        self._say(asked.chat, turn, changed=False)


def name_of(person: Person, session: str) -> str:
    """Who takes turns at the language model: a person, or a conversation where nobody is known."""
    return session if person == SOMEBODY else person.id


def _tell_place(put: Callable[[Step], None], before: int) -> None:
    put(Waiting(before) if before else Thinking())
