"""CP-SAT as we use it: with what strategies, how it is stopped, what its bounds say."""

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ortools.sat.python import cp_model

from tools.solver.search.values import COMPLETION, MAKESPAN, WAITING

SECONDS_BETWEEN_LOOKS = 0.05
BY_RELAXATION = ("max_lp", "quick_restart_no_lp")
"""Two of CP-SAT's strategies: one sees what the linear relaxation rules out."""
TINY, SMALL = 12, 100
"""Tasks: up to so many the engine is used plainly if nothing is ever closed, or with chosen
strategies."""


def whole(bound: float) -> int | None:
    """The least integer that the bound allows, careful about what a float cannot say."""
    if not math.isfinite(bound):
        return None
    return math.ceil(bound - 1e-6 - abs(bound) * 2.0**-50)


def solver(end: float, workers: int, seed: int) -> cp_model.CpSolver:
    engine = cp_model.CpSolver()
    engine.parameters.max_time_in_seconds = max(0.01, end - time.monotonic())
    engine.parameters.num_workers = workers
    engine.parameters.random_seed = seed
    engine.parameters.linearization_level = 2  # the cuts speak to the linear relaxation
    engine.parameters.catch_sigint_signal = False  # it would end this step only
    return engine


def plainly(engine: cp_model.CpSolver) -> None:
    """Without what takes longer than the search itself: three times as fast for nine tasks. It
    begins with a good plan, so choices that refute others soon are worth more than choices that
    look cheap: without the latter, 16 problems of 7 to 10 tasks take 0.6 of the time."""
    engine.parameters.exploit_objective = False
    engine.parameters.num_workers = 1
    engine.parameters.cp_model_probing_level = 0
    engine.parameters.symmetry_level = 0
    engine.parameters.linearization_level = 0
    engine.parameters.cp_model_presolve = False


def pair(goal: int, tasks: int, workers: int) -> tuple[str, ...]:
    """Two of CP-SAT's strategies for two workers on a small instance; empty for its own choice.

    Its own are half large neighbourhood search, which finds plans; our local search has found good
    ones already, and what is missing is the proof. In 8 s the first pair proves all 48 makespans of
    j30 (its own choice 47); in 3 s the second leaves a gap of 9 % in weighted waiting (14 %).
    """
    if workers != 2 or tasks > SMALL:
        return ()
    if goal == MAKESPAN:
        return "no_lp", "objective_lb_search"
    return BY_RELAXATION if goal in (WAITING, COMPLETION) else ()


@contextmanager
def stopped_if(engine: cp_model.CpSolver, cancelled: Callable[[], bool]) -> Iterator[None]:
    """While inside, a thread stops the engine as soon as `cancelled` says so."""
    over = threading.Event()

    def look() -> None:
        while not over.wait(SECONDS_BETWEEN_LOOKS):
            if cancelled():
                engine.stop_search()

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
