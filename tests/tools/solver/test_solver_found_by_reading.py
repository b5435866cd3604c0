"""Wrong plans that a reader of the solver found; each was said to be optimal."""

from tools.plan import Problem
from tools.plan.changes import SetCapacity, apply
from tools.solver import solve
from ui.eval.judge.checker import faults


def test_two_of_a_team_are_not_at_work_where_one_is_taken():
    """A pauses overnight; on Tuesday from 8 to 9 one of the two is needed elsewhere."""
    hours = [{"days": ["mon", "tue", "wed", "thu", "fri"], "start": "08:00", "end": "17:00"}]
    problem = Problem.read(
        {
            "start": "2026-11-23T08:00",
            "tasks": [
                {"name": "A", "duration": 600, "pausable": True, "skills": {"weld": 2}},
                {"name": "B", "duration": 60, "fixed": 1440, "demands": {"Team": 1}},
            ],
            "resources": [
                {"name": "Team", "capacity": 2, "skills": ["weld"], "calendar": "day"},
            ],
            "calendars": [{"name": "day", "hours": hours}],
        }
    )
    plan = solve(problem, time_limit_seconds=5)
    assert faults(problem, plan) == []


def test_nobody_works_while_away_after_a_gap_that_is_too_short():
    problem = Problem.read(
        {
            "tasks": [{"name": "a", "duration": 60, "demands": {"m": 1}}],
            "resources": [
                {
                    "name": "m",
                    "capacity": 1,
                    "absences": [{"start": 50, "end": 60}, {"start": 110, "end": 1110}],
                }
            ],
        }
    )
    plan = solve(problem, time_limit_seconds=2)
    assert faults(problem, plan) == []
    assert plan.by_task["a"].start == 1110


def test_a_plan_to_start_from_uses_no_more_than_is_on_stock():
    way = {"duration": 30, "demands": {"m": 1, "steel": 2}}
    task = {"duration": 10, "demands": {"m": 1, "steel": 3}, "alternatives": [way]}
    problem = Problem.read(
        {
            "tasks": [task | {"name": "a"}, task | {"name": "b"}],
            "resources": [
                {"name": "m", "capacity": 1},
                {"name": "steel", "capacity": 6, "kind": "stock"},
            ],
        }
    )
    plan = solve(problem, time_limit_seconds=2)
    less = apply(problem, [SetCapacity(resource="steel", capacity=5)])
    again = solve(less, time_limit_seconds=2, hint=plan)
    assert faults(less, again) == []


def test_a_room_that_is_open_on_saturdays_only_gets_all_its_tasks():
    hours = [{"days": ["sat"], "start": "08:00", "end": "12:00"}]
    problem = Problem.read(
        {
            "start": "2026-11-23T08:00",
            "tasks": [
                {"name": f"t{n}", "duration": 240, "demands": {"room": 1}, "value": 10}
                for n in range(20)
            ],
            "resources": [{"name": "room", "capacity": 1, "calendar": "sat"}],
            "calendars": [{"name": "sat", "hours": hours}],
        }
    )
    plan = solve(problem, time_limit_seconds=5)
    assert plan.left_out == ()
    assert faults(problem, plan) == []


def test_a_task_that_can_pause_in_one_way_only_is_modelled():
    """Found by the fuzz: of all pieces in which it could pause, one is left."""
    hours = [{"days": ["mon", "tue", "wed", "thu", "fri"], "start": "06:00", "end": "22:00"}]
    skill = {"skills": {"weld": 1}, "pausable": True, "duration": 41}
    problem = Problem.read(
        {
            "start": "2026-10-25T00:30",
            "time_zone": "Europe/Berlin",
            "tasks": [
                skill | {"name": name, "demands": {"people": 2}, "priority": n}
                for n, name in enumerate("abcd", 1)
            ],
            "resources": [
                {"name": "people", "capacity": 3, "calendar": "day"},
                {"name": "ann", "skills": ["weld"], "calendar": "day"},
                {"name": "bob", "skills": ["weld"]},
                {"name": "crew", "capacity": 2, "skills": ["weld"]},
            ],
            "calendars": [{"name": "day", "hours": hours}],
        }
    )
    plan = solve(problem, time_limit_seconds=3, orders=[("a", "b")])
    assert faults(problem, plan, [("a", "b")]) == []


def test_progress_never_goes_back():
    tasks = [
        {
            "name": f"t{n}",
            "duration": 10 + 37 * n % 90,
            "demands": {"m": 1 + n % 3},
            "priority": 1 + n % 7,
        }
        for n in range(40)
    ]
    problem = Problem.read({"tasks": tasks, "resources": [{"name": "m", "capacity": 4}]})
    told = []
    solve(problem, time_limit_seconds=3, tell=told.append)
    values = [each.value for each in told if each.value is not None]
    bounds = [each.bound for each in told if each.bound is not None]
    assert values == sorted(values, reverse=True)
    assert bounds == sorted(bounds)
