"""What changed from the plan before to the plan now."""

import pytest
from plans import WORKSHOP, line

from tools.explain import explain_decision
from tools.phrases import LANGUAGES
from tools.plan import Schedule
from tools.record import PlanError
from tools.solver import solve
from tools.state import Kept
from tools.studies.difference import what_changed
from tools.telling import tell_explanation

PLAN = solve(WORKSHOP, time_limit_seconds=1)


def after(**changes: dict[str, object]):
    """The workshop with changed tasks, and its plan."""
    problem = WORKSHOP
    for name, fields in changes.items():
        problem = problem.replace_task(name, **fields)
    return problem, solve(problem, time_limit_seconds=1)


def test_what_was_said_differently_and_what_moved_are_told():
    problem, plan = after(welding={"duration": 180})
    explanation = what_changed(WORKSHOP, PLAN, problem, plan)
    (edit,) = explanation.certificate.edits
    assert (edit.kind, edit.name, edit.before, edit.after) == ("duration", "welding", 120, 180)
    assert {move.task for move in explanation.certificate.comparison.moves} == {
        "painting",
        "assembly",
    }
    told = tell_explanation(explanation, "en", problem)
    assert "“welding” takes 3 h instead of 2 h" in told
    assert "It ends after 7 h instead of" in told
    assert "must wait for **welding**" in told
    assert "“welding”的用时由 2 小时 变为 3 小时" in tell_explanation(explanation, "zh", problem)


def test_values_of_different_work_are_not_compared():
    problem, plan = after(welding={"priority": 9})
    explanation = what_changed(WORKSHOP, PLAN, problem, plan)
    assert not explanation.certificate.comparison.valued
    assert "priority-minutes" not in tell_explanation(explanation, "en", problem)


def test_where_nothing_changed_that_is_said():
    told = tell_explanation(what_changed(WORKSHOP, PLAN, WORKSHOP, PLAN), "en", WORKSHOP)
    assert "nothing was said differently" in told
    assert "No task moves" in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("field", "value"),
    [("due", 400), ("deadline", 900), ("release", 30), ("fixed", 0), ("demands", {"people": 4})],
)
def test_every_kind_of_change_has_its_words(field, value, language):
    problem, plan = after(welding={field: value})
    there = tell_explanation(what_changed(WORKSHOP, PLAN, problem, plan), language, problem)
    back = tell_explanation(what_changed(problem, plan, WORKSHOP, PLAN), language, WORKSHOP)
    assert "welding" in there
    assert "welding" in back


def test_without_a_plan_before_there_is_nothing_to_compare():
    with pytest.raises(PlanError) as caught:
        what_changed(WORKSHOP, Schedule(status="unknown"), WORKSHOP, PLAN)
    assert caught.value.key == "no-plan-before"


@pytest.mark.parametrize(
    ("message", "language"), [("What changed?", "en"), ("计划有什么变化？", "zh")]
)
def test_the_tool_compares_with_the_plan_before_the_last_change(message, language):
    from runtimes import left, runtime

    problem, plan = after(welding={"duration": 180})
    kept = [Kept(problem=WORKSHOP, schedule=PLAN)]
    asked = runtime(message, language, problem=problem, schedule=plan, undo=kept)
    update = left(explain_decision.func("why", asked))
    assert update["explanation"].certificate.kind == "changed"
    alone = left(explain_decision.func("why", runtime(message, problem=problem, schedule=plan)))
    assert alone["explanation"] is None


def test_more_units_and_tasks_that_came_or_went():
    other = line(5, 6)
    plan = solve(other, time_limit_seconds=1)
    kinds = {edit.kind for edit in what_changed(WORKSHOP, PLAN, other, plan).certificate.edits}
    assert {"added", "removed"} <= kinds
