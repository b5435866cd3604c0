"""Undo and redo of plans, without a conversation."""

from tools.history import MOST, MOST_TASKS, History
from tools.plan import Assignment, Problem, Schedule
from tools.state import Kept


def kept(name: str, tasks: int = 1) -> Kept:
    made = [{"name": f"{name} {n}", "duration": 5} for n in range(tasks)]
    return Kept(problem=Problem.read({"tasks": made}))


def test_what_was_undone_is_done_again() -> None:
    first, second, third = kept("a"), kept("b"), kept("c")
    history = History().changed(first).changed(second)
    plan, history = history.undone(third)
    assert plan == second
    plan, history = history.undone(plan)
    assert plan == first
    assert history.undo == ()
    plan, history = history.redone(plan)
    assert plan == second
    plan, history = history.redone(plan)
    assert plan == third
    assert history == History((first, second), ())


def test_another_change_forgets_what_was_undone() -> None:
    plan, history = History().changed(kept("a")).undone(kept("b"))
    assert history.redo
    assert history.changed(plan).redo == ()


def test_a_long_history_stays_small() -> None:
    history = History()
    for n in range(MOST + 5):
        history = history.changed(kept(str(n)))
    assert len(history.undo) == MOST
    assert history.undo[-1] == kept(str(MOST + 4))


def test_of_large_plans_few_are_kept_but_always_the_latest() -> None:
    large, larger = kept("a", MOST_TASKS // 2), kept("b", MOST_TASKS + 1)
    history = History().changed(large).changed(large).changed(large)
    assert len(history.undo) == 2
    assert history.changed(larger).undo == (larger,)


def test_only_what_people_see_is_a_change() -> None:
    old = kept("a")
    done = Assignment(task="a 0", start=0, end=5, resources={})
    plan = Schedule(status="feasible", objective=0, assignments=(done,))
    planned = Kept(problem=old.problem, schedule=plan)
    proved = plan.model_copy(update={"status": "optimal", "bound": 0})
    assert planned.looks_like(Kept(problem=old.problem, schedule=proved))
    assert not planned.looks_like(old)
    assert not planned.looks_like(Kept(problem=kept("b").problem, schedule=plan))
