"""A solve as it goes on: its progress in words, and somebody who waits for it and looks up now and
then. Knows no page and no solver."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from tools.phrases import Language, say

if TYPE_CHECKING:
    from tools.solver.progress import Progress

Result = TypeVar("Result")
GLANCE = 0.5  # seconds between two looks at the progress


def best_so_far(progress: "Progress", language: Language) -> str:
    """The best plan so far, what no plan can be below, and for how long it has been looked for; of
    many plans, how many are made."""
    if progress.trials:
        return say(
            "page-progress-trials",
            language,
            tried=progress.tried,
            trials=progress.trials,
            seconds=max(1, round(progress.seconds)),
        )
    if progress.value is None:
        return say("page-looking-first", language)
    from tools.telling import amount  # a wrong input is told without it

    goal = say(f"goal-{progress.goal}", language)
    values = {
        "goal": say("goal-weighed", language, goal=goal) if progress.weighed else goal,
        "value": amount(progress.goal, progress.value, language),
        "seconds": max(1, round(progress.seconds)),
    }
    if progress.bound is None or progress.bound <= 0:
        return say("page-progress", language, **values)
    bound = amount(progress.goal, progress.bound, language)
    return say("page-progress-bound", language, bound=bound, **values)


def watched(
    work: Callable[[Callable[["Progress"], None], Callable[[], bool]], Result],
) -> Iterator["Progress | Result | None"]:
    """Runs `work(tell, left)` in a thread: every `GLANCE` seconds the latest it told, None if it
    told nothing yet; last of all its result. `left()` is true once nobody watches any more: a
    page that is closed is not to wait for a solver, nor to keep one at work."""
    latest: deque[Progress] = deque(maxlen=1)
    left = Event()
    pool = ThreadPoolExecutor(1, thread_name_prefix="looking")
    try:
        running = pool.submit(work, latest.append, left.is_set)
        while not wait([running], timeout=GLANCE).done:
            yield latest[0] if latest else None
        yield running.result()
    finally:
        left.set()
        pool.shutdown(wait=False)
