"""One conversation partner for the page, the command line and the API: a message in, steps out,
everything saved."""

from collections.abc import Iterator, Sequence
from typing import Any

from langchain_core.language_models import BaseChatModel

from agent.answers import Answers, name_of
from agent.chats import ChatError
from agent.limits import unfit_message
from agent.local import LocalChat
from agent.queue import CALLER, Caller
from agent.reading import read_text
from agent.rewording import rewording
from agent.steps import Finished, Loading, Step, Thinking, Waiting
from agent.turns import Turn
from agent.view import fixed_start
from knowledge.language import language_of
from knowledge.passage import Passage
from tools.intake.plain import legible
from tools.kinds.signs import signs_of
from tools.person import SOMEBODY, Person
from tools.phrases import Language, SayableError, say
from tools.plan import Problem
from tools.prose.clock import Clock, soon
from tools.registry import TOOLS
from tools.replies.drafting import Draft
from tools.solver import warm_up


class Assistant(Answers):
    """Turns of many conversations on one language model."""

    def load(self) -> None:
        """Load what the first user would wait for: the language model, if it runs here, the
        solver and the search. May take seconds."""
        warm_up()
        try:
            warm(self.llm)
        except SayableError as trouble:
            self.trouble = trouble
        abilities = say("abilities", "en")
        self._search(abilities, "en")
        if self.classify is not None:
            self.classify(signs_of(abilities))
        if self.extract is not None:
            self.extract(abilities)
        self.ready = self.trouble is None

    def turn(
        self, session: str, text: str, language: Language, person: Person = SOMEBODY
    ) -> Iterator[Step]:
        """Begin to answer a message, as `begin` does, and the steps as they come."""
        yield from self.begin(session, text, language, person).steps()

    def begin(self, session: str, text: str, language: Language, person: Person = SOMEBODY) -> Turn:
        """Begin to answer one message. The turn runs to its end and is saved even if nobody
        watches it.

        Args:
            session: names the conversation; `chats.permit` knows who may read it.
            language: of the page; the answer is in the language of the message, if it has one.
        """
        text = legible(text)
        if any(character.isalpha() for character in text):
            language = language_of(text)
        turn, refusal = Turn(text), self.refusal(text, language)
        if refusal is None:
            try:
                self.chats.ask(turn.id, session, person, text)
            except ChatError as error:
                refusal = error.say(language)
        if refusal is not None:
            turn.put(Finished(refusal, ok=False))
            turn.end()
            return turn
        turn.put(Thinking() if self.ready else Loading())
        self._start(session, turn, language, person)
        return turn

    def clock(self, person: Person = SOMEBODY) -> Clock:
        """When a plan begins that is made now."""
        return soon(self.zone_of(person))

    def read(self, text: str, person: Person = SOMEBODY) -> Problem:
        """The work that `text` describes, without a conversation.

        Raises:
            PlanError: no task in it, or they cannot be planned as said.
            Stopped, SayableError: the language model cannot be asked.
        """
        CALLER.set(Caller(name_of(person, "")))
        with self._spending(person) as spending:
            return read_text(lambda: self.llm, text, self.clock(person), spending, self.extract)

    def find(
        self, question: str, language: Language, person: Person, **chosen: Any
    ) -> list[Passage]:
        """What the knowledge says that `person` may see; `chosen` as `Library.search` takes it."""
        return self._search(question, language, audiences=person.audiences, **chosen)

    def reword(self, draft: Draft, person: Person) -> Iterator[Waiting | Draft]:
        """A draft in other words, in turn; see `rewording.rewording`."""
        return rewording(self.llm, self._purse, draft, person)

    def running(self, session: str) -> Turn | None:
        """The turn that is being answered in the conversation, to watch it from its first step."""
        return self._watched.of(session)

    def share(self, session: str, person: Person, audiences: Sequence[str]) -> None:
        """Let these read a conversation, and nobody else.

        Raises:
            ChatError: as `Chats.share` says.
        """
        self.chats.share(session, person, audiences)
        told = sorted(audiences)
        self.audit.write(person.id, "conversation-shared", session, audiences=told)

    def forget(self, session: str, person: Person) -> None:
        """Delete a conversation, with all that was said and planned in it.

        Raises:
            ChatError: it is not this person's own.
        """
        self.chats.forget(session, person)
        self.audit.write(person.id, "conversation-deleted", session)
        self.stop(session)
        with self._locks[session]:
            self._conversations.delete_thread(session)

    def refusal(self, text: str, language: Language) -> str | None:
        """Why a message cannot be answered; None if it can."""
        if unfit := unfit_message(text, self._max_message_characters):
            return unfit.say(language)
        return self.trouble.say(language) if self.trouble else None


def warm(llm: BaseChatModel) -> None:
    """Load a language model that runs here, so that its first answer is as quick as the others."""
    if isinstance(llm, LocalChat):
        llm.warm_up(fixed_start(), TOOLS)
