"""Working time in elapsed minutes."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import written_problems

from tools.plan import DAYS, Calendar, Problem
from tools.plan.hours import open_stretches, units

HOUR, DAY = 60, 24 * 60
MONDAY = datetime(2026, 11, 23)
OFFICE = [
    {"days": DAYS[:5], "start": "08:00", "end": "12:00"},
    {"days": DAYS[:5], "start": "13:00", "end": "17:00"},
]


def calendar(*hours: dict[str, object], **more: object) -> Calendar:
    return Calendar.read({"name": "shift", "hours": hours, **more})


def daily(start: str, end: str) -> dict[str, object]:
    return {"days": DAYS, "start": start, "end": end}


def test_office_hours_have_a_break_and_a_weekend():
    opened = open_stretches(calendar(*OFFICE), MONDAY, "UTC", 14 * DAY)
    assert opened[:2] == [(8 * HOUR, 12 * HOUR), (13 * HOUR, 17 * HOUR)]
    assert len(opened) == 20
    assert sum(end - begin for begin, end in opened) == 10 * 8 * HOUR


def test_minute_0_may_lie_in_working_time_and_the_end_in_another():
    opened = open_stretches(calendar(*OFFICE), MONDAY.replace(hour=9), "UTC", 5 * HOUR)
    assert opened == [(0, 3 * HOUR), (4 * HOUR, 5 * HOUR)]


def test_a_night_shift_goes_on_after_midnight_and_after_sunday():
    night = calendar({"days": ["sun"], "start": "22:00", "end": "06:00"})
    assert open_stretches(night, MONDAY, "UTC", 7 * DAY) == [
        (0, 6 * HOUR),
        (6 * DAY + 22 * HOUR, 7 * DAY),
    ]


def test_hours_that_touch_are_one_stretch():
    assert open_stretches(calendar(daily("00:00", "24:00")), MONDAY, "UTC", 9 * DAY) == [
        (0, 9 * DAY)
    ]
    assert open_stretches(calendar(daily("08:00", "08:00")), MONDAY, "UTC", DAY) == [(0, DAY)]


def test_closed_beats_hours_and_extra_beats_both():
    shift = calendar(
        *OFFICE,
        closed=[{"start": "2026-11-24"}, {"start": "2026-11-25T10:00", "end": "2026-11-25T11:00"}],
        extra=[{"start": "2026-11-24T14:00", "end": "2026-11-24T15:00"}, {"start": "2026-11-28"}],
    )
    opened = open_stretches(shift, MONDAY + timedelta(days=1), "UTC", 5 * DAY)
    assert opened[:3] == [
        (14 * HOUR, 15 * HOUR),
        (DAY + 8 * HOUR, DAY + 10 * HOUR),
        (DAY + 11 * HOUR, DAY + 12 * HOUR),
    ]
    assert opened[-1] == (4 * DAY, 5 * DAY)


@pytest.mark.parametrize(
    ("zone", "midnight", "hours", "stretches"),
    [
        # Berlin, clocks forward at 02:00: the hour is not there
        ("Europe/Berlin", datetime(2026, 3, 29), ("01:00", "05:00"), [(60, 240)]),
        ("Europe/Berlin", datetime(2026, 3, 29), ("02:30", "05:00"), [(120, 240)]),
        ("Europe/Berlin", datetime(2026, 3, 29), ("01:00", "02:30"), [(60, 120)]),
        ("Europe/Berlin", datetime(2026, 3, 29), ("02:10", "02:50"), []),
        ("Europe/Berlin", datetime(2026, 3, 29), ("08:00", "09:00"), [(420, 480)]),
        # Berlin, clocks back at 03:00: the hour from 02:00 comes twice
        ("Europe/Berlin", datetime(2026, 10, 25), ("01:00", "05:00"), [(60, 360)]),
        ("Europe/Berlin", datetime(2026, 10, 25), ("02:30", "03:30"), [(150, 270)]),
        ("Europe/Berlin", datetime(2026, 10, 25), ("01:00", "02:30"), [(60, 150)]),
        # Lord Howe moves by half an hour
        ("Australia/Lord_Howe", datetime(2026, 10, 4), ("01:30", "03:00"), [(90, 150)]),
        # Cairo skips midnight itself
        ("Africa/Cairo", datetime(2026, 4, 24, 1), ("00:00", "02:00"), [(0, 60)]),
    ],
)
def test_daylight_saving_takes_and_gives_an_hour(zone, midnight, hours, stretches):
    assert open_stretches(calendar(daily(*hours)), midnight, zone, 22 * HOUR) == stretches


def test_a_calendar_keeps_to_its_own_wall_clock():
    shanghai = calendar(daily("09:00", "17:00"), time_zone="Asia/Shanghai")
    opened = open_stretches(shanghai, MONDAY, "Europe/Berlin", DAY)
    assert opened == [(2 * HOUR, 10 * HOUR)]  # 01:00 UTC is 02:00 in Berlin
    summer = open_stretches(shanghai, datetime(2026, 7, 6), "Europe/Berlin", DAY)
    assert summer == [(3 * HOUR, 11 * HOUR)]


def shown_open(shift: Calendar, moment: datetime, zone: str) -> bool:
    """Whether the clock on the wall shows working time, looked up minute by minute."""
    local = moment.astimezone(ZoneInfo(shift.time_zone or zone)).replace(tzinfo=None)

    def within(stretch) -> bool:
        start = datetime.fromisoformat(stretch.start)
        end = datetime.fromisoformat(stretch.end or stretch.start[:10])
        if "T" not in (stretch.end or ""):
            end = end.replace(hour=0, minute=0) + timedelta(days=1)
        return start <= local < end

    if any(within(stretch) for stretch in shift.extra):
        return True
    if any(within(stretch) for stretch in shift.closed):
        return False
    clock = f"{local:%H:%M}"
    today, yesterday = DAYS[local.weekday()], DAYS[local.weekday() - 1]
    return any(
        (today in hours.days and hours.start <= clock < hours.end)
        if hours.start < hours.end
        else (today in hours.days and clock >= hours.start)
        or (yesterday in hours.days and clock < hours.end)
        for hours in shift.hours
    )


@settings(max_examples=40, deadline=None, derandomize=True)
@given(written_problems(), st.integers(0, 5 * 365 * DAY), st.data())
def test_stretches_agree_with_the_clock_on_the_wall(problem, until, data):
    if problem.start is None:
        return
    first = problem.start.replace(tzinfo=ZoneInfo(problem.time_zone)).astimezone(UTC)
    for shift in problem.calendars:
        opened = open_stretches(shift, problem.start, problem.time_zone, until)
        assert all(0 <= begin < end <= until for begin, end in opened)
        assert all(end < begin for (_, end), (begin, _) in pairwise(opened))
        edges = [edge + step for span in opened for edge in span for step in (-1, 0)]
        minutes = data.draw(st.lists(st.integers(0, max(until - 1, 0)), max_size=20))
        if edges:
            minutes += data.draw(st.lists(st.sampled_from(edges), max_size=20))
        for minute in minutes:
            if 0 <= minute < until and not near_a_change(first, minute, shift, problem):
                is_open = any(begin <= minute < end for begin, end in opened)
                assert is_open == shown_open(
                    shift, first + timedelta(minutes=minute), problem.time_zone
                )


def near_a_change(first, minute, shift, problem) -> bool:
    """Around a change of the clock, an hour is shown twice: the first one counts."""
    zone = ZoneInfo(shift.time_zone or problem.time_zone)
    moment = first + timedelta(minutes=minute)
    sides = [(moment + timedelta(hours=hours)).astimezone(zone).utcoffset() for hours in (-3, 3)]
    return sides[0] != sides[1]


def one(resource: dict[str, object], **more: object) -> tuple[Problem, object]:
    problem = Problem.read(
        {"tasks": [{"name": "a", "duration": 1}], "resources": [{"name": "r"} | resource]} | more
    )
    return problem, problem.resources[0]


def test_who_has_no_calendar_is_always_there():
    assert units(*one({"capacity": 3}), until=999) == [(0, 3)]


def test_absences_are_taken_off_and_never_below_nothing():
    absences = [
        {"start": 10, "end": 30, "amount": 1},
        {"start": 20, "end": 40, "amount": 4},
        {"start": 50, "end": 60},
        {"start": 60, "end": 70, "amount": 1},
    ]
    steps = units(*one({"capacity": 3, "absences": absences}), until=100)
    assert steps == [(0, 3), (10, 2), (20, 0), (40, 3), (50, 0), (60, 2), (70, 3)]


def test_calendars_and_absences_work_together():
    problem, resource = one(
        {
            "capacity": 2,
            "calendar": "shift",
            "absences": [{"start": "2026-11-23T09:00", "end": "2026-11-23T14:00", "amount": 1}],
        },
        start="2026-11-23T08:00",
        calendars=[{"name": "shift", "hours": OFFICE}],
    )
    steps = units(problem, resource, DAY)
    assert steps == [(0, 2), (60, 1), (240, 0), (300, 1), (360, 2), (540, 0)]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(written_problems(), st.integers(1, 90 * DAY))
def test_steps_begin_at_0_grow_and_differ(problem, until):
    for resource in problem.resources:
        steps = units(problem, resource, until)
        assert steps[0][0] == 0
        for (minute, level), (later, other) in pairwise(steps):
            assert minute < later < until
            assert level != other
        assert all(0 <= level <= resource.capacity for _, level in steps)
