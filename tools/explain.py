"""The tool `explain_decision`: Problem + Schedule + question -> Explanation. Everything it says is
a fact of the plan or the result of solving again; the language model only recognises the
question."""

import re
from typing import Any, Literal, NamedTuple

from langchain.tools import tool
from langgraph.types import Command

from tools.plan import Problem, Schedule
from tools.plan.changes import Change, DropTask
from tools.plan.checks import listing
from tools.reasons.records import Explanation, NotThen, WhatIf
from tools.recent import Recent
from tools.record import PlanError
from tools.state import Runtime, message_of, refuse, reply
from tools.studies.clock import Budget, patience
from tools.studies.conditions import what_if
from tools.studies.difference import what_changed
from tools.studies.effort import first_by_priority, in_time
from tools.studies.helps import what_helps
from tools.studies.moment import why_not_then
from tools.studies.order import why_before, why_not_first
from tools.studies.people import why_who
from tools.studies.reasons import why, why_this_plan
from tools.studies.together import why_not_together
from tools.telling import tell_explanation
from tools.wording.changes import changes
from tools.wording.names import mentioned, tied
from tools.wording.questions import SUPPOSED, Asked, asked, stranger, subject

Kind = Literal["why", "order", "what_if"]
AFTER = re.compile(r"后面|之后|以后|后才|\b(?:after|later than|behind|follow(?:s|ing)?)\b", re.I)
"""The question names the later task first."""
FIRST = re.compile(r"先|前|\b(?:first|before)\b", re.I)
WHY = re.compile(r"为什么|为何|怎么这么|\bwhy\b", re.IGNORECASE)


_ANSWERS: Recent[tuple[Problem, Schedule, "Meaning"], Explanation] = Recent()


@tool
def explain_decision(
    kind: Kind, runtime: Runtime, tasks: str = "", change: str = ""
) -> Command[Any]:
    """The user asks why the plan is as it is, why one task comes before another (order), or what if
    something were different (what_if). Copy the names of the tasks and the words of the change."""
    problem, schedule = runtime.state.get("problem"), runtime.state.get("schedule")
    context = runtime.context
    try:
        if problem is None or schedule is None:
            raise PlanError("no-plan-yet")
        question = Question(kind, tasks, change, message_of(runtime))
        seconds = patience(problem, context.time_limit_seconds)
        budget = Budget(seconds, context.tell, context.cancelled)
        explanation = (
            _since(problem, schedule, runtime)
            if _asks_what_changed(problem, question)
            else answer(problem, schedule, question, budget)
        )
    except PlanError as error:
        return refuse(runtime, error, explanation=None)
    words = tell_explanation(explanation, context.language, problem)
    return reply(
        runtime, words, answer=words, explanation=explanation, possible=_possible(explanation)
    )


def _asks_what_changed(problem: Problem, question: "Question") -> bool:
    found = asked(question.message, problem)
    return found is not None and found.subject == "changed"


def _since(problem: Problem, schedule: Schedule, runtime: Runtime) -> Explanation:
    """What changed since the plan before.

    Raises:
        PlanError: there is none.
    """
    for kept in reversed(runtime.state.get("undo") or []):
        if kept.problem is not None and kept.schedule is not None and kept.schedule.planned:
            return what_changed(kept.problem, kept.schedule, problem, schedule)
    raise PlanError("no-plan-before")


class Question:
    """What was asked, in the model's reading and in the user's own words."""

    def __init__(self, kind: Kind, tasks: str, change: str, message: str) -> None:
        self.kind, self.tasks, self.change, self.message = kind, tasks, change, message

    def wants_reason(self) -> bool:
        """A small model takes a "why" for a "what if" now and then."""
        asked = WHY.search(self.message) and not FIRST.search(self.message)
        return self.kind == "why" or bool(asked)

    def named(self, problem: Problem) -> tuple[str, ...]:
        """Tasks of the plan that the question is about: the user's words count first, because a
        small model at times copies too little or the wrong name."""
        names = [task.name for task in problem.tasks]
        return mentioned(self.message, names) or mentioned(self.tasks, names)

    def changes(self, problem: Problem) -> tuple[Change, ...]:
        return changes(self.message, problem) or changes(self.change, problem)


class Meaning(NamedTuple):
    """What a question asks for, before anything is solved."""

    kind: Literal["why", "overall", "order", "first", "what_if", "studied"]
    tasks: tuple[str, ...] = ()
    """`order`: the one that is to come first stands first."""
    changes: tuple[Change, ...] = ()
    asked: Asked | None = None
    """`studied`: a question that its own words give away."""


def meaning(problem: Problem, question: Question) -> Meaning:
    """What the question asks for.

    Raises:
        PlanError: it names no task of the plan, or says nothing that could be changed.
    """
    if found := asked(question.message, problem):
        return Meaning("studied", found.tasks, asked=found)
    if changed := _supposed(question, problem):
        return Meaning("what_if", changes=changed)
    if SUPPOSED.search(question.message):
        raise PlanError("which-change")
    named = _in_order(question.named(problem), question.message)
    if len(named) == 2 or (len(named) > 2 and question.kind == "order"):
        return Meaning("order", named[:2])
    if len(named) == 1 and (other := stranger(question.message, problem)):
        raise PlanError("unknown-task", task=other, known=listing(problem.by_name))
    if len(named) == 1:
        return Meaning("why" if question.wants_reason() else "first", named)
    if question.kind == "what_if":
        raise PlanError("which-change")
    if alike := tied(question.message, [task.name for task in problem.tasks]):
        raise PlanError("which-of", names=listing(alike))
    if other := subject(question.message):
        raise PlanError("unknown-task", task=other, known=listing(problem.by_name))
    if not question.tasks.strip():
        return Meaning("overall")
    raise PlanError("which-task", known=", ".join(task.name for task in problem.tasks[:12]))


def answer(problem: Problem, schedule: Schedule, question: Question, budget: Budget) -> Explanation:
    """The explanation that fits the question.

    Raises:
        PlanError: it names no task of the plan, or says nothing that could be changed.
    """
    return answered(problem, schedule, meaning(problem, question), budget)


def answered(problem: Problem, schedule: Schedule, meant: Meaning, budget: Budget) -> Explanation:
    """The explanation of what is asked for; the same question about the same plan is not solved
    for again.

    Raises:
        PlanError: there is no such task, or no plan.
    """
    asked = problem, schedule, meant
    if (known := _ANSWERS.find(asked)) is not None:
        return known
    told = _studied_now(problem, schedule, meant, budget)
    if budget.cancelled is None or not budget.cancelled():
        _ANSWERS.keep(asked, told)
    return told


def _studied_now(
    problem: Problem, schedule: Schedule, meant: Meaning, budget: Budget
) -> Explanation:
    match meant.kind:
        case "what_if":
            return what_if(problem, schedule, meant.changes, budget)
        case "order":
            one, other = meant.tasks
            return why_before(problem, schedule, one, other, budget)
        case "why":
            return why(problem, schedule, meant.tasks[0])
        case "first":
            return why_not_first(problem, schedule, meant.tasks[0], budget)
        case "overall":
            return why_this_plan(problem, schedule)
    assert meant.asked is not None
    return _studied(problem, schedule, meant.asked, budget)


def _supposed(question: Question, problem: Problem) -> tuple[Change, ...]:
    """What is to be different; a "why" gives its reasons and changes nothing, unless it asks why
    not to leave something out."""
    changed = question.changes(problem)
    if WHY.search(question.message) and not SUPPOSED.search(question.message):
        return tuple(each for each in changed if isinstance(each, DropTask))
    return changed


def _in_order(named: tuple[str, ...], message: str) -> tuple[str, ...]:
    """Two tasks, the one first that is to come first."""
    return named[::-1] if len(named) == 2 and AFTER.search(message) else named


def _studied(problem: Problem, schedule: Schedule, found: Asked, budget: Budget) -> Explanation:
    """A question that its own words give away."""
    if found.subject == "changed":  # without a conversation there is no plan before
        raise PlanError("no-plan-before")
    if found.subject == "helps":
        return what_helps(problem, schedule, budget)
    if found.subject == "who":
        return why_who(problem, schedule, found.tasks[0], found.person, budget)
    if found.subject == "together":
        one, other = found.tasks
        return why_not_together(problem, schedule, one, other, budget)
    if found.subject == "in_time" and found.moment is not None:
        return in_time(problem, schedule, limit_of(found), budget)
    if found.subject == "not_then" and found.moment is not None:
        first, last = found.moment
        return why_not_then(problem, schedule, found.tasks[0], first, last, budget)
    task, *others = found.tasks
    other = others[0] if others else _first_but(problem, schedule, task)
    return first_by_priority(problem, schedule, task, other, budget)


def limit_of(found: Asked) -> int:
    """Of `in_time`: the minute by which everything is to have ended."""
    assert found.moment is not None
    first, last = found.moment
    return first if found.before or first == last else last + 1


def _first_but(problem: Problem, schedule: Schedule, task: str) -> str:
    """The first task to come that is another one; `task` itself if there is none."""
    tasks = problem.by_name
    others = [
        each
        for each in schedule.assignments
        if each.task != task and tasks[each.task].started is None
    ]
    return min(others, key=lambda each: (each.start, each.end)).task if others else task


def _possible(explanation: Explanation) -> bool:
    certificate = explanation.certificate
    if not isinstance(certificate, WhatIf | NotThen):
        return True
    return certificate.status in ("optimal", "feasible")
