import pytest
from plans import WORKSHOP, line
from runtimes import left, runtime

from tools.optimise import optimise, optimise_schedule
from tools.telling import tell_schedule


@pytest.mark.parametrize("goal", ["waiting", "makespan", "tardiness"])
def test_the_tool_plans_by_the_goal_and_says_what_the_plan_is(goal):
    update = left(optimise_schedule.func(goal, runtime("again", problem=WORKSHOP)))
    assert update["schedule"].goal == goal
    assert update["schedule"].optimal
    assert update["answer"] == tell_schedule(WORKSHOP, update["schedule"], "en")
    assert update["possible"]


def test_a_problem_without_a_plan_is_told_and_not_possible():
    problem = line(4, 5, deadline=[4, 4])
    update = left(optimise_schedule.func("waiting", runtime("再排一次", "zh", problem=problem)))
    assert update["possible"] is False
    assert "没有计划能满足所有截止时间" in update["answer"]
    assert "下面这些不能同时成立" in update["answer"]
    assert update["schedule"].conflict.repairs


def test_without_tasks_there_is_nothing_to_plan():
    update = left(optimise_schedule.func("waiting", runtime("plan it")))
    assert update["possible"] is False
    assert update["answer"].startswith("There is no plan yet")


def test_a_caller_without_a_conversation_gets_the_same_plan():
    assert optimise(WORKSHOP, time_limit_seconds=2).objective == 1140


def test_the_goal_is_kept_with_the_problem_and_the_later_goals_stay():
    problem = WORKSHOP.model_copy(update={"goals": ("tardiness", "people", "makespan")})
    update = left(optimise_schedule.func("makespan", runtime("as early", problem=problem)))
    assert update["problem"].goals == ("makespan", "people")
    assert update["schedule"].goal == "makespan"


def test_a_solve_that_is_cancelled_at_once_still_gives_a_plan():
    schedule = optimise(WORKSHOP, time_limit_seconds=600, cancelled=lambda: True)
    assert schedule.status in ("feasible", "optimal")


def test_missed_deadlines_are_found_when_there_is_no_plan():
    schedule = optimise(line(4, 5, deadline=[4, 4]), time_limit_seconds=1)
    assert [miss.minutes for miss in schedule.misses] == [5]
