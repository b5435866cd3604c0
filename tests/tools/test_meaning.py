"""What a question asks for: a kind only where it has what it needs, and a question back if not."""

import pytest

from tools.meaning import Question, meaning
from tools.plan import Problem
from tools.plan.changes import DropTask, SetCapacity
from tools.record import PlanError

SHOP = Problem.read(
    {
        "start": "2026-11-24T08:00",
        "tasks": [
            {"name": "weld rack", "duration": 60, "demands": {"people": 2}},
            {"name": "paint doors", "duration": 60, "skills": {"paint": 1}},
            {"name": "paint frame", "duration": 60, "demands": {"booth": 1}},
            {"name": "pack", "duration": 30, "demands": {"people": 1}},
        ],
        "resources": [
            {"name": "people", "capacity": 3},
            {"name": "booth"},
            {"name": "Ann", "kind": "people", "skills": ["paint"]},
        ],
    }
)


@pytest.mark.parametrize(
    ("message", "kind", "tasks"),
    [
        ("Why is packing so late?", "why", ("pack",)),
        ("Why does everything take until the afternoon?", "overall", ()),
        ("why is weld rack before pack", "order", ("weld rack", "pack")),
        ("Why is pack after weld rack?", "order", ("weld rack", "pack")),
        ("Why can't we pack at 9:00?", "not_then", ("pack",)),
        ("What priority does pack need to come first?", "first_by", ("pack",)),
        ("What would it take to be done by 10:00?", "in_time", ()),
        ("where is the bottleneck", "helps", ()),
        ("Why is Ann painting the doors and nobody else?", "who", ("paint doors",)),
        ("Why not weld the rack and pack at the same time?", "together", ("weld rack", "pack")),
        ("what has changed compared to the plan before?", "changed", ()),
    ],
)
def test_a_question_is_of_its_kind_and_about_its_tasks(message, kind, tasks):
    found = meaning(SHOP, Question(message))
    assert (found.kind, found.tasks) == (kind, tasks)


def test_a_moment_and_a_person_are_part_of_it():
    assert meaning(SHOP, Question("Why can't we pack at 9:00?")).when == (60, 60)
    assert meaning(SHOP, Question("Why is Ann painting the doors?")).who == "Ann"
    assert meaning(SHOP, Question("What would it take to be done by 10:00?")).limit == 120


def test_what_would_be_different_is_read():
    found = meaning(SHOP, Question("What if we had 5 people and did not pack?"))
    assert set(found.changes) == {
        SetCapacity(resource="people", capacity=5),
        DropTask(task="pack"),
    }


def test_the_words_that_a_model_copied_help_where_the_message_says_too_little():
    assert meaning(SHOP, Question("why is that so?", tasks="pack", group="why")).tasks == ("pack",)
    found = meaning(SHOP, Question("and then?", change="5 people", group="what_if"))
    assert found.changes == (SetCapacity(resource="people", capacity=5),)


@pytest.mark.parametrize(
    ("message", "key"),
    [
        ("Why is painting so late?", "which-of"),
        ("Why is the varnishing so late?", "unknown-task"),
        ("What if it rains?", "which-change"),
    ],
)
def test_what_is_missing_is_asked_for(message, key):
    with pytest.raises(PlanError) as caught:
        meaning(SHOP, Question(message))
    assert caught.value.key == key
