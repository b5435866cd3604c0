"""The table of `whyflow eval`."""

import pytest

from ui.eval.rows import Row, rows_as_json, share, wilson


def test_interval_is_that_of_the_literature() -> None:
    # 81 of 263, from Newcombe (1998), table I: 0.2553 to 0.3662.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("most", "reached"), [(False, True), (True, False)])
def test_an_aim_is_a_lowest_or_a_highest_value(most: bool, reached: bool) -> None:
    assert share("x", 9, 10, 0.5, most=most).reached is reached


def test_without_an_aim_nothing_is_reached_or_missed() -> None:
    assert rows_as_json([Row("x", 1.0, "seconds")])["rows"][0]["reached"] is None
