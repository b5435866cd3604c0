"""What is to be different, in messages that suppose something. The plan begins on Tuesday
24 November 2026 at 8:00; people work from Monday to Friday, 8:00 to 17:00."""

import pytest

from tools.plan import Problem, Task
from tools.plan.changes import (
    AddTask,
    Away,
    DropTask,
    LongerShift,
    OpenDay,
    SetCapacity,
    SetDeadline,
    SetDuration,
    SetPriority,
)
from tools.plan.rewrites import Rename, SetLimit
from tools.record import PlanError
from tools.wording.changes import changes
from tools.wording.edits import edits
from tools.wording.occasions import MOST, each_time
from tools.wording.roles import by_role
from tools.wording.wishes import wishes

DAY, HOUR = 1440, 60
MIDNIGHT = -8 * HOUR
"""The minute at which the first day begins."""
WEEK = ["mon", "tue", "wed", "thu", "fri"]
PLAN = Problem.read(
    {
        "start": "2026-11-24T08:00",
        "tasks": [
            {"name": "Bake rolls", "duration": 90},
            {"name": "Load the van", "duration": 60, "deadline": 3000},
            {"name": "Ice the cakes", "duration": 120},
            {"name": "墙面粉刷", "duration": 240, "deadline": 3000},
            {"name": "卸货", "duration": 60},
            {"name": "布置2号展台", "duration": 90},
        ],
        "resources": [
            {"name": "people", "capacity": 6, "calendar": "workshop"},
            {"name": "oven", "capacity": 3, "calendar": "workshop"},
            {"name": "van", "calendar": "workshop"},
            {"name": "叉车", "capacity": 2, "calendar": "工作时间"},
            {"name": "Ann", "skills": ["icing"], "calendar": "workshop"},
            {"name": "Bob", "skills": ["physio"], "calendar": "workshop"},
            {"name": "李强", "skills": ["电工"], "calendar": "工作时间"},
        ],
        "calendars": [
            {"name": "workshop", "hours": [{"days": WEEK, "start": "08:00", "end": "17:00"}]},
            {"name": "工作时间", "hours": [{"days": WEEK, "start": "08:00", "end": "17:00"}]},
        ],
    }
)


def at(day: int, hour: float) -> int:
    """So many days after the first one, at that hour."""
    return day * DAY + MIDNIGHT + round(hour * HOUR)


@pytest.mark.parametrize(
    ("message", "start", "end"),
    [
        ("Ann is at the dentist on Thursday morning", at(2, 6), at(2, 12)),
        ("Ann is away for the first half of Thursday", at(2, 0), at(2, 12)),
        ("Ann won't be in before eleven", 0, at(0, 11)),
        ("the van broke down, it'll be back Wednesday at ten", 0, at(1, 10)),
        ("Ann leaves on Wednesday at noon and is back on Friday at nine", at(1, 12), at(3, 9)),
        ("Ann quits on Thursday and is not coming back, for good", at(2, 0), None),
        ("李强周三中午开始请假，周五早上九点半才回来", at(1, 12), at(3, 9.5)),
        ("李强明天要体检，十点半才到岗", at(1, 0), at(1, 10.5)),
        ("李强从周三中午开始休假，休到周五晚上", at(1, 12), at(4, 0)),
        ("李强今天下午两点到四点外出", at(0, 14), at(0, 16)),
        ("李强周四两点到四点要去开会", at(2, 14), at(2, 16)),
        ("李强周四一点钟以后就走了，当天不再回来", at(2, 13), at(3, 0)),
        ("李强下周一起调走，再不回来了", at(6, 0), None),
        ("李强大后天请假", at(3, 0), at(4, 0)),
        ("李强礼拜五才借得到", 0, at(3, 0)),
        ("李强下午三点才走", at(0, 15), at(1, 0)),
        ("the van is dead until Thursday lunchtime", 0, at(2, 12)),
        ("the van is only ours again from three on Wednesday", 0, at(1, 15)),
        ("Ann is away from Wednesday noon for the rest of the week", at(1, 12), at(6, 0)),
        ("李强这周都不在", 0, at(6, 0)),
        ("李强明后两天请假", at(1, 0), at(3, 0)),
        ("Ann is out for the second half of Thursday", at(2, 12), at(2, 18)),
    ],
)
def test_who_is_away_from_when_to_when(message, start, end):
    (found,) = wishes(message, PLAN)
    assert isinstance(found, Away)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("message", "resource", "amount"),
    [
        ("one of our three ovens is down on Wednesday", "oven", 1),
        ("周四有三个工人要回老家", "people", 3),
        ("六个人里头有俩后天抽走", "people", 2),
        ("叉车周四全拉去年检，一台不剩", "叉车", None),
        ("叉车坏了一台，修到后天中午", "叉车", 1),
        ("明天工人才来四个", "people", 2),
    ],
)
def test_how_many_are_away(message, resource, amount):
    (found,) = wishes(message, PLAN)
    assert isinstance(found, Away)
    assert (found.resource, found.amount) == (resource, amount)


@pytest.mark.parametrize(
    ("message", "change"),
    [
        ("叉车多租一台，是不是少等点", SetCapacity(resource="叉车", capacity=3)),
        (
            "Could we have the van loaded by ten on Thursday at the latest?",
            SetDeadline(task="Load the van", minute=at(2, 10)),
        ),
        (
            "loading the van may finish as late as Friday noon",
            SetDeadline(task="Load the van", minute=at(3, 12)),
        ),
        (
            "Load the van has to be done two hours earlier than agreed",
            SetDeadline(task="Load the van", minute=2880),
        ),
        ("墙面粉刷的截止时间往后放宽一个小时", SetDeadline(task="墙面粉刷", minute=3060)),
        ("卸货可以延到周四下午三点", SetDeadline(task="卸货", minute=at(2, 15))),
        (
            "the flour isn't delivered until Wednesday 2 pm, so Bake rolls can't start any earlier",
            SetLimit(task="Bake rolls", field="release", minute=at(1, 14)),
        ),
        (
            "卸货得明天早上九点以后才能开始",
            SetLimit(task="卸货", field="release", minute=at(1, 9)),
        ),
        (
            "后天上午十点之前卸货动不了",
            SetLimit(task="卸货", field="release", minute=at(2, 10)),
        ),
        ("墙面不刷了", DropTask(task="墙面粉刷")),
        ("墙面先搁着不粉刷了", DropTask(task="墙面粉刷")),
        ("Bake rolls is called off", DropTask(task="Bake rolls")),
        ("nobody wants Bake rolls any more", DropTask(task="Bake rolls")),
        ("卸货拿掉", DropTask(task="卸货")),
        ("卸货只要四十分钟，能省多少事", SetDuration(task="卸货", minutes=40)),
        ("Bake rolls only takes an hour and twenty", SetDuration(task="Bake rolls", minutes=80)),
        (
            "Bake rolls can't go on before Wednesday 10:00",
            SetLimit(task="Bake rolls", field="release", minute=at(1, 10)),
        ),
        ("we run the van an hour longer each day", LongerShift(calendar="workshop", minutes=60)),
        ("从别的店借两个人过来", SetCapacity(resource="people", capacity=8)),
        (
            "Ann is slower than usual; forty minutes extra for icing the cakes",
            SetDuration(task="Ice the cakes", minutes=160),
        ),
        ("2号展台的布置再多一个小时", SetDuration(task="布置2号展台", minutes=150)),
        ("throw in a Saturday at the workshop", OpenDay(calendar="workshop", day="sat")),
        ("工作时间礼拜六也开一天", OpenDay(calendar="工作时间", day="sat")),
        ("工作时间放宽到晚上六点", LongerShift(calendar="工作时间", minutes=60)),
        (
            "a lady ordered macarons: two hours, one oven, somebody with icing skills",
            AddTask(
                task=Task(name="macarons", duration=120, demands={"oven": 1}, skills={"icing": 1})
            ),
        ),
    ],
)
def test_one_change_is_read(message, change):
    assert wishes(message, PLAN) == (change,)


def test_what_is_taken_out_is_dropped():
    assert changes("take Bake rolls out", PLAN) == (DropTask(task="Bake rolls"),)


def test_a_new_task_may_hold_a_thing_and_wait_for_one_that_is_there():
    held = {"people": 2, "叉车": 1}
    assert changes("再加个任务叫卸退货，一小时，两个人，还得占着叉车", PLAN) == (
        AddTask(task=Task(name="卸退货", duration=60, demands=held)),
    )
    assert changes("刚才又加了个活：拆箱，两小时，一个人就够，得等货卸完", PLAN) == (
        AddTask(task=Task(name="拆箱", duration=120, demands={"people": 1}, after=("卸货",))),
    )


@pytest.mark.parametrize(
    ("message", "change"),
    [
        ("one of the ovens has died", SetCapacity(resource="oven", capacity=2)),
        ("又租了一台叉车", SetCapacity(resource="叉车", capacity=3)),
        ("李强借调走了，拿掉吧", Away(resource="李强", start=0)),
        ("李强明天开始休产假", Away(resource="李强", start=at(1, 0))),
        ("卸货给我提到最急", SetPriority(task="卸货", priority=10)),
        ("卸货改个名，叫进货", Rename(task="卸货", name="进货")),
        (
            "could “Load the van” be called Pack the van please",
            Rename(task="Load the van", name="Pack the van"),
        ),
    ],
)
def test_an_order_says_the_same(message, change):
    assert edits(message, PLAN) == (change,)


@pytest.mark.parametrize(
    "message", ["From Wednesday the people work 7 to 3", "叉车加开一个，一共三个"]
)
def test_hours_and_numbers_are_no_people_and_no_tasks(message):
    try:
        found = edits(message, PLAN)
    except PlanError:
        return
    assert all(each.kind == "capacity" and each.capacity == 3 for each in found)


@pytest.mark.parametrize(
    "message", ["把卸货放到周三为何行不通", "Why is Bake rolls not happening today?"]
)
def test_a_time_that_is_asked_about_is_no_wish(message):
    assert wishes(message, PLAN) == ()


@pytest.mark.parametrize(
    ("message", "minutes"),
    [
        ("Suppose the rolls take 2 hours and icing the cakes 3", [120, 180]),
        ("What if baking rolls took 45 minutes and icing the cakes 30?", [45, 30]),
        ("如果卸货只要2小时，墙面粉刷只要3呢？", [120, 180]),
        ("What if baking rolls took 2 hours and icing the cakes 3 people?", [120]),
    ],
)
def test_a_second_number_is_in_the_unit_of_the_first(message, minutes):
    found = wishes(message, PLAN)
    assert [each.minutes for each in found if each.kind == "duration"] == minutes


def test_a_second_number_is_of_the_same_kind():
    assert wishes("Bake rolls as priority nine and Load the van as a two", PLAN) == (
        SetPriority(task="Bake rolls", priority=9),
        SetPriority(task="Load the van", priority=2),
    )
    assert wishes("卸货急，给个八；墙面粉刷不急，降成一", PLAN) == (
        SetPriority(task="卸货", priority=8),
        SetPriority(task="墙面粉刷", priority=1),
    )


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("our physio is off sick tomorrow", "Bob is off sick tomorrow"),
        ("那个physio明天不在", "Bob明天不在"),
        ("会电工的那位周五请假", "李强周五请假"),
        ("the icing is off the cakes", "the icing is off the cakes"),
        ("our driver is off sick", "our driver is off sick"),
    ],
)
def test_who_is_named_by_what_they_can_do(message, read):
    assert by_role(message, PLAN) == read


@pytest.mark.parametrize(
    ("message", "begin", "end"),
    [
        ("What if we had two more people on Wednesday?", MIDNIGHT + DAY, MIDNIGHT + 2 * DAY),
        ("要是周三多两个人呢？", MIDNIGHT + DAY, MIDNIGHT + 2 * DAY),
        ("What if two more people helped from Thursday on?", MIDNIGHT + 2 * DAY, None),
        ("如果从周四起再加两个人呢？", MIDNIGHT + 2 * DAY, None),
        ("What if two more people helped until Wednesday noon?", None, DAY + 4 * HOUR),
    ],
)
def test_who_comes_for_a_time_is_away_before_and_after_it(message, begin, end):
    there = PLAN.resource["people"].capacity
    guests = Away(resource="people", start=0, amount=2)
    before = [] if begin is None else [guests.model_copy(update={"end": begin})]
    after = [] if end is None else [guests.model_copy(update={"start": end})]
    assert list(wishes(message, PLAN)) == [
        SetCapacity(resource="people", capacity=there + 2),
        *before,
        *after,
    ]


def test_from_four_to_five_is_no_time():
    found = wishes("what if we go from six people to seven?", PLAN)
    assert found == (SetCapacity(resource="people", capacity=7),)


@pytest.mark.parametrize(
    ("message", "absences"),
    [
        (
            "two people are away on Thursday morning and one on Friday",
            [("people", at(2, 6), at(2, 12), 2), ("people", at(3, 0), at(4, 0), 1)],
        ),
        (
            "what if we are two short on Thursday morning and one short on Friday?",
            [("people", at(2, 6), at(2, 12), 2), ("people", at(3, 0), at(4, 0), 1)],
        ),
        ("if we're one short on Friday", [("people", at(3, 0), at(4, 0), 1)]),
        (
            "如果周四上午两个人不在、周五一个人不在呢？",
            [("people", at(2, 6), at(2, 12), 2), ("people", at(3, 0), at(4, 0), 1)],
        ),
        (
            "two people are away on Thursday and one person is away on Friday",
            [("people", at(2, 0), at(3, 0), 2), ("people", at(3, 0), at(4, 0), 1)],
        ),
        (
            "Ann is away on Wednesday morning and on Friday",
            [("Ann", at(1, 6), at(1, 12), None), ("Ann", at(3, 0), at(4, 0), None)],
        ),
        (
            "李强周三上午请假、周五也请假",
            [("李强", at(1, 6), at(1, 12), None), ("李强", at(3, 0), at(4, 0), None)],
        ),
        (
            "Ann is away from Wednesday to Thursday and on Monday",
            [("Ann", at(1, 0), at(3, 0), None), ("Ann", at(6, 0), at(7, 0), None)],
        ),
        (
            "one person is away tomorrow and two the day after tomorrow",
            [("people", at(1, 0), at(2, 0), 1), ("people", at(2, 0), at(3, 0), 2)],
        ),
        ("Ann is away between Wednesday and Friday", [("Ann", at(1, 0), at(4, 0), None)]),
        ("Ann is away on Thursday and Friday", [("Ann", at(2, 0), at(4, 0), None)]),
        ("李强周三走，周五回来", [("李强", at(1, 0), at(3, 0), None)]),
    ],
)
def test_absences_at_several_times(message, absences):
    """One stretch over all of them kept people away who are there."""
    said = [Away(resource=r, start=s, end=e, amount=n) for r, s, e, n in absences]
    assert wishes(message, PLAN) == tuple(said)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        (
            'add a task "clean up" of 2 hours for 2 people after Ice the cakes, and have 8 people',
            "clean up",
        ),
        (
            "如果加一个任务「用水清洗」2小时，2个人，在Ice the cakes之后，并且有8个人",
            "用水清洗",
        ),
        ("如果加一个任务“大扫除”2小时，2个人，在Ice the cakes之后，而且有8人", "大扫除"),
    ],
)
def test_a_new_task_is_one_thing_and_how_many_people_there_are_another(message, name):
    """The number of all was taken for what the task needs, and quotes for a part of its name."""
    demands, after = {"people": 2}, ("Ice the cakes",)
    task = Task(name=name, duration=120, demands=demands, after=after)
    assert wishes(message, PLAN) == (
        AddTask(task=task),
        SetCapacity(resource="people", capacity=8),
    )


def test_absences_at_several_times_are_all_put_down():
    """As an order, too: of two the last was kept, or one stretch over both."""
    morning, friday = (
        Away(resource="李强", start=at(1, 6), end=at(1, 12)),
        Away(resource="李强", start=at(3, 0), end=at(4, 0)),
    )
    assert edits("李强周三上午请假、周五也请假", PLAN) == (morning, friday)


@pytest.mark.parametrize("again", ["周一不在，", "is on the ", "个"])
def test_many_times_are_read_as_far_as_anybody_would_say_them(again):
    assert len([*each_time("away monday and " + again * 2000, PLAN)]) <= MOST + 1
