"""Costs are said in the unit that prices are given in, and are whole inside."""

import json

import pytest

from tools.plan import Problem, Reached, Schedule
from tools.reasons.records import Comparison
from tools.solver import solve
from tools.solver.progress import Progress

PRICED = {
    "tasks": [{"name": "turn", "duration": 50, "demands": {"lathe": 1}}],
    "resources": [{"name": "lathe", "cost": 90}],
    "goals": ["cost", "makespan"],
}


def test_json_says_what_the_work_costs_and_is_read_back():
    plan = solve(Problem.read(PRICED), time_limit_seconds=5)
    said = json.loads(plan.model_dump_json())
    assert (said["objective"], said["bound"], said["goal"]) == (75.0, 75.0, "cost")
    assert said["then"] == [{"goal": "makespan", "value": 50, "bound": 50}]
    assert Schedule.read(said) == plan


@pytest.mark.parametrize("sixtieths", [0, 1, 59, 60, 6090, 10**9 + 7])
def test_sixtieths_survive(sixtieths):
    reached = Reached(goal="cost", value=sixtieths, bound=None)
    assert Reached.read(json.loads(reached.model_dump_json())) == reached
    assert reached.model_dump() == {"goal": "cost", "value": sixtieths, "bound": None}


def test_comparisons_and_progress_say_money_as_well():
    both = {"goal": "cost", "before": 600, "after": 660, "least": 60, "most": 60}
    compared = Comparison.read(both | {"end_before": 5, "end_after": 6})
    assert {name: compared.model_dump(mode="json")[name] for name in both} == {
        "goal": "cost",
        "before": 10,
        "after": 11,
        "least": 1,
        "most": 1,
    }
    told = Progress(goal="makespan", value=60, bound=30, seconds=1)
    assert told.model_dump(mode="json")["value"] == 60
