"""Dates and times at the border, whole minutes inside."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import written_problems

from tools.phrases import LANGUAGES
from tools.plan import Problem
from tools.plan.dates import minute_of, moment_of
from tools.record import PlanError

DAY = 24 * 60


def problem(task: dict[str, object] | None = None, **fields: object) -> Problem:
    data = {"start": "2026-11-24T08:00", "time_zone": "Europe/Berlin"}
    return Problem.read(data | {"tasks": [{"name": "a", "duration": 5} | (task or {})]} | fields)


@pytest.mark.parametrize(
    ("field", "given_as", "minute"),
    [
        ("release", "2026-11-24T14:00", 360),
        ("release", "2026-11-25", 16 * 60),
        ("release", "2026-11-20", 0),
        ("fixed", "2026-11-25", 16 * 60),
        ("due", "2026-11-24", 16 * 60),
        ("deadline", "2026-11-24", 16 * 60),
        ("deadline", "2026-11-24 14:00", 360),
        ("deadline", "2026-11-24T24:00", 16 * 60),
        ("due", "2026-12-31 24:00:00", 37 * DAY + 16 * 60),
        ("deadline", "2026-11-24T24:00+01:00", 16 * 60),
        ("deadline", "2026-11-24T14:00+01:00", 360),
        ("deadline", "2026-11-24T14:00Z", 420),
        ("deadline", datetime(2026, 11, 24, 14), 360),
        ("deadline", date(2026, 11, 24), 16 * 60),
        ("deadline", "2027-03-29T08:00", 125 * DAY - 60),
        ("deadline", "90", 90),
        ("started", "2026-11-24T08:30", 30),
    ],
)
def test_a_date_is_a_minute_of_the_plan(field, given_as, minute):
    assert getattr(problem({field: given_as}).tasks[0], field) == minute


def test_now_and_absences_may_be_dates():
    read = problem(
        now="2026-11-24T09:00",
        resources=[
            {
                "name": "r",
                "absences": [
                    {"start": "2026-11-25"},
                    {"start": "2026-11-20", "end": "2026-11-24T10:00"},
                    {"start": "2026-11-20", "end": "2026-11-22"},
                    {"start": 5, "end": "2026-11-24"},
                ],
            }
        ],
    )
    assert read.now == 60
    absences = [(away.start, away.end) for away in read.resources[0].absences]
    assert absences == [(16 * 60, 40 * 60), (0, 120), (5, 16 * 60)]


@pytest.mark.parametrize(
    ("start", "zone", "wall"),
    [
        ("2026-11-24T08:00", "Asia/Shanghai", datetime(2026, 11, 24, 8)),
        ("2026-11-24", "Asia/Shanghai", datetime(2026, 11, 24)),
        ("2026-11-24T00:00Z", "Asia/Shanghai", datetime(2026, 11, 24, 8)),
        ("2026-11-24T08:00+01:00", "America/New_York", datetime(2026, 11, 24, 2)),
        (datetime(2026, 11, 24, 8, 0, 59), "UTC", datetime(2026, 11, 24, 8)),
        ("2026-10-25T02:30+02:00", "Europe/Berlin", datetime(2026, 10, 25, 2, 30)),
    ],
)
def test_the_start_stands_on_the_wall_clock_of_the_zone(start, zone, wall):
    assert problem(start=start, time_zone=zone).start == wall


@pytest.mark.parametrize(
    ("key", "fields", "culprit"),
    [
        ("needs-start", {"start": None, "task": {"due": "2026-11-25"}}, "2026-11-25"),
        ("needs-start", {"start": None, "now": "2026-11-25"}, "2026-11-25"),
        ("skipped-hour", {"task": {"deadline": "2027-03-28T02:30"}}, "2027-03-28T02:30"),
        ("skipped-hour", {"start": "2026-03-29T02:30"}, "2026-03-29T02:30"),
        ("start-shown-twice", {"start": "2026-10-25T02:30+01:00"}, "2026-10-25T02:30+01:00"),
        ("bad-start", {"start": "1492-10-12"}, "1492-10-12"),
        ("bad-date", {"start": "soon"}, "soon"),
        ("bad-date", {"start": 5}, "5"),
        ("bad-date", {"task": {"due": "2026-11-31"}}, "2026-11-31"),
        ("bad-date", {"task": {"due": "0001-01-01T00:00+14:00"}}, "0001-01-01"),
        ("unknown-time-zone", {"time_zone": "Mars/Olympus"}, "Mars/Olympus"),
        ("unknown-time-zone", {"time_zone": "../etc"}, "../etc"),
        ("before-start", {"task": {"deadline": "2026-11-23"}}, "2026-11-23"),
        ("before-start", {"task": {"fixed": "2026-11-24T07:59"}}, "2026-11-24T07:59"),
        ("before-start", {"task": {"started": "2026-11-23"}}, "2026-11-23"),
        ("bad-minute", {"task": {"due": "2126-11-23"}}, "due"),
        ("not-whole", {"task": {"due": "soon"}}, "soon"),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_its_value(key, fields, culprit):
    with pytest.raises(PlanError) as refused:
        problem(**fields)
    assert refused.value.key == key
    assert all(culprit in refused.value.say(language) for language in LANGUAGES)


def test_a_minute_is_a_moment_that_knows_its_zone():
    read = problem()
    assert moment_of(360, read).isoformat() == "2026-11-24T14:00:00+01:00"
    assert moment_of(0, read).astimezone(UTC).hour == 7
    assert minute_of("2026-11-24", read, end=True) - minute_of("2026-11-24", read) == DAY
    with pytest.raises(PlanError, match="start"):
        moment_of(7, problem(start=None))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(written_problems(), st.integers(0, 9 * 366 * DAY))
def test_a_moment_leads_back_to_its_minute(wanted, minute):
    if wanted.start is not None:
        moment = moment_of(minute, wanted)
        assert minute_of(moment, wanted) == minute_of(moment.isoformat(), wanted) == minute
        assert moment - moment_of(0, wanted).astimezone(UTC) == timedelta(minutes=minute)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(written_problems())
def test_everything_that_a_problem_says_goes_to_json_and_back(wanted):
    assert Problem.read(json.loads(wanted.model_dump_json())) == wanted
    assert Problem.model_validate_json(wanted.model_dump_json()) == wanted
    assert Problem.read(wanted.model_dump()) == wanted


def test_a_replaced_task_may_have_dates_too():
    assert problem().replace_task("a", deadline="2026-11-24").tasks[0].deadline == 16 * 60
