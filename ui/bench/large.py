"""One large problem in a process of its own: seconds to the first plan, memory, value. The solver
is warmed up before, as a server does it at its start.
`python -m ui.bench.large 10000 20` plans 10,000 tasks for 20 seconds and prints what it measured as
JSON."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tools.plan import Schedule
from tools.solver import solve, warm_up
from ui.bench.case import OURS, WORKERS, Case, Result, Run
from ui.bench.generate import large
from ui.bench.ours import judged, timed

if TYPE_CHECKING:
    from tools.solver.progress import Progress

LARGE = (1_000, 3_000, 10_000, 30_000)
LONG = 10_000
"""Planned twice: its plan should soon be near what six times as long gives."""
ROOT = Path(__file__).parents[2]


def measure_large(count: int, seconds: float) -> Result:
    """`count` tasks planned in a fresh process."""
    command = [sys.executable, "-m", "ui.bench.large", str(count), str(seconds)]
    child = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    answer = json.loads(child.stdout)
    return Result(str(count), None, {OURS: Run(**answer["run"])}, answer["facts"])


def main(count: int, seconds: float) -> dict[str, object]:
    """What the process prints."""
    warm_up()
    case = Case(str(count), large(count), "waiting")
    first: list[float] = []

    def tell(progress: "Progress") -> None:
        if progress.value is not None and not first:
            first.append(round(time.monotonic() - began, 3))

    def call() -> Schedule:
        return solve(
            case.problem, case.goal, time_limit_seconds=seconds, workers=WORKERS, tell=tell
        )

    began = time.monotonic()
    schedule, took = timed(call)
    memory = peak_memory()  # before the plan is checked
    run = judged(case, schedule, took)
    facts = {
        "tasks": count,
        "limit": seconds,
        "first": first[0] if first else None,
        "memory_mib": memory,
    }
    return {"run": vars(run), "facts": facts}


def peak_memory() -> float:
    """The most memory that this process ever held, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux; ru_maxrss there counts the parent before `exec` too
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
        return round(int(line.split()[1]) / 1024, 1)
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / 2**20 if sys.platform == "darwin" else peak / 1024, 1)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), float(sys.argv[2]))))
