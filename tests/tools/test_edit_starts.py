"""Follow-ups about the start of the plan and working hours, and what of a message is not read."""

from datetime import datetime

import pytest
from runtimes import left, runtime

from tools.conflict.explained import optimise
from tools.edit import edit_tasks, edited
from tools.meaning import meaning
from tools.plan import Assumption, Problem
from tools.plan.beginnings import SetHours, SetStart
from tools.plan.problem import Origin
from tools.plan.rewrites import SetWait
from tools.question import Question
from tools.record import PlanError
from tools.telling.problem import tell_ranges
from tools.wording.edits import edits
from tools.wording.followups import is_edit

PLAN = Problem.read(
    {
        "start": "2026-11-23T08:00",
        "time_zone": "Asia/Shanghai",
        "tasks": [
            {"name": "welding", "duration": 600, "demands": {"people": 3}},
            {"name": "painting", "duration": 60, "after": ["welding"], "demands": {"people": 2}},
            {"name": "喷漆", "duration": 60, "deadline": 6000, "release": 60},
        ],
        "resources": [
            {"name": "people", "capacity": 5},
            {"name": "Ann", "kind": "people"},
            {"name": "张三", "kind": "people"},
        ],
    }
)


@pytest.mark.parametrize(
    ("message", "start"),
    [
        ("start at 9 tomorrow", "2026-11-24T09:00"),
        ("the plan starts at 10:00", "2026-11-23T10:00"),
        ("let's start on Tuesday at 8", "2026-11-24T08:00"),
        ("move the start to 7 am", "2026-11-23T07:00"),
        ("we start tomorrow at half past eight", "2026-11-24T08:30"),
        ("明天九点开始", "2026-11-24T09:00"),
        ("计划改到周三上午八点开始", "2026-11-25T08:00"),
        ("周二8点半开工", "2026-11-24T08:30"),
    ],
)
def test_the_plan_starts_when_it_is_said(message: str, start: str) -> None:
    wanted = edits(message, PLAN)
    assert wanted == (SetStart(start=datetime.fromisoformat(start)),)
    assert is_edit(message, PLAN)
    assert optimise(edited(PLAN, wanted), time_limit_seconds=1).planned


def test_times_on_the_clock_stay_when_the_start_moves() -> None:
    moved = edited(PLAN, edits("start at 9 tomorrow", PLAN)).by_name["喷漆"]
    assert (moved.deadline, moved.release) == (6000 - 25 * 60, 0)


def test_a_plan_without_a_clock_keeps_times_from_its_start() -> None:
    plan = Problem.read({"tasks": [{"name": "weld", "duration": 30, "deadline": 60}]})
    asked = runtime("start at 9:00 tomorrow", zone="Asia/Shanghai", problem=plan)
    changed = left(edit_tasks.func("change", asked))["problem"]
    assert (changed.start.hour, changed.time_zone) == (9, "Asia/Shanghai")
    assert changed.by_name["weld"].deadline == 60


@pytest.mark.parametrize(
    ("message", "hours", "days"),
    [
        ("we work 8 to 16", ((480, 960),), 5),
        ("we work from 8 to 16 now", ((480, 960),), 5),
        ("we work 8 to 5", ((480, 1020),), 5),
        ("working hours are 9 to 17, Monday to Saturday", ((540, 1020),), 6),
        ("working hours 8-12 and 13-17", ((480, 720), (780, 1020)), 5),
        ("我们八点到五点上班", ((480, 1020),), 5),
        ("上班时间改成9点到18点", ((540, 1080),), 5),
        ("大家每天9:00到17:00上班", ((540, 1020),), 7),
    ],
)
def test_working_hours_are_those_of_all_people(
    message: str, hours: tuple[tuple[int, int], ...], days: int
) -> None:
    (wanted,) = edits(message, PLAN)
    assert isinstance(wanted, SetHours)
    assert (wanted.hours, len(wanted.days), wanted.assumed) == (hours, days, days == 5)
    assert is_edit(message, PLAN)
    changed = edited(PLAN, [wanted], message)
    assert changed.resources[0].calendar == changed.calendars[0].name
    assert changed.by_name["welding"].pausable
    assert not changed.by_name["painting"].pausable
    assert (Assumption(field="days") in changed.assumed) is wanted.assumed
    assert optimise(changed, time_limit_seconds=1).planned


def test_other_hours_keep_days_and_holidays() -> None:
    first = edited(PLAN, edits("we work 8 to 16, Monday to Saturday", PLAN))
    closed = [{"start": "2026-12-24"}]
    calendars = [first.calendars[0].model_dump() | {"closed": closed}]
    first = Problem.read(first.model_dump() | {"calendars": calendars})
    (calendar,) = edited(first, edits("we work 9 to 17", first)).calendars
    assert [(each.start, each.end, len(each.days)) for each in calendar.hours] == [
        ("09:00", "17:00", 6)
    ]
    assert calendar.closed[0].start == "2026-12-24"


@pytest.mark.parametrize("message", ["we work 22 to 6", "我们晚上十点到早上六点上班"])
def test_a_shift_goes_through_the_night(message: str) -> None:
    (calendar,) = edited(PLAN, edits(message, PLAN)).calendars
    assert [(each.start, each.end) for each in calendar.hours] == [("22:00", "06:00")]


@pytest.mark.parametrize(
    ("message", "key"),
    [
        ("start tomorrow", "start-hour"),
        ("明天开始", "start-hour"),
        ("我们八点到十二点、一点到五点上班", "hours-unclear"),
        ("we work 8 to 16, on Friday 8 to 12", "hours-unclear"),
        ("Ann works 8 to 12", "hours-of-one"),
        ("Ann's hours are 8-12", "hours-of-one"),
        ("张三八点到五点上班", "hours-of-one"),
        ("张三只上午上班", "hours-of-one"),
    ],
)
def test_a_time_that_is_missing_is_asked_for(message: str, key: str) -> None:
    with pytest.raises(PlanError) as error:
        edits(message, PLAN)
    assert error.value.key == key


def test_a_start_that_facts_or_limits_forbid_is_refused() -> None:
    begun = PLAN.replace_task("welding", started=0)
    with pytest.raises(PlanError, match="Work has begun"):
        edited(begun, edits("start at 9 tomorrow", begun))
    early = PLAN.replace_task("喷漆", deadline=300)
    with pytest.raises(PlanError, match="lies before that start"):
        edited(early, edits("start at 9 tomorrow", early))


def test_hours_of_nobody_are_refused() -> None:
    plan = Problem.read({"start": "2026-11-23T08:00", "tasks": [{"name": "weld", "duration": 30}]})
    with pytest.raises(PlanError, match="needs people"):
        edits("we work 8 to 16", plan)


@pytest.mark.parametrize(
    ("message", "language", "words"),
    [
        ("make welding 3 hours and paint the doors blue", "en",
         "Changed: “welding” taking 3 h. I did not understand “paint the doors blue”;"
         " that changed nothing."),
        ("喷漆改成2小时，把门换成蓝色", "zh",
         "已修改：“喷漆”用时 2 小时。 没有看懂“把门换成蓝色”，这部分没有改动任何内容。"),
        ("make welding 3 hours, not 4, because it takes longer", "en",
         "Changed: “welding” taking 3 h."),
        ("we work 8 to 16", "en", "Changed: everybody working 08:00–16:00 on Mon–Fri."),
    ],
)  # fmt: skip
def test_what_was_not_understood_is_said(message: str, language: str, words: str) -> None:
    update = left(edit_tasks.func("change", runtime(message, language, problem=PLAN)))
    assert update["words"] == words


def test_what_is_about_a_task_but_not_understood_is_said_back() -> None:
    update = left(edit_tasks.func("change", runtime("painting should smell nice", problem=PLAN)))
    assert (
        "about “painting”, but not what is to change: “painting should smell nice”"
        in (update["answer"])
    )


@pytest.mark.parametrize(
    "message",
    ["what if painting had to wait 2 hours after welding?",
     "what if painting started 2 hours after welding?",
     "what if we wait 2 hours between welding and painting?"],
)  # fmt: skip
def test_a_lag_can_be_supposed(message: str) -> None:
    asked = meaning(PLAN, Question(message))
    assert asked.kind == "what_if"
    assert asked.changes == (SetWait(task="painting", other="welding", lag=120),)


@pytest.mark.parametrize(
    ("words", "ranged"),
    [
        ("between 2 and 3 hours", True),
        ("wait between welding and painting, 2 hours", False),
        ("painting, between welding and packing, takes 2 hours", False),
    ],
)
def test_only_two_times_are_a_range(words: str, ranged: bool) -> None:
    origin = Origin(field="duration", task="painting", words=words)
    problem = PLAN.model_copy(update={"origins": (origin,)})
    assert bool(tell_ranges(problem, "en")) is ranged
