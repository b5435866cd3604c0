"""The tool `explain_decision`: Problem + Schedule + question -> Explanation. Everything it says is
a fact of the plan or the result of solving again; the language model only recognises the
question."""

import re
from collections.abc import Sequence
from typing import Any, Literal

from langchain.tools import tool
from langgraph.types import Command

from tools.optimise import optimise
from tools.plan import Goal, Problem, Reached, Schedule
from tools.reasons.chain import chain, precedence_path
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, Order, Overall, WhatIf, Why
from tools.reasons.values import value
from tools.record import PlanError
from tools.solver import solve
from tools.state import Runtime, message_of, refuse, reply
from tools.telling import tell_explanation
from tools.wording.changes import Change, apply, changes
from tools.wording.names import mentioned

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
    if found := question.changes(problem):
        return what_if(problem, schedule, found, time_limit_seconds)
    named = question.named(problem)
    if len(named) == 2 and AFTER.search(question.message):
        named = (named[1], named[0])
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


def why(problem: Problem, schedule: Schedule, task: str) -> Explanation:
    """What `task` waited for, link by link back to the start.

    Raises:
        PlanError: no such task, or no plan.
    """
    _need_plan(schedule, problem.task(task).name)
    return Explanation(certificate=Why(task=task, chain=chain(problem, schedule, task)))


def why_this_plan(problem: Problem, schedule: Schedule) -> Explanation:
    """What the end of the plan waits for, and how good the plan is known to be.

    Raises:
        PlanError: no plan.
    """
    _need_plan(schedule)
    last = max(schedule.assignments, key=lambda each: (each.end, each.start)).task
    reason = Why(task=last, chain=chain(problem, schedule, last))
    return Explanation(certificate=Overall(plan=schedule, last=reason))


def why_before(
    problem: Problem,
    schedule: Schedule,
    first: str,
    second: str,
    time_limit_seconds: float = 5.0,
) -> Explanation:
    """Why `first` comes before `second`, and what the other order would cost, by solving again.

    Raises:
        PlanError: no such task, the same task twice, or no plan.
    """
    _need_plan(schedule, problem.task(first).name, problem.task(second).name)
    if first == second:
        raise PlanError("same-task", task=first)
    start = {name: schedule.by_task[name].start for name in (first, second)}
    reversed_ = start[first] > start[second]
    if reversed_:
        first, second = second, first
    facts = Order(
        first=first,
        second=second,
        starts=(start[first], start[second]),
        asked_reversed=reversed_,
        together=start[first] == start[second],
    )
    if facts.together:
        return Explanation(certificate=facts)
    return _with_foil(problem, schedule, facts, time_limit_seconds)


def why_not_first(
    problem: Problem, schedule: Schedule, task: str, time_limit_seconds: float = 5.0
) -> Explanation:
    """Why another task comes first; if `task` is the first itself, why it starts when it does."""
    _need_plan(schedule, problem.task(task).name)
    others = [each for each in schedule.assignments if each.task != task]
    first = min(others, key=lambda each: (each.start, each.end), default=None)
    if first is None or first.start > schedule.by_task[task].start:
        return why(problem, schedule, task)
    return why_before(problem, schedule, first.task, task, time_limit_seconds)


def _with_foil(problem: Problem, schedule: Schedule, facts: Order, seconds: float) -> Explanation:
    """Solve again with the other order; if a rule of the user forbids it, without that rule."""
    schedule, goals = _as_asked(problem, schedule)
    foil = ((facts.second, facts.first),)
    other = solve(problem, goals, orders=foil, time_limit_seconds=seconds)
    rule = () if other.planned else precedence_path(problem, facts.first, facts.second)
    update: dict[str, object] = {"rule": rule, "impossible": other.status == "infeasible"}
    if rule:
        problem = _without_rule(problem, rule)
        other = solve(problem, goals, time_limit_seconds=seconds, hint=schedule)
    if not other.planned:
        return Explanation(certificate=facts.model_copy(update=update))
    update["comparison"] = compare(schedule, other)
    certificate = facts.model_copy(update=update)
    return Explanation(certificate=certificate, problem=problem, alternative=other)


def _as_asked(problem: Problem, schedule: Schedule) -> tuple[Schedule, tuple[Goal, ...]]:
    """The plan with its values by the goals that a fresh plan can have: one that was made again
    counts its moves as well, in a goal of their own or together with the first."""
    reached = (schedule.goal, *(each.goal for each in schedule.then))
    goals = tuple(goal for goal in reached if goal != "moves") or problem.goals or ("waiting",)
    if not schedule.planned:
        return schedule, goals
    first, *rest = [Reached(goal=goal, value=value(problem, schedule, goal)) for goal in goals]
    pure = (schedule.goal, schedule.objective) == (first.goal, first.value)
    if pure and goals == reached:
        return schedule, goals
    bound = schedule.bound if pure else None
    plain = {"goal": first.goal, "objective": first.value, "bound": bound, "then": tuple(rest)}
    return schedule.model_copy(update=plain | {"status": "feasible"}), goals


def _without_rule(problem: Problem, path: Sequence[str]) -> Problem:
    """The problem without the last link of a precedence path."""
    earlier, later = path[-2], problem.by_name[path[-1]]
    after = [name for name in later.after if name != earlier]
    links = [link.model_dump() for link in later.links if link.task != earlier]
    return problem.replace_task(later.name, after=after, links=links)


def what_if(
    problem: Problem, schedule: Schedule, wanted: Sequence[Change], time_limit_seconds: float = 5.0
) -> Explanation:
    """The plan under other conditions beside the plan there is, by solving again.

    Raises:
        PlanError: under these conditions the problem makes no sense, such as a task that needs more
            people than there are.
    """
    changed = apply(problem, wanted)
    schedule, goals = _as_asked(problem, schedule)
    # Where the plan there is still fits, as with more people, the new one is never worse.
    other = optimise(changed, goals, time_limit_seconds=time_limit_seconds, hint=schedule)
    certificate = WhatIf(changes=tuple(wanted), status=other.status, conflict=other.conflict)
    if not other.planned:
        return Explanation(certificate=certificate, problem=changed)
    news = {"comparison": compare(schedule, other)} if schedule.planned else {"end": other.makespan}
    certificate = certificate.model_copy(update=news)
    return Explanation(certificate=certificate, problem=changed, alternative=other)


def _need_plan(schedule: Schedule, *tasks: str) -> None:
    """Refuse without a plan, or if it leaves out one of the `tasks`."""
    if not schedule.planned:
        raise PlanError("no-plan-yet")
    for name in tasks:
        if name not in schedule.by_task:
            raise PlanError("task-left-out", task=name)


def _possible(explanation: Explanation) -> bool:
    certificate = explanation.certificate
    return not isinstance(certificate, WhatIf) or certificate.status in ("optimal", "feasible")
