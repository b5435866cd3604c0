"""Who serves: in a row of a plan; and for the tasks that have started, if the user did not say:
whoever did in the plan before, else whoever can; nobody two things at once, unless there is nobody
else."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from tools.plan import Assignment, Problem, Schedule, Task
from tools.solver.instance import NEVER

Crew = tuple[str, ...]
"""A resource for each unit of a skill."""
Slot = tuple[str, str]
"""Task and skill: one unit of it."""


def serving(row: Assignment, named: Mapping[str, int], number: Mapping[str, int]) -> list[int]:
    """The resources in a row of a plan that fill slots: what it holds besides what its way asks for
    by name, each as often as it has units there; without what there is no more."""
    return [
        number[name]
        for name, amount in row.resources.items()
        if name in number
        for _ in range(amount - named.get(name, 0))
    ]


def fact_who(problem: Problem, before: Schedule | None) -> Mapping[str, Crew]:
    """For each task that has started and asks for skills: a resource for each unit. Those that run
    and those that have ended are looked at apart, for the latter hold nothing any more."""
    facts = [task for task in problem.tasks if task.started is not None]
    crews = {task.name: _as_before(problem, task, before) for task in facts if task.skills}
    crews = {name: crew for name, crew in crews.items() if crew}
    for ended in (False, True):
        for group in _together(problem, [t for t in facts if (t.ended is not None) == ended]):
            crews |= _found(problem, group, crews)
    return crews


def _as_before(problem: Problem, task: Task, before: Schedule | None) -> Crew:
    """Nobody, if the same ones cannot do it any more; of what else it held nothing is asked."""
    old = before.by_task.get(task.name) if before else None
    able = {each.name for skill in task.skills for each in problem.skilled.get(skill, ())}
    rows = old.resources.items() if old else ()
    held = Counter({name: units for name, units in rows if name in able}) - Counter(task.demands)
    slots = _slots(task)
    seats = _Seats(problem, [task], held)
    return seats.crew(task) if held.total() == len(slots) and all(map(seats.fill, slots)) else ()


def _slots(task: Task) -> list[Slot]:
    return [(task.name, skill) for skill, heads in task.skills.items() for _ in range(heads)]


def _together(problem: Problem, facts: Iterable[Task]) -> list[list[Task]]:
    """Groups of tasks, none of which overlaps one of another group. When a pausing task ends
    depends on who does it: any time."""
    groups: list[list[Task]] = []
    last = 0
    for task in sorted(facts, key=lambda task: task.started or 0):
        if (task.started or 0) >= last:
            groups.append([])
        groups[-1].append(task)
        last = max(last, _latest_end(problem, task))
    return groups


def _latest_end(problem: Problem, task: Task) -> int:
    if task.ended is not None:
        return task.ended
    return NEVER if task.pausable else max((task.started or 0) + task.duration, problem.present)


def _found(problem: Problem, group: Sequence[Task], known: Mapping[str, Crew]) -> dict[str, Crew]:
    """Crews for all of a group that have none, as if they all ran at the same time."""
    tasks = [task for task in group if task.skills and task.name not in known]
    if not tasks:
        return {}
    taken = Counter[str]()
    for task in group:
        taken.update(task.demands)
        taken.update(known.get(task.name, ()))
    seats = _Seats(problem, tasks, _left(problem, tasks, taken))
    lacking = {task.name: [slot for slot in _slots(task) if not seats.fill(slot)] for task in tasks}
    return {task.name: _full(problem, task, seats, lacking[task.name]) for task in tasks}


def _left(problem: Problem, tasks: Iterable[Task], taken: Mapping[str, int]) -> Mapping[str, int]:
    """Units of those who have the skills of `tasks`, without what is taken."""
    able = {
        each for task in tasks for skill in task.skills for each in problem.skilled.get(skill, ())
    }
    return {each.name: each.capacity - taken.get(each.name, 0) for each in able}


def _full(problem: Problem, task: Task, seats: "_Seats", lacking: Sequence[Slot]) -> Crew:
    """The crew that was found, and where somebody is lacking whoever can, busy or not."""
    crew = seats.crew(task)
    if not lacking:
        return crew
    alone = _Seats(problem, [task], _left(problem, [task], task.demands))
    for name, slots in seats.taken.items():
        for slot in slots:
            if slot[0] == task.name:
                alone.take(name, slot)
    for slot in lacking:
        alone.fill(slot)
    return alone.crew(task)


class _Seats:
    """Who serves which slot. A slot for which nobody is free gets somebody whom others replace, if
    there is a chain of such changes (a matching with augmenting paths)."""

    def __init__(self, problem: Problem, tasks: Iterable[Task], free: Mapping[str, int]) -> None:
        """`free`: units of each resource that may be taken."""
        skills = {skill for task in tasks for skill in task.skills}
        self.able = {
            skill: [each.name for each in problem.skilled.get(skill, ())] for skill in skills
        }
        self.free = dict(free)
        self.taken: dict[str, list[Slot]] = defaultdict(list)

    def crew(self, task: Task) -> Crew:
        return tuple(
            name for name, slots in self.taken.items() for slot in slots if slot[0] == task.name
        )

    def take(self, name: str, slot: Slot) -> None:
        self.free[name] -= 1
        self.taken[name].append(slot)

    def fill(self, slot: Slot) -> bool:
        """Breadth first; slots of one skill can go to the same ones, so each is looked at once."""
        wanted_by: dict[str, tuple[Slot, str | None]] = {}
        waiting: deque[tuple[Slot, str | None]] = deque([(slot, None)])
        seen = {slot[1]}
        while waiting:
            moving, seat = waiting.popleft()
            for name in self.able[moving[1]]:
                if name in wanted_by:
                    continue
                wanted_by[name] = (moving, seat)
                if self.free.get(name, 0) > 0:
                    self._move_up(name, wanted_by)
                    return True
                for other in self.taken[name]:
                    if other[1] not in seen:
                        seen.add(other[1])
                        waiting.append((other, name))
        return False

    def _move_up(self, name: str, wanted_by: Mapping[str, tuple[Slot, str | None]]) -> None:
        self.free[name] -= 1
        seat: str | None = name
        while seat is not None:
            slot, old = wanted_by[seat]
            self.taken[seat].append(slot)
            if old is not None:
                self.taken[old].remove(slot)
            seat = old
