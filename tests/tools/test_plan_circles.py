"""Tasks that wait for each other in a circle: possible if it adds up to no more than zero."""

from random import Random
from typing import Any

import pytest
from features import MACHINE, M, problem, task

from tools.plan import Problem
from tools.plan.circles import Moment, _arcs, _rising, circling
from tools.reasons.floor import floor
from tools.record import PlanError
from tools.solver import solve
from ui.eval.judge.checker import faults


def link(other: str, kind: str, lag: int = 0) -> dict[str, Any]:
    return {"links": [{"task": other, "kind": kind, "lag": lag}]}


@pytest.mark.parametrize("kind", ["start-start", "finish-finish"])
def test_tasks_that_wait_for_each_others_start_or_end_are_done_together(kind):
    asked = problem([task("a", 30, **link("b", kind)), task("b", 30, **link("a", kind))])
    plan = solve(asked, time_limit_seconds=5)
    assert (plan.status, faults(asked, plan)) == ("optimal", [])
    assert plan.by_task["a"].start == plan.by_task["b"].start
    assert floor(asked, plan) is None


def test_a_start_within_half_an_hour_of_another_is_a_circle_that_can_be_kept():
    """b starts after a, and no more than 30 minutes after it."""
    a, b = task("a", 60, **link("b", "start-start", -30)), task("b", 20, **link("a", "start-start"))
    asked = problem([a | M, b, task("c", 50, **M, priority=9)], MACHINE)
    plan = solve(asked, time_limit_seconds=5)
    assert (plan.status, faults(asked, plan)) == ("optimal", [])
    assert plan.by_task["a"].start == 50


@pytest.mark.parametrize(
    ("a", "b", "minutes"),
    [
        (link("b", "start-start", 1), link("a", "start-start"), 1),
        (link("b", "finish-finish", 20), link("a", "finish-finish", -5), 15),
        (link("b", "start-start", -29), {"after": ["a"]}, 1),
        (link("b", "finish-start", -40), {"after": ["a"]}, 10),
    ],
)
def test_a_circle_that_adds_up_to_more_than_zero_is_refused_with_the_sum(a, b, minutes):
    with pytest.raises(PlanError) as refused:
        problem([task("a", 30, **a), task("b", 20, **b)])
    assert refused.value.key == "cycle-adds-up"
    assert refused.value.values["minutes"] == minutes
    assert refused.value.values["tasks"] == "a → b → a"


def test_a_task_that_may_last_longer_or_pause_leaves_room_in_a_circle():
    ends_with, starts_after = link("b", "finish-finish"), {"after": ["a"]}
    other = {"alternatives": [{"duration": 60}]}
    with pytest.raises(PlanError):
        problem([task("a", 30, **ends_with), task("b", 20, **starts_after)])
    circle = [task("a", 30, **link("b", "finish-finish", -20)), task("b", 20, **starts_after)]
    assert solve(problem(circle), time_limit_seconds=5).optimal
    wide = [task("a", 30, **link("b", "start-start", -60), **other), task("b", 20, **starts_after)]
    assert solve(problem(wide), time_limit_seconds=5).optimal


def test_a_circle_of_very_many_tasks_is_looked_at_as_well():
    count = 5_000
    tasks = [task(f"t{n}", 30, **link(f"t{(n + 1) % count}", "start-start")) for n in range(count)]
    Problem.read({"tasks": tasks})
    tasks[-1] = task(f"t{count - 1}", 30, **link("t0", "start-start", 1))
    with pytest.raises(PlanError) as refused:
        Problem.read({"tasks": tasks})
    assert refused.value.key == "cycle-adds-up"


class Counted(dict[Moment, Any]):
    """Arcs that count how often they are asked for."""

    asked = 0

    def __getitem__(self, moment: Moment) -> Any:
        self.asked += 1
        return super().__getitem__(moment)


def tangle(count: int) -> Problem:
    """Each start waits for the one before and must not come too long before three later ones."""
    chance = Random(1)
    rows = []
    for n in range(count):
        later = [chance.randint(n + 1, count - 1) for _ in range(3) if n < count - 1]
        links = [
            {"task": f"t{k}", "kind": "start-start", "lag": -9 * (k - n) - chance.randint(0, 9)}
            for k in later
        ]
        if n:
            before = {"task": f"t{n - 1}", "kind": "start-start", "lag": chance.randint(1, 9)}
            links.append(before)
        rows.append(task(f"t{n}", 5, links=links))
    chance.shuffle(rows)
    return problem(rows)


def test_tangled_links_are_looked_at_a_few_times_each():
    asked = tangle(150)
    arcs = Counted(_arcs(asked, circling(asked)))
    assert len(arcs) == 300
    assert _rising(arcs) is None
    assert arcs.asked < 10 * len(arcs)  # hundreds of times as often, one by one from a queue


def test_a_long_circle_is_found_at_once():
    count = 2000
    rows = [task(f"t{n}", 5, after=[f"t{(n + 1) % count}"]) for n in range(count)]
    with pytest.raises(PlanError) as refused:
        problem(rows)
    assert refused.value.key == "cycle"


@pytest.mark.parametrize("seed", range(20))
def test_circles_are_found_where_times_do_not_fit(seed):
    """Against the times themselves: each moment as late as any path of arcs asks, as often as there
    are moments."""
    chance = Random(seed)
    names = [Moment(f"t{n}", chance.random() < 0.5) for n in range(7)]
    arcs = {a: [(b, chance.randint(-6, 4)) for b in names if chance.random() < 0.4] for a in names}
    late = dict.fromkeys(names, 0)
    for _ in range(len(names)):
        risen = dict(late)
        for a in names:
            for b, minutes in arcs[a]:
                late[b] = max(late[b], late[a] + minutes)
    circle = _rising(arcs)
    assert (circle is not None) == (risen != late)
    if circle is not None:
        steps = zip(circle, [*circle[1:], circle[0]], strict=True)
        assert sum(max(m for to, m in arcs[a] if to == b) for a, b in steps) > 0
