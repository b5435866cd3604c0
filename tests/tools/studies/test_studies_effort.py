"""What it would take: each answer beside what trying everything finds."""

import pytest
from hypothesis import HealthCheck, given, settings
from plans import WORKSHOP, line, small_problems

from tools.plan import Problem
from tools.plan.changes import SetCapacity, SetPriority, apply
from tools.reasons.records import Explanation
from tools.reasons.remedies import FirstBy
from tools.record import PlanError
from tools.solver import solve
from tools.studies.clock import Budget
from tools.studies.deadlines import in_time
from tools.studies.effort import first_by_priority
from tools.telling import tell_explanation
from ui.eval.judge.checker import best, faults


@pytest.fixture
def solved(monkeypatch):
    """The problems that studies solve."""
    problems: list[Problem] = []
    monkeypatch.setattr(
        "tools.studies.clock.solve", lambda *a, **k: problems.append(a[0]) or solve(*a, **k)
    )
    return problems


some = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def with_order(problem: Problem, first: str, second: str) -> int | None:
    """The least waiting of plans with `first` no later than `second`, by the solver's proof."""
    plan = solve(problem, orders=((first, second),), time_limit_seconds=5)
    return plan.objective if plan.planned else None


def test_the_least_priority_by_smiths_rule():
    """One machine: a (60 min, priority 3) before b (30 min) until b weighs half as much: 1.5."""
    problem = line(60, 30, priority=[3, 1])
    plan = solve(problem, time_limit_seconds=1)
    explanation = first_by_priority(problem, plan, "b", "a")
    certificate = explanation.certificate
    assert (certificate.now, certificate.needed, certificate.proved) == (1, 2, True)
    assert explanation.problem.by_name["b"].priority == 2
    assert explanation.alternative.by_task["b"].start == 0
    told = tell_explanation(explanation, "en", problem)
    assert "With priority 2 instead of 1" in told
    assert "Priority 1 is proved not to be enough." in told


def test_a_far_priority_is_found_to_the_last_unit():
    problem = line(10, 200, priority=[30, 1])
    certificate = first_by_priority(
        problem, solve(problem, time_limit_seconds=1), "b", "a"
    ).certificate
    assert (certificate.needed, certificate.proved) == (600, True)


def test_what_plans_say_of_other_priorities_is_not_solved_for(solved):
    """Six hundred is not found by trying all, nor by halving a thousand."""
    problem = line(10, 200, priority=[30, 1])
    first_by_priority(problem, solve(problem, time_limit_seconds=1), "b", "a")
    assert len(solved) <= 6


def test_a_priority_that_there_was_no_time_to_try_is_told_by_what_plans_are_worth(solved):
    """Nothing was told but that none was found, of a thousand of which one was tried."""
    problem = line(10, 200, priority=[30, 1])
    budget = Budget(30, cancelled=lambda: len(solved) > 1)
    explanation = first_by_priority(problem, solve(problem, time_limit_seconds=1), "b", "a", budget)
    certificate = explanation.certificate
    assert (certificate.needed, certificate.proved) == (600, False)
    assert explanation.alternative.by_task["b"].start == 0
    assert faults(explanation.problem, explanation.alternative) == []
    assert "I could not prove that 599 is not enough" in tell_explanation(
        explanation, "en", problem
    )


def test_what_was_not_tried_is_said():
    facts = FirstBy(task="b", other="a", starts=(60, 0), now=1, tried=4)
    told = tell_explanation(Explanation(certificate=facts), "en")
    assert "I tried no priority above 4; the highest is 1,000." in told
    assert "高于 4 的优先级还没有试过" in tell_explanation(Explanation(certificate=facts), "zh")
    every = Explanation(certificate=facts.model_copy(update={"tried": 1000}))
    assert "I found no priority up to 1,000" in tell_explanation(every, "en")


TAILED = Problem.read(
    {
        "tasks": [
            {"name": "a", "duration": 60, "demands": {"machine": 1}},
            {"name": "b", "duration": 30, "demands": {"machine": 1}},
            {"name": "after a", "duration": 60, "after": ["a"]},
        ],
        "resources": [{"name": "machine"}],
    }
)
"""With b first everything ends after 150 minutes, else after 120."""


@pytest.mark.parametrize("goals", [["makespan"], ["makespan", "waiting"]])
def test_where_no_priority_counts_one_answers_for_all(solved, goals):
    problem = Problem.read(TAILED.model_dump() | {"goals": goals})
    plan = solve(problem, time_limit_seconds=1)
    explanation = first_by_priority(problem, plan, "b", "a", Budget(30))
    certificate = explanation.certificate
    assert (certificate.needed, certificate.proved, certificate.conflict) == (None, True, None)
    assert {each.by_name["b"].priority for each in solved} == {1}
    assert "1,000" in tell_explanation(explanation, "en", problem)


def test_what_priorities_decide_among_equals_is_found():
    """Both orders end at the same time; by Smith's rule half an hour comes first from 2.5 on."""
    problem = line(60, 30, priority=[5, 1])
    problem = Problem.read(problem.model_dump() | {"goals": ["makespan", "waiting"]})
    plan = solve(problem, time_limit_seconds=1)
    certificate = first_by_priority(problem, plan, "b", "a", Budget(30)).certificate
    assert (certificate.needed, certificate.proved) == (3, True)


@some
@given(small_problems(most=5, deadlines=False))
def test_a_priority_does_and_one_less_does_not(problem):
    plan = solve(problem, time_limit_seconds=5)
    order = sorted(plan.assignments, key=lambda each: each.start)
    first, last = order[0].task, order[-1].task
    if first == last:
        return
    certificate = first_by_priority(problem, plan, last, first, Budget(10)).certificate
    if certificate.needed is not None:
        changed = apply(problem, [SetPriority(task=last, priority=certificate.needed)])
        assert with_order(changed, last, first) == best(changed, "waiting")
    if certificate.proved and (certificate.needed or 0) > certificate.now:
        less = apply(problem, [SetPriority(task=last, priority=certificate.needed - 1)])
        assert with_order(less, last, first) != best(less, "waiting")


def test_what_is_first_already_needs_nothing():
    problem = line(60, 30, priority=[3, 1])
    plan = solve(problem, time_limit_seconds=1)
    explanation = first_by_priority(problem, plan, "a", "b")
    assert explanation.certificate.needed == 3
    assert "already" in tell_explanation(explanation, "en", problem)


def test_no_priority_turns_a_rule_round():
    plan = solve(WORKSHOP, time_limit_seconds=1)
    explanation = first_by_priority(WORKSHOP, plan, "assembly", "welding")
    assert explanation.certificate.needed is None
    assert explanation.certificate.proved
    assert explanation.certificate.rule == ("welding", "painting", "assembly")
    told = tell_explanation(explanation, "en", WORKSHOP)
    assert "painting must wait for welding, and assembly must wait for painting" in told


def test_no_priority_brings_forward_what_no_plan_has_there():
    """a must be done by 70 min, so that b, 30 min on the same machine, cannot come before it."""
    problem = line(60, 30, deadline=[70, None])
    plan = solve(problem, time_limit_seconds=5)
    explanation = first_by_priority(problem, plan, "b", "a", Budget(30))
    certificate = explanation.certificate
    assert (certificate.needed, certificate.proved) == (None, True)
    said = {(each.kind, each.task or each.resource) for each in certificate.conflict.statements}
    assert ("deadline", "a") in said
    assert ("order", "a") in said
    told = tell_explanation(explanation, "en", problem)
    assert "no plan at all can have it there" in told
    assert "must finish by 1 h 10 min after the start" in told


def test_an_equally_good_order_needs_no_other_priority():
    problem = line(30, 30)
    plan = solve(problem, time_limit_seconds=1)
    late = max(plan.assignments, key=lambda each: each.start).task
    early = min(plan.assignments, key=lambda each: each.start).task
    explanation = first_by_priority(problem, plan, late, early)
    assert explanation.certificate.needed == explanation.certificate.now == 1
    assert explanation.alternative.by_task[late].start == 0
    assert "as good as" in tell_explanation(explanation, "en", problem)


def test_a_task_is_not_compared_with_itself():
    with pytest.raises(PlanError):
        first_by_priority(WORKSHOP, solve(WORKSHOP, time_limit_seconds=1), "welding", "welding")


PACKING = Problem.read(
    {
        "tasks": [{"name": f"box {n}", "duration": 60, "demands": {"people": 1}} for n in range(6)],
        "resources": [{"name": "people", "capacity": 2}],
    }
)
PACKED = solve(PACKING, time_limit_seconds=1)


def test_the_fewest_people_to_be_done_in_time():
    """Six boxes of an hour: two people take 3 h, three take 2 h."""
    explanation = in_time(PACKING, PACKED, 120)
    certificate = explanation.certificate
    assert (certificate.end, certificate.soonest, certificate.soonest_proved) == (180, 180, True)
    (enough,) = certificate.enough
    assert (enough.now, enough.needed, enough.end, enough.proved) == (2, 3, 120, True)
    told = tell_explanation(explanation, "en", PACKING)
    assert "3 people instead of 2" in told
    assert certificate.late == 60
    assert "The aim would have to move by at least 1 h." in told
    assert "One fewer is proved not to be enough." in told


def test_what_no_number_of_people_can_do_is_said():
    explanation = in_time(PACKING, PACKED, 30)
    assert explanation.certificate.enough == ()
    assert "not enough" in tell_explanation(explanation, "en", PACKING)


def test_what_cannot_be_in_time_names_what_takes_too_long():
    """Welding, painting and assembly wait for each other and take 6 h."""
    plan = solve(WORKSHOP, time_limit_seconds=5)
    explanation = in_time(WORKSHOP, plan, 330, Budget(30))
    said = {(each.kind, each.task) for each in explanation.certificate.conflict.statements}
    assert said == {
        ("deadline", "assembly"),
        *(("link", name) for name in ("painting", "assembly")),
        *(("duration", name) for name in ("welding", "painting", "assembly")),
    }
    told = tell_explanation(explanation, "en", WORKSHOP)
    assert "**assembly** takes 1 h, starts after **painting** ends" in told
    assert "must finish by 5 h 30 min after the start" in told


def test_what_more_of_nothing_can_do_is_not_solved_for(solved):
    """Of what never runs short, nor where tasks that wait for each other take too long anyway."""
    in_time(WORKSHOP, solve(WORKSHOP, time_limit_seconds=1), 330)
    assert len(solved) == 1  # how soon it can end as it is
    solved.clear()
    plan = solve(TAILED, "makespan", time_limit_seconds=1)
    in_time(TAILED, plan, 119)
    in_time(TAILED, plan, 59, task="a")
    assert len(solved) == 2


def test_fewer_are_proved_not_to_be_enough_by_their_work_alone(solved):
    """Forty boxes of an hour: ten people take four hours, and two hours are work for twenty."""
    boxes = [{"name": f"box {n}", "duration": 60, "demands": {"people": 1}} for n in range(40)]
    problem = Problem.read({"tasks": boxes, "resources": [{"name": "people", "capacity": 10}]})
    (enough,) = in_time(problem, solve(problem, time_limit_seconds=1), 120).certificate.enough
    assert (enough.needed, enough.proved) == (20, True)
    assert all(each.capacity["people"] == 10 or each.capacity["people"] >= 20 for each in solved)


def test_a_plan_that_is_in_time_needs_nothing():
    assert "already" in tell_explanation(in_time(PACKING, PACKED, 180), "en", PACKING)


def test_another_order_may_be_enough():
    """By priority the long task is last and alone: 150 + 60; together they end after 150."""
    problem = Problem.read(
        {
            "tasks": [
                {"name": "long", "duration": 150, "demands": {"people": 1}},
                {"name": "one", "duration": 60, "demands": {"people": 1}, "priority": 9},
                {"name": "two", "duration": 60, "demands": {"people": 1}, "priority": 9},
            ],
            "resources": [{"name": "people", "capacity": 2}],
        }
    )
    plan = solve(problem, time_limit_seconds=1)
    assert plan.makespan == 210
    explanation = in_time(problem, plan, 150)
    assert explanation.alternative.makespan == 150
    assert faults(problem, explanation.alternative) == []
    assert "nothing more is needed" in tell_explanation(explanation, "en", problem)


@some
@given(small_problems(most=5, deadlines=False))
def test_so_many_are_enough_and_one_less_is_not(problem):
    plan = solve(problem, time_limit_seconds=5)
    limit = max(1, plan.makespan * 3 // 4)
    certificate = in_time(problem, plan, limit, Budget(10)).certificate
    for enough in certificate.enough:
        for units, fits in ((enough.needed, True), (enough.needed - 1, False)):
            changed = apply(problem, [SetCapacity(resource=enough.resource, capacity=units)])
            assert (best(changed, "makespan") <= limit) == fits


def test_an_end_before_the_plan_begins_is_refused():
    with pytest.raises(PlanError):
        in_time(PACKING, PACKED, 0)


HALL = Problem.read(
    {
        "tasks": [
            {"name": "doors", "duration": 60, "demands": {"people": 1}},
            {"name": "walls", "duration": 60, "demands": {"people": 1}},
            {"name": "roof", "duration": 60, "demands": {"people": 1}, "after": ["doors", "walls"]},
            {"name": "garden", "duration": 60, "demands": {"people": 1}, "priority": 9},
        ],
        "resources": [{"name": "people", "capacity": 1}],
    }
)
HALL_PLAN = solve(HALL, time_limit_seconds=1)
"""The garden first, the roof last, after four hours."""


def test_another_order_may_be_enough_for_one_task():
    explanation = in_time(HALL, HALL_PLAN, 180, task="roof")
    certificate, other = explanation.certificate, explanation.alternative
    assert (certificate.task, certificate.end, certificate.soonest) == ("roof", 240, 180)
    assert other.by_task["roof"].end == 180
    assert faults(HALL, other) == []
    assert "For **roof** to be in time" in tell_explanation(explanation, "en", HALL)
    assert "要让 **roof**" in tell_explanation(explanation, "zh", HALL)


def test_the_fewest_people_for_one_task_to_be_in_time():
    explanation = in_time(HALL, HALL_PLAN, 120, task="roof")
    certificate = explanation.certificate
    assert (certificate.soonest, certificate.soonest_proved, certificate.late) == (180, True, 60)
    (enough,) = certificate.enough
    assert (enough.now, enough.needed, enough.end, enough.proved) == (1, 2, 120, True)
    told = tell_explanation(explanation, "en", HALL)
    assert "**roof** ends after 4 h; the aim is 2 h." in told
    assert "2 people instead of 1: **roof** ends after 2 h." in told
    assert "**roof**" in tell_explanation(explanation, "zh", HALL)


def test_one_task_that_is_in_time_needs_nothing():
    told = tell_explanation(in_time(HALL, HALL_PLAN, 60, task="garden"), "en", HALL)
    assert told == "**garden** ends after 1 h, which is in time already (1 h)."


def test_who_accepts_a_plan_in_time_gets_no_deadlines():
    explanation = in_time(HALL, HALL_PLAN, 180, task="roof")
    assert explanation.problem is None


def test_who_accepts_a_priority_may_still_leave_a_task_out():
    problem = line(60, 30, priority=[3, 1], value=[None, 7])
    plan = solve(problem, time_limit_seconds=1)
    explanation = first_by_priority(problem, plan, "b", "a")
    assert explanation.problem == apply(problem, [SetPriority(task="b", priority=2)])
    assert explanation.alternative.status == "feasible"
