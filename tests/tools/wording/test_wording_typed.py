"""Edits as they are typed in a hurry, and people and trades that are told apart in them."""

import pytest

from tools.plan import Problem
from tools.plan.changes import AddTask, Away, SetCapacity, SetDuration, SetPriority
from tools.plan.regroups import Assign, Together
from tools.plan.rewrites import SetDemand, SetWait
from tools.wording.edits import edits
from tools.wording.typed import written_out

DAY = 24 * 60
WEDNESDAY = DAY - 8 * 60
"""Minute at which it begins."""


def plan(cut, weld, paint, glaze, plates, pack, welder, painter, nils, jonas):
    def task(name, minutes, resource, amount=1, *after):
        return {"name": name, "duration": minutes, "demands": {resource: amount}, "after": after}

    return Problem.read(
        {
            "start": "2026-11-24T08:00",
            "tasks": [
                task(cut, 120, "people", 2),
                task(weld, 60, welder, 1, cut),
                task(paint, 90, painter, 1, weld),
                task(glaze, 120, "people"),
                task(plates, 45, nils),
                task(pack, 30, "people", 1, paint, glaze),
            ],
            "resources": [
                {"name": "people", "capacity": 4, "kind": "people"},
                {"name": welder, "kind": "people"},
                {"name": painter, "capacity": 2, "kind": "people"},
                {"name": nils, "kind": "people"},
                {"name": jonas, "kind": "people"},
            ],
        }
    )


EN = plan(
    "cutting the frames",
    "welding the hinges",
    "painting",
    "glazing",
    "make the plates",
    "packing",
    "welder",
    "painter",
    "Nils",
    "Jonas",
)
ZH = plan("切框", "焊合页", "刷漆", "安玻璃", "做铭牌", "打包", "焊工", "油漆工", "老聂", "老乔")


def test_what_is_typed_in_a_hurry_is_written_out_but_not_in_names():
    assert written_out("jonas ooo tmrw, paint w/ 3 ppl, cant wait", []) == (
        "jonas away tomorrow, paint with  3 people, can't wait"
    )
    assert written_out("Drop the OOO note", ["the OOO note"]) == "Drop the OOO note"


@pytest.mark.parametrize(
    ("words", "change"),
    [
        (
            "glazing cant start before cutting the frames is done",
            SetWait(task="glazing", other="cutting the frames"),
        ),
        (
            "jonas ooo (tomorrow)",
            Away(resource="Jonas", start=WEDNESDAY, end=WEDNESDAY + DAY),
        ),
        (
            "cutting w/ 3 ppl",
            SetDemand(task="cutting the frames", resource="people", amount=3),
        ),
        (
            "Jonas shall make the plates",
            Assign(task="make the plates", who="Jonas", instead=("Nils",)),
        ),
    ],
)
def test_edits_as_staff_type_them(words, change):
    assert edits(words, EN) == (change,)


@pytest.mark.parametrize(
    ("problem", "words", "change"),
    [
        (
            EN,
            "make it two painters for painting",
            SetDemand(task="painting", resource="painter", amount=2),
        ),
        (
            EN,
            "two painters on painting pls",
            SetDemand(task="painting", resource="painter", amount=2),
        ),
        (EN, "we have one more welder", SetCapacity(resource="welder", capacity=2)),
        (ZH, "刷漆两个油漆工", SetDemand(task="刷漆", resource="油漆工", amount=2)),
        (ZH, "多一个焊工", SetCapacity(resource="焊工", capacity=2)),
    ],
)
def test_a_trade_that_has_its_own_pool_is_not_anybody(problem, words, change):
    assert edits(words, problem) == (change,)


@pytest.mark.parametrize(
    ("problem", "words", "who", "first"),
    [
        (EN, "only 1 painter tmrw", "painter", WEDNESDAY),
        (EN, "we're only 3 today", "people", 0),
        (ZH, "明天只有一个油漆工", "油漆工", WEDNESDAY),
        (ZH, "今天就我们3个人", "people", 0),
    ],
)
def test_fewer_on_one_day_are_fewer_on_that_day_only(problem, words, who, first):
    (change,) = edits(words, problem)
    assert isinstance(change, Away)
    assert (change.resource, change.amount, change.start) == (who, 1, first)
    assert change.end == first + (WEDNESDAY if first == 0 else DAY)


def test_so_many_people_until_a_day_are_no_deadline():
    assert all(each.kind != "deadline" for each in edits("we have only 3 people until friday", EN))


def test_a_word_for_urgent_alone_is_a_priority():
    assert edits("刷漆急", ZH) == (SetPriority(task="刷漆", priority=9),)
    assert edits("刷漆不急", ZH) == (SetPriority(task="刷漆", priority=1),)


def test_two_tasks_done_at_once_start_together():
    (change,) = edits("焊合页和刷漆同时干", ZH)
    assert isinstance(change, Together)


def test_also_with_a_duration_adds_a_task():
    added, *_ = edits("also cleaning the shop 30 min 1 person at the end", EN)
    assert isinstance(added, AddTask)
    assert (added.task.name, added.task.duration) == ("cleaning the shop", 30)
    assert edits("also packing takes 20 min", EN) == (SetDuration(task="packing", minutes=20),)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("打包1h改2h，喷漆40min改1h", "打包改成2h，喷漆改成1h"),
        ("打包1小时改为2小时", "打包改成2小时"),
        ("打包3人改4人", "打包改成4人"),
        ("打包改3小时", "打包改3小时"),
    ],
)
def test_what_was_until_now_is_no_order(text, full):
    assert written_out(text, ["打包", "喷漆"]) == full
