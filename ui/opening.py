"""The assistant before it is there: the page is shown first, then this opens the assistant and
loads its models. Whoever asks it something meanwhile waits; whoever sends a message is told so."""

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from agent.audit import Audit
from agent.steps import Loading, Snapshot, Step
from tools.person import SOMEBODY, Person
from tools.phrases import Language, SayableError, say
from tools.plan import Problem, Schedule
from ui.edge import report

if TYPE_CHECKING:
    from agent.chats import Chats
    from agent.turns import Turn
    from knowledge.library import Library
    from tools.kinds.weighing import Classify
    from tools.pointing import Pointed
    from tools.replies.desk import Desk
    from tools.solver.progress import Progress

_LOG = logging.getLogger("whyflow.page")


class NotReady(SayableError):
    """The assistant is still being opened, or cannot be."""


class Opening:
    """Has the shape of the assistant that `open_assistant` will return."""

    def __init__(self, open_assistant: Callable[[], Any], audit: Audit | None = None) -> None:
        self._open = open_assistant
        self.audit = audit or Audit(None)
        """The log for those who change or ask something without a conversation."""
        self._opened: Future[Any] = Future()
        self._trouble = ""
        self._loaded = Event()
        """Set when the models are there, or will never be."""

    def start(self) -> None:
        """Open and load in a thread of its own."""
        Thread(target=self._work, name="opening", daemon=True).start()

    @property
    def ready(self) -> bool:
        """Are the models loaded?"""
        opened = self._opened.done() and self._opened.exception() is None
        return opened and bool(self._opened.result().ready)

    @property
    def classify(self) -> "Classify | None":
        """Tells what a message wants; None until the models are loaded: what is asked meanwhile is
        understood by its letters and words."""
        classify: Classify | None = self._opened.result().classify if self.ready else None
        return classify

    def trouble(self, language: Language) -> str:
        """Why it will not become ready, as a sentence; empty if nothing is known against it."""
        if self._trouble:
            return say("page-not-opened", language, reference=self._trouble)
        if not self._opened.done():
            return ""
        error = self._opened.exception() or getattr(self._opened.result(), "trouble", None)
        return error.say(language) if isinstance(error, SayableError) else ""

    def now(self, language: Language) -> Any:
        """The assistant itself, for whoever does not wait.

        Raises:
            NotReady: its models are not loaded, or cannot be.
        """
        if not self.ready:
            trouble = self.trouble(language)
            raise NotReady("not-ready-for", why=trouble) if trouble else NotReady("not-ready-yet")
        return self._opened.result()

    def awaited(self, language: Language) -> Any:
        """The assistant itself, once its models are loaded.

        Raises:
            NotReady: they cannot be.
        """
        self._loaded.wait()
        return self.now(language)

    def turn(
        self, session: str, text: str, language: Language, person: Person = SOMEBODY
    ) -> Iterator[Step]:
        if not self._opened.done():
            yield Loading()
        yield from self.begin(session, text, language, person).steps()

    def begin(
        self, session: str, text: str, language: Language, person: Person = SOMEBODY
    ) -> "Turn":
        turn: Turn = self._opened.result().begin(session, text, language, person)
        return turn

    def refusal(self, text: str, language: Language) -> str | None:
        """Why a message is not sent, so that it stays in the box; None if it is."""
        if not self._opened.done():
            return None if text.strip() else say("message-empty", language)
        refusal: str | None = self._opened.result().refusal(text, language)
        return refusal

    @property
    def chats(self) -> "Chats":
        """Whose the conversations are."""
        return self._opened.result().chats

    @property
    def time_zone(self) -> str:
        """On whose clock times are shown."""
        return str(self._opened.result().time_zone)

    def zone_of(self, person: Person) -> str:
        """On whose clock the times that this person names are read."""
        return str(self._opened.result().zone_of(person))

    def running(self, session: str) -> "Turn | None":
        return self._opened.result().running(session)

    def take_back(self, session: str, by: Person = SOMEBODY) -> str:
        return self._opened.result().take_back(session, by)

    def share(self, session: str, person: Person, audiences: Sequence[str]) -> None:
        self._opened.result().share(session, person, audiences)

    def forget(self, session: str, person: Person) -> None:
        self._opened.result().forget(session, person)

    def snapshot(self, session: str) -> Snapshot:
        return self._opened.result().snapshot(session)

    def replan(
        self, session: str, problem: Problem, *, again: bool = False, by: Person = SOMEBODY
    ) -> Schedule:
        return self._opened.result().replan(session, problem, again=again, by=by)

    def accept(self, session: str, by: Person = SOMEBODY) -> bool:
        return self._opened.result().accept(session, by)

    def inquire(
        self,
        session: str,
        pointed: "Pointed",
        language: Language,
        tell: "Callable[[Progress], None]",
        left: "Callable[[], bool]",
        by: Person = SOMEBODY,
    ) -> str:
        return self._opened.result().inquire(session, pointed, language, tell, left, by)

    def undo(self, session: str, by: Person = SOMEBODY) -> bool:
        return self._opened.result().undo(session, by)

    def redo(self, session: str, by: Person = SOMEBODY) -> bool:
        return self._opened.result().redo(session, by)

    def improve(
        self,
        session: str,
        tell: "Callable[[Progress], None]",
        left: "Callable[[], bool]",
        by: Person = SOMEBODY,
    ) -> Schedule | None:
        return self._opened.result().improve(session, tell, left, by)

    def stop(self, session: str) -> None:
        if self._opened.done():
            self._opened.result().stop(session)

    @property
    def library(self) -> "Library":
        """The knowledge base; whoever asks before it is open waits."""
        opened: Library = self._opened.result().library
        return opened

    @property
    def desk(self) -> "Desk":
        """Reply templates and what became of them; whoever asks before it is open waits."""
        opened: Desk = self._opened.result().desk
        return opened

    def passage_text(self, source: str, **chosen: Any) -> str:
        return self._opened.result().passage_text(source, **chosen)

    def _work(self) -> None:
        try:
            assistant = self._open()
            self._opened.set_result(assistant)
            assistant.load()
        except SayableError as error:
            _LOG.error("%s", error)
            self._fail(error)
        except Exception as error:  # nobody waits for this thread: said on the page and logged
            self._trouble = report(error)
            self._fail(error)
        self._loaded.set()

    def _fail(self, error: Exception) -> None:
        if not self._opened.done():
            self._opened.set_exception(error)
