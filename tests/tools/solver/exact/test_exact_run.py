"""What a call of the exact model promises: bounds, telling, stopping, beginning with a plan."""

import random
import threading
import time

import numpy as np
import pytest
from plans import many

from tools.plan import Problem
from tools.solver.encode import encode
from tools.solver.exact import exact, supported, values_of
from tools.solver.exact.clock import plain
from tools.solver.exact.run import build, whole
from tools.solver.found import Found
from tools.solver.instance import Instance
from tools.solver.search.values import COMPLETION, MAKESPAN, PEOPLE, WAITING


def shop(count: int, seed: int = 3) -> Problem:
    """One machine, nothing else: Smith's rule is optimal."""
    chance = random.Random(seed)
    tasks = [
        {
            "name": f"task {place}",
            "duration": chance.randint(1, 100),
            "priority": chance.randint(1, 10),
            "demands": {"machine": 1},
        }
        for place in range(count)
    ]
    return Problem.read({"tasks": tasks, "resources": [{"name": "machine", "capacity": 1}]})


def in_a_row(instance: Instance, order: list[int], goals: tuple[int, ...]) -> Found:
    """One task after another, by their first ways; for problems without skills."""
    start, minute = np.zeros(instance.tasks, np.int64), int(instance.release.max())
    for task in order:
        start[task] = minute
        minute += int(instance.duration[instance.way_from[task]])
    end = start + instance.duration[instance.way_from[:-1]]
    way, who = np.zeros(instance.tasks, np.int64), np.zeros(0, np.int64)
    return Found(start, end, way, who, values_of(instance, goals, 0, start, end, way, who))


def soon(seconds: float = 20.0) -> float:
    return time.monotonic() + seconds


@pytest.mark.parametrize("goal", [WAITING, COMPLETION])
def test_smiths_rule_for_a_hundred_tasks_is_proved_at_once(goal):
    problem = shop(100)
    instance, tasks = encode(problem), problem.tasks
    order = sorted(range(100), key=lambda at: tasks[at].duration / tasks[at].priority)
    first = in_a_row(instance, order, (goal,))
    outcome = exact(instance, (goal,), 0, first, soon(), 2, 0)
    assert outcome.status == "optimal"
    assert outcome.bounds == first.values


def test_goals_come_one_after_another():
    tasks = [
        {"name": "a", "duration": 6, "priority": 9, "demands": {"people": 1}},
        {"name": "b", "duration": 4, "demands": {"people": 1}},
    ]
    people = {"name": "people", "capacity": 2}
    instance = encode(Problem.read({"tasks": tasks, "resources": [people]}))
    few = exact(instance, (PEOPLE, WAITING), 0, None, soon(), 2, 0)
    assert (few.status, few.bounds) == ("optimal", (1, 6))
    fast = exact(instance, (WAITING, PEOPLE), 0, None, soon(), 2, 0)
    assert (fast.status, fast.bounds) == ("optimal", (0, 2))


def test_a_plan_to_begin_with_is_never_made_worse():
    problem = many(40)
    instance = encode(problem)
    order = list(range(40))
    first = in_a_row(instance, order, (MAKESPAN, WAITING))
    outcome = exact(instance, (MAKESPAN, WAITING), 0, first, soon(0.3), 2, 0)
    assert outcome.found is not None
    assert outcome.found.values <= first.values
    assert outcome.bounds[0] is not None
    assert outcome.bounds[0] <= outcome.found.values[0]


def test_a_known_floor_that_the_plan_reaches_is_proof_enough():
    instance = encode(many(60))
    first = in_a_row(instance, list(range(60)), (MAKESPAN,))
    outcome = exact(instance, (MAKESPAN,), 0, first, soon(), 2, 0, floors=first.values)
    assert outcome.status == "optimal"
    assert outcome.bounds == first.values


def test_what_is_told_gets_better_and_never_crosses():
    told = []
    instance = encode(many(12))
    outcome = exact(
        instance, (WAITING,), 0, None, soon(3), 2, 0, tell=lambda *news: told.append(news)
    )
    assert outcome.found is not None
    assert told[-1] == (0, outcome.found.values[0], outcome.bounds[0])
    values = [value for _, value, _ in told if value is not None]
    assert values == sorted(values, reverse=True)
    bounds = [bound for _, _, bound in told if bound is not None]
    assert bounds == sorted(bounds)
    assert max(bounds) <= min(values)


def test_it_stops_when_it_is_cancelled_and_keeps_the_best():
    instance = encode(many(150))
    first = in_a_row(instance, list(range(150)), (WAITING,))
    stop = threading.Event()
    outcome = exact(
        instance,
        (WAITING,),
        0,
        first,
        soon(300),
        2,
        0,
        tell=lambda place, value, bound: stop.set(),
        cancelled=stop.is_set,
    )
    assert outcome.status == "feasible"
    assert outcome.found is not None
    assert outcome.found.values <= first.values


def test_no_threads_stay_behind():
    before = threading.active_count()
    exact(encode(shop(5)), (WAITING,), 0, None, soon(), 2, 0)
    assert threading.active_count() == before


def test_stability_adds_the_moves_to_the_first_goal():
    problem = shop(3)
    instance = encode(problem)
    plan = exact(instance, (WAITING,), 0, None, soon(), 2, 0)
    assert plan.found is not None
    moved = instance._replace(old_start=plan.found.start + 2)
    outcome = exact(moved, (WAITING, MAKESPAN), 1000, None, soon(), 2, 0)
    assert outcome.found is not None
    assert outcome.found.start.tolist() == (plan.found.start + 2).tolist()


def test_numbers_of_a_century_do_not_overflow():
    tasks = [
        {"name": name, "duration": 500_000, "priority": 1000, "demands": {"people": 900_000}}
        for name in "abcdef"
    ]
    resource = {"name": "people", "capacity": 900_000}
    instance = encode(Problem.read({"tasks": tasks, "resources": [resource]}))
    model = build(plain(instance), (WAITING,), None)
    assert model.cp.validate() == ""
    outcome = exact(instance, (WAITING,), 0, None, soon(), 2, 0)
    assert outcome.status == "optimal"
    assert outcome.bounds == (1000 * 500_000 * 15,)


def test_bounds_become_the_next_integer_unless_a_float_cannot_say_so():
    assert whole(4.0000001) == 4
    assert whole(4.1) == 5
    assert whole(float("-inf")) is None
    assert whole(2.0**60) < 2**60


def test_what_is_too_large_is_left_to_the_search():
    assert supported(encode(shop(100)))
    assert not supported(encode(many(2500)))


def test_hundreds_of_tasks_by_the_same_people_are_left_to_the_search():
    """Their model alone took three times as long to build as there was time."""

    def talks(count: int) -> Instance:
        tasks = [
            {
                "name": f"talk {at}",
                "duration": 5,
                "skills": {"speak": 1},
                "same_people": [f"talk {other}" for other in range(at)],
            }
            for at in range(count)
        ]
        people = [{"name": f"speaker {at}", "skills": ["speak"]} for at in range(20)]
        return encode(Problem.read({"tasks": tasks, "resources": people}))

    assert supported(talks(10))
    assert not supported(talks(150))


def test_many_links_are_counted():
    """A task that waits for all before it."""
    chain = [
        {"name": str(at), "duration": 1, "after": [str(other) for other in range(at)]}
        for at in range(150)
    ]
    assert not supported(encode(Problem.read({"tasks": chain})), most=1000)
