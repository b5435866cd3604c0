"""The small HTML pieces: right words, nothing unescaped."""

from standin import ATTACK, PASSAGE, WHOLE, plan, problem

from knowledge.passage import KnowledgeError
from tools.phrases import LANGUAGES, keys
from tools.plan import Assignment, Conflict, Miss, Move, Problem, Reached, Schedule
from tools.record import PlanError
from ui.page import panels
from ui.page.chart.key import legend


def test_citations_show_the_whole_document_escaped_with_the_passage_marked():
    shown = panels.citations([PASSAGE], lambda source: WHOLE)
    assert "<img" not in shown
    assert "<script" not in shown
    assert "Before." in shown
    assert "<mark>Take a photo first." in shown


def test_a_document_that_is_gone_leaves_its_passage_readable():
    def gone(source: str) -> str:
        raise KnowledgeError("no-source", source=source)

    assert "<mark>Take a photo first." in panels.citations([PASSAGE], gone)


def test_an_old_version_is_not_shown_within_the_new_one():
    old = PASSAGE.model_copy(update={"current": False})
    shown = panels.citations([old], lambda source: WHOLE)
    assert "<mark>Take a photo first." in shown
    assert "Before." not in shown


def test_names_with_markup_stay_text_in_verdict_notice_and_legend():
    wanted = problem(ATTACK)
    miss = Schedule(status="infeasible", misses=(Miss(task=ATTACK, deadline=1, end=9),))
    error = PlanError("unknown-task", task=ATTACK, known=ATTACK)
    for shown in (
        panels.verdict(miss, "en"),
        panels.notice(error.say("en")),
        panels.colours(wanted, plan(wanted), "en"),
    ):
        assert "<img" not in shown
        assert "<script" not in shown


def test_optimal_is_said_only_of_optimal_plans():
    said = {
        status: panels.verdict(Schedule(status=status, objective=10, bound=8), "en")
        for status in ("optimal", "feasible", "infeasible", "unknown")
    }
    assert [status for status, words in said.items() if "Best possible" in words] == ["optimal"]
    assert "at most 20 %" in said["feasible"]


def test_an_unknown_bound_is_not_turned_into_a_gap():
    assert "not known" in panels.verdict(Schedule(status="feasible", objective=10), "en")


def test_a_broken_deadline_is_named_with_its_minutes():
    miss = Schedule(status="infeasible", misses=(Miss(task="A", deadline=60, end=150),))
    assert "1 h 30 min" in panels.verdict(miss, "en")


def test_a_comparison_counts_the_tasks_that_move():
    before = problem()
    after = before.replace_task("Inspect", duration=45)
    assert "one task moves" in panels.comparison(after, plan(after), plan(before), "en")
    assert legend(after, plan(after), "en", plan(before))


def test_a_task_that_is_only_done_by_others_does_not_move():
    rows = [{"task": "A", "start": 0, "end": 60, "resources": {"Ann": 1}}]
    before = Schedule.read({"status": "feasible", "objective": 60, "assignments": rows})
    rows = [rows[0] | {"resources": {"Bo": 1}}, {"task": "B", "start": 0, "end": 60}]
    after = Schedule.read({"status": "feasible", "objective": 60, "assignments": rows})
    for language, said in (
        ("en", "no task moves, one is done by others."),
        ("zh", "没有任务变动，1 项换人做。"),
    ):
        assert said in panels.comparison(problem(), after, before, language)


def test_the_page_has_every_text_in_both_languages():
    page = [{key for key in keys(language) if key.startswith("page-")} for language in LANGUAGES]
    assert page[0] == page[1]


def test_the_verdict_says_when_by_the_clock_and_what_each_goal_reaches():
    wanted = Problem.read(
        {
            "start": "2026-11-24T08:00",
            "tasks": [{"name": "A", "duration": 60}],
            "goals": ["people", "cost"],
        }
    )
    schedule = Schedule(
        status="optimal",
        goal="people",
        objective=1,
        bound=1,
        then=(Reached(goal="cost", value=90),),
        assignments=(Assignment(task="A", start=1440, end=1500),),
    )
    assert "done on Wed 25 Nov, 09:00" in panels.verdict(schedule, "en", wanted)
    assert "number of people: 1 person · cost: 1.50" in panels.verdict(schedule, "en", wanted)
    assert "11月25日周三 09:00全部完成" in panels.verdict(schedule, "zh", wanted)


def test_why_there_is_no_plan_is_a_list_with_bold_names_and_nothing_else_of_them():
    wanted = Problem.read({"tasks": [{"name": "<b>A</b>", "duration": 60, "deadline": 30}]})
    said = [{"kind": kind, "task": "<b>A</b>", "value": 30} for kind in ("duration", "deadline")]
    schedule = Schedule(status="infeasible", conflict=Conflict.read({"statements": said}))
    shown = panels.verdict(schedule, "en", wanted)
    assert "<li><b>&lt;b&gt;A&lt;/b&gt;</b> takes 30 min" in shown


def test_what_is_left_out_and_what_moved_is_listed_under_the_chart():
    wanted = Problem.read(
        {"tasks": [{"name": "A", "duration": 60}, {"name": "B", "duration": 5, "value": 7}]}
    )
    schedule = Schedule(
        status="optimal", left_out=("B",), moved=(Move(task="A", before=0, after=90),)
    )
    shown = panels.aside(wanted, schedule, "en")
    assert "Left out: B (worth 7)." in shown
    assert "One task moved: A 0 h → 1 h 30 min." in shown
    assert panels.aside(wanted, Schedule(status="optimal"), "en") == ""
