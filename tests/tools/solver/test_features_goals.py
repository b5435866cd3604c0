"""Goals, planning again, and running a solve; every best plan can be checked by hand."""

from time import monotonic
from typing import Any

import pytest
from features import ANN, BOB, MACHINE, STEEL, M, held, planned, problem, starts, task, values

from tools.plan import Problem
from tools.solver import solve
from tools.solver.encode import encode
from tools.solver.goals import CODES
from tools.solver.search.crew import CHEAP
from tools.solver.search.threads import Search
from ui.eval.judge.checker import faults


def test_fewest_people_work_one_after_another():
    tasks = [task(name, 10, demands={"people": 2}) for name in "abc"]
    pool = {"name": "people", "capacity": 6}
    assert values(planned(problem(tasks, pool), "people", "makespan")) == {
        "people": 2,
        "makespan": 30,
    }
    assert values(planned(problem(tasks, pool), "makespan", "people")) == {
        "makespan": 10,
        "people": 6,
    }


def test_the_cheapest_way_is_found_and_paid_by_the_hour():
    machines = [MACHINE | {"cost": 30}, {"name": "old", "cost": 10}, STEEL | {"cost": 2}]
    slow = {"duration": 120, "demands": {"old": 1, "steel": 1}}
    asked = problem([task("a", 60, alternatives=[slow], **M)], *machines)
    schedule = planned(asked, "cost")
    assert (schedule.by_task["a"].way, schedule.objective) == (1, 10 * 120 + 2 * 60)
    assert planned(asked, "completion", "cost").then[0].value == 30 * 60


def test_the_load_is_shared_evenly():
    tasks = [
        task(name, length, skills={"weld": 1})
        for name, length in zip("abc", (9, 5, 4), strict=True)
    ]
    schedule = planned(problem(tasks, ANN, BOB), "balance")
    assert schedule.objective == 9
    assert held(schedule, "a") != held(schedule, "b") == held(schedule, "c")


def test_completion_weighs_ends():
    tasks = [task("a", 6, priority=1, **M), task("b", 4, priority=2, **M)]
    schedule = planned(problem(tasks, MACHINE), "completion")
    assert (schedule.objective, starts(schedule)) == (2 * 4 + 10, {"a": 4, "b": 0})


def test_a_second_goal_decides_between_plans_that_are_best_in_the_first():
    tasks = [task("a", 6, **M), task("b", 2, **M)]
    schedule = planned(problem(tasks, MACHINE), "makespan", "waiting")
    assert (values(schedule), starts(schedule)) == (
        {"makespan": 8, "waiting": 2},
        {"a": 2, "b": 0},
    )


def test_the_goals_of_the_problem_are_taken_if_none_are_given():
    tasks = [task("a", 6, due=6, priority=5, **M), task("b", 2, **M)]
    schedule = planned(problem(tasks, MACHINE, goals=["tardiness", "waiting"]))
    assert values(schedule) == {"tardiness": 0, "waiting": 6}
    assert planned(problem(tasks, MACHINE)).goal == "waiting"


# Planning again


def on_machine(*tasks: dict[str, Any], now: int = 0) -> Problem:
    return problem([M | each for each in tasks], MACHINE, now=now)


def test_planned_again_a_late_task_pushes_only_what_it_must():
    tasks = [task("a", 10, priority=9), task("b", 10, priority=5), task("c", 10, release=40)]
    before = planned(on_machine(*tasks))
    late = [tasks[0] | {"started": 0, "duration": 25}, *tasks[1:]]
    schedule = planned(on_machine(*late, now=5), before=before)
    assert starts(schedule) == {"a": 0, "b": 25, "c": 40}
    assert [(move.task, move.before, move.after) for move in schedule.moved] == [("b", 10, 25)]
    assert (schedule.goal, schedule.objective) == ("moves", 480 + 15)


def test_planned_again_nothing_moves_even_if_another_plan_is_now_better():
    tasks = [task("a", 10, priority=2), task("b", 10, priority=1)]
    before = planned(on_machine(*tasks))
    urgent = on_machine(tasks[0], tasks[1] | {"priority": 9})
    kept = planned(urgent, before=before)
    assert (starts(kept), kept.moved) == ({"a": 0, "b": 10}, ())
    assert starts(planned(urgent)) == {"a": 10, "b": 0}


@pytest.mark.parametrize(("stability", "order"), [(0, "ba"), (1, "ba"), (2, "ab")])
def test_the_weight_of_stability_decides_whether_a_better_plan_is_worth_its_moves(stability, order):
    tasks = [task("a", 10, priority=2), task("b", 10, priority=1)]
    before = planned(on_machine(*tasks))
    urgent = on_machine(tasks[0], tasks[1] | {"priority": 101})
    # Changing places saves (101 - 2) x 10 = 990; both move, which counts 2 x (480 + 10) = 980.
    schedule = solve(urgent, before=before, stability=stability, time_limit_seconds=5)
    said = urgent.model_copy(update={"stability": stability})
    assert starts(solve(said, before=before, time_limit_seconds=5)) == starts(schedule)
    assert faults(urgent, schedule, before=before) == []
    assert "".join(sorted("ab", key=lambda name: starts(schedule)[name])) == order


def test_planned_again_the_same_people_go_on():
    weld = {"skills": {"weld": 1}}
    before = planned(problem([task("a", 10, demands={"bob": 1}), task("b", 10, **weld)], ANN, BOB))
    free = problem([task("a", 5, release=20), task("b", 10, **weld)], ANN, BOB)
    schedule = planned(free, before=before)
    assert held(schedule, "b") == {"ann": 1}
    assert [move.task for move in schedule.moved] == ["a"]


# Running it


def test_a_cancelled_solve_gives_the_best_so_far():
    tasks = [task(f"t{place}", 5 + place % 7, **M) for place in range(40)]
    asked = problem(tasks, MACHINE)
    schedule = solve(asked, "tardiness", time_limit_seconds=60, cancelled=lambda: True)
    assert schedule.status == "unknown" or faults(asked, schedule) == []


def test_a_solve_tells_how_far_it_is():
    told: list[Any] = []
    tasks = [task(name, 5 + place, **M) for place, name in enumerate("abcdef")]
    schedule = solve(problem(tasks, MACHINE), time_limit_seconds=5, tell=told.append)
    assert told
    assert told[-1].value == schedule.objective
    assert [each.seconds for each in told] == sorted(each.seconds for each in told)


def test_that_nothing_is_left_out_is_proved_however_many_tasks_there_are():
    tasks = [task(f"t{n}", 5, value=3) for n in range(2100)]
    plan = solve(problem(tasks), time_limit_seconds=2)
    assert (plan.goal, plan.objective, plan.bound) == ("value", 0, 0)


@pytest.mark.parametrize(("count", "people"), [(150, 1), (40, 3)])
def test_many_tasks_wait_for_the_fewest_people_who_can_do_them(count, people):
    pool = {"name": "pool", "capacity": 10, "kind": "people"}
    tasks = [task(f"t{n}", 30 + n % 7, demands={"pool": 1}) for n in range(count)]
    tasks += [task("by three", 10, demands={"pool": people})]
    plan = planned(problem(tasks, pool), "people")
    assert plan.objective == people


def test_everything_waits_for_the_cheapest():
    tasks = [task(f"t{n}", 60, skills={"weld": 1}) for n in range(80)]
    dear = [ANN | {"name": f"dear {n}", "cost": 50 + n} for n in range(4)]
    asked = problem(tasks, *dear, ANN | {"cost": 20})
    search = Search(encode(asked), [CODES["cost"], CODES["makespan"]], 0, CHEAP, 0)
    search.begin(monotonic())  # one rule
    search.spare_units(monotonic() + 60)
    assert search.best is not None
    assert search.best.rank == (0, 80 * 20 * 60, 80 * 60)
    assert search.plan(search.best).values == (80 * 20 * 60, 80 * 60)
