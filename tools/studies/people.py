"""Why these people do a task, and what it would cost if somebody else did."""

from tools.plan import PEOPLE, Assignment, Problem, Schedule
from tools.reasons.book import Book
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, Who
from tools.reasons.staff import others
from tools.studies.clock import USUAL, Budget
from tools.studies.plans import as_asked, need_plan


def why_who(
    problem: Problem,
    schedule: Schedule,
    task: str,
    asked: str | None = None,
    budget: Budget = USUAL,
) -> Explanation:
    """Who else has the skills for `task`, and what keeps each of them. If `asked` could do it but
    does not: what that would cost, by solving again with them among its people.

    Args:
        asked: a resource of the problem.

    Raises:
        PlanError: no such task, or no plan.
    """
    need_plan(problem, schedule, task)
    book = Book(problem, schedule)
    mine = schedule.by_task[task]
    crew, way = book.crew(mine), book.way(mine)
    busy, free = others(book, mine)
    skills = tuple(way.skills)
    facts = Who(
        task=task,
        start=mine.start,
        end=mine.end,
        crew=tuple(crew),
        named=tuple(name for name in way.demands if _is_somebody(problem, name)),
        skills=skills,
        busy=busy,
        free=free,
        asked=None if asked in mine.resources else asked,
        able=asked is None or not set(skills).isdisjoint(problem.resource[asked].skills),
    )
    if facts.asked is None or not facts.able or not crew:
        return Explanation(certificate=facts)
    schedule, goals = as_asked(problem, schedule)
    foil = _done_by(problem, mine, facts.asked)
    other = budget.again(foil, goals, schedule)
    left_out = task in other.left_out
    update: dict[str, object] = {"status": other.status, "left_out": left_out}
    if not other.planned or left_out:
        return Explanation(certificate=facts.model_copy(update=update))
    update["comparison"] = compare(schedule, other)
    certificate = facts.model_copy(update=update)
    return Explanation(certificate=certificate, problem=foil, alternative=other)


def _is_somebody(problem: Problem, name: str) -> bool:
    """A person, not a pool of them."""
    resource = problem.resource[name]
    return resource.kind == "people" and resource.capacity == 1 and name != PEOPLE


def _done_by(problem: Problem, mine: Assignment, person: str) -> Problem:
    """The problem in which the task, done in the same way, asks for a skill that only `person`
    has, instead of one of those that they serve."""
    task = problem.by_name[mine.task]
    way = task.ways[mine.way]
    known = {skill for each in problem.resources for skill in each.skills}
    own = person if person not in known else f"{person} ({person})"
    served = next(skill for skill in way.skills if skill in problem.resource[person].skills)
    skills = {name: heads - (name == served) for name, heads in way.skills.items()}
    skills = {name: heads for name, heads in skills.items() if heads} | {own: 1}
    changes = {"duration": way.duration, "demands": way.demands, "skills": skills}
    tasks = [
        each.model_dump() | (changes | {"alternatives": ()} if each is task else {})
        for each in problem.tasks
    ]
    people = [
        each.model_dump() | ({"skills": (*each.skills, own)} if each.name == person else {})
        for each in problem.resources
    ]
    return Problem.read(problem.model_dump() | {"tasks": tasks, "resources": people})
