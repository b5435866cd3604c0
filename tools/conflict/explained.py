"""A solve that says why, if there is no plan."""

from collections.abc import Callable, Sequence

from opentelemetry import trace

from tools.plan import Goal, Problem, Schedule
from tools.solver import check_effort, solve
from tools.solver.progress import Progress, Watch

TRACER = trace.get_tracer("whyflow")
AFTERWARDS = 1.0
"""Seconds after the time limit in which it is still looked for why there is no plan."""


def optimise(
    problem: Problem,
    goal: Goal | Sequence[Goal] | None = None,
    *,
    time_limit_seconds: float = 5.0,
    hint: Schedule | None = None,
    before: Schedule | None = None,
    stability: int | None = None,
    workers: int = 2,
    seed: int = 0,
    tell: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Schedule:
    """The best plan for `problem` found in the time; see `tools.solver.solve`. If there is none,
    the conflict behind that and the deadlines that must be missed, which takes a second more at
    most."""
    check_effort(time_limit_seconds, workers, seed)  # before the imports, which take long
    from tools.conflict.explain import explain  # OR-Tools, as in `solve`
    from tools.solver.begun import begun
    from tools.solver.facts import settled

    watch = Watch(time_limit_seconds + AFTERWARDS, None, cancelled)
    with TRACER.start_as_current_span("solve") as span:
        schedule = solve(
            problem,
            goal,
            time_limit_seconds=time_limit_seconds,
            hint=hint,
            before=before,
            stability=stability,
            workers=workers,
            seed=seed,
            tell=tell,
            cancelled=cancelled,
        )
        span.set_attribute("whyflow.tasks", len(problem.tasks))
        span.set_attribute("whyflow.status", schedule.status)
    if schedule.status != "infeasible":
        return schedule
    known = hint if before is None else before
    conflict = explain(
        settled(begun(problem, before), known),
        seconds=watch.left,
        cancelled=cancelled,
        known=known,
        misses=schedule.misses,
    )
    return schedule.model_copy(update={"conflict": conflict})
