"""When everybody works, in the wordings that people have for it."""

import pytest

from tools.prose.shift import shift


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Depot hours are 7:00 to 15:00.", (420, 900)),
        ("Oven hours: 8 to 17", (480, 1020)),
        ("We have one dock, two forklifts and seven people from 06:00 to 14:00.", (360, 840)),
        ("我们05:00上班13:00下班。", (300, 780)),
        ("班是早上八点到下午四点", (480, 960)),
        ("We are five, 8:00 to 16:00 on weekdays.", (480, 960)),
        ("Monday to Friday, 8:00-17:00. Welding takes 2 hours.", (480, 1020)),
        ("工作日8点到16点。焊接2小时。", (480, 960)),
        ("周一到周五，每天8点到17点。", (480, 1020)),
    ],
)
def test_the_hours_of_everybody_are_read(text, hours):
    found = shift(text)
    assert found is not None
    assert found.hours == (hours,)


@pytest.mark.parametrize(
    "text",
    [
        "The job takes two hours, 3 to 5 people.",
        "It takes 2 hours: 9 to 11 people.",
        "Stock count, two people from 9 to 11.",
        "Stock count takes an hour, weekdays 9 to 11.",
        "Paint takes 3 hours. Are 2 to 3 people enough?",
        "小王05:00到，13:00走。",
    ],
)
def test_what_is_said_of_one_task_is_not_taken_for_the_hours_of_all(text):
    assert shift(text) is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("全店一共4人，早9点到晚6点上班。", (540, 1080)),
        ("店里早十晚八营业。", (600, 1200)),
        ("朝九晚六，双休。", (540, 1080)),
        ("周六日不上班，平时8点到17点。", (480, 1020)),
    ],
)
def test_short_words_for_the_hours_are_read(text, hours):
    found = shift(text)
    assert found is not None
    assert found.hours == (hours,)


@pytest.mark.parametrize(
    "text",
    [
        "每天9:00-17:00上班，午休12:00-13:00。",
        "我们早上九点上班，中午12点到1点休息，下午5点下班。",
        "上班9点到17点，12点到13点午休。",
        "We work 9 to 5 with lunch from 12 to 1.",
    ],
)
def test_a_break_parts_the_hours(text):
    found = shift(text)
    assert found is not None
    assert found.hours == ((540, 720), (780, 1020))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("周一到周六，8点到18点干活。", "sat"),
        ("周末休息，每天9点到17点上班。", "fri"),
        ("周一至周五 9:00-18:00", "fri"),
    ],
)
def test_the_days_of_work_may_be_said_beside_the_hours(text, last):
    found = shift(text)
    assert found is not None
    assert found.days is not None
    assert found.days[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "Night shift 22:00 to 6:00. Clean the line 2 h.",
        "Night shift, 22:00 to 6:00: clean the tanks 3 h.",
        "We work 10 pm to 6 am. Clean the tanks 3 h.",
        "夜班22点到6点。清洗管道两小时。",
        "夜班，晚上十点到早上六点：清罐3小时。",
        "晚上十点到早上六点上班。清罐3小时。",
    ],
)
def test_a_shift_may_go_through_the_night(text):
    found = shift(text)
    assert found is not None
    assert (found.hours, found.longest) == (((22 * 60, 6 * 60),), 8 * 60)


def test_nobody_works_from_five_to_three():
    assert shift("We work 17:00 to 15:00. Clean the tanks 3 h.") is None
