"""Follow-ups that say who does not do a task, or how one is not to be done, drop and assign nothing
by mistake; two orders in one sentence are both read, each about its own task."""

from datetime import datetime

import pytest
from runtimes import left, runtime

from tools.edit import edit_tasks
from tools.plan import Problem
from tools.plan.beginnings import SetHours, SetStart
from tools.plan.changes import Change, DropTask, SetDuration, SetPriority
from tools.plan.regroups import Assign, Finish, SplitTask
from tools.plan.rewrites import SetDemand, SetWait, SwapTasks
from tools.record import PlanError
from tools.wording.edits import edits
from tools.wording.followups import is_edit


def plan(*names: str, ann: str = "Ann", bob: str = "Bob") -> Problem:
    weld, paint, count, pack, deliver = names
    return Problem.read(
        {
            "start": "2026-11-24T08:00",
            "tasks": [
                {"name": weld, "duration": 120, "demands": {"people": 3, ann: 1}},
                {"name": paint, "duration": 61, "demands": {"people": 2}, "after": [weld]},
                {"name": count, "duration": 45, "demands": {"people": 1}},
                {"name": pack, "duration": 30, "after": [paint]},
                {"name": deliver, "duration": 90, "demands": {ann: 1}, "after": [pack]},
            ],
            "resources": [
                {"name": "people", "capacity": 5},
                {"name": ann, "kind": "people"},
                {"name": bob, "kind": "people"},
            ],
        }
    )


PLAN = plan("welding", "painting", "stock count", "packing", "delivery")
ZH = plan("焊接", "喷漆", "盘点", "打包", "送货", ann="张三", bob="李四")


def of(message: str) -> Problem:
    return PLAN if message.isascii() else ZH


def done_by(task: str, who: str, *instead: str) -> Assign:
    return Assign(task=task, who=who, instead=instead)


@pytest.mark.parametrize(
    ("message", "key"),
    [
        ("Ann will not do the delivery", "who-instead"),
        ("Ann no longer does the delivery", "who-instead"),
        ("remove Ann from the delivery", "who-instead"),
        ("delivery without Ann", "who-instead"),
        ("张三不做送货了", "who-instead"),
        ("送货不要张三", "who-instead"),
        ("不用张三送货", "who-instead"),
        ("张三没有送货", "who-instead"),
        ("delivery is not done by Ann any more", "who-instead"),
        ("Ann does the stock count instead of the delivery", "who-instead"),
        ("Bob does not do the delivery", "not-done-by"),
        ("李四不做送货", "not-done-by"),
        ("no painting for Bob", "not-done-by"),
        ("Bob does delivery and Ann painting and Bob", "who-does-which"),
    ],
)
def test_whoever_does_a_task_no_longer_is_asked_about(message: str, key: str) -> None:
    with pytest.raises(PlanError) as error:
        edits(message, of(message))
    assert error.value.key == key
    assert is_edit(message, of(message))


ORDERS: dict[str, list[Change]] = {
    "Ann no longer does the welding": [SetDemand(task="welding", resource="Ann", amount=0)],
    "Ann should not do the delivery, Bob should": [done_by("delivery", "Bob", "Ann")],
    "delivery is done by Bob, not by Ann": [done_by("delivery", "Bob", "Ann")],
    "Bob takes over for Ann on the delivery": [done_by("delivery", "Bob", "Ann")],
    "move the delivery from Ann to Bob": [done_by("delivery", "Bob", "Ann")],
    "张三不做送货，李四做": [done_by("送货", "李四", "张三")],
    "Bob does the delivery and Ann the stock count": [
        done_by("delivery", "Bob", "Ann"), done_by("stock count", "Ann", "people")],
    "Bob does the delivery, Ann the stock count": [
        done_by("delivery", "Bob", "Ann"), done_by("stock count", "Ann", "people")],
    "李四做送货，张三做盘点": [
        done_by("送货", "李四", "张三"), done_by("盘点", "张三", "people")],
    "don't start delivery before the stock count is done": [
        SetWait(task="delivery", other="stock count")],
    "don't do the stock count any more": [DropTask(task="stock count")],
    "make Bob do delivery and drop the count": [
        done_by("delivery", "Bob", "Ann"), DropTask(task="stock count")],
    "Bob does the delivery and painting takes 3 hours": [
        done_by("delivery", "Bob", "Ann"), SetDuration(task="painting", minutes=180)],
    "Bob does the delivery and packing waits for the stock count": [
        done_by("delivery", "Bob", "Ann"), SetWait(task="packing", other="stock count")],
    "start at 9 tomorrow and drop packing": [
        SetStart(start=datetime(2026, 11, 25, 9)), DropTask(task="packing")],
    "we work 8 to 16 and painting takes 3 hours": [
        SetHours(hours=((480, 960),), days=("mon", "tue", "wed", "thu", "fri"), assumed=True),
        SetDuration(task="painting", minutes=180)],
    "swap welding and painting and drop packing": [
        SwapTasks(task="welding", other="painting"), DropTask(task="packing")],
    "split painting in two and drop packing": [
        SplitTask(task="painting", parts=2), DropTask(task="packing")],
    "welding is done and painting takes 3 hours": [
        Finish(task="welding", started=0, ended=0), SetDuration(task="painting", minutes=180)],
    "明天九点开始并去掉打包": [
        SetStart(start=datetime(2026, 11, 25, 9)), DropTask(task="打包")],
    "welding takes 4 hours and needs 2 people": [
        SetDemand(task="welding", resource="people", amount=2),
        SetDuration(task="welding", minutes=240)],
    "stock count first, delivery last": [
        SetWait(task="welding", other="stock count"),
        SetWait(task="delivery", other="stock count")],
    "welding, painting and packing are done": [
        Finish(task=name, started=0, ended=0) for name in ("welding", "painting", "packing")],
    "painting and packing can wait": [
        SetPriority(task="painting", priority=1), SetPriority(task="packing", priority=1)],
    "喷漆和打包都可以等": [
        SetPriority(task="喷漆", priority=1), SetPriority(task="打包", priority=1)],
    "packing isn't urgent": [SetPriority(task="packing", priority=1)],
    "打包不用着急": [SetPriority(task="打包", priority=1)],
    "welding can't wait": [SetPriority(task="welding", priority=9)],
    "打包不可以等": [SetPriority(task="打包", priority=9)],
    "喷漆加20分钟": [SetDuration(task="喷漆", minutes=81)],
    "给喷漆加半小时": [SetDuration(task="喷漆", minutes=91)],
    "add 20 minutes to painting": [SetDuration(task="painting", minutes=81)],
    "喷漆再加两个人": [SetDemand(task="喷漆", resource="people", amount=4)],
    "all tasks need 2 people": [
        SetDemand(task=name, resource="people", amount=2)
        for name in PLAN.by_name if name != "painting"],
    "drop packing, Bob says it is not needed": [DropTask(task="packing")],
    "welding and painting take 3 and 2 hours respectively": [
        SetDuration(task="welding", minutes=180), SetDuration(task="painting", minutes=120)],
    "焊接和喷漆分别是3小时和2小时": [
        SetDuration(task="焊接", minutes=180), SetDuration(task="喷漆", minutes=120)],
    "packing and painting need 2 and 3 people respectively": [
        SetDemand(task="packing", resource="people", amount=2),
        SetDemand(task="painting", resource="people", amount=3)],
    "焊接减半小时": [SetDuration(task="焊接", minutes=90)],
    "焊接加到4小时": [SetDuration(task="焊接", minutes=240)],
    "李四也做喷漆，张三不做焊接": [
        done_by("喷漆", "李四"), SetDemand(task="焊接", resource="张三", amount=0)],
    "painting is not needed": [DropTask(task="painting")],
    "don't wait for the painting": [SetWait(task="packing", other="painting", waits=False)],
    "焊接最多3小时": [SetDuration(task="焊接", minutes=180)],
    "welding takes more than 3 hours": [SetDuration(task="welding", minutes=180)],
    "送货由两个人做": [SetDemand(task="送货", resource="people", amount=2)],
}  # fmt: skip


@pytest.mark.parametrize(("message", "wanted"), ORDERS.items())
def test_what_is_left_of_it_is_read(message: str, wanted: list[Change]) -> None:
    assert list(edits(message, of(message))) == wanted


@pytest.mark.parametrize(
    "message",
    ["don't do the stock count first", "don't do the stock count today", "先别做盘点",
     "do not do welding and painting at the same time", "焊接和喷漆不要同时做", "不要最后做盘点",
     "Bob can do the delivery", "给李四送货", "Bob: delivery", "Bob does the stock count first",
     "don't drop the painting", "never drop painting", "don't forget the painting",
     "don't swap welding and painting", "don't give the delivery to Bob", "不要去掉打包",
     "don't let Bob do the stock count", "别对调焊接和喷漆", "不要把喷漆改成3小时", "喷漆不取消",
     "welding no longer takes 3 hours", "welding should not take more than 3 hours",
     "焊接不需要3小时", "no delivery today", "delivery is not done",
     "do welding and the stock count together with Ann",
     "the welding inspector can wait outside"],
)  # fmt: skip
def test_how_a_task_is_not_done_or_who_could_do_it_changes_nothing(message: str) -> None:
    with pytest.raises(PlanError) as error:
        edits(message, of(message))
    assert error.value.key == "which-edit-of"
    assert not is_edit(message, of(message))


@pytest.mark.parametrize(
    ("message", "key"),
    [
        ("welding can wait 2 hours", "wait-until"),
        ("打包可以等两小时", "wait-until"),
        ("打包晚一小时", "start-not-set"),
        ("delay packing by an hour", "start-not-set"),
        ("painting must not start before welding is done", "waits-already"),
        ("add a second painting, 20 minutes", "task-there"),
        ("再加一个喷漆，20分钟", "task-there"),
        ("drop packing or painting", "which-of"),
        ("welding and painting take 3 hours, 2 hours and 1 hour respectively", "which-edit-of"),
        ("去掉打包或者喷漆", "which-of"),
        ("no, 3 hours and 4 people", "which-corrected"),
        ("sorry, 3 people", "which-corrected"),
    ],
)
def test_what_is_meant_otherwise_is_asked_about(message: str, key: str) -> None:
    with pytest.raises(PlanError) as error:
        edits(message, of(message))
    assert error.value.key == key


TWO = Problem.read(
    {
        "tasks": [
            {"name": "paint the door", "duration": 60},
            {"name": "paint the frame", "duration": 40},
            {"name": "sand the door", "duration": 30},
        ]
    }
)


@pytest.mark.parametrize(
    "message",
    ["painting takes 2 hours", "the door takes 2 hours", "painting is done",
     "split the painting in two", "the door can wait", "drop the painting"],
)  # fmt: skip
def test_a_word_that_fits_two_tasks_is_asked_about(message: str) -> None:
    with pytest.raises(PlanError) as error:
        edits(message, TWO)
    assert error.value.key == "which-of"


def test_a_word_that_only_one_task_has_is_its_name() -> None:
    assert edits("the frame takes 2 hours", TWO) == (
        SetDuration(task="paint the frame", minutes=120),
    )


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("let Bob do the delivery, 2 hours",
         "Changed: “delivery” done by Bob instead of Ann. I did not understand “2 hours”;"
         " that changed nothing."),
        ("Bob does the delivery before the stock count",
         "Changed: “stock count” waiting for “delivery”. I did not understand what Bob has to do"
         " with it; if Bob is to do a task, say “Bob does stock count”."),
        ("等焊接做完了李四去送货",
         "已修改：“送货”等“焊接”完成后开始。 没有看懂这和李四有什么关系；如果是由李四来做，"
         "请说“李四做送货”。"),
        ("split painting in two, half an hour apart",
         "Changed: “painting” in 2 equal parts, from “painting 1/2” to “painting 2/2”. I did not"
         " understand “half an hour apart”; that changed nothing."),
    ],
)  # fmt: skip
def test_what_was_passed_over_is_said(message: str, words: str) -> None:
    language = "en" if message.isascii() else "zh"
    update = left(edit_tasks.func("change", runtime(message, language, problem=of(message))))
    assert update["words"] == words


def test_a_task_cannot_be_called_as_another_one() -> None:
    update = left(edit_tasks.func("change", runtime("rename welding to painting", problem=PLAN)))
    assert update["words"].startswith("There is a task called “painting” already")
