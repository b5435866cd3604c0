from checker import faults, listed, worth
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import WORKSHOP, line, many, small_problems

from tools.plan import Schedule
from tools.solver import dispatch, improve
from tools.solver.goals import value

some = settings(max_examples=80, deadline=None, derandomize=True)


def starts(schedule: Schedule) -> dict[str, int]:
    return {each.task: each.start for each in schedule.assignments}


def judged(problem, schedule):
    """The plan with its objective, as the checker wants it."""
    return schedule.model_copy(update={"objective": value(problem, schedule, "waiting")})


@some
@given(small_problems(most=7, deadlines=False), st.data())
def test_a_list_gives_the_plan_that_trying_minute_by_minute_gives(problem, data):
    names = dispatch.repaired(
        data.draw(st.permutations(sorted(problem.by_name))), dispatch.predecessors(problem, ())
    )
    plan = dispatch.build(problem, names, ())
    assert starts(plan) == listed(problem, names)
    assert faults(problem, judged(problem, plan)) == []


@some
@given(small_problems(most=7), st.data())
def test_a_plan_fits_exactly_if_the_checker_finds_no_fault(problem, data):
    at = {name: data.draw(st.integers(0, 30)) for name in problem.by_name}
    rows = [
        {
            "task": task.name,
            "start": at[task.name],
            "end": at[task.name] + task.duration,
            "resources": task.demands,
        }
        for task in problem.tasks
    ]
    plan = Schedule.read({"status": "feasible", "assignments": rows})
    fine = faults(problem, judged(problem, plan)) == []
    assert dispatch.fits(problem, (), plan) == fine


def by_scanning(names, before):
    """Again and again the first of the list whose predecessors are done."""
    left, done = list(names), []
    while left:
        ready = next((name for name in left if before[name] <= set(done)), None)
        if ready is None:
            return None
        left.remove(ready)
        done.append(ready)
    return done


@some
@given(st.data())
def test_a_list_is_repaired_with_the_fewest_changes_of_place(data):
    names = data.draw(st.permutations("abcdef"))
    before = {name: data.draw(st.sets(st.sampled_from("abcdef"), max_size=2)) for name in names}
    assert dispatch.repaired(names, before) == by_scanning(names, before)


@some
@given(small_problems(most=7, deadlines=False), st.data())
def test_a_compacted_plan_has_no_task_later_and_none_that_could_be_earlier(problem, data):
    """From plans with gaps: those of the same problem with later releases."""
    names = dispatch.repaired(
        data.draw(st.permutations(sorted(problem.by_name))), dispatch.predecessors(problem, ())
    )
    late = problem
    for name in problem.by_name:
        late = late.replace_task(name, release=data.draw(st.integers(0, 15)) + 11)
    loose = dispatch.build(late, names, ())
    tight = dispatch.compacted(problem, loose, ())
    assert faults(problem, judged(problem, tight)) == []
    assert all(tight.by_task[name].start <= loose.by_task[name].start for name in names)
    for task in problem.tasks:
        start = starts(tight) | {task.name: tight.by_task[task.name].start - 1}
        rows = [
            each.model_copy(update={"start": start[each.task], "end": start[each.task] + length})
            for each in tight.assignments
            for length in [each.end - each.start]
        ]
        moved = judged(problem, tight.model_copy(update={"assignments": tuple(rows)}))
        assert start[task.name] < 0 or faults(problem, moved) != []


def test_compacting_keeps_orders_and_leaves_circles_alone():
    problem = line(4, 2)
    rows = [
        {"task": "a", "start": 9, "end": 13, "resources": {"machine": 1}},
        {"task": "b", "start": 20, "end": 22, "resources": {"machine": 1}},
    ]
    loose = Schedule.read({"status": "feasible", "assignments": rows})
    assert starts(dispatch.compacted(problem, loose, [("a", "b")])) == {"a": 0, "b": 4}
    circle = [("a", "b"), ("b", "a")]
    assert dispatch.compacted(problem, loose, circle) is loose


def test_a_due_minute_of_zero_is_the_most_urgent():
    problem = line(5, 5, due=[10, 0])
    assert dispatch.rules(problem, "tardiness")[0] == ["b", "a"]


def test_tails_are_the_longest_chains_behind_a_task():
    assert dispatch.tails(WORKSHOP) == {"welding": 360, "painting": 240, "assembly": 60}


def test_two_thousand_tasks_are_listed_and_built():
    problem = many(2000)
    names = [*reversed(list(problem.by_name))]
    legal = dispatch.repaired(names, dispatch.predecessors(problem, ()))
    plan = dispatch.build(problem, legal, ())
    assert dispatch.fits(problem, (), plan)
    assert value(problem, plan, "waiting") == worth(problem, starts(plan), "waiting")


@some
@given(small_problems(most=6))
def test_the_search_returns_plans_that_keep_all_rules_or_none(problem):
    plan = improve.search(problem, "waiting", (), end=0)
    if plan is not None:
        assert faults(problem, judged(problem, plan)) == []
