"""Follow-ups that say nothing but another time, length or number. The plan begins on a Tuesday."""

import pytest

from tools.plan import Problem
from tools.wording.references import Focus, resolved

PLAN = Problem.read(
    {
        "start": "2026-11-24T08:00",
        "tasks": [
            {"name": "焊接", "duration": 120},
            {"name": "3号仓库盘点", "duration": 60},
            {"name": "Paint doors", "duration": 60},
        ],
        "resources": [{"name": "people", "capacity": 4}, {"name": "李强", "skills": ["焊工"]}],
    }
)


@pytest.mark.parametrize(
    ("question", "message", "meant"),
    [
        ("焊接为什么不在周三做？", "那周四呢？", "焊接为什么不在周四做？"),
        ("焊接为什么不在周三下午两点做", "周四呢", "焊接为什么不在周四下午两点做"),
        ("焊接为什么不在周三下午两点做", "那四点呢？", "焊接为什么不在周三下午四点做"),
        ("焊接为什么不在周三下午两点做", "换成上午呢", "焊接为什么不在周三上午做"),
        (
            "Why not paint doors on Wednesday?",
            "and on Thursday?",
            "Why not paint doors on thursday?",
        ),
        (
            "Why not paint doors on Wednesday at 2 pm?",
            "What about Thursday?",
            "Why not paint doors thursday at 2 pm?",
        ),
        (
            "What if Paint doors started an hour later?",
            "and two hours later?",
            "What if Paint doors started two hours later?",
        ),
        ("如果焊接压缩到一小时会怎样", "那一个半小时呢", "如果焊接压缩到一个半小时会怎样"),
        (
            "What if Paint doors took 2 hours?",
            "and 90 minutes?",
            "What if Paint doors took 90 minutes?",
        ),
        ("把3号仓库盘点的优先级改成8会怎样", "那9呢？", "把3号仓库盘点的优先级改成9会怎样"),
        ("要是少一个人来呢", "那少两个呢？", "要是少两个人来呢"),
        ("如果李强请假呢", "那周三呢", "如果李强请假呢 周三"),
        ("如果焊接久一点呢？", "三个小时", "如果焊接久一点呢？ 三个小时"),
    ],
)
def test_the_last_question_is_asked_again_with_what_is_new(question, message, meant):
    assert resolved(message, Focus(question=question), PLAN) == meant


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("焊接为什么这么晚？", "那周四呢？"),  # no time was asked about, and nothing was supposed
        ("焊接为什么不从周三做到周五？", "那周四呢？"),  # which of the two?
        ("焊接为什么不在周三做？", "周四开会"),
        ("", "那周四呢？"),
    ],
)
def test_what_says_more_or_might_mean_several_is_left(question, message):
    assert resolved(message, Focus(question=question), PLAN) == message
