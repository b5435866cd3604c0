"""Planned again while work is under way: what has begun, and what has ended, stays as it is."""

import pytest
from features import planned, problem, starts, task, times
from hypothesis import Phase, given, seed, settings
from strategies import numbers, small_problems

from tools.plan import Assignment, Problem, Schedule
from tools.record import PlanError
from tools.solver import solve
from tools.solver.begun import begun
from tools.telling import tell_schedule
from ui.eval.judge.brute import Search
from ui.eval.judge.checker import faults
from ui.eval.judge.past import begun as truly_begun

M = {"demands": {"m": 1}}
MACHINE = {"name": "m"}
AFTER_START = {"task": "a", "kind": "start-start"}
BOTH = [task("a", 12, **M), task("b", 12, **M)]


def row(name, start, end, **resources):
    return Assignment(task=name, start=start, end=end, resources=resources)


def told(*rows):
    return Schedule(status="optimal", goal="waiting", objective=0, bound=0, assignments=rows)


BEFORE = told(row("a", 0, 12, m=1), row("b", 12, 24, m=1))


def past(asked, before=BEFORE):
    """What has started and ended; the judge finds the same."""
    found = begun(asked, before)
    assert found.tasks == truly_begun(asked, before).tasks
    assert begun(found, before) == found
    return {
        each.name: (each.started, each.ended) for each in found.tasks if each.started is not None
    }


def test_what_the_plan_before_has_start_before_now_has_started():
    asked = problem([*BOTH, task("c", 5, **M)], MACHINE, now=15)
    plan = planned(asked, before=BEFORE)
    assert times(plan) == {"a": (0, 12), "b": (12, 24), "c": (24, 29)}
    assert (plan.moved, plan.begun) == ((), ("a", "b"))
    assert "2 tasks count as begun: a and b" in tell_schedule(asked, plan, "en")
    assert Search(asked, ("moves",), 40, BEFORE).run()[0] == (0,)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, {"a": (0, 12), "b": (12, None)}),
        ({"b": {"release": 15}}, {"a": (0, 12)}),
        ({"b": {"fixed": 20}}, {"a": (0, 12)}),
        ({"b": {"fixed": 12}}, {"a": (0, 12), "b": (12, None)}),
        ({"a": {"started": 2, "ended": 11}}, {"a": (2, 11), "b": (12, None)}),
        # It takes longer than planned, or started later: the machine is not free for the other one.
        ({"a": {"duration": 20}}, {"a": (0, None)}),
        ({"a": {"started": 4}}, {"a": (4, None)}),
        ({"a": {"duration": 20, "demands": {}}}, {"a": (0, None)}),
        ({"a": {"release": 15}, "b": {"after": ["a"]}}, {}),
        ({"a": {"release": 15}, "b": {"links": [AFTER_START]}}, {}),
        ({"b": {"apart": ["a"]}}, {"a": (0, 12), "b": (12, None)}),
    ],
)  # fmt: skip
def test_unless_the_problem_says_otherwise(changes, found):
    tasks = [each | changes.get(each["name"], {}) for each in BOTH]
    assert past(problem(tasks, MACHINE, now=15)) == found


def test_on_a_machine_that_was_away_nothing_started():
    away = MACHINE | {"absences": [{"start": 10, "end": 14}]}
    assert past(problem(BOTH, away, now=15)) == {}
    pausing = [each | {"pausable": True} for each in BOTH]
    assert past(problem(pausing, away, now=15)) == {"a": (0, None)}
    assert past(problem(pausing, away, now=17)) == {"a": (0, 16)}


def test_what_must_not_finish_yet_goes_on():
    tasks = [
        task("a", 20, **M),
        task("b", 5, links=[{"task": "a", "kind": "finish-finish"}]),
    ]
    before = told(row("a", 0, 9, m=1), row("b", 4, 9))
    assert past(problem(tasks, MACHINE, now=15), before) == {"a": (0, None), "b": (4, None)}


def test_without_now_nothing_starts_before_the_latest_fact():
    tasks = [
        task("panel 1", 10, started=0, ended=11, **M),
        task("panel 2", 6, **M),
        task("noise test", 3, apart=["panel 1"]),
    ]
    asked = problem(tasks, MACHINE)
    assert starts(planned(asked)) == {"panel 1": 0, "panel 2": 11, "noise test": 11}
    assert Search(asked, ("waiting",), 30).run()[0] == (22,)
    early = told(row("panel 1", 0, 11, m=1), row("panel 2", 0, 6), row("noise test", 0, 3))
    assert any("it is 11 already" in each for each in faults(asked, early))


OLD = {"started": 0, "ended": 6}


@pytest.mark.parametrize(
    "ended",
    [
        {"skills": {"weld": 1}},
        {"skills": {"weld": 2, "glue": 1}},
        {"demands": {"m": 3}},
        {"demands": {"sold": 1, "m": 1}},
        {"demands": {"steel": 5}},
        {"after": ["b"]},
        {"demands": {"sold": 1}, "alternatives": [{"duration": 3, "demands": {"scrapped": 1}}]},
    ],
)
def test_what_has_ended_makes_nothing_impossible(ended):
    tasks = [task("a", 6, **OLD, **ended), task("b", 4, after=["a"], **M)]
    bob = {"name": "bob", "skills": ["glue"]}
    steel = {"name": "steel", "kind": "stock", "capacity": 3}
    asked = problem(tasks, MACHINE | {"capacity": 2}, bob, steel, now=10)
    for goal in ("waiting", "cost", "balance"):
        assert starts(planned(asked, goal)) == {"a": 0, "b": 10}
    assert Search(asked, ("makespan",), 30).run()[0] == (14,)


def test_how_far_to_look_does_not_ask_for_what_is_gone():
    week = {"name": "day", "hours": [{"days": ["mon"], "start": "08:00", "end": "16:00"}]}
    gone = task("old", 6, skills={"weld": 1}, demands={"sold": 1}, **OLD)
    tasks = [gone, *(task(f"t{each}", 1) for each in range(310)), task("new", 4, **M)]
    more = {"start": "2026-11-23T08:00", "calendars": [week], "now": 10}
    asked = problem(tasks, MACHINE | {"calendar": "day"}, **more)
    assert solve(asked, "makespan", time_limit_seconds=5).makespan == 14


def test_what_runs_may_hold_more_than_there_is():
    tasks = [task("a", 9, started=0, demands={"m": 3}), task("b", 4, **M)]
    asked = problem(tasks, MACHINE | {"capacity": 2}, now=3)
    assert starts(planned(asked)) == {"a": 0, "b": 9}


def test_a_stock_that_is_used_up_is_said_to_be():
    steel = {"name": "steel", "kind": "stock", "capacity": 3}
    tasks = [task("a", 6, demands={"steel": 5}, **OLD), task("b", 4, demands={"steel": 1})]
    with pytest.raises(PlanError, match="use up 6 of “steel”"):
        problem(tasks, steel, now=10)


def test_what_is_dropped_is_told():
    tasks = [task("a", 10, **M), task("b", 10, value=5, release=10, deadline=20, **M)]
    before = told(row("a", 0, 10, m=1), row("b", 10, 20, m=1))
    asked = problem([tasks[0] | {"duration": 15, "fixed": 0}, tasks[1]], MACHINE)
    plan = planned(asked, before=before)
    assert (plan.left_out, plan.dropped) == (("b",), ("b",))
    assert "b was in the plan before and is left out now" in tell_schedule(asked, plan, "en")
    assert solve(asked, time_limit_seconds=2).dropped == ()


def test_the_machine_of_a_task_that_has_ended_may_go_from_a_problem():
    asked = problem([task("a", 6, demands={"sold": 1}, **OLD), task("b", 4)], now=10)
    assert Problem.read(asked.model_dump()) == asked
    with pytest.raises(PlanError):
        problem([task("a", 6, demands={"sold": 1}, started=0), task("b", 4)], now=10)


@seed(1)
@settings(max_examples=50, deadline=None, database=None, phases=[Phase.generate])
@given(small_problems(), numbers)
def test_what_has_begun_is_found_as_minute_by_minute(asked, random):
    rows = []
    for each in asked.tasks:
        number, start = random.randrange(len(each.ways)), random.randint(0, 12)
        way = each.ways[number]
        end = start + way.duration + random.choice([0, 0, 2])
        units = {**way.demands, "bob": 1} if random.random() < 0.2 else way.demands
        rows.append(Assignment(task=each.name, start=start, end=end, resources=units, way=number))
    data = asked.model_dump() | {"now": max(asked.now, random.randint(0, 12))}
    past(Problem.read(data), told(*rows))
