"""A solve that is watched while it runs."""

from threading import Event

import pytest

from tools.phrases import LANGUAGES
from tools.plan import Goal
from tools.solver.progress import Progress
from ui.looking import best_so_far, watched


def test_the_latest_that_is_told_is_seen_and_then_the_result():
    go_on = Event()

    def work(tell, left) -> str:
        tell("old")
        tell("new")
        go_on.wait(20)
        return "result"

    seen = watched(work)
    assert next(seen) == "new"
    go_on.set()
    *_, last = seen
    assert last == "result"


def test_whoever_stops_watching_does_not_wait_and_the_work_is_told():
    ended = Event()
    never = Event()

    def work(tell, left) -> None:
        while not left():
            never.wait(0.01)
        ended.set()

    seen = watched(work)
    next(seen)
    seen.close()
    assert ended.wait(20)


def test_what_breaks_breaks_for_whoever_watches():
    def work(tell, left) -> None:
        raise RuntimeError("scripted")

    with pytest.raises(RuntimeError):
        list(watched(work))


@pytest.mark.parametrize("goal", [*Goal.__args__])
def test_every_goal_is_said_with_its_value_and_what_no_plan_can_be_below(goal):
    for language in LANGUAGES:
        progress = Progress(goal=goal, value=1200, bound=600, seconds=2)
        said = best_so_far(progress, language)
        assert "2" in said
        assert said != best_so_far(progress.model_copy(update={"bound": None}), language)


def test_a_value_with_the_moves_counted_in_is_said_as_one():
    progress = Progress(goal="waiting", value=1200, bound=600, weighed=True, seconds=2)
    assert best_so_far(progress, "en").startswith(
        "Best so far: priority-weighted waiting (with the moves counted in) 1,200"
    )
    assert "等待（计入变动的代价）" in best_so_far(progress, "zh")


def test_before_the_first_plan_no_value_is_said():
    progress = Progress(goal="cost", value=None, bound=7, seconds=1)
    assert best_so_far(progress, "en") == "Looking for a plan …"
