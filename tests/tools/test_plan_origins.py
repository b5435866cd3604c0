"""Where values are from is known for as long as they are those values."""

import pytest

from tools.edit import edited
from tools.plan import Problem
from tools.plan.changes import (
    AddTask,
    Change,
    DropTask,
    SetCapacity,
    SetDuration,
    SetPriority,
    apply,
)
from tools.plan.rewrites import Rename, SetDemand, SetLimit, SwapTasks
from tools.table import read_problem, resource_rows, task_rows

SAID = Problem.read(
    {
        "start": "2026-11-24T08:00",
        "tasks": [
            {"name": "weld", "duration": 120, "demands": {"people": 3}, "deadline": 480},
            {"name": "paint", "duration": 60, "after": ["weld"], "demands": {"people": 1}},
        ],
        "resources": [{"name": "people", "capacity": 3}],
        "assumed": [
            {"field": "duration", "task": "paint"},
            {"field": "demand", "task": "paint", "resource": "people"},
            {"field": "capacity", "resource": "people"},
        ],
        "origins": [
            {"field": "duration", "task": "weld", "words": "2 hours"},
            {"field": "demand", "task": "weld", "resource": "people", "words": "3 people"},
            {"field": "deadline", "task": "weld", "words": "by 4 pm"},
        ],
    }
)


def words(problem: Problem) -> dict[tuple[str, str | None], str]:
    return {(each.field, each.task or each.resource): each.words for each in problem.origins}


def guessed(problem: Problem) -> set[tuple[str, str | None]]:
    return {(each.field, each.task or each.resource) for each in problem.assumed}


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        (SetDuration(task="weld", minutes=90), {("duration", "weld")}),
        (SetDemand(task="weld", resource="people", amount=2), {("demand", "weld")}),
        (SetLimit(task="weld", field="deadline"), {("deadline", "weld")}),
        (SetPriority(task="weld", priority=5), set()),
        (SwapTasks(task="weld", other="paint"), set()),
        (DropTask(task="weld"), set(words(SAID))),
    ],
)
def test_words_go_with_the_value_that_they_said(change: Change, gone: set[tuple[str, str]]) -> None:
    assert set(words(apply(SAID, [change]))) == set(words(SAID)) - gone


def test_what_is_supposed_is_assumed_no_longer() -> None:
    changes = [SetDuration(task="paint", minutes=90), SetCapacity(resource="people", capacity=5)]
    assert guessed(apply(SAID, changes)) == {("demand", "paint")}


def test_a_new_name_keeps_the_words_and_what_is_assumed() -> None:
    renamed = apply(SAID, [Rename(task="weld", name="Weld it"), Rename(task="paint", name="coat")])
    assert words(renamed)["duration", "Weld it"] == "2 hours"
    assert ("duration", "coat") in guessed(renamed)


def test_a_new_task_keeps_what_is_assumed_of_it() -> None:
    task = SAID.by_name["weld"].model_copy(update={"name": "check", "deadline": None})
    added = apply(SAID, [AddTask(task=task, assumed=("duration",))])
    assert ("duration", "check") in guessed(added)


def test_a_change_in_words_is_where_its_values_are_from() -> None:
    wanted = [SetDuration(task="paint", minutes=90), SetCapacity(resource="people", capacity=4)]
    changed = edited(SAID, wanted, "painting takes 90 minutes and we are four")
    said = words(changed)
    assert said["duration", "paint"] == said["capacity", "people"]
    assert said["duration", "paint"].startswith("painting takes 90")
    assert said["duration", "weld"] == "2 hours"
    again = edited(changed, [SetDuration(task="paint", minutes=30)], "make it 30 minutes")
    assert words(again)["duration", "paint"] == "make it 30 minutes"
    assert len([each for each in again.origins if each.task == "paint"]) == 1


@pytest.mark.parametrize(
    ("column", "cell", "gone"),
    [
        (1, "3 h", ("duration", "weld")),
        (2, "people × 2", ("demand", "weld")),
        (7, "", ("deadline", "weld")),
    ],
)
def test_a_cell_that_is_edited_has_no_words_any_more(
    column: int, cell: str, gone: tuple[str, str]
) -> None:
    rows = task_rows(SAID, "en")
    rows[0][column] = cell
    edited = read_problem(rows, resource_rows(SAID, "en"), SAID, "en")
    assert set(words(edited)) == set(words(SAID)) - {gone}


def test_a_name_that_is_edited_keeps_its_words() -> None:
    rows, pools = task_rows(SAID, "en"), resource_rows(SAID, "en")
    rows[0][0], rows[1][4], pools[0][0] = "solder", "solder", "crew"
    edited = read_problem(rows, pools, SAID, "en")
    assert words(edited) == {
        ("duration", "solder"): "2 hours",
        ("demand", "solder"): "3 people",
        ("deadline", "solder"): "by 4 pm",
    }


def test_the_table_marks_what_could_not_be_read_of_order_and_dates() -> None:
    unclear = [{"field": "order", "task": "weld"}, {"field": "deadline", "task": "paint"}]
    plan = Problem.read(SAID.model_dump() | {"assumed": unclear})
    rows = task_rows(plan, "en")
    assert (rows[0][4], rows[1][7]) == ("≈", "≈")
    assert guessed(read_problem(rows, resource_rows(plan, "en"), plan, "en")) == guessed(plan)
