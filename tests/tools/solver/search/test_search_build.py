"""The compiled schedule generator, alone: a list in, a plan out."""

import time

import numpy as np
from hypothesis import HealthCheck, given, settings
from strategies import problems

from tools.plan import Problem
from tools.solver.bounds import bound
from tools.solver.decode import compacted, decode
from tools.solver.encode import encode
from tools.solver.goals import CODES
from tools.solver.instance import NEVER
from tools.solver.progress import BEAT, Watch
from tools.solver.search.threads import Search
from ui.eval.judge.checker import faults

some = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
CODE_LIST = list(CODES.values())[:6]


def searched(problem: Problem, goals: list[int], seconds: float) -> Search:
    search = Search(encode(problem), goals, 0, 0, 7)
    search.begin(time.monotonic() + 1)
    if search.best is not None and search.best.mark[0] < NEVER:
        search.improve(time.monotonic() + seconds, 2, lambda: False)
    return search


@some
@given(problems())
def test_what_the_search_calls_whole_keeps_every_rule_and_every_bound(problem):
    goals = [CODES["waiting"], CODES["makespan"]]
    search = searched(problem, goals, 0.02)
    if search.best is None or not search.best.whole:
        return
    found = search.plan(search.best)
    assert found is not None
    plan = decode(problem, search.instance, found)
    plan = plan.model_copy(update={"goal": "waiting", "objective": found.values[0], "then": ()})
    assert [fault for fault in faults(problem, plan) if "bound" not in fault] == []
    for goal, reached in zip(goals, found.values, strict=True):
        assert (bound(search.instance, goal) or 0) <= reached


@some
@given(problems())
def test_compacting_never_makes_a_plan_worse(problem):
    goals = [CODES["waiting"], CODES["makespan"]]
    search = searched(problem, goals, 0.0)
    if search.best is None or not search.best.whole:
        return
    found = search.plan(search.best)
    assert found is not None
    closer = compacted(search.instance, found, goals, 0)
    assert closer.values <= found.values
    assert (closer.start <= found.start).all()


def test_more_time_never_makes_the_best_worse():
    tasks = [
        {"name": f"t{at}", "duration": 5 + at % 7, "demands": {"m": 1}, "priority": 1 + at % 5}
        for at in range(40)
    ]
    problem = Problem.read({"tasks": tasks, "resources": [{"name": "m", "capacity": 2}]})
    search = Search(encode(problem), [0, 1], 0, 0, 1)
    first = search.begin(time.monotonic() + 1)
    assert first is not None
    before = first.rank
    search.improve(time.monotonic() + 0.2, 2, lambda: False)
    assert search.best is not None
    assert search.best.rank <= before


def test_smiths_order_on_one_machine_is_known_to_be_best_without_search():
    tasks = [
        {"name": f"t{at}", "duration": 1 + 7 * at % 13, "demands": {"m": 1}, "priority": 1 + at % 9}
        for at in range(100)
    ]
    instance = encode(Problem.read({"tasks": tasks, "resources": [{"name": "m"}]}))
    search = Search(instance, [CODES["waiting"]], 0, 0, 1)
    best = search.begin(time.monotonic() + 1)
    assert best is not None
    assert best.rank == (0, bound(instance, CODES["waiting"]))


def test_a_solve_that_finds_nothing_better_still_tells_that_it_goes_on():
    told: list[float] = []
    watch = Watch(60, lambda progress: told.append(progress.seconds))
    watch.tell("waiting", 5, 1)
    watch.tell("waiting", 5, 1)
    assert len(told) == 1
    watch.began -= BEAT
    watch.tell("waiting", 5, 1)
    assert len(told) == 2


def test_the_list_decides_who_comes_first():
    tasks = [{"name": name, "duration": 10, "demands": {"m": 1}} for name in "ab"]
    instance = encode(Problem.read({"tasks": tasks, "resources": [{"name": "m"}]}))
    search = Search(instance, [0], 0, 0, 0)
    genes = np.zeros((3, 2), dtype=np.int64)
    search._try(np.array([1, 0]), genes)
    assert search.spare.start.tolist() == [10, 0]


def test_who_runs_while_closed_does_not_count_among_the_fewest_people():
    day = {"name": "day", "hours": [{"days": ["mon", "tue"], "start": "08:00", "end": "09:00"}]}
    clerks = {"name": "clerks", "kind": "people", "capacity": 3, "calendar": "day"}
    night = [
        {"name": name, "duration": 10, "started": 60, "demands": {"clerks": 1}} for name in "abc"
    ]
    tasks = [*night, {"name": "d", "duration": 10, "demands": {"clerks": 1}}]
    data = {"tasks": tasks, "resources": [clerks], "calendars": [day], "now": 61}
    problem = Problem.read(data | {"start": "2026-11-23T08:00"})
    search = searched(problem, [CODES["people"], CODES["makespan"]], 0.02)
    assert search.best is not None
    found = search.plan(search.best)
    assert found is not None
    assert found.values[0] == 1
