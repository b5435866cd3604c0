"""Whether statements contradict each other, whether all of them are needed for that, and whether
what is said to help does: asked of an oracle about the problem in which nothing else is said."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from tools.plan import Link, Problem, Repair, Resource, Task
from tools.plan.conflict import Conflict, Statement
from tools.record import Amounts, PlanError
from ui.eval.foils import repaired, unchecked
from ui.eval.oracle import Oracle

PLENTY = 10**6
"""Units of a resource of which nobody said how many there are."""
SHORTEST = 1
"""Minutes of a task of which nobody said how long it takes: every task takes one at least."""
ASKED = ("order", "latest")
"""What a question asks for, and the problem does not say."""
Kept = Callable[[Statement], bool]


@dataclass
class Verdict:
    """What was found about one conflict."""

    wrong: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    """What could not be settled."""
    loose: bool = False
    """It says itself that perhaps not all of it is needed, and so it is."""

    def settle(self, answer: bool | None, claimed: bool, what: str) -> None:
        if answer is None:
            self.open.append(what)
        elif answer is not claimed:
            self.wrong.append(what)


def judged(conflict: Conflict, problem: Problem, oracle: Oracle) -> Verdict:
    """Its statements were made, and contradict each other; without any one they do not; each repair
    makes a plan possible."""
    verdict = Verdict(wrong=list(_not_made(conflict, problem)))
    said = conflict.statements
    for each in (said, *conflict.others):
        answer = _possible(problem, each, oracle)
        verdict.settle(answer, False, "that they contradict each other")
    needless = [each for each in said if _possible_without(problem, said, each, oracle) is False]
    unsure = [each for each in said if _possible_without(problem, said, each, oracle) is None]
    if conflict.minimal:
        verdict.wrong += [f"that {each} is needed for the contradiction" for each in needless]
    else:
        verdict.loose = bool(needless)
    verdict.open += [f"whether {each} is needed for the contradiction" for each in unsure]
    if conflict.more and not conflict.others:
        rest = _possible_besides(problem, said, oracle)
        verdict.settle(rest, False, "that something else is contradictory as well")
    sizes = [each.size for each in conflict.repairs]
    if sizes != sorted(sizes):
        verdict.wrong.append("which repair is the smallest")
    for repair in conflict.repairs:
        verdict.wrong += _misread(repair, problem)
        if not conflict.partly:
            _judge_repair(verdict, repair, problem, said, oracle)
    return verdict


def _misread(repair: Repair, problem: Problem) -> Iterator[str]:
    """What a repair says of the problem as it is."""
    for each in repair.deadlines:
        if each.before != problem.by_name[each.task].deadline or each.after <= each.before:
            yield f"the deadline of {each.task}"
    if repair.kind == "both":
        return  # the second is of a problem that has the first
    now = repair.before
    if repair.kind in ("release", "fixed"):
        now = getattr(problem.by_name[repair.task or ""], repair.kind)
    elif repair.kind.startswith("capacity"):
        now = problem.capacity[repair.resource or ""]
    if repair.before != now:
        yield f"that it is {repair.before} now, in {repair}"
    if repair.kind in ("deadline", "release", "fixed"):
        moved = [abs(each.after - each.before) for each in repair.deadlines]
        if repair.size != sum(moved or [abs((repair.after or 0) - (repair.before or 0))]):
            yield f"how large {repair} is"


def _judge_repair(
    verdict: Verdict,
    repair: Repair,
    problem: Problem,
    said: Collection[Statement],
    oracle: Oracle,
) -> None:
    try:
        verdict.settle(_helps(repair, problem, said, oracle), True, f"that {repair} helps")
    except PlanError as error:
        verdict.wrong.append(f"that {repair} is possible: {error}")
        return
    for less in _smaller(repair):
        try:
            answer = _helps(less, problem, said, oracle)
        except PlanError:  # less than that contradicts at sight
            continue
        verdict.settle(answer, False, f"that less than {repair} is not enough")


def _helps(
    repair: Repair, problem: Problem, said: Collection[Statement], oracle: Oracle
) -> bool | None:
    """Is there a plan with it that keeps what was asked for?"""
    mended = _no_later(repaired(problem, repair), said)
    return oracle.possible(mended, [p for p in _orders(said) if set(p) <= mended.by_name.keys()])


def _smaller(repair: Repair) -> Iterator[Repair]:
    """The repair by one minute or one unit less, where it claims that less is not enough."""
    if not repair.least or repair.size <= 1:
        return
    if repair.kind == "deadline" and len(repair.deadlines) == 1:
        moved = repair.deadlines[0]
        if moved.after - moved.before > 1:
            less = moved.model_copy(update={"after": moved.after - 1})
            yield repair.model_copy(update={"deadlines": (less,)})
    if repair.kind in ("capacity", "person", "release", "fixed"):
        before, after = repair.before or 0, repair.after or 0
        step = 1 if after > before else -1
        if abs(after - before) > 1:
            yield repair.model_copy(update={"after": after - step})


def _plain(said: Collection[Statement]) -> set[Statement]:
    """Without what a statement says besides: the earliest minute of what is waited for."""
    return {each.model_copy(update={"least": None}) for each in said}


def _orders(said: Collection[Statement]) -> list[tuple[str, str]]:
    return [(s.other, s.task) for s in said if s.kind == "order" and s.other and s.task]


def _no_later(problem: Problem, said: Collection[Statement]) -> Problem:
    """Tasks that are to start by some minute have that as a deadline for their end."""
    for each in said:
        if each.kind == "latest" and each.task and each.value is not None:
            task = problem.by_name[each.task]
            ends = each.value + task.duration
            ends = ends if task.deadline is None else min(ends, task.deadline)
            problem = unchecked(problem, each.task, {"deadline": ends})
    return problem


def _possible_without(
    problem: Problem, said: Collection[Statement], one: Statement, oracle: Oracle
) -> bool | None:
    return _possible(problem, [each for each in said if each is not one], oracle)


def _possible(problem: Problem, said: Collection[Statement], oracle: Oracle) -> bool | None:
    """Whether some plan keeps these statements, whatever else the problem says."""
    kept = _plain(said)
    alone = _saying(problem, lambda each: each in kept)
    return oracle.possible(_no_later(alone, said), _orders(said))


def _possible_besides(problem: Problem, said: Collection[Statement], oracle: Oracle) -> bool | None:
    """Whether some plan keeps everything but these."""
    gone = _plain(said)
    return oracle.possible(_saying(problem, lambda each: each not in gone))


def _saying(problem: Problem, kept: Kept) -> Problem:
    """Unchecked, for what nobody says is as little as can be."""
    fields = {name: getattr(problem, name) for name in type(problem).model_fields}
    tasks = tuple(_task(task, kept) for task in problem.tasks)
    resources = tuple(_resource(each, kept) for each in problem.resources)
    return Problem.model_construct(**(fields | {"tasks": tasks, "resources": resources}))


def of_task(task: Task) -> dict[str, Statement]:
    """What is said of a task, by field; demands, skills and links by their place."""
    said = {"duration": Statement(kind="duration", task=task.name, value=task.duration)}
    limits = {"deadline": task.deadline, "fixed": task.fixed, "release": task.release or None}
    for kind, minute in limits.items():
        if minute is not None:
            said[kind] = Statement(kind=kind, task=task.name, value=minute)
    for name, amount in task.demands.items():
        said[f"demand {name}"] = Statement(
            kind="demand", task=task.name, resource=name, value=amount
        )
    for name, amount in task.skills.items():
        said[f"skill {name}"] = Statement(kind="skill", task=task.name, resource=name, value=amount)
    for place, link in enumerate(task.predecessors):
        words = {"other": link.task, "link": link.kind, "place": place, "value": link.lag}
        said[f"link {place}"] = Statement(kind="link", task=task.name, **words)
    return said


def of_resource(resource: Resource) -> dict[str, Statement]:
    """What is said of a resource; absences by their place."""
    name = resource.name
    said = {"capacity": Statement(kind="capacity", resource=name, value=resource.capacity)}
    if resource.calendar is not None:
        said["calendar"] = Statement(kind="calendar", resource=name, other=resource.calendar)
    for place, away in enumerate(resource.absences):
        said[f"absence {place}"] = Statement(
            kind="absence", resource=name, place=place, value=away.amount
        )
    return said


def _not_made(conflict: Conflict, problem: Problem) -> Iterator[str]:
    """Statements that nobody made."""
    made = {each for task in problem.tasks for each in of_task(task).values()}
    made |= {each for held in problem.resources for each in of_resource(held).values()}
    told = [each for group in (conflict.statements, *conflict.others) for each in group]
    for each in _plain(told):
        if each.kind not in ASKED and each not in made:
            yield f"that {each} was said"


def _task(task: Task, kept: Kept) -> Task:
    said = {name for name, each in of_task(task).items() if kept(each)}
    links: tuple[Link, ...] = tuple(
        link for place, link in enumerate(task.predecessors) if f"link {place}" in said
    )
    fields = {name: getattr(task, name) for name in type(task).model_fields}
    fields |= {
        "duration": task.duration if "duration" in said else SHORTEST,
        "deadline": task.deadline if "deadline" in said else None,
        "fixed": task.fixed if "fixed" in said else None,
        "release": task.release if "release" in said else 0,
        "demands": Amounts({n: a for n, a in task.demands.items() if f"demand {n}" in said}),
        "skills": Amounts({n: a for n, a in task.skills.items() if f"skill {n}" in said}),
        "after": (),
        "links": links,
    }
    return Task.model_construct(**fields)


def _resource(resource: Resource, kept: Kept) -> Resource:
    said = {name for name, each in of_resource(resource).items() if kept(each)}
    fields = {name: getattr(resource, name) for name in type(resource).model_fields}
    fields["absences"] = tuple(
        away for place, away in enumerate(resource.absences) if f"absence {place}" in said
    )
    if "capacity" not in said:
        fields["capacity"] = PLENTY
    if "calendar" not in said:
        fields["calendar"] = None
    return Resource.model_construct(**fields)
