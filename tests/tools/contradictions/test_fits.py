"""That nobody is there when something must be done is found without the solver."""

import pytest
from features import ANN, BOB, BY_DAY, DAY, FRIDAY, HOUR, MACHINE, M, problem, task

from tools.conflict.explain import Search
from tools.conflict.explained import optimise
from tools.contradictions.crowds import crowd
from tools.contradictions.fits import Fits
from tools.contradictions.ruled import ruled_out
from tools.plan import Problem
from tools.solver import solve
from tools.solver.progress import Watch
from tools.telling import tell_conflict

WELD = {"skills": {"weld": 1}}
MORNING = {"name": "morning", "hours": [{"days": ["fri", "mon"], "start": "08:00", "end": "10:00"}]}
NOON = 4 * HOUR
"""On Friday; the day goes on at 13:00, until 17:00, and then on Monday at 08:00."""
MONDAY = 3 * 24 * HOUR


def clocked(tasks, *resources, **more) -> Problem:
    more = {"start": FRIDAY, "calendars": [DAY, MORNING]} | more
    return problem(tasks, *resources, **more)


def away(start, end, **more):
    return {"absences": [{"start": start, "end": end} | more]}


CASES = {
    "closed": (
        clocked([task("a", 60, fixed=NOON + 10, **M)], BY_DAY),
        {"fixed", "demand", "calendar"},
    ),
    "until too late": (
        clocked([task("a", 60, fixed=NOON - 10, **M)], BY_DAY),
        {"fixed", "duration", "demand", "calendar"},
    ),
    "pausing, begun while closed": (
        clocked([task("a", 60, fixed=NOON, pausable=True, **M)], BY_DAY),
        {"fixed", "demand", "calendar"},
    ),
    "away": (
        problem([task("a", 60, fixed=30, **M)], MACHINE | away(0, 31)),
        {"fixed", "demand", "absence"},
    ),
    "too many away": (
        problem(
            [task("a", 60, fixed=0, demands={"m": 2})],
            MACHINE | {"capacity": 3} | away(50, 90, amount=2),
        ),
        {"fixed", "duration", "demand", "absence", "capacity"},
    ),
    "all who can": (
        clocked([task("a", 60, fixed=NOON, **WELD)], ANN | {"calendar": "day"}, BOB | away(0, 300)),
        {"fixed", "skill", "calendar", "absence"},
    ),
    "too few who can": (
        clocked([task("a", 60, fixed=NOON, skills={"weld": 2})], ANN | {"calendar": "day"}, BOB),
        {"fixed", "skill", "calendar", "capacity"},
    ),
    "every way": (
        clocked(
            [task("a", 60, fixed=NOON, **M, alternatives=[{"duration": 30, "demands": {"n": 1}}])],
            BY_DAY,
            {"name": "n"} | away(200, 300),
        ),
        {"fixed", "demand", "calendar", "absence"},
    ),
    "no stretch in time": (
        clocked([task("a", 3 * HOUR, release=2 * HOUR, deadline=7 * HOUR, **M)], BY_DAY),
        {"release", "duration", "deadline", "demand", "calendar"},
    ),
    "pausing for too long": (
        clocked([task("a", 9 * HOUR, deadline=MONDAY, pausable=True, **M)], BY_DAY),
        {"duration", "deadline", "demand", "calendar"},
    ),
    "never together": (
        clocked(
            [task("a", 60, deadline=MONDAY, demands={"m": 1, "ann": 1})],
            BY_DAY,
            ANN | {"calendar": "morning"} | away(0, 2 * HOUR),
        ),
        {"deadline", "demand", "calendar", "absence"},
    ),
    "one after another": (
        clocked(
            [task("a", 4 * HOUR, **M), task("b", 5 * HOUR, after=["a"], deadline=8 * HOUR, **M)],
            MACHINE | away(60, 61),
        ),
        {"duration", "link", "deadline"},
    ),
    "behind what waits for somebody": (
        clocked(
            [task("a", 3 * HOUR, release=61, **M), task("b", 60, after=["a"], fixed=7 * HOUR)],
            BY_DAY,
        ),
        {"release", "duration", "demand", "calendar", "link", "fixed"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_named_without_the_solver_and_nothing_else_is(name):
    asked, kinds = CASES[name]
    assert ruled_out(asked)
    found = Search(asked, (), Watch(0), None).conflict()
    assert {each.kind for each in found} == kinds
    assert Search(asked, (), Watch(60), None).confirmed(found) == (found, True)
    assert solve(asked, time_limit_seconds=0.05, misses=0).status == "infeasible"


def test_where_somebody_is_there_nothing_is_ruled_out():
    for tasks in (
        [task("a", 60, fixed=NOON - 60, **M)],
        [task("a", 5 * HOUR, fixed=NOON - 60, pausable=True, deadline=9 * HOUR, **M)],
        [task("a", 60, fixed=NOON, value=5, **M)],
        [task("a", 60, fixed=NOON, **M, alternatives=[{"duration": 500}])],
        [task("a", 60, started=NOON, deadline=NOON + 60, **M)],
        [task("a", 60, **M)],
        [task("a", 4 * HOUR, release=MONDAY - 1, deadline=MONDAY + NOON, **M)],
    ):
        asked = clocked(tasks, BY_DAY)
        assert not ruled_out(asked)
        assert solve(asked, time_limit_seconds=2).planned


def test_what_starts_together_with_something_that_ends_late_may_run_longer_than_any_limit():
    """After the last limit it is as if everybody were there, for nobody has looked."""
    links = [{"task": "long", "kind": "start-start"}]
    tasks = [
        task("long", 4 * HOUR, release=5 * HOUR, **M),
        task("b", 5, links=links, fixed=5 * HOUR),
    ]
    assert not ruled_out(clocked(tasks, BY_DAY))


def test_work_that_pauses_is_done_when_all_are_there():
    asked = clocked(
        [task("a", 5 * HOUR, demands={"m": 1}, pausable=True, deadline=2 * MONDAY, **WELD)],
        BY_DAY,
        ANN | away(30, 60),
    )
    assert Fits(asked).span(asked.tasks[0], 0) == (0, 6 * HOUR + 30)
    assert Fits(asked).span(asked.tasks[0], 40) == (60, 7 * HOUR)
    assert solve(asked, time_limit_seconds=2).by_task["a"].end == 6 * HOUR + 30


def test_fixed_starts_may_need_too_much_only_while_some_are_away():
    pair = [task(name, 60, fixed=at, **M) for name, at in (("a", 0), ("b", 30))]
    two = MACHINE | {"capacity": 2}
    asked = problem(pair, two | away(50, 90, amount=1))
    assert crowd(asked).tasks == ("a", "b")
    search = Search(asked, (), Watch(60), None)
    found, minimal = search.confirmed(search.conflict())
    assert minimal
    assert {each.kind for each in found} == {"fixed", "duration", "demand", "capacity", "absence"}
    assert crowd(problem(pair, two | away(60, 90, amount=1))) is None


def test_who_must_start_while_the_machine_is_closed_is_told_so_in_both_languages():
    asked = clocked([task("Cut", 60, fixed=NOON + 10, **M)], BY_DAY)
    plan = optimise(asked, time_limit_seconds=2)
    assert plan.conflict.minimal
    assert tell_conflict(asked, plan.conflict, "en").startswith(
        "These cannot all hold:\n\n"
        "- **Cut** needs 1 m and must start at 12:10\n"
        "- **m** works by the calendar “day”\n"
    )
    told = tell_conflict(asked, plan.conflict, "zh")
    assert "**Cut**" in told
    assert "12:10" in told
    assert "“day”" in told
    kinds = {each.kind for each in plan.conflict.repairs}
    assert {"fixed", "open"} <= kinds


def test_fixed_starts_may_need_more_people_than_there_are_who_can():
    pair = [task(name, 60, fixed=at, **WELD) for name, at in (("a", 0), ("b", 30))]
    assert crowd(problem(pair, ANN, BOB)) is None
    asked = problem([*pair, task("c", 9, fixed=55, **WELD)], ANN, BOB)
    search = Search(asked, (), Watch(60), None)
    found, minimal = search.confirmed(search.conflict())
    assert minimal
    assert {each.kind for each in found} == {"fixed", "duration", "skill", "capacity"}
    assert {each.task for each in found} == {"a", "b", "c", None}
