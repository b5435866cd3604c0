"""Tasks that the same people do: which tasks they are, and whom that leaves for each."""

from collections.abc import Mapping, Sequence
from itertools import chain

from tools.plan import Problem

Crews = list[list[list[int]]]
"""For each way, for each of its slots: resources that can fill it."""


def mates_of(problem: Problem, place: Mapping[str, int]) -> list[list[int]]:
    """For each task those done by the same people, whichever of two names the other."""
    mates: list[set[int]] = [set() for _ in place]
    for at, task in enumerate(problem.tasks):
        for name in task.same_people:
            mates[at].add(place[name])
            mates[place[name]].add(at)
    return [sorted(each) for each in mates]


def narrow(
    problem: Problem,
    mates: Sequence[Sequence[int]],
    ways: Sequence[range],
    slots: Crews,
    called: Sequence[Sequence[int]],
) -> None:
    """Take those out of `slots` of a task who cannot be among the people of a task that must be
    done and needs no fewer: if ann does that one, ann does this one. Pools of several, which only
    stand in for statements that were taken back, are left as they are.

    Args:
        ways: of each task, as places in `slots` and `called`.
        called: for each way, whom it asks for by name.
    """
    capacity = [each.capacity for each in problem.resources]

    def people(task: int) -> set[int]:
        named = (called[way] for way in ways[task])
        return {*chain(*named), *chain(*(able for way in ways[task] for able in slots[way]))}

    def heads(task: int) -> list[int]:
        return [len(slots[way]) + len(called[way]) for way in ways[task]]

    must = [task.value is None or task.started is not None for task in problem.tasks]
    waiting = [task for task, others in enumerate(mates) if others and must[task]]
    for task in waiting:
        among = people(task)
        for other in mates[task]:
            fact = problem.tasks[other].started is not None
            theirs = people(other)
            if fact or theirs <= among or max(heads(other)) > min(heads(task)):
                continue
            if any(capacity[each] > 1 for each in among | theirs):
                continue
            for way in ways[other]:
                left = [[each for each in able if each in among] for able in slots[way]]
                if len({*chain(*left)}) >= len(left):  # else the rule itself rules the way out
                    slots[way] = left
            if must[other] and people(other) < theirs:
                waiting.append(other)
