"""What conversations hold, and their plans changed without the language model: edited, improved,
accepted, undone."""

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, RemoveMessage
from langgraph.graph.message import REMOVE_ALL_MESSAGES

from agent.appraisal import described, improvable
from agent.audit import Event
from agent.conversations import Conversations, config
from agent.solves import Solves
from agent.steps import Snapshot
from tools.conflict.explained import optimise
from tools.explain import answered, asked_of, of_old_plan
from tools.history import History
from tools.person import SOMEBODY, Person
from tools.phrases import Language
from tools.plan import Problem, Schedule
from tools.pointing import Pointed, meant, tell_question
from tools.solver.begun import begun
from tools.solver.progress import Progress
from tools.state import Kept
from tools.studies.clock import Budget, patience
from tools.studies.plans import unproved
from tools.telling import tell_explanation

ONLY = RemoveMessage(REMOVE_ALL_MESSAGES)
"""Before the messages of a turn: the state is to hold no others."""
EDIT_SECONDS = 0.6
"""Solver time for an edit of the table, so that the chart follows within a second."""


class Plans:
    """The plans of many conversations."""

    def __init__(
        self,
        graph: Any,
        conversations: Conversations,
        time_limit_seconds: float,
        noted: Callable[..., None] = lambda *_, **__: None,
    ) -> None:
        """
        Args:
            noted: hears what is asked and changed: (person, session, event, ...).
        """
        self._graph, self._conversations, self._noted = graph, conversations, noted
        self._time_limit_seconds = time_limit_seconds
        self._locks: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._turns, self._improvements = Solves(), Solves()

    def snapshot(self, session: str) -> Snapshot:
        """All that the conversation holds; empty if there is none of that name."""
        mark = self._conversations.latest(session)
        values = self._values(session)
        said = self._conversations.said(session, values.get("messages", []))
        return replace(_standing(values), messages=tuple(said), mark=mark)

    def replan(
        self, session: str, problem: Problem, *, again: bool = False, by: Person = SOMEBODY
    ) -> Schedule:
        """Plan an edited problem at once, without the language model, and keep both.

        Args:
            again: from scratch; else few tasks move in a plan that is being carried out.
            by: whose change it is, for the audit log.
        """
        self._improvements.stop(session)
        with self._locks[session]:
            old = None if again or not problem.under_way else self._plan(session).schedule
            before = old if old and old.planned else None
            schedule = optimise(problem, time_limit_seconds=EDIT_SECONDS, before=before)
            kept = Kept(problem=begun(problem, before), schedule=schedule)
            self._change_plan(session, kept, by)
            return schedule

    def accept(self, session: str, by: Person = SOMEBODY) -> bool:
        """Take over the plan that the last explanation compared with, under its conditions.

        Returns:
            Whether there was one.
        """
        self._improvements.stop(session)
        with self._locks[session]:
            now = _standing(self._values(session))
            told = now.explanation
            if told is None or told.other is None:
                return False
            problem, schedule = told.problem or now.problem, told.other
            if told.problem is None:  # no rule of the problem asks for what was solved for
                schedule = unproved(schedule)
            new = Kept(problem=problem, schedule=schedule)
            self._change_plan(session, new, by, "plan-accepted")
            return True

    def inquire(
        self,
        session: str,
        pointed: Pointed,
        language: Language,
        tell: Callable[[Progress], None],
        left: Callable[[], bool],
        by: Person = SOMEBODY,
    ) -> str:
        """A question about what was pointed at. Asked without the language model, of the plan as it
        is when asked, and kept as a turn of the conversation.

        Args:
            left: whether nobody waits for it any more.

        Returns:
            The answer.

        Raises:
            PlanError: there is no plan, no such task in it, or the question makes no sense for it.
        """
        seen = self._plan(session)
        self._improvements.stop(session)
        with self._locks[session], self._turns.running(session) as stopped:
            now = self._plan(session)
            problem, schedule = asked_of(now, seen)
            seconds = patience(problem, self._time_limit_seconds)
            budget = Budget(seconds, tell, lambda: stopped() or left())
            asked_for = meant(problem, schedule, pointed)
            told = answered(problem, schedule, asked_for, budget)
            words = tell_explanation(told, language, problem)
            stands = Kept(problem=problem, schedule=schedule).looks_like(now)
            words = words if stands else of_old_plan(words, language)
            asked = tell_question(problem, schedule, asked_for, language)
            self._noted(by, session, "asked", question=asked)
            turn = [HumanMessage(asked), AIMessage(words)]
            self._say(session, turn, explanation=told if stands else None)
            return words

    def take_back(self, session: str, by: Person = SOMEBODY) -> str:
        """As if the last message had not been sent: it and its answer are gone, and so is what the
        turn changed of the plan.

        Returns:
            The message; empty if there is none.
        """
        self.stop(session)
        with self._locks[session]:
            values = self._values(session)
            self._conversations.put_by(session, values.get("messages", []))
            text = self._conversations.forget_last(session)
            if not text:
                return ""
            self._update(session, messages=[ONLY], explanation=None, passages=[])
            if values.get("changed"):
                plan, history = _history(values).undone(_kept(values))
                old = _as_lists(history._replace(redo=()))
                self._save_plan(session, plan, by, "plan-undone", changed=False, **old)
            self._conversations.forget_past(session)
            return text

    def undo(self, session: str, by: Person = SOMEBODY) -> bool:
        """Back to the plan before the last change; False if there is none."""
        return self._step(session, "undo", by)

    def redo(self, session: str, by: Person = SOMEBODY) -> bool:
        """Forward again to the plan that was undone last; False if there is none."""
        return self._step(session, "redo", by)

    def _step(self, session: str, way: Literal["undo", "redo"], by: Person) -> bool:
        self._improvements.stop(session)
        with self._locks[session]:
            values = self._values(session)
            history, now = _history(values), _kept(values)
            if not getattr(history, way):
                return False
            plan, history = history.undone(now) if way == "undo" else history.redone(now)
            event: Event = "plan-undone" if way == "undo" else "plan-redone"
            self._save_plan(session, plan, by, event, changed=False, **_as_lists(history))
            return True

    def improve(
        self,
        session: str,
        tell: Callable[[Progress], None],
        left: Callable[[], bool],
        by: Person = SOMEBODY,
    ) -> Schedule | None:
        """Go on from the plan there is, for as long as a turn may; until it is proved, or stopped.

        Args:
            left: whether nobody waits for it any more; then it is stopped too.

        Returns:
            The better plan, which is kept; None if there is none, or if another problem was
            planned meanwhile.
        """
        start = _standing(self._values(session))
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
            now = _standing(self._values(session))
            if not _same(now, start) or found.status == "unknown":
                return None
            better = Kept(problem=start.problem, schedule=found)
            self._save_plan(session, better, by, "plan-improved")
            return found

    def stop(self, session: str) -> None:
        """Whatever is being planned in the conversation ends with the best plan so far; a turn in
        which nothing is being planned yet ends with nothing."""
        self._turns.stop(session)
        self._improvements.stop(session)

    def _remember(self, session: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
        """After a turn: what it changed can be undone, unless it did undo or redo itself."""
        old = _kept(before)
        changed = _history(before) == _history(now) and not old.looks_like(_kept(now))
        lists = _as_lists(_history(before).changed(old)) if changed else {}
        if changed or now.get("changed"):  # most turns only talk: one state less to save
            self._update(session, changed=changed, **lists)

    def _change_plan(
        self, session: str, new: Kept, by: Person = SOMEBODY, event: Event = "plan-edited"
    ) -> None:
        """Keep another plan, so that it can be undone."""
        values = self._values(session)
        old, history = _kept(values), _history(values)
        if not old.looks_like(new):
            history = history.changed(old)
        self._save_plan(session, new, by, event, changed=False, **_as_lists(history))

    def _save_plan(
        self, session: str, plan: Kept, by: Person, event: Event, **more: object
    ) -> None:
        self._noted(by, session, event, **described(plan))
        update = {"problem": plan.problem, "schedule": plan.schedule, "explanation": None}
        self._update(session, **update, **more)
        self._conversations.forget_past(session)

    def _say(self, session: str, turn: Sequence[BaseMessage], **update: object) -> None:
        """Keep a turn that the graph had no part in."""
        self._conversations.put_by(session, self._values(session).get("messages", []))
        self._update(session, messages=[ONLY, *turn], **update)
        self._conversations.forget_past(session)

    def _plan(self, session: str) -> Kept:
        return _kept(self._values(session))

    def _values(self, session: str) -> Mapping[str, Any]:
        """All that the conversation holds, by name."""
        return self._conversations.values(session)

    def _update(self, session: str, **update: object) -> None:
        self._graph.update_state(config(session), update, as_node="model")


def _standing(values: Mapping[str, Any]) -> Snapshot:
    """What a conversation has come to, without what was said."""
    return Snapshot(
        problem=values.get("problem"),
        schedule=values.get("schedule"),
        explanation=values.get("explanation"),
        passages=tuple(values.get("passages", ())),
        draft=values.get("draft"),
        undoable=bool(values.get("undo")),
        redoable=bool(values.get("redo")),
    )


def _kept(values: Mapping[str, Any]) -> Kept:
    return Kept(problem=values.get("problem"), schedule=values.get("schedule"))


def _history(values: Mapping[str, Any]) -> History:
    return History(tuple(values.get("undo", ())), tuple(values.get("redo", ())))


def _as_lists(history: History) -> dict[str, object]:
    return {"undo": list(history.undo), "redo": list(history.redo)}


def _same(now: Snapshot, start: Snapshot) -> bool:
    """Whether nothing was planned or explained meanwhile; an answer speaks of the plan it saw."""
    return (now.problem, now.schedule, now.explanation) == (
        start.problem,
        start.schedule,
        start.explanation,
    )
