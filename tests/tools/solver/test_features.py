"""What a problem may say, row by row: small problems whose best plan can be checked by hand."""

from typing import Any

import pytest
from checker import faults, reached

from tools.plan import Problem, Schedule
from tools.solver import solve

M = {"demands": {"m": 1}}
MACHINE: dict[str, Any] = {"name": "m", "capacity": 1}
ANN = {"name": "ann", "skills": ["weld"]}
BOB = {"name": "bob", "skills": ["weld", "paint"]}
CYD = {"name": "cyd", "skills": ["paint"]}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]
DAY = {
    "name": "day",
    "hours": [
        {"days": WEEKDAYS, "start": "08:00", "end": "12:00"},
        {"days": WEEKDAYS, "start": "13:00", "end": "17:00"},
    ],
}
FRIDAY = "2026-05-08T08:00"
BY_DAY = MACHINE | {"calendar": "day"}
NEXT_MONDAY = 3 * 24 * 60
HOUR = 60


def task(name: str, duration: int, **more: Any) -> dict[str, Any]:
    return {"name": name, "duration": duration} | more


def problem(tasks: list[dict[str, Any]], *resources: Any, **more: Any) -> Problem:
    return Problem.read({"tasks": tasks, "resources": list(resources)} | more)


def planned(asked: Problem, *goals: Any, **options: Any) -> Schedule:
    """The plan, proved and without a fault."""
    goal = list(goals) if goals else None
    schedule = solve(asked, goal, time_limit_seconds=5, **options)
    assert schedule.optimal
    assert faults(asked, schedule, before=options.get("before")) == []
    return schedule


def times(schedule: Schedule) -> dict[str, tuple[int, int]]:
    return {each.task: (each.start, each.end) for each in schedule.assignments}


def starts(schedule: Schedule) -> dict[str, int]:
    return {each.task: each.start for each in schedule.assignments}


def values(schedule: Schedule) -> dict[str, int]:
    return {each.goal: each.value for each in reached(schedule)}


def held(schedule: Schedule, name: str) -> dict[str, int]:
    return dict(schedule.by_task[name].resources)


# Resources, people, stock


def test_a_task_needs_room_on_each_of_its_resources():
    both = {"demands": {"m": 1, "people": 2}}
    tasks = [task("a", 10, **M), task("b", 20, demands={"people": 2}), task("c", 5, **both)]
    schedule = planned(problem(tasks, MACHINE, {"name": "people", "capacity": 3}), "makespan")
    assert schedule.objective == 25


def test_two_people_who_can_weld_are_named():
    asked = problem([task("seam", 10, skills={"weld": 2})], ANN, BOB, CYD)
    assert held(planned(asked), "seam") == {"ann": 1, "bob": 1}


def test_one_person_serves_one_skill_at_a_time():
    tasks = [task("seam", 10, skills={"weld": 1, "paint": 1})]
    assert held(planned(problem(tasks, BOB, ANN)), "seam") == {"ann": 1, "bob": 1}


def test_who_is_named_is_not_free_to_serve_a_skill():
    tasks = [task("a", 10, demands={"ann": 1}), task("b", 10, skills={"weld": 1})]
    schedule = planned(problem(tasks, ANN, BOB))
    assert (held(schedule, "b"), schedule.objective) == ({"bob": 1}, 0)


def test_the_rarer_skill_decides_who_does_what():
    tasks = [task("a", 10, skills={"weld": 1}), task("b", 10, skills={"paint": 1})]
    schedule = planned(problem(tasks, ANN, BOB))
    assert (held(schedule, "a"), held(schedule, "b")) == ({"ann": 1}, {"bob": 1})
    assert schedule.objective == 0


def test_units_of_a_crew_serve_as_many_tasks_as_there_are_of_them():
    crew = {"name": "crew", "capacity": 2, "skills": ["weld"]}
    tasks = [task(name, 10, skills={"weld": 1}) for name in "abc"]
    schedule = planned(problem(tasks, crew), "makespan", "waiting")
    assert values(schedule) == {"makespan": 20, "waiting": 10}


STEEL = {"name": "steel", "kind": "stock", "capacity": 5}


def test_stock_is_used_up_and_does_not_come_back():
    tasks = [task("a", 10, demands={"steel": 3}), task("b", 10, demands={"steel": 2})]
    assert planned(problem(tasks, STEEL)).objective == 0
    more = [*tasks, task("c", 10, demands={"steel": 1}, value=4)]
    schedule = planned(problem(more, STEEL), "waiting")
    assert (schedule.left_out, values(schedule)) == (("c",), {"value": 4, "waiting": 0})


def test_a_thrifty_way_is_taken_where_stock_is_short():
    thrifty = {"duration": 30, "demands": {"steel": 2}}
    tasks = [task(name, 10, demands={"steel": 3}, alternatives=[thrifty]) for name in "ab"]
    schedule = planned(problem(tasks, STEEL), "completion")
    assert sorted(each.way for each in schedule.assignments) == [0, 1]
    assert schedule.objective == 10 + 30


# Links, alternatives, optional tasks


@pytest.mark.parametrize(
    ("kind", "lag", "start"),
    [
        ("finish-start", 5, 15),
        ("finish-start", -4, 6),
        ("start-start", 3, 3),
        ("start-start", -3, 0),
        ("finish-finish", 2, 8),
        ("finish-finish", -20, 0),
    ],
)
def test_links_wait_by_their_kind_and_lag(kind, lag, start):
    link = {"task": "a", "kind": kind, "lag": lag}
    schedule = planned(problem([task("a", 10), task("b", 4, links=[link])]))
    assert starts(schedule) == {"a": 0, "b": start}


def test_a_lag_goes_on_through_closed_hours():
    tasks = [task("a", 4 * HOUR, **M), task("b", 10, links=[{"task": "a", "lag": 30}], **M)]
    schedule = planned(problem(tasks, BY_DAY, calendars=[DAY], start=FRIDAY))
    assert starts(schedule) == {"a": 0, "b": 5 * HOUR}


def test_the_slower_machine_is_used_when_the_faster_one_is_taken():
    slow = {"duration": 3 * HOUR, "demands": {"old": 1}}
    tasks = [task(name, 2 * HOUR, demands={"new": 1}, alternatives=[slow]) for name in "ab"]
    asked = problem(tasks, {"name": "new"}, {"name": "old"})
    schedule = planned(asked, "makespan", "completion")
    assert sorted(each.way for each in schedule.assignments) == [0, 1]
    assert values(schedule) == {"makespan": 180, "completion": 300}


def test_an_optional_task_is_done_where_there_is_time_and_left_out_where_not():
    tasks = [task("a", 10, value=5, **M), task("b", 10, value=9, deadline=10, **M)]
    late = [tasks[0] | {"deadline": 10}, tasks[1]]
    assert planned(problem(tasks, MACHINE), "waiting").left_out == ()
    schedule = planned(problem(late, MACHINE), "waiting")
    assert (schedule.left_out, schedule.goal, schedule.objective) == (("a",), "value", 5)


def test_what_is_lost_weighs_as_its_place_among_the_goals_says():
    tasks = [task("a", 10, value=5, **M), task("b", 10, value=9, **M)]
    schedule = planned(problem(tasks, MACHINE), "makespan", "value")
    assert (values(schedule), schedule.left_out) == ({"makespan": 0, "value": 14}, ("a", "b"))


def test_nothing_waits_for_a_task_that_is_left_out():
    tasks = [
        task("a", 10, value=5, deadline=9),
        task("b", 10, after=["a"], links=[{"task": "a", "kind": "start-start", "lag": 40}]),
    ]
    schedule = planned(problem(tasks), "waiting")
    assert (starts(schedule), schedule.left_out) == ({"b": 0}, ("a",))


# Calendars, pauses, absences


def test_what_may_not_pause_waits_until_it_fits_between_two_breaks():
    tasks = [task("a", 3 * HOUR, **M), task("b", 2 * HOUR, priority=2, **M)]
    schedule = planned(problem(tasks, BY_DAY, calendars=[DAY], start=FRIDAY))
    # Two hours and three do not fit before noon; the urgent one is short.
    assert times(schedule) == {"a": (300, 480), "b": (0, 120)}


def test_what_may_pause_goes_on_after_the_break_and_after_the_weekend():
    asked = problem(
        [task("a", 9 * HOUR, pausable=True, **M)], BY_DAY, calendars=[DAY], start=FRIDAY
    )
    assert times(planned(asked)) == {"a": (0, NEXT_MONDAY + HOUR)}


def test_a_pausing_task_goes_on_holding_what_is_open():
    tasks = [
        task("a", 5 * HOUR, pausable=True, demands={"m": 1, "room": 1}, priority=20),
        task("b", 30, demands={"room": 1}),
    ]
    asked = problem(tasks, BY_DAY, {"name": "room"}, calendars=[DAY], start=FRIDAY)
    assert times(planned(asked)) == {"a": (0, 360), "b": (360, 390)}


def test_a_pause_is_as_long_as_the_hours_of_any_of_its_resources_say():
    late = {"name": "late", "hours": [{"days": ["fri"], "start": "10:00", "end": "20:00"}]}
    tasks = [task("a", 3 * HOUR, pausable=True, demands={"m": 1, "n": 1})]
    resources = [BY_DAY, {"name": "n", "calendar": "late"}]
    asked = problem(tasks, *resources, calendars=[DAY, late], start=FRIDAY)
    assert times(planned(asked)) == {"a": (120, 360)}


def test_holidays_close_and_extra_hours_open():
    holiday = DAY | {"closed": [{"start": "2026-05-08"}]}
    asked = problem([task("a", 60, **M)], BY_DAY, calendars=[holiday], start=FRIDAY)
    assert starts(planned(asked)) == {"a": NEXT_MONDAY}
    saturday = [{"start": "2026-05-09T09:30", "end": "2026-05-09T11:00"}]
    asked = problem(
        [task("a", 60, **M)], BY_DAY, calendars=[holiday | {"extra": saturday}], start=FRIDAY
    )
    assert starts(planned(asked)) == {"a": 25 * HOUR + 30}


def test_each_resource_has_its_own_shift():
    night = {"name": "night", "hours": [{"days": WEEKDAYS, "start": "22:00", "end": "06:00"}]}
    tasks = [task("a", 6 * HOUR, **M), task("b", 5 * HOUR, demands={"n": 1})]
    resources = [MACHINE | {"calendar": "night"}, {"name": "n", "calendar": "night"}]
    asked = problem(tasks, *resources, calendars=[DAY, night], start=FRIDAY)
    assert starts(planned(asked)) == {"a": 14 * HOUR, "b": 14 * HOUR}
    tasks[1] |= {"demands": {"m": 1}, "priority": 2}
    schedule = planned(problem(tasks, *resources, calendars=[DAY, night], start=FRIDAY))
    # Eleven hours do not fit into one night; the urgent one goes first, the other on Monday night.
    assert starts(schedule) == {"a": NEXT_MONDAY + 14 * HOUR, "b": 14 * HOUR}


@pytest.mark.parametrize(
    ("start", "zone", "own", "minute"),
    [
        ("2026-05-08T06:00", "UTC", None, 120),
        ("2026-05-08T06:00", "UTC", "Europe/Berlin", 0),  # there it is eight already
        ("2026-05-08T08:00", "Asia/Shanghai", "UTC", 480),
        ("2026-03-27T18:00", "Europe/Berlin", None, 61 * HOUR),  # one hour less until Monday
        ("2026-10-23T18:00", "Europe/Berlin", None, 63 * HOUR),  # one hour more
    ],
)
def test_eight_is_eight_on_the_wall_of_the_calendar(start, zone, own, minute):
    calendar = DAY | ({"time_zone": own} if own else {})
    asked = problem([task("a", 60, **M)], BY_DAY, calendars=[calendar], start=start, time_zone=zone)
    assert starts(planned(asked)) == {"a": minute}


def test_a_night_with_an_hour_twice_has_room_for_nine_hours_of_work():
    every = [*WEEKDAYS, "sat", "sun"]
    night = {"name": "day", "hours": [{"days": every, "start": "22:00", "end": "06:00"}]}
    begin = {"start": "2026-10-23T22:00", "time_zone": "Europe/Berlin", "calendars": [night]}
    asked = problem([task("a", 9 * HOUR, **M)], BY_DAY, **begin)
    assert times(planned(asked)) == {"a": (24 * HOUR, 33 * HOUR)}


def test_absences_take_away_some_or_all():
    pool = {"name": "p", "capacity": 3}
    some, all_ = {"start": 0, "end": 20, "amount": 2}, {"start": 0, "end": 30}
    tasks = [task("a", 10, demands={"p": 1}), task("b", 10, demands={"p": 2})]
    schedule = planned(problem(tasks, pool | {"absences": [some]}))
    assert starts(schedule) == {"a": 0, "b": 20}
    schedule = planned(problem(tasks, pool | {"absences": [all_]}))
    assert starts(schedule) == {"a": 30, "b": 30}


def test_who_is_away_does_not_serve_and_a_pausing_task_waits_for_its_own_people():
    away = BOB | {"absences": [{"start": 4, "end": 9}]}
    asked = problem([task("a", 10, skills={"weld": 1}, pausable=True)], away, ANN)
    assert held(planned(asked), "a") == {"ann": 1} or starts(planned(asked)) == {"a": 0}
    schedule = planned(asked, "completion")
    assert (held(schedule, "a"), schedule.objective) == ({"ann": 1}, 10)
    asked = problem([task("a", 10, skills={"paint": 1}, pausable=True)], away, ANN)
    assert times(planned(asked)) == {"a": (0, 15)}


# Release, due, deadline, fixed, facts


def test_release_deadline_and_a_fixed_start_are_kept():
    tasks = [
        task("a", 10, priority=9, release=3, **M),
        task("b", 10, deadline=20, **M),
        task("c", 5, fixed=10, **M),
    ]
    schedule = planned(problem(tasks, MACHINE))
    assert starts(schedule) == {"a": 15, "b": 0, "c": 10}


def test_due_costs_priority_per_minute():
    tasks = [task("a", 10, due=10, **M), task("b", 10, due=10, priority=3, **M)]
    schedule = planned(problem(tasks, MACHINE), "tardiness")
    assert (schedule.objective, starts(schedule)) == (10, {"a": 10, "b": 0})


def test_what_has_started_stays_and_breaks_no_rule():
    tasks = [
        task("a", 30, started=5, deadline=9, release=8, **M),
        task("b", 10, after=["a"], **M),
        task("c", 7, started=0, ended=4, **M),
    ]
    schedule = planned(problem(tasks, MACHINE, now=12))
    assert times(schedule) == {"a": (5, 35), "b": (35, 45), "c": (0, 4)}
    assert schedule.objective == 35


def test_what_should_have_ended_runs_until_now():
    tasks = [task("a", 10, started=0, **M), task("b", 10, **M)]
    assert times(planned(problem(tasks, MACHINE, now=25))) == {"a": (0, 25), "b": (25, 35)}


def test_nothing_new_starts_before_now():
    assert starts(planned(problem([task("a", 10)], now=7))) == {"a": 7}


def test_running_tasks_may_overload_and_nobody_joins_them():
    tasks = [task("a", 10, started=0, **M), task("b", 12, started=3, **M), task("c", 5, **M)]
    assert times(planned(problem(tasks, MACHINE, now=4)))["c"] == (15, 20)


# Setups, apart, the same people


def test_setups_make_families_stay_together():
    setups = [{"before": a, "after": b, "minutes": 20} for a, b in ("fg", "gf")]
    tasks = [
        task(name, 10, family=family, **M) for name, family in zip("abcd", "fgfg", strict=True)
    ]
    schedule = planned(problem(tasks, MACHINE | {"setups": setups}), "makespan")
    assert schedule.objective == 60


def test_a_setup_counts_only_between_neighbours():
    setups = [{"before": "f", "after": "g", "minutes": 50}]
    tasks = [
        task("a", 10, family="f", **M),
        task("b", 10, **M),
        task("c", 10, family="g", after=["a"], **M),
    ]
    schedule = planned(problem(tasks, MACHINE | {"setups": setups}), "makespan")
    assert starts(schedule) == {"a": 0, "b": 10, "c": 20}


def test_tasks_apart_do_not_overlap():
    tasks = [task("a", 10, priority=2), task("b", 4, apart=["a"])]
    schedule = planned(problem(tasks))
    assert schedule.objective == 2 * 4
    assert starts(schedule) == {"a": 4, "b": 0}


def test_the_same_person_does_both():
    weld = {"skills": {"weld": 1}}
    tasks = [task("a", 10, **weld), task("b", 10, same_people=["a"], **weld), task("c", 10, **weld)]
    schedule = planned(problem(tasks, ANN, BOB), "makespan")
    assert held(schedule, "a") == held(schedule, "b") != held(schedule, "c")
    assert schedule.objective == 20


def test_the_fewer_are_among_the_more():
    tasks = [
        task("a", 10, skills={"weld": 2}),
        task("b", 5, skills={"paint": 1}, same_people=["a"]),
    ]
    schedule = planned(problem(tasks, ANN, BOB, CYD), "makespan")
    assert (held(schedule, "b"), schedule.objective) == ({"bob": 1}, 15)


# Goals


def test_fewest_people_work_one_after_another():
    tasks = [task(name, 10, demands={"people": 2}) for name in "abc"]
    pool = {"name": "people", "capacity": 6}
    assert values(planned(problem(tasks, pool), "people", "makespan")) == {
        "people": 2,
        "makespan": 30,
    }
    assert values(planned(problem(tasks, pool), "makespan", "people")) == {
        "makespan": 10,
        "people": 6,
    }


def test_the_cheapest_way_is_found_and_paid_by_the_hour():
    machines = [MACHINE | {"cost": 30}, {"name": "old", "cost": 10}, STEEL | {"cost": 2}]
    slow = {"duration": 120, "demands": {"old": 1, "steel": 1}}
    asked = problem([task("a", 60, alternatives=[slow], **M)], *machines)
    schedule = planned(asked, "cost")
    assert (schedule.by_task["a"].way, schedule.objective) == (1, 10 * 120 + 2 * 60)
    assert planned(asked, "completion", "cost").then[0].value == 30 * 60


def test_the_load_is_shared_evenly():
    tasks = [
        task(name, length, skills={"weld": 1})
        for name, length in zip("abc", (9, 5, 4), strict=True)
    ]
    schedule = planned(problem(tasks, ANN, BOB), "balance")
    assert schedule.objective == 9
    assert held(schedule, "a") != held(schedule, "b") == held(schedule, "c")


def test_completion_weighs_ends():
    tasks = [task("a", 6, priority=1, **M), task("b", 4, priority=2, **M)]
    schedule = planned(problem(tasks, MACHINE), "completion")
    assert (schedule.objective, starts(schedule)) == (2 * 4 + 10, {"a": 4, "b": 0})


def test_a_second_goal_decides_between_plans_that_are_best_in_the_first():
    tasks = [task("a", 6, **M), task("b", 2, **M)]
    schedule = planned(problem(tasks, MACHINE), "makespan", "waiting")
    assert (values(schedule), starts(schedule)) == (
        {"makespan": 8, "waiting": 2},
        {"a": 2, "b": 0},
    )


def test_the_goals_of_the_problem_are_taken_if_none_are_given():
    tasks = [task("a", 6, due=6, priority=5, **M), task("b", 2, **M)]
    schedule = planned(problem(tasks, MACHINE, goals=["tardiness", "waiting"]))
    assert values(schedule) == {"tardiness": 0, "waiting": 6}
    assert planned(problem(tasks, MACHINE)).goal == "waiting"


# Planning again


def on_machine(*tasks: dict[str, Any], now: int = 0) -> Problem:
    return problem([M | each for each in tasks], MACHINE, now=now)


def test_planned_again_a_late_task_pushes_only_what_it_must():
    tasks = [task("a", 10, priority=9), task("b", 10, priority=5), task("c", 10, release=40)]
    before = planned(on_machine(*tasks))
    late = [tasks[0] | {"started": 0, "duration": 25}, *tasks[1:]]
    schedule = planned(on_machine(*late, now=5), before=before)
    assert starts(schedule) == {"a": 0, "b": 25, "c": 40}
    assert [(move.task, move.before, move.after) for move in schedule.moved] == [("b", 10, 25)]
    assert (schedule.goal, schedule.objective) == ("moves", 30 + 15)


def test_planned_again_nothing_moves_even_if_another_plan_is_now_better():
    tasks = [task("a", 10, priority=2), task("b", 10, priority=1)]
    before = planned(on_machine(*tasks))
    urgent = on_machine(tasks[0], tasks[1] | {"priority": 9})
    kept = planned(urgent, before=before)
    assert (starts(kept), kept.moved) == ({"a": 0, "b": 10}, ())
    assert starts(planned(urgent)) == {"a": 10, "b": 0}


@pytest.mark.parametrize(("stability", "order"), [(0, "ba"), (1, "ba"), (2, "ab")])
def test_the_weight_of_stability_decides_whether_a_better_plan_is_worth_its_moves(stability, order):
    tasks = [task("a", 10, priority=2), task("b", 10, priority=1)]
    before = planned(on_machine(*tasks))
    urgent = on_machine(tasks[0], tasks[1] | {"priority": 11})
    # Changing places saves (11 - 2) x 10 = 90; both move, which counts 2 x (30 + 10) = 80.
    schedule = solve(urgent, before=before, stability=stability, time_limit_seconds=5)
    assert faults(urgent, schedule, before=before, stability=stability) == []
    assert "".join(sorted("ab", key=lambda name: starts(schedule)[name])) == order


def test_planned_again_the_same_people_go_on():
    weld = {"skills": {"weld": 1}}
    before = planned(problem([task("a", 10, demands={"bob": 1}), task("b", 10, **weld)], ANN, BOB))
    free = problem([task("a", 5, release=20), task("b", 10, **weld)], ANN, BOB)
    schedule = planned(free, before=before)
    assert held(schedule, "b") == {"ann": 1}
    assert [move.task for move in schedule.moved] == ["a"]


# A few together


def test_welders_alternatives_calendar_and_stock_together():
    seam = {"skills": {"weld": 1}, "demands": {"steel": 2}}
    quick = {"duration": 60, "skills": {"weld": 2}, "demands": {"steel": 3}}
    people = [ANN | {"calendar": "day"}, BOB | {"calendar": "day"}]
    tasks = [
        task("a", 150, alternatives=[quick], **seam),
        task("b", 150, alternatives=[quick], **seam),
    ]
    asked = problem(tasks, *people, STEEL, calendars=[DAY], start="2026-05-08T09:00")
    # Steel is enough for one quick one: 60 + 150 minutes do not fit before noon one after another,
    # side by side both end at 150.
    assert values(planned(asked, "makespan")) == {"makespan": 150}
    schedule = planned(asked, "completion")
    # Quick from 9 to 10, and the slow one after lunch: 60 + 240 + 150; side by side 150 + 150.
    assert schedule.objective == 300


def test_a_pausing_task_with_an_optional_rival_and_a_deadline_across_the_weekend():
    tasks = [
        task("a", 6 * HOUR, pausable=True, deadline=NEXT_MONDAY + HOUR, **M),
        task("b", 2 * HOUR, value=3, priority=9, deadline=8 * HOUR, **M),
    ]
    asked = problem(tasks, BY_DAY, calendars=[DAY], start="2026-05-08T09:00")
    schedule = planned(asked)
    # From 9: b until 11, then a for 1 + 4 hours on Friday and one on Monday at eight.
    assert times(schedule) == {"a": (120, NEXT_MONDAY), "b": (0, 120)}
    assert values(schedule) == {"value": 0, "waiting": 120}


def test_the_same_person_with_an_absence_and_a_lag():
    tasks = [
        task("a", 10, skills={"weld": 1}),
        task("b", 10, skills={"weld": 1}, same_people=["a"], links=[{"task": "a", "lag": 5}]),
    ]
    away = ANN | {"absences": [{"start": 12, "end": 100}]}
    schedule = planned(problem(tasks, away, BOB))
    assert (held(schedule, "b"), starts(schedule)) == ({"bob": 1}, {"a": 0, "b": 15})


def test_setups_go_on_from_what_runs_now():
    setups = [{"before": "f", "after": "g", "minutes": 20}]
    tasks = [
        task("a", 10, family="f", started=0, **M),
        task("b", 10, family="g", priority=2, **M),
        task("c", 10, family="f", priority=1, **M),
    ]
    schedule = planned(problem(tasks, MACHINE | {"setups": setups}, now=5))
    # b first waits 2 x 30 and c 40: 100; c first waits 10 and b 2 x 40: 90.
    assert starts(schedule) == {"a": 0, "b": 40, "c": 10}


# Running it


def test_a_cancelled_solve_gives_the_best_so_far():
    tasks = [task(f"t{place}", 5 + place % 7, **M) for place in range(40)]
    asked = problem(tasks, MACHINE)
    schedule = solve(asked, "tardiness", time_limit_seconds=60, cancelled=lambda: True)
    assert schedule.status == "unknown" or faults(asked, schedule) == []


def test_a_solve_tells_how_far_it_is():
    told: list[Any] = []
    tasks = [task(name, 5 + place, **M) for place, name in enumerate("abcdef")]
    schedule = solve(problem(tasks, MACHINE), time_limit_seconds=5, tell=told.append)
    assert told
    assert told[-1].value == schedule.objective
    assert [each.seconds for each in told] == sorted(each.seconds for each in told)
