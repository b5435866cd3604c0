"""Of what never runs short more is of no use."""

from hypothesis import HealthCheck, given, settings
from plans import WORKSHOP, line, small_problems

from tools.plan import Problem
from tools.plan.changes import SetCapacity, apply
from tools.reasons.plenty import plenty
from ui.eval.judge.checker import best


def test_tasks_that_wait_for_each_other_never_need_it_at_once():
    (people,) = WORKSHOP.resources  # 15 of them; 10, 5 and 3 are asked for, one after another
    assert plenty(WORKSHOP, people)
    assert not plenty(WORKSHOP.replace_task("assembly", after=[], demands={"people": 6}), people)


def test_one_machine_for_two_tasks_may_run_short():
    problem = line(60, 30)
    assert not plenty(problem, problem.resources[0])
    apart = problem.replace_task("b", after=["a"])
    assert plenty(apart, apart.resources[0])


def test_what_may_be_left_out_keeps_nobody_waiting():
    """b waits for a, c for b; without b nothing keeps c from running beside a."""
    problem = line(60, 30, 30, after=[None, ["a"], ["b"]])
    assert plenty(problem, problem.resources[0])
    optional = problem.replace_task("b", value=5)
    assert not plenty(optional, optional.resources[0])


def test_who_overlaps_or_is_away_may_run_short():
    problem = line(60, 30, links=[None, [{"task": "a", "lag": -10}]])
    assert not plenty(problem, problem.resources[0])
    away = Problem.read(
        {
            "tasks": [{"name": "a", "duration": 60, "demands": {"people": 1}}],
            "resources": [
                {
                    "name": "people",
                    "capacity": 2,
                    "absences": [{"start": 0, "end": 60, "amount": 2}],
                }
            ],
        }
    )
    assert not plenty(away, away.resources[0])


def test_what_has_started_waited_for_nothing():
    problem = line(60, 30, after=[None, ["a"]], started=[0, 0])
    assert not plenty(problem, problem.resources[0])


def test_who_serves_a_skill_is_counted():
    problem = Problem.read(
        {
            "tasks": [{"name": n, "duration": 60, "skills": {"weld": 1}} for n in "ab"],
            "resources": [{"name": "welders", "capacity": 1, "skills": ["weld"]}],
        }
    )
    assert not plenty(problem, problem.resources[0])


def test_a_task_is_done_in_one_of_its_ways():
    """By name in one, by skill in the other: never all of it at once."""
    task = {"name": "a", "duration": 60, "demands": {"welders": 2}}
    other = [{"duration": 90, "skills": {"weld": 1}}, {"duration": 50, "skills": {"weld": 2}}]
    pool = {"name": "welders", "capacity": 2, "skills": ["weld"]}
    problem = Problem.read({"tasks": [task | {"alternatives": other}], "resources": [pool]})
    assert plenty(problem, problem.resources[0])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(small_problems(most=4, deadlines=False))
def test_more_of_it_never_helps(problem):
    for resource in problem.resources:
        if plenty(problem, resource):
            more = SetCapacity(resource=resource.name, capacity=resource.capacity + 1)
            for goal in ("waiting", "makespan"):
                assert best(apply(problem, [more]), goal) == best(problem, goal)
