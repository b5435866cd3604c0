from itertools import pairwise

import pytest
from checker import running
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import WORKSHOP, line, many, small_problems

from tools.plan import Problem, Schedule
from tools.reasons.chain import binding, chain, precedence_path
from tools.reasons.records import Link
from tools.record import PlanError
from tools.solver import solve

GOALS = st.sampled_from(["waiting", "makespan", "tardiness"])


def untrue(problem: Problem, schedule: Schedule, link: Link) -> str:
    """What a link claims that the plan does not show; empty if it is a fact."""
    task, at = problem.task(link.task), {each.task: each for each in schedule.assignments}
    mine = at[link.task]
    if (link.start, link.end) != (mine.start, mine.end):
        return "its times"
    if any(at[name].end != link.start for name in link.blockers):
        return "when its blockers end"
    match link.cause:
        case "start":
            return "" if link.start == 0 else "the start"
        case "release":
            return "" if link.start == task.release else "the release"
        case "predecessor":
            fine = link.blockers and set(link.blockers) <= set(task.after)
            return "" if fine else "the predecessors"
        case "resource":
            used = running(problem, schedule, link.resource, link.start - 1)
            free = problem.capacity[link.resource] - used
            if (link.demand, link.free) != (task.demands[link.resource], free):
                return "the numbers"
            given_back = sum(problem.task(name).demands[link.resource] for name in link.blockers)
            return "" if free < link.demand <= free + given_back else "too few units"
    return "a choice"


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
        assert [untrue(problem, schedule, link) for link in links] == [""] * len(links)
        assert links[0].task == name
        assert links[-1].cause in ("start", "release")
        for link, following in pairwise(links):
            assert following.task == link.blockers[0]
            assert following.end == link.start


@pytest.mark.parametrize("goal", ["waiting", "makespan", "tardiness"])
@pytest.mark.parametrize("count", [20, 80])
def test_no_task_of_a_plan_could_simply_start_earlier(goal, count):
    problem = many(count, seed=count)
    schedule = solve(problem, goal, time_limit_seconds=0.5)
    for name in problem.by_name:
        assert untrue(problem, schedule, binding(problem, schedule, name)) == ""


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
    link = binding(problem, solve(problem, time_limit_seconds=1), "last")
    assert link.blockers == ("long", "short")


def test_a_gap_that_a_person_left_is_called_a_choice():
    problem = Problem.read({"tasks": [{"name": "a", "duration": 2}]})
    plan = {"status": "feasible", "assignments": [{"task": "a", "start": 3, "end": 5}]}
    assert binding(problem, Schedule.read(plan), "a").cause == "choice"


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
