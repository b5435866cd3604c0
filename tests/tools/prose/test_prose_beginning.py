"""When all work starts, as a message says beside its tasks."""

from datetime import datetime

import pytest

from tools.plan import Problem
from tools.prose.clock import Clock
from tools.prose.problem import problem_of
from tools.prose.rows import read_rows

NOW = datetime(2026, 11, 30, 9, 45)  # a Monday
TUESDAY = datetime(2026, 12, 1, 8)


def read(text: str) -> Problem:
    return problem_of(read_rows(text), Clock(NOW, "UTC"))


@pytest.mark.parametrize(
    "text",
    [
        "Working 8:00 to 17:00 Monday to Friday, starting 2026-12-01 at 8:00. Welding takes 2 "
        "hours with 3 people, painting 3 hours after welding. We are five.",
        "We start tomorrow at 8. Welding 2 hours, then painting 3 hours.",
        "Welding takes 2 hours, painting 3 hours. The plan starts on 1 December at 8 am.",
        "We start on 1 December, we work 8 to 5.\n- welding, 2 hours\n- painting, 3 hours",
        "我们5个人，从2026年12月1日早上8点开始，周一到周五8点到17点上班。焊接2小时要3个人，喷漆3小时。",
        "明天早上8点开始。焊接2小时，然后喷漆3小时。",
        "焊接2小时，喷漆3小时。整个计划12月1日8:00开工。",
        "Our workshop opens Tuesday 2026-12-01 at 8:00, 8:00 to 16:00 on weekdays. Welding takes 2 "
        "hours, painting 3 hours.",
        "车间12月1日周二早上8点开工，工作日8点到16点。焊接2小时，喷漆3小时。",
        "We are opening a café on Tuesday 1 December 2026, work starts at 8:00 that day. Welding "
        "takes 2 hours, painting 3 hours.",
        "我们12月1日搬家，当天早上8点开始。任务：打包2小时，运输3小时。",
        "12月1日我们搬家，当天早上8点开始：打包2小时；运输3小时，打包之后。",
        "我们12月1日搬家，早上8点开始。打包2小时；运输3小时，打包之后。",
        "Work starts at 8:00 on 1 December. Welding takes 2 hours, painting 3 hours.",
        "Weld 2 hours, then paint 3 hours. We start on Tuesday at 8:00 and work from 8 to 16.",
    ],
)
def test_all_work_starts_when_it_is_said(text: str) -> None:
    problem = read(text)
    assert problem.start == TUESDAY
    assert [task.release for task in problem.tasks] == [0, 0]


def test_hours_of_all_may_stand_without_a_subject() -> None:
    problem = read("Working 8:00 to 17:00 Monday to Friday. Welding takes 2 hours with 3 people.")
    assert [each.name for each in problem.calendars] == ["08:00–17:00"]


def test_times_of_tasks_stay_on_the_clock() -> None:
    problem = read("We start tomorrow at 8. Welding takes 2 hours and is due by Tuesday 17:00.")
    (task,) = problem.tasks
    assert task.deadline == 9 * 60 or task.due == 9 * 60


@pytest.mark.parametrize(
    "text",
    [
        "Welding takes 2 hours, starting tomorrow at 8. Painting takes 3 hours.",
        "焊接：2小时，明天上午9点开始。喷漆3小时。",
        "我们12月2日交货。焊接2小时，当天上午9点开始。喷漆3小时。",
        "焊接2小时，明天上午9点开始。喷漆3小时。",
        "我们12月2日交货。焊接2小时，上午9点开始。喷漆3小时。",
        "- Welding 2 hours. Starts tomorrow at 8.\n- Painting 3 hours.",
    ],
)
def test_a_start_of_one_task_is_none_of_the_plan(text: str) -> None:
    assert read(text).start in (None, NOW)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Team, for tomorrow: welding takes 2 hours, painting 3 hours.", 1),
        ("Please schedule the following for Thursday. Welding takes 2 hours.", 3),
        ("Please have these done for Thursday, they are due then. Welding takes 2 hours.", None),
        ("Welding takes 2 hours. Order the paint for tomorrow, 10 minutes.", None),
    ],
)
def test_work_for_a_day_starts_on_it(text: str, day: int | None) -> None:
    start = read(text).start
    assert (start and start.day) == day


def test_an_hour_without_a_day_is_one_after_the_plan_has_begun() -> None:
    """“Tomorrow at 9 we start ... must be done by 16:00” was refused."""
    problem = read(
        "Tomorrow at 9:00 we start. Welding takes 2 hours and must be done by 16:00. "
        "Painting takes 1 hour, not before 11:00."
    )
    welding, painting = problem.tasks
    assert (welding.deadline, painting.release) == (7 * 60, 2 * 60)


def test_hours_may_be_told_in_one_breath_with_the_start() -> None:
    problem = read("Weld 2 hours, 1 person. We start on Tuesday at 8:00 and work from 8 to 16.")
    assert (problem.start, [each.name for each in problem.calendars]) == (TUESDAY, ["08:00–16:00"])


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Tomorrow: welding takes 2 hours, painting takes 3 hours.", TUESDAY),
        ("Tomorrow I need: welding 2 hours, painting 3 hours.", TUESDAY),
        ("明天：焊接2小时，喷漆3小时。", TUESDAY),
        ("明天:早上先焊接,2小时;再喷漆,3小时。", TUESDAY),
        ("Work for Tuesday from 9:30: welding 2 h, painting 3 h.", datetime(2026, 12, 1, 9, 30)),
        ("For Tuesday from 9:30: weld 2 h, paint 3 h on Friday.", datetime(2026, 12, 1, 9, 30)),
        ("On Friday: welding 2 hours, painting 3 hours.", datetime(2026, 12, 4, 8)),
    ],
)  # fmt: skip
def test_tasks_under_one_day_begin_in_its_morning_and_the_hour_is_assumed(text, start):
    problem = read(text)
    assert problem.start == start
    unsure = [each.task for each in problem.assumed if each.field == "release"]
    assert unsure == ([task.name for task in problem.tasks] if start.minute == 0 else [])


@pytest.mark.parametrize(
    "text",
    [
        "Today: welding 2 hours, painting 3 hours.",
        "Tomorrow: welding takes 2 hours. On Friday painting takes 3 hours.",
        "The report is due tomorrow: welding takes 2 hours, painting takes 3 hours.",
    ],
)
def test_a_day_of_one_task_or_none_moves_no_other(text):
    assert read(text).start in (None, NOW)


def test_we_start_is_said_of_all_and_not_of_the_task_before():
    problem = read("Welding takes 2 hours, painting 3 hours. We start at 11.")
    assert problem.start == NOW.replace(hour=11, minute=0)
    assert [task.release for task in problem.tasks] == [0, 0]
