"""The tool `explain_decision`: Problem + Schedule + question -> Explanation. Everything it says is
a fact of the plan or the result of solving again; the language model only recognises the
question."""

import re
from typing import Any, Literal

from langchain.tools import tool
from langgraph.types import Command

from tools.plan import Problem, Schedule
from tools.plan.changes import Change
from tools.reasons.records import Explanation, NotThen, WhatIf
from tools.record import PlanError
from tools.state import Runtime, message_of, refuse, reply
from tools.studies.conditions import what_if
from tools.studies.effort import first_by_priority, in_time
from tools.studies.helps import what_helps
from tools.studies.moment import why_not_then
from tools.studies.order import why_before, why_not_first
from tools.studies.people import why_who
from tools.studies.reasons import why, why_this_plan
from tools.studies.together import why_not_together
from tools.telling import tell_explanation
from tools.wording.changes import changes
from tools.wording.names import mentioned
from tools.wording.questions import Asked, asked

Kind = Literal["why", "order", "what_if"]
AFTER = re.compile(r"后面|之后|以后|后才|\b(?:after|later than|behind|follow(?:s|ing)?)\b", re.I)
"""The question names the later task first."""
FIRST = re.compile(r"先|前|\b(?:first|before|earlier|sooner)\b", re.I)
WHY = re.compile(r"为什么|为何|怎么这么|\bwhy\b", re.IGNORECASE)


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
        explanation = answer(problem, schedule, question, context.time_limit_seconds)
    except PlanError as error:
        return refuse(runtime, error, explanation=None)
    words = tell_explanation(explanation, context.language, problem)
    return reply(
        runtime, words, answer=words, explanation=explanation, possible=_possible(explanation)
    )


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


def answer(
    problem: Problem, schedule: Schedule, question: Question, time_limit_seconds: float
) -> Explanation:
    """The explanation that fits the question.

    Raises:
        PlanError: it names no task of the plan, or says nothing that could be changed.
    """
    if found := asked(question.message, problem):
        return _studied(problem, schedule, question, found, time_limit_seconds)
    if changed := question.changes(problem):
        return what_if(problem, schedule, changed, time_limit_seconds)
    named = _in_order(question.named(problem), question.message)
    if len(named) == 2 or (len(named) > 2 and question.kind == "order"):
        return why_before(problem, schedule, named[0], named[1], time_limit_seconds)
    if len(named) == 1 and question.wants_reason():
        return why(problem, schedule, named[0])
    if len(named) == 1:
        return why_not_first(problem, schedule, named[0], time_limit_seconds)
    if question.kind == "what_if":
        raise PlanError("which-change")
    if not question.tasks.strip():
        return why_this_plan(problem, schedule)
    raise PlanError("which-task", known=", ".join(task.name for task in problem.tasks[:12]))


def _in_order(named: tuple[str, ...], message: str) -> tuple[str, ...]:
    """Two tasks, the one first that is to come first."""
    return named[::-1] if len(named) == 2 and AFTER.search(message) else named


def _studied(
    problem: Problem, schedule: Schedule, question: Question, found: Asked, seconds: float
) -> Explanation:
    """A question that its own words give away."""
    if found.subject == "helps":
        return what_helps(problem, schedule, seconds)
    if found.subject == "who":
        return why_who(problem, schedule, found.tasks[0], found.person, seconds)
    if found.subject == "together":
        one, other = found.tasks
        return why_not_together(problem, schedule, one, other, seconds)
    if found.subject == "in_time" and found.moment is not None:
        first, last = found.moment
        limit = first if found.before or first == last else last + 1
        return in_time(problem, schedule, limit, seconds)
    if found.subject == "not_then" and found.moment is not None:
        first, last = found.moment
        return why_not_then(problem, schedule, found.tasks[0], first, last, seconds)
    task, *others = found.tasks
    other = others[0] if others else _first_but(problem, schedule, task)
    return first_by_priority(problem, schedule, task, other, seconds)


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
