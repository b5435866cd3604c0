"""Every example can be read, written into tables and JSON, and read again."""

import json
from pathlib import Path

import pytest

from tools.conflict.explained import optimise
from tools.files import read_problem, read_schedule
from tools.phrases import LANGUAGES
from tools.plan import Problem
from tools.table import (
    calendar_rows,
    columns,
    plan_rows,
    resource_columns,
    resource_rows,
    task_rows,
)
from tools.table import read_problem as read_tables
from ui.eval.judge.checker import faults

HOUR = 60
FOLDER = Path(__file__).parents[2] / "examples"
BEFORE = FOLDER / "replanning-before.json"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".md" and path != BEFORE)

SAID = {
    *("demands", "skills", "alternatives", "after", "links", "apart", "same_people", "family"),
    *("release", "due", "deadline", "fixed", "started", "ended", "value", "pausable"),
}
"""What the tasks of one plan say together."""
SHOWS = {
    "absences.json": lambda plan: any(each.absences for each in plan.resources),
    "alternatives.json": lambda plan: any(task.alternatives for task in plan.tasks),
    "apart.json": lambda plan: any(task.apart for task in plan.tasks),
    "calendars.xlsx": lambda plan: len(plan.calendars) == 2 and plan.calendars[0].closed,
    "deadlines.csv": lambda plan: all(
        any(getattr(task, field) for task in plan.tasks)
        for field in ("release", "due", "deadline", "fixed")
    ),
    "everything.json": lambda plan: (
        not SAID - {field for task in plan.tasks for field in SAID if getattr(task, field)}
    ),
    "goals.json": lambda plan: len(plan.goals) == 3,
    "links.csv": lambda plan: (
        {link.kind for task in plan.tasks for link in task.predecessors}
        == {"finish-start", "start-start", "finish-finish"}
    ),
    "optional.json": lambda plan: any(task.value for task in plan.tasks),
    "pausing.json": lambda plan: {task.pausable for task in plan.tasks} == {True, False},
    "replanning.json": lambda plan: plan.now and any(task.started for task in plan.tasks),
    "running.json": lambda plan: any(task.started and not task.ended for task in plan.tasks),
    "same-people.json": lambda plan: any(task.same_people for task in plan.tasks),
    "setups.json": lambda plan: any(each.setups for each in plan.resources),
    "skills.json": lambda plan: any(task.skills for task in plan.tasks),
    "stability.json": lambda plan: plan.stability == 2,
    "stock.json": lambda plan: any(each.kind == "stock" for each in plan.resources),
    "time-zones.json": lambda plan: len({each.time_zone for each in plan.calendars}) == 3,
    "workload.json": lambda plan: plan.goals == ("balance", "completion"),
}


def named(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", FILES, ids=named)
def test_an_example_shows_what_it_is_called(path):
    assert SHOWS[path.name](read_problem(path))


def test_every_example_is_there_and_listed():
    assert [path.name for path in FILES] == sorted(SHOWS)
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"| {path.name} |" in readme for path in FILES)


@pytest.mark.parametrize("path", FILES, ids=named)
def test_the_plan_of_an_example_is_best_and_keeps_every_rule(path):
    problem = read_problem(path)
    plan = optimise(problem, time_limit_seconds=10)
    assert plan.optimal
    assert faults(problem, plan) == []


def planned(name: str) -> dict[str, tuple[int, int]]:
    """The best plan of an example: start and end of each task."""
    plan = optimise(read_problem(FOLDER / name), time_limit_seconds=10)
    return {each.task: (each.start, each.end) for each in plan.assignments}


def test_work_pauses_over_night_and_over_lunch():
    assert planned("pausing.json")["装配机架"] == (0, 24 * HOUR + 2 * HOUR)
    start, end = planned("pausing.json")["浇注"]
    assert end - start == 3 * HOUR


def test_the_call_is_an_hour_sooner_for_london_after_the_clocks_were_put_back():
    """At 8:30 in New York it is 13:30 in London all summer, and 12:30 on this Monday; as many hours
    have passed since Friday at 6:00 as the clock shows, and one more."""
    start, _ = planned("time-zones.json")["Handover call"]
    assert start == 3 * 24 * HOUR + 6 * HOUR + HOUR // 2 + HOUR


def test_leave_puts_off_the_report_and_training_what_needs_two():
    plan = planned("absences.json")
    assert plan["Inspect the school"] == (4 * HOUR, 8 * HOUR)
    assert plan["Write the report"][0] == 2 * 24 * HOUR


def test_records_are_filed_around_christmas_and_on_the_sunday_that_is_open():
    start, end = planned("calendars.xlsx")["File the records"]
    assert start < 40 * HOUR  # before Christmas
    assert end == 5 * 24 * HOUR + HOUR  # on Monday at nine, after three hours on Sunday


def test_everything_at_once_is_planned_as_by_hand():
    """Bob can weld until noon, is away, and ends on the Saturday that is open, by the quicker way,
    for all that waits for him is due then; the oven works at night."""
    plan = planned("everything.json")
    assert plan["Weld the second gate"] == (3 * HOUR + 55, 24 * HOUR + 2 * HOUR + 25)
    assert plan["Bake both"] == (38 * HOUR, 41 * HOUR)
    assert plan["Deliver"] == (4 * 24 * HOUR + 2 * HOUR, 4 * 24 * HOUR + 3 * HOUR)


def test_when_a_mechanic_falls_ill_only_the_test_run_moves():
    problem, before = read_problem(FOLDER / "replanning.json"), read_schedule(BEFORE)
    plan = optimise(problem, before=before, time_limit_seconds=10)
    assert [(each.task, each.before, each.after) for each in plan.moved] == [
        ("Tram 12: test run", 3 * HOUR, 5 * HOUR)
    ]
    assert BEFORE.name in (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=named)
def test_an_example_goes_to_json_and_back(path):
    problem = read_problem(path)
    assert Problem.read(json.loads(problem.model_dump_json())) == problem


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FILES, ids=named)
def test_an_example_goes_to_tables_and_back(path, language):
    problem = read_problem(path)
    back = read_tables(
        task_rows(problem, language, columns(problem)),
        resource_rows(problem, language, resource_columns(problem)),
        None,
        language,
        shown=columns(problem),
        of_resources=resource_columns(problem),
        calendars=calendar_rows(problem, language),
        plan=plan_rows(problem, language),
    )
    # Where the values stand is another place in a file and on the page.
    assert back.model_copy(update={"origins": ()}) == problem.model_copy(update={"origins": ()})
