"""A plan from a list: each task in turn at the earliest moment its predecessors and resources allow
(serial schedule generation, Kolisch 1996). Knows rules for good first lists; searches nothing."""

from collections.abc import Iterable, Mapping, Sequence

from tools.plan import Assignment, Goal, Problem, Schedule, Task

Times = list[tuple[int, int]]  # (moment, change of use), sorted by moment


def predecessors(problem: Problem, orders: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    """For each task, the tasks that a list must name before it."""
    before = {task.name: set(task.after) for task in problem.tasks}
    for first, last in orders:
        before[last].add(first)
    return before


def repaired(names: Iterable[str], before: Mapping[str, set[str]]) -> list[str] | None:
    """`names` with each task moved behind the tasks it needs; None if they wait in a circle."""
    left, done, result = list(names), set[str](), list[str]()
    while left:
        ready = next((name for name in left if before[name] <= done), None)
        if ready is None:
            return None
        left.remove(ready)
        done.add(ready)
        result.append(ready)
    return result


def build(problem: Problem, names: Sequence[str], orders: Sequence[tuple[str, str]]) -> Schedule:
    """The plan of the list `names`, which must respect precedence and `orders`. It ignores
    deadlines; `fits` tells whether they are kept."""
    use: dict[str, Times] = {resource.name: [] for resource in problem.resources}
    capacity = problem.capacity
    starts: dict[str, int] = {}
    ends: dict[str, int] = {}
    firsts: dict[str, list[str]] = {}
    for first, last in orders:
        firsts.setdefault(last, []).append(first)
    for name in names:
        task = problem.by_name[name]
        earliest = max(
            task.release,
            *(ends[other] for other in task.after),
            *(starts[other] for other in firsts.get(name, ())),
            0,
        )
        start = _earliest_start(task, earliest, use, capacity)
        starts[name], ends[name] = start, start + task.duration
        for resource, amount in task.demands.items():
            use[resource] += [(start, amount), (start + task.duration, -amount)]
            use[resource].sort()
    return Schedule(
        status="feasible",
        assignments=tuple(
            Assignment(
                task=task.name,
                start=starts[task.name],
                end=ends[task.name],
                resources=task.demands,
            )
            for task in problem.tasks
        ),
    )


def _earliest_start(
    task: Task, earliest: int, use: Mapping[str, Times], capacity: Mapping[str, int]
) -> int:
    start, moved = earliest, True
    while moved:
        moved = False
        for resource, amount in task.demands.items():
            clash = _clash(use[resource], start, task.duration, capacity[resource] - amount)
            if clash is not None:
                start, moved = clash, True
    return start


def _clash(times: Times, start: int, duration: int, free: int) -> int | None:
    """If more than `free` units are in use at some moment of the interval: when that ends."""
    level, over = 0, False
    for moment, change in times:
        if moment >= start + duration and not over:
            return None
        level += change
        if moment > start and over and level <= free:
            return moment
        over = level > free
    return None


def fits(problem: Problem, orders: Sequence[tuple[str, str]], schedule: Schedule) -> bool:
    """True if `schedule` keeps every rule of `problem` and of `orders`."""
    at = schedule.by_task
    if set(at) != set(problem.by_name):
        return False
    if any(at[first].start > at[last].start for first, last in orders):
        return False
    for task in problem.tasks:
        mine = at[task.name]
        if mine.start < task.release or mine.end - mine.start != task.duration:
            return False
        if task.deadline is not None and mine.end > task.deadline:
            return False
        if any(at[other].end > mine.start for other in task.after):
            return False
    return all(_within_capacity(problem, schedule, name) for name in problem.capacity)


def _within_capacity(problem: Problem, schedule: Schedule, resource: str) -> bool:
    changes: Times = []
    for task in problem.tasks:
        amount = task.demands.get(resource, 0)
        mine = schedule.by_task[task.name]
        changes += [(mine.start, amount), (mine.end, -amount)]
    level = 0
    for _, change in sorted(changes):
        level += change
        if level > problem.capacity[resource]:
            return False
    return True


def rules(problem: Problem, goal: Goal) -> list[list[str]]:
    """First lists to try. Smith (1956): priority per unit of work; the due date; the tail, which is
    the longest chain of work behind a task."""
    tail = tails(problem)
    tasks = problem.tasks

    def work(task: Task) -> float:
        share = max(
            (amount / problem.capacity[name] for name, amount in task.demands.items()), default=0.01
        )
        return task.duration * share

    by_weight = sorted(tasks, key=lambda task: (-task.priority / work(task), task.release))
    by_due = sorted(tasks, key=lambda task: (task.due or task.deadline or 10**9, -task.priority))
    by_tail = sorted(tasks, key=lambda task: -tail[task.name])
    order = {"waiting": 0, "tardiness": 1, "makespan": 2}[goal]
    lists = [by_weight, by_due, by_tail]
    return [[task.name for task in chosen] for chosen in lists[order:] + lists[:order]]


def tails(problem: Problem) -> dict[str, int]:
    """For each task, the minutes from its start to the end of the longest chain that waits for
    it."""
    behind: dict[str, list[str]] = {name: [] for name in problem.by_name}
    for task in problem.tasks:
        for other in task.after:
            behind[other].append(task.name)
    order = repaired(problem.by_name, predecessors(problem, ()))
    assert order is not None, "a Problem has no cycle"
    tail: dict[str, int] = {}
    for name in reversed(order):
        longest = max((tail[other] for other in behind[name]), default=0)
        tail[name] = problem.by_name[name].duration + longest
    return tail
