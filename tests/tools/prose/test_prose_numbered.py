"""Tasks that wait by their numbers in a list."""

import pytest

from tools.prose.numbered import numbered
from tools.prose.records import Row

EN = "1) log the calls, 1 h\n2) photo check, 45 min\n3. book, 15 min\n4. reserve, 30 min\n"
ZH = "1、验收 1小时\n2、编目 45分钟\n3、贴标 15分钟\n4、上架 30分钟\n"


def waits(message: str, *names: str) -> dict[str, set[str]]:
    places = [(name, message.index(name)) for name in names]
    rows = [Row(name, start, start + len(name)) for name, start in places]
    return numbered(message, rows)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2 and 3 both wait for 1, 4 needs 2 only.", {2: {1}, 3: {1}, 4: {2}}),
        ("Steps 2 and 3 can start after 1. Step 4 needs 2, 3.", {2: {1}, 3: {1}, 4: {2, 3}}),
        ("Step 3 only when steps 1 and 2 are done.", {3: {1, 2}}),
        ("1 before 2 and 3; 4 after 3", {2: {1}, 3: {1}, 4: {3}}),
        ("2 needs 3 people. Start after 10. 3 after 2 pm.", {}),
        ("4 needs 9.", {}),
    ],
)
def test_english_numbers(said, found):
    names = ("log the calls", "photo check", "book", "reserve")
    expected = {names[n - 1]: {names[o - 1] for o in others} for n, others in found.items()}
    assert waits(EN + said, *names) == expected


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2和3都等1，4只等2。", {2: {1}, 3: {1}, 4: {2}}),
        ("第2步、第3步要等第1步做完，4在3之后。", {2: {1}, 3: {1}, 4: {3}}),
        ("1、2做完再做3", {3: {1, 2}}),
        ("3在2点之后", {}),
    ],
)
def test_chinese_numbers(said, found):
    names = ("验收", "编目", "贴标", "上架")
    expected = {names[n - 1]: {names[o - 1] for o in others} for n, others in found.items()}
    assert waits(ZH + said, *names) == expected


def test_without_a_list_numbers_mean_nothing():
    assert waits("clean 1 h, sand 2 h. 2 after 1", "clean", "sand") == {}
    assert waits("1. clean\n3. sand\n3 after 1", "clean", "sand") == {}
