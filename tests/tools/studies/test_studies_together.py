"""Why two tasks are not done at the same time."""

import pytest
from plans import WORKSHOP, line

from tools.plan import Problem
from tools.record import PlanError
from tools.solver import solve
from tools.studies.together import why_not_together
from tools.telling import tell_explanation

ONE = line(60, 30, priority=[1, 1])
PLAN = solve(ONE, time_limit_seconds=1)


def told(problem: Problem, one: str, other: str, language="en") -> str:
    plan = solve(problem, time_limit_seconds=1)
    return tell_explanation(why_not_together(problem, plan, one, other), language, problem)


def test_too_little_for_both_is_named_and_confirmed():
    facts = why_not_together(ONE, PLAN, "a", "b").certificate
    resource = ONE.resources[0].name
    assert (facts.resource, facts.demand, facts.there) == (resource, 2, 1)
    assert facts.status == "infeasible"
    assert "Both together need 2" in told(ONE, "a", "b")
    assert "而总共只有 1" in told(ONE, "a", "b", "zh")


def test_a_rule_of_the_user_is_named():
    facts = why_not_together(WORKSHOP, solve(WORKSHOP), "painting", "welding").certificate
    assert facts.rule == ("welding", "painting")
    assert "painting must wait for welding" in told(WORKSHOP, "painting", "welding")


def test_what_must_not_overlap_is_named():
    apart = Problem.read(
        {
            "tasks": [
                {"name": "a", "duration": 5, "apart": ["b"]},
                {"name": "b", "duration": 5},
            ]
        }
    )
    assert "you said that they must not overlap" in told(apart, "b", "a")


def test_what_overlaps_already_is_said_to():
    free = Problem.read({"tasks": [{"name": "a", "duration": 5}, {"name": "b", "duration": 9}]})
    explanation = why_not_together(free, solve(free), "a", "b")
    assert explanation.certificate.already
    assert "overlap from 0 h to 5 min" in told(free, "a", "b")


def test_what_is_possible_is_solved_again_with_its_cost():
    tasks = [
        {"name": "a", "duration": 30, "demands": {"people": 1}, "priority": 9},
        {"name": "b", "duration": 30, "demands": {"people": 1}},
        {"name": "c", "duration": 30, "demands": {"people": 1}, "priority": 5},
    ]
    three = Problem.read({"tasks": tasks, "resources": [{"name": "people", "capacity": 2}]})
    explanation = why_not_together(three, solve(three), "a", "b")
    comparison = explanation.certificate.comparison
    # c waits half an hour with five times the weight instead of b with one.
    assert (comparison.before, comparison.after) == (30, 150)
    starts = explanation.alternative.by_task
    assert starts["a"].start == starts["b"].start
    assert "Solved again with both starting at the same moment" in told(three, "a", "b")


def test_the_same_task_twice_is_refused():
    with pytest.raises(PlanError):
        why_not_together(ONE, PLAN, "a", "a")
