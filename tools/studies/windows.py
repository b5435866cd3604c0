"""By when a task has ended that starts by some minute."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

from tools.plan import Problem, Resource, Task, Way
from tools.plan.hours import together

AHEAD = 60 * 24 * 60
"""Minutes after which it is looked for further, ten times as far at most."""
CREWS = 200
"""Choices of people that are looked at."""


def latest_end(problem: Problem, task: Task, last: int) -> int | None:
    """When the task has ended at the latest if it starts by minute `last`; None if it pauses, and
    nobody knows by when it is over. Done in one way by those that are named, it ends later with any
    later start."""
    if not task.pausable:
        return last + max(way.duration for way in task.ways)
    ends = [_end(problem, way, crew, last) for way in task.ways for crew in _crews(problem, way)]
    known = [each for each in ends if each is not None]
    return max(known) if known and len(known) == len(ends) and len(ends) <= CREWS else None


def _crews(problem: Problem, way: Task | Way) -> Iterator[Sequence[Resource]]:
    """Who could serve its skills, one for each head; some may stand for two."""
    heads = [problem.skilled[skill] for skill, count in way.skills.items() for _ in range(count)]
    return islice(product(*heads), CREWS + 1)


def _end(problem: Problem, way: Task | Way, crew: Sequence[Resource], last: int) -> int | None:
    """When its minutes of work are over that begin with the last open one up to `last`; if there is
    none such, it cannot start by then, nor end."""
    named = [(problem.resource[name], units) for name, units in way.demands.items()]
    asked = [each for each in named if each[0].kind != "stock"] + [(each, 1) for each in crew]
    for far in (AHEAD, 10 * AHEAD):
        spans = together(problem, asked, last + way.duration + far)
        begin = max((min(end - 1, last) for start, end in spans if start <= last), default=None)
        if begin is None:
            return last
        left = way.duration
        for start, end in spans:
            open_ = end - max(start, begin)
            if open_ >= left:
                return end - open_ + left
            left -= max(0, open_)
    return None
