import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.prose.pieces import priorities
from tools.wording.priorities import priority

CASES = {
    "优先级3": 3, "优先级：5": 5, "优先级为八": 8, "优先级-2": 2,
    "priority -2": -2, "3级": 3, "priority 3": 3,
    "prio 2": 2, "P3": 5, "p1": 9, "P0": 10, "优先级 P2": 7, "P4": 3, "p5": 1,
    "priority: P1": 9, "7": 7, "-1": -1, "priority is 4": 4, "priority of 2": 2,
    "priority two": 2, "priority=6": 6, "priority 0": 0, "Priority #4": 4, "1000": 1000,
    "紧急": 9, "urgent": 9, "ASAP": 9, "最高": 9, "highest priority": 9, "第一优先": 9, "马上要": 9,
    "very urgent": 10, "非常紧急": 10, "十分紧急": 10, "很急": 10, "emergency": 10,
    "重要": 7, "高": 7, "优先级高": 7, "high": 7, "important": 7, "priority: high": 7,
    "medium": 5, "中": 5, "中等优先级": 5, "normal": 3, "一般": 3, "普通": 3, "routine check": 3,
    "low": 1, "低": 1, "low priority": 1, "不急": 1, "can wait": 1, "not urgent": 1, "no rush": 1,
    "a priority": None, "nothing": None, "": None, "2小时": None, "5 people": None,
}  # fmt: skip


@pytest.mark.parametrize(("words", "weight"), CASES.items())
def test_priority(words: str, weight: int | None) -> None:
    assert priority(words) == weight


@given(st.integers(0, 10**6))
def test_numbers_stay_as_they_are(n: int) -> None:
    assert priority(f"优先级{n}") == priority(f"priority {n}") == priority(str(n)) == n


@given(st.text())
def test_any_text_is_read_without_fail(text: str) -> None:
    priority(text)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("the audit isn't urgent", 1), ("not so urgent", 1), ("urgent", 9), ("not urgent", 1),
        ("it is the most important thing", 9), ("very important", 7),
        ("打疫苗是重中之重", 9), ("最重要", 9), ("比较重要", 7), ("不太重要", 1),
    ],
)  # fmt: skip
def test_in_a_sentence(text: str, weight: int) -> None:
    """“Isn't urgent” was read as urgent."""
    assert [worth for _, _, worth in priorities(text)] == [weight]
