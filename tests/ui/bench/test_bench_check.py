"""The benchmark's own check, on plans made by hand."""

import pytest

from tools.plan import Assignment, Problem, Resource, Schedule, Task
from ui.bench.check import broken, value
from ui.bench.generate import DAY, MONDAY, NIGHT

NIGHT_BEGINS = 14 * 60  # minutes from Monday 08:00 to 22:00
WEEKEND_ENDS = 7 * 24 * 60


def problem(**changes) -> Problem:
    weld = Task(name="weld", duration=120, priority=2, demands={"people": 2}, due=100)
    paint = Task(name="paint", duration=60, demands={"people": 1}, after=("weld",), release=30)
    values = {"tasks": (weld, paint), "resources": (Resource(name="people", capacity=2),)}
    return Problem(**values | changes)


def plan(subject: Problem, **times: tuple[int, int]) -> Schedule:
    return Schedule(
        status="feasible",
        assignments=tuple(
            Assignment(task=name, start=start, end=end, resources=subject.by_name[name].demands)
            for name, (start, end) in times.items()
        ),
    )


def test_a_plan_that_keeps_the_rules_has_its_value() -> None:
    subject = problem()
    good = plan(subject, weld=(0, 120), paint=(120, 180))
    assert broken(subject, good) is None
    values = {
        goal: value(subject, good, goal)
        for goal in ("waiting", "completion", "tardiness", "makespan")
    }
    assert values == {"waiting": 90, "completion": 420, "tardiness": 40, "makespan": 180}


@pytest.mark.parametrize(
    ("rule", "times"),
    [
        ("every task once", {"weld": (0, 120)}),
        ("precedence paint", {"weld": (0, 120), "paint": (119, 179)}),
        ("release paint", {"weld": (0, 120), "paint": (29, 89)}),
        ("working time weld", {"weld": (0, 119), "paint": (120, 180)}),
        ("working time weld", {"weld": (0, 121), "paint": (121, 181)}),
    ],
)
def test_a_broken_rule_is_named(rule: str, times: dict[str, tuple[int, int]]) -> None:
    subject = problem()
    assert broken(subject, plan(subject, **times)) == rule


def test_more_units_than_there_are_is_named() -> None:
    subject = problem()
    apart = [task.model_copy(update={"after": ()}) for task in subject.tasks]
    subject = problem(tasks=tuple(apart))
    assert broken(subject, plan(subject, weld=(0, 120), paint=(119, 179))) == "capacity people"
    assert broken(subject, plan(subject, weld=(0, 120), paint=(120, 180))) is None


def shift(name: str, **changes) -> Problem:
    task = Task.read({"name": "weld", "duration": 120, "demands": {"people": 1}} | changes)
    crew = Resource(name="people", capacity=1, calendar=name)
    return Problem(tasks=(task,), resources=(crew,), calendars=(DAY, NIGHT), start=MONDAY)


@pytest.mark.parametrize(
    ("name", "pausable", "start", "end", "kept"),
    [
        ("day", False, 120, 240, True),
        ("day", False, 121, 241, False),  # into the lunch break
        ("day", True, 180, 360, True),  # an hour before the break and one after it
        ("day", True, 180, 300, False),
        ("day", True, 120, 300, False),  # ended with the break
        ("day", True, 250, 480, False),  # started in the break
        ("day", False, 4 * 1440, 4 * 1440 + 120, True),
        ("day", False, 5 * 1440, 5 * 1440 + 120, False),  # Saturday
        ("day", False, WEEKEND_ENDS, WEEKEND_ENDS + 120, True),
        ("night", False, 0, 120, False),
        ("night", False, NIGHT_BEGINS + 90, NIGHT_BEGINS + 210, True),  # over midnight
        ("night", False, NIGHT_BEGINS + 400, NIGHT_BEGINS + 520, False),
    ],
)
def test_work_is_done_in_working_hours(
    name: str, pausable: bool, start: int, end: int, kept: bool
) -> None:
    subject = shift(name, pausable=pausable)
    fault = broken(subject, plan(subject, weld=(start, end)))
    assert fault == (None if kept else "working time weld")


def test_units_are_held_over_a_pause_that_others_could_use() -> None:
    """Night people stay with a task that waits for the day: their units are not free."""
    day = Resource(name="day people", calendar="day")
    robot = Resource(name="robot")
    weld = Task(name="weld", duration=120, demands={"day people": 1, "robot": 1}, pausable=True)
    rinse = Task(name="rinse", duration=30, demands={"robot": 1})
    subject = Problem(tasks=(weld, rinse), resources=(day, robot), calendars=(DAY,), start=MONDAY)
    over_lunch = {"weld": (180, 360)}
    assert broken(subject, plan(subject, **over_lunch, rinse=(250, 280))) == "capacity robot"
    assert broken(subject, plan(subject, **over_lunch, rinse=(360, 390))) is None


def test_facts_are_kept_and_break_no_rule() -> None:
    weld = Task(name="weld", duration=120, demands={"people": 2}, release=50, started=0)
    paint = Task(name="paint", duration=60, demands={"people": 1})
    subject = problem(tasks=(weld, paint), now=60)
    assert broken(subject, plan(subject, weld=(0, 120), paint=(120, 180))) is None
    assert broken(subject, plan(subject, weld=(50, 170), paint=(170, 230))) == "fact weld"
    assert broken(subject, plan(subject, weld=(0, 120), paint=(59, 119))) == "release paint"
