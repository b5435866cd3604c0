"""The peers on problems small enough for all orders to be tried. Plans are checked by the
benchmark's own check."""

import pytest

from tools.plan import Assignment, Goal, Problem, Resource, Schedule, Task
from ui.bench.check import broken, value
from ui.bench.generate import small
from ui.bench.peers import Peer, brute, pyjobshop, raw_cpsat, rules

GOALS: tuple[Goal, ...] = ("waiting", "completion", "tardiness", "makespan")
KINDS = ("machine", "pool", "project")


def on_machine(*tasks: Task, now: int = 0) -> Problem:
    return Problem(
        now=now,
        tasks=tuple(task.model_copy(update={"demands": {"saw": 1}}) for task in tasks),
        resources=(Resource(name="saw"),),
    )


def with_dates(problem: Problem) -> Problem:
    """Every second task released later, all of them due soon."""
    tasks = [
        task.model_copy(update={"release": 3 * (at % 2), "due": 5 + 2 * at})
        for at, task in enumerate(problem.tasks)
    ]
    return Problem(tasks=tuple(tasks), resources=problem.resources)


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("plan", [raw_cpsat.plan, pyjobshop.plan], ids=["cpsat", "pyjobshop"])
def test_a_peer_proves_what_all_orders_show(plan: Peer, kind: str, goal: Goal) -> None:
    problem = with_dates(small(5, kind))
    best = brute.plan(problem, goal, 0, 1)
    found = plan(problem, goal, 10, 2)
    assert broken(problem, found) is None
    assert found.status == "optimal"
    assert value(problem, found, goal) == found.bound == value(problem, best, goal) == best.bound


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("goal", GOALS)
def test_the_best_rule_keeps_the_rules_and_beats_no_optimum(kind: str, goal: Goal) -> None:
    problem = with_dates(small(6, kind))
    found = rules.plan(problem, goal, 0, 1)
    assert broken(problem, found) is None
    assert value(problem, found, goal) >= brute.plan(problem, goal, 0, 1).bound


@pytest.mark.parametrize("generate", [rules.serial, rules.parallel])
@pytest.mark.parametrize("name", ["LFT", "LST", "MTS", "GRPW", "SPT", "WSPT", "EDD", "MSLK", "ATC"])
def test_each_rule_makes_a_plan_in_both_ways(name: str, generate) -> None:
    problem = with_dates(small(9, "project"))
    starts = generate(problem, rules.Network(problem).rules[name])
    assert broken(problem, rules.as_schedule(problem, "waiting", starts)) is None


def test_priority_per_minute_is_best_on_one_machine() -> None:
    problem = on_machine(
        Task(name="long", duration=60, priority=2),
        Task(name="urgent", duration=30, priority=3),
        Task(name="short", duration=10, priority=1),
    )
    # Per minute 1/30, 1/10 and 1/10: urgent or short first, long last.
    # 3 x 30 + 1 x 40 + 2 x 100 = 330
    found = rules.plan(problem, "completion", 0, 1)
    assert value(problem, found, "completion") == 330
    assert found.by_task["long"].start == 40


def test_rules_know_the_latest_ends_of_the_critical_path_method() -> None:
    problem = Problem(
        tasks=(
            Task(name="a", duration=2),
            Task(name="b", duration=5, after=("a",)),
            Task(name="c", duration=1, after=("a",)),
            Task(name="d", duration=3, after=("b", "c")),
        )
    )
    network = rules.Network(problem)
    assert network.latest_end == {"a": 2, "b": 7, "c": 7, "d": 10}
    assert network.followers["a"] == {"b", "c", "d"}


def test_the_serial_way_fills_a_gap_that_the_parallel_way_leaves() -> None:
    """A task that fits into no moment at first delays nothing that comes later in the list."""
    problem = Problem(
        tasks=(
            Task(name="half", duration=4, demands={"crew": 2}),
            Task(name="all", duration=4, demands={"crew": 3}),
            Task(name="one", duration=2, demands={"crew": 1}),
        ),
        resources=(Resource(name="crew", capacity=3),),
    )
    place = {"half": 0, "all": 1, "one": 2}
    starts = rules.serial(problem, lambda task, _: place[task.name])
    assert starts == {"half": 0, "all": 4, "one": 0}


@pytest.mark.parametrize(("slack", "fewest"), [(0, 1), (60, 0)])
def test_the_fewest_moves_are_those_that_an_overrun_forces(slack: int, fewest: int) -> None:
    first = Task(name="first", duration=120, started=0)
    others = [Task(name="second", duration=60), Task(name="third", duration=60)]
    problem = on_machine(first, *others).model_copy(update={"now": 60})
    planned = {
        "first": (0, 60),
        "second": (60 + slack, 120 + slack),
        "third": (120 + slack, 180 + slack),
    }
    before = Schedule(
        status="feasible",
        assignments=tuple(
            Assignment(task=name, start=start, end=end) for name, (start, end) in planned.items()
        ),
    )
    assert raw_cpsat.fewest_moves(problem, before, 5, 1) == fewest
