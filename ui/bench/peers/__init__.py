"""What a user might pick instead of our solver, to measure beside it. The product never calls it.

    raw_cpsat.py   OR-Tools CP-SAT with a plain model: no hint, no cuts, no heuristics
    pyjobshop.py   PyJobShop, from the extra `bench`
    rules.py       the best of the classic priority rules
    brute.py       all orders of a few tasks

The peers know the core only: demands on resources that are always open, finish-start links without
lag, priorities, releases and due dates; the goals waiting, completion, tardiness and makespan. Each
is a function (problem, goal, seconds, workers) -> Schedule and leaves checking to who measures.
"""

from collections.abc import Callable, Mapping

from tools.plan import Assignment, Goal, Problem, Schedule, Status

Peer = Callable[[Problem, Goal, float, int], Schedule]


def horizon(problem: Problem) -> int:
    """A minute by which some best plan has ended: all releases passed, then one after another."""
    return max(task.release for task in problem.tasks) + sum(
        task.duration for task in problem.tasks
    )


def as_schedule(
    problem: Problem,
    goal: Goal,
    starts: Mapping[str, int],
    status: Status = "feasible",
    bound: int | None = None,
) -> Schedule:
    """The plan in which each task runs from its start for its duration."""
    assignments = tuple(
        Assignment(
            task=task.name,
            start=starts[task.name],
            end=starts[task.name] + task.duration,
            resources=task.demands,
        )
        for task in problem.tasks
    )
    return Schedule(status=status, goal=goal, bound=bound, assignments=assignments)
