"""How much longer or shorter work takes, in parts of itself."""

import pytest
from plans import WORKSHOP

from tools.explain import answer
from tools.plan.changes import SetCapacity, SetDuration, SetPriority, apply
from tools.plan.rewrites import SetPace
from tools.question import Question
from tools.record import PlanError
from tools.solver import solve
from tools.studies.clock import Budget
from tools.telling import tell_explanation
from tools.wording.changes import changes
from tools.wording.wishes import wishes


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("What if everything takes 10 % longer?", 110),
        ("suppose all tasks were 20 percent faster", 80),
        ("Imagine every job ran over by a quarter.", 125),
        ("what if we cut all durations to 80 %?", 80),
        ("要是所有任务都多花10%的时间呢？", 110),
        ("如果每道工序都慢两成会怎样", 120),
        ("假如活儿都快百分之五", 95),
        ("全部任务都缩短三分之一的话？", 67),
        ("整体拖长一成半", 115),
        ("要是全部压到八成时间", 80),
        ("What if we had 20 % more people for everything?", None),
        ("What if everything costs 10 % more money?", None),
    ],
)
def test_all_work_takes_longer_or_shorter(text, percent):
    paces = [each for each in wishes(text, WORKSHOP) if isinstance(each, SetPace)]
    assert paces == ([] if percent is None else [SetPace(percent=percent)])


@pytest.mark.parametrize("text", ["What if painting takes 10 % longer?", "如果painting慢一成呢"])
def test_a_task_that_is_named_is_the_only_one(text):
    assert wishes(text, WORKSHOP) == (SetDuration(task="painting", minutes=198),)
    assert changes(text, WORKSHOP) == (SetDuration(task="painting", minutes=198),)


def test_other_wishes_beside_it_are_read_as_well():
    text = "What if everything takes 10 % longer and we have 20 people?"
    assert set(wishes(text, WORKSHOP)) == {
        SetPace(percent=110),
        SetCapacity(resource="people", capacity=20),
    }


def test_what_has_begun_keeps_its_time_and_other_ways_change_too():
    way = {"duration": 50}
    tasks = [
        {"name": "a", "duration": 30, "started": 0},
        {"name": "b", "duration": 15, "alternatives": [way]},
    ]
    problem = type(WORKSHOP).read({"tasks": tasks, "now": 5})
    begun, other = apply(problem, [SetPace(percent=110)]).tasks
    assert (begun.duration, other.duration, other.alternatives[0].duration) == (30, 17, 55)


def test_no_time_at_all_is_refused():
    with pytest.raises(PlanError) as refused:
        apply(WORKSHOP, [SetPace(percent=0)])
    assert refused.value.key == "bad-pace"


def test_the_answer_says_what_it_would_do():
    plan = solve(WORKSHOP)
    asked = Question("What if everything takes 10 % longer?", group="what_if")
    found = answer(WORKSHOP, plan, asked, Budget(1))
    told = tell_explanation(found, "en", WORKSHOP)
    assert "everything that has not begun taking 10 % longer" in told
    assert found.other.makespan == 132 + 198 + 66
    assert "多用 10% 的时间" in tell_explanation(found, "zh", WORKSHOP)


def test_a_priority_is_no_share_of_time():
    assert SetPriority(task="painting", priority=5) in wishes("painting at priority 5", WORKSHOP)


def test_how_much_is_asked_is_neither_more_nor_less():
    """多少 holds the signs for more and for less."""
    asked = (SetDuration(task="painting", minutes=20),)
    assert wishes("painting只花20分钟，后面能早多少", WORKSHOP) == asked
    assert changes("painting只花20分钟，后面能早多少", WORKSHOP) == asked
