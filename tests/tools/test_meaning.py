"""What a question asks for: a kind only where it has what it needs, and a question back if not."""

import numpy as np
import pytest

from tools.kinds.labels import LABELS
from tools.meaning import meaning, wanted
from tools.plan import Problem
from tools.plan.changes import AddTask, Away, DropTask, SetCapacity, SetDuration
from tools.question import Question
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
        ("What if packing took longer?", "which-change"),
        ("What if Zoe is off tomorrow?", "no-such-person"),
        ("如果包装久一点呢？", "which-change"),
        ("Why is the painting so late?", "which-of"),
        ("为什么喷漆这么晚？", "unknown-task"),
    ],
)
def test_what_is_missing_is_asked_for(message, key):
    with pytest.raises(PlanError) as caught:
        meaning(SHOP, Question(message))
    assert caught.value.key == key


@pytest.mark.parametrize(
    "message", ["如果小王周三不在呢？", "那小王周三生病了呢？", "What if Ann is away on Wednesday?"]
)
def test_who_is_there_and_away_on_a_day_needs_a_plan_with_days(message):
    people = [{"name": name, "kind": "people"} for name in ("小王", "Ann")]
    tasks = [{"name": "焊接", "duration": 60, "demands": {"小王": 1}}]
    plan = Problem.read({"tasks": tasks, "resources": people})
    with pytest.raises(PlanError) as caught:
        meaning(plan, Question(message))
    assert caught.value.key == "no-clock-asked"


def test_without_somebody_is_as_if_they_were_away():
    found = meaning(SHOP, Question("What happens without Ann?"))
    assert found.changes == meaning(SHOP, Question("What if Ann is away?")).changes


def sounds_lacking(_):
    """What is made of messages from which something is missing."""
    return np.array([20 if label == "ask" else 0 for label in LABELS], dtype=np.float32)


@pytest.mark.parametrize(
    ("message", "kind"),
    [("what if packing takes 2 hours?", "what_if"), ("why is packing last?", "why")],
)
def test_what_only_sounds_as_if_something_were_missing_is_answered(message, kind):
    shares = wanted(message, SHOP, sounds_lacking)
    assert max(shares, key=lambda label: shares[label]) == "ask"
    assert meaning(SHOP, Question(message, classify=sounds_lacking)).kind == kind


def test_a_resource_is_no_likeness_of_a_task():
    clinic = Problem.read(
        {
            "start": "2026-11-24T08:00",
            "tasks": [
                {"name": "CT scan", "duration": 60},
                {"name": "Prepare theatre", "duration": 45},
            ],
            "resources": [{"name": "theatre"}, {"name": "scanner"}],
        }
    )
    found = meaning(clinic, Question("Why is the CT scan not on Wednesday? The theatre is free."))
    assert (found.kind, found.tasks) == ("not_then", ("CT scan",))
    found = meaning(clinic, Question("What if the theatre is closed on Tuesday?"))
    assert found.changes == (Away(resource="theatre", start=0, end=960),)


@pytest.mark.parametrize(
    ("message", "changes"),
    [
        ("如果包装压缩到二十分钟", (SetDuration(task="包装", minutes=20),)),
        ("如果焊接从两小时缩短为一个半小时", (SetDuration(task="焊接", minutes=90),)),
        ("如果焊接要一小时二十，会怎样", (SetDuration(task="焊接", minutes=80),)),
        ("如果再招两个人能快多少", (SetCapacity(resource="people", capacity=5),)),
        ("要是不包装了会怎样", (DropTask(task="包装"),)),
        (
            "What if we had a headcount of six plus 焊接 done in 30 minutes?",
            (SetCapacity(resource="people", capacity=6), SetDuration(task="焊接", minutes=30)),
        ),
    ],
)
def test_wishes_are_read_as_people_put_them(message, changes):
    tasks = [{"name": "焊接", "duration": 120}, {"name": "包装", "duration": 60}]
    plan = Problem.read({"tasks": tasks, "resources": [{"name": "people", "capacity": 3}]})
    assert meaning(plan, Question(message)).changes == changes


def test_a_job_that_is_squeezed_in_is_a_new_task():
    found = meaning(SHOP, Question("插一个静电检查，半小时，要两个人，会怎样"))
    (added,) = found.changes
    assert isinstance(added, AddTask)
    assert (added.task.duration, dict(added.task.demands)) == (30, {"people": 2})


@pytest.mark.parametrize(
    "message",
    [
        "How many more people so that pack is done by 10:00?",
        "要增加几个人，pack 才能在10点前完成？",
    ],
)
def test_one_task_may_have_to_be_in_time(message):
    found = meaning(SHOP, Question(message))
    assert (found.kind, found.tasks, found.limit) == ("in_time", ("pack",), 120)


@pytest.mark.parametrize(
    "message", ["Why are only 3 people working at 10:00?", "为什么10点只有3个人在干活？"]
)
def test_a_question_about_how_many_there_are_supposes_nothing(message):
    with pytest.raises(PlanError) as asked_back:
        meaning(SHOP, Question(message))
    assert asked_back.value.key == "why-so-many"
    assert asked_back.value.say("zh") != asked_back.value.say("en")


YARD = Problem.read(
    {
        "tasks": [
            {"name": "布线", "duration": 60, "skills": {"电工": 1}},
            {"name": "打扫", "duration": 60, "demands": {"people": 1}},
            {"name": "Drive", "duration": 60, "demands": {"people": 1}},
        ],
        "resources": [
            {"name": "people", "capacity": 3},
            {"name": "小李", "skills": ["电工"]},
            {"name": "crane"},
        ],
    }
)


@pytest.mark.parametrize(
    ("message", "kind", "tasks", "foil"),
    [
        ("why can't pack come last?", "last", ("pack",), False),
        ("why not put pack last", "last", ("pack",), False),
        ("Why pack first?", "first", ("pack",), False),
        ("Why is pack not first?", "first", ("pack",), True),
        ("why not weld rack before pack", "order", ("weld rack", "pack"), True),
        ("why is weld rack before pack and not after", "order", ("weld rack", "pack"), False),
        ("what would help more, another person or pack in half the time?", "helps", (), False),
    ],
)
def test_another_place_in_the_order_is_asked_about(message, kind, tasks, foil):
    found = meaning(SHOP, Question(message))
    assert (found.kind, found.tasks, found.foil) == (kind, tasks, foil)


@pytest.mark.parametrize(
    ("message", "kind"), [("为什么打扫不能排在最后", "last"), ("凭什么先打扫？", "first")]
)
def test_another_place_in_the_order_is_asked_about_in_chinese(message, kind):
    found = meaning(YARD, Question(message))
    assert (found.kind, found.tasks) == (kind, ("打扫",))


def test_so_many_hours_after_the_start_are_a_time():
    found = meaning(YARD, Question("why can't Drive begin 3 hours after the start?"))
    assert (found.kind, found.when) == ("not_then", (180, 180))


@pytest.mark.parametrize(
    ("message", "who"),
    [
        ("Why is Peter not the one who does Drive?", "Peter"),
        ("为什么让小赵做布线，不让小李？", "小赵"),
        ("如果小周请假呢", "小周"),
        ("小赵能不能做打扫", "小赵"),
    ],
)
def test_somebody_whom_the_plan_does_not_know_is_said_to_be_unknown(message, who):
    with pytest.raises(PlanError) as caught:
        meaning(YARD, Question(message))
    assert (caught.value.key, caught.value.values["who"]) == ("no-such-person", who)


def test_why_something_is_idle_supposes_nothing():
    with pytest.raises(PlanError) as caught:
        meaning(SHOP, Question("why is the booth idle today?"))
    assert (caught.value.key, caught.value.values["tasks"]) == ("why-idle", "paint frame")
    assert "没有任务需要它" in PlanError("why-idle", resource="crane", tasks="none").say("zh")


def test_names_in_a_question_back_stand_in_the_signs_of_the_language():
    with pytest.raises(PlanError) as caught:
        meaning(YARD, Question("为什么拆台在最后？"))
    assert caught.value.say("zh").endswith("任务。现有任务：布线、打扫、Drive。")
    assert "“拆台”" in caught.value.say("zh")
    assert "布线, 打扫, Drive" in caught.value.say("en")


@pytest.mark.parametrize(
    "message",
    [
        "suppose nobody is free for packing before 10:00",
        "what if the pack can't be done by 10:00?",
        "如果pack在10点之前做不完呢",
        "what if we had a bigger pack",
    ],
)
def test_what_is_not_known_to_be_a_change_is_asked_back(message):
    """It was taken for a deadline, or for a question about the order."""
    with pytest.raises(PlanError) as caught:
        meaning(SHOP, Question(message))
    assert caught.value.key == "which-change"


def test_an_earlier_deadline_is_supposed_and_no_other_start():
    found = meaning(
        YARD.replace_task("布线", deadline=600), Question("布线期限提前到5小时内行不行")
    )
    assert found.kind == "what_if"
