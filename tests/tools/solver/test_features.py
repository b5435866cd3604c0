"""What a problem may say, row by row: small problems whose best plan can be checked by hand.
Calendars are in `test_features_calendars.py`, goals and planning again in `test_features_goals.py`.
"""

import pytest
from features import (
    ANN,
    BOB,
    CYD,
    HOUR,
    MACHINE,
    STEEL,
    M,
    held,
    planned,
    problem,
    starts,
    task,
    times,
    values,
)

from tools.solver import solve
from tools.solver.encode import encode


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


def test_all_of_whom_none_may_overlap_hold_one_thing():
    """45,000 pairs of 300 tasks, each with a resource of its own, took a minute and a half."""
    names = [f"exam {at}" for at in range(300)]
    tasks = [task(name, 5, apart=names[:at]) for at, name in enumerate(names)]
    pair = [task("walk", 5), task("talk", 5, apart=["walk", names[0]])]
    assert encode(problem([*tasks, *pair])).resources == 3
    schedule = solve(problem([*tasks, *pair]), "makespan", time_limit_seconds=2)
    assert schedule.makespan == 1500


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
