"""Changes that help where there is no plan: how much they change, and two of them together."""

from typing import Any

import pytest
from features import MACHINE, M, problem, task
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import twice_at_once

from tools.conflict.explain import explain
from tools.contradictions.edits import apply
from tools.plan import Problem, Repair
from tools.record import PlanError
from tools.solver import solve
from tools.telling import tell_conflict

FIVE = ["mon", "tue", "wed", "thu", "fri"]
BROKEN = {
    "name": "c",
    "hours": [
        {"days": FIVE, "start": "08:00", "end": "12:00"},
        {"days": FIVE, "start": "13:00", "end": "17:00"},
    ],
}

DAILY = [*FIVE, "sat", "sun"]
HOURS: list[dict[str, Any]] = [
    {"hours": BROKEN["hours"]},
    {"hours": [{"days": DAILY, "start": "00:00", "end": "24:00"}]},
    {"hours": [{"days": DAILY, "start": "22:00", "end": "06:00"}], "time_zone": "America/New_York"},
    {
        "hours": [{"days": ["wed"], "start": "09:00", "end": "12:00"}],
        "extra": [{"start": "2026-11-01T08:00", "end": "2026-11-01T12:00"}],
        "closed": [{"start": "2026-11-24T08:00", "end": "2026-11-24T11:00"}],
    },
]
"""Of a calendar: two shifts, round the clock, nights elsewhere, and an extra day that is over."""


def asked(tasks, resources, **more):
    rows = [{"name": name, **fields} for name, fields in tasks.items()]
    return Problem.read({"tasks": rows, "resources": resources, **more})


def by_the_clock(tasks):
    tasks = {name: {"demands": {"m": 1}, **fields} for name, fields in tasks.items()}
    machine = {"name": "m", "calendar": "c"}
    return asked(tasks, [machine], start="2026-11-24T00:00", calendars=[BROKEN])


def found(problem, kind):
    return [each for each in explain(problem, seconds=60).repairs if each.kind == kind]


def planned(problem):
    return solve(problem, time_limit_seconds=10).planned


def test_only_minutes_that_are_closed_count_as_opened():
    end = "2026-11-24T17:00"
    problem = by_the_clock(
        {
            "a": {"duration": 240, "deadline": end},
            "b": {"duration": 240, "deadline": end, "fixed": "2026-11-24T10:00"},
        }
    )
    (longer,) = found(problem, "open")
    assert longer.spans == ((6 * 60, 8 * 60), (12 * 60, 13 * 60))
    assert longer.size == 180
    assert planned(apply(problem, longer))


def test_hours_are_made_longer_where_they_are_and_not_at_midnight():
    end = "2026-11-24T17:00"
    problem = by_the_clock(
        {
            "a": {"duration": 240, "deadline": end},
            "b": {"duration": 270, "deadline": end, "pausable": True},
        }
    )
    (longer,) = found(problem, "open")
    assert longer.spans in (((450, 480),), ((720, 750),), ((750, 780),))
    assert (longer.size, longer.least) == (30, True)


def test_an_hour_in_the_night_is_opened_alone_where_only_that_helps():
    problem = by_the_clock({"a": {"duration": 60, "fixed": "2026-11-24T02:00"}})
    (longer,) = found(problem, "open")
    assert longer.spans == ((120, 180),)


def test_more_units_for_a_while_are_for_the_shortages_alone():
    two = {"duration": 10, "demands": {"p": 2}}
    tasks = {name: two | {"fixed": at} for name, at in zip("abcd", (0, 5, 1000, 1005), strict=True)}
    problem = asked(tasks, [{"name": "p", "capacity": 3}])
    (more,) = found(problem, "capacity-then")
    assert (more.spans, more.size) == (((5, 10), (1005, 1010)), 10)
    assert planned(apply(problem, more))
    less = more.model_copy(update={"spans": ((5, 10),)})
    assert not planned(apply(problem, less))


def test_one_more_who_can_do_it_is_among_what_helps():
    weld = {"duration": 60, "skills": {"weld": 1}, "deadline": 60}
    people = [{"name": "Ann", "skills": ["weld"]}, {"name": "Bob", "skills": ["glue"]}]
    problem = asked({"a": weld, "b": weld}, people)
    conflict = explain(problem, seconds=30)
    (person,) = [each for each in conflict.repairs if each.kind == "person"]
    assert (person.skill, person.after, person.size) == ("weld", 1, 60)
    assert planned(apply(problem, person))
    assert "find one more person with the skill “weld”" in tell_conflict(problem, conflict, "en")
    assert "再找 1 名有“weld”技能的人" in tell_conflict(problem, conflict, "zh")


def test_who_is_new_works_when_their_colleagues_do_and_as_many_are_found_as_are_needed():
    weld = {"duration": 60, "skills": {"weld": 1}, "deadline": "2026-11-24T09:00"}
    tasks = {name: weld for name in "abc"}
    ann = {"name": "Ann", "skills": ["weld"], "calendar": "c"}
    problem = asked(tasks, [ann], start="2026-11-24T08:00", calendars=[BROKEN])
    (person,) = found(problem, "person")
    assert person.after == 2
    new = apply(problem, person).resources[1:]
    assert [(each.calendar, each.skills, each.capacity) for each in new] == [
        ("c", ("weld",), 1)
    ] * 2


def test_where_one_change_is_not_enough_two_together_are_offered():
    problem = twice_at_once("mill", "lathe")
    conflict = explain(problem, seconds=60)
    assert (conflict.more, conflict.partly) == (True, False)
    assert {each.kind for each in conflict.repairs} == {"both"}
    for pair in conflict.repairs:
        assert planned(apply(problem, pair))
        assert not any(planned(apply(problem, each)) for each in pair.both)
        assert pair.size == sum(each.size for each in pair.both)
    assert "these pairs" in tell_conflict(problem, conflict, "en")
    assert "两项一起改" in tell_conflict(problem, conflict, "zh")


@pytest.mark.parametrize("absences", [[], [{"start": 6, "end": 8}]])
def test_a_change_may_need_another_one_that_the_contradiction_shown_does_not_name(absences):
    """b waits for a, and both are to start at 7; a takes 4 minutes on a machine that is away."""
    problem = asked(
        {
            "a": {"duration": 4, "demands": {"m": 1}, "fixed": 7},
            "b": {"duration": 1, "demands": {"m": 1}, "fixed": 7, "after": ["a"]},
        },
        [{"name": "m", "absences": absences}],
    )
    conflict = explain(problem, seconds=60)
    assert conflict.repairs
    assert all(planned(apply(problem, each)) for each in conflict.repairs)
    if absences:
        kinds = [{part.kind for part in each.both} for each in conflict.repairs]
        assert {"fixed", "absence"} in kinds


@st.composite
def contradictions(draw: st.DrawFn) -> Problem:
    """Up to four tasks that are to be done too soon by a machine, two who can weld, and a third."""
    calendar = {"name": "c", **draw(st.sampled_from(HOURS))}
    kept = st.sampled_from([{}, {"calendar": "c"}])
    away = st.lists(st.integers(0, 200), max_size=1)
    pools = (
        {"name": "mill", "capacity": draw(st.integers(1, 2))},
        {"name": "Ann", "skills": ["weld"]},
        {"name": "Bob", "skills": ["weld", "glue"]},
    )
    resources = [
        pool | {"absences": [{"start": at, "end": at + 90} for at in draw(away)], **draw(kept)}
        for pool in pools
    ]
    needs = [{"demands": {"mill": 1}}, {"skills": {"weld": 1}}, {"skills": {"glue": 1}}]
    limits = [{"deadline": 90}, {"deadline": 240}, {"fixed": 30}, {"release": 45, "deadline": 120}]
    tasks: dict[str, Any] = {}
    for name, before in zip("abcd", [None, *"abc"], strict=True):
        tasks[name] = {
            "duration": draw(st.sampled_from([20, 60])),
            "pausable": draw(st.booleans()),
            **draw(st.sampled_from(needs)),
            **draw(st.sampled_from([*limits, {}])),
        }
        rule = draw(st.sampled_from(["after", "apart", "", ""]))
        if before and rule:
            tasks[name][rule] = [before]
    try:
        return asked(tasks, resources, start="2026-11-24T06:00", calendars=[calendar])
    except PlanError:
        return asked({"a": {"duration": 1}}, [])


@settings(max_examples=20, deadline=None, derandomize=True)
@given(contradictions())
def test_whatever_is_offered_leaves_a_plan(problem):
    conflict = explain(problem, seconds=30)
    if conflict is None or conflict.partly:
        return
    assert conflict.repairs or conflict.more
    for each in conflict.repairs:
        assert planned(apply(problem, each))
    for language in ("en", "zh"):
        assert tell_conflict(problem, conflict, language)


@pytest.mark.parametrize("span", [(7, 19), (65, 67), (67, 79), (5, 130), (118, 122)])
def test_hours_are_made_longer_also_while_the_clock_is_put_back(span):
    """At minute 70 it shows 02:00 again; from 02:57 to 02:09 was no stretch, and no answer."""
    begin, end = span
    shut = {"name": "day", "hours": [{"days": ["wed"], "start": "08:00", "end": "09:00"}]}
    closed = problem(
        [task("a", end - begin, fixed=begin, **M)],
        MACHINE | {"calendar": "day"},
        start="2026-10-25T01:50",
        time_zone="Europe/Berlin",
        calendars=[shut | {"extra": [{"start": "2026-11-20", "end": "2026-11-22"}]}],
    )
    repair = Repair(kind="open", resource="day", spans=(span,), size=end - begin)
    assert solve(closed, time_limit_seconds=1).status == "infeasible"
    assert solve(apply(closed, repair), time_limit_seconds=5).optimal


def test_a_task_may_be_left_out_whatever_it_is_that_is_said_of_it():
    """Nothing of how long anything takes is to blame, and no other single change helps."""
    tasks = [
        task("a", 4, release=5, fixed=5),
        task("c", 2, links=[{"task": "a", "lag": -3}]),
        task("d", 1, fixed=5, deadline=8, after=["a"], links=[{"task": "c", "lag": 2}]),
    ]
    conflict = explain(problem(tasks), seconds=10)
    assert {each.kind for each in conflict.statements} == {"fixed", "link"}
    assert [(each.kind, each.task) for each in conflict.repairs] == [
        ("leave-out", "d"),
        ("leave-out", "a"),
    ]
