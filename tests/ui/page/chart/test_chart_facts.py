"""What decides the end, who waits, and how much is in use, on plans checked by hand."""

from standin import plan, problem

from tools.plan import Absence, Assignment, Problem, Resource, Schedule, Task
from ui.page.chart.facts import critical, waits
from ui.page.chart.gantt import gantt
from ui.page.chart.load import in_use, load
from ui.page.chart.worktime import Worktime


def bench() -> tuple[Problem, Schedule]:
    """One bench: b waits for a's predecessor link, c waits for the bench only."""
    wanted = Problem(
        tasks=(
            Task(name="a", duration=30, demands={"bench": 1}),
            Task(name="b", duration=20, demands={"bench": 1}, after=("a",)),
            Task(name="c", duration=10, demands={"bench": 1}),
            Task(name="d", duration=5),
        ),
        resources=(Resource(name="bench", capacity=1),),
    )
    rows = (("a", 0, 30), ("b", 30, 50), ("c", 50, 60), ("d", 0, 5))
    held = {"a": {"bench": 1}, "b": {"bench": 1}, "c": {"bench": 1}, "d": {}}
    return wanted, Schedule(
        status="optimal",
        objective=1,
        bound=1,
        assignments=tuple(
            Assignment(task=name, start=start, end=end, resources=held[name])
            for name, start, end in rows
        ),
    )


def test_the_chain_that_decides_the_end_leads_back_to_the_start():
    assert critical(*bench()) == {"a", "b", "c"}


def test_a_task_waits_from_the_minute_it_could_start_alone():
    assert waits(*bench()) == {"c": 0}


def test_both_are_drawn_and_said_in_the_picture_of_the_plan_but_not_in_a_comparison():
    wanted, schedule = bench()
    kinds = [trace.meta for trace in gantt(wanted, schedule, "en").data]
    assert {"chain", "waiting"} <= set(kinds)
    compared = [trace.meta for trace in gantt(wanted, schedule, "en", before=schedule).data]
    assert not {"chain", "waiting"} & set(compared)


def test_what_is_in_use_is_the_sum_of_what_tasks_hold():
    wanted, schedule = bench()
    times = Worktime(wanted, 60)
    assert in_use(schedule, "bench", times) == [(0, 1), (30, 1), (50, 1), (60, 0)]
    assert in_use(plan(problem()), "people", Worktime(problem(), 240))[0] == (0, 1)
    assert in_use(schedule, "nothing", times) == [(0, 0)]


def test_nobody_is_in_use_while_a_task_rests_because_they_are_away():
    sort = Task(name="Sort", duration=60, demands={"Ann": 1, "desk": 1}, pausable=True)
    away = Absence(start=30, end=90)
    ann, desk = Resource(name="Ann", absences=(away,)), Resource(name="desk")
    wanted = Problem(tasks=(sort,), resources=(ann, desk))
    row = Assignment(task="Sort", start=0, end=120, resources={"Ann": 1, "desk": 1})
    done = Schedule(status="optimal", assignments=(row,))
    times = Worktime(wanted, 120)
    assert in_use(done, "Ann", times) == [(0, 1), (30, 0), (90, 1), (120, 0)]
    assert in_use(done, "desk", times) == [(0, 1), (120, 0)]


def test_the_load_has_a_row_for_each_resource_with_what_is_there():
    wanted = problem()
    figure = load(wanted, plan(wanted), "zh")
    assert figure is not None
    assert [trace.meta for trace in figure.data] == ["used", "there"] * 2
    assert "人" in [note.text for note in figure.layout.annotations]
    assert max(figure.data[2].y) <= wanted.capacity["people"]
    assert load(wanted, Schedule(status="unknown"), "en") is None
