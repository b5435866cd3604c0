import random
from itertools import pairwise

import pytest
import strategies
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from plans import WORKSHOP, line, many, small_problems

from tools.plan import Problem, Schedule
from tools.reasons.chain import binding, chain, precedence_path
from tools.record import PlanError
from tools.solver import solve
from ui.eval.judge.brute import enough, plan_of
from ui.eval.judge.choices import choices, fits, setups_kept
from ui.eval.judge.claims import Claims
from ui.eval.judge.clock import Clock

WHO = ("same_people", "calendars", "absences", "pausable", "setups", "links", "apart")
GOALS = st.sampled_from(["waiting", "makespan", "tardiness"])


@st.composite
def staffed_problems(draw: st.DrawFn) -> Problem:
    """Tiny problems in which people with skills, their hours and machines decide."""
    said = {"skills", *draw(st.sets(st.sampled_from(WHO)))}
    chance = draw(strategies.numbers)
    data = strategies.Maker(chance, strategies.TINY, True, frozenset(said)).data(5)
    try:
        return Problem.read(data)
    except PlanError:
        return reject()


def scattered(problem: Problem, chance: random.Random) -> Schedule | None:
    """Some plan, with gaps and odd choices: each task in turn at one of the places it may have."""
    horizon = min(60, enough(problem))
    clock, plan, haste = Clock(problem), [], chance.choice((1, 5, 50))
    for task in sorted(problem.tasks, key=lambda each: (each.started is None, chance.random())):
        fitting = [
            each
            for each in choices(problem, task, horizon, clock)
            if fits(problem, plan, each, clock) and setups_kept(problem, [*plan, each])
        ]
        if not fitting:
            return None
        fitting.sort(key=lambda each: (not each.done, each.start))
        plan.append(fitting[int(len(fitting) * chance.random() ** haste)])
    goals = problem.goals or ("waiting",)
    return plan_of(problem, goals, tuple(0 for _ in goals), plan)


def judge(problem: Problem, schedule: Schedule) -> list[str]:
    """Judge every chain of a plan; the causes that it gives."""
    claims = Claims(problem, schedule)
    causes = []
    for name in schedule.by_task:
        links = chain(problem, schedule, name)
        assert links[0].task == name
        for link, following in pairwise(links):
            assert following.task == link.task or following.task == link.blockers[0]
        for link in links:
            assert claims.untrue(link) == [], link
        causes += [link.cause for link in links]
    return causes


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(small_problems(most=8), GOALS)
def test_every_link_is_a_fact_and_every_chain_reaches_the_start(problem, goal):
    schedule = solve(problem, goal, time_limit_seconds=2)
    for name in schedule.by_task:
        links = chain(problem, schedule, name)
        assert links[0].task == name
        assert links[-1].cause in ("start", "release")
        for link, following in pairwise(links):
            assert following.task == link.blockers[0]
            assert following.end == link.start
    judge(problem, schedule)


@settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(strategies.small_problems(max_tasks=5) | staffed_problems(), st.integers(0, 10**9))
def test_every_link_of_any_plan_is_a_fact(problem, seed):
    """Also of a plan with gaps, whatever the problem says."""
    schedule = scattered(problem, random.Random(seed))
    if schedule is not None:
        judge(problem, schedule)


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(strategies.problems(max_tasks=5))
def test_every_link_of_a_solved_plan_is_a_fact(problem):
    """Of a workshop's size, on calendars that daylight saving changes as well."""
    schedule = solve(problem, time_limit_seconds=0.3)
    if schedule.planned:
        judge(problem, schedule)


@pytest.mark.parametrize("goal", ["waiting", "makespan", "tardiness"])
@pytest.mark.parametrize("count", [20, 80])
def test_no_task_of_a_plan_could_simply_start_earlier(goal, count):
    problem = many(count, seed=count)
    schedule = solve(problem, goal, time_limit_seconds=0.5)
    for name in problem.by_name:
        for link in binding(problem, schedule, name):
            assert Claims(problem, schedule).untrue(link) == []
            assert link.cause != "choice"


def test_late_task_is_explained_by_the_machine_it_waited_for():
    problem = line(4, 6, priority=[9, 1])
    first, second = chain(problem, solve(problem, time_limit_seconds=1), "b")
    assert (first.cause, first.resource, first.demand, first.free) == ("resource", "machine", 1, 0)
    assert first.blockers == ("a",)
    assert second.cause == "start"


def test_the_workshop_is_a_chain_of_predecessors():
    links = chain(WORKSHOP, solve(WORKSHOP, time_limit_seconds=1), "assembly")
    assert [link.task for link in links] == ["assembly", "painting", "welding"]
    assert [link.cause for link in links] == ["predecessor", "predecessor", "start"]
    assert [link.start for link in links] == [300, 120, 0]


def test_a_release_ends_the_chain():
    problem = line(4, 6, release=[7, 0], after=[[], ["a"]])
    links = chain(problem, solve(problem, time_limit_seconds=1), "b")
    assert [link.cause for link in links] == ["predecessor", "release"]


def test_of_two_predecessors_that_end_together_the_longer_leads_the_chain():
    tasks = [
        {"name": "short", "duration": 2, "release": 5},
        {"name": "long", "duration": 7},
        {"name": "last", "duration": 1, "after": ["short", "long"]},
    ]
    problem = Problem.read({"tasks": tasks})
    (link,) = binding(problem, solve(problem, time_limit_seconds=1), "last")
    assert link.blockers == ("long", "short")


def test_a_gap_that_a_person_left_is_called_a_choice():
    problem = Problem.read({"tasks": [{"name": "a", "duration": 2}]})
    plan = {"status": "feasible", "assignments": [{"task": "a", "start": 3, "end": 5}]}
    (link,) = binding(problem, Schedule.read(plan), "a")
    assert (link.cause, link.tried, link.goal, link.effect) == ("choice", 2, "waiting", "better")


def test_an_unknown_task_has_no_chain():
    with pytest.raises(PlanError, match="polishing"):
        chain(WORKSHOP, solve(WORKSHOP, time_limit_seconds=1), "polishing")


def test_the_path_of_rules_leads_from_first_to_last_the_short_way():
    after = {"a": [], "b": ["a"], "c": ["b"], "d": ["a", "c"], "e": []}
    tasks = [{"name": name, "duration": 1, "after": waits} for name, waits in after.items()]
    problem = Problem.read({"tasks": tasks})
    assert precedence_path(problem, "a", "d") == ("a", "d")
    assert precedence_path(problem, "a", "c") == ("a", "b", "c")
    assert precedence_path(problem, "d", "a") == ()
    assert precedence_path(problem, "e", "d") == ()
    assert precedence_path(problem, "a", "a") == ()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(small_problems(most=6))
def test_a_path_is_made_of_rules_and_exists_if_the_rules_say_so(problem):
    behind = {name: set(task.after) for name, task in problem.by_name.items()}
    for _ in behind:
        for before in behind.values():
            before.update(*(behind[name] for name in tuple(before)))
    for first in behind:
        for last in behind:
            path = precedence_path(problem, first, last)
            assert bool(path) == (first in behind[last])
            for earlier, later in pairwise(path):
                assert earlier in problem.task(later).after
            assert not path or (path[0], path[-1]) == (first, last)
