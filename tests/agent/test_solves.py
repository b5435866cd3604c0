"""Solves under way, and who stops them."""

from agent.solves import Solves, paced
from tools.solver.progress import Progress


def test_stopping_a_conversation_stops_all_of_its_solves_and_no_others() -> None:
    solves = Solves()
    with (
        solves.running("ann") as first,
        solves.running("ann") as second,
        solves.running("bob") as other,
    ):
        solves.stop("ann")
        assert (first(), second(), other()) == (True, True, False)


def test_what_comes_after_a_stop_runs_on() -> None:
    solves = Solves()
    solves.stop("ann")
    with solves.running("ann") as stopped:
        assert not stopped()


def test_news_in_quick_succession_are_told_once() -> None:
    told: list[Progress] = []
    tell = paced(told.append)
    for value in (3, 2, 1):
        tell(Progress(goal="cost", value=value, bound=None, seconds=2))
    assert [progress.value for progress in told] == [3]


def test_a_quick_solve_tells_nothing() -> None:
    told: list[Progress] = []
    paced(told.append)(Progress(goal="cost", value=1, bound=None, seconds=0.1))
    assert told == []
