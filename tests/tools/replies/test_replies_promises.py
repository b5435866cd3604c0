"""By when the steps of a case are due, in hours that people work and in those of the clock."""

from datetime import datetime

import pytest

from tools.conflict.explained import optimise
from tools.phrases import LANGUAGES
from tools.plan import Problem
from tools.replies.promises import promise
from tools.replies.work import joined, tasks_of
from tools.table import COLUMNS, read_problem, resource_rows, task_rows
from tools.table.cells import MARK
from tools.telling import tell_assumed

DAY = 24 * 60
OFFICE = {"days": ["mon", "tue", "wed", "thu", "fri"], "start": "09:00", "end": "17:00"}
TUESDAY = Problem.read({
    "tasks": [{"name": "count", "duration": 30, "demands": {"Clerk": 1}}],
    "resources": [{"name": "Clerk", "capacity": 1, "calendar": "office"}],
    "calendars": [{"name": "office", "hours": [OFFICE]}],
    "start": "2026-11-24T08:00",
})  # fmt: skip
"""A plan of an office from Tuesday at eight."""


def due(*steps: str, beside: Problem | None = None, at: datetime | None = None) -> list[int | None]:
    text = "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
    return [task.due for task in tasks_of(text, "t", "", beside, at).tasks]


@pytest.mark.parametrize(
    ("part", "read"),
    [
        ("within 1 working day of arrival", ("within", 1, "working days", "arrival")),
        ("到货后 1 个工作日内", ("within", 1, "working days", "到货")),
        ("within 4 working hours", ("within", 240, "working minutes", "")),
        ("4 个工作小时内", ("within", 240, "working minutes", "")),
        ("within 45 days of the form", ("within", 45, "days", "form")),
        ("收到申请表后 45 天内", ("within", 45, "days", "收到申请表")),
        ("within 48 hours", ("within", 2880, "minutes", "")),
        ("within 2 weeks", ("within", 14, "days", "")),
        ("after 5 working days", ("wait", 5, "working days", "")),
        ("3 days after the replacement or refund", ("wait", 3, "days", "replacement or refund")),
        ("补发或退款后 3 天", ("wait", 3, "days", "补发或退款")),
    ],
)
def test_a_promise_says_how_long_counted_how_and_from_what(part, read):
    found = promise(part)
    assert (found.kind, found.wait.amount, found.wait.unit, found.wait.since) == read


@pytest.mark.parametrize(
    "part", ["3 days before the count", "盘点前 3 天", "24 hours before the appointment", "小心"]
)
def test_what_counts_back_from_something_to_come_promises_nothing(part):
    assert promise(part) is None
    assert due(f"Clerk packs (20 minutes, {part})") == [None]


def test_what_comes_from_outside_counts_from_the_start_and_not_from_the_step_before():
    first, second = due(
        "Clerk calls (60 minutes)",
        "Clerk inspects it (15 minutes, within 1 working day of arrival)",
    )
    assert (first, second) == (None, DAY)


def test_a_promise_counts_from_the_step_that_it_names():
    approved, _, paid = due(
        "Clerk approves it (10 minutes, within 1 working day)",
        "Clerk files it (30 minutes)",
        "Clerk pays (10 minutes, within 3 working days of approval)",
    )
    assert (approved, paid) == (DAY, 4 * DAY)


def test_a_promise_that_names_nothing_counts_from_the_step_before():
    assert due("Clerk calls (60 minutes)", "Clerk pays (5 minutes, within 2 hours)")[1] == 180


def test_a_missed_promise_is_late_and_no_reason_to_plan_nothing():
    problem = tasks_of("1. Clerk packs (60 minutes, within 30 minutes).", "t")
    plan = optimise(problem, time_limit_seconds=1)
    assert plan.planned
    assert problem.tasks[0].deadline is None
    assert plan.assignments[0].end > problem.tasks[0].due


def test_a_working_day_ends_when_the_office_closes():
    end_of_wednesday = 33 * 60  # from Tuesday at eight to Wednesday at five
    assert due("Clerk packs (5 minutes, within 1 working day)", beside=TUESDAY) == [
        end_of_wednesday
    ]
    over_the_weekend = end_of_wednesday + 5 * DAY
    assert due("Clerk packs (5 minutes, within 4 working days)", beside=TUESDAY) == [
        over_the_weekend
    ]


def test_working_hours_are_those_of_the_office():
    assert due("Clerk packs (5 minutes, within 10 working hours)", beside=TUESDAY) == [
        27 * 60  # eight hours on Tuesday, two on Wednesday until eleven
    ]


def test_a_wait_counts_from_the_step_that_it_names():
    problem = tasks_of(
        "1. Clerk sends the replacement (5 minutes).\n2. Clerk files a claim (5 minutes).\n"
        "3. Clerk calls (5 minutes, 3 days after the replacement).",
        "t",
    )
    first, second, third = problem.tasks
    assert [(link.task, link.lag) for link in third.links] == [(first.name, 3 * DAY)]
    assert third.after == (second.name,)


def test_a_case_that_comes_into_an_older_plan_begins_now():
    step = "1. Clerk packs (5 minutes, within 2 hours)."
    under_way = Problem.read(TUESDAY.model_dump() | {"now": 100})
    (task,) = tasks_of(step, "t", "", under_way).tasks
    assert (task.release, task.due) == (100, 220)
    noon = datetime(2026, 11, 24, 12)
    problem = tasks_of(step, "t", "", under_way, noon)
    assert (problem.tasks[0].release, problem.tasks[0].due) == (240, 360)
    plan = optimise(joined(under_way, problem), time_limit_seconds=1)
    assert next(a.start for a in plan.assignments if "packs" in a.task) >= 240
    months_ago = tasks_of(step, "t", "", TUESDAY, datetime(2027, 5, 1)).tasks[0]
    assert (months_ago.release, months_ago.due) == (0, 120)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_moment_a_promise_counts_from_is_assumed_and_the_table_says_so(language):
    noon = datetime(2026, 11, 24, 12)
    new = tasks_of("1. Clerk packs (5 minutes, within 2 hours).", "t", "", TUESDAY, noon)
    problem = joined(TUESDAY, new)
    row = dict(zip(COLUMNS, task_rows(problem, language)[1], strict=True))
    assert row["due"].startswith(MARK)
    assert row["release"].startswith(MARK)
    back = read_problem(
        task_rows(problem, language), resource_rows(problem, language), problem, language
    )
    assert set(back.assumed) == set(problem.assumed)
    assert back.tasks == problem.tasks


def test_that_a_working_day_counts_as_24_hours_is_said():
    step = "1. Clerk packs (5 minutes, within 1 working day)."
    assert "24 hours here" in tell_assumed(tasks_of(step, "t"), "en")
    assert "24 小时" in tell_assumed(tasks_of(step, "t"), "zh")
    office = joined(TUESDAY, tasks_of(step, "t", "", TUESDAY))
    assert "ends with the plan’s working hours" in tell_assumed(office, "en")
    assert "下班" in tell_assumed(office, "zh")
