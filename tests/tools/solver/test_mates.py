"""The same people, asked for by name or by skill."""

import pytest
from features import held, planned, problem, task

from tools.conflict.explained import optimise
from tools.record import PlanError
from tools.telling import tell_conflict
from ui.eval.judge.brute import Search

ANN, BOB, CYD = ({"name": name, "skills": ["talk"]} for name in ("ann", "bob", "cyd"))
TALK = {"skills": {"talk": 1}}


def by(name):
    return {"demands": {name: 1}}


def true_best(asked):
    found = Search(asked, ("makespan",), 50).run()
    return None if found is None else found[0][0]


def test_who_is_asked_for_by_name_does_the_other_task_too():
    for tasks in (
        [task("first", 10, **by("ann")), task("second", 10, same_people=["first"], **TALK)],
        [task("first", 10, same_people=["second"], **TALK), task("second", 10, **by("ann"))],
    ):
        asked = problem(tasks, ANN, BOB)
        plan = planned(asked, "makespan")
        assert held(plan, "first") == held(plan, "second") == {"ann": 1}
        assert plan.objective == true_best(asked) == 20


def test_who_is_asked_for_by_name_is_passed_on_along_a_chain():
    tasks = [
        task("a", 10, same_people=["b"], **TALK),
        task("b", 10, same_people=["c"], **TALK),
        task("c", 10, **by("cyd")),
    ]
    plan = planned(problem(tasks, ANN, BOB, CYD), "makespan")
    assert [held(plan, name) for name in "abc"] == [{"cyd": 1}] * 3


def test_who_is_asked_for_by_name_is_among_the_more():
    tasks = [
        task("both", 10, skills={"talk": 2}),
        task("one", 10, same_people=["both"], after=["both"], **by("cyd")),
    ]
    assert "cyd" in held(planned(problem(tasks, ANN, BOB, CYD)), "both")


def test_a_way_by_somebody_else_is_not_taken():
    quick = {"duration": 1, **by("bob")}
    tasks = [
        task("a", 10, **by("ann")),
        task("b", 10, alternatives=[quick], same_people=["a"], **by("ann")),
    ]
    asked = problem(tasks, ANN, BOB)
    assert planned(asked, "makespan").objective == true_best(asked) == 20


def test_two_people_who_cannot_be_the_same_are_named():
    tasks = [task("a", 10, **by("ann")), task("b", 10, same_people=["a"], **by("bob"))]
    asked = problem(tasks, ANN, BOB)
    plan = optimise(asked, time_limit_seconds=3)
    assert (plan.status, true_best(asked)) == ("infeasible", None)
    assert {(each.kind, each.task, each.resource) for each in plan.conflict.statements} == {
        ("demand", "a", "ann"),
        ("demand", "b", "bob"),
        ("same-people", "b", None),
    }
    assert plan.conflict.minimal
    assert "same-people" in [each.kind for each in plan.conflict.repairs]
    assert "same people" in tell_conflict(asked, plan.conflict, "en")


def test_people_whom_nothing_tells_apart_are_refused():
    pool = {"name": "counsellors", "capacity": 3, "skills": ["talk"]}
    for needs in (TALK, by("counsellors")):
        tasks = [task("a", 10, **needs), task("b", 10, same_people=["a"], **needs)]
        with pytest.raises(PlanError, match="3 whom nothing tells apart"):
            problem(tasks, pool)


def test_tasks_of_nobody_are_not_of_the_same_people():
    tasks = [task("a", 10, **by("saw")), task("b", 10, same_people=["a"], **by("ann"))]
    with pytest.raises(PlanError, match="“a” asks for no people"):
        problem(tasks, ANN, {"name": "saw"})
