"""The tool `explain_decision`: Problem + Schedule + question -> Explanation. Everything it says is
a fact of the plan or the result of solving again. What is asked for is found by `meaning.py`."""

import re
from typing import Any

from langchain.tools import tool
from langgraph.types import Command

from knowledge.numbers import fold
from tools.lookup import lookup
from tools.meaning import Meaning, meaning
from tools.phrases import Language, say
from tools.plan import Problem, Schedule
from tools.question import Group, Question
from tools.reasons.records import Explanation, NoPlan, NotThen, WhatIf
from tools.recent import Recent
from tools.record import PlanError
from tools.state import Kept, Runtime, message_of, refuse, reply
from tools.studies.clock import Budget, patience
from tools.studies.conditions import what_if
from tools.studies.deadlines import in_time
from tools.studies.difference import what_changed
from tools.studies.effort import first_by_priority
from tools.studies.helps import what_helps
from tools.studies.lookup import look_up
from tools.studies.moment import why_not_then
from tools.studies.order import first_but, why_before, why_not_first, why_not_last
from tools.studies.people import why_who
from tools.studies.reasons import why, why_no_plan, why_this_plan
from tools.studies.together import why_not_together
from tools.telling import tell_explanation
from tools.wording.delays import moved
from tools.wording.hints import hints
from tools.wording.moments import Moment
from tools.wording.names import mentioned

_NOT = re.compile(r"不(?:是|在|从|于|放|排|安排|定|能|可以|让)|n't(?![a-z])|(?<![a-z])not(?![a-z])")
_ANSWERS: Recent[tuple[Problem, Schedule, Meaning], Explanation] = Recent()


@tool
def explain_decision(
    kind: Group, runtime: Runtime, tasks: str = "", change: str = ""
) -> Command[Any]:
    """The user asks why the plan is as it is, why one task comes before another (order), or what if
    something were different (what_if). Copy the names of the tasks and the words of the change."""
    context = runtime.context
    question = Question(message_of(runtime), tasks, change, kind, context.classify)
    try:
        # What was changed by an earlier wish of the same message is meant.
        seen = None if runtime.state.get("served") else context.seen
        problem, schedule = asked_of(_now(runtime), seen, question.message)
        seconds = patience(problem, context.time_limit_seconds)
        budget = Budget(seconds, context.tell, context.cancelled)
        meant = asked_for(problem, schedule, question)
        if meant.kind == "changed" and schedule.planned:
            explanation = _since(runtime)
        else:
            explanation = answered(problem, schedule, meant, budget)
    except PlanError as error:
        return refuse(runtime, error, explanation=None)
    words = tell_explanation(explanation, context.language, problem)
    stands = Kept(problem=problem, schedule=schedule).looks_like(_now(runtime))
    words = words if stands else of_old_plan(words, context.language)
    return reply(
        runtime,
        words,
        answer=words,
        explanation=explanation if stands else None,
        possible=_possible(explanation),
    )


def _now(runtime: Runtime) -> Kept:
    return Kept(problem=runtime.state.get("problem"), schedule=runtime.state.get("schedule"))


def asked_of(now: Kept, seen: Kept | None, message: str = "") -> tuple[Problem, Schedule]:
    """The plan that a question is about: the one that the user saw, unless the question names tasks
    that it did not have yet.

    Raises:
        PlanError: there is no plan.
    """
    if now.problem is None or now.schedule is None:
        raise PlanError("no-plan-yet")
    if seen is None or seen.problem is None or seen.schedule is None or seen.looks_like(now):
        return now.problem, now.schedule
    named = mentioned(message, list(now.problem.by_name))
    if not set(named) <= seen.problem.by_name.keys():
        return now.problem, now.schedule
    return seen.problem, seen.schedule


def of_old_plan(words: str, language: Language) -> str:
    """An answer about a plan that has been changed since the question."""
    return f"{say('plan-changed-since', language)}\n\n{words}"


def _since(runtime: Runtime) -> Explanation:
    """What changed since the plan before the present one.

    Raises:
        PlanError: there is none.
    """
    now = _now(runtime)
    for kept in reversed(runtime.state.get("undo") or []):
        if kept.problem is not None and kept.schedule is not None and kept.schedule.planned:
            assert now.problem is not None, "asked_of has seen to it"
            assert now.schedule is not None
            return what_changed(kept.problem, kept.schedule, now.problem, now.schedule)
    raise PlanError("no-plan-before")


def answer(problem: Problem, schedule: Schedule, question: Question, budget: Budget) -> Explanation:
    """The explanation that fits the question.

    Raises:
        PlanError: it names no task of the plan, or says nothing that could be changed.
    """
    return answered(problem, schedule, asked_for(problem, schedule, question), budget)


def asked_for(problem: Problem, schedule: Schedule, question: Question) -> Meaning:
    """What a question asks for. Where there is no plan, what is no what-if asks why there is none.

    Raises:
        PlanError: it names no task of the plan, or says nothing that could be changed.
    """
    if (there := _moved(problem, schedule, question)) is not None:
        return there
    if (part := lookup(problem, question)) is not None:
        return Meaning("overall") if part.about == "end" else Meaning("lookup", lookup=part)
    try:
        meant = meaning(problem, question)
        return Meaning("why", meant.tasks) if _is_there(meant, schedule, question) else meant
    except PlanError as error:
        if error.key == "no-clock-asked" and schedule.planned:
            raise PlanError("no-clock-asked-of", hours=f"{schedule.makespan / 60:.4g}") from None
        if schedule.planned or error.key == "which-change":
            raise
        return Meaning("overall")


def _moved(problem: Problem, schedule: Schedule, question: Question) -> Meaning | None:
    """“What if painting started an hour later?” is about the minute an hour after its start."""
    found = moved(question.message, problem)
    row = schedule.by_task.get(found.task) if found else None
    if found is None or row is None or problem.by_name[found.task].started is not None:
        return None
    minute = row.start + found.minutes
    if minute < 0:
        raise PlanError("before-the-plan", task=found.task)
    return Meaning("not_then", (found.task,), when=Moment(minute, minute))


def _is_there(meant: Meaning, schedule: Schedule, question: Question) -> bool:
    """“Why is painting at 14:00?”, where it is."""
    words = fold(question.message)
    if meant.kind != "not_then" or meant.when is None:
        return False
    if "cannot" in hints(words) or _NOT.search(words):
        return False
    row = schedule.by_task.get(meant.tasks[0])
    return row is not None and meant.when.first <= row.start <= meant.when.last


def answered(problem: Problem, schedule: Schedule, meant: Meaning, budget: Budget) -> Explanation:
    """The explanation of what is asked for; the same question about the same plan is not solved
    for again, unless there was too little time for an answer.

    Raises:
        PlanError: there is no such task, or no plan.
    """
    asked = problem, schedule, meant
    if (known := _ANSWERS.find(asked)) is not None:
        return known
    told = _studied(problem, schedule, meant, budget)
    if told.finished and (budget.cancelled is None or not budget.cancelled()):
        _ANSWERS.keep(asked, told)
    return told


def _studied(problem: Problem, schedule: Schedule, meant: Meaning, budget: Budget) -> Explanation:
    task, *others = (*meant.tasks, "")
    first, last = meant.when or (0, 0)
    if not schedule.planned and meant.kind != "what_if":  # whatever is asked, this comes first
        return why_no_plan(problem, schedule, budget)
    match meant.kind:
        case "why":
            return why(problem, schedule, task)
        case "overall":
            return why_this_plan(problem, schedule, budget)
        case "order":
            return why_before(problem, schedule, task, others[0], budget, foil=meant.foil)
        case "first":
            return why_not_first(problem, schedule, task, budget, foil=meant.foil)
        case "last":
            return why_not_last(problem, schedule, task, budget)
        case "what_if":
            return what_if(problem, schedule, meant.changes, budget, meant.unread)
        case "not_then":
            return why_not_then(problem, schedule, task, first, last, budget)
        case "first_by":
            other = others[0] or first_but(problem, schedule, task)
            return first_by_priority(problem, schedule, task, other, budget)
        case "in_time":
            return in_time(problem, schedule, meant.limit, budget, task or None)
        case "who":
            return why_who(problem, schedule, task, meant.instead or meant.who, budget)
        case "together":
            return why_not_together(problem, schedule, task, others[0], budget)
        case "helps":
            return what_helps(problem, schedule, budget)
        case "lookup" if meant.lookup is not None:
            return look_up(problem, schedule, meant.lookup)
        case "lookup" | "changed":  # without a conversation there is no plan before
            raise PlanError("no-plan-before")


def _possible(explanation: Explanation) -> bool:
    certificate = explanation.certificate
    if isinstance(certificate, NoPlan):
        return False
    if not isinstance(certificate, WhatIf | NotThen):
        return True
    return certificate.status in ("optimal", "feasible")
