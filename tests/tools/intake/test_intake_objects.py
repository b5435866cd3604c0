"""JSON that others wrote, in files and pasted: read as a table, whose headings are its keys."""

import json
from typing import Any

import pytest

from tools.files import read_data
from tools.intake.inputs import holds_plan, take_text
from tools.plan import Problem
from tools.record import PlanError
from tools.telling.intake import tell_notes

WELD = [
    {"task": "weld", "duration": "2h", "people": 3},
    {"task": "paint", "duration": "1h", "depends_on": ["weld"], "people": 1},
]
OURS = '{"tasks": [{"name": "weld", "duration": 120, "after": []}]}'
FOREIGN: list[Any] = [
    WELD,
    {"tasks": WELD},
    {"project": {"items": WELD}},
    [
        {"taskName": "weld", "estimated_hours": 2, "people": 3},
        {"taskName": "paint", "estimated_hours": 1, "predecessors": "weld", "people": 1},
    ],
    {"任务": [
        {"名称": "weld", "时长": "2小时", "人数": 3},
        {"名称": "paint", "时长": "1小时", "前置任务": "weld", "人数": 1},
    ]},
]  # fmt: skip


def values(problem: Problem | None) -> list[Any]:
    assert problem is not None
    return [(t.name, t.duration, dict(t.demands), t.after) for t in problem.tasks]


@pytest.mark.parametrize("value", FOREIGN)
def test_lists_of_others_are_read_as_a_table_pasted_and_in_a_file(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False)
    expected = [("weld", 120, {"people": 3}, ()), ("paint", 60, {"people": 1}, ("weld",))]
    assert holds_plan(text)
    assert values(take_text(text).problem) == expected
    assert values(read_data(text.encode(), ".json", "plan.json")) == expected


@pytest.mark.parametrize(
    "text", [f"Plan this: {OURS}", f"```json\n{OURS}\n```", f"请安排：\n```\n{OURS}\n```"]
)
def test_our_own_json_may_stand_in_a_text(text: str) -> None:
    assert holds_plan(text)
    assert values(take_text(text).problem) == [("weld", 120, {}, ())]


def test_what_stands_beside_it_is_read_for_people_or_told_of() -> None:
    taken = take_text(f"{json.dumps(WELD)}\nWe are 6 people.")
    assert taken.problem is not None
    assert taken.problem.capacity["people"] == 6
    told = tell_notes(take_text(f"{OURS} We are 6 people.").notes, "en")
    assert told == "What is written beside the plan was not read."


def test_further_lists_are_resources_or_told_of() -> None:
    value = {"tasks": [{"task": "weld", "hours": 2, "needs": {"press": 2}}]}
    value |= {"resources": [{"name": "press", "number": 3}], "risks": [{"risk": "rain"}]}
    taken = take_text(json.dumps(value))
    assert taken.problem is not None
    assert taken.problem.capacity["press"] == 3
    assert "Not read: “risks”" in tell_notes(taken.notes, "en")


@pytest.mark.parametrize("slip", ["durration", "priorty"])
def test_a_slip_in_our_own_is_refused_by_its_name(slip: str) -> None:
    task = {"name": "weld", "duration": 60, slip: 5}
    if slip == "durration":
        del task["duration"]
    with pytest.raises(PlanError, match=r"durr?ation|priorty"):
        take_text(json.dumps({"tasks": [task]}))


@pytest.mark.parametrize("text", ['config {"a": 1}. Welding takes 2 hours', "[x] weld 2 h"])
def test_other_braces_are_words(text: str) -> None:
    assert not holds_plan(text)
    assert take_text(text).problem is None


def read(*rows: dict[str, Any], **more: Any) -> Problem:
    problem = take_text(json.dumps({"tasks": list(rows), **more} if more else rows)).problem
    assert problem is not None
    return problem


@pytest.mark.parametrize(
    ("needs", "wanted"),
    [
        ({"people": "3"}, {"people": 3}),
        ({"people": 3.0, "press": 1}, {"people": 3, "press": 1}),
        ({"press": True, "mill": False}, {"press": 1}),
        ({"press": None, "mill": 2}, {"mill": 2}),
        ([{"resource": "press", "amount": 2}, {"resource": "mill"}], {"press": 2, "mill": 1}),
    ],
)  # fmt: skip
def test_amounts_in_an_object_are_of_what_they_stand_at(needs: Any, wanted: dict) -> None:
    problem = read({"task": "weld", "duration": "2h", "demands": needs})
    assert dict(problem.by_name["weld"].demands) == wanted


def test_whole_numbers_may_have_a_point() -> None:
    task = read({"task": "weld", "duration": 90.0, "priority": 2.0}).by_name["weld"]
    assert (task.duration, task.priority) == (90, 2)


def test_tasks_are_waited_for_by_what_they_are_known_by() -> None:
    problem = read(
        {"id": "T1", "task": "weld, then cool", "duration": "2h"},
        {"id": "T2", "task": "paint", "duration": "1h", "dependencies": ["T1"]},
        {"id": "T3", "task": "pack", "duration": "1h", "dependencies": ["T1", "T2"]},
    )
    assert [task.after for task in problem.tasks[1:]] == [
        ("weld, then cool",),
        ("weld, then cool", "paint"),
    ]


def test_hours_and_absences_are_read_from_objects() -> None:
    problem = read(
        {"name": "weld", "duration": "2h", "demands": {"press": 1}},
        start="2026-11-30T08:00",
        resources=[
            {"name": "press", "calendar": "c", "absences": [{"start": 0, "end": "2026-12-01"}]}
        ],
        calendars=[
            {
                "name": "c",
                "hours": [
                    {"days": ["mon", "tue"], "start": "08:00", "end": "12:00"},
                    {"days": ["fri"], "start": "09:00", "end": "11:00"},
                ],
            }
        ],
    )
    said = [(each.days, each.start, each.end) for each in problem.calendars[0].hours]
    assert said == [(("mon", "tue"), "08:00", "12:00"), (("fri",), "09:00", "11:00")]
    assert len(problem.resource["press"].absences) == 1


def nested(depth: int, begin: str, end: str) -> str:
    return begin * depth + "1" + end * depth


@pytest.mark.parametrize("inner", [nested(400, "[", "]"), nested(400, '{"a": ', "}")])
def test_what_is_nested_deeply_is_left_out(inner: str) -> None:
    taken = take_text(f'[{{"task": "weld", "duration": "2h", "note": {inner}}}]')
    assert values(taken.problem) == [("weld", 120, {}, ())]
    assert tell_notes(taken.notes, "en") == "Not read: “note”."


def test_more_keys_than_a_table_has_columns_are_refused() -> None:
    rows = [{f"key {at}": at, "task": f"t{at}", "duration": "1h"} for at in range(300)]
    with pytest.raises(PlanError, match="more than 200 columns"):
        read(*rows)


def test_how_many_people_there_are_is_not_told_to_be_left_out() -> None:
    value = {"任务": [{"名称": "焊接", "时长": "2小时", "人数": 3}], "总人数": 10, "备注": "无"}
    taken = take_text(json.dumps(value, ensure_ascii=False))
    assert taken.problem is not None
    assert taken.problem.capacity["people"] == 10
    assert tell_notes(taken.notes, "zh") == "计划表里没有读的行：“备注”。"


@pytest.mark.parametrize("between", ["\n", ",\n"])
def test_objects_one_behind_the_other_are_a_list(between: str) -> None:
    text = between.join(json.dumps(row) for row in WELD)
    assert values(take_text(text).problem)[1][0] == "paint"
    around = take_text(f"Plan:\n{text}\nWe are 6 people.").problem
    assert around is not None
    assert around.capacity["people"] == 6
    assert values(take_text(json.dumps(WELD[0])).problem) == [("weld", 120, {"people": 3}, ())]


def test_a_key_that_stands_twice_is_refused_in_a_plan_and_nowhere_else() -> None:
    twice = '{"a": 1, "a": 2}'
    assert take_text(f"Weld 2h. Settings: {twice}").problem is None
    with pytest.raises(PlanError, match="'duration' appears twice"):
        take_text('Plan: {"tasks": [{"name": "x", "duration": 1, "duration": 2}]}')
