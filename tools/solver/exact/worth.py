"""What a plan is worth under each goal, in plain Python: shares no code with the compiled
`values.py`, so that each checks the other."""

from collections import Counter
from collections.abc import Callable, Sequence

from tools.solver.exact.clock import Clock, common, plain
from tools.solver.instance import Instance, Numbers
from tools.solver.search.values import (
    BALANCE,
    COMPLETION,
    COST,
    MAKESPAN,
    MOVED,
    MOVES,
    PEOPLE,
    TARDINESS,
    VALUE,
    WAITING,
)


def values_of(
    instance: Instance,
    goals: Sequence[int],
    stability: int,
    start: Numbers,
    end: Numbers,
    way: Numbers,
    who: Numbers,
    weighed: int = 0,
) -> tuple[int, ...]:
    """The values of `goals`; with `stability`, goals[weighed] gains so many times the moves.

    Args:
        start, end, way, who: as in `Found`.
    """
    plan = Worth(plain(instance), start.tolist(), end.tolist(), way.tolist(), who.tolist())
    values = [plan.value(goal) for goal in goals]
    if stability > 0:
        values[weighed] += stability * plan.value(MOVES)
    return tuple(values)


class Worth:
    """A plan of a plain instance."""

    def __init__(
        self, instance: Instance, start: list[int], end: list[int], way: list[int], who: list[int]
    ) -> None:
        self.instance, self.start, self.end, self.who = instance, start, end, who
        self.done = [task for task, number in enumerate(way) if number >= 0]
        self.left = [task for task, number in enumerate(way) if number < 0]
        self.number = way
        self.way = {task: instance.way_from[task] + way[task] for task in self.done}

    def value(self, goal: int) -> int:
        values: dict[int, Callable[[], int]] = {
            WAITING: self._waiting,
            MAKESPAN: lambda: max((self.end[task] for task in self.done), default=0),
            TARDINESS: self._tardiness,
            COMPLETION: self._completion,
            PEOPLE: self._people,
            COST: self._cost,
            BALANCE: self._balance,
            VALUE: lambda: sum(self.instance.value[task] for task in self.left),
            MOVES: self._moves,
        }
        return values[goal]()

    def _waiting(self) -> int:
        weight, wanted, fact = self.instance.priority, self.instance.wanted, self.instance.fact
        return sum(weight[i] * (self.start[i] - wanted[i]) for i in self.done if not fact[i])

    def _tardiness(self) -> int:
        weight, due = self.instance.priority, self.instance.due
        return sum(weight[i] * max(0, self.end[i] - due[i]) for i in self.done)

    def _completion(self) -> int:
        return sum(self.instance.priority[i] * self.end[i] for i in self.done)

    def _cost(self) -> int:
        total = 0
        for way in self.way.values():
            hourly = sum(self.instance.hourly[each] for each in self._crew(way))
            total += self.instance.way_cost[way] + hourly * self.instance.duration[way]
        return total

    def _crew(self, way: int) -> list[int]:
        first, last = self.instance.slot_from[way : way + 2]
        return sorted(self.who[first:last])

    def _held(self, way: int) -> Counter[int]:
        first, last = self.instance.need_from[way : way + 2]
        held = Counter(self._crew(way))
        for resource, amount in zip(
            self.instance.need[first:last], self.instance.amount[first:last], strict=True
        ):
            held[resource] += amount
        return held

    def _balance(self) -> int:
        loads: Counter[int] = Counter()
        for way in self.way.values():
            for resource, amount in self._held(way).items():
                loads[resource] += amount * self.instance.duration[way]
        people = (each for each in loads if self.instance.people[each])
        return max((-(-loads[each] // self.instance.capacity[each]) for each in people), default=0)

    def _people(self) -> int:
        """Only minutes in which the resource is open count."""
        clock = Clock(self.instance, max([1, *self.end]))
        holds: dict[int, list[tuple[int, int]]] = {}
        for task, way in self.way.items():
            if self.instance.fact[task] < 2:
                span = ((self.start[task], self.end[task]),)
                for resource, amount in self._held(way).items():
                    if self.instance.people[resource]:
                        for begin, end in common(span, clock.open_of(resource)):
                            holds.setdefault(resource, []).extend([(begin, amount), (end, -amount)])
        return sum(_peak(events) for events in holds.values())

    def _moves(self) -> int:
        return sum(self._moved(task) for task in range(len(self.start)))

    def _moved(self, task: int) -> int:
        old = self.instance.old_start[task]
        if old < 0:
            return 0
        if task not in self.way:
            return MOVED
        first, last = self.instance.old_from[task : task + 2]
        crew, number = list(self.instance.old_who[first:last]), self.instance.old_way[task]
        same = self.number[task] == number and self._crew(self.way[task]) == crew
        away = abs(self.start[task] - old)
        return 0 if same and away == 0 else MOVED + away


def _peak(events: list[tuple[int, int]]) -> int:
    level = most = 0
    for _, change in sorted(events):
        level += change
        most = max(most, level)
    return most
