"""The goals one after another: each is made small, then kept, then the next."""

from collections.abc import Callable, Sequence

import numpy as np
from ortools.sat.python import cp_model

from tools.plan import Status
from tools.solver.exact.clock import plain
from tools.solver.exact.cuts import add_work_cuts
from tools.solver.exact.engine import BY_RELAXATION, TINY, pair, plainly, solver, stopped_if, whole
from tools.solver.exact.goals import expression
from tools.solver.exact.model import Expression, Model
from tools.solver.exact.reach import reach
from tools.solver.exact.room import add_hours, add_room
from tools.solver.exact.rules import add_links, add_mates, add_stock
from tools.solver.exact.setups import add_setups
from tools.solver.exact.staff import add_crews, add_ways, slots_of
from tools.solver.exact.times import add_times
from tools.solver.exact.windows import add_windows
from tools.solver.exact.worth import values_of
from tools.solver.found import Found, Outcome
from tools.solver.instance import NEVER, Instance, Numbers
from tools.solver.search.values import COMPLETION, MOVES, WAITING

Tell = Callable[[int, int | None, int | None], None]
STATUS: dict[cp_model.CpSolverStatus, Status] = {
    cp_model.OPTIMAL: "optimal",
    cp_model.FEASIBLE: "feasible",
    cp_model.INFEASIBLE: "infeasible",
}


def exact(
    instance: Instance,
    goals: Sequence[int],
    stability: int,
    first: Found | None,
    end: float,
    workers: int,
    seed: int,
    *,
    weighed: int = 0,
    floors: Sequence[int | None] = (),
    tell: Tell | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome:
    """The best plan that CP-SAT finds until `end`, and what it proves.

    Args:
        goals: by the numbers of `values.py`; the first is made small, then the second among plans
            that are best in the first, and so on, as long as each is proved.
        stability: how many times the moves are added to a goal.
        weighed: the place of that goal.
        first: a plan to begin with; the result is at least as good.
        end: when to stop, on the clock `time.monotonic`.
        floors: by goal, a value below which no plan is known to be.
        tell: called with (place among the goals, value, bound) whenever one of them is better,
            also from other threads.
        cancelled: asked all the time; when it says yes, the best so far is the result.
    """
    run = Run(instance, goals, stability, weighed, first, floors, tell, cancelled)
    return run.outcome(end, workers, seed)


def build(instance: Instance, goals: Sequence[int], first: Found | None) -> Model:
    """All variables and rules of a plain instance."""
    model = Model(instance, reach(instance, goals, first), first)
    add_ways(model)
    add_crews(model)
    add_times(model)
    add_links(model)
    add_stock(model)
    add_mates(model)
    add_room(model)
    add_hours(model)
    add_setups(model)
    if first is None or instance.tasks <= TINY:
        add_windows(model)  # for more it finds no better plans
    return model


class Run:
    """One call of `exact`."""

    def __init__(
        self,
        instance: Instance,
        goals: Sequence[int],
        stability: int,
        weighed: int,
        first: Found | None,
        floors: Sequence[int | None],
        tell: Tell | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self.instance, self.goals = instance, goals
        self.stability, self.weighed = stability, weighed
        self.best = first
        self.bounds = [*floors, *[None] * len(goals)][: len(goals)]
        self.tell = tell or (lambda place, value, bound: None)
        self.cancelled = cancelled or (lambda: False)
        self.said: tuple[int, int | None, int | None] | None = None
        self.model = build(plain(instance), goals, first)

    def outcome(self, end: float, workers: int, seed: int) -> Outcome:
        status: Status = "unknown" if self.best else self._any_plan(end, workers, seed)
        if {WAITING, COMPLETION} & set(self.goals):
            add_work_cuts(self.model)
        for place in range(len(self.goals)) if self.best else ():
            status = self._minimise(place, end, workers, seed)
            if status != "optimal":
                break
        if status == "infeasible" and self.best is None:
            return Outcome("infeasible", None, (None,) * len(self.goals))
        if status != "optimal":
            status = "feasible" if self.best else "unknown"
        return Outcome(status, self.best, tuple(self.bounds))

    def _any_plan(self, end: float, workers: int, seed: int) -> Status:
        """Find a plan to begin with, or that there is none: without a goal the engine proves that
        sooner."""
        engine = solver(end, workers, seed)
        if workers == 2:
            engine.parameters.subsolvers.extend(BY_RELAXATION)
        with stopped_if(engine, self.cancelled):
            status = STATUS.get(engine.solve(self.model.cp), "unknown")
        if status == "optimal":  # of no goal: any plan is
            self._take(engine)
        return status

    def _minimise(self, place: int, end: float, workers: int, seed: int) -> Status:
        """Solve for one goal; if it is proved, keep it for those that follow."""
        aim = self._aim(place)
        floor = self.bounds[place]
        if self.best is not None and self.best.values[place] == floor:
            self.model.cp.add(aim == floor)
            return "optimal"
        if floor is not None:
            self.model.cp.add(aim >= floor)
        if self.best is not None:
            self.model.cp.add(aim <= self.best.values[place])
        self.model.cp.minimize(aim)
        engine = solver(end, workers, seed)
        if self.instance.tasks <= TINY and self.instance.until == NEVER:
            plainly(engine)
        else:
            engine.parameters.subsolvers.extend(
                pair(self.goals[place], self.instance.tasks, workers)
            )
        watch = _Watch(self, place)
        engine.best_bound_callback = watch.on_bound
        with stopped_if(engine, self.cancelled):
            status = STATUS.get(engine.solve(self.model.cp, watch), "unknown")
        if status in ("optimal", "feasible"):
            self._take(engine)
        if status == "optimal" and self.best is not None:
            self.bounds[place] = self.best.values[place]
            self.model.cp.add(aim == self.best.values[place])
        elif status != "infeasible":
            self._raise_bound(place, engine.best_objective_bound)
        self._say(place, self.best.values[place] if self.best else None)
        return status

    def _aim(self, place: int) -> Expression:
        aim = expression(self.model, self.goals[place])
        if place == self.weighed and self.stability > 0:
            aim = aim + self.stability * expression(self.model, MOVES)
        return aim

    def _take(self, engine: cp_model.CpSolver) -> None:
        """Read the plan, keep it if it is better, and begin with it next time."""
        found = read(self.model, engine, self.instance, self.goals, self.stability, self.weighed)
        if self.best is None or found.values < self.best.values:
            self.best = found
        self.model.cp.clear_hints()  # type: ignore[no-untyped-call]
        for at, value in enumerate(engine.response_proto.solution):
            self.model.cp.add_hint(self.model.cp.get_int_var_from_proto_index(at), value)

    def _raise_bound(self, place: int, bound: float) -> None:
        proved = whole(bound)
        known = self.bounds[place]
        if proved is not None and self.best is not None:
            proved = min(proved, self.best.values[place])
        if proved is not None and (known is None or proved > known):
            self.bounds[place] = proved

    def told(self, place: int, value: float | None, bound: float) -> None:
        self._raise_bound(place, bound)
        best = self.best.values[place] if self.best else None
        if value is not None:
            best = round(value) if best is None else min(best, round(value))
        self._say(place, best)

    def _say(self, place: int, value: int | None) -> None:
        """Tell what has changed."""
        news = place, value, self.bounds[place]
        if news != self.said:
            self.said = news
            self.tell(*news)


class _Watch(cp_model.CpSolverSolutionCallback):
    """Passes on each solution and each bound."""

    def __init__(self, run: Run, place: int) -> None:
        super().__init__()
        self.run, self.place = run, place
        self.reached: float | None = None

    def on_solution_callback(self) -> None:
        self.reached = self.objective_value
        self.run.told(self.place, self.reached, self.best_objective_bound)

    def on_bound(self, bound: float) -> None:
        self.run.told(self.place, self.reached, bound)


def read(
    model: Model,
    engine: cp_model.CpSolver,
    instance: Instance,
    goals: Sequence[int],
    stability: int,
    weighed: int,
) -> Found:
    tasks = instance.tasks
    start, end, way = (np.full(tasks, -1, dtype=np.int64) for _ in range(3))
    who = np.full(len(instance.able_from) - 1, -1, dtype=np.int64)
    for task, timing in enumerate(model.timing):
        for number, each in enumerate(model.ways_of(task)):
            if engine.boolean_value(model.ways[each]):
                start[task], end[task] = engine.value(timing.start), engine.value(timing.end)
                way[task] = number
                _seat(model, engine, each, who)
    values = values_of(instance, goals, stability, start, end, way, who, weighed)
    return Found(start, end, way, who, values)


def _seat(model: Model, engine: cp_model.CpSolver, way: int, who: Numbers) -> None:
    """Put people on the slots that they can fill, as many as were counted."""
    free = {
        able: [each for each, count in counts.items() for _ in range(engine.value(count))]
        for able, counts in model.crew.get(way, {}).items()
    }
    for slot, able in slots_of(model, way):
        who[slot] = free[able].pop()
