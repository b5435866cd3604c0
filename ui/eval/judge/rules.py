"""What a plan may not do, rule by rule; each fault is a sentence."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from tools.plan import Assignment, Problem, Schedule, Task
from ui.eval.judge.clock import Clock
from ui.eval.judge.past import present
from ui.eval.judge.people import same, staffed, way_of_fact

Orders = Sequence[tuple[str, str]]


def complete(problem: Problem, schedule: Schedule) -> Iterator[str]:
    """Every task once, in order; left out only if it may be; by a way there is."""
    left = [task.name for task in problem.tasks if task.name in schedule.left_out]
    if list(schedule.left_out) != left:
        yield "What is left out is not listed in the order of the tasks."
    done = [task.name for task in problem.tasks if task.name not in schedule.left_out]
    if [each.task for each in schedule.assignments] != done:
        yield "The assignments are not the tasks in their order."
    for name in left:
        if problem.task(name).value is None:
            yield f"{name} is left out, but it is not optional."
        if problem.task(name).started is not None:
            yield f"{name} is left out, but it has started."
    for each in schedule.assignments:
        if each.task in problem.by_name:
            if not 0 <= each.way < len(problem.task(each.task).ways):
                yield f"{each.task} has no way {each.way}."
            for name in set(each.resources) - set(problem.capacity):
                yield f"{each.task} holds {name}, which there is not."


def of_each(
    problem: Problem, schedule: Schedule, clock: Clock, before: Schedule | None = None
) -> Iterator[str]:
    """What concerns one task alone."""
    for each in schedule.assignments:
        task = problem.task(each.task)
        if not staffed(problem, each):
            yield f"{task.name} by way {each.way} cannot be done with {dict(each.resources)}."
        if task.started is None:
            yield from _limits(problem, task, each)
            yield from _working(task, each, clock)
        else:
            yield from _facts(problem, task, each, clock, way_of_fact(task, before))


def _limits(problem: Problem, task: Task, each: Assignment) -> Iterator[str]:
    if each.start < task.release:
        yield f"{task.name} starts at {each.start}, before its release at {task.release}."
    if task.deadline is not None and each.end > task.deadline:
        yield f"{task.name} ends at {each.end}, after its deadline at {task.deadline}."
    if task.fixed is not None and each.start != task.fixed:
        yield f"{task.name} starts at {each.start}, not at {task.fixed} as fixed."
    if each.start < present(problem):
        yield f"{task.name} starts at {each.start}, but it is {present(problem)} already."


def _working(task: Task, each: Assignment, clock: Clock) -> Iterator[str]:
    duration = task.ways[each.way].duration
    if each.end <= each.start:
        yield f"{task.name} ends at {each.end}, no later than it starts."
        return
    works = clock.working(each.resources, range(each.start, each.end))
    if sum(works) != duration:
        yield f"{task.name} works {sum(works)} minutes, not {duration}."
    if not task.pausable and not all(works):
        yield f"{task.name} runs while something it holds is closed, and may not pause."
    if not works[0]:
        yield f"{task.name} starts at {each.start}, when something it holds is closed."
    if not works[-1]:
        yield f"{task.name} ends at {each.end}, which is not right after its work."


def _facts(problem: Problem, task: Task, each: Assignment, clock: Clock, way: int) -> Iterator[str]:
    if each.start != task.started:
        yield f"{task.name} starts at {each.start}, but it did at {task.started}."
    if each.way != way:
        yield f"{task.name} changes its way to {each.way}, but was started by way {way}."
        return
    if task.ended is not None:
        if each.end != task.ended:
            yield f"{task.name} ends at {each.end}, but it did at {task.ended}."
    elif each.end != _running_until(problem, task, each, clock):
        yield f"{task.name} is running and does not end at {each.end}."


def _running_until(problem: Problem, task: Task, each: Assignment, clock: Clock) -> int | None:
    """None if its work is not done by the end that the plan gives."""
    duration = task.ways[each.way].duration
    if not task.pausable:
        return max(each.start + duration, present(problem))
    worked = 0
    for minute in range(each.start, each.end):
        worked += clock.works(each.resources, minute)
        if worked == duration:
            return max(minute + 1, present(problem))
    return None


def of_pairs(problem: Problem, schedule: Schedule, orders: Orders) -> Iterator[str]:
    """What concerns two tasks; whatever concerns a task left out is void."""
    plan = schedule.by_task
    for name, each in plan.items():
        if problem.task(name).started is None:
            yield from _links(problem.task(name), each, plan)
    for one, two in combinations(plan.values(), 2):
        first, second = problem.task(one.task), problem.task(two.task)
        if first.started is not None and second.started is not None:
            continue
        named = second.name in first.apart or first.name in second.apart
        if named and one.start < two.end and two.start < one.end:
            yield f"{first.name} and {second.name} overlap."
        named = second.name in first.same_people or first.name in second.same_people
        if named and not same(problem, one, two):
            yield f"{first.name} and {second.name} are not done by the same people."
    for a, b in orders:
        if a in plan and b in plan and plan[a].start > plan[b].start:
            yield f"{a} starts after {b}."


def _links(task: Task, each: Assignment, plan: dict[str, Assignment]) -> Iterator[str]:
    for link in task.predecessors:
        other = plan.get(link.task)
        if other is None:
            continue
        mine = each.end if link.kind == "finish-finish" else each.start
        theirs = other.start if link.kind == "start-start" else other.end
        if mine < theirs + link.lag:
            yield f"{task.name} does not wait for {link.task} ({link.kind}, {link.lag})."


def of_resources(problem: Problem, schedule: Schedule, clock: Clock) -> Iterator[str]:
    """Units in use against units there are; stock used up against stock there is; setups."""
    for resource in problem.resources:
        users = [each for each in schedule.assignments if each.resources.get(resource.name)]
        if resource.kind == "stock":
            yield from _used_up(problem, resource.name, users)
        else:
            yield from _overloads(problem, resource.name, users, clock)
        yield from _setups(problem, resource.name, users)


def _used_up(problem: Problem, name: str, users: list[Assignment]) -> Iterator[str]:
    planned = [each for each in users if problem.task(each.task).started is None]
    total = sum(each.resources[name] for each in users)
    if planned and total > problem.capacity[name]:
        yield f"{total} of {name} are used up, of {problem.capacity[name]}."


def _overloads(problem: Problem, name: str, users: list[Assignment], clock: Clock) -> Iterator[str]:
    """Facts may overload; what is planned may not run while they do."""
    used: dict[int, int] = {}
    planned: set[int] = set()
    for each in users:
        if problem.task(each.task).ended is not None:
            continue
        for minute in range(each.start, each.end):
            used[minute] = used.get(minute, 0) + each.resources[name]
            if problem.task(each.task).started is None:
                planned.add(minute)
    for minute in sorted(planned):
        there = clock.units(name, minute)
        if 0 < there < used[minute]:  # closed minutes are judged task by task
            yield f"{used[minute]} of {name} in minute {minute}, of {there}."
            return


def _setups(problem: Problem, name: str, users: list[Assignment]) -> Iterator[str]:
    """Only between tasks next to each other; of two facts none is judged."""
    needed = {(each.before, each.after): each.minutes for each in problem.resource[name].setups}
    for one, two in pairwise(sorted(users, key=lambda each: (each.start, each.end))):
        first, second = problem.task(one.task), problem.task(two.task)
        if not needed or (first.started is not None and second.started is not None):
            continue
        minutes = needed.get((first.family or "", second.family or ""), 0)
        if two.start < one.end + minutes:
            yield f"{name} has no {minutes} minutes between {first.name} and {second.name}."
