from hypothesis import given, settings
from hypothesis import strategies as st
from plans import WORKSHOP

from tools.plan import Schedule
from tools.reasons.compare import compare
from tools.solver import solve


def plan(objective: int, bound: int | None, **starts: int) -> Schedule:
    rows = [{"task": name, "start": at, "end": at + 10} for name, at in starts.items()]
    return Schedule.read(
        {"status": "feasible", "objective": objective, "bound": bound, "assignments": rows}
    )


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.integers(0, 99), st.integers(0, 99), st.lists(st.integers(0, 99), min_size=4, max_size=4))
def test_the_true_difference_lies_in_the_interval(fact, foil, slack):
    """Whatever the optima are: each lies between its plan's bound and its plan's value."""
    below_fact, above_fact, below_foil, above_foil = slack
    before = plan(fact + above_fact, max(0, fact - below_fact), a=0)
    after = plan(foil + above_foil, max(0, foil - below_foil), a=0)
    comparison = compare(before, after)
    assert comparison.least <= foil - fact <= comparison.most
    proved = before.objective == before.bound and after.objective == after.bound
    assert comparison.exact == proved


def test_a_plan_without_a_bound_may_be_as_good_as_nothing():
    comparison = compare(plan(30, None, a=3), plan(50, 40, a=5))
    assert (comparison.least, comparison.most) == (10, 50)


def test_moves_are_the_tasks_of_both_plans_largest_first():
    comparison = compare(plan(9, 9, a=0, b=10, c=20, d=5), plan(9, 9, a=1, b=0, c=20, e=7))
    assert [(move.task, move.before, move.after) for move in comparison.moves] == [
        ("b", 10, 0),
        ("a", 0, 1),
    ]
    assert (comparison.end_before, comparison.end_after) == (30, 30)


def test_a_plan_beside_itself_differs_in_nothing():
    schedule = solve(WORKSHOP, time_limit_seconds=1)
    comparison = compare(schedule, schedule)
    assert (comparison.least, comparison.most, comparison.moves) == (0, 0, ())


def test_where_no_optional_task_is_at_stake_the_next_goal_is_compared():
    def valued(lost: int, bound: int, waiting: int) -> Schedule:
        then = [{"goal": "waiting", "value": waiting, "bound": waiting - 1}]
        row = {"task": "a", "start": 0, "end": 10}
        data = {"goal": "value", "objective": lost, "bound": bound, "then": then}
        return Schedule.read({"status": "feasible", "assignments": [row]} | data)

    comparison = compare(valued(3, 3, 20), valued(3, 3, 50))
    assert (comparison.goal, comparison.before, comparison.after) == ("waiting", 20, 50)
    assert (comparison.least, comparison.most) == (29, 31)
    assert compare(valued(3, 3, 20), valued(5, 5, 10)).goal == "value"
    assert compare(valued(3, 2, 20), valued(3, 3, 10)).goal == "value"
