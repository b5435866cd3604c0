"""One more task for the plan, told like the first ones."""

import pytest

from tools.plan import Problem
from tools.plan.changes import AddTask
from tools.record import PlanError
from tools.wording.also import as_addition
from tools.wording.edits import edits


def plan(first: str, second: str) -> Problem:
    tasks = [
        {"name": first, "duration": 120, "demands": {"people": 2}},
        {"name": second, "duration": 60, "demands": {"people": 1}},
    ]
    return Problem.read({"tasks": tasks, "resources": [{"name": "people", "capacity": 3}]})


EN, ZH = plan("Weld", "Pack"), plan("焊接", "包装")


@pytest.mark.parametrize(
    ("message", "problem", "task"),
    [
        ("Also paint 3 hours, 1 person", EN, ("paint", 180, {"people": 1}, ())),
        ("Also paint for 3 hours after welding", EN, ("paint", 180, {}, ("Weld",))),
        ("And also clean the hall: 45 minutes", EN, ("clean the hall", 45, {}, ())),
        ("In addition we have to sand the frame, 30 min", EN, ("sand the frame", 30, {}, ())),
        ("还有喷漆3小时，1人，焊接之后", ZH, ("喷漆", 180, {"people": 1}, ("焊接",))),
        ("另外还要打磨30分钟", ZH, ("打磨", 30, {}, ())),
        ("Paint 3 hours after welding", EN, ("Paint", 180, {}, ("Weld",))),
        (
            "sand the frame, 30 min, 1 person, once welded",
            EN,
            ("sand the frame", 30, {"people": 1}, ("Weld",)),
        ),
        ("喷漆3小时，焊接之后", ZH, ("喷漆", 180, {}, ("焊接",))),
    ],
)
def test_what_is_also_to_be_done_is_added(message, problem, task) -> None:
    (change,) = edits(message, problem)
    assert isinstance(change, AddTask)
    added = change.task
    assert (added.name, added.duration, dict(added.demands), added.after) == task


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("Also make welding 3 hours", EN),
        ("Besides, welding takes 3 hours", EN),
        ("Also everything takes 10 minutes longer", EN),
        ("Also finish within 5 hours", EN),
        ("Also a break of 30 minutes at noon", EN),
        ("Also, 5 people", EN),
        ("Paint the fence, 2 hours", EN),
        ("Sure, 3 hours after welding", EN),
        ("about 2 hours after welding", EN),
        ("what if painting took 3 hours after welding?", EN),
        ("Packing 3 hours after welding", EN),
        ("it takes 3 hours after welding", EN),
        ("start 3 hours after welding", EN),
        ("大概3小时，焊接之后", ZH),
        ("包装3小时，焊接之后", ZH),
        ("休息3小时，焊接之后", ZH),
        ("另外焊接改成3小时", ZH),
        ("另外每天工作8小时", ZH),
        ("还有2小时", ZH),
        ("还有5个人", ZH),
    ],
)
def test_what_is_also_to_change_is_no_task(message, problem) -> None:
    assert as_addition(message, problem) == message
    try:
        found = edits(message, problem)
    except PlanError:
        return
    assert not any(isinstance(each, AddTask) for each in found)


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("add a 20 minute check after welding", EN),
        ("Add painting 20 min and testing 30 min, both after welding", EN),
        ("增加喷漆20分钟，焊接之后", ZH),
    ],
)
def test_an_order_to_add_is_left_as_it_is(message, problem) -> None:
    assert as_addition(message, problem) == message
