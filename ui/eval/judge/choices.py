"""What may be chosen for one task, and whether two choices go together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations_with_replacement, pairwise, product

from tools.plan import Assignment, Problem, Schedule, Task, Way
from ui.eval.judge.clock import Clock
from ui.eval.judge.past import present
from ui.eval.judge.people import asked_by_name, is_somebody, way_of_fact

Orders = tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False)
class Choice:
    """One task at one time by one way with some staff, or left out (`end` 0, nothing held)."""

    task: Task
    done: bool
    start: int = 0
    end: int = 0
    way: int = 0
    people: frozenset[str] = frozenset()
    """Who does it, asked for by name or by skill."""
    heads: int = 0
    units: tuple[tuple[str, int], ...] = ()

    @cached_property
    def fact(self) -> bool:
        return self.task.started is not None

    @cached_property
    def held(self) -> dict[str, int]:
        """Units of each resource, while it runs."""
        return dict(self.units)

    def row(self) -> Assignment:
        return Assignment(
            task=self.task.name,
            start=self.start,
            end=self.end,
            resources=dict(self.units),
            way=self.way,
        )


def choices(
    problem: Problem,
    task: Task,
    horizon: int,
    clock: Clock,
    before: Schedule | None = None,
    crew: Sequence[str] | None = None,
) -> Iterator[Choice]:
    """Everything that may be chosen for one task if it were alone; by `crew`, if that is known."""
    if task.value is not None and task.started is None:
        yield Choice(task, done=False)
    ways = list(enumerate(task.ways))
    if task.started is not None:
        ways = [ways[way_of_fact(task, before)]]
    starts = [task.started] if task.started is not None else range(horizon)
    for (number, way), start in product(ways, starts):
        for staff in staffs(problem, way) if crew is None else [crew]:
            units = Counter(asked_by_name(problem, task, way)) + Counter(staff)
            end = _end(task, way, start, dict(units), horizon, clock)
            people = Counter({n: held for n, held in units.items() if is_somebody(problem, n)})
            each = Choice(
                task,
                True,
                start,
                end or 0,
                number,
                frozenset(people),
                people.total(),
                tuple(sorted(units.items())),
            )
            if end is not None and (each.fact or _allowed(problem, each, clock)):
                yield each


def staffs(problem: Problem, way: Task | Way) -> list[tuple[str, ...]]:
    """Every choice of a unit for each skill slot, as names; the same names count once."""
    parts = []
    for skill, amount in way.skills.items():
        able = [each.name for each in problem.resources if skill in each.skills]
        if able:  # those who did what has ended may be gone
            parts.append(list(combinations_with_replacement(able, amount)))
    return sorted({tuple(sorted(sum(part, ()))) for part in product(*parts)})


def _end(
    task: Task, way: Task | Way, start: int, units: dict[str, int], horizon: int, clock: Clock
) -> int | None:
    if task.ended is not None:
        return task.ended
    end = start + way.duration
    if task.pausable:
        worked, end = 0, start
        while worked < way.duration:
            if end >= horizon:
                return None
            worked += clock.works(units, end)
            end += 1
    if task.started is not None:
        return max(end, present(clock.problem))
    return end if end <= horizon else None


def _allowed(problem: Problem, each: Choice, clock: Clock) -> bool:
    task, units = each.task, each.held
    minutes = range(each.start, each.end)
    return (
        each.start >= max(task.release, present(problem))
        and task.fixed in (None, each.start)
        and (task.deadline is None or each.end <= task.deadline)
        and clock.works(units, each.start)
        and (task.pausable or all(clock.works(units, minute) for minute in minutes))
        and all(amount <= problem.capacity[name] for name, amount in each.units)
        and not any(_short(units[name], name, minutes, (), clock) for name in clock.held(units))
    )


def fits(
    problem: Problem, plan: Sequence[Choice], new: Choice, clock: Clock, orders: Orders = ()
) -> bool:
    """Whether `new` can be done beside `plan`, in which all facts come first."""
    if not new.done:
        return True
    if any(other.done and not _agree(other, new, orders) for other in plan):
        return False
    return new.fact or all(_room(problem, plan, new, name, clock) for name in new.held)


@lru_cache(maxsize=100_000)
def _agree(one: Choice, two: Choice, orders: Orders) -> bool:
    names = {one.task.name, two.task.name}
    if not (one.fact and two.fact):
        if _overlap(one, two) and (names & {*one.task.apart, *two.task.apart}):
            return False
        if names & {*one.task.same_people, *two.task.same_people} and not _same(one, two):
            return False
    for first, second in orders:
        start = {one.task.name: one.start, two.task.name: two.start}
        if {first, second} == names and start[first] > start[second]:
            return False
    return _waits(one, two) and _waits(two, one)


def _same(one: Choice, two: Choice) -> bool:
    return (one.heads <= two.heads and one.people <= two.people) or (
        two.heads <= one.heads and two.people <= one.people
    )


def _waits(task: Choice, other: Choice) -> bool:
    return task.fact or all(
        {
            "finish-start": task.start >= other.end + link.lag,
            "start-start": task.start >= other.start + link.lag,
            "finish-finish": task.end >= other.end + link.lag,
        }[link.kind]
        for link in task.task.predecessors
        if link.task == other.task.name
    )


def _overlap(one: Choice, two: Choice) -> bool:
    return one.start < two.end and two.start < one.end


def _room(problem: Problem, plan: Sequence[Choice], new: Choice, name: str, clock: Clock) -> bool:
    """Whether there is enough for it beside the others; that there is for it alone is known."""
    mine = new.held[name]
    if problem.resource[name].kind == "stock":
        used = sum(other.held.get(name, 0) for other in plan)
        return mine + used <= problem.capacity[name]
    others = [
        (other.start, other.end, other.held[name])
        for other in plan
        if name in other.held and other.task.ended is None and _overlap(other, new)
    ]
    return not others or not _short(mine, name, range(new.start, new.end), others, clock)


def _short(
    mine: int, name: str, minutes: range, others: Sequence[tuple[int, int, int]], clock: Clock
) -> bool:
    """Whether in one of the `minutes` there is less of `name` than `mine` and what `others` (start,
    end, amount) hold."""
    return any(
        0
        < clock.units(name, minute)
        < mine + sum(amount for start, end, amount in others if start <= minute < end)
        for minute in minutes
    )


def setups_kept(problem: Problem, plan: Sequence[Choice]) -> bool:
    for machine in problem.resources:
        minutes = {(each.before, each.after): each.minutes for each in machine.setups}
        users = [each for each in plan if machine.name in each.held] if minutes else []
        users.sort(key=lambda each: (each.start, each.end))
        for one, two in pairwise(users):
            gap = minutes.get((one.task.family or "", two.task.family or ""), 0)
            if not (one.fact and two.fact) and two.start < one.end + gap:
                return False
    return True
