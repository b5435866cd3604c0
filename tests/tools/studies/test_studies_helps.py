"""What small changes would gain."""

import pytest
from hypothesis import HealthCheck, given, settings
from plans import WORKSHOP, line, many, small_problems

from tools.conflict.feasible import best_plan
from tools.plan import Problem
from tools.plan.changes import LongerShift, SetCapacity, SetDuration, apply
from tools.reasons.comparison import Comparison
from tools.reasons.gains import gains
from tools.reasons.records import Explanation
from tools.reasons.remedies import Help, Helps
from tools.solver import solve
from tools.solver.progress import Progress
from tools.studies.clock import Budget
from tools.studies.helps import TRIED, what_helps
from tools.telling import tell_explanation
from ui.eval.judge.checker import best
from ui.page.effects import effects


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
    assert certificate.untried == 3
    assert [each.change.kind for each in certificate.helps] == ["capacity"]  # known without solving


def test_where_there_was_no_time_for_any_change_that_is_said():
    problem = line(60, 60, 60)
    explanation = what_helps(problem, solve(problem, time_limit_seconds=1), Budget(0))
    assert "no time for any of them" in tell_explanation(explanation, "en", problem)
    assert "一处都没来得及试" in tell_explanation(explanation, "zh", problem)


def test_it_is_told_how_many_changes_were_tried():
    told: list[Progress] = []
    problem = line(60, 60, 60)
    plan = solve(problem, time_limit_seconds=5)
    what_helps(problem, plan, Budget(5, told.append))
    tried = [each.tried for each in told]
    assert {each.trials for each in told} == {5}  # the plan itself, a machine and three durations
    assert tried == sorted(tried)
    assert set(tried) <= set(range(1, 6))


def test_stopped_it_says_what_it_found_and_is_asked_for_again():
    """The plan itself is proved; after the first change it is stopped."""
    told: list[Progress] = []
    problem = line(60, 60, 60)
    plan = solve(problem, time_limit_seconds=5)
    stopped = Budget(20, told.append, lambda: bool(told))
    explanation = what_helps(problem, plan, stopped)
    assert explanation.certificate.untried == 3
    assert not explanation.finished
    assert len(explanation.certificate.helps) == 1


def test_more_of_what_never_runs_short_is_not_solved_for(monkeypatch):
    seen: list[Problem] = []
    for name, made in (("best_plan", best_plan), ("solve", solve)):
        monkeypatch.setattr(
            f"tools.studies.clock.{name}",
            lambda *given, made=made, **options: seen.append(given[0]) or made(*given, **options),
        )
    certificate = what_helps(WORKSHOP, solve(WORKSHOP, time_limit_seconds=1)).certificate
    assert {problem.capacity["people"] for problem in seen} == {15}
    (people,) = (each for each in certificate.helps if each.change.kind == "capacity")
    assert people.comparison.verdict == "equal"
    assert people.comparison.exact


def test_more_hands_count_for_the_balance_though_they_never_run_short():
    tasks = [{"name": "a", "duration": 60, "demands": {"crew": 2}}]
    crew = {"name": "crew", "kind": "people", "capacity": 3}
    problem = Problem.read({"tasks": tasks, "resources": [crew], "goals": ["balance"]})
    best_, *_ = what_helps(problem, solve(problem, time_limit_seconds=1)).certificate.helps
    assert best_.change == SetCapacity(resource="crew", capacity=4)
    assert (best_.comparison.before, best_.comparison.after) == (40, 30)


def test_every_change_is_looked_at_before_any_is_solved_for():
    """Sixty tasks, three seconds: no proof, but something is known of each."""
    problem = many(60)
    plan = solve(problem, time_limit_seconds=0.5)
    assert plan.status == "feasible"
    certificate = what_helps(problem, plan, Budget(3)).certificate
    assert len(certificate.helps) == TRIED
    assert gains(certificate.helps[0])


@pytest.mark.parametrize("proved", [True, False])
def test_what_is_not_proved_the_best_is_said_to_be_at_most_that(proved):
    found = Comparison(
        goal="waiting",
        before=180,
        after=60,
        least=-120 if proved else -180,
        most=-120,
        end_before=180,
        end_after=120,
    )
    change = SetCapacity(resource="machine", capacity=2)
    helps = Helps(
        goal="waiting", before=180, end=180, helps=(Help(change=change, comparison=found),)
    )
    for language, words in (("en", "at most 60 priority"), ("zh", "至多 60 优先级")):
        told = tell_explanation(Explanation(certificate=helps), language, line(60, 60, 60))
        assert (words in told) is not proved
    shown = effects(helps, line(60, 60, 60), "en")
    assert ("at least 120 priority-minutes" in shown) is not proved


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Alone, this gains nothing: 16 people."), ("zh", "单独这样改没有用：有 16 个人。")],
)
def test_of_what_more_gains_nothing_is_told_beside_what_helps(language, told):
    explanation = what_helps(WORKSHOP, solve(WORKSHOP, time_limit_seconds=1))
    assert told in tell_explanation(explanation, language, WORKSHOP)
