"""Open stretches, pauses and the least moment of work, by hand."""

from hypothesis import given
from hypothesis import strategies as st

from tools.solver.exact.clock import Level, common, merged, pieces, unbroken
from tools.solver.exact.cuts import least_moment

spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=6).map(
    lambda rows: merged((begin, begin + length) for begin, length in rows)
)


def minutes(stretches):
    return {minute for begin, end in stretches for minute in range(begin, end)}


@given(spans, spans)
def test_common_minutes_are_those_in_both(one, two):
    assert minutes(common(one, two)) == minutes(one) & minutes(two)
    assert merged(common(one, two)) == common(one, two)


def test_work_that_fits_into_one_stretch():
    assert unbroken(((0, 4), (6, 16)), 5) == [(6, 11)]


@given(spans, st.integers(1, 12))
def test_pauses_are_the_closed_minutes_between_start_and_end(stretches, duration):
    opened = sorted(minutes(stretches))
    expected = {}
    for at, start in enumerate(opened):
        if at + duration <= len(opened):
            expected[start] = opened[at + duration - 1] + 1 - start - duration
    found = {
        start: piece.pause
        for piece in pieces(stretches, duration, 100)
        for start in range(piece.first, piece.last + 1)
    }
    assert found == expected


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.integers(0, 12), st.integers(1, 9))
def test_the_least_moment_takes_the_first_free_minutes(units, begin, energy):
    levels = tuple(Level(at, at + 1, free, free > 0) for at, free in enumerate(units))
    middles = [2 * at + 1 for at, free in enumerate(units) if at >= begin for _ in range(free)]
    least = least_moment(levels, begin, energy)
    if len(middles) < energy:
        assert least is None
    else:
        # Less than one more minute may be spread over the units there are.
        assert sum(middles[:energy]) - 3 * 2 <= least <= sum(middles[:energy])
