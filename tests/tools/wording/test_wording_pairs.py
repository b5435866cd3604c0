"""Two changes in one sentence, of every pair of kinds, in both orders and languages: neither is
lost beside the other. The plan begins on Tuesday 24 November 2026 at 8:00."""

from itertools import permutations

import pytest

from tools.meaning import meaning
from tools.plan import Problem
from tools.plan.changes import (
    AddTask,
    Away,
    Change,
    DropTask,
    LongerShift,
    OpenDay,
    SetCapacity,
    SetDeadline,
    SetDuration,
    SetPriority,
)
from tools.plan.rewrites import SetDemand
from tools.question import Question
from tools.record import PlanError
from tools.wording.wishes import wishes

HOUR = 60
WEEK = ["mon", "tue", "wed", "thu", "fri"]


def shop(cutting, printing, binding, packing, shipping, press, ann, room) -> Problem:
    hours = [{"days": WEEK, "start": "08:00", "end": "17:00"}]
    return Problem.read(
        {
            "start": "2026-11-24T08:00",
            "tasks": [
                {"name": cutting, "duration": 120, "demands": {"people": 1}},
                {"name": printing, "duration": 240, "demands": {"people": 2, press: 1}},
                {"name": binding, "duration": 180, "demands": {"people": 1}},
                {"name": packing, "duration": 60, "demands": {"people": 2}},
                {"name": shipping, "duration": 60, "demands": {"people": 1}},
            ],
            "resources": [
                {"name": "people", "capacity": 4, "calendar": room},
                {"name": press, "capacity": 2},
                {"name": ann, "kind": "people"},
            ],
            "calendars": [{"name": room, "hours": hours}],
        }
    )


NAMES = {
    "en": ("cutting", "printing", "binding", "packing", "shipping", "press", "Ann", "workshop"),
    "zh": ("裁切", "印刷", "装订", "打包", "发货", "印刷机", "安娜", "车间"),
}
PLANS = {language: shop(*names) for language, names in NAMES.items()}


def meant(language: str) -> dict[str, Change | None]:
    cutting, printing, binding, packing, shipping, press, ann, room = NAMES[language]
    return {
        "demand": SetDemand(task=binding, resource="people", amount=3),
        "people": SetCapacity(resource="people", capacity=6),
        "machines": SetCapacity(resource=press, capacity=3),
        "duration": SetDuration(task=printing, minutes=5 * HOUR),
        "longer": SetDuration(task=packing, minutes=2 * HOUR),
        "away": Away(resource=ann, start=16 * HOUR, end=40 * HOUR),
        "priority": SetPriority(task=packing, priority=9),
        "deadline": SetDeadline(task=shipping, minute=28 * HOUR),
        "drop": DropTask(task=cutting),
        "shift": LongerShift(calendar=room, minutes=HOUR),
        "open": OpenDay(calendar=room, day="sat"),
        "add": None,
    }


CLAUSES = {
    "en": {
        "demand": ["binding 3 people", "binding needs 3 people", "3 people on binding"],
        "people": ["two more people", "we had 6 people", "people go up to 6"],
        "machines": ["one more press", "we had 3 presses"],
        "duration": ["printing takes 5 hours", "printing 5 hours"],
        "longer": ["packing an hour longer", "packing takes an hour more"],
        "away": ["Ann is away tomorrow", "Ann off tomorrow"],
        "priority": ["packing has priority 9", "packing priority 9"],
        "deadline": [
            "shipping has to be done by noon tomorrow",
            "shipping by noon tomorrow",
        ],
        "drop": ["cutting is dropped", "no cutting", "we skip cutting"],
        "shift": ["the workshop stays open an hour longer", "workshop an hour longer each day"],
        "open": ["we open on Saturday", "everyone works on Saturdays", "we also work Saturday"],
        "add": [
            "a new task labelling of 2 hours is added",
            "we add a task labelling of 2 hours",
        ],
    },
    "zh": {
        "demand": ["装订3个人", "装订要3个人", "装订需要三个人", "装订用3个人"],
        "people": ["再多两个人", "人员增加到6个", "我们有6个人"],
        "machines": ["印刷机多一台", "有3台印刷机"],
        "duration": ["印刷要5小时", "印刷5小时"],
        "longer": ["打包多一个小时", "打包延长一小时"],
        "away": ["安娜明天不在", "安娜明天请假"],
        "priority": ["打包优先级9", "打包的优先级改成9"],
        "deadline": ["发货明天中午前完成", "发货必须明天中午前做完"],
        "drop": ["裁切不做了", "取消裁切"],
        "shift": ["车间每天延长一小时", "车间每天多开一个小时"],
        "open": ["我们周六也上班", "周六营业", "星期六大家加班"],
        "add": ["增加一个贴标任务，要2小时", "加一个任务贴标2小时"],
    },
}
JOINS = {
    "en": [
        "what if {} and {}?",
        "what if {}, {}?",
        "What would happen if {} and also {}?",
        "suppose {}; {}",
    ],
    "zh": ["如果{}，{}呢？", "如果{}、{}会怎么样？", "要是{}，而且{}呢", "假如{}，{}，结果如何"],
}


def pairs():
    for language, clauses in CLAUSES.items():
        for number, (one, other) in enumerate(permutations(clauses, 2)):
            for turn, join in enumerate(JOINS[language][number % 2 :: 2]):
                first = clauses[one][(number + turn) % len(clauses[one])]
                last = clauses[other][(number // 3 + turn) % len(clauses[other])]
                yield pytest.param(language, {one, other}, join.format(first, last))


@pytest.mark.parametrize(("language", "kinds", "message"), list(pairs()))
def test_neither_of_two_changes_is_lost(language, kinds, message):
    found = wishes(message, PLANS[language])
    added = [each for each in found if isinstance(each, AddTask)]
    assert [each.task.duration for each in added] == [120] * ("add" in kinds)
    wanted = {each for kind in kinds if (each := meant(language)[kind])}
    assert {each for each in found if each not in added} == wanted


def demand(task: str, amount: int, resource: str = "people") -> SetDemand:
    return SetDemand(task=task, resource=resource, amount=amount)


@pytest.mark.parametrize(
    ("language", "message", "changes"),
    [
        ("en", "what if binding needs one more person", [demand("binding", 2)]),
        ("en", "what if printing was done with three people", [demand("printing", 3)]),
        ("en", "what if printing needs 2 presses?", [demand("printing", 2, "press")]),
        ("en", "what if 3 people did the binding", [demand("binding", 3)]),
        (
            "en",
            "binding needs 3 people and packing 4",
            [demand("binding", 3), demand("packing", 4)],
        ),
        (
            "en",
            "what if printing takes 5 hours and 3 people?",
            [SetDuration(task="printing", minutes=300), demand("printing", 3)],
        ),
        ("zh", "如果给装订派三个人", [demand("装订", 3)]),
        ("zh", "三个人做装订会不会快一点", [demand("装订", 3)]),
        ("zh", "装订和打包各要3个人呢", [demand("装订", 3), demand("打包", 3)]),
        (
            "zh",
            "如果印刷要5小时，3个人呢",
            [SetDuration(task="印刷", minutes=300), demand("印刷", 3)],
        ),
    ],
)
def test_how_many_a_task_holds_is_a_change(language, message, changes):
    assert set(wishes(message, PLANS[language])) == set(changes)


@pytest.mark.parametrize(
    "message", ["one more person on binding", "what if binding had one more person"]
)
def test_one_more_beside_a_task_may_only_help(message):
    """Whether it then takes less time is not said, so that it is asked."""
    assert wishes(message, PLANS["en"]) == ()


def test_what_a_new_task_needs_ends_where_another_takes_time():
    added, longer = wishes("add a task proof 2 hours 2 people, and pack takes 5 hours", PLANS["en"])
    assert (added.task.duration, added.task.demands) == (120, {"people": 2})
    assert longer == SetDuration(task="packing", minutes=300)


def test_of_what_is_left_out_nobody_is_needed():
    found = wishes("what if we drop cutting and have five people", PLANS["en"])
    assert set(found) == {DropTask(task="cutting"), SetCapacity(resource="people", capacity=5)}


def test_so_many_more_than_there_are_up_to_a_number():
    found = wishes("suppose our people go up to 6", PLANS["en"])
    assert found == (SetCapacity(resource="people", capacity=6),)


def test_what_is_not_to_be_pushed_is_not_left_out():
    (added,) = wishes(
        "could we squeeze in a proof, 30 minutes, without pushing packing?", PLANS["en"]
    )
    assert (added.task.name, added.task.duration) == ("proof", 30)


@pytest.mark.parametrize(
    ("language", "message", "unread"),
    [
        ("en", "what if Ann is off tomorrow and works on Saturday", "works on Saturday"),
        ("zh", "如果安娜明天请假，周六上班呢", "周六上班"),
    ],
)
def test_work_of_one_person_on_a_further_day_is_told_and_is_not_everybodys(
    language, message, unread
):
    question = meaning(PLANS[language], Question(message, group="what_if"))
    assert question.changes == (meant(language)["away"],)
    assert question.unread == (unread,)


@pytest.mark.parametrize(
    "hours", [[], [{"days": [*WEEK, "sat"], "start": "08:00", "end": "17:00"}]]
)
def test_work_on_a_day_that_is_open_anyway_makes_no_absence_longer(hours):
    data = PLANS["en"].model_dump(mode="json")
    data["calendars"] = [{"name": "workshop", "hours": hours}] if hours else []
    data["resources"][0]["calendar"] = "workshop" if hours else None
    found = wishes("what if Ann is off tomorrow and we open on Saturday?", Problem.read(data))
    assert found == (meant("en")["away"],)


@pytest.mark.parametrize(
    ("language", "message", "unread"),
    [
        ("en", "what if printing takes 5 hours and gluing 3 hours?", "gluing 3 hours"),
        (
            "en",
            "what if gluing needs 3 people and printing takes 5 hours?",
            "gluing needs 3 people",
        ),
        ("en", "printing takes 5 hours, but Bill is away tomorrow?", "Bill is away tomorrow"),
        ("en", "what if printing takes 5 hours and gluing is dropped", "gluing is dropped"),
        (
            "en",
            "what if one more person on binding, and printing takes 5 hours",
            "one more person on binding",
        ),
        (
            "en",
            "what if a photo shoot of 2 hours is added and printing takes 5 hours",
            "a photo shoot of 2 hours is added",
        ),
        ("zh", "如果印刷要5小时，上胶3小时呢", "上胶3小时"),
        ("zh", "如果上胶要3个人，印刷5小时呢", "上胶要3个人"),
        ("zh", "如果印刷5小时，老王明天不在呢", "老王明天不在"),
        ("zh", "如果印刷5小时，上胶优先级9呢", "上胶优先级9"),
    ],
)
def test_what_is_said_of_something_else_is_told_and_not_taken_for_a_task(language, message, unread):
    """It was taken to be said of the printing, or of everybody, or lost."""
    found = meaning(PLANS[language], Question(message, group="what_if"))
    printing = NAMES[language][1]
    assert found.changes == (SetDuration(task=printing, minutes=300),)
    assert found.unread == (unread,)


@pytest.mark.parametrize(
    "message",
    [
        "what if Ann is away tomorrow, does packing still end by noon?",
        "what if packing takes twice as long, up from an hour to two?",
        "the client is in a hurry, what if packing has priority 9",
    ],
)
def test_what_is_asked_and_what_gives_a_reason_is_no_change_that_was_lost(message):
    assert meaning(PLANS["en"], Question(message, group="what_if")).unread == ()


def test_a_task_that_is_not_there_is_asked_for():
    with pytest.raises(PlanError) as caught:
        meaning(PLANS["en"], Question("what if gluing needs 3 people?"))
    assert (caught.value.key, caught.value.values["task"]) == ("unknown-task", "gluing")
