"""The tool `edit_tasks`: a follow-up message -> the problem changed as it says. The language model
says that the message is one, and copies words; code reads what is to be changed."""

from collections.abc import Iterable
from textwrap import shorten
from typing import Any, Literal

from langchain.tools import tool
from langgraph.types import Command

from knowledge.numbers import spans
from tools.history import History
from tools.phrases import Language, say
from tools.plan import Assumption, Problem
from tools.plan.beginnings import SetHours, SetStart
from tools.plan.changes import (
    AddTask,
    Change,
    SetCapacity,
    SetDeadline,
    SetDuration,
    SetPriority,
    apply,
)
from tools.plan.problem import Origin
from tools.plan.rewrites import SetDemand, SetLimit
from tools.prose.clock import soon
from tools.record import PlanError
from tools.state import Kept, Runtime, message_of, refuse, reply
from tools.telling import listing, tell_change, tell_schedule
from tools.wording.changes import whose
from tools.wording.edits import edits
from tools.wording.undoing import Back, step_back, undone_after, undone_before
from tools.wording.unread import unplaced, unread

GIVEN = {
    "duration": "duration",
    "demand": "demand",
    "priority": "priority",
    "capacity": "capacity",
    "wait": "order",
    "deadline": "deadline",
}
"""What is assumed no longer once somebody has said it, by the kind of the change."""

LONGEST = 120
"""Characters of a message that are kept with the values it changed."""


@tool
def edit_tasks(
    kind: Literal["change", "undo", "redo"], runtime: Runtime, change: str = ""
) -> Command[Any]:
    """The user orders a change of the known tasks: another duration, people, priority, order, name
    or deadline, one more task, or one less; or to undo or redo the last change."""
    message = message_of(runtime)
    back = step_back(message)
    if back or kind != "change":
        return _stepped(back or Back("undo" if kind == "undo" else "redo"), runtime)
    try:
        if (first := undone_before(message)) is not None:
            return _after(*first, runtime)
        if (last := undone_after(message)) is not None:
            return _taken_back(*last, runtime)
        problem, wanted = _read(runtime, message, change)
        changed = edited(problem, wanted, message)
    except PlanError as error:
        return refuse(runtime, error)
    words = _told(wanted, changed, runtime.context.language)
    words += _missed(message, problem, wanted, changed, runtime)
    return reply(runtime, words, preface=words, problem=changed, schedule=None, explanation=None)


def _told(wanted: Iterable[Change], changed: Problem, language: Language) -> str:
    """What was changed."""
    return say("edited", language, changes=_listed(wanted, changed, language))


def _listed(wanted: Iterable[Change], changed: Problem, language: Language) -> str:
    return listing([tell_change(each, language, changed) for each in wanted], language)


def _missed(
    message: str,
    problem: Problem,
    wanted: tuple[Change, ...],
    changed: Problem,
    runtime: Runtime,
) -> str:
    """What of the message was not understood; nothing if all of it was."""
    order, language = _shown(runtime, problem), runtime.context.language
    left = unread(message, problem, wanted, lambda words: edits(words, problem, order))
    quoted = [say("edit-quoted", language, words=each) for each in left]
    told = [say("edit-unread", language, words=listing(quoted, language))] if left else []
    task = next(filter(None, map(whose, wanted)), next(iter(problem.by_name)))
    for who in unplaced(message, problem, wanted, changed):
        if not any(who in words for words in left):
            told.append(say("edit-person-unread", language, who=who, task=task))
    return "".join(f" {each}" for each in told)


def _after(back: Back, message: str, runtime: Runtime) -> Command[Any]:
    """Something is taken back first, and then changed.

    Raises:
        PlanError: there is nothing to take back, or it is not clear what is to be changed.
    """
    language = runtime.context.language
    plan, history, count = _went(back, runtime)
    if plan.problem is None:
        raise PlanError("no-plan-yet")
    wanted = edits(message, plan.problem)
    changed = edited(plan.problem, wanted, message)
    history = history.changed(plan)
    words = say(f"edit-{back.way}", language, count=count) + " " + _told(wanted, changed, language)
    return reply(
        runtime,
        words,
        preface=words,
        problem=changed,
        schedule=None,
        explanation=None,
        undo=list(history.undo),
        redo=list(history.redo),
    )


def _taken_back(message: str, back: Back, runtime: Runtime) -> Command[Any]:
    """A change that is taken back at once, with those before it if more are meant.

    Raises:
        PlanError: it is not clear what is to be changed.
    """
    problem, wanted = _read(runtime, message, "")
    changed = edited(problem, wanted, message)
    if back.steps == 1:
        language = runtime.context.language
        words = say("edit-for-nothing", language, changes=_listed(wanted, changed, language))
        return reply(runtime, words, answer=words)
    return _stepped(back._replace(steps=back.steps and back.steps - 1), runtime)


def edited(problem: Problem, wanted: Iterable[Change], words: str = "") -> Problem:
    """`problem` with the changes made; what they say is assumed no longer.

    Args:
        words: those that say so.

    Raises:
        PlanError: the changed problem makes no sense.
    """
    wanted = list(wanted)
    said = {(GIVEN.get(each.kind), whose(each)) for each in wanted}
    changed = apply(problem, wanted)
    left = tuple(each for each in changed.assumed if not _is_said(each, said))
    new = [each for change in wanted if words and (each := _origin(change, words))]
    said_now = {(each.field, each.task, each.resource) for each in new}
    old = [
        each for each in changed.origins if (each.field, each.task, each.resource) not in said_now
    ]
    return changed.model_copy(update={"assumed": left, "origins": (*old, *new)})


def _origin(change: Change, words: str) -> Origin | None:
    """Where the value is from that something is changed to; None if that is no value."""
    words = shorten(words, LONGEST, placeholder=" …")
    match change:
        case SetDuration() | SetPriority() | SetDeadline():
            return Origin(field=change.kind, task=change.task, words=words)
        case SetDemand() if change.amount:
            return Origin(field="demand", task=change.task, resource=change.resource, words=words)
        case SetHours():
            return Origin(field="hours", words=words)
        case SetCapacity():
            return Origin(field="capacity", resource=change.resource, words=words)
        case SetLimit() if change.minute is not None and change.field != "fixed":
            return Origin(field=change.field, task=change.task, words=words)
        case AddTask() if not change.assumed:
            return Origin(field="duration", task=change.task.name, words=words)
    return None


def _is_said(each: Assumption, said: Iterable[tuple[str | None, str]]) -> bool:
    return (each.field, each.task or each.resource or "") in said


def _read(runtime: Runtime, message: str, change: str) -> tuple[Problem, tuple[Change, ...]]:
    """The known tasks and what is to be changed. A plan without a clock gets one that starts soon,
    once a time on the clock is named.

    Raises:
        PlanError: there are no tasks, or it is not clear what is to be changed.
    """
    problem = runtime.state.get("problem")
    if problem is None:
        raise PlanError("no-plan-yet")
    try:
        return problem, _wanted(runtime, message, change, problem)
    except PlanError as error:
        if error.key != "no-clock-yet":
            raise
    clocked = soon(runtime.context.time_zone).starting(problem)
    wanted = _wanted(runtime, message, change, clocked)
    if any(isinstance(each, SetStart) for each in wanted):  # times from the start stay such times
        return problem.model_copy(update={"time_zone": clocked.time_zone}), wanted
    return clocked, wanted


def _wanted(runtime: Runtime, message: str, change: str, problem: Problem) -> tuple[Change, ...]:
    """The user's own words count first: a small model at times copies too little. What a language
    model made of them counts if it brings no number that stands neither there nor in a name.

    Raises:
        PlanError: neither says what is to be changed.
    """
    order = _shown(runtime, problem)
    try:
        return edits(message, problem, order)
    except PlanError:
        said = "\n".join((*(each.text for each in runtime.state["messages"]), *problem.by_name))
        if not change or not {each.value for each in spans(change)} <= {
            each.value for each in spans(said)
        }:
            raise
        return edits(change, problem, order)


def _shown(runtime: Runtime, problem: Problem) -> list[str]:
    """Names in the order of the plan, which is how the user sees them."""
    schedule = runtime.state.get("schedule")
    starts = {each.task: each.start for each in schedule.assignments} if schedule else {}
    return sorted(problem.by_name, key=lambda name: starts.get(name, 0))


def _stepped(back: Back, runtime: Runtime) -> Command[Any]:
    """Back to a plan before, or forward again."""
    language = runtime.context.language
    try:
        plan, history, count = _went(back, runtime)
    except PlanError as error:
        return refuse(runtime, error)
    words = say(f"edit-{back.way}", language, count=count)
    if back.steps is not None and count < back.steps:
        words += " " + say(f"edit-{back.way}-fewer", language, count=count)
    if plan.problem is not None and plan.schedule is not None:
        words += "\n\n" + tell_schedule(plan.problem, plan.schedule, language)
    return reply(
        runtime,
        words,
        answer=words,
        problem=plan.problem,
        schedule=plan.schedule,
        explanation=None,
        undo=list(history.undo),
        redo=list(history.redo),
    )


def _went(back: Back, runtime: Runtime) -> tuple[Kept, History, int]:
    """The plan that is gone back to, the history then, and over how many changes.

    Raises:
        PlanError: there is nothing to go back to.
    """
    state = runtime.state
    history = History(tuple(state.get("undo") or ()), tuple(state.get("redo") or ()))
    if not getattr(history, back.way):
        raise PlanError(f"nothing-to-{back.way}")
    now = Kept(problem=state.get("problem"), schedule=state.get("schedule"))
    return history.back(now, *back)
