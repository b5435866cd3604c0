"""Why a task is not at another time."""

import pytest
from plans import WORKSHOP, line

from tools.plan import Problem
from tools.record import PlanError
from tools.solver import solve
from tools.studies.clock import Budget
from tools.studies.moment import why_not_then
from tools.telling import tell_explanation
from ui.eval.judge.checker import faults

ONE = line(60, 30, priority=[1, 1])
PLAN = solve(ONE, time_limit_seconds=1)
"""b from 0 to 30, a from 30 to 90: waiting 30."""


def test_another_start_is_solved_again_and_costs_what_it_costs():
    explanation = why_not_then(ONE, PLAN, "a", 0, 0)
    certificate = explanation.certificate
    assert certificate.start == 30
    assert explanation.alternative.by_task["a"].start == 0
    assert faults(explanation.problem, explanation.alternative) == []
    assert certificate.comparison.after == 60
    assert certificate.comparison.least == certificate.comparison.most == 30
    told = tell_explanation(explanation, "en", ONE)
    assert "**a** starts after 30 min" in told
    assert "60 priority-minutes" in told


def test_a_start_that_the_plan_has_is_said_to_be_there():
    explanation = why_not_then(ONE, PLAN, "a", 30, 30)
    assert explanation.certificate.already
    assert explanation.alternative is None
    assert "already" in tell_explanation(explanation, "en", ONE)


def test_a_start_that_no_plan_can_have_is_told_with_what_forbids_it():
    plan = solve(WORKSHOP, time_limit_seconds=1)
    explanation = why_not_then(WORKSHOP, plan, "painting", 60, 60)
    assert explanation.certificate.status == "infeasible"
    assert solve(explanation.problem, time_limit_seconds=1).status == "infeasible"
    told = tell_explanation(explanation, "en", WORKSHOP)
    assert "impossible" in told
    assert "**welding**" in told


def test_a_start_before_the_release_is_tried_without_it():
    problem = ONE.replace_task("a", release=20)
    plan = solve(problem, time_limit_seconds=1)
    explanation = why_not_then(problem, plan, "a", 0, 0)
    assert explanation.alternative.by_task["a"].start == 0
    told = tell_explanation(explanation, "en", problem)
    assert "you asked that it not start before 20 min. Without that wish" in told


def test_a_fixed_start_is_said_to_be_fixed():
    problem = ONE.replace_task("a", fixed=30)
    explanation = why_not_then(problem, solve(problem, time_limit_seconds=1), "a", 0, 0)
    told = tell_explanation(explanation, "en", problem)
    assert "**a** starts after 30 min, as you fixed it. Without that wish" in told


def test_a_day_is_any_start_on_that_day():
    clocked = Problem.read(ONE.model_dump() | {"start": "2026-11-23T08:00"})
    plan = solve(clocked, time_limit_seconds=1)
    tuesday = (16 * 60, 40 * 60 - 1)
    explanation = why_not_then(clocked, plan, "b", *tuesday)
    start = explanation.alternative.by_task["b"].start
    assert tuesday[0] <= start <= tuesday[1]
    told = tell_explanation(explanation, "en", clocked)
    assert "Tue 24 Nov" in told
    assert "周二" in tell_explanation(explanation, "zh", clocked)


@pytest.mark.parametrize(
    ("problem", "first", "last", "key"),
    [
        (ONE, -60, -60, "before-the-plan"),
        (ONE.replace_task("a", started=0, fixed=None), 50, 50, "task-has-started"),
    ],
)
def test_a_start_that_makes_no_sense_is_refused(problem, first, last, key):
    with pytest.raises(PlanError) as refused:
        why_not_then(problem, solve(problem, time_limit_seconds=1), "a", first, last)
    assert refused.value.key == key
    assert refused.value.say("zh") != refused.value.say("en")


def test_a_task_that_is_not_there_is_refused():
    with pytest.raises(PlanError):
        why_not_then(ONE, PLAN, "c", 0, 0)


def test_a_day_that_is_impossible_has_its_reason():
    """b needs 5 h in one piece after a, which leaves 3 h of the first day."""
    hours = [{"days": ["mon", "tue"], "start": "09:00", "end": "17:00"}]
    first = {"name": "a", "duration": 300, "demands": {"desk": 1}}
    problem = Problem.read(
        {
            "start": "2026-11-30T09:00",
            "calendars": [{"name": "office", "hours": hours}],
            "resources": [{"name": "desk", "calendar": "office"}],
            "tasks": [first, first | {"name": "b", "after": ["a"]}],
        }
    )
    found = why_not_then(problem, solve(problem), "b", 0, 899)
    told = tell_explanation(found, "en", problem)
    assert "is to start by the end of Mon 30 Nov" in told
    assert "These cannot all hold:" in told
    assert "**a** takes 5 h" in told
    assert not any(
        each.task == "b" for each in found.certificate.conflict.repairs if each.kind == "leave-out"
    )


def office(*tasks: dict, **more: object) -> Problem:
    """Tasks at one desk that is open from Monday to Friday, 9:00 to 17:00; it is Monday, 9:00."""
    hours = [{"days": ["mon", "tue", "wed", "thu", "fri"], "start": "09:00", "end": "17:00"}]
    return Problem.read(
        {
            "start": "2026-11-30T09:00",
            "calendars": [{"name": "office", "hours": hours}],
            "resources": [{"name": "desk", "calendar": "office"}],
            "tasks": [
                {"name": "a", "duration": 300, "demands": {"desk": 1}} | each for each in tasks
            ],
        }
        | more
    )


DAY = 24 * 60
SATURDAY = (5 * DAY - 540, 6 * DAY - 541)
TUESDAY = (DAY - 540, 2 * DAY - 541)


def test_a_day_on_which_nobody_works_has_its_reason_also_for_what_may_pause():
    problem = office({"pausable": True})
    found = why_not_then(problem, solve(problem), "a", *SATURDAY)
    assert found.certificate.status == "infeasible"
    told = tell_explanation(found, "en", problem)
    assert "These cannot all hold" in told
    assert "“office”" in told


def test_what_may_pause_may_begin_on_a_day_and_end_long_after_it():
    """Begun on Tuesday morning it ends on Wednesday at 11:00, over ten hours after Tuesday."""
    problem = office({"duration": 600, "pausable": True})
    found = why_not_then(problem, solve(problem), "a", *TUESDAY)
    other = found.alternative
    assert (other.by_task["a"].start, other.by_task["a"].end) == (DAY, 2 * DAY + 120)
    assert faults(found.problem, other) == []


def test_a_start_that_only_a_quicker_way_would_miss_is_impossible_not_unknown():
    """Both machines are busy for 100 minutes: the quick way would fit behind, not before."""
    problem = Problem.read(
        {
            "tasks": [
                {
                    "name": "a",
                    "duration": 300,
                    "demands": {"old": 1},
                    "alternatives": [{"duration": 60, "demands": {"new": 1}}],
                },
                {"name": "b", "duration": 100, "demands": {"old": 1, "new": 1}, "fixed": 0},
            ],
            "resources": [{"name": "old"}, {"name": "new"}],
        }
    )
    plan = solve(problem, time_limit_seconds=1)
    found = why_not_then(problem, plan, "a", 0, 99, Budget(30))
    assert found.certificate.status == "infeasible"
    said = {
        (each.kind, each.task or each.resource) for each in found.certificate.conflict.statements
    }
    assert said == {
        ("latest", "a"),
        *(("demand", name) for name in "ab"),
        ("fixed", "b"),
        ("duration", "b"),
        ("capacity", "old"),
        ("capacity", "new"),
    }
    told = tell_explanation(found, "en", problem)
    assert "needs 1 old in some ways of doing it" in told
    assert "有的做法需要 1 个old" in tell_explanation(found, "zh", problem)
    later = why_not_then(problem, plan, "a", 101, 200)
    assert 101 <= later.alternative.by_task["a"].start <= 200
    assert faults(later.problem, later.alternative) == []


def test_what_is_accepted_is_that_start_and_nothing_else():
    clocked = Problem.read(ONE.model_dump() | {"start": "2026-11-23T08:00"})
    clocked = clocked.replace_task("b", value=5)
    plan = solve(clocked, time_limit_seconds=1)
    found = why_not_then(clocked, plan, "b", 16 * 60, 40 * 60 - 1)
    taken, other = found.problem.by_name["b"], found.alternative
    assert taken == clocked.by_name["b"].model_copy(update={"fixed": other.by_task["b"].start})
    assert found.problem.by_name["a"] == clocked.by_name["a"]
    assert faults(found.problem, other) == []
    # It may still be left out, which nobody has tried.
    assert (other.status, other.bound) == ("feasible", None)


def test_a_start_after_which_a_deadline_cannot_be_kept_names_the_deadline():
    problem = ONE.replace_task("a", deadline=100)
    plan = solve(problem, time_limit_seconds=1)
    found = why_not_then(problem, plan, "a", 80, 80, Budget(30))
    assert found.certificate.status == "infeasible"
    told = tell_explanation(found, "en", problem)
    assert (
        "**a** takes 1 h, must start after 1 h 20 min and must finish by 1 h 40 min after the start"
        in told
    )
