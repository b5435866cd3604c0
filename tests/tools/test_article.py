"""Every number in docs/article.md, computed: the article's formula, and true waiting times."""

import re
from itertools import permutations
from pathlib import Path

import pytest

from tools.plan import Problem
from tools.solver import solve
from ui.eval.judge.checker import faults, listed

PAGE = (Path(__file__).parents[2] / "docs" / "article.md").read_text(encoding="utf-8")
POOL = 15
ROWS = re.findall(r"^\| (\w+) \| (\d+) \| (\d+) \| (\d+) \|$", PAGE, re.MULTILINE)
TASKS = {name: (int(people), int(hours), int(weight)) for name, people, hours, weight in ROWS}
PROBLEM = Problem.read(
    {
        "tasks": [
            {
                "name": name,
                "duration": hours * 60,
                "demands": {"people": people},
                "priority": weight,
            }
            for name, (people, hours, weight) in TASKS.items()
        ],
        "resources": [{"name": "people", "capacity": POOL}],
    }
)
ORDERS = list(permutations(TASKS))


def terms(order: tuple[str, ...], first: int = 1) -> list[float]:
    """The formula as it is printed, task by task; places are counted from `first`."""
    names = list(TASKS)
    place = {name: order.index(name) + first for name in names}
    return [
        people
        * hours
        / POOL
        * (1 - sum(TASKS[later][2] * place[later] for later in names[names.index(name) :]))
        for name, (people, hours, _) in TASKS.items()
    ]


def waits(order: tuple[str, ...]) -> dict[str, int]:
    """Hours that each task waits if they are taken in this order, each as early as it can be."""
    start = listed(PROBLEM, order)
    assert start is not None
    return {name: start[name] // 60 for name in TASKS}


def test_the_tasks_are_those_of_the_article():
    assert TASKS == {"welding": (10, 2, 1), "painting": (5, 3, 2), "assembly": (3, 1, 3)}


@pytest.mark.parametrize("order", ORDERS)
def test_the_page_gives_the_formula_and_the_true_waiting_of_each_order(order):
    waiting = waits(order)
    weighted = sum(TASKS[name][2] * hours for name, hours in waiting.items())
    numbers = [f"{sum(terms(order)):.2f}", *map(str, waiting.values()), str(weighted)]
    assert f"| {', '.join(order)} | {' | '.join(numbers)} |" in PAGE


def test_the_formula_is_negative_for_every_order_however_places_are_counted():
    assert max(sum(terms(order)) for order in ORDERS) < 0
    from_zero = [sum(terms(order, first=0)) for order in ORDERS]
    assert f"({min(from_zero):.2f} to {max(from_zero):.2f})" in PAGE
    by_hand = [f"{term:.2f}" for term in terms(("welding", "painting", "assembly"))]
    assert by_hand == ["-17.33", "-12.00", "-1.60"]
    assert all(number in PAGE for number in by_hand)


def test_the_score_is_neither_a_cost_nor_a_merit():
    weighted = {
        order: sum(TASKS[name][2] * hours for name, hours in waits(order).items())
        for order in ORDERS
    }
    by_score = sorted(ORDERS, key=lambda order: sum(terms(order)))
    assert [weighted[order] for order in by_score] == [6, 2, 6, 2, 1, 1]


def test_no_term_is_one_of_the_printed_waiting_times():
    printed = {0.4, 0.5, 0.2}
    for order in ORDERS:
        assert printed.isdisjoint(round(term, 2) for term in terms(order))
        assert printed.isdisjoint(waits(order).values())


def test_our_plan_is_the_one_checked_by_hand():
    schedule = solve(PROBLEM, time_limit_seconds=5)
    assert faults(PROBLEM, schedule) == []
    assert {each.task: each.start for each in schedule.assignments} == {
        "welding": 60,
        "painting": 0,
        "assembly": 0,
    }
    assert (schedule.objective, schedule.makespan, schedule.status) == (60, 180, "optimal")
    assert "waiting 60 (priority × minutes), status `optimal`" in PAGE
