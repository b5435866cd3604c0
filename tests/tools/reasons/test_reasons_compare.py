from hypothesis import given, settings
from hypothesis import strategies as st
from plans import WORKSHOP

from tools.plan import Schedule
from tools.reasons.compare import compare
from tools.solver import solve
from tools.telling import tell_comparison


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


def pair(first: tuple[int, int], second: tuple[int, int], goal: str = "tardiness") -> Schedule:
    """A plan under two goals: the value and the bound of each."""
    then = [{"goal": "waiting", "value": second[0], "bound": second[1]}]
    row = {"task": "a", "start": 0, "end": 10}
    data = {"goal": goal, "objective": first[0], "bound": first[1], "then": then}
    return Schedule.read({"status": "feasible", "assignments": [row]} | data)


def test_every_goal_is_compared_and_the_first_that_differs_decides():
    comparison = compare(pair((3, 3), (20, 19)), pair((3, 3), (50, 49)))
    assert (comparison.goal, comparison.before, comparison.after) == ("tardiness", 3, 3)
    (waiting,) = comparison.then
    assert (waiting.goal, waiting.before, waiting.after) == ("waiting", 20, 50)
    assert (waiting.least, waiting.most) == (29, 31)
    assert (comparison.decisive, comparison.verdict) == (waiting, "worse")
    better = compare(pair((5, 5), (10, 10)), pair((3, 3), (50, 50)))
    assert (better.decisive.goal, better.verdict) == ("tardiness", "better")
    assert compare(pair((5, 5), (10, 10)), pair((5, 5), (10, 10))).verdict == "equal"


def test_of_a_later_goal_nothing_is_known_while_an_earlier_one_is_not_proved():
    (waiting,) = compare(pair((3, 2), (20, 20)), pair((3, 3), (10, 10))).then
    assert (waiting.least, waiting.most) == (None, None)


def test_each_goal_that_changes_is_told():
    def told(before: Schedule, after: Schedule) -> str:
        return tell_comparison(compare(before, after), "en")

    same_first = told(pair((0, 0), (60, 60)), pair((0, 0), (2160, 2160)))
    assert "lateness stays at 0" in same_first
    assert "waiting rises from 60 to 2,160" in same_first
    both = told(pair((0, 0), (60, 60)), pair((9, 9), (2160, 2160)))
    assert "lateness rises from 0 to 9" in both
    assert "waiting rises from 60 to 2,160" in both
    assert "waiting" not in told(pair((0, 0), (60, 60)), pair((9, 9), (60, 60)))
    assert "true difference in priority-weighted lateness" in told(
        pair((4, 0), (60, 60)), pair((4, 4), (9, 9))
    )


def test_of_what_would_be_left_out_nothing_is_told_where_nothing_changes_there():
    comparison = compare(pair((3, 3), (20, 20), "value"), pair((3, 3), (50, 50), "value"))
    assert "left out" not in tell_comparison(comparison, "en")
