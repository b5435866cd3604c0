"""Why these people do a task, and what it would be with others."""

import pytest
from plans import by_hand

from tools.plan import Problem
from tools.record import PlanError
from tools.solver import solve
from tools.studies.clock import Budget
from tools.studies.people import why_who
from tools.telling import tell_explanation
from ui.eval.judge.checker import faults

DESK = Problem.read(
    {
        "tasks": [
            {"name": "refund", "duration": 60, "priority": 9, "skills": {"refunds": 1}},
            {"name": "reply", "duration": 30, "skills": {"desk": 1}},
            {"name": "sign", "duration": 10, "demands": {"Ann": 1}, "after": ["refund"]},
            {"name": "archive", "duration": 10},
        ],
        "resources": [
            {"name": "Ann", "skills": ["refunds", "desk"]},
            {"name": "Ben", "skills": ["desk"]},
            {"name": "Eve", "skills": ["desk"]},
        ],
    }
)
PLAN = solve(DESK, time_limit_seconds=1)


def plan_of(**who: str):
    """The plan in which `who` does each of these tasks."""
    changes = DESK
    for task, name in who.items():
        changes = changes.replace_task(task, skills={}, demands={name: 1})
    rows = {row.task: row for row in solve(changes, time_limit_seconds=1).assignments}
    schedule = solve(DESK, time_limit_seconds=1)
    return schedule.model_copy(update={"assignments": tuple(rows.values())})


def test_others_are_busy_with_something_or_free():
    schedule = plan_of(refund="Ann", reply="Ben")
    facts = why_who(DESK, schedule, "reply").certificate
    assert facts.crew == ("Ben",)
    assert [(each.name, each.task) for each in facts.busy] == [("Ann", "refund")]
    assert facts.free == ("Eve",)
    told = tell_explanation(why_who(DESK, schedule, "reply"), "en", DESK)
    assert "Ann is busy with **refund**" in told
    assert "Eve has the skill too and is free then" in told


def test_somebody_else_is_solved_again_and_costs_what_it_costs():
    schedule = plan_of(refund="Ann", reply="Ben")
    explanation = why_who(DESK, schedule, "reply", "Ann")
    facts, other = explanation.certificate, explanation.alternative
    assert dict(other.by_task["reply"].resources) == {"Ann": 1}
    assert faults(explanation.problem, other) == []
    # Ann does all three: the urgent refund, its signature, and the reply after 70 minutes.
    assert facts.comparison.after - facts.comparison.before == 70
    assert "Solved again with Ann doing it" in tell_explanation(explanation, "en", DESK)
    assert "改由 Ann 做" in tell_explanation(explanation, "zh", DESK)


def test_who_is_as_good_costs_nothing():
    explanation = why_who(DESK, plan_of(refund="Ann", reply="Ben"), "reply", "Eve")
    comparison = explanation.certificate.comparison
    assert (comparison.least, comparison.most) == (0, 0)


def test_who_lacks_the_skill_is_told_so():
    explanation = why_who(DESK, PLAN, "refund", "Ben")
    assert not explanation.certificate.able
    assert explanation.alternative is None
    assert "Ben cannot do it: Ben does not have the skill “refunds”" in tell_explanation(
        explanation, "en", DESK
    )


def test_the_only_one_with_a_skill_is_told_so():
    facts = why_who(DESK, PLAN, "refund").certificate
    assert (facts.crew, facts.busy, facts.free) == (("Ann",), (), ())
    assert "Nobody else has the skill “refunds”" in tell_explanation(
        why_who(DESK, PLAN, "refund"), "en"
    )


def test_who_was_named_by_the_user_and_what_needs_nobody():
    named = tell_explanation(why_who(DESK, PLAN, "sign"), "en", DESK)
    assert "Ann, because that is whom you asked for" in named
    assert "nobody in particular" in tell_explanation(why_who(DESK, PLAN, "archive"), "en", DESK)


def test_whoever_does_it_is_not_solved_for_again():
    assert why_who(DESK, plan_of(refund="Ann", reply="Ben"), "reply", "Ben").alternative is None


def test_the_same_people_may_be_asked_for_somebody_else():
    both = Problem.read(
        {
            "tasks": [
                {"name": "scan", "duration": 20, "skills": {"desk": 1}},
                {"name": "file", "duration": 20, "skills": {"desk": 1}, "same_people": ["scan"]},
            ],
            "resources": [{"name": "Ben", "skills": ["desk"]}, {"name": "Eve", "skills": ["desk"]}],
        }
    )
    plan = solve(both, time_limit_seconds=1)
    (does,) = plan.by_task["scan"].resources
    asked = "Eve" if does == "Ben" else "Ben"
    explanation = why_who(both, plan, "scan", asked)
    other = explanation.alternative
    assert dict(other.by_task["scan"].resources) == dict(other.by_task["file"].resources)
    assert asked in other.by_task["file"].resources
    # No rule of the user's says that, so that it is only the plan that can be taken.
    assert explanation.problem is None
    assert faults(both, other) == []


PAINT = Problem.read(
    {
        "tasks": [
            {
                "name": "paint",
                "duration": 60,
                "skills": {"paint": 1},
                "alternatives": [
                    {"duration": 90, "skills": {"spray": 1}},
                    {"duration": 120, "demands": {"robot": 1}},
                ],
            }
        ],
        "resources": [
            {"name": "Ann", "skills": ["paint"]},
            {"name": "Bob", "skills": ["spray", "paint"]},
            {"name": "robot", "kind": "equipment"},
        ],
    }
)


def test_who_is_accepted_is_asked_for_by_name_and_nothing_else_changes():
    schedule = by_hand(PAINT, {"paint": (0, 60, {"Ann": 1})}, bound=0)
    explanation = why_who(PAINT, schedule, "paint", "Bob")
    taken, other = explanation.problem, explanation.alternative
    assert faults(taken, other) == []
    assert dict(other.by_task["paint"].resources) == {"Bob": 1}
    assert taken.resources == PAINT.resources
    ways = [(way.duration, dict(way.demands), dict(way.skills)) for way in taken.task("paint").ways]
    assert ways == [(60, {"Bob": 1}, {}), (90, {"Bob": 1}, {})]


def test_another_way_counts_among_what_somebody_can_do():
    schedule = by_hand(PAINT, {"paint": (0, 90, {"Bob": 1}, 1)}, bound=0)
    explanation = why_who(PAINT, schedule, "paint", "Ann")
    assert explanation.certificate.able
    assert explanation.alternative.by_task["paint"].end == 60


def test_an_unknown_task_is_refused():
    with pytest.raises(PlanError) as caught:
        why_who(DESK, PLAN, "paint")
    assert caught.value.key == "unknown-task"


BUSY = Problem.read(
    {
        "tasks": [
            {"name": "fix", "duration": 60, "skills": {"electric": 1}, "deadline": 100},
            {"name": "call", "duration": 60, "demands": {"Ben": 1}, "fixed": 30},
            {"name": "note", "duration": 10},
        ],
        "resources": [
            {"name": "Ann", "skills": ["electric"]},
            {"name": "Ben", "skills": ["electric"]},
        ],
    }
)


@pytest.mark.parametrize("mate", [None, "fix"])
def test_who_cannot_do_it_is_told_with_what_cannot_all_hold(mate):
    """Ben is on the phone from 30 to 90 min; with `mate` another task is done by the same people,
    so that nobody may be named for it."""
    problem = BUSY
    if mate:
        problem = BUSY.replace_task("note", skills={"electric": 1}, same_people=[mate])
    explanation = why_who(problem, solve(problem, time_limit_seconds=5), "fix", "Ben", Budget(30))
    facts = explanation.certificate
    assert (facts.status, facts.comparison) == ("infeasible", None)
    told = tell_explanation(explanation, "en", problem)
    assert "With Ben doing it there is no plan" in told
    assert "**fix** takes 1 h, needs 1 Ben and must finish by" in told
    assert "**call** takes 1 h, needs 1 Ben and must start after 30 min" in told
    assert "需要 1 个Ben" in tell_explanation(explanation, "zh", problem)
