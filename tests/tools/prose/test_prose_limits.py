"""The times that prose gives to tasks, on the clock of the plan."""

from datetime import datetime, timedelta

import pytest

from tools.prose.clock import Clock
from tools.prose.limits import limits

MONDAY = datetime(2026, 11, 30, 8)

CASES = {
    "Welding 2h by 12/15/2026": ("deadline", "12-16 00:00"),
    "Welding 2h by 15.12.2026 14:00": ("deadline", "12-15 14:00"),
    "Welding 2h, by 12/04/2026": ("deadline", None),  # 4 December or 12 April
    "Welding 2h before Wednesday.": ("deadline", "12-02 00:00"),
    "Welding 2h by Wednesday morning": ("deadline", "12-02 12:00"),
    "Welding 2h by Friday noon New York time": ("deadline", "12-05 01:00"),
    "Welding 2h by 5 pm CET": ("deadline", "12-01 00:00"),
    "Welding 2h by EOD": ("deadline", "12-01 00:00"),
    "Welding 2h, starting tomorrow at 8": ("release", "12-01 08:00"),
    "Welding 2h, earliest start Thursday 13:00": ("release", "12-03 13:00"),
    "Welding 2h, the welder can't come before 11": ("release", "11-30 11:00"),
    "Welding 2h, the gas does not arrive before 10 December": ("release", "12-10 00:00"),
    "Welding 2h, not before 10:00": ("release", "11-30 10:00"),
    "Welding 2h. No one touches the welder before 8 pm.": ("release", "11-30 20:00"),
    "Welding 2h, nobody welds before 10:00": ("release", "11-30 10:00"),
    "焊接2小时，下个月5号前完成": ("deadline", "12-06 00:00"),
    "焊接2小时，半夜12点前完成": ("deadline", None),
    "焊接2小时，最早周五开始": ("release", "12-04 00:00"),
    "焊接2小时，明天上午9点开始": ("release", "12-01 09:00"),
    "焊接2小时，要求周五完成": ("deadline", "12-05 00:00"),
    "焊接2小时，交期12月10日": ("deadline", "12-11 00:00"),
    "焊接明天下午三点截止，2小时": ("deadline", "12-01 15:00"),
    "焊接2小时，周五交货": ("deadline", "12-05 00:00"),
    "焊接2小时，纽约时间周五17点前完成": ("deadline", "12-05 06:00"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_when(text: str, expected: tuple[str, str | None]) -> None:
    (limit,) = limits(text)
    minute = Clock(MONDAY, "Asia/Shanghai").minute(limit.words, end=limit.kind != "release")
    when = None if minute is None else f"{MONDAY + timedelta(minutes=minute):%m-%d %H:%M}"
    assert (limit.kind, when) == expected
