"""Tasks that are named in the other language than the plan: only where it is certain."""

import pytest

from tools.meaning import meaning
from tools.plan import Problem
from tools.plan.changes import DropTask, SetDuration
from tools.plan.rewrites import SetDemand
from tools.question import Question
from tools.record import PlanError
from tools.wording.trades import in_plans_words, trades


def plan(*names: str) -> Problem:
    tasks = [{"name": name, "duration": 60, "demands": {"people": 1}} for name in names]
    return Problem.read({"tasks": tasks, "resources": [{"name": "people", "capacity": 2}]})


ENGLISH = plan("cutting", "printing", "binding", "Packing", "shipping", "Paint doors")
CHINESE = plan("焊接", "喷漆", "装配", "打包", "发货", "印刷")


@pytest.mark.parametrize(
    ("problem", "message", "kind", "tasks"),
    [
        (ENGLISH, "打包为什么这么晚？", "why", ("Packing",)),
        (ENGLISH, "为什么装订在打包前面", "order", ("binding", "Packing")),
        (ENGLISH, "怎样才能让包装排在裁切前面", "first_by", ("Packing", "cutting")),
        (CHINESE, "Why is packing so late?", "why", ("打包",)),
        (CHINESE, "why is welding before packing?", "order", ("焊接", "打包")),
        (CHINESE, "Why not spray painting first?", "first", ("喷漆",)),
    ],
)
def test_one_word_for_the_same_work_is_the_task(problem, message, kind, tasks):
    found = meaning(problem, Question(message))
    assert (found.kind, found.tasks) == (kind, tasks)


def test_what_would_be_different_about_it_is_read_with_it():
    found = meaning(ENGLISH, Question("如果印刷要5小时，装订3个人呢"))
    assert set(found.changes) == {
        SetDuration(task="printing", minutes=300),
        SetDemand(task="binding", resource="people", amount=3),
    }
    dropped = meaning(CHINESE, Question("what if we skip packing?"))
    assert dropped.changes == (DropTask(task="打包"),)


@pytest.mark.parametrize(
    ("problem", "message"),
    [
        (ENGLISH, "焊接为什么这么晚"),
        (ENGLISH, "喷漆为什么这么晚"),
        (ENGLISH, "质检为什么这么晚"),
        (CHINESE, "why is binding so late?"),
        (plan("打包", "包装", "发货"), "why is packing so late?"),
        (plan("Pack", "Packing", "Shipping"), "打包为什么这么晚"),
        (plan("Packing gifts", "Shipping"), "打包为什么这么晚"),
    ],
)
def test_what_is_not_certain_is_asked_back(problem, message):
    """It is not there, or would be two, or only a part of a name."""
    with pytest.raises(PlanError) as caught:
        meaning(problem, Question(message))
    assert caught.value.key in ("unknown-task", "which-of", "which-task")


@pytest.mark.parametrize(
    ("problem", "message"),
    [
        (ENGLISH, "印刷机坏了怎么办"),
        (ENGLISH, "外包装箱什么时候到"),
        (plan("裁切", "打包"), "what if we are cutting one person"),
        (plan("裁切", "打包"), "cutting the staff in half, then what?"),
        (plan("包装", "装车"), "包装为什么在装车前面"),
    ],
)
def test_a_word_that_means_something_else_is_left_as_it_is(problem, message):
    assert in_plans_words(message, problem) == message


def test_no_word_is_said_of_two_kinds_of_work():
    words = [word for trade in trades() for word in (*trade.english, *trade.chinese)]
    assert len(words) == len(set(words))
