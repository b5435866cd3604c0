"""Words for the small problems that can be checked by hand."""

from typing import Any

from tools.plan import Problem, Schedule
from tools.solver import solve
from ui.eval.judge.checker import faults, reached

M = {"demands": {"m": 1}}
MACHINE: dict[str, Any] = {"name": "m", "capacity": 1}
ANN = {"name": "ann", "skills": ["weld"]}
BOB = {"name": "bob", "skills": ["weld", "paint"]}
STEEL = {"name": "steel", "kind": "stock", "capacity": 5}
CYD = {"name": "cyd", "skills": ["paint"]}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]
DAY = {
    "name": "day",
    "hours": [
        {"days": WEEKDAYS, "start": "08:00", "end": "12:00"},
        {"days": WEEKDAYS, "start": "13:00", "end": "17:00"},
    ],
}
FRIDAY = "2026-05-08T08:00"
BY_DAY = MACHINE | {"calendar": "day"}
NEXT_MONDAY = 3 * 24 * 60
HOUR = 60


def task(name: str, duration: int, **more: Any) -> dict[str, Any]:
    return {"name": name, "duration": duration} | more


def problem(tasks: list[dict[str, Any]], *resources: Any, **more: Any) -> Problem:
    return Problem.read({"tasks": tasks, "resources": list(resources)} | more)


def planned(asked: Problem, *goals: Any, **options: Any) -> Schedule:
    """The plan, proved and without a fault."""
    goal = list(goals) if goals else None
    schedule = solve(asked, goal, time_limit_seconds=5, **options)
    assert schedule.optimal
    assert faults(asked, schedule, before=options.get("before")) == []
    return schedule


def times(schedule: Schedule) -> dict[str, tuple[int, int]]:
    return {each.task: (each.start, each.end) for each in schedule.assignments}


def starts(schedule: Schedule) -> dict[str, int]:
    return {each.task: each.start for each in schedule.assignments}


def values(schedule: Schedule) -> dict[str, int]:
    return {each.goal: each.value for each in reached(schedule)}


def held(schedule: Schedule, name: str) -> dict[str, int]:
    return dict(schedule.by_task[name].resources)
