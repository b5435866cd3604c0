import pytest
from plans import WORKSHOP, line
from runtimes import left, runtime

from tools.conflict.explained import optimise
from tools.kinds.labels import AIMS
from tools.optimise import optimise_schedule
from tools.plan import Problem
from tools.telling import tell_schedule


@pytest.mark.parametrize("goal", AIMS)
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


RUNNING = Problem.read(
    {
        "now": 5,
        "tasks": [
            {"name": "a", "duration": 60, "demands": {"oven": 1}, "started": 0},
            {"name": "b", "duration": 60, "demands": {"oven": 1}},
            {"name": "c", "duration": 60, "demands": {"oven": 1}},
        ],
        "resources": [{"name": "oven"}],
    }
)


@pytest.mark.parametrize(
    ("stability", "goal", "kept"),
    [(None, "waiting", True), (None, "makespan", False), (0, "waiting", False)],
)
def test_planned_again_under_way_few_tasks_move_unless_something_else_is_wished(
    stability, goal, kept
):
    before = optimise(RUNNING, time_limit_seconds=2)
    second = max("bc", key=lambda name: before.by_task[name].start)
    urgent = RUNNING.replace_task(second, priority=9).model_copy(update={"stability": stability})
    asked = runtime("again", problem=urgent, schedule=before)
    schedule = left(optimise_schedule.func(goal, asked))["schedule"]
    assert (schedule.by_task[second].start == 120) is kept or goal == "makespan"
    assert (schedule.goal == "moves") is kept


def test_what_moved_is_said():
    behind = RUNNING.replace_task("c", after=("b",))
    before = optimise(behind, time_limit_seconds=2)
    late = behind.replace_task("a", duration=75)
    schedule = optimise(late, before=before, time_limit_seconds=2)
    assert "2 tasks moved: " in tell_schedule(late, schedule, "en")
    assert "2 项任务变动：" in tell_schedule(late, schedule, "zh")


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


def test_why_there_is_no_plan_is_not_looked_for_once_it_is_cancelled():
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 40

    problem = line(*range(30, 38), deadline=[200] * 8)
    schedule = optimise(problem, time_limit_seconds=600, cancelled=cancelled)
    assert schedule.conflict is None or not schedule.conflict.minimal
    assert len(asked) < 100


def test_missed_deadlines_are_found_when_there_is_no_plan():
    schedule = optimise(line(4, 5, deadline=[4, 4]), time_limit_seconds=1)
    assert [miss.minutes for miss in schedule.misses] == [5]
