"""Why these people do a task, and what it would cost if somebody else did."""

from collections.abc import Iterator, Mapping, Sequence

from tools.plan import PEOPLE, Assignment, Conflict, Problem, Schedule, Task, Way
from tools.reasons.book import Book
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, Who
from tools.reasons.staff import others
from tools.record import PlanError
from tools.studies.clock import USUAL, Budget, Clock
from tools.studies.plans import as_asked, in_way, need_plan


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
    alone = _alone(problem, task)
    ways = problem.by_name[task].ways if alone else (way,)
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
        able=asked is None or any(_serves(problem, asked, way) for way in ways),
    )
    if facts.asked is None or not facts.able or not crew:
        return Explanation(certificate=facts)
    schedule, goals = as_asked(problem, schedule)
    foil = (_named if alone else _by_skill)(problem, mine, facts.asked)
    if foil is None:
        return Explanation(certificate=facts.model_copy(update={"status": "infeasible"}))
    other = Clock(budget).optimise(foil, goals, schedule)
    left_out = task in other.left_out
    update: dict[str, object] = {"status": other.status, "left_out": left_out}
    if not other.planned or left_out:
        update["conflict"] = _by_name(problem, other.conflict, facts.asked)
        return Explanation(certificate=facts.model_copy(update=update), problem=foil)
    update["comparison"] = compare(schedule, other)
    certificate = facts.model_copy(update=update)
    if alone:
        return Explanation(certificate=certificate, problem=foil, alternative=other)
    return Explanation(certificate=certificate, alternative=in_way(other, task, mine.way))


def _serves(problem: Problem, person: str, way: Task | Way) -> bool:
    able = not set(way.skills).isdisjoint(problem.resource[person].skills)
    return able or person in way.demands


def _alone(problem: Problem, name: str) -> bool:
    """Is it done by the same people as no other task?"""
    return not any(
        name in each.same_people or (each.name == name and each.same_people)
        for each in problem.tasks
    )


def _is_somebody(problem: Problem, name: str) -> bool:
    """A person, not a pool of them."""
    resource = problem.resource[name]
    return resource.kind == "people" and resource.capacity == 1 and name != PEOPLE


def _named(problem: Problem, mine: Assignment, person: str) -> Problem | None:
    """The problem in which the task asks for `person` by name instead of for one of the skills that
    they have, in each way in which they can do it; None if they can in none."""
    task = problem.by_name[mine.task]
    skilled = problem.resource[person].skills
    ways = [
        {"duration": way.duration, "demands": demands, "skills": skills}
        for way in task.ways
        for demands, skills in _served(way, person, skilled)
    ]
    able = [way for way in ways if _possible(problem, task.name, way)]
    if not able:
        return None
    first, *others = able
    return problem.replace_task(task.name, **first, alternatives=others)


def _served(
    way: Task | Way, person: str, skilled: Sequence[str]
) -> Iterator[tuple[dict[str, int], dict[str, int]]]:
    """Demands and skills of a way with `person` among those who do it, for each skill that they
    could serve."""
    if person in way.demands:
        yield dict(way.demands), dict(way.skills)
        return
    for skill in way.skills:
        if skill in skilled:
            rest = {each: heads - (each == skill) for each, heads in way.skills.items()}
            yield (
                {**way.demands, person: 1},
                {each: heads for each, heads in rest.items() if heads},
            )


def _possible(problem: Problem, name: str, way: Mapping[str, object]) -> bool:
    """Are there enough people for the rest of it?"""
    try:
        problem.replace_task(name, **way, alternatives=())
    except PlanError:
        return False
    return True


def _by_skill(problem: Problem, mine: Assignment, person: str) -> Problem | None:
    """The problem in which the task, done in the same way, asks for a skill that only `person`
    has, instead of one of those that they serve. As a rule of the user's it would be strange."""
    task = problem.by_name[mine.task]
    way = task.ways[mine.way]
    own = _own_skill(problem, person)
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


def _own_skill(problem: Problem, person: str) -> str:
    """A skill that nobody has as yet."""
    known = {skill for each in problem.resources for skill in each.skills}
    return person if person not in known else f"{person} ({person})"


def _by_name(problem: Problem, conflict: Conflict | None, person: str) -> Conflict | None:
    """The conflict in which the person is asked for by name, not by the skill of `_by_skill`."""
    if conflict is None:
        return None
    own = _own_skill(problem, person)
    said = (
        each.model_copy(update={"kind": "demand", "resource": person})
        if (each.kind, each.resource) == ("skill", own)
        else each
        for each in conflict.statements
    )
    return conflict.model_copy(update={"statements": tuple(said)})
