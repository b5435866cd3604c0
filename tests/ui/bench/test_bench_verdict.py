"""Verdicts on results made by hand."""

import pytest

from ui.bench.case import BRUTE, CPSAT, OURS, PYJOBSHOP, RULES, Result, Run
from ui.bench.verdict import Verdict, judge


def run(value: int | None, *, proved: bool = False, seconds: float = 1.0) -> Run:
    return Run(value=value, bound=None, proved=proved, seconds=seconds)


def said(verdict: Verdict, key: str, solver: str = OURS) -> dict[str, object]:
    return dict(verdict.cells[solver])[key]


def test_j30_asks_for_every_best_value_and_almost_every_proof() -> None:
    proved = [Result(f"{n}", 40, {OURS: run(40, proved=True)}) for n in range(47)]
    assert judge("j30", [*proved, Result("last", 40, {OURS: run(40)})]).reached
    assert not judge("j30", [*proved, Result("last", 40, {OURS: run(41, proved=True)})]).reached
    assert not judge("j30", [*proved[1:], *[Result("open", 40, {OURS: run(40)})] * 2]).reached


@pytest.mark.parametrize(
    ("ours", "theirs", "reached"),
    [
        (101, 100, True),
        (101, 99, False),  # two above PyJobShop
        (102, 103, False),  # 2 % above the best known
        (None, 100, False),
    ],
)
def test_j120_is_compared_with_the_best_known_and_with_pyjobshop(
    ours: int | None, theirs: int, reached: bool
) -> None:
    verdict = judge("j120", [Result("a", 100, {OURS: run(ours), PYJOBSHOP: run(theirs)})])
    assert verdict.reached is reached


def test_gaps_are_averaged_and_plans_without_value_count_as_bad() -> None:
    results = [
        Result("a", 100, {OURS: run(103, proved=True)}),
        Result("b", 0, {OURS: run(0)}),
        Result("c", 0, {OURS: run(7)}),
        Result("d", 50, {OURS: run(None)}),
    ]
    verdict = judge("tardiness", results)
    # 3 %, 0 %, 100 % and 100 %
    assert said(verdict, "bench-gap") == {"gap": "50.75", "exact": 1, "proved": 1, "count": 4}
    assert said(verdict, "bench-missing") == {"missing": 1}
    assert not verdict.reached


def test_one_machine_must_be_proved_in_time() -> None:
    assert judge("one", [Result("a", 9, {OURS: run(9, proved=True, seconds=0.4)})]).reached
    assert not judge("one", [Result("a", 9, {OURS: run(9, proved=True, seconds=1.4)})]).reached
    assert not judge("one", [Result("a", 9, {OURS: run(9)})]).reached


def waiting(*rows: tuple[str, int, int, int]) -> Verdict:
    return judge(
        "waiting",
        [
            Result(
                name,
                None,
                {OURS: run(ours), CPSAT: run(cpsat), PYJOBSHOP: run(other), RULES: run(1)},
            )
            for name, ours, cpsat, other in rows
        ],
    )


def test_waiting_is_compared_with_the_better_of_the_two_that_search() -> None:
    verdict = waiting(("j30_1", 50, 50, 60), ("j120_1", 90, 100, 91), ("j120_2", 80, 88, 80))
    assert said(verdict, "bench-never-worse") == {"worse": 0, "count": 3, "better": 1, "hard": 2}
    assert said(verdict, "bench-behind", CPSAT) == {"behind": "7.04"}
    assert not verdict.reached
    assert waiting(("j30_1", 50, 50, 60), ("j120_1", 90, 100, 91)).reached
    assert not waiting(("j30_1", 51, 50, 60), ("j120_1", 90, 100, 91)).reached


@pytest.mark.parametrize(
    ("ours", "brute_seconds", "reached"), [(7, 50, True), (8, 50, False), (7, 5, False)]
)
def test_orders_ask_for_equality_and_speed(ours: int, brute_seconds: float, reached: bool) -> None:
    runs = {OURS: run(ours, seconds=0.1), BRUTE: run(7, seconds=brute_seconds)}
    assert judge("orders", [Result("9", 7, runs, {"tasks": 9})]).reached is reached


def planned(tasks: int, first: float, value: int = 100, memory: float = 500.0) -> Result:
    facts = {"tasks": tasks, "limit": 20, "first": first, "memory_mib": memory}
    return Result(str(tasks), None, {OURS: run(value)}, facts)


GOOD = [planned(1_000, 0.1), planned(3_000, 0.4), planned(10_000, 1.5), planned(30_000, 4.0)]


@pytest.mark.parametrize(
    ("changed", "reached"),
    [
        ([*GOOD, planned(10_000, 1.5, value=98)], True),
        ([*GOOD, planned(10_000, 1.5, value=90)], False),  # 11 % above six times the time
        ([*GOOD[:3], planned(30_000, 9.0)], False),
        ([*GOOD[:3], planned(30_000, 4.0, memory=2100)], False),
        ([planned(1_000, 0.05), *GOOD[1:]], False),  # grows by 80, n log n by 45
    ],
)
def test_large_problems_are_judged_by_time_memory_growth_and_what_comes_later(
    changed: list[Result], reached: bool
) -> None:
    assert judge("large", changed).reached is reached


@pytest.mark.parametrize(
    ("moved", "fewest", "seconds", "reached"),
    [
        (20, 3, 3.0, True),
        (21, 3, 3.0, False),
        (40, 30, 3.0, True),  # no plan moves fewer than 15 %
        (40, None, 3.0, False),
        (10, 3, 4.0, False),
        (None, 3, 3.0, False),
    ],
)
def test_stability_asks_for_few_moves_where_few_are_possible(
    moved: int | None, fewest: int | None, seconds: float, reached: bool
) -> None:
    facts = {"tasks": 200, "moved": moved, "fewest": fewest}
    result = Result("late", None, {OURS: run(1, seconds=seconds)}, facts)
    assert judge("stability", [result]).reached is reached
