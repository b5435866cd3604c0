"""The least that any plan takes: facts that can be added up, judged by adding them up again."""

from hypothesis import given, settings
from plans import WORKSHOP, line
from strategies import problems

from tools.plan import Problem
from tools.reasons.floor import floor
from tools.solver import solve
from tools.studies.reasons import why_this_plan
from tools.telling import tell_explanation
from ui.eval.floors import mistakes


def least(data):
    problem = Problem.read(data)
    return floor(problem, solve(problem, time_limit_seconds=2))


DAYS = [{"days": ["mon", "tue", "wed", "thu", "fri"], "start": "09:00", "end": "17:00"}]
OFFICE = {
    "start": "2026-11-27T09:00",  # a Friday
    "calendars": [{"name": "office", "hours": DAYS}],
    "resources": [{"name": "desk", "calendar": "office"}, {"name": "van"}],
}
WEEKEND = 64 * 60
"""From Friday at 17:00 to Monday at 9:00."""


def test_a_chain_is_laid_out_over_the_open_hours():
    """5 h and 5 h: the second does not fit into Friday any more."""
    first = {"name": "a", "duration": 300, "demands": {"desk": 1}}
    found = least(OFFICE | {"tasks": [first, first | {"name": "b", "after": ["a"]}]})
    assert (found.minutes, found.tasks, found.closed) == (8 * 60 + WEEKEND + 300, ("a", "b"), True)


def test_a_task_that_may_pause_goes_on_when_it_is_open_again():
    tasks = [{"name": "a", "duration": 600, "demands": {"desk": 1}, "pausable": True}]
    assert least(OFFICE | {"tasks": tasks}).minutes == 600 + WEEKEND


def test_a_chain_begins_with_its_release():
    tasks = [{"name": "a", "duration": 60, "release": 45}]
    found = least({"tasks": tasks})
    assert (found.minutes, found.since, found.closed) == (105, 45, False)


def test_the_work_of_a_resource_is_laid_out_over_its_hours():
    tasks = [{"name": n, "duration": 180, "demands": {"desk": 1}} for n in "abc"]
    found = least(OFFICE | {"tasks": tasks})
    assert (found.minutes, found.resource, found.work) == (9 * 60 + WEEKEND, "desk", 540)


def test_a_skill_waits_for_somebody_who_has_it():
    who = [{"name": "Ann", "calendar": "office", "skills": ["law"]}]
    tasks = [{"name": "a", "duration": 60, "skills": {"law": 1}, "after": ["b"]}]
    tasks += [{"name": "b", "duration": 465}]
    found = least(OFFICE | {"resources": who, "tasks": tasks})
    assert found.minutes == 8 * 60 + WEEKEND + 60


def test_the_bound_in_words_counts_closed_hours():
    first = {"name": "a", "duration": 300, "demands": {"desk": 1}}
    problem = Problem.read(OFFICE | {"tasks": [first, first | {"name": "b", "after": ["a"]}]})
    asked = why_this_plan(problem, solve(problem))
    assert (
        "**a** → **b**: one after the other, within working hours, cannot end before "
        "Mon 30 Nov, 14:00, and that is when the plan ends: no plan can end sooner."
    ) in tell_explanation(asked, "en", problem)
    assert (
        "**a** → **b** 按先后顺序，按工作时间算，最早也要 11月30日周一 14:00 才能完成，而"
        "计划正好这时完成：不可能更早。"
    ) in tell_explanation(asked, "zh", problem)


def test_where_no_sum_shows_it_solving_does():
    """Three times 5 h do not fit into two days of 8 h, though 15 h would."""
    tasks = [{"name": n, "duration": 300, "demands": {"desk": 1}} for n in "abc"]
    problem = Problem.read(OFFICE | {"tasks": tasks})
    asked = why_this_plan(problem, solve(problem))
    overall = asked.certificate
    assert overall.floor.minutes < overall.plan.makespan == overall.soonest == overall.least
    assert "has ruled out every plan that ends sooner." in tell_explanation(asked, "en", problem)


def test_a_plan_that_ends_later_for_its_goal_says_how_soon_one_could_end():
    """The urgent short task first makes the long one wait, and the end with it."""
    tasks = [
        {"name": "a", "duration": 60, "demands": {"desk": 1}, "priority": 9},
        {"name": "b", "duration": 480, "demands": {"desk": 1}},
        {"name": "c", "duration": 60, "demands": {"van": 1}, "after": ["b"]},
    ]
    problem = Problem.read(
        OFFICE | {"resources": [{"name": "desk"}, {"name": "van"}], "tasks": tasks}
    )
    asked = why_this_plan(problem, solve(problem))
    assert (
        "and the plan takes 10 h. With nothing in mind but an early end, a plan can end at 18:00, "
        "and none sooner; this one makes priority-weighted waiting small first."
    ) in tell_explanation(asked, "en", problem)
    assert "18:00就可以完成，不可能更早" in tell_explanation(asked, "zh", problem)


def test_a_chain_takes_its_durations_and_lags():
    tasks = [
        {"name": "a", "duration": 60},
        {"name": "b", "duration": 30, "links": [{"task": "a", "lag": 15}]},
        {"name": "c", "duration": 90},
    ]
    found = least({"tasks": tasks, "resources": []})
    assert (found.minutes, found.tasks) == (105, ("a", "b"))


def test_a_resource_takes_its_work_shared_by_its_units():
    found = floor(line(60, 30, 10), solve(line(60, 30, 10)))
    assert (found.minutes, found.resource, found.units, found.work) == (100, "machine", 1, 100)


def test_a_task_that_may_be_left_out_takes_nothing():
    tasks = [{"name": "a", "duration": 60}, {"name": "b", "duration": 90, "value": 3}]
    assert least({"tasks": tasks, "resources": []}).minutes == 60


def test_work_under_way_has_no_floor():
    tasks = [{"name": "a", "duration": 60, "started": 0}]
    assert least({"tasks": tasks, "resources": [], "now": 5}) is None


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(problems())
def test_no_plan_is_shorter(problem):
    plan = solve(problem, "makespan", time_limit_seconds=0.5)
    found = floor(problem, plan) if plan.planned else None
    if found is not None:
        assert list(mistakes(found, problem, plan)) == []
        wrong = found.model_copy(update={"minutes": found.minutes + 1})
        assert list(mistakes(wrong, problem, plan))


def test_a_long_chain_takes_no_time_to_follow():
    tasks = [{"name": "0", "duration": 1}]
    tasks += [{"name": str(n), "duration": 1, "after": [str(n - 1)]} for n in range(1, 20_000)]
    found = least({"tasks": tasks, "resources": []})
    assert (found.minutes, len(found.tasks)) == (20_000, 20_000)


def test_the_plan_that_reaches_it_is_said_to():
    plan = solve(WORKSHOP, time_limit_seconds=2)
    told = tell_explanation(why_this_plan(WORKSHOP, plan), "en", WORKSHOP)
    assert (
        "**welding** → **painting** → **assembly**: one after the other, with the waits between "
        "them, they take at least 6 h, and the plan takes 6 h: no plan can be shorter." in told
    )
    zh = tell_explanation(why_this_plan(WORKSHOP, plan), "zh", WORKSHOP)
    assert "按先后顺序" in zh


def test_a_plan_that_waits_for_a_release_has_it_as_its_reason():
    problem = line(60, 30, release=[120, None])
    told = tell_explanation(why_this_plan(problem, solve(problem)), "en", problem)
    assert (
        "**a** alone, begun after 2 h at the earliest, cannot end before 3 h, "
        "and that is when the plan ends: no plan can end sooner."
    ) in told
