"""Questions in other words, over all kinds, mostly Chinese: their kinds, tasks and changes."""

import pytest

from tools.meaning import meaning
from tools.plan import Problem, Task
from tools.plan.changes import AddTask, Away, SetCapacity, SetDuration
from tools.question import Question

SHOP = Problem.read(
    {
        "start": "2026-11-24T08:00",
        "tasks": [
            {"name": "焊接", "duration": 120, "demands": {"people": 3}, "priority": 3},
            {"name": "喷漆", "duration": 60, "demands": {"people": 3}, "after": ["焊接"]},
            {"name": "装配", "duration": 90, "skills": {"装配工": 1}, "after": ["喷漆"]},
            {"name": "打包", "duration": 30, "skills": {"装配工": 1}},
            {"name": "质检", "duration": 45, "demands": {"people": 1, "检测台": 1}},
            {"name": "开票", "duration": 20, "demands": {"people": 1}, "due": 60},
        ],
        "resources": [
            {"name": "people", "capacity": 5},
            {"name": "李强", "skills": ["装配工"]},
            {"name": "王芳", "skills": ["装配工"]},
            {"name": "检测台", "kind": "equipment"},
        ],
    }
)


@pytest.mark.parametrize(
    ("message", "kind", "tasks"),
    [
        ("装配咋拖到快中午才动手？", "why", ("装配",)),
        ("开票有没有余地再往后挪？", "why", ("开票",)),
        ("质检能不能放到焊接之前做，会亏多少？", "order", ("质检", "焊接")),
        ("把打包提到喷漆前面去，代价有多大？", "order", ("打包", "喷漆")),
        ("为什么打头的不是开票？", "first", ("开票",)),
        ("装配怎么就不能挪到周三？", "not_then", ("装配",)),
        ("这个打包为啥派给李强而不派王芳？", "who", ("打包",)),
        ("焊接、质检为什么非要一前一后？", "together", ("焊接", "质检")),
        ("喷漆和打包齐头并进不行吗？为什么？", "together", ("喷漆", "打包")),
        ("打包的优先级得提到多高，才轮得到它先于焊接？", "first_by", ("打包", "焊接")),
        ("要让质检在九点前结束该怎么办？", "in_time", ("质检",)),
        ("想赶在十二点前全部收尾，还差多少人？", "in_time", ()),
        ("花一份力气，动哪里收效最大？", "helps", ()),
        ("这已经是最优解了吗，有没有证明？", "overall", ()),
        ("工期为啥要到中午以后", "overall", ()),
        ("工期为什么要到周五？", "overall", ()),
        ("为什么工期拖到下午", "overall", ()),
        ("跟刚才那版比，挪动了哪些？", "changed", ()),
        ("What would it cost to have 打包 before 喷漆?", "order", ("打包", "喷漆")),
        ("Why are 焊接 and 质检 done one after the other?", "together", ("焊接", "质检")),
    ],
)
def test_a_question_in_other_words_is_of_its_kind(message, kind, tasks, classify):
    found = meaning(SHOP, Question(message, classify=classify))
    assert (found.kind, found.tasks) == (kind, tasks)


@pytest.mark.parametrize(
    ("message", "change"),
    [
        ("少一个人干行不行，会拖多久？", SetCapacity(resource="people", capacity=4)),
        ("要是少一个人呢，会慢多久", SetCapacity(resource="people", capacity=4)),
        ("喷漆多用二十分钟会不会影响打包？", SetDuration(task="喷漆", minutes=80)),
        ("质检多用二十分钟，会耽误开票吗", SetDuration(task="质检", minutes=65)),
        (
            "What if 喷漆 takes 20 minutes longer, does that affect 打包?",
            SetDuration(task="喷漆", minutes=80),
        ),
        ("王芳下午三点以后才到岗，影响大不大", Away(resource="王芳", start=0, end=420)),
        ("What if 王芳 only comes in after 15:00?", Away(resource="王芳", start=0, end=420)),
        (
            "增加一项清洗，半个小时，排在装配之后，会怎样",
            AddTask(task=Task(name="清洗", duration=30, after=("装配",))),
        ),
    ],
)
def test_what_is_supposed_in_other_words_is_one_change(message, change):
    found = meaning(SHOP, Question(message))
    assert (found.kind, found.changes) == ("what_if", (change,))


def test_what_is_only_asked_about_need_not_be_clear():
    read = {
        "tasks": [{"name": n, "duration": 60} for n in ("Rewire the kitchen", "Tile the kitchen")]
    }
    plan = Problem.read(
        read | {"resources": [{"name": "Ivan", "kind": "people", "skills": ["wires"]}]}
    )
    found = meaning(plan, Question("What if Ivan is away, does the kitchen slip?"))
    assert found.changes == (Away(resource="Ivan", start=0),)
