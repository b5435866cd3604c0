"""What is said of another plan: three moves in a sentence, all of them in a table."""

import pytest

from tools.phrases import LANGUAGES
from tools.plan import Move, Problem
from tools.plan.changes import SetCapacity, SetPriority
from tools.reasons.comparison import Comparison
from tools.reasons.records import Explanation, NotThen, WhatIf
from tools.reasons.remedies import InTime
from tools.telling import tell_comparison, tell_explanation

DATED = Problem.read({"tasks": [{"name": "a", "duration": 1}], "start": "2026-11-23T08:00"})


def comparison(*moves: Move, **facts: object) -> Comparison:
    values = {"goal": "makespan", "before": 240, "after": 240, "least": 0, "most": 0}
    ends = {"end_before": 240, "end_after": 240}
    return Comparison.read(values | ends | {"moves": moves} | facts)


MANY = [Move(task=name, before=60, after=240 - 10 * place) for place, name in enumerate("abcd")]


def test_three_moves_are_said_and_all_of_more_stand_in_a_table():
    few = tell_comparison(comparison(*MANY[:3]), "en", DATED)
    assert few.endswith("3 tasks move: a 09:00 → 12:00, b 09:00 → 11:50 and c 09:00 → 11:40.")
    told = tell_comparison(comparison(*MANY), "en", DATED)
    assert "4 tasks move: a 09:00 → 12:00, b 09:00 → 11:50, c 09:00 → 11:40 and 1 more." in told
    assert told.split("\n\n")[1].splitlines() == [
        "| Task | Before | After |",
        "|---|---|---|",
        "| a | 09:00 | 12:00 |",
        "| b | 09:00 | 11:50 |",
        "| c | 09:00 | 11:40 |",
        "| d | 09:00 | 11:30 |",
    ]


def test_a_what_if_has_before_and_after_side_by_side():
    moves = (Move(task="a|b", before=0, after=60, others=True),)
    facts = {"end_after": 300, "goal": "cost", "before": 600, "after": 1200}
    compared = comparison(*moves, **facts, least=600, most=600)
    what_if = WhatIf(changes=(SetCapacity(resource="van", capacity=2),), comparison=compared)
    told = tell_explanation(Explanation(certificate=what_if), "en", DATED)
    assert told.splitlines()[2:] == [
        "| Task | Before | After |",
        "|---|---|---|",
        "| end of the plan | 12:00 | 13:00 |",
        "| cost | 10 | 20 |",
        "| a\\|b | 08:00 | 09:00 (by others) |",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_what_if_that_changes_nothing_has_no_table(language):
    what_if = WhatIf(changes=(SetCapacity(resource="van", capacity=2),), comparison=comparison())
    assert "|" not in tell_explanation(Explanation(certificate=what_if), language, DATED)


def test_tasks_that_only_others_do_are_counted_apart_from_those_that_move():
    moves = [*MANY[:1], *(Move(task=name, before=5, after=5, others=True) for name in "xy")]
    told = tell_comparison(comparison(*moves), "en", DATED)
    assert told.endswith("One task moves: a 09:00 → 12:00. 2 tasks are done by others: x and y.")
    told = tell_comparison(comparison(*moves), "zh", DATED)
    assert told.endswith("有 1 项任务变动：a 09:00 → 12:00。有 2 项任务换人做：x 和 y。")


def test_chinese_sentences_follow_each_other_without_blanks():
    told = tell_comparison(comparison(*MANY[:1]), "zh", DATED)
    assert told == "全部完成的时间不变，仍是 12:00。有 1 项任务变动：a 09:00 → 12:00。"


@pytest.mark.parametrize(
    ("after", "said"),
    [(240, "全部完成的时间不变，仍是 4 小时。"), (300, "全部完成的时间由 4 小时 变为 5 小时。")],
)
def test_an_end_that_is_counted_from_the_start_is_a_length_of_time_in_chinese(after, said):
    assert tell_comparison(comparison(end_after=after), "zh").startswith(said)
    assert "after" in tell_comparison(comparison(end_after=after), "en")


@pytest.mark.parametrize(("problem", "said"), [(DATED, "is 11:00."), (None, "is 3 h.")])
def test_the_earliest_end_that_was_found_is_a_moment_not_a_delay(problem, said):
    facts = InTime(limit=60, end=240, soonest=180)
    told = tell_explanation(Explanation(certificate=facts), "en", problem)
    assert f"the earliest end that I found {said}" in told


@pytest.mark.parametrize(
    ("fixed", "en", "zh"),
    [
        (True, "**a** starts at 12:00, as you fixed it.", "12:00开始，这是您规定的时间。"),
        (False, "you asked that it not start before 12:00.", "您要求它不早于 12:00 开始。"),
    ],
)
def test_a_wish_that_was_left_aside_is_the_one_that_was_said(fixed, en, zh):
    asked = {"task": "a", "start": 240, "first": 60, "last": 60}
    facts = NotThen(**asked, lifted=240, fixed=fixed, comparison=comparison())
    assert en in tell_explanation(Explanation(certificate=facts), "en", DATED)
    assert zh in tell_explanation(Explanation(certificate=facts), "zh", DATED)


def test_a_part_of_a_day_that_was_asked_about_is_said_as_such():
    asked = {"task": "a", "start": 60, "first": 240, "last": 599}
    facts = Explanation(certificate=NotThen(**asked, comparison=comparison()))
    assert "Solved again with its start between 12:00 and 18:00:" in tell_explanation(
        facts, "en", DATED
    )
    assert "让它在12:00 到 18:00 之间开始" in tell_explanation(facts, "zh", DATED)


def test_a_what_if_in_chinese_is_a_whole_sentence():
    changes = (SetCapacity(resource="people", capacity=2), SetPriority(task="a", priority=9))
    what_if = WhatIf(changes=changes, comparison=comparison())
    told = tell_explanation(Explanation(certificate=what_if), "zh", DATED)
    assert told.startswith("如果有 2 个人，“a”的优先级为 9，重新求解的结果是：")
