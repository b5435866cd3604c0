"""When the steps of a case are due and what each waits for, in minutes of a plan. What a promise
counts from happens outside the plan, or at a step whose end nobody knows before it is planned: the
first counts as the moment at which the case enters the plan, the second as the latest at which
that step keeps its own promise.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from tools.plan import Problem
from tools.plan.calendar import Calendar
from tools.plan.dates import minute_of
from tools.plan.hours import DAY
from tools.replies.procedures import Step
from tools.replies.promises import Wait, later, meant

STALE = 31 * DAY
"""A plan that began so many minutes ago and says of itself that nothing has begun is an example or
a draft, whose clock is not today's."""


class Timing(NamedTuple):
    """When one step may begin and should be done."""

    after: tuple[int, ...]
    """Places of the steps that come first."""
    links: tuple[tuple[int, int], ...]
    """Places of steps, and the minutes to wait after each."""
    due: int | None


def begins(plan: Problem | None, at: datetime | None) -> int:
    """The minute of a plan at which a new case enters it: now, as the plan or the clock says.

    Args:
        at: now, on the wall clock of the plan.
    """
    if plan is None:
        return 0
    if at is None or plan.start is None or not 0 <= (passed := minute_of(at, plan)) < STALE:
        return plan.now
    return max(plan.now, passed)


def timed(steps: Sequence[Step], begin: int, plan: Problem | None) -> list[Timing]:
    """The times of all steps, each after the one before.

    Args:
        begin: the minute at which the case enters the plan.
    """
    texts = [step.text for step in steps]
    done: list[int] = []
    """By when each step is done at the latest, if promises are kept."""
    found = []
    for place, step in enumerate(steps):
        hours = _hours_of(step, plan)
        links = _waits(step, texts[:place], done, partial(later, plan=plan, calendar=hours))
        start = max([done[-1] if done else begin, *(done[of] + lag for of, lag in links)])
        due = None
        if step.within is not None:
            since = _from(step.within, texts[:place], done, begin)
            due = later(since, step.within, plan, hours)
        worked = Wait(amount=step.minutes, unit="working minutes")
        done.append(max(later(start, worked, plan, hours), due or 0))
        waited = [of for of, _ in links]
        found.append(Timing((place - 1,) if place and place - 1 not in waited else (), links, due))
    return found


def _waits(
    step: Step, texts: Sequence[str], done: Sequence[int], over: Callable[[int, Wait], int]
) -> tuple[tuple[int, int], ...]:
    """The step that a wait counts from, and the minutes of it."""
    if step.wait is None or not texts:
        return ()
    since = _since(step.wait, texts)
    return ((since, over(done[since], step.wait) - done[since]),)


def _since(wait: Wait, texts: Sequence[str]) -> int:
    named = meant(wait.since, texts) if wait.since else None
    return len(texts) - 1 if named is None else named


def _from(within: Wait, texts: Sequence[str], done: Sequence[int], begin: int) -> int:
    """The minute a promise counts from."""
    if not texts:
        return begin
    if not within.since:
        return done[-1]
    named = meant(within.since, texts)
    return begin if named is None else done[named]


def _hours_of(step: Step, plan: Problem | None) -> Calendar | None:
    """The working hours of who does a step; of somebody new, those that the plan has."""
    if plan is None or not plan.calendars:
        return None
    who = plan.resource.get(step.who)
    return plan.calendar[who.calendar] if who and who.calendar else plan.calendars[0]
