"""Conflicts are judged by trying everything, not by the solver that found them."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from plans import WORKSHOP, line, many, small_problems

from tools.conflict.explain import Search, explain
from tools.conflict.repairs import repairs
from tools.contradictions.crowds import crowd
from tools.contradictions.edits import apply
from tools.contradictions.statements import statements, without
from tools.plan import Conflict, Miss, Problem, Repair
from tools.solver import solve
from tools.solver.progress import Watch
from ui.eval.judge.checker import best, least_overdue

Orders = tuple[tuple[str, str], ...]


def possible(problem: Problem, orders: Orders = ()) -> bool:
    return best(problem, "makespan", orders) is not None


def said(conflict: Conflict) -> set[tuple[str, str | None, str | None]]:
    return {(each.kind, each.task or each.resource, each.other) for each in conflict.statements}


def repair(conflict: Conflict, kind: str) -> Repair:
    return next(each for each in conflict.repairs if each.kind == kind)


def workshop(*tasks: dict[str, Any], **more: Any) -> Problem:
    return Problem.read({"tasks": list(tasks), **more})


@st.composite
def crowded(draw: st.DrawFn) -> Problem:
    """A small problem with deadlines so tight that most have no plan."""
    problem = draw(small_problems(most=4))
    for task in problem.tasks:
        if draw(st.booleans()):
            spare = draw(st.integers(0, 9))
            end = max(1, task.release + task.duration + spare - 2)
            problem = problem.replace_task(task.name, deadline=end)
    return problem


@settings(max_examples=60, deadline=None, derandomize=True)
@given(crowded())
def test_the_set_alone_leaves_no_plan_and_without_any_of_it_there_is_one(problem):
    conflict = explain(problem, seconds=20)
    assert (conflict is None) == possible(problem)
    assume(conflict is not None)
    assert conflict.minimal
    plain = [each.model_copy(update={"least": None}) for each in conflict.statements]
    rest = [each for each in statements(problem) if each not in plain]
    assert len(rest) + len(plain) == len(statements(problem))
    assert not possible(without(problem, rest))
    for each in plain:
        assert possible(without(problem, [*rest, each]))
    assert conflict.more != possible(without(problem, plain))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(crowded())
def test_each_repair_makes_a_plan_possible_and_a_minute_less_does_not(problem):
    conflict = explain(problem, seconds=20)
    assume(conflict is not None)
    sizes = [each.size for each in conflict.repairs]
    assert sizes == sorted(sizes)
    for each in conflict.repairs:
        assert possible(apply(problem, each))
        assert each.least
        if each.kind == "deadline" and len(each.deadlines) == 1:
            (moved,) = each.deadlines
            sooner = problem.replace_task(moved.task, deadline=moved.after - 1)
            assert not possible(sooner)
        elif each.kind == "deadline":
            assert each.size == least_overdue(problem)
        if each.kind == "release":
            assert not possible(problem.replace_task(each.task, release=each.after + 1))


def test_a_plan_has_no_conflict():
    assert explain(WORKSHOP) is None


def test_a_chain_that_is_too_long_is_named_link_by_link():
    problem = workshop(
        {"name": "weld", "duration": 180},
        {"name": "paint", "duration": 180, "after": ["weld"], "deadline": 240},
        {"name": "sweep", "duration": 30, "after": ["weld"], "deadline": 900},
    )
    conflict = explain(problem)
    assert said(conflict) == {
        ("duration", "weld", None),
        ("link", "paint", "weld"),
        ("duration", "paint", None),
        ("deadline", "paint", None),
    }
    assert conflict.minimal
    assert not conflict.more
    (link,) = (each for each in conflict.statements if each.kind == "link")
    assert link.least == 180
    assert [(each.kind, each.size) for each in conflict.repairs] == [
        ("deadline", 120),
        ("link", 180),
        ("leave-out", 180),
        ("leave-out", 180),
    ]


def test_that_what_is_waited_for_takes_a_minute_is_not_worth_saying():
    conflict = explain(line(50, 1, deadline=[None, 1], after=[[], ["a"]]))
    assert said(conflict) == {("link", "b", "a"), ("deadline", "b", None)}
    assert all(each.least is None for each in conflict.statements)


def test_of_a_long_chain_only_what_is_too_long_by_itself_is_named():
    problem = line(100, 2, deadline=[None, 50], after=[[], ["a"]])
    assert said(explain(problem)) == {
        ("duration", "a", None),
        ("link", "b", "a"),
        ("deadline", "b", None),
    }


def test_work_that_does_not_fit_before_its_deadlines_is_a_conflict_with_the_machine():
    conflict = explain(line(50, 60, 70, deadline=[100, 100, None]))
    assert said(conflict) == {
        *((kind, task, None) for kind in ("duration", "demand", "deadline") for task in "ab"),
        ("capacity", "machine", None),
    }
    assert repair(conflict, "deadline").size == 10


def test_when_two_deadlines_are_impossible_the_other_conflict_is_mentioned_and_both_are_moved():
    problem = workshop(
        {"name": "a", "duration": 50, "deadline": 40},
        {"name": "b", "duration": 90, "deadline": 70},
    )
    conflict = explain(problem)
    assert len(conflict.statements) == 2
    assert conflict.more
    (only,) = conflict.repairs
    assert [(each.task, each.after) for each in only.deadlines] == [("a", 50), ("b", 90)]
    assert only.size == 30


def test_an_order_that_was_only_asked_about_can_be_part_of_a_conflict():
    problem = workshop(
        {"name": "weld", "duration": 30}, {"name": "paint", "duration": 30, "after": ["weld"]}
    )
    conflict = explain(problem, [("paint", "weld")])
    assert said(conflict) == {
        ("order", "weld", "paint"),
        ("link", "paint", "weld"),
    }


def test_a_task_that_may_be_left_out_is_never_to_blame():
    problem = workshop(
        {"name": "extra", "duration": 30, "deadline": 10, "value": 5},
        {"name": "must", "duration": 30, "deadline": 20},
    )
    conflict = explain(problem)
    assert said(conflict) == {("duration", "must", None), ("deadline", "must", None)}


def test_a_repair_fits_the_problem_with_all_its_tasks():
    """The link that is dropped is the right one although another task may be left out."""
    problem = workshop(
        {"name": "extra", "duration": 30, "value": 5},
        {"name": "weld", "duration": 30},
        {"name": "paint", "duration": 30, "after": ["extra", "weld"], "deadline": 40},
    )
    conflict = explain(problem, [("extra", "weld")])
    mended = apply(problem, repair(conflict, "link"))
    assert mended.by_name["paint"].after == ("extra",)


def test_among_many_tasks_the_few_that_matter_are_found():
    problem = many(60)
    late = problem.replace_task("task 40", deadline=200)
    conflict = explain(late, seconds=20)
    assert conflict.minimal
    assert len(conflict.statements) <= 8
    assert any(each.kind == "deadline" for each in conflict.repairs)


@pytest.mark.parametrize("seconds", [0.06, 0.2, 0.6])
def test_however_little_time_there_is_nothing_is_claimed_that_was_not_shown(seconds):
    problem = line(30, 40, 50, 30, deadline=[110, 110, 110, None])
    conflict = explain(problem, seconds=seconds)
    if conflict is None:
        return
    kept = {(each.kind, each.task, each.resource) for each in conflict.statements}
    rest = [
        each for each in statements(problem) if (each.kind, each.task, each.resource) not in kept
    ]
    assert possible(problem) == possible(without(problem, rest))
    assert not conflict.minimal or len(kept) < 3 * 4 + 1
    assert all(possible(apply(problem, each)) for each in conflict.repairs)


DAY = {
    "name": "day",
    "hours": [
        {"days": ["mon", "tue", "wed", "thu", "fri"], "start": "00:00", "end": "00:40"},
    ],
}
MONDAY = "2026-11-23T00:00"
PRESSED = {"demands": {"press": 1}}


@pytest.mark.parametrize(
    ("problem", "kinds", "mends"),
    [
        pytest.param(
            workshop(
                {"name": "a", "duration": 8, "fixed": 5, "demands": {"saw": 1}},
                {"name": "b", "duration": 9, "fixed": 10, "demands": {"saw": 1}},
                resources=[{"name": "saw"}],
            ),
            {"fixed", "duration", "demand", "capacity"},
            {"fixed": 3, "capacity-then": 3, "leave-out": 8},
            id="two fixed starts",
        ),
        pytest.param(
            workshop(
                {"name": "a", "duration": 10, "release": 15, "deadline": 20},
            ),
            {"release", "duration", "deadline"},
            {"release": 5, "deadline": 5},
            id="release",
        ),
        pytest.param(
            workshop(
                {"name": "a", "duration": 10, "deadline": 20, "demands": {"ann": 1}},
                resources=[{"name": "ann", "absences": [{"start": 5, "end": 15}]}],
            ),
            {"duration", "deadline", "demand", "absence"},
            {"absence": 10, "deadline": 5},
            id="absence",
        ),
        pytest.param(
            workshop(
                {"name": "a", "duration": 30, "release": 20, "deadline": 60, "demands": {"ann": 1}},
                start=MONDAY,
                calendars=[DAY],
                resources=[{"name": "ann", "calendar": "day"}],
            ),
            {"duration", "deadline", "release", "demand", "calendar"},
            {"release": 10, "open": 10},
            id="calendar",
        ),
        pytest.param(
            workshop(
                {"name": "a", "duration": 10, "deadline": 12, "skills": {"weld": 2}},
                {"name": "b", "duration": 10, "deadline": 12, "skills": {"weld": 2}},
                resources=[{"name": "crew", "capacity": 2, "skills": ["weld"]}],
            ),
            {"duration", "deadline", "skill", "capacity"},
            {"capacity-then": 16, "deadline": 8},
            id="skill",
        ),
        pytest.param(
            workshop(
                {"name": "a", "duration": 10, "deadline": 12, "apart": ["b"]},
                {"name": "b", "duration": 10, "deadline": 12},
            ),
            {"duration", "deadline", "apart"},
            {"apart": 10, "deadline": 8},
            id="apart",
        ),
        pytest.param(
            workshop(
                {
                    "name": "a",
                    "duration": 5,
                    "deadline": 13,
                    "demands": {"press": 1},
                    "family": "f",
                },
                {
                    "name": "b",
                    "duration": 5,
                    "deadline": 13,
                    "demands": {"press": 1},
                    "family": "g",
                },
                resources=[
                    {
                        "name": "press",
                        "setups": [
                            {"before": "f", "after": "g", "minutes": 4},
                            {"before": "g", "after": "f", "minutes": 6},
                        ],
                    }
                ],
            ),
            {"duration", "deadline", "demand", "setups", "capacity"},
            {"deadline": 1, "leave-out": 5},
            id="setups",
        ),
        pytest.param(
            workshop({"name": "a", "duration": 10, "deadline": 12}, now=5),
            {"now", "duration", "deadline"},
            {"deadline": 3},
            id="now",
        ),
        pytest.param(
            workshop(
                {"name": "a", "duration": 10},
                {
                    "name": "b",
                    "duration": 5,
                    "deadline": 12,
                    "links": [{"task": "a", "kind": "finish-finish", "lag": 4}],
                },
            ),
            {"link", "duration", "deadline"},
            {"deadline": 2, "link": 5},
            id="finish to finish",
        ),
    ],
)
def test_whatever_can_be_said_can_be_named_and_mended(problem, kinds, mends):
    conflict = explain(problem, seconds=10)
    assert conflict.minimal
    assert {each.kind for each in conflict.statements} <= kinds
    found = {each.kind: each.size for each in reversed(conflict.repairs)}
    assert found.items() >= mends.items()


def test_more_units_for_a_stretch_are_absent_before_and_after_it():
    problem = line(50, 60, deadline=[100, 100])
    wish = Repair(
        kind="capacity-then", resource="machine", before=1, after=2, spans=((50, 60),), size=10
    )
    mended = apply(problem, wish).resource["machine"]
    assert mended.capacity == 2
    assert [(away.end, away.amount) for away in mended.absences][:1] == [(50, 1)]
    assert [away.start for away in mended.absences] == [0, 60]


def test_nobody_who_is_known_by_name_is_asked_for_twice_but_a_team_can_grow():
    weld = {"duration": 10, "deadline": 12, "skills": {"weld": 1}}
    tasks = [weld | {"name": name} for name in "abcd"]
    ann, team = {"name": "Ann", "skills": ["weld"]}, {"name": "team", "skills": ["weld"]}
    alone = explain(workshop(*tasks[:2], resources=[ann]), seconds=10)
    assert "capacity" in {each.kind for each in alone.statements}
    assert {each.kind for each in alone.repairs} == {"deadline", "leave-out", "person"}
    both = explain(workshop(*tasks, resources=[ann, team | {"capacity": 2}]), seconds=10)
    grown = {each.resource for each in both.repairs if each.kind.startswith("capacity")}
    assert grown == {"team"}


class Asked:
    """Cancelled once it was asked so many times."""

    def __init__(self, times: int) -> None:
        self.left = times

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("times", [0, 20, 60, 200, 600])
def test_whenever_it_is_cancelled_nothing_is_claimed_that_was_not_shown(times):
    problem = line(30, 40, 50, 30, deadline=[110, 110, 110, None])
    asked = Asked(times)
    conflict = explain(problem, seconds=600, cancelled=asked)
    if conflict is not None:
        assert all(possible(apply(problem, each)) for each in conflict.repairs)
        assert not conflict.minimal or len(conflict.statements) < 3 * 4 + 1
    assert asked.left > -100  # nothing begins once it is known


def test_without_time_a_chain_that_is_too_long_is_still_named_and_nothing_is_tried():
    problem = line(40, 50, deadline=[30, None], after=[[], ["a"]])
    conflict = explain(problem, seconds=600, cancelled=lambda: True)
    assert said(conflict) == {("duration", "a", None), ("deadline", "a", None)}
    assert not conflict.minimal
    assert conflict.repairs == ()
    assert repairs(problem, (), statements(problem), Watch(0)) == ()


def test_a_conflict_goes_to_json_and_back_unchanged():
    conflict = explain(line(40, 50, deadline=[50, 60]))
    assert conflict.repairs
    assert Conflict.read(conflict.model_dump(mode="json")) == conflict


def test_deadlines_that_are_missed_are_a_repair_however_little_time_there_is():
    problem = line(60, 60, deadline=[60, 60])
    missed = (Miss(task="b", deadline=60, end=150),)
    said_all = statements(problem)
    found = repairs(problem, (), said_all, Watch(0), misses=missed)
    assert [(each.kind, each.size, each.least) for each in found] == [("deadline", 90, False)]
    assert possible(apply(problem, found[0]))
    found = repairs(problem, (), said_all, Watch(20), misses=missed)
    assert [each.size for each in found if each.kind == "deadline"] == [60, 60]


def test_a_question_about_few_tasks_of_many_is_a_small_problem():
    asked = many(400)
    task = next(each for each in asked.tasks if len(each.after) > 1)
    search = Search(asked, (), Watch(9), None)
    kept = [each for each in search.said if each.kind == "link" and each.task == task.name]
    problem, _ = search.alone(kept)
    assert set(problem.by_name) == {task.name, *task.after}
    assert problem.by_name[task.name].after == task.after
    assert not any(each.after for each in problem.tasks if each.name != task.name)


def test_of_thousands_of_fixed_starts_those_that_need_too_much_at_once_are_named():
    tasks: list[dict[str, Any]] = [
        {"name": f"t{n}", "duration": 5, "fixed": 5 * n, "demands": {"m": 2}} for n in range(2100)
    ]
    tasks += [{"name": "small", "duration": 9, "fixed": 500, "demands": {"m": 1}}]
    tasks += [{"name": "large", "duration": 9, "fixed": 504, "demands": {"m": 2}}]
    problem = workshop(*tasks, resources=[{"name": "m", "capacity": 3}])
    assert crowd(problem).tasks == ("t100", "large")
    assert solve(problem, time_limit_seconds=0.2).status == "infeasible"
    search = Search(problem, (), Watch(60), None)
    found = search.conflict()
    assert {(each.kind, each.task or each.resource) for each in found} == {
        ("fixed", "t100"),
        ("duration", "t100"),
        ("demand", "t100"),
        ("fixed", "large"),
        ("demand", "large"),
        ("capacity", "m"),
    }
    assert search.confirmed(found) == (found, True)


def test_what_may_be_left_out_pause_or_be_done_otherwise_crowds_nobody():
    first = {"name": "a", "duration": 9, "fixed": 0, "demands": {"m": 1}}
    others = ({"value": 3}, {"pausable": True}, {"alternatives": [{"duration": 1}]}, {"fixed": 9})
    for other in others:
        asked = workshop(first, first | {"name": "b"} | other, resources=[{"name": "m"}])
        assert crowd(asked) is None
