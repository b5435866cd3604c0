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


def test_a_chain_takes_its_durations_and_lags():
    tasks = [
        {"name": "a", "duration": 60},
        {"name": "b", "duration": 30, "links": [{"task": "a", "lag": 15}]},
        {"name": "c", "duration": 90},
    ]
    found = floor(Problem.read({"tasks": tasks, "resources": []}))
    assert (found.minutes, found.tasks) == (105, ("a", "b"))


def test_a_resource_takes_its_work_shared_by_its_units():
    found = floor(line(60, 30, 10))
    assert (found.minutes, found.resource, found.units, found.work) == (100, "machine", 1, 100)


def test_a_task_that_may_be_left_out_takes_nothing():
    tasks = [{"name": "a", "duration": 60}, {"name": "b", "duration": 90, "value": 3}]
    assert floor(Problem.read({"tasks": tasks, "resources": []})).minutes == 60


def test_work_under_way_has_no_floor():
    tasks = [{"name": "a", "duration": 60, "started": 0}]
    assert floor(Problem.read({"tasks": tasks, "resources": [], "now": 5})) is None


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(problems())
def test_no_plan_is_shorter(problem):
    found = floor(problem)
    plan = solve(problem, "makespan", time_limit_seconds=0.5)
    if plan.planned and found is not None:
        assert list(mistakes(found, problem, plan)) == []
        wrong = found.model_copy(update={"minutes": found.minutes + 1})
        assert list(mistakes(wrong, problem, plan))


def test_a_long_chain_takes_no_time_to_follow():
    tasks = [{"name": "0", "duration": 1}]
    tasks += [{"name": str(n), "duration": 1, "after": [str(n - 1)]} for n in range(1, 20_000)]
    found = floor(Problem.read({"tasks": tasks, "resources": []}))
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


def test_the_rest_of_a_longer_plan_is_not_called_needed():
    problem = line(60, 30, release=[120, None])
    told = tell_explanation(why_this_plan(problem, solve(problem)), "en", problem)
    assert "There is 1 h 30 min of work for machine, and the plan takes 3 h." in told
