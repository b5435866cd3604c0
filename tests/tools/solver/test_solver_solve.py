import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import WORKSHOP, any_problems, line, many, small_problems

from tools.plan import Problem, Schedule
from tools.record import PlanError
from tools.solver import solve
from tools.solver.misses import least_misses
from tools.solver.progress import Watch
from ui.eval.judge.checker import best, faults, least_overdue, overdue, worth

GOALS = st.sampled_from(["waiting", "makespan", "tardiness"])

some = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
pairs = st.permutations(["a", "b"])


def starts(schedule: Schedule) -> dict[str, int]:
    return {each.task: each.start for each in schedule.assignments}


def test_workshop_is_planned_as_it_was_by_hand():
    schedule = solve(WORKSHOP, time_limit_seconds=5)
    assert starts(schedule) == {"welding": 0, "painting": 120, "assembly": 300}
    assert schedule.makespan == 360
    assert schedule.objective == 2 * 120 + 3 * 300 == 1140
    assert schedule.optimal
    assert faults(WORKSHOP, schedule) == []


@some
@given(small_problems(most=5), GOALS)
def test_every_plan_keeps_every_rule_and_optimal_is_the_best_of_all(problem, goal):
    schedule = solve(problem, goal, time_limit_seconds=5)
    optimum = best(problem, goal)
    assert (schedule.status == "infeasible") == (optimum is None)
    if optimum is None:
        assert not schedule.planned
        return
    assert faults(problem, schedule) == []
    assert schedule.bound <= optimum <= schedule.objective
    if schedule.optimal:
        assert schedule.objective == optimum


@settings(some, max_examples=6)
@given(small_problems(most=6, deadlines=False).filter(lambda each: len(each.tasks) == 6), GOALS)
def test_six_tasks_are_proved_optimal_and_are(problem, goal):
    schedule = solve(problem, goal, time_limit_seconds=10)
    assert schedule.optimal
    assert schedule.objective == best(problem, goal)


@settings(some, max_examples=25)
@given(small_problems(most=5).filter(lambda each: len(each.tasks) > 1), GOALS, st.data())
def test_an_order_is_kept_and_its_best_plan_found(problem, goal, data):
    pair = tuple(data.draw(st.permutations(sorted(problem.by_name)))[:2])
    schedule = solve(problem, goal, orders=[pair], time_limit_seconds=5)
    optimum = best(problem, goal, [pair])
    if schedule.status == "infeasible":
        assert optimum is None
    else:
        assert faults(problem, schedule, [pair]) == []
        assert schedule.objective == optimum


def test_orders_in_a_circle_mean_the_same_start():
    schedule = solve(WORKSHOP, orders=[("welding", "welding")], time_limit_seconds=1)
    assert schedule.objective == 1140
    apart = line(2, 3)
    circle = [("a", "b"), ("b", "a")]
    assert solve(apart, orders=circle, time_limit_seconds=1).status == "infeasible"
    free = Problem.read({"tasks": [{"name": "a", "duration": 2}, {"name": "b", "duration": 3}]})
    assert solve(free, orders=circle, time_limit_seconds=1).objective == 0


def test_an_order_against_a_rule_is_infeasible():
    against = [("painting", "welding")]
    assert solve(WORKSHOP, orders=against, time_limit_seconds=1).status == "infeasible"


def test_an_order_of_an_unknown_task_is_refused():
    with pytest.raises(PlanError, match="polishing"):
        solve(WORKSHOP, orders=[("polishing", "welding")], time_limit_seconds=1)


@pytest.mark.parametrize(
    ("argument", "value", "key"),
    [
        *(("seed", value, "bad-seed") for value in (-1, 2**31, 2**70, 1.0, "7", True)),
        *(("workers", value, "bad-workers") for value in (0, 65, 1.5, "2", None)),
        *(("stability", value, "bad-stability") for value in (1.5, "1", True)),
        *(("time_limit_seconds", value, "bad-time-limit") for value in ("5", None, True)),
        *(("goal", value, "bad-goal") for value in ("speed", ["waiting", "speed"], [3])),
    ],
)
def test_what_is_no_such_argument_is_refused_with_what_is(argument, value, key):
    with pytest.raises(PlanError) as refused:
        solve(WORKSHOP, before=Schedule(status="unknown"), **{argument: value})
    assert refused.value.key == key
    assert refused.value.say("zh") != refused.value.say("en")


def test_the_largest_seed_is_a_seed():
    assert solve(WORKSHOP, time_limit_seconds=1, seed=2**31 - 1).planned


@pytest.mark.parametrize("seconds", [0, 0.04, -1, 3601, float("nan"), float("inf")])
def test_a_time_limit_out_of_range_is_refused_with_its_value(seconds):
    with pytest.raises(PlanError) as refused:
        solve(WORKSHOP, time_limit_seconds=seconds)
    assert refused.value.key == "bad-time-limit"
    assert refused.value.say("zh") != refused.value.say("en")


def test_smith_orders_one_machine_by_priority_per_minute():
    problem = line(6, 2, 4, 5, 3, priority=[1, 4, 2, 9, 9])
    schedule = solve(problem, time_limit_seconds=5)
    by_start = sorted(schedule.assignments, key=lambda each: each.start)
    assert [each.task for each in by_start] == ["e", "b", "d", "c", "a"]
    assert schedule.optimal


def test_thirty_tasks_on_one_machine_are_proved_by_the_cuts():
    durations = [7 + 13 * place % 41 for place in range(30)]
    weights = [1 + 5 * place % 9 for place in range(30)]
    tasks = [
        {"name": f"t{at}", "duration": length, "priority": weight, "demands": {"m": 1}}
        for at, (length, weight) in enumerate(zip(durations, weights, strict=True))
    ]
    problem = Problem.read({"tasks": tasks, "resources": [{"name": "m", "capacity": 1}]})
    schedule = solve(problem, time_limit_seconds=10)
    now = smith = 0
    for length, weight in sorted(zip(durations, weights, strict=True), key=lambda p: p[0] / p[1]):
        smith, now = smith + weight * now, now + length
    assert schedule.optimal
    assert schedule.objective == smith


def test_largest_numbers_of_the_domain_are_planned():
    # Sums of work x time go beyond 64 bits here.
    tasks = [
        {"name": f"t{at}", "duration": 527_040, "priority": 1000, "demands": {"m": 1_000_000}}
        for at in range(30)
    ]
    problem = Problem.read({"tasks": tasks, "resources": [{"name": "m", "capacity": 1_000_000}]})
    schedule = solve(problem, time_limit_seconds=2)
    assert schedule.planned
    assert schedule.objective == 1000 * 527_040 * sum(range(30))
    assert schedule.bound is None or schedule.bound <= schedule.objective


@settings(some, max_examples=25)
@given(small_problems(most=4))
def test_missed_deadlines_are_achievable_and_as_few_minutes_as_can_be(problem):
    schedule = solve(problem, time_limit_seconds=5)
    if schedule.status == "infeasible":
        late = {each.task: each.minutes for each in schedule.misses}
        assert sum(late.values()) == least_overdue(problem)
        # Achievable: with each of these deadlines moved by that much there is a plan.
        for name, minutes in late.items():
            problem = problem.replace_task(name, deadline=problem.task(name).deadline + minutes)
        assert faults(problem, solve(problem, time_limit_seconds=5)) == []
    else:
        assert schedule.misses == ()


def test_the_missed_deadline_is_named_with_its_minutes():
    problem = line(4, 5, deadline=[None, 4], after=[[], ["a"]])
    (miss,) = solve(problem, time_limit_seconds=1).misses
    assert (miss.task, miss.deadline, miss.end, miss.minutes) == ("b", 4, 9, 5)


def test_a_deadline_before_its_own_release_is_missed_not_an_error():
    problem = line(4, release=[10], deadline=[5])
    schedule = solve(problem, time_limit_seconds=1)
    assert schedule.status == "infeasible"
    assert [each.minutes for each in schedule.misses] == [9]


def test_no_misses_are_told_where_the_order_is_what_cannot_be():
    problem = line(4, 5, after=[[], ["a"]], deadline=[100, 100])
    schedule = solve(problem, orders=[("b", "a")], time_limit_seconds=1)
    assert schedule.status == "infeasible"
    assert schedule.misses == ()
    assert least_misses(problem, Watch(1)) == ()


def test_misses_are_looked_for_only_if_nobody_cancelled_and_no_order_was_tried():
    problem = line(4, 5, deadline=[4, 4])
    assert solve(problem, time_limit_seconds=1).misses
    assert solve(problem, orders=[("b", "a")], time_limit_seconds=1).misses == ()
    said_so = iter([False])
    over = solve(problem, time_limit_seconds=600, cancelled=lambda: next(said_so, True))
    assert over.misses == ()


@pytest.mark.parametrize("goal", ["waiting", "makespan", "tardiness"])
def test_twenty_tasks_in_little_time_get_a_valid_plan(goal):
    problem = many(20, seed=5)
    schedule = solve(problem, goal, time_limit_seconds=0.6)
    assert schedule.planned
    assert faults(problem, schedule) == []


@pytest.mark.parametrize("count", [300, 1000])
def test_many_tasks_get_a_plan_in_a_second(count):
    problem = many(count)
    schedule = solve(problem, time_limit_seconds=1)
    assert schedule.planned
    assert overdue(problem, starts(schedule)) == 0
    assert worth(problem, starts(schedule), "waiting") == schedule.objective


def test_a_hint_is_never_made_worse():
    problem = many(60, seed=3)
    good = solve(problem, time_limit_seconds=2)
    again = solve(problem, time_limit_seconds=0.1, hint=good)
    assert again.objective <= good.objective


def test_a_hint_that_does_not_fit_is_left_aside():
    schedule = solve(WORKSHOP, time_limit_seconds=1, hint=Schedule(status="feasible"))
    assert schedule.objective == 1140


def test_among_plans_that_end_together_the_one_with_least_waiting_is_taken():
    schedule = solve(line(6, 2), "makespan", time_limit_seconds=1)
    assert (schedule.objective, starts(schedule)) == (8, {"a": 2, "b": 0})


def test_among_plans_with_equal_lateness_the_one_that_ends_first_is_taken():
    schedule = solve(WORKSHOP, "tardiness", time_limit_seconds=1)
    assert (schedule.objective, schedule.makespan) == (0, 360)


@settings(some, max_examples=30)
@given(any_problems(), GOALS)
def test_extreme_values_are_planned_by_the_rules_or_refused_as_a_result(problem, goal):
    schedule = solve(problem, goal, time_limit_seconds=0.2)
    if schedule.planned:
        assert fits(problem, schedule)
        assert schedule.objective == worth(problem, starts(schedule), goal)
        assert schedule.bound is None or schedule.bound <= schedule.objective


def fits(problem: Problem, schedule: Schedule) -> bool:
    """Does the plan keep the rules? From event to event, for years of minutes are too many."""
    at = schedule.by_task
    for task in problem.tasks:
        mine = at[task.name]
        if mine.start < task.release or mine.end - mine.start != task.duration:
            return False
        if task.deadline is not None and mine.end > task.deadline:
            return False
        if any(at[other].end > mine.start for other in task.after):
            return False
    return all(within(problem, schedule, resource.name) for resource in problem.resources)


def within(problem: Problem, schedule: Schedule, resource: str) -> bool:
    changes = []
    for task in problem.tasks:
        amount, mine = task.demands.get(resource, 0), schedule.by_task[task.name]
        changes += [(mine.start, amount), (mine.end, -amount)]
    level = 0
    for _, change in sorted(changes):
        level += change
        if level > problem.capacity[resource]:
            return False
    return True
