"""Published instances as problems: PSPLIB's `.sm` files and OR-Library's weighted tardiness."""

import csv
from pathlib import Path

from tools.phrases import SayableError
from tools.plan import Problem, Resource, Task


def read_lines(file: Path) -> list[str]:
    """The lines of a data file.

    Raises:
        SayableError: it is not there.
    """
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise SayableError("bench-no-data", file=str(file)) from None


def psplib_files(data: Path, name: str) -> list[Path]:
    """The instances of one set, such as `j30`, in the order of their numbers.

    Raises:
        SayableError: there are none.
    """
    folder = data / "psplib_rcpsp" / name
    files = list(folder.glob("*.sm"))
    if not files:
        raise SayableError("bench-no-data", file=str(folder))
    return sorted(files, key=lambda file: [int(n) for n in file.stem[len(name) :].split("_")])


def best_known(data: Path) -> dict[str, int]:
    """The shortest makespan known, by file name."""
    rows = csv.DictReader(read_lines(data / "psplib_rcpsp" / "best_known.csv"))
    return {row["instance"]: int(row["ub"]) for row in rows}


def read_psplib(file: Path) -> Problem:
    """The problem of one `.sm` file: its jobs, without source and sink, which take no time."""
    lines = read_lines(file)
    after: dict[str, list[str]] = {}
    for row in _rows(lines, "PRECEDENCE RELATIONS"):
        for follower in row[3:]:
            after.setdefault(follower, []).append(row[0])
    pools = [
        Resource(name=f"R{n}", capacity=int(each))
        for n, each in enumerate(_rows(lines, "RESOURCEAVAILABILITIES")[0], 1)
    ]
    names = [pool.name for pool in pools]
    numbers = (list(map(int, row)) for row in _rows(lines, "REQUESTS"))
    work = {str(job): (duration, needs) for job, _, duration, *needs in numbers}
    tasks = [
        Task(
            name=name,
            duration=duration,
            demands={each: need for each, need in zip(names, needs, strict=True) if need},
            after=tuple(other for other in after.get(name, ()) if work[other][0]),
        )
        for name, (duration, needs) in work.items()
        if duration
    ]
    return Problem(tasks=tuple(tasks), resources=tuple(pools))


def _rows(lines: list[str], section: str) -> list[list[str]]:
    """The rows of numbers between a section's title and the next line of asterisks."""
    first = next(at for at, line in enumerate(lines) if line.startswith(section))
    rest = lines[first + 1 :]
    last = next(at for at, line in enumerate(rest) if line.startswith("*"))
    return [line.split() for line in rest[:last] if line.split() and line.split()[0].isdigit()]


def read_tardiness(data: Path, size: int) -> list[tuple[list[Task], int]]:
    """The instances with `size` tasks on one machine: tasks with weight and due date, and the least
    weighted tardiness known."""
    numbers = _numbers(data / "orlib_wt" / f"wt{size}.txt")
    best = _numbers(data / "orlib_wt" / f"wtopt{size}.txt")
    found = []
    for at, value in enumerate(best):
        mine = numbers[3 * size * at : 3 * size * (at + 1)]
        rows = zip(mine[:size], mine[size : 2 * size], mine[2 * size :], strict=True)
        tasks = [
            Task(name=str(n), duration=p, priority=w, due=d, demands={MACHINE.name: 1})
            for n, (p, w, d) in enumerate(rows, 1)
        ]
        found.append((tasks, value))
    return found


MACHINE = Resource(name="machine")


def _numbers(file: Path) -> list[int]:
    return [int(word) for line in read_lines(file) for word in line.split()]
