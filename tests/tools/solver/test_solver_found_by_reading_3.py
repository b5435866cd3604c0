"""What a third reader of the solver found: proofs that never came, plans that were called none."""

from random import Random
from typing import Any

import pytest
from features import HOUR, MACHINE, WEEKDAYS, M, problem, task
from plans import many, twice_at_once

from tools.conflict.explain import explain
from tools.contradictions.edits import apply
from tools.plan import Problem
from tools.record import PlanError
from tools.solver import solve
from tools.solver.bounds import bound
from tools.solver.encode import encode
from tools.solver.goals import CODES
from tools.studies.plans import need_plan
from tools.telling import tell_conflict, tell_schedule
from ui.eval.judge.checker import faults
from ui.page.panels import verdict

FRIDAY = 4 * 24 * HOUR + 9 * HOUR
DAY = {
    "name": "day",
    "hours": [
        {"days": WEEKDAYS, "start": "08:00", "end": "12:00"},
        {"days": WEEKDAYS, "start": "13:00", "end": "17:00"},
    ],
}


def week(*minutes: int) -> Problem:
    """Work that may not pause, on one machine open ten times for four hours, all due by Friday."""
    rows: list[dict[str, Any]] = [
        task(f"t{n}", lasts, **M, deadline=FRIDAY, priority=1 + n % 3)
        for n, lasts in enumerate(minutes)
    ]
    by_day = MACHINE | {"calendar": "day"}
    return problem(rows, by_day, start="2026-11-23T08:00", calendars=[DAY])


@pytest.mark.parametrize(
    "minutes",
    [
        [200] * 11,
        [200, 150, 220, 190, 160, 121] * 2,
        [200, 150, 190, 130, 121, 125] * 2 + [200, 150],
        [130, 140, 100, 150, 125, 170, 60] * 2 + [130, 140],
    ],
)
def test_work_that_a_week_has_no_room_for_is_proved_impossible(minutes):
    assert sum(minutes) < 2400  # minutes are not what is missing, but places for them
    assert solve(week(*minutes), time_limit_seconds=8).status == "infeasible"


def test_work_that_just_fits_into_a_week_is_planned():
    plan = solve(week(*[120] * 20), time_limit_seconds=8)
    assert (plan.status, faults(week(*[120] * 20), plan)) == ("optimal", [])


def test_a_plan_that_leaves_out_everything_is_a_plan():
    asked = problem([task("a", 60, **M, value=5, deadline=30)], MACHINE)
    plan = solve(asked, time_limit_seconds=5)
    assert (plan.status, plan.planned, plan.left_out) == ("optimal", True, ("a",))
    assert "No task is planned" in tell_schedule(asked, plan, "en")
    assert "Nothing is planned" in verdict(plan, "en", asked)
    with pytest.raises(PlanError, match="Every task may be left out"):
        need_plan(asked, plan)


@pytest.mark.parametrize("seed", range(3))
def test_few_tasks_in_open_hours_are_proved(seed):
    chance = Random(seed)
    rows = [task(f"t{n}", chance.randint(20, 220), **M, priority=1 + n) for n in range(9)]
    by_day = MACHINE | {"calendar": "day"}
    asked = problem(rows, by_day, start="2026-11-23T08:00", calendars=[DAY])
    for goal in ("waiting", "makespan"):
        plan = solve(asked, goal, time_limit_seconds=8)
        assert (plan.status, faults(asked, plan)) == ("optimal", [])


def test_what_no_plan_can_go_below_counts_open_hours_only():
    """Ten tasks of two hours fill five half days; that is known without any search."""
    rows = [task(f"t{n}", 120, **M) for n in range(10)]
    by_day = MACHINE | {"calendar": "day"}
    asked = problem(rows, by_day, start="2026-11-23T08:00", calendars=[DAY])
    assert bound(encode(asked), CODES["makespan"]) == 2 * 24 * HOUR + 4 * HOUR
    away = by_day | {"absences": [{"start": 0, "end": 24 * HOUR}]}
    asked = problem(rows, away, start="2026-11-23T08:00", calendars=[DAY])
    assert bound(encode(asked), CODES["makespan"]) == 3 * 24 * HOUR + 4 * HOUR


def test_a_bound_is_exact_however_large_the_numbers_are():
    """In floating point it was ten above the best plan, which Smith's rule gives."""
    chance = Random(1)
    work = [(chance.randint(500_000, 527_040), chance.randint(900, 1000)) for _ in range(20_000)]
    rows = [task(str(n), each, priority=weight, **M) for n, (each, weight) in enumerate(work)]
    best = minute = 0
    for each, weight in sorted(work, key=lambda each: each[0] / each[1]):
        best, minute = best + weight * minute, minute + each
    assert bound(encode(problem(rows, MACHINE)), CODES["waiting"]) == best


MACHINES = ("mill", "lathe", "press")


def test_of_three_contradictions_the_one_shown_is_mended_and_the_others_said():
    asked = twice_at_once(*MACHINES)
    conflict = explain(asked, seconds=20)
    assert (conflict.more, conflict.partly, conflict.minimal) == (True, True, True)
    shown = {each.task.split()[0] for each in conflict.statements if each.task}
    assert len(shown) == 1
    for repair in conflict.repairs:
        mended = apply(asked, repair)
        assert not solve(mended, time_limit_seconds=5).planned
        for other in set(MACHINES) - shown:
            mended = mended.replace_task(f"{other} 0", fixed=None)
        assert solve(mended, time_limit_seconds=5).planned
    assert {repair.kind for repair in conflict.repairs} >= {"fixed", "capacity-then"}
    assert "needs a change of its own" in tell_conflict(asked, conflict, "en")


def test_a_deadline_that_a_chain_rules_out_is_found_among_very_many_tasks():
    """Beyond the size of the exact model as well: what must come before takes too long."""
    asked = many(2100)
    name = max(asked.tasks, key=lambda each: each.duration).name
    asked = asked.replace_task(name, deadline=asked.by_name[name].duration - 1)
    plan = solve(asked, time_limit_seconds=20)
    assert plan.status == "infeasible"
    assert [miss.task for miss in plan.misses] == [name]


def test_two_that_began_at_once_are_set_up_behind_in_the_order_of_the_checker():
    press = MACHINE | {"setups": [{"before": "g", "after": "f", "minutes": 1}]}
    runs = {"started": 2}
    asked = problem(
        [
            M | task("a", 1, family="f", **runs),
            M | task("b", 2, family="f", due=15),
            M | task("c", 1, family="g", priority=5, **runs),
        ],
        press,
        now=2,
    )
    plan = solve(asked, time_limit_seconds=2)
    assert faults(asked, plan) == []
    assert plan.by_task["b"].start == 4
