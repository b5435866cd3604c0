"""Why two tasks are not done at the same time."""

import pytest
from plans import WORKSHOP, line

from tools.plan import DAYS, Problem
from tools.record import PlanError
from tools.solver import solve
from tools.studies.clock import Budget
from tools.studies.together import why_not_together
from tools.telling import tell_explanation
from ui.eval.judge.checker import faults

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


@pytest.mark.parametrize("given", [{}, {"value": 5}])
def test_what_is_ruled_out_at_sight_is_not_solved_for(monkeypatch, given):
    """Unless one of them may be left out: then they may both start whenever they like."""
    solved = []
    monkeypatch.setattr(
        "tools.studies.clock.solve", lambda *a, **k: solved.append(a) or solve(*a, **k)
    )
    shop = WORKSHOP.replace_task("painting", **given)
    for problem, pair in ((shop, ("painting", "welding")), (line(60, 30), ("a", "b"))):
        problem = problem.replace_task(pair[0], **given)
        found = why_not_together(problem, solve(problem, time_limit_seconds=1), *pair)
        assert (found.certificate.status == "infeasible") is not bool(given)
    assert bool(solved) is bool(given)


def test_where_there_is_no_time_for_all_moments_one_is_found():
    """Thirty tasks by the hours of a day, on resources that two of them can share."""
    hours = [{"days": list(DAYS), "start": "06:00", "end": "19:00"}]
    tasks = [
        {"name": f"t{n}", "duration": 60 + n, "demands": {"crew": 1 + n % 3}, "priority": 1 + n % 7}
        for n in range(30)
    ]
    crew = {"name": "crew", "capacity": 6, "calendar": "day"}
    problem = Problem.read(
        {
            "start": "2026-11-23T08:00",
            "tasks": tasks,
            "resources": [crew],
            "calendars": [{"name": "day", "hours": hours}],
        }
    )
    plan = solve(problem, time_limit_seconds=1)
    first, *_, last = sorted(plan.assignments, key=lambda row: row.start)
    found = why_not_together(problem, plan, first.task, last.task, Budget(2))
    assert found.certificate.status in ("feasible", "optimal")
    rows = found.alternative.by_task
    assert rows[first.task].start == rows[last.task].start
    assert faults(problem, found.alternative) == []
    assert found.certificate.comparison.least <= 0 or found.alternative.bound is not None


def test_the_same_task_twice_is_refused():
    with pytest.raises(PlanError):
        why_not_together(ONE, PLAN, "a", "a")
