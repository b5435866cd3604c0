"""A plan: when it ends, and how good it is known to be."""

from collections.abc import Collection

from tools.phrases import Language, say
from tools.plan import Assignment, Goal, Miss, Problem, Schedule
from tools.reasons.book import Book
from tools.telling.comparison import tell_shifts
from tools.telling.conflict import tell_conflict
from tools.telling.people import tell_people
from tools.telling.problem import tell_values
from tools.telling.values import (
    SHOWN,
    amount,
    cell,
    listing,
    reading,
    sentences,
    span,
    then,
)

FIRST = 5
"""Tasks that are named of a plan that is too long for a table."""


def tell_schedule(
    problem: Problem, schedule: Schedule, language: Language, every: bool = False
) -> str:
    """What is planned, when it ends, and how good that is known to be; with the times of all tasks
    if they are few, or if `every` one is asked for because no chart shows them."""
    if not schedule.planned:
        told = [tell_no_plan(schedule, language, problem)]
        if schedule.conflict is not None:
            told.append(tell_conflict(problem, schedule.conflict, language))
        return "\n\n".join(told)
    end = then(schedule.makespan, language, problem)
    head = say("planned", language, count=len(schedule.assignments), end=end)
    parts = [sentences([head, tell_proof(schedule, language, problem)], language)]
    if schedule.left_out:
        parts.append(tell_left_out(problem, schedule, language))
    parts += [*tell_running(problem, schedule, language), *tell_again(problem, schedule, language)]
    if schedule.assignments and (every or len(schedule.assignments) <= SHOWN):
        parts.append(_table(problem, schedule, language))
    elif schedule.assignments:
        in_order = sorted(schedule.assignments, key=lambda each: each.start)
        names = listing([each.task for each in in_order[:FIRST]], language)
        parts.append(say("planned-first", language, names=names))
    return "\n\n".join([*parts, *tell_values(problem, language)])


def tell_proof(schedule: Schedule, language: Language, problem: Problem | None = None) -> str:
    """Whether it is proved optimal; if not, whether the first goal is, or the bound. Then what it
    reaches of the other goals. Of a goal by which nothing is counted, that it is so."""
    hollow = [goal for goal in _told_goals(schedule) if problem and _hollow(problem, goal)]
    told = [say(f"hollow-{goal}", language) for goal in hollow]
    if schedule.goal not in hollow:
        told.insert(0, _tell_first(schedule, language, problem))
    others = [
        say(
            "then-value",
            language,
            goal=say(f"goal-{each.goal}", language),
            value=amount(each.goal, each.value, language),
        )
        for each in schedule.then
        if each.goal not in hollow
    ]
    if others:
        later = schedule.weighed is not None and not _weighed_first(schedule)
        key = "then-values-weighed" if later else "then-values"
        told.append(say(key, language, values=listing(others, language)))
    return sentences(told, language)


def _told_goals(schedule: Schedule) -> list[Goal]:
    return [goal for goal in (schedule.goal, *(each.goal for each in schedule.then)) if goal]


def _hollow(problem: Problem, goal: Goal) -> bool:
    """Does the goal count people or prices, and the problem has none?"""
    if goal in ("people", "balance"):
        return not any(each.kind == "people" for each in problem.resources)
    return goal == "cost" and not any(each.cost for each in problem.resources)


def _tell_first(schedule: Schedule, language: Language, problem: Problem | None) -> str:
    value, bound = schedule.objective or 0, schedule.bound or 0
    weighed, known = _weighed_first(schedule), _proved(schedule)
    ends = schedule.goal == "makespan" and not weighed
    kind = "weighed" if weighed else "makespan" if ends else "value"
    if schedule.weighed == schedule.goal and known == "unproved" and value == bound:
        kind = "moves"  # only of the moves it is not known
    return say(
        f"{known}-{kind}",
        language,
        goal=say(f"goal-{schedule.goal}", language),
        value=amount(schedule.goal, value, language),
        bound=reading(bound, language, problem) if ends else amount(schedule.goal, bound, language),
    )


def _weighed_first(schedule: Schedule) -> bool:
    """Is the first goal told as one with which moves were weighed? Nothing is lower than 0, however
    much is moved."""
    first = schedule.weighed == schedule.goal and schedule.bound is not None
    return first and (schedule.objective or 0) > 0


def _proved(schedule: Schedule) -> str:
    if schedule.optimal:
        return "proved"
    if schedule.bound is None:
        return "unbounded"
    return "first-proved" if schedule.then and schedule.objective == schedule.bound else "unproved"


def tell_left_out(problem: Problem, schedule: Schedule, language: Language) -> str:
    """Which optional tasks are not done, and what is lost with them."""
    lost = sum(problem.task(name).value or 0 for name in schedule.left_out)
    names = listing(schedule.left_out, language)
    return say("left-out", language, names=names, count=len(schedule.left_out), value=lost)


def tell_moved(problem: Problem, schedule: Schedule, language: Language) -> str:
    """What differs from the plan before, the largest move first."""
    return sentences(tell_shifts(schedule.moved, language, problem, SHOWN), language)


def tell_again(problem: Problem, schedule: Schedule, language: Language) -> list[str]:
    """After planning again: what has begun by the plan before, what differs from it, and what of it
    is left out now."""
    told = [tell_moved(problem, schedule, language)] if schedule.moved else []
    for key, tasks in (("dropped", schedule.dropped), ("begun", schedule.begun)):
        if tasks:
            names = listing(tasks, language, SHOWN)
            told.append(say(key, language, count=len(tasks), names=names))
    return told


def tell_running(problem: Problem, schedule: Schedule, language: Language) -> list[str]:
    """Of what runs already: the deadlines it misses, and what goes on without those who do it."""
    told = [
        say("runs-late", language, **_miss(each, problem, language)) for each in schedule.misses
    ]
    book = Book(problem, schedule)
    for row in schedule.assignments:
        task = problem.by_name.get(row.task)
        if task is None or task.started is None or task.ended is not None or task.pausable:
            continue
        gone = [name for name in row.resources if _is_gone(book, row, name)]
        if gone:
            end, names = then(row.end, language, problem), listing(gone, language)
            told.append(say("runs-without", language, task=row.task, end=end, names=names))
    return told


def _is_gone(book: Book, row: Assignment, name: str) -> bool:
    """Whether there is less of a resource than a row holds, at some time from now until it ends."""
    resource = book.problem.resource.get(name)
    if resource is None or resource.kind == "stock":
        return False  # nobody knows when it is there, or it was used up at the start
    levels = book.levels(name, max(row.start, book.problem.now), row.end)
    return any(level.there < row.resources[name] for level in levels)


def tell_no_plan(schedule: Schedule, language: Language, problem: Problem | None = None) -> str:
    """That there is no plan, and by how much deadlines are missed at least."""
    if schedule.status == "unknown":
        return say("no-plan-in-time", language)
    if not schedule.misses:
        return say("no-plan", language)
    lines = [
        say("no-plan-miss", language, **_miss(each, problem, language)) for each in schedule.misses
    ]
    return "\n".join([say("no-plan-deadlines", language), "", *(f"- {line}" for line in lines)])


def _miss(miss: Miss, problem: Problem | None, language: Language) -> dict[str, str]:
    return {
        "task": miss.task,
        "end": then(miss.end, language, problem),
        "late": span(miss.minutes, language),
        "deadline": reading(miss.deadline, language, problem),
    }


def _table(problem: Problem, schedule: Schedule, language: Language) -> str:
    """Start and end of every task; by whom and with what, if the plan chose that."""
    rows = sorted(schedule.assignments, key=lambda each: (each.start, each.end))
    tasks = [problem.by_name[row.task] for row in rows if row.task in problem.by_name]
    key, kinds = "table-head", tuple[str, ...]()
    if any(task.alternatives for task in tasks):
        key, kinds = "table-head-means", ("people", "equipment")
    elif any(task.skills for task in tasks):
        key, kinds = "table-head-people", ("people",)
    line = "|---|---|---|---|" if kinds else "|---|---|---|"
    told = [say(key, language), line, *(_row(problem, row, kinds, language) for row in rows)]
    return "\n".join(told)


def _row(problem: Problem, row: Assignment, kinds: Collection[str], language: Language) -> str:
    return say(
        "table-row-people" if kinds else "table-row",
        language,
        task=cell(row.task),
        start=reading(row.start, language, problem),
        end=reading(row.end, language, problem),
        people=cell(tell_people(problem, row, language, kinds)),
    )
