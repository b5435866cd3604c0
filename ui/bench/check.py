"""Whether a plan keeps the rules, and what it is worth. Written from the rules alone: it shares no
code with the solver, its checker or the peers. It knows what the benchmark's problems use: finish-
start links without lag, releases, capacities, weekly hours in the problem's own zone, pauses, and
facts (`started`, `ended`, `now`)."""

from itertools import accumulate

from tools.plan import DAYS, Assignment, Calendar, Goal, Problem, Schedule, Task

WEEK = 7 * 24 * 60


def value(problem: Problem, plan: Schedule, goal: Goal) -> int:
    """What `goal` is in a plan that keeps the rules."""
    if goal == "makespan":
        return max(each.end for each in plan.assignments)
    total = 0
    for each in plan.assignments:
        task = problem.by_name[each.task]
        if goal == "completion":
            total += task.priority * each.end
        elif goal == "waiting" and task.started is None:
            total += task.priority * (each.start - task.release)
        elif goal == "tardiness" and task.due is not None:
            total += task.priority * max(0, each.end - task.due)
    return total


def broken(problem: Problem, plan: Schedule) -> str | None:
    """The first rule that the plan breaks, with its culprit; None if it keeps them all."""
    if sorted(each.task for each in plan.assignments) != sorted(problem.by_name):
        return "every task once"
    hours = _Hours(problem, plan)
    for each in plan.assignments:
        task = problem.by_name[each.task]
        if fault := _fact(task, each) if task.started is not None else _time(problem, plan, each):
            return f"{fault} {task.name}"
        if task.started is None and not hours.keep(task, each):
            return f"working time {task.name}"
    full = (name for name in problem.capacity if _over(problem, plan, name, hours))
    return next((f"capacity {name}" for name in full), None)


def _fact(task: Task, each: Assignment) -> str | None:
    assert task.started is not None
    end = task.started + task.duration if task.ended is None else task.ended
    return None if (each.start, each.end) == (task.started, end) else "fact"


def _time(problem: Problem, plan: Schedule, each: Assignment) -> str | None:
    task = problem.by_name[each.task]
    if each.start < max(task.release, problem.present):
        return "release"
    if any(plan.by_task[other].end > each.start for other in task.after):
        return "precedence"
    return None if dict(each.resources) == dict(task.demands) else "demands"


class _Hours:
    """For each set of calendars, how many minutes before a minute are open in all of them."""

    def __init__(self, problem: Problem, plan: Schedule) -> None:
        self.calendar = {each.name: each.calendar for each in problem.resources if each.calendar}
        self.end = plan.makespan
        begin = problem.start
        offset = begin.weekday() * 1440 + begin.hour * 60 + begin.minute if begin else 0
        self.open = {each.name: _minutes(each, offset, self.end) for each in problem.calendars}
        self.counts: dict[frozenset[str], list[int]] = {}

    def opened(self, resources: tuple[str, ...], start: int, end: int) -> int:
        """Minutes from `start` to `end` in which all these resources work."""
        names = frozenset(self.calendar[name] for name in resources if name in self.calendar)
        if not names:
            return end - start
        if names not in self.counts:
            together = zip(*(self.open[name] for name in names), strict=True)
            self.counts[names] = [0, *accumulate(map(min, together))]
        return self.counts[names][end] - self.counts[names][start]

    def keep(self, task: Task, each: Assignment) -> bool:
        """It works as long as it should, from its first minute to its last, and pauses only if it
        may."""
        used, start, end = tuple(task.demands), each.start, each.end
        edges = self.opened(used, start, start + 1) and self.opened(used, end - 1, end)
        worked = self.opened(used, start, end) == task.duration
        return bool(edges) and worked and (end - start == task.duration or task.pausable)


def _minutes(calendar: Calendar, offset: int, end: int) -> list[int]:
    """1 for each open minute of the plan, 0 for each closed one."""
    week = [0] * WEEK
    for hours in calendar.hours:
        first, last = (int(clock[:2]) * 60 + int(clock[3:]) for clock in (hours.start, hours.end))
        for day in hours.days:
            for minute in range(first, last if last > first else last + 1440):
                week[(DAYS.index(day) * 1440 + minute) % WEEK] = 1
    turned = week[offset:] + week[:offset]
    return (turned * (end // WEEK + 1))[:end]


def _over(problem: Problem, plan: Schedule, name: str, hours: _Hours) -> bool:
    """True if more units than there are are held in a minute in which the resource works."""
    changes: dict[int, int] = {}
    for each in plan.assignments:
        amount = problem.by_name[each.task].demands.get(name, 0)
        changes[each.start] = changes.get(each.start, 0) + amount
        changes[each.end] = changes.get(each.end, 0) - amount
    level, since = 0, 0
    for minute, change in sorted(changes.items()):
        if level > problem.capacity[name] and hours.opened((name,), since, minute):
            return True
        level, since = level + change, minute
    return False
