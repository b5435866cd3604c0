"""What a message announces: how many tasks, and who is there for them."""

from datetime import datetime

import pytest

from tools.intake.inputs import take_text
from tools.parse import notes_of, read_tasks
from tools.plan import PEOPLE, Problem
from tools.prose.clock import Clock
from tools.prose.headline import announced, closing, roster
from tools.prose.totals import total_places
from tools.telling.intake import tell_notes

TUESDAY = Clock(datetime(2026, 11, 24, 8, 0))


def read(text: str) -> Problem:
    return read_tasks([], take_text(text), TUESDAY)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Eight jobs for our move, 5 people. Packing: 3 hours.", 8),
        ("Seven steps for the audit, team of three: 1. collect 2h", 7),
        ("六件事，我们五个人：打包3小时", 6),
        ("审计七步，三个人做：1. 收发票2小时", 7),
        ("Packing: 3 hours, 2 people.", None),
        ("第三步：打包3小时", None),
        ("停机10分钟，加油20分钟。前一步做完才能做后一步。", None),
    ],
)
def test_how_many_tasks_a_message_says_it_has(text, count):
    assert announced(text) == count


@pytest.mark.parametrize(
    ("text", "crew"),
    [
        ("Eight jobs for our move, 5 people. Packing: 3 hours, 2 people.", {PEOPLE: 5}),
        (
            "Five jobs, one electrician and two helpers. Pull cables: 3 hours.",
            {"electrician": 1, PEOPLE: 2},
        ),
        (
            "Vaccination day. Two nurses and one doctor. Prepare the fridge 20 min.",
            {"nurse": 2, "doctor": 1},
        ),
        ("Milling: 2 h.\nWe have one lathe and 2 people.", {PEOPLE: 2}),
        ("六件事，我们五个人：打包3小时要两个人；装车90分钟。", {PEOPLE: 5}),
        ("接种日，两个护士一个医生。备冰箱20分钟。核对1小时，一个护士。", {"护士": 2, "医生": 1}),
        ("Clean the windows, two helpers. 2 hours.", {}),
        ("Two nurses: change the beds, 40 min. One doctor: round, 1 hour.", {}),
        ("Sorting is for two clerks. Stamping next.", {}),
        ("We have to send two people to the site. 1 hour.", {}),
        ("1）点钞15分钟\n2）存银行30分钟\n1和2各一个人。", {}),
    ],
)
def test_who_is_there_is_told_apart_from_who_is_needed(text, crew):
    assert {each.noun: each.amount for each in roster(text)} == crew


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Four of us are cleaning the school: chairs an hour, mopping an hour.", 4),
        ("就我们俩。洗滤网半小时，补货45分钟。", 2),
        ("选举完我们四个人打扫学校：码椅子一个小时，拖大厅一个半小时。", 4),
    ],
)
def test_so_many_of_us_are_all_there_are(text, amount):
    assert [many for _, many in total_places(text)] == [amount]


def test_the_crew_of_a_headline_is_what_there_is():
    problem = read(
        "Three jobs, 5 people. Packing: 3 hours, 2 people. Loading: 90 minutes, 4 people."
    )
    assert problem.capacity == {PEOPLE: 5}
    assert [task.demands[PEOPLE] for task in problem.tasks] == [2, 4]


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        (
            "Three jobs, 5 people. Packing: 3 hours. Loading: 90 minutes.",
            "en",
            "You speak of 3 tasks, and I found 2.",
        ),
        ("三件事，五个人：打包3小时；装车90分钟。", "zh", "原文说有 3 项任务，读到的是 2 项。"),
    ],
)
def test_it_is_said_if_another_number_of_tasks_was_found(text, language, said):
    taken = take_text(text)
    assert tell_notes(notes_of(taken, read(text)), language).startswith(said)


def test_nothing_is_said_if_all_that_were_announced_were_found():
    text = "Two jobs, 5 people. Packing: 3 hours. Loading: 90 minutes."
    assert notes_of(take_text(text), read(text)) == ()


@pytest.mark.parametrize(
    ("text", "people", "oven"),
    [
        ("Bake bread 40 min in the oven, make salad 20 min. One oven, four people.", 4, 1),
        ("盘点现金1小时，更新海报30分钟，客户回访2小时。员工3名，保安1名。", 3, None),
    ],
)
def test_a_last_sentence_that_only_counts_says_how_many_there_are(text, people, oven):
    problem = read(text)
    assert (problem.capacity[PEOPLE], problem.capacity.get("oven")) == (people, oven)
    assert all("保安" not in task.demands for task in problem.tasks)


def test_a_last_sentence_behind_a_single_task_says_what_that_needs():
    assert closing("Paint the hall for 3 hours. Two painters, one ladder.") == []
