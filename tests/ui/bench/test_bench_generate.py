from collections import Counter

import pytest

from ui.bench.generate import large, one_machine, shop, small, weighted

LONGEST_SHIFT = 240


@pytest.mark.parametrize(
    "make",
    [
        lambda: large(100),
        lambda: shop(40, 3),
        lambda: small(7, "project"),
        lambda: one_machine(5, 1),
        lambda: weighted(small(7, "pool"), "some"),
    ],
)
def test_the_same_seed_gives_the_same_problem(make) -> None:
    assert make() == make()


def test_other_seeds_give_other_problems() -> None:
    assert shop(40, 1) != shop(40, 2)
    assert one_machine(40, 1) != one_machine(40, 2)


def test_a_generated_instance_does_not_drift() -> None:
    """Numbers measured on two days are about the same problems."""
    tasks = one_machine(100, 0)
    assert [(task.duration, task.priority) for task in tasks[:3]] == [
        (68, 5),
        (49, 2),
        (61, 3),
    ]


def test_large_problems_have_shifts_and_every_task_has_a_time() -> None:
    problem = large(400)
    calendar = {each.name: each.calendar for each in problem.resources}
    assert Counter(calendar.values()) == {"day": 14, "night": 4, None: 2}
    for task in problem.tasks:
        assert len({calendar[name] for name in task.demands} - {None}) <= 1
        assert task.pausable or task.duration <= LONGEST_SHIFT
    assert 0.4 < sum(task.pausable for task in problem.tasks) / 400 < 0.6
