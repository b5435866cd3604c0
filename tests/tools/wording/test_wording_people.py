import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.wording.people import capacity, demand, demands

DEMANDS = {
    "10个人": ("people", 10), "3人": ("people", 3), "两名工人": ("people", 2),
    "5位同事": ("people", 5), "two people": ("people", 2), "1 person": ("people", 1),
    "three workers": ("people", 3), "3 nurses": ("people", 3), "a technician": ("people", 1),
    "2 trained nurses": ("people", 2), "4名": ("people", 4), "三个护士": ("people", 3),
    "一个技术员": ("people", 1), "two-person crew": ("people", 2), "10个焊工": ("people", 10),
    "12 call-centre agents": ("people", 12), "5 people at the counter": ("people", 5),
    "a couple of clerks": ("people", 2), "2 social workers": ("people", 2),
    "alone": ("people", 1), "by myself": ("people", 1), "独自": ("people", 1),
    "team of three": ("people", 3), "5": ("people", 5), "人数10": ("people", 10),
    "2-3人": ("people", 3), "2 hours two people": ("people", 2), "3个柜员": ("people", 3),
    "2 CT machines": ("ct machine", 2), "1台叉车": ("叉车", 1), "one forklift": ("forklift", 1),
    "2 boxes": ("box", 2), "3个床位": ("床位", 3), "一间手术室": ("手术室", 1),
    "两台CT机": ("ct机", 2), "4 delivery trucks": ("delivery truck", 4),
    "2小时": None, "3 hours": None, "1人天": None, "no one": None, "": None, "优先级3": None,
}  # fmt: skip

CAPACITIES = {
    "焊接需要10个人做2小时；喷涂5个人3小时，焊接之后。共15人。": {"people": 15},
    "一共5个人": {"people": 5}, "总共有8名员工": {"people": 8}, "我们有6个人": {"people": 6},
    "只有4个人": {"people": 4}, "15人可用": {"people": 15}, "可用15人": {"people": 15},
    "15人的团队": {"people": 15}, "总人数：15": {"people": 15}, "大家一共7人": {"people": 7},
    "今天有8名护士值班": {"people": 8}, "5人在岗": {"people": 5}, "资源：人手6个": {"people": 6},
    "15 people in total": {"people": 15}, "15 people in all": {"people": 15},
    "15 people altogether": {"people": 15}, "15 people available": {"people": 15},
    "15 people are available": {"people": 15}, "we have 5 people": {"people": 5},
    "There are 8 of us.": {"people": 8}, "we are five": {"people": 5},
    "a team of six": {"people": 6}, "total of 12 people": {"people": 12},
    "with 4 people": {"people": 4}, "a pool of 15": {"people": 15},
    "There are five tellers.": {"people": 5}, "Our ward has 6 nurses on duty": {"people": 6},
    "we only have 3 staff today": {"people": 3}, "Total: 15 people": {"people": 15},
    "2 forklifts available": {"forklift": 2}, "有2台叉车": {"叉车": 2},
    "We have 5 people and 2 forklifts.": {"people": 5, "forklift": 2},
    "共有15人和2台叉车": {"people": 15, "叉车": 2},
    "I have two technicians and a CT machine.": {"people": 2, "ct machine": 1},
    "We have 3 nurses and 2 doctors": {"people": 5},
    "Painting needs 5 people for 2 hours.": {}, "喷涂5个人3小时": {}, "喷涂有3个人做": {},
    "welding takes 2 hours with 4 people": {}, "painting needs a team of three": {},
    "There are 3 tasks": {}, "we have 3 tasks: paint (5 people)": {}, "we have 3 hours": {},
    "办证3人1小时；发证1人10分钟": {}, "": {},
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), DEMANDS.items())
def test_demand(words: str, expected: tuple[str, int] | None) -> None:
    assert demand(words) == expected


def test_people_and_a_machine_are_two_demands() -> None:
    assert demands("a CT machine and two technicians") == {"ct machine": 1, "people": 2}
    assert demands("1辆救护车和2名护士") == {"救护车": 1, "people": 2}


@pytest.mark.parametrize(("message", "expected"), CAPACITIES.items())
def test_capacity(message: str, expected: dict[str, int]) -> None:
    assert capacity(message) == expected


@given(st.text())
def test_any_text_is_read_without_fail(text: str) -> None:
    demand(text)
    capacity(text)
