"""The rows of the table: which cases, how long, by whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.phrases import Language, SayableError, say
from tools.plan import Goal, Problem, Task
from ui.bench.case import BRUTE, OURS, PEERS, WORKERS, Case, Result
from ui.bench.generate import one_machine, small, weighted
from ui.bench.large import LARGE, LONG, measure_large
from ui.bench.ours import run
from ui.bench.readers import MACHINE, best_known, psplib_files, read_psplib, read_tardiness
from ui.bench.stability import measure_late

Solvers = Sequence[str]
Limit = int | None


@dataclass(frozen=True)
class Job:
    """One measurement of a row."""

    name: str
    measure: Callable[[float, Solvers], Result]
    """(seconds a solver may use, peers) -> what came out."""


@dataclass(frozen=True)
class Row:
    """A row of the table."""

    name: str
    seconds: float
    """What each solver may use for one case."""
    jobs: Callable[[Path, Limit], list[Job]]
    """(data folder, at most so many of each set) -> its measurements."""


@dataclass(frozen=True)
class Step:
    """Progress, as `ui.progress.Line` shows it."""

    file: str
    """The row."""
    case: str
    done: int
    total: int
    key: str = "bench-progress"

    def say(self, language: Language) -> str:
        row = say(f"bench-row-{self.file}", language)
        values = {"row": row, "case": self.case, "done": self.done, "total": self.total}
        return say(self.key, language, **values)


def chosen(only: str | None) -> list[Row]:
    """The rows named in a list with commas, or all.

    Raises:
        SayableError: there is no such row.
    """
    if only is None:
        return list(ROWS)
    names = [name.strip() for name in only.split(",")]
    known = {row.name: row for row in ROWS}
    for name in names:
        if name not in known:
            raise SayableError("bench-unknown-row", row=name, known=", ".join(known))
    return [known[name] for name in names]


def _compared(case: Case) -> Job:
    """By our solver and all peers, one after another."""

    def measure(seconds: float, peers: Solvers) -> Result:
        runs = {solver: run(solver, case, seconds, WORKERS) for solver in (OURS, *peers)}
        return Result(case.name, case.best, runs)

    return Job(case.name, measure)


def _makespan(name: str) -> Callable[[Path, Limit], list[Job]]:
    def jobs(data: Path, limit: Limit) -> list[Job]:
        best = best_known(data)
        return [
            _compared(Case(file.stem, read_psplib(file), "makespan", best[file.name]))
            for file in psplib_files(data, name)[:limit]
        ]

    return jobs


def _tardiness(data: Path, limit: Limit) -> list[Job]:
    return [
        _compared(Case(f"wt{size}-{n}", _on_machine(tasks), "tardiness", best))
        for size in (40, 50)
        for n, (tasks, best) in enumerate(read_tardiness(data, size)[:25][:limit], 1)
    ]


def _on_machine(tasks: list[Task]) -> Problem:
    return Problem(tasks=tuple(tasks), resources=(MACHINE,))


def _one(data: Path, limit: Limit) -> list[Job]:
    """100 tasks on one machine: two instances of 50 each joined, without their due dates; and
    generated ones."""
    read = [tasks for tasks, _ in read_tardiness(data, 50)[:20]]
    joined = [
        [
            task.model_copy(update={"name": str(n), "due": None})
            for n, task in enumerate(first + second, 1)
        ]
        for first, second in zip(read[::2], read[1::2], strict=True)
    ]
    sets = {"wt50": joined, "made": [one_machine(100, seed) for seed in range(10)]}
    return [
        _compared(Case(f"{name}-{n}", _on_machine(tasks), "completion", _smith(tasks)))
        for name, members in sets.items()
        for n, tasks in enumerate(members[:limit], 1)
    ]


def _smith(tasks: list[Task]) -> int:
    """The least weighted completion on one machine: most priority per minute first (Smith 1956)."""
    total = end = 0
    for task in sorted(tasks, key=lambda task: task.duration / task.priority):
        end += task.duration
        total += task.priority * end
    return total


def _waiting(data: Path, limit: Limit) -> list[Job]:
    goal: Goal = "waiting"
    return [
        _compared(Case(file.stem, weighted(read_psplib(file), file.stem), goal))
        for name in ("j30", "j120")
        for file in psplib_files(data, name)[:limit]
    ]


def _orders(data: Path, limit: Limit) -> list[Job]:
    cases = [
        Case(f"{count} {kind}", small(count, kind), "waiting")
        for count in range(3, 10)
        for kind in ("machine", "pool", "project")
    ]
    return [_beside_brute_force(case) for case in cases[:limit]]


def _beside_brute_force(case: Case) -> Job:
    def measure(seconds: float, peers: Solvers) -> Result:
        runs = {solver: run(solver, case, seconds, WORKERS) for solver in (OURS, BRUTE)}
        return Result(case.name, runs[BRUTE].value, runs, {"tasks": len(case.problem.tasks)})

    return Job(case.name, measure)


def _large(data: Path, limit: Limit) -> list[Job]:
    jobs = [
        Job(f"{count}", lambda seconds, peers, count=count: measure_large(count, seconds))
        for count in LARGE
    ]
    again = Job(f"{LONG} x 6", lambda seconds, peers: measure_large(LONG, 6 * seconds))
    return [*jobs, again][:limit]


def _late(data: Path, limit: Limit) -> list[Job]:
    return [
        Job(f"late-{seed}", lambda seconds, peers, seed=seed: measure_late(seed, seconds))
        for seed in range(10)
    ][:limit]


ROWS = (
    Row("j30", 10, _makespan("j30")),
    Row("j120", 10, _makespan("j120")),
    Row("tardiness", 5, _tardiness),
    Row("one", 1, _one),
    Row("waiting", 10, _waiting),
    Row("orders", 10, _orders),
    Row("large", 20, _large),
    Row("stability", 3, _late),
)


def measure(
    rows: Sequence[Row],
    data: Path,
    *,
    seconds: float | None = None,
    limit: Limit = None,
    peers: Solvers = PEERS,
    tell: Callable[[Step], None] = lambda _: None,
) -> dict[str, list[Result]]:
    """All measurements of these rows, one after another, by row.

    Args:
        seconds: what each solver may use for one case, instead of the row's own.
        limit: at most so many cases of each set.

    Raises:
        SayableError: the data is not there; found before anything is measured.
    """
    jobs = {row.name: row.jobs(data, limit) for row in rows}
    found: dict[str, list[Result]] = {row.name: [] for row in rows}
    for row in rows:
        for done, job in enumerate(jobs[row.name]):
            tell(Step(row.name, job.name, done, len(jobs[row.name])))
            found[row.name].append(job.measure(row.seconds if seconds is None else seconds, peers))
    return found
