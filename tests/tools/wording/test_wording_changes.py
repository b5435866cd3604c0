import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tools.plan import Problem
from tools.plan.changes import (
    Change,
    DropTask,
    SetCapacity,
    SetDeadline,
    SetDuration,
    SetPriority,
    apply,
)
from tools.record import PlanError
from tools.wording.changes import changes

PROBLEM = Problem.read(
    {
        "tasks": [
            {"name": "焊接", "duration": 120, "demands": {"people": 5}},
            {"name": "喷涂", "duration": 180, "after": ["焊接"]},
            {"name": "装配", "duration": 60, "after": ["喷涂"]},
            {"name": "welding", "duration": 100},
            {"name": "paint the door", "duration": 100},
            {"name": "stock count", "duration": 60},
            {"name": "shelve the goods", "duration": 60},
        ],
        "resources": [{"name": "people", "capacity": 15}],
    }
)
CLINIC = Problem.read(
    {
        "tasks": [{"name": "抽血", "duration": 10}, {"name": "triage", "duration": 5}],
        "resources": [
            {"name": "nurses", "capacity": 4},
            {"name": "CT机", "capacity": 1},
            {"name": "forklift", "capacity": 2},
        ],
    }
)


def people(capacity: int) -> SetCapacity:
    return SetCapacity(resource="people", capacity=capacity)


CASES: dict[str, list[Change]] = {
    "what if we had 20 people?": [people(20)], "如果有20个人呢": [people(20)],
    "20个人呢？": [people(20)], "with only 8 people": [people(8)], "如果只有10个人": [people(10)],
    "增加到20人": [people(20)], "减少到8人": [people(8)], "what if there were 8 of us": [people(8)],
    "再多两个人": [people(17)], "增加两个人": [people(17)], "如果我们多招3个人": [people(18)],
    "人手增加3个": [people(18)], "三个人来帮忙": [people(18)],
    "if two more people came": [people(17)],
    "one more person": [people(16)], "another worker": [people(16)], "add 3 workers": [people(18)],
    "hire two nurses": [people(17)], "少两个人呢": [people(13)], "人少两个": [people(13)],
    "两个人请假": [people(13)], "one person fewer": [people(14)], "two people less": [people(13)],
    "if we had 1 fewer person": [people(14)], "lose one technician": [people(14)],
    "what if two people are off sick": [people(13)], "0 people": [people(0)],
    "少20个人": [people(-5)], "再多两个人，再多一个人": [people(18)],
    "如果喷涂只要2小时": [SetDuration(task="喷涂", minutes=120)],
    "喷涂缩短1小时": [SetDuration(task="喷涂", minutes=120)],
    "喷涂缩短到1小时": [SetDuration(task="喷涂", minutes=60)],
    "喷涂多半小时呢": [SetDuration(task="喷涂", minutes=210)],
    "what if welding takes 90 minutes": [SetDuration(task="welding", minutes=90)],
    "welding 30 minutes longer": [SetDuration(task="welding", minutes=130)],
    "welding takes half an hour less": [SetDuration(task="welding", minutes=70)],
    "welding and painting take 2 hours": [
        SetDuration(task="welding", minutes=120), SetDuration(task="paint the door", minutes=120)],
    "if painting had priority 9": [SetPriority(task="paint the door", priority=9)],
    "把焊接的优先级改成8": [SetPriority(task="焊接", priority=8)],
    "如果焊接优先级最高": [SetPriority(task="焊接", priority=9)],
    "set the priority of welding to 9": [SetPriority(task="welding", priority=9)],
    "make welding urgent": [SetPriority(task="welding", priority=9)],
    "不做装配会怎样": [DropTask(task="装配")], "装配取消呢": [DropTask(task="装配")],
    "without the stock count": [DropTask(task="stock count")],
    "skip shelving": [DropTask(task="shelve the goods")],
    "what if welding were skipped": [DropTask(task="welding")],
    "drop welding and the stock count": [DropTask(task="welding"), DropTask(task="stock count")],
    "喷涂必须在3小时内完成": [SetDeadline(task="喷涂", minute=180)],
    "welding must be done within 4 hours": [SetDeadline(task="welding", minute=240)],
    "如果喷涂只要2小时，再多两个人，不做装配": [
        SetDuration(task="喷涂", minutes=120), people(17), DropTask(task="装配")],
    "what if welding takes 90 minutes and we have 20 people": [
        SetDuration(task="welding", minutes=90), people(20)],
    "如果喷涂只要2个人": [], "为什么焊接在喷涂之前": [], "why is welding first?": [], "hello": [],
    "为什么这样安排": [], "": [],
}  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES.items())
def test_changes(message: str, expected: list[Change]) -> None:
    assert list(changes(message, PROBLEM)) == expected


@pytest.mark.parametrize(
    ("message", "resource", "capacity"),
    [
        ("3 forklifts", "forklift", 3),
        ("two more forklifts", "forklift", 4),
        ("如果有3台CT机", "CT机", 3),
        ("one more nurse", "nurses", 5),
        ("what if we had 6 people", "nurses", 6),
        ("少一名护士", "nurses", 3),
    ],
)
def test_a_noun_finds_its_resource(message: str, resource: str, capacity: int) -> None:
    assert changes(message, CLINIC) == (SetCapacity(resource=resource, capacity=capacity),)


def test_a_noun_without_a_resource_changes_nothing() -> None:
    assert changes("what if we had two ovens", CLINIC) == ()


def test_who_waited_for_a_dropped_task_waits_for_what_it_awaited() -> None:
    left = apply(PROBLEM, [DropTask(task="喷涂")])
    assert left.by_name["装配"].after == ("焊接",)
    assert "喷涂" not in left.by_name


def test_changes_are_made_all_together() -> None:
    wanted = changes("如果喷涂只要2小时，再多两个人，焊接优先级9", PROBLEM)
    changed = apply(PROBLEM, wanted)
    assert changed.by_name["喷涂"].duration == 120
    assert changed.by_name["焊接"].priority == 9
    assert changed.capacity == {"people": 17}


def test_a_senseless_change_is_refused_by_the_domain() -> None:
    with pytest.raises(PlanError):
        apply(PROBLEM, changes("with only 3 people", PROBLEM))
    with pytest.raises(PlanError):
        apply(PROBLEM, changes("喷涂缩短5小时", PROBLEM))


def test_changes_go_to_json_and_back() -> None:
    adapter: TypeAdapter[Change] = TypeAdapter(Change)
    for change in changes("如果喷涂只要2小时，再多两个人，不做装配", PROBLEM):
        assert adapter.validate_json(adapter.dump_json(change)) == change


@given(st.text())
def test_any_text_is_read_without_fail(text: str) -> None:
    changes(text, PROBLEM)


@pytest.mark.parametrize("piece", ["焊接和", "，", "再多两个人，", "不做焊接", "5 people ", "two "])
def test_long_junk_is_read_to_its_end(piece: str) -> None:
    changes((piece * 20_000)[:20_000], PROBLEM)
