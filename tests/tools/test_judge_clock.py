"""The judge reads the clock on the wall right, also when it is put forward or back."""

from typing import Any

import pytest

from tools.plan import Problem
from ui.eval.judge.clock import Clock


def zoned(start: str, zone: str, **calendar: Any) -> Clock:
    week = [{"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]} | calendar.pop("week")]
    return Clock(
        Problem.read(
            {
                "tasks": [{"name": "a", "duration": 1}],
                "resources": [{"name": "m", "calendar": "c"}],
                "calendars": [{"name": "c", "hours": week} | calendar],
                "start": start,
                "time_zone": zone,
            }
        )
    )


@pytest.mark.parametrize(
    ("clock", "opens", "closes"),
    [
        (zoned("2026-05-04T07:00", "UTC", week={"start": "08:00", "end": "12:00"}), 60, 300),
        # Clocks go forward: one o'clock to eight is six hours.
        (
            zoned("2026-03-29T01:00", "Europe/Berlin", week={"start": "08:00", "end": "9:00"}),
            360,
            420,
        ),
        # Clocks go back: a night shift lasts nine hours.
        (
            zoned("2026-10-24T21:00", "Europe/Berlin", week={"start": "22:00", "end": "06:00"}),
            60,
            600,
        ),
        # Nine in Kathmandu is a quarter past three in London in winter.
        (
            zoned(
                "2026-01-05T03:00",
                "Europe/London",
                week={"start": "09:00", "end": "10:00"},
                time_zone="Asia/Kathmandu",
            ),
            15,
            75,
        ),
        (
            zoned(
                "2026-05-04T23:00",
                "UTC",
                week={"start": "00:00", "end": "24:00"},
                closed=[
                    {"start": "2026-05-04"},
                    {"start": "2026-05-05T08:20", "end": "2026-05-06"},
                ],
            ),
            60,
            560,
        ),
        (
            zoned(
                "2026-05-04T07:00",
                "UTC",
                week={"start": "08:00", "end": "12:00"},
                closed=[{"start": "2026-05-04", "end": "2026-05-05"}],
                extra=[{"start": "2026-05-04T09:30", "end": "2026-05-04T09:40"}],
            ),
            150,
            160,
        ),
    ],
)
def test_a_clock_on_the_wall_is_read_right(clock, opens, closes):
    open_minutes = [minute for minute in range(closes + 30) if clock.units("m", minute)]
    assert open_minutes == list(range(opens, closes))
