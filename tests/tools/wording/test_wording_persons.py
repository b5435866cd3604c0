"""Who asks for a person."""

import pytest

from tools.wording.persons import wants_person


@pytest.mark.parametrize(
    "message",
    [
        "I want to talk to a person please",
        "Can I speak to a real human?",
        "Please put me through to an operator",
        "get me a human",
        "hand this over to a colleague",
        "human please",
        "转人工",
        "我要找真人",
        "请转给同事处理",
        "有没有人工客服",
    ],
)
def test_a_person_is_asked_for(message):
    assert wants_person(message)


@pytest.mark.parametrize(
    "message",
    [
        "Talk to the supplier 30 min, then order 1 h",
        "packing needs a person for 2 hours",
        "give me somebody else for welding",
        "why does a person have to wait?",
        "speak with a person about the lease 1 h",
        "hand it over to Ben",
        "人工焊接2小时",
        "找个人帮忙打包",
        "要人工打磨，1小时",
    ],
)
def test_work_with_people_is_no_wish_for_a_person(message):
    assert not wants_person(message)
