"""What has started is kept as it is: by whom and by which way it is done."""

import pytest

from tools.conflict.explained import optimise
from tools.plan import Assignment, Problem, Schedule
from tools.solver import solve
from ui.eval.judge.checker import faults

ANN, BOB = ({"name": name, "skills": ["weld"]} for name in ("ann", "bob"))
CID = {"name": "cid", "skills": ["weld", "paint"]}


def running(name, **more):
    return {"name": name, "duration": 10, "started": 0} | more


def planned(tasks, resources, before=None, hint=None, now=1):
    problem = Problem.read({"tasks": tasks, "resources": resources, "now": now})
    plan = solve(problem, time_limit_seconds=2, before=before, hint=hint)
    wrong = faults(problem, plan, before=before or hint)
    assert [each for each in wrong if "moves" not in each] == []
    return plan


def who(plan, *names):
    return [dict(plan.by_task[name].resources) for name in names]


def row(name, start, end, way=0, **resources):
    return Assignment(task=name, start=start, end=end, way=way, resources=resources)


def told(*rows):
    return Schedule(status="feasible", goal="waiting", objective=0, bound=0, assignments=rows)


WELD = {"skills": {"weld": 1}}


def test_two_running_tasks_are_done_by_two_people():
    plan = planned([running("a", **WELD), running("b", **WELD)], [ANN, BOB])
    assert sorted(who(plan, "a", "b"), key=list) == [{"ann": 1}, {"bob": 1}]


def test_who_can_do_more_makes_room_for_who_needs_just_that():
    tasks = [running("a", **WELD), running("b", skills={"paint": 1})]
    assert who(planned(tasks, [CID, ANN]), "a", "b") == [{"ann": 1}, {"cid": 1}]


def test_who_is_named_by_another_running_task_is_taken():
    tasks = [running("a", **WELD), running("b", demands={"ann": 1})]
    assert who(planned(tasks, [ANN, BOB]), "a") == [{"bob": 1}]


def test_a_crew_of_the_plan_before_leaves_the_others():
    tasks = [running("a", **WELD), running("b", **WELD)]
    plan = planned(tasks, [ANN, BOB], told(row("b", 0, 10, ann=1)))
    assert who(plan, "a", "b") == [{"bob": 1}, {"ann": 1}]


def test_who_of_the_plan_before_cannot_do_it_any_more_is_relieved():
    before = told(row("a", 0, 10, eve=1), row("b", 0, 10, ann=1))
    tasks = [running("a", **WELD), running("b", skills={"paint": 1})]
    assert who(planned(tasks, [ANN, CID], before), "a", "b") == [{"ann": 1}, {"cid": 1}]


def test_a_pool_does_as_much_at_once_as_it_has_people():
    team = {"name": "team", "skills": ["weld"], "capacity": 2}
    tasks = [running("a", skills={"weld": 2}), running("b", **WELD)]
    assert who(planned(tasks, [team, BOB]), "a", "b") in (
        [{"team": 2}, {"bob": 1}],
        [{"team": 1, "bob": 1}, {"team": 1}],
    )


def test_more_running_tasks_than_people_are_facts_nevertheless():
    tasks = [running(name, **WELD) for name in "abc"] + [{"name": "d", "duration": 5} | WELD]
    plan = planned(tasks, [ANN, BOB])
    assert {name for each in who(plan, *"abc") for name in each} == {"ann", "bob"}
    assert plan.by_task["d"].start == 10


def test_what_does_not_overlap_may_be_done_by_one():
    tasks = [running("a", **WELD), running("b", started=10, **WELD)]
    assert who(planned(tasks, [ANN], now=0), "a", "b") == [{"ann": 1}] * 2


def test_tasks_that_ended_were_not_done_by_one_at_once():
    tasks = [running("a", ended=9, **WELD), running("b", ended=8, **WELD)]
    assert sorted(who(planned(tasks, [ANN, BOB], now=9), "a", "b"), key=list) == [
        {"ann": 1},
        {"bob": 1},
    ]


def test_a_crew_larger_than_a_deep_recursion_is_found():
    team = {"name": "team", "skills": ["weld"], "capacity": 2000}
    tasks = [running(name, skills={"weld": 1000}) for name in "ab"]
    problem = Problem.read({"tasks": tasks, "resources": [team], "now": 1})
    assert who(solve(problem, time_limit_seconds=1), "a", "b") == [{"team": 1000}] * 2


WAYS = {"demands": {"saw": 1}, "alternatives": [{"duration": 30, "demands": {"mill": 1}, **WELD}]}
SHOP = [{"name": "saw"}, {"name": "mill"}, ANN, BOB]
BY_MILL = told(row("a", 0, 30, 1, mill=1, bob=1))


@pytest.mark.parametrize("kind", ["before", "hint"])
def test_a_running_task_stays_at_the_way_of_the_plan_before(kind):
    saw, mill = ({"name": f"at {n}", "duration": 5, "demands": {n: 1}} for n in ("saw", "mill"))
    plan = planned([running("a", **WAYS), saw, mill], SHOP, **{kind: BY_MILL})
    assert plan.by_task["a"] == BY_MILL.by_task["a"]
    assert (plan.by_task["at saw"].start, plan.by_task["at mill"].start) == (1, 30)


def test_a_running_task_that_pauses_stays_at_its_way_and_waits_for_its_machine():
    away = SHOP[1] | {"absences": [{"start": 10, "end": 15}]}
    tasks = [running("a", pausable=True, **WAYS)]
    plan = planned(tasks, [SHOP[0], away, ANN, BOB], BY_MILL)
    assert plan.by_task["a"] == row("a", 0, 35, 1, mill=1, bob=1)


def test_its_way_counts_in_cost_and_stock():
    steel = {"name": "steel", "kind": "stock", "capacity": 6, "cost": 1}
    ways = {"demands": {"steel": 1}, "alternatives": [{"duration": 20, "demands": {"steel": 4}}]}
    other = {"name": "b", "duration": 5, "demands": {"steel": 3}, "value": 7}
    problem = Problem.read({"tasks": [running("a", **ways), other], "resources": [steel]})
    before = told(row("a", 0, 20, 1, steel=4))
    plan = solve(problem, ["cost"], before=before, time_limit_seconds=2)
    assert faults(problem, plan, before=before) == []
    assert plan.left_out == ("b",)
    assert [each.value for each in plan.then if each.goal == "cost"] == [240]


@pytest.mark.parametrize("before", [None, told(row("a", 0, 30, 2, mill=1))])
def test_without_a_way_before_a_running_task_is_done_by_its_own(before):
    plan = planned([running("a", **WAYS)], SHOP, before)
    assert plan.by_task["a"] == row("a", 0, 10, saw=1)


def test_a_deadline_behind_the_way_that_runs_is_said_to_conflict_with_it():
    late = {"name": "b", "duration": 5, "demands": {"mill": 1}, "deadline": 20}
    problem = Problem.read({"tasks": [running("a", **WAYS), late], "resources": SHOP, "now": 1})
    plan = optimise(problem, before=BY_MILL, time_limit_seconds=3)
    assert plan.status == "infeasible"
    assert {("duration", "a", 30), ("deadline", "b", 20)} <= {
        (each.kind, each.task, each.value) for each in plan.conflict.statements
    }
    assert [(each.task, each.end) for each in plan.misses] == [("b", 35)]


def test_who_runs_counts_among_the_fewest_people_though_the_rest_is_done_by_others():
    crew = {"name": "crew", "capacity": 2, "skills": ["paint"]}
    tasks = [
        running("b", duration=76, skills={"weld": 2, "paint": 1}),
        {"name": "c", "duration": 38, "demands": {"bob": 1}, "skills": {"weld": 1}},
        {"name": "a", "duration": 52, "demands": {"bob": 1}, "skills": {"paint": 1}},
    ]
    people = [{**each, "kind": "people"} for each in (CID | {"name": "ann"}, CID, crew)]
    data = {"tasks": tasks, "resources": [{**people[1], "name": "bob"}, people[0], people[2]]}
    problem = Problem.read(data | {"now": 1, "goals": ["people", "balance"]})
    for limit in (0.05, 0.2):
        assert faults(problem, solve(problem, time_limit_seconds=limit)) == []
