"""Times in messages, in both languages. The plan begins on Monday 23 November 2026 at 8:00."""

import pytest

from tools.plan import Problem
from tools.wording.moments import Moment, clock_time, moment

TASKS = {"tasks": [{"name": "a", "duration": 5}]}
PLAN = Problem.read(TASKS | {"start": "2026-11-23T08:00", "time_zone": "Asia/Shanghai"})
H = 60


@pytest.mark.parametrize(
    ("words", "minute"),
    [
        ("why not at 14:00?", 6 * H),
        ("by 2 pm", 6 * H),
        ("by 2:30 p.m.", 6 * H + 30),
        ("at 10 o'clock", 2 * H),
        ("at noon", 4 * H),
        ("tomorrow at 9:15", 25 * H + 15),
        ("on Wednesday at 8:00", 48 * H),
        ("by Friday noon", 100 * H),
        ("on 25 November at 10:00", 50 * H),
        ("Nov 25th, 10 am", 50 * H),
        ("2026-11-24 08:00", 24 * H),
        ("at 7:00", 23 * H),
        ("within 4 hours", 4 * H),
        ("下午三点", 7 * H),
        ("下午3点半", 7 * H + 30),
        ("上午十点一刻", 2 * H + 15),
        ("明天下午两点", 30 * H),
        ("周三上午9点", 49 * H),
        ("下周一早上八点", 168 * H),
        ("星期五中午", 100 * H),
        ("11月25日10点", 50 * H),
        ("今天18:00之前", 10 * H),
        ("4小时内", 4 * H),
        ("明早9点", 25 * H),
        ("今晚8点", 12 * H),
        ("中午1点", 5 * H),
        ("3 o'clock in the afternoon", 7 * H),
        ("nine o'clock", 1 * H),
        ("at half past 2 pm", 6 * H + 30),
        ("a quarter past nine", 1 * H + 15),
        ("quarter to ten on Tuesday", 25 * H + 45),
        ("ten minutes to two", 5 * H + 50),
        ("at twenty to eleven", 2 * H + 40),
        ("twenty-five past nine on Tuesday", 25 * H + 25),
        ("周二两点半", 30 * H + 30),
        ("星期四一点钟", 77 * H),
        ("周三三点前", 55 * H),
        ("周二10点", 26 * H),
    ],
)
def test_a_time_is_a_minute_of_the_plan(words, minute):
    assert moment(words, PLAN) == Moment(minute, minute)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("why not on Tuesday?", 16 * H),
        ("tomorrow", 16 * H),
        ("by Friday", 88 * H),
        ("next Monday", 160 * H),
        ("为什么不在周二？", 16 * H),
        ("明天", 16 * H),
        ("11月27日前", 88 * H),
        ("后天", 40 * H),
        ("大后天", 64 * H),
    ],
)
def test_a_day_is_all_its_minutes(words, first):
    assert moment(words, PLAN) == Moment(first, first + 24 * H - 1)


@pytest.mark.parametrize(
    "words",
    [
        "why is painting last?",
        "为什么快一点不行",
        "有一点晚",
        "on 30 February at 10:00",
        "at 25:00",
        "it takes 2 hours",
        "3 people",
        "sundry monuments",
        "at 99 pm",
        "提前一点",
        "Deck 2",
        "Mark 1x",
        "within 2 days",
        "三天内",
        "it takes 2 hours and comes after lunch",
    ],
)
def test_what_is_no_time_is_not_read_as_one(words):
    assert moment(words, PLAN) is None


def test_without_a_clock_only_durations_are_times():
    plan = Problem.read(TASKS)
    assert moment("at 14:00", plan) is None
    assert moment("within 4 hours", plan) == Moment(240, 240)
    assert moment("4小时之内", plan) == Moment(240, 240)
    assert moment("it takes 4 hours", plan) is None


def test_days_are_counted_from_now():
    later = Problem.read(TASKS | {"start": "2026-11-23T08:00", "now": 24 * H})
    assert moment("today at 10:00", later) == Moment(26 * H, 26 * H)
    assert moment("at 7:00", later) == Moment(47 * H, 47 * H)


@pytest.mark.parametrize(
    "message",
    ["starting Tuesday 1 December 2026", "by 3 December", "on wednesday 2 dec", "from 4 of May"],
)
def test_the_day_of_a_month_is_no_time_of_day(message):
    """The plan began at 13:00 on the first, at 14:00 on the second."""
    assert clock_time(message) is None
