"""What-ifs about people, machines, hours and times on the clock; and more work."""

import pytest

from tools.plan import Problem, Task
from tools.plan.changes import (
    AddTask,
    Away,
    LongerShift,
    OpenDay,
    SetCapacity,
    SetDeadline,
    SetDuration,
    apply,
)
from tools.record import PlanError
from tools.solver import solve
from tools.telling.changes import tell_change
from tools.wording.changes import changes
from tools.wording.wishes import wishes

DAYS = ["mon", "tue", "wed", "thu", "fri"]
OFFICE = Problem.read(
    {
        "start": "2026-11-23T08:00",  # a Monday
        "calendars": [
            {"name": "office", "hours": [{"days": DAYS, "start": "08:00", "end": "16:00"}]},
            {"name": "早班", "hours": [{"days": DAYS, "start": "06:00", "end": "14:00"}]},
        ],
        "tasks": [
            {"name": "audit", "duration": 60, "skills": {"audit": 1}},
            {"name": "scan files", "duration": 60, "demands": {"scanner": 1}},
            {"name": "对账", "duration": 60, "demands": {"people": 1}},
        ],
        "resources": [
            {"name": "Ann", "skills": ["audit"], "calendar": "office"},
            {"name": "小李", "skills": ["audit"]},
            {"name": "scanner"},
            {"name": "people", "capacity": 3, "calendar": "早班"},
        ],
    }
)
DAY = 24 * 60
TUESDAY = (DAY - 480, 2 * DAY - 480)


def more(name: str, duration: int, **demands: int) -> AddTask:
    return AddTask(task=Task(name=name, duration=duration, demands=demands))


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        ("what if Ann is ill", [Away(resource="Ann", start=0)]),
        ("What if Ann is on leave on Tuesday?", [Away(resource="Ann", start=960, end=2400)]),
        ("What happens if the scanner breaks down today?",
         [Away(resource="scanner", start=0, end=960)]),
        ("如果小李请病假呢", [Away(resource="小李", start=0)]),
        ("要是小李周二出差会怎样？", [Away(resource="小李", start=960, end=2400)]),
        ("What if the office closed two hours later?",
         [LongerShift(calendar="office", minutes=120)]),
        ("what if the office is open until 17:30", [LongerShift(calendar="office", minutes=90)]),
        ("如果早班延长一个半小时", [LongerShift(calendar="早班", minutes=90)]),
        ("早班干到下午三点呢", [LongerShift(calendar="早班", minutes=60)]),
        ("What if the audit had to be finished by Tuesday noon?",
         [SetDeadline(task="audit", minute=1680)]),
        ("如果对账必须在今天下午四点之前做完呢？", [SetDeadline(task="对账", minute=480)]),
        ("what if the audit must be done by Tuesday", [SetDeadline(task="audit", minute=2400)]),
        ("what if the audit took three times as long", [SetDuration(task="audit", minutes=180)]),
        ("要是对账时间翻倍呢", [SetDuration(task="对账", minutes=120)]),
        ("What if we add a stock check, 45 minutes, two people?",
         [more("stock check", 45, people=2)]),
        ("如果再加一项盘点，半小时，要一个人呢？", [more("盘点", 30, people=1)]),
        ("What if we had 2 people and the audit took 2 hours?",
         [SetDuration(task="audit", minutes=120), SetCapacity(resource="people", capacity=2)]),
    ],
)  # fmt: skip
def test_a_condition_is_read_with_its_values(message, wanted):
    assert list(changes(message, OFFICE)) == wanted


@pytest.mark.parametrize(
    "message",
    [
        "Is Ann there on Tuesday?",
        "how do I turn off the scanner?",
        "What are the office hours?",
        "What if we add a stock check?",
        "When does the audit have to be done?",
    ],
)
def test_what_changes_nothing_is_left_alone(message):
    assert changes(message, OFFICE) == ()


def test_whoever_is_away_does_nothing_then():
    changed = apply(OFFICE, [Away(resource="Ann", start=0, end=960)])
    plan = solve(changed.replace_task("audit", skills={}, demands={"Ann": 1}), time_limit_seconds=1)
    assert plan.by_task["audit"].start == DAY


def test_whoever_is_away_for_good_is_replaced_if_anybody_can():
    plan = solve(apply(OFFICE, [Away(resource="Ann", start=0)]), time_limit_seconds=1)
    assert dict(plan.by_task["audit"].resources) == {"小李": 1}


def test_without_what_is_asked_for_by_name_there_is_no_plan():
    with pytest.raises(PlanError) as caught:
        apply(OFFICE, [Away(resource="scanner", start=0)])
    assert "scan files" in caught.value.say("en")
    assert "scanner" in caught.value.say("zh")


def test_without_anybody_who_can_there_is_no_plan():
    gone = [Away(resource=name, start=0) for name in ("Ann", "小李")]
    with pytest.raises(PlanError) as caught:
        apply(OFFICE, gone)
    assert "audit" in caught.value.say("en")


def test_an_added_task_is_planned():
    plan = solve(apply(OFFICE, [more("stock check", 45, people=2)]), time_limit_seconds=1)
    assert plan.by_task["stock check"].end - plan.by_task["stock check"].start == 45


SHOP = Problem.read(
    {
        "start": "2026-11-27T08:00",  # a Friday
        "calendars": [
            {"name": "shop", "hours": [{"days": DAYS, "start": "08:00", "end": "16:00"}]}
        ],
        "tasks": [{"name": n, "duration": 360, "demands": {"people": 3}} for n in ("saw", "glue")],
        "resources": [{"name": "people", "capacity": 4, "calendar": "shop"}],
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What if we also worked on Saturday?", (OpenDay(calendar="shop", day="sat"),)),
        ("要是周六也上班呢？", (OpenDay(calendar="shop", day="sat"),)),
        ("如果周末加班呢", tuple(OpenDay(calendar="shop", day=day) for day in ("sat", "sun"))),
        ("What if we worked an hour longer each day?", (LongerShift(calendar="shop", minutes=60),)),
        ("要是每天多干半小时呢", (LongerShift(calendar="shop", minutes=30),)),
        ("what if we don't work on Saturday", ()),
        ("what if we work on Friday", ()),
        (
            "What if half of the people are away on Monday?",
            (Away(resource="people", start=3 * DAY - 480, end=4 * DAY - 480, amount=2),),
        ),
    ],
)
def test_hours_of_everybody_without_the_name_of_a_calendar(text, expected):
    assert wishes(text, SHOP) == expected


def test_a_further_day_has_the_hours_of_the_others():
    more = apply(SHOP, [OpenDay(calendar="shop", day="sat")])
    assert solve(SHOP).makespan == 3 * DAY + 360
    assert solve(more).makespan == DAY + 360
    assert apply(more, [OpenDay(calendar="shop", day="sat")]) == more
    wanted = OpenDay(calendar="shop", day="sat")
    assert tell_change(wanted, "en") == "“shop” also open on Sat"
    assert tell_change(wanted, "zh") == "“shop”周六也上班"


MOVE = Problem.read(
    {
        "tasks": [
            {"name": "Load the truck", "duration": 120, "demands": {"people": 4}},
            {"name": "Clean the old flat", "duration": 180, "demands": {"people": 2}},
            {"name": "Rooftop shot", "duration": 60, "demands": {"people": 2}},
        ],
        "resources": [{"name": "people", "capacity": 4}],
    }
)


@pytest.mark.parametrize(
    ("message", "start", "end"),
    [
        ("what if one of us leaves after 4 hours?", 240, None),
        ("what if one of us leaves after 4 hours for 2 hours?", 240, 360),
    ],
)
def test_whoever_leaves_after_some_hours_is_not_back_after_as_many(message, start, end):
    (away,) = wishes(message, MOVE)
    assert away == Away(resource="people", start=start, end=end, amount=1)


@pytest.mark.parametrize(
    ("message", "name", "after"),
    [
        ("add painting 2 hours after cleaning - what would that do?", "painting",
         "Clean the old flat"),
        ("what if we add a painting, 2 hours, after cleaning", "painting", "Clean the old flat"),
        ("what if we add a drone shot, 2 hours, after the rooftop shot", "drone shot",
         "Rooftop shot"),
    ],
)  # fmt: skip
def test_a_new_task_is_none_of_those_that_are_there_and_waits_for_one(message, name, after):
    (added,) = wishes(message, MOVE)
    assert (added.task.name, added.task.duration, added.task.after) == (name, 120, (after,))


def test_of_a_new_task_all_is_told_that_was_read():
    task = Task(name="drone", duration=60, demands={"people": 2}, skills={"fly": 1}, after=("a",))
    added = AddTask(task=task)
    assert tell_change(added, "en") == (
        "“drone” added (1 h, 2 people, needs 1 with the skill “fly”, after “a”)"
    )
    assert tell_change(added, "zh") == (
        "增加“drone”（1 小时，2 个人，需要 1 个会“fly”的，在“a”之后）"
    )


def test_what_is_said_of_two_tasks_is_wished_of_both():
    found = wishes("what if loading the truck and rooftop shot can be done by 3 people", MOVE)
    assert {(each.task, each.amount) for each in found} == {
        ("Load the truck", 3),
        ("Rooftop shot", 3),
    }


@pytest.mark.parametrize(
    "message", ["what if we start an hour earlier every day", "如果每天早一小时上班呢"]
)
def test_an_earlier_beginning_makes_no_day_shorter(message):
    assert not any(each.kind == "shift" for each in wishes(message, OFFICE))
