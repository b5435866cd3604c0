"""However many plans a study makes, all of them together take what one answer may take."""

from collections.abc import Callable

import pytest
from plans import WORKSHOP, line, many

from tools.conflict.explain import explain
from tools.conflict.feasible import best_plan
from tools.plan import Problem, Schedule
from tools.plan.changes import SetDeadline
from tools.reasons.records import Explanation
from tools.solver import MIN_SECONDS, solve
from tools.studies.clock import Budget, Clock
from tools.studies.conditions import what_if
from tools.studies.deadlines import in_time
from tools.studies.effort import first_by_priority
from tools.studies.helps import what_helps
from tools.studies.moment import why_not_then
from tools.studies.order import why_before
from tools.studies.reasons import why_no_plan
from tools.studies.together import why_not_together

SECONDS = 4.0


class Scripted:
    """A clock that stands still but for solves, each of which takes all of its time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.took: list[float] = []
        monkeypatch.setattr("tools.studies.clock.monotonic", lambda: self.now)
        monkeypatch.setattr("tools.studies.clock.solve", self._solve)
        monkeypatch.setattr("tools.studies.clock.best_plan", self._best_plan)
        monkeypatch.setattr("tools.studies.clock.explain", self._explain)

    def _pass(self, seconds: float) -> None:
        self.now += seconds
        self.took.append(seconds)

    def _solve(self, *given, time_limit_seconds, **options):
        self._pass(time_limit_seconds)
        return solve(*given, time_limit_seconds=MIN_SECONDS, **options)

    def _best_plan(self, problem, goals, watch, **options):
        self._pass(watch.end - watch.began)
        return best_plan(problem, goals, watch, **options)

    def _explain(self, problem, orders, seconds, *given, **options):
        self._pass(seconds)
        return explain(problem, orders, MIN_SECONDS, *given, **options)


@pytest.fixture
def scripted(monkeypatch):
    return Scripted(monkeypatch)


BUSY = many(14)
PLAN = solve(BUSY, time_limit_seconds=1)
EARLY, *_, LATE = (each.task for each in sorted(PLAN.assignments, key=lambda each: each.start))

ASKED: dict[str, Callable[[Budget], Explanation]] = {
    "order": lambda budget: why_before(BUSY, PLAN, EARLY, LATE, budget),
    "together": lambda budget: why_not_together(BUSY, PLAN, EARLY, LATE, budget),
    "not then": lambda budget: why_not_then(BUSY, PLAN, LATE, 0, 0, budget),
    "not then, by a rule": lambda budget: why_not_then(
        WORKSHOP, solve(WORKSHOP, time_limit_seconds=1), "painting", 60, 60, budget
    ),
    "what if": lambda budget: what_if(BUSY, PLAN, [SetDeadline(task=LATE, minute=90)], budget),
    "first by": lambda budget: first_by_priority(BUSY, PLAN, LATE, EARLY, budget),
    "in time": lambda budget: in_time(BUSY, PLAN, PLAN.makespan * 3 // 4, budget),
    "in time, one task": lambda budget: in_time(BUSY, PLAN, 60, budget, LATE),
    "helps": lambda budget: what_helps(BUSY, PLAN, budget),
}


@pytest.mark.parametrize("kind", ASKED)
def test_all_solves_of_a_study_share_its_time(scripted, kind):
    ASKED[kind](Budget(SECONDS))
    spare = 2 * MIN_SECONDS  # the shortest solve there is, where the time is nearly over
    assert 0 < sum(scripted.took) <= SECONDS + spare


def test_one_solve_that_is_all_has_all_the_time(scripted):
    Clock(Budget(SECONDS)).solve(WORKSHOP)
    assert scripted.took == [SECONDS]


def test_solves_share_what_others_left(scripted):
    clock = Clock(Budget(SECONDS), 4)
    clock.solve(WORKSHOP)
    scripted.now = 2.5
    clock.solve(WORKSHOP)
    assert scripted.took == [1.0, 0.5]


def test_a_solve_ends_once_what_was_to_be_known_is():
    """Forty tasks are not proved in a minute; some plan of them is there at once."""
    problem = many(40)
    heard = []
    clock = Clock(Budget(60, heard.append))
    plan = clock.solve(problem, "waiting", enough=lambda said: said.value is not None)
    assert plan.planned
    assert clock.spent < 30
    assert heard


@pytest.mark.parametrize("orders", [(), (("b", "a"),)])
def test_what_is_proved_to_be_impossible_is_explained_the_same_without_proving_it_again(orders):
    problem = line(60, 30, deadline=[80, 80] if not orders else [60, None])
    known = explain(problem, orders, 20, impossible=True)
    assert known == explain(problem, orders, 20)
    assert known.minimal


def test_what_had_begun_by_now_is_not_said_to_contradict_what_does_not_say_it():
    """a, an hour, began at 0, so that b cannot end by 60; the problem does not say that it did."""
    problem = Problem.read(line(60, 30).model_dump() | {"now": 30})
    plan = Schedule.model_validate(
        {
            "status": "feasible",
            "objective": 60,
            "assignments": [
                {"task": "a", "start": 0, "end": 60, "resources": {"machine": 1}},
                {"task": "b", "start": 60, "end": 90, "resources": {"machine": 1}},
            ],
        }
    )
    told = what_if(problem, plan, [SetDeadline(task="b", minute=60)], Budget(20)).certificate
    assert told.status == "infeasible"
    assert told.conflict is None
    late = problem.replace_task("b", deadline=60)
    none = solve(late, before=plan, time_limit_seconds=5)
    assert (none.status, none.begun) == ("infeasible", ("a",))
    assert why_no_plan(late, none, Budget(20)).certificate.plan.conflict is None
