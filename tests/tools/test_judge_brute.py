"""Trying everything, judging plans and trying every list agree with each other."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from plans import line, small_problems
from strategies import goal_lists
from strategies import small_problems as rich_problems

from ui.eval.judge.brute import Search, enough, optimum, plan_of
from ui.eval.judge.checker import best, faults
from ui.eval.judge.choices import choices, fits, setups_kept
from ui.eval.judge.clock import Clock
from ui.eval.judge.people import doubled
from ui.eval.judge.values import value

some = settings(max_examples=150, deadline=None, derandomize=True, database=None)


@some
@given(small_problems(most=4), st.sampled_from(["waiting", "makespan", "tardiness"]))
def test_trying_every_minute_finds_what_trying_every_list_finds(problem, goal):
    value = best(problem, goal)
    assert optimum(problem, [goal], enough(problem)) == (None if value is None else (value,))


@some
@given(rich_problems(), st.data())
def test_both_judges_agree_on_any_choice(problem, data):
    clock = Clock(problem)
    options = [list(choices(problem, task, 24, clock)) for task in problem.tasks]
    assume(all(options))
    picked = [data.draw(st.sampled_from(each)) for each in options]
    picked.sort(key=lambda choice: not choice.fact)
    together = all(
        fits(problem, picked[:place], choice, clock) for place, choice in enumerate(picked)
    ) and setups_kept(problem, picked)
    rows = [each.row() for each in picked if each.done]
    together = together and not doubled(problem, rows, None)
    schedule = plan_of(problem, ["waiting"], (0,), picked)
    true = value(problem, schedule, "waiting")
    schedule = schedule.model_copy(update={"objective": true, "bound": true})
    assert (faults(problem, schedule) == []) == together


@some
@given(rich_problems(max_tasks=3), goal_lists)
def test_the_best_of_all_plans_has_no_fault_and_more_time_makes_it_no_better(problem, goals):
    goals = goals or ("waiting",)
    found = Search(problem, goals, enough(problem)).run()
    assume(found is not None)
    values, picked = found
    assert faults(problem, plan_of(problem, goals, values, picked)) == []
    longer = Search(problem, goals, enough(problem) + 5).run()
    assert longer[0] == values


@some
@given(rich_problems(max_tasks=3))
def test_planned_again_without_a_change_nothing_moves(problem):
    found = Search(problem, ["waiting"], enough(problem)).run()
    assume(found is not None)
    before = plan_of(problem, ["waiting"], *found)
    assert optimum(problem, ["moves"], enough(problem, before), before) == (0,)


def test_a_line_of_three_has_the_best_order_known_by_smiths_rule():
    problem = line(6, 2, 4, priority=[1, 4, 2])
    assert optimum(problem, ["waiting", "makespan"], enough(problem)) == (2 * 2 + 6, 12)
