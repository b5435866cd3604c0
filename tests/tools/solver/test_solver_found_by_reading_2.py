"""What a second reader of the solver found: wrong plans, wrong proofs, time that was not kept."""

import time
from typing import Any

import pytest
from features import ANN, BOB, HOUR, MACHINE, WEEKDAYS, M, held, problem, task
from plans import many

from tools.conflict.explain import explain
from tools.conflict.explained import optimise
from tools.contradictions.edits import apply
from tools.plan import Assignment, Problem, Repair, Schedule
from tools.solver import solve
from tools.solver.decode import seated
from tools.solver.encode import encode
from tools.solver.exact import supported
from tools.solver.progress import Watch
from tools.solver.reached import reached
from tools.solver.run import Run
from tools.solver.search.threads import FIRST, SLICE, next_count
from tools.studies.plans import as_asked
from tools.telling.schedule import tell_proof
from ui.eval.judge.checker import faults

WELD = {"skills": {"weld": 1}}


def told(*rows: tuple[str, int, int, dict[str, int]], **more: Any) -> Schedule:
    """A plan from before."""
    assignments = [Assignment(task=n, start=a, end=b, resources=who) for n, a, b, who in rows]
    return Schedule(status="feasible", objective=0, assignments=tuple(assignments), **more)


def test_a_plan_to_start_from_by_somebody_who_left_is_done_by_somebody_who_can():
    asked = problem([task("a", 10, **WELD)], BOB, MACHINE)
    plan = solve(asked, hint=told(("a", 0, 10, {"eve": 1})), time_limit_seconds=1)
    assert faults(asked, plan) == []
    assert held(plan, "a") == {"bob": 1}


def closed(start: str, first: str, last: str, *tasks: dict[str, Any], now: int = 0) -> Problem:
    """One machine, Monday to Friday from 8 to 17, but for one long stretch."""
    hours = [{"days": WEEKDAYS, "start": "08:00", "end": "17:00"}]
    shut = {"name": "day", "hours": hours, "closed": [{"start": first, "end": last}]}
    by_day = MACHINE | {"calendar": "day"}
    return problem([M | each for each in tasks], by_day, start=start, calendars=[shut], now=now)


DAY = 24 * HOUR


@pytest.mark.parametrize(("last", "opens"), [("2027-01-03", 12), ("2027-03-31", 99)])
def test_what_may_be_left_out_is_done_after_the_holidays(last, opens):
    tasks = task("a", 60), task("b", 60, value=5)
    asked = closed("2026-12-23T16:00", "2026-12-24", last, *tasks)
    plan = solve(asked, time_limit_seconds=3)
    assert faults(asked, plan) == []
    assert plan.left_out == ()
    assert max(each.start for each in plan.assignments) == opens * DAY - 8 * HOUR


def test_work_begins_after_a_long_closed_season():
    asked = closed("2026-11-23T08:00", "2026-11-23", "2027-02-15", task("a", 60, value=5))
    plan = solve(asked, time_limit_seconds=3)
    assert faults(asked, plan) == []
    assert plan.by_task["a"].start == 85 * DAY


@pytest.mark.parametrize(("last", "opens"), [("2027-01-03", 17), ("2027-03-31", 104)])
@pytest.mark.parametrize("others", [[], [task("b", 60, after=["a"])]])
def test_what_runs_and_pauses_over_the_holidays_ends_after_them(last, opens, others):
    running = task("a", 600, started=0, pausable=True)
    asked = closed("2026-12-18T15:00", "2026-12-19", last, running, *others, now=60)
    plan = solve(asked, time_limit_seconds=3)
    assert faults(asked, plan) == []
    end = opens * DAY - 7 * HOUR + 480
    assert plan.by_task["a"].end == end
    assert [each.start for each in plan.assignments[1:]] == [end] * len(others)


@pytest.mark.parametrize("kind", ["hint", "before"])
def test_what_runs_is_done_although_the_plan_before_left_it_out(kind):
    tasks = [task("a", 50, value=5, started=0, **M), task("b", 10, **M)]
    asked = problem(tasks, MACHINE, now=1)
    known = {kind: told(("b", 0, 10, {"m": 1}), left_out=("a",))}
    plan = solve(asked, ["makespan", "value"], time_limit_seconds=2, **known)
    assert plan.left_out == ()
    assert plan.by_task["b"].start == 50


def test_deadlines_are_not_missed_for_what_may_be_left_out():
    tasks = [task("a", 60, deadline=60), task("b", 60, deadline=60)]
    tasks.append(task("c", 100, fixed=60, value=9))
    asked = problem([M | each for each in tasks], MACHINE)
    plan = solve(asked, time_limit_seconds=2)
    assert plan.status == "infeasible"
    assert [each.minutes for each in plan.misses] == [60]


def test_what_waited_for_a_task_left_out_waits_for_what_that_waited_for():
    tasks = [task("a", 60), task("x", 60, after=["a"])]
    tasks.append(task("b", 60, after=["x"], deadline=100))
    asked = problem(tasks)
    found = explain(asked).repairs
    assert ("leave-out", "x") not in {(each.kind, each.task) for each in found}
    gone = apply(asked, Repair(kind="leave-out", task="x", size=60))
    assert gone.by_name["b"].after == ("a",)


@pytest.mark.parametrize("kind", ["hint", "before"])
def test_no_plan_because_of_who_runs_what_is_explained(kind):
    tasks = [task("a", 60, started=0, **WELD, **M)]
    tasks.append(task("b", 10, demands={"ann": 1}, deadline=20))
    asked = problem(tasks, BOB, ANN, MACHINE, now=1)
    known = {kind: told(("a", 0, 60, {"ann": 1, "m": 1}))}
    plan = optimise(asked, time_limit_seconds=3, **known)
    assert plan.status == "infeasible"
    assert plan.conflict.minimal
    said = {(each.kind, each.task or each.resource) for each in plan.conflict.statements}
    assert said == {
        ("deadline", "b"),
        ("demand", "b"),
        ("duration", "a"),
        ("skill", "a"),
        ("capacity", "ann"),
    }
    assert [(each.task, each.end) for each in plan.misses] == [("b", 70)]


def test_crews_of_hundreds_are_left_to_the_search_if_time_is_short():
    able = [{"name": f"w{n}", "skills": ["weld"]} for n in range(400)]
    asked = problem([task(f"t{n}", 9, skills={"weld": 200}) for n in range(20)], *able)
    assert not supported(encode(asked), most=8000)
    assert supported(encode(asked), most=16000)


def test_rows_on_machines_that_are_set_up_are_left_to_the_search_if_time_is_short():
    setups = [{"before": "f", "after": "g", "minutes": 5}]
    tasks = [task(f"t{n}", 9, family="fg"[n % 2], **M) for n in range(100)]
    asked = problem(tasks, MACHINE | {"setups": setups})
    assert not supported(encode(asked), most=8000)
    assert supported(encode(asked), most=16000)


class Unhurried(Run):
    """Would rather not build the exact model."""

    def _prove(self) -> bool:
        raise AssertionError("It was about to be built.")


def test_a_solve_that_is_cancelled_builds_no_exact_model():
    watch = Watch(60, None, lambda: True)
    run = Unhurried(many(40), "tardiness", watch)
    assert run.schedule().planned


def test_a_short_search_of_many_tasks_keeps_to_its_time():
    """Between two looks at the clock there is one slow try, or as many quick ones as fit."""
    now = time.monotonic()
    assert next_count(FIRST, took=0.4, end=now + 0.01) == next_count(100, 40.0, now + 9) == 1
    assert next_count(100, took=SLICE, end=now + 60) == 100


def test_moves_are_weighed_with_a_goal_and_proved_with_it_but_not_told_as_part_of_it():
    tasks = [task("a", 40, priority=2, **M), task("b", 40, **M)]
    before = solve(problem(tasks, MACHINE), time_limit_seconds=2)
    urgent = problem([tasks[0], tasks[1] | {"priority": 90}], MACHINE)
    plan = solve(urgent, before=before, stability=3, time_limit_seconds=2)
    assert [each.task for each in plan.moved] == ["a", "b"]
    assert (plan.goal, plan.objective, plan.bound) == ("waiting", 80, 80)
    assert plan.optimal
    assert faults(urgent, plan, before=before) == []
    kept = solve(urgent, before=before, stability=4, time_limit_seconds=2)
    assert (kept.objective, kept.moved, kept.status) == (3600, (), "optimal")
    assert (kept.bound, kept.weighed) == (3600, "waiting")
    assert tell_proof(kept, "en").startswith("With the moves counted in, this is proved optimal")
    assert tell_proof(kept, "zh").startswith("计入变动的代价，已证明最优")
    none = kept.model_copy(update={"objective": 0, "bound": 0})
    assert tell_proof(none, "en").startswith("This is proved optimal: no plan has lower")
    free, goals = as_asked(urgent, kept)
    assert (free.objective, free.bound, free.status, goals) == (
        3600,
        None,
        "feasible",
        ("waiting",),
    )


def test_moves_are_not_weighed_with_themselves():
    tasks = [task("a", 40, **M), task("b", 40, **M)]
    before = solve(problem(tasks, MACHINE), time_limit_seconds=2)
    late = problem([tasks[0] | {"release": 100}, tasks[1]], MACHINE)
    plan = solve(late, ["moves", "waiting"], before=before, stability=3, time_limit_seconds=2)
    assert (plan.goal, plan.weighed, plan.status) == ("moves", None, "optimal")
    assert tell_proof(plan, "en").startswith("This is proved optimal: no plan has lower change")


def test_whatever_is_told_of_a_goal_with_moves_says_that_they_are_counted_in():
    """Of a loss that comes before it, of a goal at nothing already, and while it is solved."""
    tasks = [task("a", 40, **M), task("b", 40, **M, value=9)]
    before = solve(problem(tasks, MACHINE), time_limit_seconds=2)
    urgent = problem([tasks[0], tasks[1] | {"priority": 90}], MACHINE)
    told = []
    kept = solve(urgent, before=before, stability=4, time_limit_seconds=2, tell=told.append)
    assert (kept.goal, kept.weighed, kept.status) == ("value", "waiting", "optimal")
    assert {(each.goal, each.weighed) for each in told} <= {("value", False), ("waiting", True)}
    assert "Among such plans, with the moves counted in: " in tell_proof(kept, "en")
    assert "在这样的计划里，计入变动的代价：" in tell_proof(kept, "zh")
    none = kept.model_copy(update={"goal": "waiting", "objective": 0, "bound": 0})
    assert "Among such plans, with the moves counted in: " in tell_proof(none, "en")
    unsure = none.model_copy(update={"status": "feasible", "then": ()})
    assert "but one that is as good may move less" in tell_proof(unsure, "en")
    assert "变动更少" in tell_proof(unsure, "zh")


@pytest.mark.parametrize(
    ("stability", "proved", "value", "bound"),
    [(3, 3 * 1040 + 80, 80, 80), (4, 50, 3600, 80), (4, 3000, 3600, 3000), (4, 3600, 3600, 3600)],
)
def test_a_goal_that_is_weighed_has_the_bound_of_the_sum_without_the_moves(
    stability, proved, value, bound
):
    """Or that of the goal alone, where that says more."""
    tasks = [task("a", 40, priority=2, **M), task("b", 40, **M)]
    before = solve(problem(tasks, MACHINE), time_limit_seconds=2)
    urgent = problem([tasks[0], tasks[1] | {"priority": 90}], MACHINE)
    run = Run(urgent, None, Watch(2), before=before, stability=stability)
    run.schedule()
    (waiting,) = reached(run.instance, run.best, run.aim, [proved, None])
    assert (waiting.value, waiting.bound) == (value, bound)


def test_nothing_is_left_out_so_that_less_moves():
    """What is lost comes first, though nobody asked for it; moves are weighed with what was asked
    for."""
    tasks = [task("a", 60, **M), task("b", 60, **M, value=50)]
    before = solve(problem(tasks, MACHINE), time_limit_seconds=2)
    away = MACHINE | {"absences": [{"start": 60, "end": 120}]}
    plan = solve(problem(tasks, away), before=before, stability=1, time_limit_seconds=2)
    assert (plan.left_out, plan.goal, plan.objective) == ((), "value", 0)
    assert (plan.then[0].goal, plan.then[0].value) == ("waiting", 120)


def test_planned_again_the_same_crew_does_a_task_that_asks_for_two_skills():
    """Who can do both must not take the place of who can do one only; the exact model is too large
    for so many different hours, so the search alone has to find it."""
    shift = {"days": ["mon", "tue", "wed", "thu", "fri"], "start": "06:00", "end": "14:00"}
    zones = ["Asia/Shanghai", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "UTC"]
    calendars = [{"name": z, "hours": [shift], "time_zone": z} for z in zones]
    both = [{"name": n, "skills": ["weld", "drive"]} for n in ("cid", "dan")]
    others = [{"name": f"{z} 1", "skills": ["weld", "drive"], "calendar": z} for z in zones]
    ann = {"name": "ann", "skills": ["weld", "cook"]}
    bob = {"name": "bob", "skills": ["drive", "weld"]}
    data = {
        "start": "2026-11-23T06:00",
        "time_zone": "Europe/Berlin",
        "calendars": calendars,
        "resources": [*both, *others, ann, bob],
        "tasks": [
            {"name": "a", "duration": 44, "skills": {"weld": 1, "drive": 1}, "pausable": True}
        ],
    }
    asked = Problem.read(data)
    before = Schedule.read(
        {
            "status": "feasible",
            "objective": 367,
            "assignments": [
                {"task": "a", "start": 367, "end": 411, "resources": {"ann": 1, "bob": 1}}
            ],
        }
    )
    assert faults(asked, before) == []
    plan = solve(asked, before=before, time_limit_seconds=1)
    assert (plan.moved, plan.objective) == ((), 0)


def test_whoever_can_do_two_things_makes_room_for_others():
    assert seated([{1, 2}, {1}], [1, 2]) == [2, 1]
    assert seated([{1}, {1}], [1, 2]) == [1, -1]
    assert seated([{1}, {1}], [1, 1]) == [1, 1]
