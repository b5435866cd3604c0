"""Questions in other words, and what is not in the plan."""

import pytest

from tools.meaning import meaning
from tools.plan import Problem
from tools.question import Question
from tools.record import PlanError
from tools.wording.foreign import foreign
from tools.wording.names import mentions
from tools.wording.questions import tasks_in
from tools.wording.strangers import is_another, stranger, subject

SHOP = Problem.read(
    {
        "start": "2026-11-24T08:00",  # a Tuesday
        "tasks": [
            {"name": "paint doors", "duration": 60},
            {"name": "fit hinges", "duration": 60, "skills": {"fit": 1}},
            {"name": "final check", "duration": 30},
            {"name": "fire check", "duration": 30},
            {"name": "焊接", "duration": 60},
            {"name": "凭证扫描", "duration": 60},
        ],
        "resources": [{"name": "Ann", "skills": ["fit"]}, {"name": "Ben", "skills": ["fit"]}],
    }
)


@pytest.mark.parametrize(
    ("message", "key"),
    [
        ("Why is the check so late?", "which-of"),
        ("Why is there no sanding before fit hinges?", "unknown-task"),
        ("为什么基因测序排在焊接前面？", "unknown-task"),
        ("Why is the varnishing so late?", "unknown-task"),
        ("为什么喷漆这么晚？", "unknown-task"),
        ("Why does fit hinges come before polishing?", "unknown-task"),
        ("What if painting the doors took longer?", "which-change"),
        ("What if Dr Brown is away?", "no-such-person"),
    ],
)
def test_what_is_not_in_the_plan_is_asked_back(message, key):
    with pytest.raises(PlanError) as caught:
        meaning(SHOP, Question(message))
    assert caught.value.key == key


TESTS = Problem.read({"tasks": [{"name": n, "duration": 9} for n in ("Load test", "负载测试")]})


@pytest.mark.parametrize(
    "message", ["Why is the penetration test so late?", "为什么渗透测试这么晚？"]
)
def test_another_word_makes_another_task_of_it(message):
    with pytest.raises(PlanError) as caught:
        meaning(TESTS, Question(message))
    assert caught.value.key == "unknown-task"


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("Why is the final test so late?", "Load test"),
        ("Why is the test so late?", "Load test"),
        ("为什么测试这么晚？", "负载测试"),
    ],
)
def test_a_word_that_only_says_which_makes_no_other_task_of_it(message, name):
    assert meaning(TESTS, Question(message)).tasks == (name,)


def test_a_day_or_all_others_are_no_strangers():
    assert stranger("Why does fit hinges come before everything else?") == ""
    assert stranger("Why is fit hinges before noon?") == ""
    assert stranger("焊接为什么排在其他任务前面？") == ""
    assert subject("Why does the whole plan take so long?") == ""
    assert subject("为什么要这么安排？") == ""


PAINTS = ["Paint frame", "Paint doors", "Weld frame", "Cut steel"]


@pytest.mark.parametrize(
    "question",
    [
        "Why is the painting so late?",
        "Why is Cut steel before painting?",
        "What if Paint took 2 h?",
    ],
)
def test_a_word_of_two_names_is_asked_back_however_common_the_rest_of_one_is(question):
    problem = Problem.read({"tasks": [{"name": name, "duration": 60} for name in PAINTS]})
    with pytest.raises(PlanError) as refused:
        meaning(problem, Question(question))
    assert refused.value.key == "which-of"
    assert refused.value.values["names"] == "Paint frame, Paint doors"


@pytest.mark.parametrize(
    ("question", "tasks"),
    [
        ("Shouldn't we paint the doors before the frame?", ("Paint doors", "Paint frame")),
        ("Why is painting the frame so late?", ("Paint frame",)),
        ("Why is the steel so late?", ("Cut steel",)),
    ],
)
def test_a_name_said_in_part_is_clear_where_the_rest_decides(question, tasks):
    problem = Problem.read({"tasks": [{"name": name, "duration": 60} for name in PAINTS]})
    assert set(meaning(problem, Question(question)).tasks) == set(tasks)


@pytest.mark.parametrize(
    ("question", "kind", "tasks"),
    [
        ("What would it take to have Paint doors before Cut steel?", "first_by",
         ("Paint doors", "Cut steel")),
        ("Paint doors 怎样才能排在 Cut steel 前面？", "first_by", ("Paint doors", "Cut steel")),
        ("What if everything takes 10 % longer?", "what_if", ()),
        ("要是所有任务都慢一成呢？", "what_if", ()),
    ],
)  # fmt: skip
def test_what_it_takes_and_what_all_work_would_take(question, kind, tasks):
    problem = Problem.read({"tasks": [{"name": name, "duration": 60} for name in PAINTS]})
    meant = meaning(problem, Question(question))
    assert (meant.kind, meant.tasks) == (kind, tasks)


def test_what_is_done_to_a_thing_is_told_apart_by_what_is_done():
    """The binding of the brochures was taken for their printing."""
    (said,) = mentions("why is the brochure binding so late", ["Print brochures", "Pack boxes"])
    assert is_another("why is the brochure binding so late", said)
    (said,) = mentions("why is the brochure printing so late", ["Print brochures", "Pack boxes"])
    assert not is_another("why is the brochure printing so late", said)


@pytest.mark.parametrize(
    "message",
    [
        "要是老王周一上午请假、周三也请假呢？",
        "要是老王下周一到周三不在呢",
        "要是老王9点到11点请假呢",
        "如果老王12月8日上午要请假呢",
        "如果老王请假呢",
    ],
)
def test_who_is_away_on_some_day_is_a_person(message: str) -> None:
    assert foreign(message) == ("老王", "person")


def test_a_machine_may_break_on_some_day() -> None:
    assert foreign("要是磨床周三下午坏了呢") == ("磨床", "machine")
    assert foreign("要是周三有人请假呢") is None


@pytest.mark.parametrize("message", ["要是来了7个人会怎么样", "如果来7个人呢", "如果去3个人呢"])
def test_coming_and_going_is_no_task(message: str) -> None:
    assert foreign(message) is None
    assert foreign("如果打磨要7个人呢") == ("打磨", "task")


@pytest.mark.parametrize("message", ["what changed and why?", "what's moved?", "what has changed"])
def test_what_changed_is_about_no_oil_change(message):
    garage = Problem.read(
        {"tasks": [{"name": name, "duration": 9} for name in ("Oil change", "Move the van")]}
    )
    assert not tasks_in(message, garage)
    assert tasks_in("why is the change of oil so late", garage)
