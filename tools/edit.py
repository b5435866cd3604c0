"""The tool `edit_tasks`: a follow-up message -> the problem changed as it says. The language model
says that the message is one, and copies words; code reads what is to be changed."""

from collections.abc import Iterable
from typing import Any, Literal

from langchain.tools import tool
from langgraph.types import Command

from tools.history import History
from tools.phrases import say
from tools.plan import Assumption, Problem
from tools.plan.changes import Change, apply
from tools.record import PlanError
from tools.state import Kept, Runtime, message_of, refuse, reply
from tools.telling import listing, tell_assumed, tell_change, tell_schedule
from tools.wording.changes import whose
from tools.wording.edits import edits
from tools.wording.followups import Step, step_back
from tools.wording.numbers import spans

GIVEN = {
    "duration": "duration",
    "demand": "demand",
    "priority": "priority",
    "capacity": "capacity",
    "wait": "order",
    "deadline": "deadline",
}
"""What is assumed no longer once somebody has said it, by the kind of the change."""


@tool
def edit_tasks(
    kind: Literal["change", "undo", "redo"], runtime: Runtime, change: str = ""
) -> Command[Any]:
    """The user orders a change of the known tasks: another duration, people, priority, order, name
    or deadline, one more task, or one less; or to undo or redo the last change."""
    step = step_back(message_of(runtime))
    if step or kind != "change":
        return _stepped(step or ("undo" if kind == "undo" else "redo"), runtime)
    problem = runtime.state.get("problem")
    try:
        if problem is None:
            raise PlanError("no-plan-yet")
        wanted = _wanted(runtime, change, problem)
        changed = edited(problem, wanted)
    except PlanError as error:
        return refuse(runtime, error)
    language = runtime.context.language
    told = listing([tell_change(each, language, changed) for each in wanted], language)
    words = say("edited", language, changes=told)
    if changed.assumed != problem.assumed and changed.assumed:
        words += "\n\n" + tell_assumed(changed, language)
    return reply(runtime, words, preface=words, problem=changed, schedule=None, explanation=None)


def edited(problem: Problem, wanted: Iterable[Change]) -> Problem:
    """`problem` with the changes made; what they say is assumed no longer.

    Raises:
        PlanError: the changed problem makes no sense.
    """
    wanted = list(wanted)
    said = {(GIVEN.get(each.kind), whose(each)) for each in wanted}
    changed = apply(problem, wanted)
    left = tuple(each for each in changed.assumed if not _is_said(each, said))
    return changed.model_copy(update={"assumed": left})


def _is_said(each: Assumption, said: Iterable[tuple[str | None, str]]) -> bool:
    return (each.field, each.task or each.resource or "") in said


def _wanted(runtime: Runtime, change: str, problem: Problem) -> tuple[Change, ...]:
    """The user's own words count first: a small model at times copies too little. What a language
    model made of an earlier message counts if it brings no number of its own.

    Raises:
        PlanError: neither says what is to be changed.
    """
    order = _shown(runtime, problem)
    try:
        return edits(message_of(runtime), problem, order)
    except PlanError:
        said = "\n".join(each.text for each in runtime.state["messages"])
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


def _stepped(step: Step, runtime: Runtime) -> Command[Any]:
    """Back to the plan before the last change, or forward again."""
    state, language = runtime.state, runtime.context.language
    history = History(tuple(state.get("undo") or ()), tuple(state.get("redo") or ()))
    if not getattr(history, step):
        return refuse(runtime, PlanError(f"nothing-to-{step}"))
    now = Kept(problem=state.get("problem"), schedule=state.get("schedule"))
    plan, history = history.undone(now) if step == "undo" else history.redone(now)
    words = say(f"edit-{step}", language)
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
