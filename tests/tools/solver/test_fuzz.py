"""Thousands of random problems: whatever a problem says, a plan of it keeps every rule, an optimal
plan of a small one is as good as the best of all plans, and bad input is refused in a sentence.

The seeds are fixed, so that every run sees the same problems.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from strategies import goal_lists, later, numbers, problems, small_problems, wild_data

from tools.contradictions.ruled import ruled_out
from tools.plan import Goal, Problem, Schedule, hours
from tools.record import PlanError
from tools.solver import solve
from tools.solver.crews import fact_who
from tools.solver.facts import settled
from ui.eval.judge.brute import Search, TooMany, enough
from ui.eval.judge.checker import faults, reached
from ui.eval.judge.clock import Clock
from ui.eval.judge.values import value

QUICK, PATIENT = 0.05, 5.0
"""Seconds: enough for a plan; enough to prove the small ones."""
BRANCHES = 10_000
"""Choices that trying everything may look at: half a second at most."""


def fuzz(chunk: int, examples: int, *drawn: st.SearchStrategy[Any]) -> Callable[[Any], None]:
    """Calls a function with so many random values, all different; each chunk has its own."""

    def run(judge: Callable[..., None]) -> None:
        profile = settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=[Phase.generate],  # making a failure smaller takes long: do that by hand
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )
        seen = set[str]()

        def judged(values: tuple[Any, ...]) -> None:
            seen.add(repr(values))
            judge(*values)

        seed(chunk)(profile(given(st.tuples(*drawn))(judged)))()
        assert len(seen) >= examples

    return run


def goals_of(schedule: Schedule) -> list[Goal]:
    return [each.goal for each in reached(schedule)]


def says_its_goals(problem: Problem, schedule: Schedule) -> None:
    """All goals asked for, in their order; what is lost with tasks left out comes first unless it
    is named."""
    asked = list(problem.goals or ("waiting",))
    assert [goal for goal in goals_of(schedule) if goal in asked] == asked
    optional = [task for task in problem.tasks if task.value is not None and task.started is None]
    if optional and "value" not in asked:
        assert goals_of(schedule)[0] == "value"


@pytest.mark.parametrize("chunk", range(6))
def test_plans_of_random_problems_keep_every_rule(chunk):
    @fuzz(chunk, 200, problems())
    def judge(problem):
        schedule = solve(problem, time_limit_seconds=QUICK)
        if schedule.status in ("optimal", "feasible"):
            assert faults(problem, schedule) == []
            says_its_goals(problem, schedule)
            assert not ruled_out(problem)
        else:
            assert not schedule.planned


def best_of_all(
    problem: Problem, goals: list[Goal], before: Schedule | None, orders: Any
) -> tuple[int, ...] | None:
    """Who does what has started is no choice: it is settled before a solve."""
    crews = fact_who(settled(problem, before), before)
    horizon = enough(problem, before)
    found = Search(problem, goals, horizon, before, orders, BRANCHES, crews).run()
    return None if found is None else found[0]


def agrees_with_brute_force(
    problem: Problem, schedule: Schedule, before: Schedule | None = None, orders: Any = ()
) -> None:
    assert schedule.status != "unknown"
    planned = schedule.status != "infeasible"
    goals = goals_of(schedule) if planned else ["waiting"]
    try:
        best = best_of_all(problem, goals, before, orders)
    except TooMany:
        return
    assert planned == (best is not None), (schedule.status, best)
    if best is not None:
        values = tuple(each.value for each in reached(schedule))
        assert values >= best
        assert not schedule.optimal or values == best
        assert schedule.bound is None or schedule.bound <= best[0]


@pytest.mark.parametrize("chunk", range(3))
def test_small_problems_are_solved_as_by_trying_everything(chunk):
    @fuzz(100 + chunk, 165, small_problems())
    def judge(problem):
        schedule = solve(problem, time_limit_seconds=PATIENT)
        if schedule.status != "infeasible":
            assert faults(problem, schedule) == []
            says_its_goals(problem, schedule)
        agrees_with_brute_force(problem, schedule)


def test_goals_given_to_a_solve_come_before_those_of_the_problem():
    @fuzz(200, 60, small_problems(max_tasks=3), goal_lists.filter(bool))
    def judge(problem, goals):
        asked = problem.model_copy(update={"goals": goals})
        schedule = solve(problem, goals, time_limit_seconds=PATIENT)
        if schedule.status != "infeasible":
            assert faults(problem, schedule) == []
            says_its_goals(asked, schedule)
        agrees_with_brute_force(problem, schedule)


def test_orders_are_kept_and_their_best_plans_found():
    @fuzz(300, 65, small_problems(), numbers)
    def judge(problem, random):
        if len(problem.tasks) < 2:
            return
        pair = tuple(random.sample(list(problem.by_name), 2))
        schedule = solve(problem, orders=[pair], time_limit_seconds=PATIENT)
        if schedule.status != "infeasible":
            assert faults(problem, schedule, [pair]) == []
        agrees_with_brute_force(problem, schedule, None, [pair])


minutes = st.integers(0, 8)


def test_plans_made_again_move_as_little_as_by_trying_everything():
    @fuzz(400, 100, small_problems(max_tasks=3), minutes, minutes)
    def judge(problem, now, late):
        before = solve(problem, time_limit_seconds=PATIENT)
        if before.status == "infeasible":
            return
        changed = later(problem, before, now, late)
        schedule = solve(changed, before=before, time_limit_seconds=PATIENT)
        if schedule.status != "infeasible":
            assert faults(changed, schedule, before=before) == []
            assert "moves" in goals_of(schedule)[:2]
        agrees_with_brute_force(changed, schedule, before)


class Weighed(Search):
    """Tries everything where moves are worth so many times the first goal, `moves` itself here."""

    def __init__(self, goal: Goal, stability: int, *known: Any) -> None:
        self.goal, self.stability = goal, stability
        super().__init__(*known)

    def _worth(self, plan: Any, goal: Goal) -> int:
        if goal != "moves":
            return super()._worth(plan, goal)
        return super()._worth(plan, self.goal) + self.stability * super()._worth(plan, "moves")


sums = st.sampled_from(["waiting", "tardiness", "completion", "cost"])


def test_moves_that_are_weighed_are_worth_as_little_as_by_trying_everything():
    @fuzz(800, 60, small_problems(max_tasks=3), minutes, minutes, sums, st.integers(1, 9))
    def judge(problem, now, late, goal, stability):
        before = solve(problem, time_limit_seconds=PATIENT)
        if before.status == "infeasible":
            return
        changed = later(problem, before, now, late)
        asked = [goal, "makespan"]
        found = solve(
            changed, asked, before=before, stability=stability, time_limit_seconds=PATIENT
        )
        crews = fact_who(settled(changed, before), before)
        goals = [each if each != goal else "moves" for each in goals_of(found)]
        known = changed, goals, enough(changed, before), before, (), BRANCHES, crews
        try:
            best = Weighed(goal, stability, *known).run()
        except TooMany:
            return
        assert found.planned == (best is not None)
        if best is not None:
            assert faults(changed, found, before=before) == []
            values = {each.goal: each.value for each in reached(found)}
            values["moves"] = values[goal] + stability * value(changed, found, "moves", before)
            reached_now = tuple(values[each] for each in goals)
            assert reached_now >= best[0]
            assert not found.optimal or reached_now == best[0]


def test_random_plans_are_made_again_by_the_rules():
    @fuzz(500, 100, problems(), st.integers(0, 200), st.integers(0, 60), st.integers(1, 9))
    def judge(problem, now, late, stability):
        before = solve(problem, time_limit_seconds=QUICK)
        if before.status not in ("optimal", "feasible"):
            return
        changed = later(problem, before, now, late)
        schedule = solve(changed, before=before, time_limit_seconds=QUICK)
        if schedule.status in ("optimal", "feasible"):
            assert faults(changed, schedule, before=before) == []
        weighed = solve(changed, before=before, stability=stability, time_limit_seconds=QUICK)
        if weighed.status in ("optimal", "feasible"):
            assert faults(changed, weighed, before=before) == []


@pytest.mark.parametrize("strategy", [problems(max_tasks=1), small_problems(max_tasks=1)])
def test_calendars_say_what_a_clock_on_the_wall_shows(strategy):
    @fuzz(700, 180, strategy)
    def judge(problem):
        if not problem.calendars:
            return
        clock = Clock(problem)
        until = 1500
        for resource in problem.resources:
            steps = [*hours.units(problem, resource, until), (until, 0)]
            said = [level for (a, level), (b, _) in pairwise(steps) for _ in range(a, b)]
            assert said == [clock.units(resource.name, minute) for minute in range(until)]


def born(data: Any) -> Problem | PlanError:
    try:
        return Problem.read(data)
    except PlanError as refused:
        return refused


def test_bad_input_is_refused_in_a_sentence_or_is_a_problem():
    @fuzz(600, 600, wild_data())
    def judge(data):
        found = born(data)
        if isinstance(found, PlanError):
            assert len(found.say("en")) > 20
            assert found.say("zh") != found.say("en")
        else:
            assert Problem.read(found.model_dump()) == found
