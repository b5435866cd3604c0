"""Each thing that a problem may say, alone, on instances that can be checked by hand."""

import time
from typing import Any

import pytest

from tools.plan import Assignment, Problem, Schedule
from tools.solver.encode import encode
from tools.solver.exact import exact, values_of
from tools.solver.found import Outcome
from tools.solver.search.values import COST, MAKESPAN, MOVES, PEOPLE, TARDINESS, VALUE, WAITING

A_DAY = {
    "start": "2026-05-04T08:00",
    "calendars": [
        {"name": "day", "hours": [{"days": ["mon", "tue"], "start": "08:00", "end": "12:00"}]},
        {"name": "noon", "hours": [{"days": ["mon", "tue"], "start": "10:00", "end": "14:00"}]},
    ],
}
MORNING, DAY = 4 * 60, 24 * 60


def task(name: str, duration: int, **more: Any) -> dict[str, Any]:
    return {"name": name, "duration": duration, **more}


def solved(
    tasks: list[dict[str, Any]],
    *resources: dict[str, Any],
    goals: tuple[int, ...] = (MAKESPAN,),
    orders: tuple[tuple[str, str], ...] = (),
    **more: Any,
) -> Outcome:
    problem = Problem.read({"tasks": tasks, "resources": list(resources), **more})
    instance = encode(problem, orders)
    outcome = exact(instance, goals, 0, None, time.monotonic() + 20, 2, 0)
    assert outcome.status in ("optimal", "infeasible")
    if outcome.found is not None:
        assert outcome.found.values == values_of(instance, goals, 0, *outcome.found[:4])
        assert outcome.found.values == outcome.bounds
    return outcome


def starts(outcome: Outcome) -> list[int]:
    assert outcome.found is not None
    return outcome.found.start.tolist()


def ends(outcome: Outcome) -> list[int]:
    assert outcome.found is not None
    return outcome.found.end.tolist()


def holding(**demands: int) -> dict[str, Any]:
    return {"demands": demands}


MACHINE = {"name": "machine", "capacity": 1}
POOL = {"name": "pool", "capacity": 3}


def test_one_machine_does_the_heavier_minutes_first():
    tasks = [task("a", 10, **holding(machine=1)), task("b", 5, priority=2, **holding(machine=1))]
    assert starts(solved(tasks, MACHINE, goals=(WAITING,))) == [5, 0]


def test_capacity_is_never_exceeded():
    tasks = [task(name, 4, **holding(pool=2)) for name in "abc"]
    assert solved(tasks, POOL).bounds == (12,)


def test_units_away_are_not_there_for_a_while():
    pool = POOL | {"absences": [{"start": 2, "end": 7, "amount": 2}]}
    tasks = [task("a", 3, **holding(pool=2))]
    assert starts(solved(tasks, pool)) == [7]


def test_links_of_all_kinds_with_lags():
    tasks = [
        task("a", 10),
        task("b", 3, links=[{"task": "a", "lag": 2}]),
        task("c", 3, links=[{"task": "a", "kind": "start-start", "lag": 4}]),
        task("d", 3, links=[{"task": "a", "kind": "finish-finish", "lag": -1}]),
    ]
    assert starts(solved(tasks, goals=(WAITING,))) == [0, 12, 4, 6]


def test_a_link_with_what_is_left_out_is_void():
    tasks = [task("a", 50, value=1, deadline=60, release=20), task("b", 5, after=["a"])]
    outcome = solved(tasks, goals=(WAITING, VALUE))
    assert starts(outcome) == [-1, 0]
    assert outcome.bounds == (0, 1)


def test_an_order_holds_between_starts():
    tasks = [task(name, 5, **holding(machine=1)) for name in "ab"]
    assert starts(solved(tasks, MACHINE, orders=(("b", "a"),))) == [5, 0]


def test_the_way_that_ends_sooner_is_chosen():
    ways = [{"duration": 9, "demands": {"pool": 3}}]
    tasks = [
        task("a", 20, alternatives=ways, **holding(machine=1)),
        task("b", 2, **holding(pool=1)),
    ]
    outcome = solved(tasks, MACHINE, POOL)
    assert outcome.bounds == (11,)
    assert outcome.found is not None
    assert outcome.found.way.tolist() == [1, 0]


def test_stock_is_used_up_and_facts_have_had_theirs():
    tasks = [
        task("past", 5, started=0, ended=5, **holding(steel=6)),
        task("a", 5, value=3, **holding(steel=3)),
        task("b", 5, value=4, **holding(steel=2)),
    ]
    outcome = solved(
        tasks, {"name": "steel", "kind": "stock", "capacity": 9}, goals=(VALUE,), now=5
    )
    assert outcome.bounds == (3,)


def test_release_deadline_and_fixed_start_are_kept():
    tasks = [
        task("a", 5, release=7, **holding(machine=1)),
        task("b", 5, deadline=6, **holding(machine=1)),
        task("c", 5, fixed=30, **holding(machine=1)),
    ]
    outcome = solved(tasks, MACHINE, goals=(WAITING,))
    assert starts(outcome)[0] == 7
    assert starts(outcome)[1] in (0, 1)
    assert starts(outcome)[2] == 30


def test_deadlines_that_cannot_both_be_kept_are_proved_to_be_so():
    tasks = [task(name, 5, deadline=9, **holding(machine=1)) for name in "ab"]
    outcome = solved(tasks, MACHINE)
    assert outcome.status == "infeasible"
    assert outcome.found is None


def test_facts_may_overload_and_others_wait_for_them():
    tasks = [
        task("a", 20, started=0, **holding(machine=1)),
        task("b", 30, started=5, **holding(machine=1)),
        task("c", 5, **holding(machine=1)),
    ]
    outcome = solved(tasks, MACHINE, now=10)
    assert starts(outcome) == [0, 5, 35]
    assert ends(outcome) == [20, 35, 40]


def test_work_that_may_not_pause_waits_for_a_morning_that_is_long_enough():
    tasks = [
        task("a", 200, **holding(machine=1)),
        task("b", 60, priority=2, **holding(machine=1)),
    ]
    outcome = solved(tasks, MACHINE | {"calendar": "day"}, goals=(WAITING,), **A_DAY)
    assert starts(outcome) == [DAY, 0]


def test_work_that_may_pause_goes_on_in_the_next_morning():
    tasks = [
        task("a", 200, pausable=True, **holding(machine=1)),
        task("b", 60, priority=9, **holding(machine=1)),
    ]
    outcome = solved(tasks, MACHINE | {"calendar": "day"}, goals=(WAITING,), **A_DAY)
    assert starts(outcome) == [60, 0]
    assert ends(outcome) == [DAY + 20, 60]


def test_what_pauses_holds_what_is_open_meanwhile():
    """The crane is open all the time, but held over the night."""
    tasks = [
        task("a", MORNING + 10, pausable=True, **holding(machine=1, crane=1)),
        task("b", 60, **holding(crane=1)),
    ]
    crane = {"name": "crane", "capacity": 1}
    outcome = solved(
        tasks, MACHINE | {"calendar": "day"}, crane, goals=(MAKESPAN, WAITING), **A_DAY
    )
    assert ends(outcome) == [DAY + 70, 60]


def test_pauses_depend_on_who_does_it():
    """Ann is there from 8 to 12, Bob from 10 to 14; 3 hours from 10 on suit Bob alone."""
    people = [
        {"name": "ann", "skills": ["weld"], "calendar": "day"},
        {"name": "bob", "skills": ["weld"], "calendar": "noon"},
    ]
    tasks = [task("a", 180, release=120, pausable=True, skills={"weld": 1})]
    outcome = solved(tasks, *people, **A_DAY)
    assert ends(outcome) == [300]
    both = solved([task("a", 180, release=0, pausable=True, skills={"weld": 2})], *people, **A_DAY)
    assert starts(both) == [120]
    assert ends(both) == [DAY + 180]


def test_people_serve_one_skill_at_a_time():
    people = [
        {"name": "ann", "skills": ["weld", "paint"]},
        {"name": "bob", "skills": ["weld"]},
    ]
    tasks = [task("a", 10, skills={"weld": 1, "paint": 1}), task("b", 10, skills={"weld": 1})]
    outcome = solved(tasks, *people)
    assert outcome.bounds == (20,)
    assert outcome.found is not None
    assert sorted(outcome.found.who[:2].tolist()) == [0, 1]


def test_a_pool_with_a_skill_serves_as_often_as_it_has_units():
    crew = {"name": "crew", "skills": ["weld"], "capacity": 3}
    tasks = [task(name, 10, skills={"weld": 2}) for name in "ab"]
    assert solved(tasks, crew).bounds == (20,)
    assert solved([task("a", 10, skills={"weld": 3})], crew).bounds == (10,)


def test_the_same_people_do_both():
    people = [{"name": name, "skills": ["weld"]} for name in ("ann", "bob", "cy")]
    apart = [task("a", 10, skills={"weld": 1}), task("b", 10, skills={"weld": 2})]
    assert solved(apart, *people).bounds == (10,)
    same = [apart[0], apart[1] | {"same_people": ["a"]}]
    assert solved(same, *people).bounds == (20,)


def test_setups_between_families_decide_the_order():
    setups = [
        {"before": "red", "after": "blue", "minutes": 30},
        {"before": "blue", "after": "red", "minutes": 1},
    ]
    tasks = [
        task("a", 10, family="red", **holding(machine=1)),
        task("b", 10, family="blue", **holding(machine=1)),
        task("c", 10, family="red", **holding(machine=1)),
    ]
    outcome = solved(tasks, MACHINE | {"setups": setups})
    assert outcome.bounds == (31,)
    assert starts(outcome)[1] == 0


def test_tasks_apart_do_not_overlap():
    assert solved([task("a", 10), task("b", 10, apart=["a"])]).bounds == (20,)


def test_fewest_people_and_least_cost():
    people = [
        {"name": "ann", "skills": ["weld"], "cost": 60},
        {"name": "bob", "skills": ["weld"], "cost": 20},
    ]
    tasks = [task(name, 10, skills={"weld": 1}) for name in "ab"]
    outcome = solved(tasks, *people, goals=(PEOPLE, COST, MAKESPAN))
    assert outcome.bounds == (1, 400, 20)
    assert solved(tasks, *people, goals=(MAKESPAN, COST)).bounds == (10, 800)


def test_lateness_counts_by_priority():
    tasks = [
        task("a", 10, due=10, priority=1, **holding(machine=1)),
        task("b", 10, due=10, priority=3, **holding(machine=1)),
    ]
    assert starts(solved(tasks, MACHINE, goals=(TARDINESS,))) == [10, 0]


@pytest.mark.parametrize(("now", "value"), [(0, 0), (4, 484)])
def test_what_need_not_move_stays(now, value):
    """One of two equal tasks on a machine is held up by four minutes."""
    data = {
        "tasks": [task("a", 10, **holding(machine=1)), task("b", 10, fixed=20)],
        "resources": [MACHINE],
    }
    old = Problem.read(data)
    before = decoded(old, solved(data["tasks"], MACHINE))
    instance = encode(Problem.read(data | {"now": now}), (), before)
    outcome = exact(instance, (MOVES, MAKESPAN), 0, None, time.monotonic() + 20, 2, 0)
    assert outcome.status == "optimal"
    assert outcome.bounds == (value, 30)


def decoded(problem: Problem, outcome: Outcome) -> Schedule:
    """The plan as a record, for tasks without skills."""
    rows = zip(problem.tasks, starts(outcome), ends(outcome), strict=True)
    return Schedule(
        status="optimal",
        assignments=tuple(
            Assignment(task=each.name, start=start, end=end, resources=dict(each.demands))
            for each, start, end in rows
        ),
    )
