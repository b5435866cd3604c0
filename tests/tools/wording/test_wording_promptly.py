"""Times that no clock shows: “at once”, and a time of day in a plan that has none."""

import pytest

from tools.explain import asked_for
from tools.meaning import meaning
from tools.plan import Problem
from tools.question import Question, said_in
from tools.record import PlanError
from tools.solver import solve
from tools.wording.questions import first_to_come

TASKS = [
    {"name": "weld", "duration": 120, "demands": {"people": 2}},
    {"name": "paint", "duration": 90, "demands": {"people": 2}},
    {"name": "喷漆", "duration": 60, "demands": {"people": 2}, "after": ["weld"]},
]
PLAN = Problem.read({"tasks": TASKS, "resources": [{"name": "people", "capacity": 2}]})
WEEK = ["mon", "tue", "wed", "thu", "fri"]
DATED = Problem.read(
    {
        "start": "2026-11-23T00:00",
        "tasks": TASKS,
        "calendars": [{"name": "day", "hours": [{"days": WEEK, "start": "08:00", "end": "17:00"}]}],
        "resources": [{"name": "people", "capacity": 2, "calendar": "day"}],
    }
)


@pytest.mark.parametrize(
    "message",
    [
        "Why don't we start paint at once?",
        "Why can't paint begin right away?",
        "Why isn't paint done at the very beginning?",
        "Can we start paint immediately?",
        "喷漆为什么不能马上开始？",
        "为什么喷漆不是一上来就做？",
        "喷漆怎么不能一开始就做？",
        "为什么喷漆不能0小时后就开始？",
    ],
)
def test_at_once_is_when_work_begins(message):
    found = meaning(PLAN, Question(message))
    assert (found.kind, found.when) == ("not_then", (0, 0))


def test_at_once_is_when_somebody_works():
    assert meaning(DATED, Question("Why can't paint begin at once?")).when == (480, 480)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Why does weld start right at the beginning?", "why"),
        ("weld为什么一开始就做？", "why"),
        ("Why can't weld and paint be done at once?", "together"),
    ],
)
def test_what_begins_at_once_or_together_is_another_question(message, kind):
    assert meaning(PLAN, Question(message)).kind == kind


@pytest.mark.parametrize(
    ("message", "minute"),
    [
        ("Why not start paint at 0 h?", 0),
        ("Why can't paint start at hour 2?", 120),
        ("Why doesn't paint start after 1 hour?", 60),
    ],
)
def test_without_a_clock_a_time_is_as_the_plan_shows_it(message, minute):
    assert meaning(PLAN, Question(message)).when == (minute, minute)


@pytest.mark.parametrize(
    "message",
    [
        "What would it take to finish by 3 pm?",
        "Can everything be done by noon?",
        "Could we be done by Friday?",
        "Why can't paint start at 10:00?",
        "怎样才能在下午3点前全部做完？",
        "周五之前能全部完成吗？",
        "喷漆为什么不能上午10点开始？",
        "Why not do paint today?",
        "Why isn't paint done today?",
        "why not paint on Friday",
        "喷漆为什么不今天做",
        "喷漆今天为啥不做",
        "What if one of our people is away tomorrow?",
        "如果明天少一个人呢？",
    ],
)
def test_a_time_of_day_in_a_plan_without_a_clock_is_said_to_mean_nothing_there(message):
    with pytest.raises(PlanError) as raised:
        asked_for(PLAN, solve(PLAN), Question(message))
    assert raised.value.key == "no-clock-asked-of"
    assert "4.5 h" in raised.value.say("en")
    assert "4.5 小时" in raised.value.say("zh")


def test_a_time_that_is_not_known_leaves_the_question_why_it_is_as_it_is():
    found = asked_for(PLAN, solve(PLAN), Question("喷漆为什么不在这个月"))
    assert (found.kind, len(found.tasks)) == ("why", 1)


@pytest.mark.parametrize(
    "message",
    [
        "Why does 喷漆 have to wait for weld?",
        "Why must 喷漆 wait until weld is done?",
        "Why does 喷漆 depend on weld?",
        "Why does 喷漆 need weld first?",
        "为什么喷漆要等weld？",
        "喷漆为什么非得等weld做完？",
        "喷漆为什么被weld卡住了？",
    ],
)
def test_what_something_waits_for_comes_first(message):
    said = said_in(PLAN, Question(message))
    assert first_to_come(said.named, said.text) == ("weld", "喷漆")


def test_a_negative_duration_is_none():
    found = meaning(PLAN, Question("如果喷漆要做-2小时呢？"))
    assert [each.minutes for each in found.changes] == [-120]
