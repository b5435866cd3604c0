"""One conversation partner for the page, the command line and later the API: a message in, steps
out, everything saved. The one place where the unexpected is caught, logged once and said calmly."""

import logging
import secrets
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from queue import SimpleQueue

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage

from agent.agent import build_agent
from agent.conversations import Conversations, config
from agent.llm import silence
from agent.local import LocalChat
from agent.solves import Solves, paced
from agent.steps import Finished, Loading, Planning, Snapshot, Step, Thinking
from agent.view import fixed_start, legible
from agent.watch import as_people_see, steps_of
from knowledge.language import language_of
from knowledge.passage import Passage
from tools.optimise import optimise
from tools.phrases import Language, SayableError, say
from tools.plan import Problem, Schedule
from tools.registry import TOOLS
from tools.solver import warm_up
from tools.solver.progress import Progress
from tools.state import Context

log = logging.getLogger(__name__)

EDIT_SECONDS = 0.6
"""Solver time for an edit of the table, so that the chart follows within a second."""


class Assistant:
    """Turns of many conversations on one language model."""

    def __init__(
        self,
        llm: BaseChatModel,
        conversations: Conversations,
        search: Callable[[str, Language], list[Passage]],
        passage_text: Callable[[str], str],
        *,
        time_limit_seconds: float = 5.0,
        max_message_characters: int = 4000,
    ) -> None:
        self.ready = False
        self.trouble: SayableError | None = None
        """Why the language model cannot be loaded, once that is known."""
        self._llm = llm
        self._conversations = conversations
        self._graph = build_agent(llm, conversations)
        self._search = search
        self.passage_text = passage_text
        """The whole document behind a citation, by its source."""
        self._time_limit_seconds = time_limit_seconds
        self._max_message_characters = max_message_characters
        self._locks: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._turns, self._improvements = Solves(), Solves()

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

    def turn(self, session: str, text: str, language: Language) -> Iterator[Step]:
        """Answer one message. The turn runs to its end and is saved even if nobody reads on.

        Args:
            session: names the conversation; whoever knows it can read it.
            language: of the page; the answer is in the language of the message, if it has one.
        """
        text = legible(text)
        if any(character.isalpha() for character in text):
            language = language_of(text)
        refusal = self.refusal(text, language)
        if refusal is not None:
            yield Finished(refusal, ok=False)
            return
        steps: SimpleQueue[Step | None] = SimpleQueue()
        threading.Thread(
            target=self._work, args=(session, text, language, steps.put), daemon=True
        ).start()
        yield Thinking() if self.ready else Loading()
        while (step := steps.get()) is not None:
            yield step

    def refusal(self, text: str, language: Language) -> str | None:
        """Why a message cannot be answered; None if it can."""
        if unfit := unfit_message(text, self._max_message_characters):
            return unfit.say(language)
        return self.trouble.say(language) if self.trouble else None

    def _work(
        self, session: str, text: str, language: Language, put: Callable[[Step | None], None]
    ) -> None:
        try:
            self._improvements.stop(session)  # they would slow the turn down
            with self._locks[session]:
                put(self._run(session, text, language, put))
        except Exception as error:  # the one edge: whatever it is, the user gets a calm sentence
            put(Finished(calm(error, language), ok=False))
        finally:
            put(None)

    def _run(
        self, session: str, text: str, language: Language, put: Callable[[Step | None], None]
    ) -> Finished:
        asked = {"messages": [HumanMessage(text)], "answer": "", "possible": True}
        before = self._conversations.latest(session)
        try:
            with self._turns.running(session) as stopped:
                context = self._context(language, put, stopped)
                # Saved when the turn is over, so that a turn is kept whole or not at all.
                for mode, event in self._graph.stream(
                    asked,
                    config(session),
                    context=context,
                    stream_mode=["messages", "updates"],
                    durability="exit",
                ):
                    for step in steps_of(mode, event, text):
                        put(step)
        except Exception as error:
            answer = calm(error, language)
            self._conversations.forget_since(session, before)
            self._keep(session, text, answer)
            return Finished(answer, ok=False)
        self._conversations.forget_past(session)
        values = self._graph.get_state(config(session)).values
        return Finished(values["messages"][-1].text, ok=values.get("possible", True))

    def _context(
        self,
        language: Language,
        put: Callable[[Step | None], None],
        stopped: Callable[[], bool],
    ) -> Context:
        return Context(
            language,
            self._search,
            self.passage_text,
            self._time_limit_seconds,
            tell=paced(lambda progress: put(Planning(progress))),
            cancelled=stopped,
        )

    def _keep(self, session: str, text: str, answer: str) -> None:
        """A turn that failed is kept as the question and the calm sentence."""
        update = {"messages": [HumanMessage(text), AIMessage(answer)]}
        self._graph.update_state(config(session), update, as_node="model")
        self._conversations.forget_past(session)

    def snapshot(self, session: str) -> Snapshot:
        """All that the conversation holds; empty if there is none of that name."""
        values = self._graph.get_state(config(session)).values
        return Snapshot(
            messages=tuple(as_people_see(values.get("messages", []))),
            problem=values.get("problem"),
            schedule=values.get("schedule"),
            explanation=values.get("explanation"),
            passages=tuple(values.get("passages", ())),
        )

    def replan(self, session: str, problem: Problem, *, again: bool = False) -> Schedule:
        """Plan an edited problem at once, without the language model, and keep both.

        Args:
            again: from scratch; else few tasks move in a plan that is being carried out.
        """
        self._improvements.stop(session)
        with self._locks[session]:
            old = None if again or not _under_way(problem) else self.snapshot(session).schedule
            before = old if old and old.planned else None
            schedule = optimise(problem, time_limit_seconds=EDIT_SECONDS, before=before)
            self._save_plan(session, problem, schedule)
            return schedule

    def improve(
        self, session: str, tell: Callable[[Progress], None], left: Callable[[], bool]
    ) -> Schedule | None:
        """Go on from the plan there is, for as long as a turn may; until it is proved, or stopped.

        Args:
            left: whether nobody waits for it any more; then it is stopped too.

        Returns:
            The better plan, which is kept; None if there is none, or if another problem was
            planned meanwhile.
        """
        start = self.snapshot(session)
        if not improvable(start):
            return None
        assert start.problem is not None
        with self._improvements.running(session) as stopped:
            found = optimise(
                start.problem,
                time_limit_seconds=self._time_limit_seconds,
                hint=start.schedule,
                tell=tell,
                cancelled=lambda: stopped() or left(),
            )
        with self._locks[session]:
            now = self.snapshot(session)
            unchanged = (now.problem, now.schedule) == (start.problem, start.schedule)
            if not unchanged or found.status == "unknown":
                return None
            self._save_plan(session, start.problem, found)
            return found

    def stop(self, session: str) -> None:
        """Whatever is being planned in the conversation ends with the best plan so far."""
        self._turns.stop(session)
        self._improvements.stop(session)

    def _save_plan(self, session: str, problem: Problem, schedule: Schedule) -> None:
        update = {"problem": problem, "schedule": schedule, "explanation": None}
        self._graph.update_state(config(session), update, as_node="model")
        self._conversations.forget_past(session)


def improvable(snapshot: Snapshot) -> bool:
    """Whether more time may give a better plan. One with the fewest moves is left as it is."""
    schedule = snapshot.schedule
    if snapshot.problem is None or schedule is None or schedule.goal == "moves":
        return False
    return schedule.status in ("feasible", "unknown")


def _under_way(problem: Problem) -> bool:
    return problem.now > 0 or any(task.started is not None for task in problem.tasks)


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
    if len(text) > limit:
        return SayableError("message-too-long", count=len(text), limit=limit)
    return None


def calm(error: Exception, language: Language) -> str:
    """What the user reads instead of a traceback."""
    if isinstance(error, SayableError):
        log.warning("%s", error)
        return error.say(language)
    why = silence(error)
    if why is not None:
        log.info("The language model does not answer: %s", why)
        return say("llm-down", language, why=why)
    reference = secrets.token_hex(4)
    log.error("Unexpected error, reference %s", reference, exc_info=error)
    return say("unexpected", language, reference=reference)
