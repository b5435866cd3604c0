"""Working hours, pauses and absences, also together with other things that a problem may say; every
best plan can be checked by hand.
"""

import pytest
from features import (
    ANN,
    BOB,
    BY_DAY,
    DAY,
    FRIDAY,
    HOUR,
    MACHINE,
    NEXT_MONDAY,
    STEEL,
    WEEKDAYS,
    M,
    held,
    planned,
    problem,
    starts,
    task,
    times,
    values,
)

from tools.plan import Problem
from tools.solver import solve
from ui.eval.judge.checker import faults


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


def test_a_lag_goes_on_through_closed_hours():
    tasks = [task("a", 4 * HOUR, **M), task("b", 10, links=[{"task": "a", "lag": 30}], **M)]
    schedule = planned(problem(tasks, BY_DAY, calendars=[DAY], start=FRIDAY))
    assert starts(schedule) == {"a": 0, "b": 5 * HOUR}


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


def test_a_room_that_is_open_an_hour_a_week_is_used_for_forty_weeks():
    data = {
        "tasks": [{"name": f"t{at}", "duration": 60, "demands": {"room": 1}} for at in range(40)],
        "resources": [{"name": "room", "calendar": "mondays"}],
        "calendars": [
            {"name": "mondays", "hours": [{"days": ["mon"], "start": "08:00", "end": "09:00"}]}
        ],
        "start": "2026-11-23T08:00",
    }
    problem = Problem.read(data)
    schedule = solve(problem, "makespan", time_limit_seconds=5)
    assert faults(problem, schedule) == []
    assert schedule.makespan == 39 * 7 * 24 * 60 + 60


@pytest.mark.parametrize(("amount", "start"), [(1, 120), (None, 0)])
def test_a_task_pauses_while_all_are_away_and_not_while_too_few_are_there(amount, start):
    """As `docs/tables.md` says of “May pause”."""
    away = {"start": 60, "end": 120, "amount": amount}
    clerks = {"name": "clerks", "capacity": 3, "absences": [away]}
    asked = problem([task("a", 90, demands={"clerks": 3}, pausable=True)], clerks)
    assert starts(planned(asked)) == {"a": start}
