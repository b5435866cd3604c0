"""What the search keeps is what it valued: the same list always gives the same plan again."""

import time
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from strategies import problems

from tools.plan import Problem
from tools.solver import solve
from tools.solver.encode import encode
from tools.solver.goals import CODES
from tools.solver.search.evolve import evolve
from tools.solver.search.starts import reversed_time
from tools.solver.search.threads import Search, Solution
from tools.solver.search.workspace import workspace
from ui.eval.judge.checker import faults

GOALS = [CODES["makespan"], CODES["waiting"]]


def begun(problem: Problem) -> Search:
    search = Search(encode(problem), GOALS, 0, 0, 7)
    search.begin(time.monotonic() + 1)
    return search


def drifted(search: Search, children: int) -> list[int]:
    """Members of a population, after so many children, that are worth something else when they are
    built again."""
    here, back = search.instance, reversed_time(search.instance)
    memory = workspace(here)
    lists, genes, marks = search._population(memory, 7, time.monotonic() + 5)
    evolve(
        here, memory, back, workspace(back), search.aim, lists, genes, marks, search.kinds, True,
        children, 7,
    )  # fmt: skip
    again = [search._try(order, own) for order, own in zip(lists, genes, strict=True)]
    return [at for at, each in enumerate(again) if each.rank != tuple(marks[at])]


def shop(kind: str) -> Problem:
    """Thirty tasks that a list by start builds otherwise than the list it was made from."""
    crew = [{"name": f"w{n}", "skills": ["weld", "sew", "cut"][n % 3 :]} for n in range(5)]
    resources: list[dict[str, Any]] = [*crew, {"name": "m", "capacity": 2}]
    if kind == "setups":
        setups = [{"before": a, "after": b, "minutes": 9} for a, b in ("fg", "gf", "fh", "hg")]
        resources.append({"name": "press", "setups": setups})
    tasks: list[dict[str, Any]] = []
    for n in range(30):
        task: dict[str, Any] = {"name": f"t{n}", "duration": 3 + 7 * n % 23, "demands": {"m": 1}}
        if kind == "setups":
            task |= {"demands": {"press": 1} if n % 2 else {"m": 1}, "family": "fgh"[n % 3]}
        else:
            task["skills"] = {["weld", "sew", "cut"][n % 3]: 1 + n % 2}
        if kind == "links" and n > 5:
            task["links"] = [{"task": f"t{n - 5}", "kind": "start-start", "lag": 0}]
            task["links"] += [{"task": f"t{n - 3}", "lag": -4}]
        if n > 3 and n % 4 == 0:
            task["after"] = [f"t{n - 4}"]
        tasks.append(task)
    return Problem.read({"tasks": tasks, "resources": resources})


@pytest.mark.parametrize("kind", ["crews", "setups", "links"])
def test_what_a_population_keeps_is_what_it_valued(kind):
    assert drifted(begun(shop(kind)), 300) == []


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(problems())
def test_a_list_gives_the_same_plan_again_whatever_a_problem_says(problem):
    search = begun(problem)
    assume(search.best is not None)
    assert drifted(search, 200) == []


def test_who_must_come_along_is_not_forgotten_at_the_next_try():
    """Both of b's people come with a's one, or not at all; who cannot do b must not do a."""
    tasks = [
        {"name": "a", "duration": 5, "skills": {"weld": 1}},
        # Optional, or a would know beforehand whom b leaves for it.
        {"name": "b", "duration": 5, "value": 9, "skills": {"paint": 2}, "same_people": ["a"]},
    ]
    resources = [
        {"name": "ann", "skills": ["weld"]},
        {"name": "bob", "skills": ["weld", "paint"]},
        {"name": "cid", "skills": ["paint"], "absences": [{"start": 0, "end": 20}]},
        {"name": "dan", "skills": ["paint"], "absences": [{"start": 0, "end": 9}]},
    ]
    problem = Problem.read({"tasks": tasks, "resources": resources})
    search = Search(encode(problem), GOALS, 0, 0, 0)
    assert not search._try(np.array([0, 1]), np.zeros((3, 2), dtype=np.int64)).whole
    plan = solve(problem, time_limit_seconds=2)
    assert faults(problem, plan) == []


def test_a_plan_is_worth_what_it_is_whatever_was_noted():
    search = begun(shop("crews"))
    assert search.best is not None
    good = Solution(search.best.order, search.best.genes, search.best.mark)
    boastful = Solution(good.order, good.genes, good.mark - np.array([0, 1, 1]))
    found = search.plan(boastful)
    assert found is not None
    assert found.values == good.rank[1:]


def test_no_plan_is_made_of_a_list_that_breaks_a_rule():
    tasks = [{"name": "a", "duration": 9, "deadline": 9, "demands": {"m": 1}}]
    tasks.append({"name": "b", "duration": 9, "demands": {"m": 1}})
    problem = Problem.read({"tasks": tasks, "resources": [{"name": "m"}]})
    search = Search(encode(problem), GOALS, 0, 0, 0)
    late = search._try(np.array([1, 0]), np.zeros((3, 2), dtype=np.int64))
    called_whole = Solution(late.order, late.genes, np.array([0, 9, 9]))
    assert not late.whole
    assert search.plan(called_whole) is None


WEEK = ["mon", "tue", "wed", "thu", "fri"]
HOURS = [
    {"name": "day", "hours": [{"days": WEEK, "start": "08:00", "end": "12:00"}]},
    {"name": "evening", "hours": [{"days": WEEK, "start": "18:00", "end": "22:00"}]},
]


def two_ways(count: int) -> Problem:
    """Tasks none of which can be done its own way, each for a reason of its own."""
    reasons: list[dict[str, Any]] = [
        {"duration": 300, "demands": {"desk": 1}},
        {"duration": 20, "demands": {"late desk": 1}, "skills": {"weld": 1}},
        {"duration": 20, "demands": {"desk": 1, "late desk": 1}},
        {"duration": 250, "skills": {"sew": 1}},
    ]
    slow, quick = ({"duration": n, "demands": {"m": 1}} for n in (90, 30))
    return Problem.read(
        {
            "start": "2026-11-23T08:00",
            "tasks": [
                {"name": f"t{n}", "alternatives": [slow, quick]} | reasons[n % 4]
                for n in range(count)
            ],
            "resources": [
                {"name": "m", "capacity": 4},
                {"name": "desk", "calendar": "day"},
                {"name": "late desk", "calendar": "evening"},
                {"name": "ann", "skills": ["weld", "sew"], "calendar": "day"},
            ],
            "calendars": HOURS,
        }
    )


def test_each_task_begins_with_a_way_in_which_it_can_be_done():
    search = Search(encode(two_ways(8)), GOALS, 0, 0, 0)
    assert [genes[0].tolist() for genes in search._genes()] == [[2] * 8]
    first = search.begin(0.0)
    assert first is not None
    assert first.whole


def test_what_fits_its_own_way_begins_with_it():
    task = {"name": "a", "duration": 9, "alternatives": [{"duration": 1}]}
    search = Search(encode(Problem.read({"tasks": [task]})), GOALS, 0, 0, 0)
    assert [genes[0].tolist() for genes in search._genes()] == [[0]]


def test_a_task_that_fits_nowhere_begins_left_out_if_it_may_be():
    problem = Problem.read(
        {
            "start": "2026-11-23T08:00",
            "tasks": [
                {"name": name, "duration": minutes, "value": 1, "demands": {"desk": 1}}
                for name, minutes in (("a", 300), ("b", 30))
            ],
            "resources": [{"name": "desk", "calendar": "day"}],
            "calendars": HOURS,
        }
    )
    search = Search(encode(problem), GOALS, 0, 0, 0)
    assert search._genes()[0][0].tolist() == [-1, 0]


def test_a_way_that_is_gone_since_the_plan_before_is_not_begun_with():
    task = {"name": "a", "duration": 9, "demands": {"m": 1}}
    with_other = task | {"alternatives": [{"duration": 3}]}
    resources = [{"name": "m", "capacity": 2}]
    before = solve(Problem.read({"tasks": [with_other], "resources": resources}), "makespan")
    assert before.by_task["a"].way == 1
    for now in (task, task | {"demands": {"m": 2}}):
        problem = Problem.read({"tasks": [now], "resources": resources})
        search = Search(encode(problem, before=before), GOALS, 0, 0, 0)
        assert [genes[0].tolist() for genes in search._genes()] == [[0], [0]]
