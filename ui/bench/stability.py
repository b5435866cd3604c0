"""A plan of 200 tasks is under way when one of them takes an hour longer: how many others move, how
soon that is known, and the fewest that had to."""

from dataclasses import replace

from tools.plan import Problem, Schedule, Task
from tools.solver import solve
from ui.bench.case import OURS, WORKERS, Case, Result, Run
from ui.bench.generate import shop
from ui.bench.ours import judged, timed
from ui.bench.peers.raw_cpsat import fewest_moves

TASKS = 200
HOUR = 60
PROOF_SECONDS = 20.0


def measure_late(seed: int, seconds: float) -> Result:
    """Plan, let a task be late, plan again."""
    problem = shop(TASKS, seed)
    before = solve(problem, "waiting", time_limit_seconds=seconds, workers=WORKERS)
    name, facts = f"late-{seed}", dict[str, float | None](tasks=TASKS, moved=None, fewest=None)
    if not before.planned:
        return Result(name, None, {OURS: Run(None, None, False, seconds)}, facts)
    changed = late(problem, before, seed)

    def call() -> Schedule:
        return solve(changed, time_limit_seconds=seconds, before=before, workers=WORKERS)

    after, took = timed(call)
    run = judged(Case(name, changed, "waiting"), after, took)
    facts["moved"] = None if run.value is None else moved(changed, before, after)
    facts["fewest"] = fewest_moves(changed, before, PROOF_SECONDS, WORKERS)
    # The solver's bound is about moves, its first goal.
    return Result(name, None, {OURS: replace(run, bound=None)}, facts)


def late(problem: Problem, plan: Schedule, seed: int) -> Problem:
    """What is known at the minute at which a task for which another one waits should have ended:
    what has started, what has ended, and that this one needs an hour more."""
    at = plan.by_task
    waited_for = {
        other
        for task in problem.tasks
        for other in task.after
        if at[other].end == at[task.name].start
    }
    by_start = sorted((at[name] for name in waited_for), key=lambda each: (each.start, each.task))
    culprit = by_start[len(by_start) // 4 + seed]
    tasks = [_at(task, plan, culprit.task, culprit.end) for task in problem.tasks]
    return Problem(tasks=tuple(tasks), resources=problem.resources, now=culprit.end)


def _at(task: Task, plan: Schedule, culprit: str, now: int) -> Task:
    mine = plan.by_task[task.name]
    if task.name == culprit:
        return task.model_copy(update={"started": mine.start, "duration": task.duration + HOUR})
    if mine.start >= now:
        return task
    return task.model_copy(
        update={"started": mine.start, "ended": mine.end if mine.end <= now else None}
    )


def moved(problem: Problem, before: Schedule, after: Schedule) -> int:
    """How many tasks that had not started start at another time."""
    return sum(
        before.by_task[each.task].start != each.start
        for each in after.assignments
        if problem.by_name[each.task].started is None
    )
