from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.numbers import fold, number, spans

CASES = {
    "十": 10, "半": "1/2", "两": 2, "俩": 2, "一百二十": 120, "三十五": 35, "两百五": 250,
    "一千零五": 1005, "一百零五": 105, "1.5万": 15000, "一万二": 12000, "十五六": 16, "两三": 3,
    "一点五": "3/2", "１２": 12, "½": "1/2", "1½": "3/2", "1.5": "3/2", "3,500": 3500, "负3": -3,
    "-3": -3, "twenty-one": 21, "ninety-nine hundred": 9900, "two hundred and five": 205,
    "a dozen": 12, "half a dozen": 6, "three dozen": 36, "a couple of": 2, "1 1/2": "3/2",
    "3/4": "3/4", "one and a half": "3/2", "2 and a half": "5/2",
    "three and three quarters": "15/4",
    "a hundred": 100, "an": 1, "Twelve": 12, "none": None, "三一": None, "": None, "...": None,
    "二〇二六": 2026, "10亿": 10**9, "十亿": 10**9, "1.5亿": 150_000_000, "一亿二": 120_000_000,
    "三亿五千万": 350_000_000, "2万亿": 2 * 10**12, "一万亿": 10**12, "十萬": 10**5, "10^9": 10**9,
    "9" * 40: None, "the 4 tellers": 4, "3号窗口": 3, "约 40 份": 40, "1/0": 1,
}  # fmt: skip


@pytest.mark.parametrize(("words", "worth"), CASES.items())
def test_number(words: str, worth: int | str | None) -> None:
    assert number(words) == (None if worth is None else Fraction(worth))


def test_a_dash_between_numbers_is_no_minus() -> None:
    assert [span.value for span in spans("2-3 and A-4, 5 -6")] == [2, 3, 4, 5, 6]


@given(st.text())
def test_any_text_is_read_without_fail(text: str) -> None:
    number(text)
    assert len(fold(text)) == len(text)


@given(st.integers(0, 10**12))
def test_digits_are_worth_what_they_say(n: int) -> None:
    assert number(f"共{n}") == n
    assert number(f"{n:,}") == n
