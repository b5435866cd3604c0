"""What small changes would gain."""

from hypothesis import HealthCheck, given, settings
from plans import WORKSHOP, line, small_problems

from tools.plan import Problem
from tools.plan.changes import LongerShift, SetCapacity, SetDuration, apply
from tools.solver import solve
from tools.studies.clock import Budget
from tools.studies.helps import what_helps
from tools.telling import tell_explanation
from ui.eval.judge.checker import best


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(small_problems(most=4, deadlines=False))
def test_every_gain_is_that_of_trying_everything(problem):
    certificate = what_helps(problem, solve(problem, time_limit_seconds=5), Budget(20)).certificate
    assert certificate.before == best(problem, "waiting")
    for each in certificate.helps:
        assert each.comparison.after == best(apply(problem, [each.change]), "waiting")
    gains = [each.comparison.after for each in certificate.helps]
    assert gains == sorted(gains)


def test_the_scarce_resource_is_what_helps_most():
    problem = line(60, 60, 60)
    explanation = what_helps(problem, solve(problem, time_limit_seconds=1))
    best_, *_ = explanation.certificate.helps
    assert best_.change == SetCapacity(resource="machine", capacity=2)
    assert (best_.comparison.before, best_.comparison.after) == (180, 60)
    told = tell_explanation(explanation, "en", problem)
    assert "What helps most is 2 machine" in told
    assert "| nothing changed | 180 priority-minutes | 3 h |" in told


def test_each_kind_of_change_is_tried():
    tasks = [{"name": n, "duration": 200, "demands": {"press": 1}} for n in "abc"]
    hours = [{"days": ["mon", "tue", "wed"], "start": "08:00", "end": "12:00"}]
    problem = Problem.read(
        {
            "start": "2026-11-23T08:00",
            "tasks": tasks,
            "resources": [{"name": "press", "capacity": 1, "calendar": "day"}],
            "calendars": [{"name": "day", "hours": hours}],
        }
    )
    certificate = what_helps(problem, solve(problem, time_limit_seconds=2)).certificate
    changes = [each.change for each in certificate.helps]
    assert SetCapacity(resource="press", capacity=2) in changes
    assert LongerShift(calendar="day", minutes=60) in changes
    assert SetDuration(task="a", minutes=180) in changes


def test_a_shift_that_ends_at_midnight_gets_no_25th_hour():
    problem = Problem.read(
        {
            "start": "2026-11-23T08:00",
            "tasks": [{"name": "a", "duration": 60, "demands": {"press": 1}}],
            "resources": [{"name": "press", "capacity": 1, "calendar": "late"}],
            "calendars": [
                {"name": "late", "hours": [{"days": ["mon"], "start": "16:00", "end": "24:00"}]}
            ],
        }
    )
    certificate = what_helps(problem, solve(problem, time_limit_seconds=1)).certificate
    assert all(each.change.kind != "shift" for each in certificate.helps)


def test_where_nothing_helps_that_is_said():
    problem = Problem.read({"tasks": [{"name": "a", "duration": 1}]})
    explanation = what_helps(problem, solve(problem, time_limit_seconds=1))
    assert "found no better plan" in tell_explanation(explanation, "en", problem)
    assert "没有一处" in tell_explanation(explanation, "zh", problem)


def test_what_there_was_no_time_for_is_counted():
    certificate = what_helps(WORKSHOP, solve(WORKSHOP, time_limit_seconds=1), Budget(0)).certificate
    assert certificate.untried == 4
    assert certificate.helps == ()
