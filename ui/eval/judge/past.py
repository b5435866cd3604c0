"""What lies in the past: how late it is, and what has begun by then if the plan before was carried
out. Minute by minute, from the definition alone."""

from collections.abc import Iterator

from tools.plan import Assignment, Problem, Schedule, Task
from ui.eval.judge.clock import Clock


def present(problem: Problem) -> int:
    """Nothing new starts before this minute: now, and never before something that has happened."""
    known = [problem.now]
    for task in problem.tasks:
        known += [task.started] if task.started is not None else []
        known += [task.ended] if task.ended is not None else []
    return max(known)


def begun(problem: Problem, before: Schedule | None) -> Problem:
    """The problem with what has begun: the rows of the plan before one after another, by start."""
    now = present(problem)
    place = list(problem.by_name).index
    rows = [row for row in (before.assignments if before else ()) if row.task in problem.by_name]
    rows = sorted((row for row in rows if row.start < now), key=lambda r: (r.start, place(r.task)))
    past = _Past(problem, now, rows)
    for row in rows:
        if row.task not in past.ran:
            past.look_at(row)
    data = problem.model_dump()
    for task in data["tasks"]:
        if task["name"] in past.ran:
            task["started"], task["ended"] = past.ran[task["name"]]
    return Problem.read(data) if past.found else problem


class _Past:
    """Who ran from when to when (None: still runs)."""

    def __init__(self, problem: Problem, now: int, rows: list[Assignment]) -> None:
        self.problem, self.now, self.clock = problem, now, Clock(problem)
        self.rows = {row.task: row for row in rows}
        self.ran = {t.name: (t.started, t.ended) for t in problem.tasks if t.started is not None}
        self.out: set[str] = set()
        self.found = False

    def look_at(self, row: Assignment) -> None:
        task, end = self.problem.task(row.task), self.end(row)
        if any(self.objections(task, row, self.now if end is None else end)):
            self.out.add(row.task)
            return
        if end is not None and not self.in_time(task, end, ("finish-finish",)):
            end = None
        self.ran[row.task], self.found = (row.start, end), True

    def end(self, row: Assignment) -> int | None:
        """When its work was done, if by now."""
        task = self.problem.task(row.task)
        left = task.ways[row.way if row.way < len(task.ways) else 0].duration
        for minute in range(row.start, self.now):
            held = self.held(row.task)
            left -= 1 if not task.pausable else self.clock.works(held, minute)
            if left == 0:
                return minute + 1
        return None

    def held(self, name: str) -> dict[str, int]:
        row, task = self.rows.get(name), self.problem.task(name)
        asked = task.demands if row is None else row.resources
        there = {each.name for each in self.problem.resources if each.kind != "stock"}
        return {name: amount for name, amount in asked.items() if name in there}

    def objections(self, task: Task, row: Assignment, end: int) -> Iterator[bool]:
        yield row.start < task.release
        yield task.fixed is not None and task.fixed != row.start
        yield not self.in_time(task, row.start, ("finish-start", "start-start"))
        held = self.held(task.name)
        for minute in range(row.start, end):
            running = [name for name in self.ran if self.runs(name, minute)]
            yield any(n in task.apart or task.name in self.problem.task(n).apart for n in running)
            for name, amount in held.items():
                there = self.clock.units(name, minute)
                used = sum(self.held(other).get(name, 0) for other in running)
                idle = task.pausable and minute > row.start and there == 0
                yield not idle and there < used + amount

    def runs(self, name: str, minute: int) -> bool:
        start, end = self.ran[name]
        return start <= minute < (self.now if end is None else end)

    def in_time(self, task: Task, minute: int, kinds: tuple[str, ...]) -> bool:
        for link in task.predecessors:
            start, end = self.when(link.task)
            moment = start if link.kind == "start-start" else end
            if link.kind in kinds and minute < moment + link.lag:
                return False
        return True

    def when(self, name: str) -> tuple[int, int]:
        """Start and end; what is still to come comes now at the earliest."""
        if name in self.ran:
            start, end = self.ran[name]
        elif name in self.rows and name not in self.out:
            start, end = self.rows[name].start, self.end(self.rows[name])
        else:
            return self.now, self.now
        return start, self.now if end is None else end
