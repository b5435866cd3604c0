"""What was said, and the problem without some of it."""

import pytest
from hypothesis import given, settings
from plans import any_problems, line

from tools.contradictions.edits import replaced
from tools.contradictions.statements import kept_orders, statements, without
from tools.plan import Problem
from tools.plan.conflict import Statement

FULL = Problem.read(
    {
        "start": "2026-11-23T08:00",
        "now": 30,
        "calendars": [
            {
                "name": "day",
                "hours": [{"days": ["mon", "tue", "wed"], "start": "08:00", "end": "16:00"}],
            }
        ],
        "resources": [
            {"name": "press", "setups": [{"before": "red", "after": "blue", "minutes": 20}]},
            {
                "name": "welders",
                "capacity": 3,
                "skills": ["weld"],
                "calendar": "day",
                "absences": [
                    {"start": 60, "end": 120, "amount": 2},
                    {"start": 200, "end": 300},
                ],
            },
            {"name": "steel", "kind": "stock", "capacity": 9},
        ],
        "tasks": [
            {"name": "cut", "duration": 60, "demands": {"press": 1}, "family": "red", "started": 5},
            {
                "name": "weld",
                "duration": 90,
                "demands": {"steel": 4},
                "skills": {"weld": 2},
                "alternatives": [{"duration": 50, "skills": {"weld": 3}}],
                "after": ["cut"],
                "release": 40,
                "deadline": 400,
            },
            {
                "name": "paint",
                "duration": 30,
                "demands": {"press": 1},
                "family": "blue",
                "skills": {"weld": 1},
                "links": [
                    {"task": "weld", "kind": "start-start", "lag": 15},
                    {"task": "cut", "kind": "finish-finish"},
                ],
                "fixed": 300,
                "apart": ["weld"],
            },
        ],
    }
)
FULL = replaced(  # unchecked: of a pool nobody knows who are the same
    FULL, tasks=(*FULL.tasks[:2], replaced(FULL.tasks[2], same_people=("weld",)))
)


def of(kind: str) -> list[Statement]:
    return [each for each in statements(FULL, [("weld", "paint")]) if each.kind == kind]


def test_everything_that_can_be_taken_back_is_a_statement():
    said = [
        (each.kind, each.task, each.other, each.resource, each.value)
        for each in statements(FULL, [("weld", "paint")])
    ]
    assert said == [
        ("deadline", "weld", None, None, 400),
        ("fixed", "paint", None, None, 300),
        ("release", "weld", None, None, 40),
        ("link", "weld", "cut", None, 0),
        ("link", "paint", "weld", None, 15),
        ("link", "paint", "cut", None, 0),
        ("order", "paint", "weld", None, None),
        ("duration", "cut", None, None, 60),
        ("duration", "weld", None, None, 50),
        ("duration", "paint", None, None, 30),
        ("now", None, None, None, 30),
        ("demand", "cut", None, "press", 1),
        ("demand", "weld", None, "steel", 4),
        ("demand", "paint", None, "press", 1),
        ("skill", "weld", None, "weld", 3),
        ("skill", "paint", None, "weld", 1),
        ("capacity", None, None, "press", 1),
        ("capacity", None, None, "welders", 3),
        ("capacity", None, None, "steel", 9),
        ("absence", None, None, "welders", 2),
        ("absence", None, None, "welders", None),
        ("calendar", None, "day", "welders", None),
        ("apart", "paint", "weld", None, None),
        ("same-people", "paint", "weld", None, None),
        ("setups", None, None, "press", None),
    ]


def test_with_nothing_taken_back_the_problem_is_the_same():
    assert without(FULL, []) == FULL


def test_with_everything_taken_back_only_facts_are_left():
    free = without(FULL, statements(FULL))
    cut, weld, paint = free.tasks
    assert (cut.started, cut.duration, dict(cut.demands)) == (5, 1, {})
    assert [way.duration for way in weld.ways] == [1, 1]
    assert not any(way.skills or way.demands for way in weld.ways)
    assert (weld.release, weld.deadline, paint.fixed) == (0, None, None)
    assert [*weld.predecessors, *paint.predecessors, *paint.apart, *paint.same_people] == []
    press, welders, _ = free.resources
    assert (press.setups, welders.absences, welders.calendar) == ((), (), None)
    assert free.present == 5  # what has started has started before now


@pytest.mark.parametrize(
    ("kind", "place", "left"),
    [("link", 0, ["cut"]), ("link", 1, ["weld"])],
)
def test_one_link_of_several_is_taken_back(kind, place, left):
    (taken,) = (each for each in of(kind) if each.task == "paint" and each.place == place)
    assert [link.task for link in without(FULL, [taken]).by_name["paint"].predecessors] == left


def test_one_absence_of_several_is_taken_back():
    first, second = of("absence")
    left = without(FULL, [first]).resource["welders"].absences
    assert [(away.start, away.end) for away in left] == [(200, 300)]
    left = without(FULL, [second]).resource["welders"].absences
    assert [(away.start, away.end) for away in left] == [(60, 120)]


def test_a_capacity_taken_back_is_enough_for_all_tasks_at_once_whoever_is_away():
    press, welders, steel = of("capacity")
    free = without(FULL, [press, welders, steel])
    assert free.capacity == {"press": 2, "welders": 3 + 1 + 2, "steel": 9}
    assert not free.resource["press"].setups
    assert "steel" not in free.by_name["weld"].demands


def test_a_rule_between_two_tasks_is_taken_back_on_both_sides():
    both = line(5, 5, apart=[["b"], ["a"]])
    (rule,) = (each for each in statements(both) if each.kind == "apart")
    assert [task.apart for task in without(both, [rule]).tasks] == [(), ()]


def test_a_fixed_start_does_not_make_a_free_duration_a_rule():
    """If it may last as long as it likes, it can also finish after the other one."""
    (taken,) = (each for each in of("duration") if each.task == "paint")
    free = without(FULL, [taken]).by_name["paint"]
    assert [link.kind for link in free.predecessors] == ["start-start"]


def test_an_order_is_taken_back_from_the_orders():
    orders = [("weld", "paint"), ("cut", "paint")]
    assert kept_orders(orders, of("order")) == [("cut", "paint")]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(any_problems())
def test_any_problem_without_any_statement_is_still_a_problem(problem):
    said = statements(problem)
    assert len(set(said)) == len(said)
    for taken in [said, said[::2], said[1::3]]:
        edited = without(problem, taken)
        assert Problem.read(edited.model_dump()) == edited
        assert not set(statements(edited)) & {
            each for each in taken if each.kind in ("deadline", "release", "link", "demand")
        }
