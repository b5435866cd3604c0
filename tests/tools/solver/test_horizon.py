"""How far calendars are followed: no plan is called best while a better one lies further away."""

from random import Random
from time import monotonic
from typing import Any

import pytest
from features import WEEKDAYS, problem, task

from tools.plan import Problem
from tools.solver import solve
from tools.solver.encode import encode
from tools.solver.exact import exact
from tools.solver.goals import CODES
from tools.solver.horizon import horizon
from tools.solver.instance import FARTHEST
from tools.solver.progress import Watch
from tools.solver.run import Run
from ui.eval.judge.checker import faults

START = "2026-11-23T00:00"
WEEK = 7 * 24 * 60
A = {"name": "a", "calendar": "A"}
B = {"name": "b", "calendar": "B"}
BOTH = {"demands": {"a": 1, "b": 1}}
OFFICE = {"name": "A", "hours": [{"days": WEEKDAYS, "start": "08:00", "end": "16:00"}]}


def open_on(name: str, day: str, start: str, end: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "hours": [{"days": [day], "start": start, "end": end}], **more}


def joint(tasks: list[dict[str, Any]], *others: dict[str, Any], **more: Any) -> Problem:
    """Machine a works on Mondays, b on Tuesdays and out of turn on one Monday in March."""
    once = {"start": "2027-03-22T08:00", "end": "2027-03-22T12:00"}
    calendars = [
        open_on("A", "mon", "08:00", "12:00"),
        open_on("B", "tue", "08:00", "12:00", extra=[once]),
    ]
    return problem(tasks, A, B, *others, start=START, calendars=calendars, **more)


def test_an_optional_task_waits_for_the_one_day_on_which_it_can_be_done():
    rows = [task("prepare", 60, demands={"a": 1}), task("joint check", 60, **BOTH, value=50)]
    plan = solve(joint(rows, goals=["value"]), time_limit_seconds=20)
    assert (plan.status, plan.objective, plan.left_out) == ("optimal", 0, ())


def test_a_cheap_way_is_seen_however_far_away_its_day_is():
    way = {"duration": 60, **BOTH}
    rows = [task("check", 60, demands={"x": 1}, alternatives=[way])]
    costly = {"name": "x", "cost": 100}
    plan = solve(joint(rows, costly), "cost", time_limit_seconds=20)
    assert (plan.status, plan.assignments[0].way) == ("optimal", 1)


def test_hours_that_two_calendars_hardly_share_take_as_many_weeks_as_there_are_tasks():
    rows = [task(f"t{n}", 30, **BOTH, value=1) for n in range(14)]
    calendars = [open_on("A", "mon", "08:00", "12:00"), open_on("B", "mon", "11:30", "15:30")]
    asked = problem(rows, A, B, start=START, calendars=calendars)
    assert horizon(asked) > 14 * WEEK
    assert solve(asked, "value", time_limit_seconds=20).left_out == ()


@pytest.mark.parametrize(
    ("rows", "resource", "more"),
    [
        ([task(f"t{n}", 120, skills={"w": 1}, value=5) for n in range(301)], {"skills": ["w"]}, {}),
        ([task(f"t{n}", 5, demands={"a": 1}, value=5) for n in range(310)], {}, {"now": 144000}),
        (
            [
                task("first", 5, demands={"a": 1}),
                *(
                    task(f"t{n}", 5, demands={"a": 1}, value=5, links=[lagged])
                    for n, lagged in enumerate([{"task": "first", "lag": 115200}] * 309)
                ),
            ],
            {},
            {},
        ),
        (
            [task(f"t{n}", 5, demands={"a": 1}, value=5) for n in range(310)],
            {"absences": [{"start": 0, "end": 144000}]},
            {},
        ),
    ],
    ids=["skill", "now", "lag", "absence"],
)
def test_none_of_many_optional_tasks_is_left_out_for_want_of_time(rows, resource, more):
    asked = problem(rows, A | resource, start=START, calendars=[OFFICE], **more)
    plan = solve(asked, "value", time_limit_seconds=60)  # proved at once
    assert (plan.status, plan.left_out, faults(asked, plan)) == ("optimal", (), [])


def test_what_is_not_followed_far_enough_proves_nothing():
    rows = [task("never", 30, **BOTH, value=1)]
    calendars = [open_on("A", "mon", "08:00", "12:00"), open_on("B", "tue", "08:00", "12:00")]
    asked = problem(rows, A, B, start=START, calendars=calendars)
    run = Run(asked, "value", Watch(1.0), workers=1)
    run.horizon.far = FARTHEST + 1
    plan = run.schedule()
    assert (plan.status, plan.objective, plan.bound) == ("feasible", 1, 0)
    assert solve(asked, "value", time_limit_seconds=5).status == "optimal"


def shared(seed: int) -> Problem:
    """A few tasks of two machines with hours of their own, links, pauses, and days off."""
    chance = Random(seed)
    days = chance.sample(WEEKDAYS, 3)
    hours = [
        [{"days": days[:2], "start": "08:00", "end": "11:00"}],
        [{"days": days[1:], "start": "09:30", "end": "12:00"}],
    ]
    off = {"start": "2026-11-30", "end": f"2026-12-0{chance.randint(1, 9)}"}
    calendars = [{"name": name, "hours": each} for name, each in zip("AB", hours, strict=True)]
    calendars[0] |= {"closed": [off]}
    rows: list[dict[str, Any]] = []
    for n in range(4):
        needs = chance.choice(["a", "b", "ab"])
        more: dict[str, Any] = {"pausable": True} if chance.random() < 0.3 else {}
        if chance.random() < 0.3:
            more |= {"value": chance.randint(1, 3)}
        if n and chance.random() < 0.5:
            lag = chance.randint(-100, 3000)
            kind = chance.choice(["finish-start", "start-start", "finish-finish"])
            more |= {"links": [{"task": f"t{n - 1}", "kind": kind, "lag": lag}]}
        demands = dict.fromkeys(needs, 1)
        rows.append(task(f"t{n}", chance.choice([30, 60, 90]), demands=demands, **more))
    return problem(rows, A, B, start=START, calendars=calendars, time_zone="Europe/Berlin")


def test_nobody_waits_for_the_hours_of_whom_no_task_asks_for():
    rows = [task(f"t{n}", 60, demands={"a": 1}) for n in range(3)]
    night = open_on("B", "sun", "02:00", "02:10")
    leave = {"absences": [{"start": 0, "end": 50 * WEEK}]}
    alone = problem(rows, A, start=START, calendars=[OFFICE])
    beside = problem(rows, A, B | leave, start=START, calendars=[OFFICE, night])
    assert horizon(alone) == horizon(beside)


@pytest.mark.parametrize("seed", [0, 2, 5])
@pytest.mark.parametrize("goal", ["value", "makespan"])
def test_no_better_plan_lies_beyond(seed, goal):
    asked = shared(seed)
    goals = [CODES["value"], CODES[goal]]
    found = [
        exact(encode(asked, until=times * horizon(asked)), goals, 0, None, monotonic() + 20, 1, 0)
        for times in (1, 2)
    ]
    assert [each.status for each in found] == ["optimal", "optimal"]
    assert len({each.found.values for each in found}) == 1
