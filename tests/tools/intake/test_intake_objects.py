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
