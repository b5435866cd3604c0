"""More ways of supposing something, as managers of other fields say it. The plan begins on Tuesday
24 November 2026 at 8:00."""

import pytest

from knowledge.numbers import fold
from tools.meaning import meaning
from tools.plan import Problem, Task
from tools.plan.changes import (
    AddTask,
    Away,
    DropTask,
    SetCapacity,
    SetDeadline,
    SetDuration,
    SetPriority,
)
from tools.plan.rewrites import SetLimit, SetPace, SetWait
from tools.question import Question
from tools.record import PlanError
from tools.wording.foreign import foreign
from tools.wording.names import mentioned
from tools.wording.wishes import wishes

DAY, HOUR = 1440, 60
PLAN = Problem.read(
    {
        "start": "2026-11-24T08:00",
        "tasks": [
            {"name": "Fill line A", "duration": 240},
            {"name": "Fill line B", "duration": 180, "after": ["Fill line A"]},
            {"name": "Inspect playgrounds", "duration": 60, "deadline": 3360},
            {"name": "贷款初审", "duration": 150, "skills": {"信贷": 1}},
            {"name": "签订合同", "duration": 90, "after": ["贷款初审"], "deadline": 3360},
            {"name": "客户回访", "duration": 60},
            {"name": "医生查房", "duration": 60},
            {"name": "床边B超", "duration": 60},
        ],
        "resources": [
            {"name": "clerks", "capacity": 4, "kind": "people"},
            {"name": "truck"},
            {"name": "叉车", "capacity": 2},
            {"name": "Ann", "skills": ["legal"]},
            {"name": "Bob", "skills": ["legal"]},
            {"name": "冯凯", "skills": ["信贷"]},
            {"name": "梁医生", "skills": ["内科"]},
        ],
    }
)


def at(day: int, hour: float) -> int:
    """So many days after the first one, at that hour."""
    return day * DAY + round((hour - 8) * HOUR)


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("what if two of the clerks left for good", 2),
        ("what if only two of the clerks are left", 2),
        ("clerks从四个变六个", 6),
        ("走了一个clerk，辞职的，就剩仨", 3),
        ("if we went from four clerks to six", 6),
        ("an agency could send us three temps", 7),
        ("要是从别处借来两个柜员", 6),
        ("来了两个实习柜员，一直干到底", 6),
        ("如果抽走一半人", 2),
        ("如果来7个人呢", 7),
        ("要是来了7个人", 7),
        ("要是来了7个人，会怎么样？", 7),
        ("要是又来了2个人呢", 6),
        ("要是来了2个人帮忙", 6),
        ("要是来了2个人，能帮一天忙", 6),
    ],
)
def test_how_many_there_would_be(message, left):
    assert wishes(message, PLAN) == (SetCapacity(resource="clerks", capacity=left),)


@pytest.mark.parametrize("message", ["人手再多一些会如何", "if we had some more clerks"])
def test_some_is_no_number(message):
    with pytest.raises(PlanError) as caught:
        meaning(PLAN, Question(message))
    assert caught.value.key == "which-change"


@pytest.mark.parametrize(
    ("message", "start", "end", "amount"),
    [
        ("two clerks are at a training day on Thursday", at(2, 0), at(3, 0), 2),
        ("两个柜员周三同时休息", at(1, 0), at(2, 0), 2),
        ("三个柜员周五一起去考试，剩下的顶得住吗", at(3, 0), at(4, 0), 3),
        ("周三只有两个柜员", at(1, 0), at(2, 0), 2),
    ],
)
def test_how_many_are_gone_for_a_time(message, start, end, amount):
    assert wishes(message, PLAN) == (Away(resource="clerks", start=start, end=end, amount=amount),)


def test_a_word_that_ends_the_names_of_some_means_nobody_else():
    """医生 are 梁医生 and others so called: no clerks."""
    assert wishes("要是两个医生周三不在", PLAN) == ()


@pytest.mark.parametrize(
    ("message", "who", "start", "end"),
    [
        ("Ann and Bob are away on Wednesday", ("Ann", "Bob"), at(1, 0), at(2, 0)),
        ("if both Ann and Bob were away on Wednesday", ("Ann", "Bob"), at(1, 0), at(2, 0)),
        ("Ann is ill today and tomorrow", ("Ann",), 0, at(2, 0)),
        ("冯凯从今天下午两点起就不在了，今天不回来", ("冯凯",), at(0, 14), at(1, 0)),
        ("梁医生今天三点以后有会诊，走了就不回来了", ("梁医生",), at(0, 15), at(1, 0)),
        ("Ann's shift ends at noon today, she's not coming back today", ("Ann",), 240, 960),
        ("叉车今晚十点以前修不好", ("叉车",), 0, at(0, 22)),
        ("the truck can't be fixed before ten tomorrow", ("truck",), 0, at(1, 10)),
    ],
)
def test_who_is_away_and_when(message, who, start, end):
    found = wishes(message, PLAN)
    assert [each.resource for each in found] == list(who)
    assert {(each.start, each.end) for each in found} == {(start, end)}


@pytest.mark.parametrize(
    ("message", "change"),
    [
        ("签订合同的截止提前一天", SetDeadline(task="签订合同", minute=3360 - DAY)),
        (
            "the deadline of Inspect playgrounds a day later",
            SetDeadline(task="Inspect playgrounds", minute=3360 + DAY),
        ),
        ("Fill line A drags on for another hour", SetDuration(task="Fill line A", minutes=300)),
        ("Filling line B needs 20 minutes less", SetDuration(task="Fill line B", minutes=160)),
        ("suppose I gave Fill line B an 8", SetPriority(task="Fill line B", priority=8)),
        ("给客户回访打个8呢", SetPriority(task="客户回访", priority=8)),
        ("suppose nobody inspects playgrounds", DropTask(task="Inspect playgrounds")),
        ("Fill line B can be left for next month", DropTask(task="Fill line B")),
        ("客户先不回访了", DropTask(task="客户回访")),
        (
            "贷款初审得等客户明天下午一点交完材料才能开始",
            SetLimit(task="贷款初审", field="release", minute=at(1, 13)),
        ),
        (
            "the playgrounds can't be inspected before Wednesday at 11",
            SetLimit(task="Inspect playgrounds", field="release", minute=at(1, 11)),
        ),
        ("everyone works 10% faster", SetPace(percent=90)),
        ("suppose line B isn't filled at all", DropTask(task="Fill line B")),
        (
            "if Inspect playgrounds could end two hours later than agreed",
            SetDeadline(task="Inspect playgrounds", minute=3360 + 120),
        ),
        ("签订合同晚到周五上午十点再交", SetDeadline(task="签订合同", minute=at(3, 10))),
        (
            "the forms for line B only arrive tomorrow at 9, it can't begin before then",
            SetLimit(task="Fill line B", field="release", minute=at(1, 9)),
        ),
        (
            "贷款初审的材料周四早上九点才拿得到，初审只能那时候动手",
            SetLimit(task="贷款初审", field="release", minute=at(2, 9)),
        ),
        ("大家都慢一成", SetPace(percent=110)),
        (
            "要是签订合同不用等贷款初审呢",
            SetWait(task="签订合同", other="贷款初审", waits=False),
        ),
        (
            "what if filling line B didn't have to wait for line A",
            SetWait(task="Fill line B", other="Fill line A", waits=False),
        ),
    ],
)
def test_what_would_be_different(message, change):
    assert wishes(message, PLAN) == (change,)


@pytest.mark.parametrize(
    ("message", "task"),
    [
        ("临时加个返修：一小时，要两个柜员", Task(name="返修", duration=60, demands={"clerks": 2})),
        (
            "来了个急诊会诊，半小时，内科医生一名",
            Task(name="急诊会诊", duration=30, skills={"内科": 1}),
        ),
        (
            "临时收了个新客户，要做背景核查，五十分钟，占一个柜员",
            Task(name="新客户", duration=50, demands={"clerks": 1}),
        ),
        (
            "再塞一道复印，两个半小时，一个柜员，签完合同才能印",
            Task(name="复印", duration=150, demands={"clerks": 1}, after=["签订合同"]),
        ),
        (
            "a recall comes in: check the freezers, 30 minutes, one person",
            Task(name="check the freezers", duration=30, demands={"clerks": 1}),
        ),
    ],
)
def test_one_more_task(message, task):
    assert wishes(message, PLAN) == (AddTask(task=task),)


def test_a_thing_that_is_listed_is_needed():
    asked = "What if we also had to salt the roads, two hours, the truck and two clerks?"
    (added,) = meaning(PLAN, Question(asked)).changes
    assert isinstance(added, AddTask)
    assert added.task.demands == {"truck": 1, "clerks": 2}


@pytest.mark.parametrize(
    "message",
    [
        "What if filling line A can't start until tomorrow 8 am?",
        "客户回访今天十一点前做不了",
        "要是签订合同不用等贷款初审呢",
        "What if Inspect playgrounds may be as late as Friday 10:00?",
        "客户同意签订合同晚到周五上午十点再交",
    ],
)
def test_what_is_supposed_is_a_what_if_whatever_it_sounds_like(message):
    assert meaning(PLAN, Question(message)).kind == "what_if"


def test_a_letter_tells_tasks_apart():
    names = list(PLAN.by_name)
    assert mentioned("Why fill line B before line A?", names) == ("Fill line B", "Fill line A")
    assert mentioned("B超几点做", names) == ("床边B超",)
    tanks = ["清洗1号罐", "清洗2号罐"]
    assert mentioned("2号罐洗完再洗1号罐", tanks) == ("清洗2号罐", "清洗1号罐")


@pytest.mark.parametrize(
    "message",
    [
        "Why are the bridges inspected so late?",
        "Why do we inspect the bridges so late?",
        "Inspect bridges 为什么这么晚",
        "why is the x-ray before Fill line A?",
        "查房室装修为什么这么晚",
    ],
)
def test_another_thing_that_is_done_is_another_task(message):
    with pytest.raises(PlanError) as caught:
        meaning(PLAN, Question(message))
    assert caught.value.key in ("unknown-task", "which-task")


def test_the_clause_that_asks_says_what_is_asked_about():
    asked = "客户一直打电话催，合同到底被什么拖着签不了？"
    assert meaning(PLAN, Question(asked)).tasks == ("签订合同",)


def test_a_reason_is_no_way():
    """“Why until Friday” asks why it takes so long; “how by Friday” asks what would help."""
    assert meaning(PLAN, Question("为啥要到周五才能全弄完")).kind == "overall"
    assert meaning(PLAN, Question("怎么做才能在周五前全弄完")).kind == "in_time"


def test_another_plan_that_is_better_is_asked_for():
    for asked in ("could any other order be faster?", "有没有更快的排法"):
        assert meaning(PLAN, Question(asked)).kind == "overall"


def test_who_shares_more_words_is_meant():
    names = ["Unpack books", "Label books", "Set up shelves", "Shelve books"]
    assert mentioned("Why not shelve the books at 1 pm?", names) == ("Shelve books",)
    assert mentioned("Why are the shelves set up so late?", names) == ("Set up shelves",)


def test_what_is_compared_is_not_supposed():
    asked = "Would a clerk or a machine help more?"
    assert meaning(PLAN, Question(asked)).kind == "helps"


def test_a_time_that_is_asked_about_is_no_limit():
    asked = "inspecting playgrounds on Thursday at 9:45 - is that out of the question?"
    assert meaning(PLAN, Question(asked)).kind == "not_then"


@pytest.mark.parametrize(
    "message",
    [
        "如果一个人都没有呢？",
        "要是没人呢",
        "如果没有人来会怎么样",
        "如果0个人呢？",
        "what if there is nobody at all?",
        "what if no one comes?",
    ],
)
def test_nobody_is_a_number_of_people(message):
    """It was answered with help, or with a task called 如果."""
    assert wishes(message, PLAN) == (SetCapacity(resource="clerks", capacity=0),)
    assert foreign(fold(message)) is None


@pytest.mark.parametrize(
    "message", ["如果没人请假呢", "what if nobody is away?", "if nobody is there for the moon"]
)
def test_nobody_who_is_away_is_no_number_of_people(message):
    assert wishes(message, PLAN) == ()
