"""Work that was due before the plan begins: late already, and later with every minute."""

import pytest
from features import BOB, MACHINE, M, planned, problem, task, values
from plans import line

from tools.phrases import LANGUAGES
from tools.plan import Problem
from tools.record import PlanError
from tools.solver import solve
from tools.table import read_problem, task_rows
from tools.telling import tell_schedule, when
from ui.eval.judge.brute import enough, optimum
from ui.eval.judge.checker import best

START = "2026-11-24T08:00"


def test_what_was_due_before_the_start_is_late_by_all_minutes_since():
    asked = problem([task("a", 60, due=-90, priority=2, **M)], MACHINE)
    assert planned(asked, "tardiness").objective == 2 * (60 + 90)


def test_the_date_by_which_it_was_due_is_kept():
    rows = [task("a", 60, due="2026-11-23", **M), task("b", 60, due="2026-11-24T07:30", **M)]
    asked = problem(rows, MACHINE, start=START)
    assert [each.due for each in asked.tasks] == [-8 * 60, -30]
    with pytest.raises(PlanError) as refused:
        problem([task("a", 60, deadline="2026-11-23", **M)], MACHINE, start=START)
    assert refused.value.key == "before-start"


@pytest.mark.parametrize("dues", [(-1, -60, 20), (-100, 5, None), (-7, -7, -7)])
def test_the_least_lateness_is_found_as_by_trying_everything(dues):
    asked = line(7, 12, 5, due=list(dues), priority=[3, 2, 1])
    assert planned(asked, "tardiness").objective == best(asked, "tardiness")


def test_overdue_work_that_may_be_left_out_or_done_by_another_is_weighed_right():
    rows = [
        task("a", 6, due=-3, priority=2, **M),
        task("b", 4, due=-9, value=5, skills={"weld": 1}),
        task("c", 3, due=-1, alternatives=[{"duration": 2, "demands": {"m": 1}}], **M),
    ]
    asked = problem(rows, MACHINE, BOB)
    for goals in (("tardiness", "value"), ("value", "tardiness")):
        found = values(planned(asked, *goals))
        assert tuple(found[goal] for goal in goals) == optimum(asked, goals, enough(asked))


def test_it_is_told_as_before_the_start_and_not_as_a_time_to_come():
    asked = line(30, due=[-90])
    assert when(asked, -90, "en") == "1 h 30 min before the start"
    assert when(asked, -90, "zh") == "开始前 1 小时 30 分钟"
    plan = solve(asked, "tardiness", time_limit_seconds=2)
    assert all(tell_schedule(asked, plan, language) for language in LANGUAGES)


@pytest.mark.parametrize("start", [None, START])
def test_a_table_keeps_it(start):
    asked = Problem.read({"start": start, "tasks": [{"name": "a", "duration": 30, "due": -90}]})
    for language in LANGUAGES:
        rows = task_rows(asked, language)
        assert read_problem(rows, [], asked, language).tasks == asked.tasks


def test_what_runs_already_and_ends_past_its_deadline_is_told_and_does_not_stand_in_the_way():
    rows = [task("a", 50, started=0, deadline=30, **M), task("b", 5, **M)]
    plan = planned(problem(rows, MACHINE, now=10))
    assert [(each.task, each.minutes) for each in plan.misses] == [("a", 20)]
    told = tell_schedule(problem(rows, MACHINE, now=10), plan, "en")
    assert "**a** runs already and ends after 50 min, 20 min past its deadline" in told
    ended = [task("a", 50, started=0, ended=40, deadline=30, **M), task("b", 5, **M)]
    assert planned(problem(ended, MACHINE, now=45)).misses == ()


@pytest.mark.parametrize(
    ("away", "said"), [((10, 500), True), ((40, 45), True), ((0, 10), False), ((50, 90), False)]
)
def test_what_runs_on_while_who_holds_it_is_away_is_said(away, said):
    gone = MACHINE | {"absences": [dict(zip(("start", "end"), away, strict=True))]}
    asked = problem([task("a", 50, started=0, **M), task("b", 5, **M)], gone, now=10)
    told = tell_schedule(asked, planned(asked), "en")
    assert ("**a** runs already and is taken to go on" in told) == said
