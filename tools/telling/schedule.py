"""A problem as it was read, and a plan: when it ends, and how good it is known to be."""

from functools import partial

from tools.phrases import Language, say
from tools.plan import Assumption, Problem, Schedule
from tools.telling.conflict import tell_conflict
from tools.telling.values import SHOWN, listing, resource_name, span


def tell_problem(problem: Problem, language: Language) -> str:
    """What was read, and what was assumed."""
    names = [task.name for task in problem.tasks]
    read = say("tasks-read", language, count=len(names), names=listing(names, language))
    return "\n\n".join([read, *([tell_assumed(problem, language)] if problem.assumed else [])])


def tell_assumed(problem: Problem, language: Language) -> str:
    """One list of every value the user did not give."""
    groups: dict[tuple[str, str], list[Assumption]] = {}
    for each in filter(partial(_stands, problem), problem.assumed):
        groups.setdefault((each.field, _assumed_value(problem, each, language)), []).append(each)
    lines = [
        say(
            f"assumed-{field}",
            language,
            names=listing([each.task for each in group if each.task], language),
            value=value,
            resource=resource_name(
                group[0].resource or "", language, int(value) if value.isdigit() else 2
            ),
        )
        for (field, value), group in groups.items()
    ]
    return "\n".join([say("assumed-head", language), "", *(f"- {line}" for line in lines)])


def _stands(problem: Problem, each: Assumption) -> bool:
    """False if what the assumption is about is no longer in the problem, as after a what-if."""
    if each.task is None:
        return each.resource is None or each.resource in problem.capacity
    task = problem.by_name.get(each.task)
    return task is not None and (each.field != "demand" or each.resource in task.demands)


def _assumed_value(problem: Problem, each: Assumption, language: Language) -> str:
    if each.task is None:
        return str(problem.capacity.get(each.resource or "", ""))
    task = problem.by_name[each.task]
    if each.field == "duration":
        return span(task.duration, language)
    if each.field == "demand":
        return str(task.demands[each.resource or ""])
    return str(task.priority) if each.field == "priority" else ""


def tell_schedule(problem: Problem, schedule: Schedule, language: Language) -> str:
    """What is planned, when it ends, and how good that is known to be."""
    if not schedule.planned:
        told = [tell_no_plan(schedule, language)]
        if schedule.conflict is not None:
            told.append(tell_conflict(problem, schedule.conflict, language))
        return "\n\n".join(told)
    end = span(schedule.makespan, language)
    head = say("planned", language, count=len(schedule.assignments), end=end)
    parts = [f"{head} {tell_proof(schedule, language)}"]
    if len(schedule.assignments) <= SHOWN:
        parts.append(_table(schedule, language))
    if problem.assumed:
        parts.append(tell_assumed(problem, language))
    return "\n\n".join(parts)


def tell_proof(schedule: Schedule, language: Language) -> str:
    """Whether it is proved optimal; if not, the bound."""
    proved = "proved" if schedule.optimal else "unproved"
    bound = schedule.bound or 0
    if schedule.goal == "makespan":
        return say(f"{proved}-makespan", language, bound=span(bound, language))
    goal = say(f"goal-{schedule.goal}", language)
    return say(f"{proved}-value", language, goal=goal, value=schedule.objective, bound=bound)


def tell_no_plan(schedule: Schedule, language: Language) -> str:
    """That there is no plan, and by how much deadlines are missed at least."""
    if schedule.status == "unknown":
        return say("no-plan-in-time", language)
    if not schedule.misses:
        return say("no-plan", language)
    lines = [
        say(
            "no-plan-miss",
            language,
            task=miss.task,
            end=span(miss.end, language),
            late=span(miss.minutes, language),
            deadline=span(miss.deadline, language),
        )
        for miss in schedule.misses
    ]
    return "\n".join([say("no-plan-deadlines", language), "", *(f"- {line}" for line in lines)])


def _table(schedule: Schedule, language: Language) -> str:
    rows = [
        say(
            "table-row",
            language,
            task=_cell(each.task),
            start=span(each.start, language),
            end=span(each.end, language),
        )
        for each in sorted(schedule.assignments, key=lambda each: (each.start, each.end))
    ]
    return "\n".join([say("table-head", language), "|---|---|---|", *rows])


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")
