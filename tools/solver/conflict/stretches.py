"""Where more units, or longer hours, would help: the stretch in which a plan that has them uses
them, cut from both ends as far as there is still a plan."""

from collections.abc import Callable, Iterable

from tools.plan import Problem, Schedule
from tools.plan.conflict import Repair
from tools.plan.hours import Span, open_of, units

Test = Callable[[int], bool | None]


def smallest(test: Test, most: int) -> tuple[int, bool] | None:
    """The smallest number from 1 to `most` that passes, if larger ones pass whenever it does, and
    whether that is sure; None if not even `most` passes."""
    if most < 1 or test(most) is not True:
        return None
    low, high, sure = 0, most, True
    while high - low > 1:
        middle = (low + high) // 2
        answer = test(middle)
        low, high = (low, middle) if answer else (middle, high)
        sure = sure and answer is not None
    return high, sure


def cut(repair: Repair, test: Callable[[Repair], bool | None], amount: int) -> Repair | None:
    """The repair with its stretch cut from the end, then from the beginning; None if it does not
    help at all. `amount` is what a minute of it counts for its size."""

    def between(begin: int, end: int) -> Repair:
        size = amount * (end - begin)
        return repair.model_copy(update={"start": begin, "end": end, "size": size})

    begin, end = repair.start or 0, repair.end or 0
    first = smallest(lambda length: test(between(begin, begin + length)), end - begin)
    if first is None:
        return None
    end = begin + first[0]
    last = smallest(lambda length: test(between(end - length, end)), end - begin)
    length, sure = last or (end - begin, False)
    return between(end - length, end).model_copy(update={"least": sure and first[1]})


def overloaded(problem: Problem, plan: Schedule, resource: str) -> Span | None:
    """From the first to the last minute in which the plan uses more than there is."""
    steps = units(problem, problem.resource[resource], plan.makespan)
    events = {minute: 0 for minute, _ in steps}
    for each in plan.assignments:
        amount = each.resources.get(resource, 0)
        events[each.start] = events.get(each.start, 0) + amount
        events[each.end] = events.get(each.end, 0) - amount
    there, level, used, moments = dict(steps), 0, 0, sorted(events)
    found = []
    for minute, following in zip(moments, [*moments[1:], plan.makespan], strict=True):
        level, used = there.get(minute, level), used + events[minute]
        if used > level and following > minute:
            found.append((minute, following))
    return _hull(found)


def out_of_hours(problem: Problem, plan: Schedule, calendar: str) -> Span | None:
    """From the first to the last minute in which the plan needs `calendar` while it is closed."""
    found = []
    for resource in problem.resources:
        if resource.calendar != calendar:
            continue
        opened = open_of(problem, resource, plan.makespan)
        for each in plan.assignments:
            if resource.name in each.resources:
                found += _outside((each.start, each.end), opened)
    return _hull(found)


def _outside(span: Span, opened: Iterable[Span]) -> list[Span]:
    """What of `span` lies in none of the sorted stretches `opened`."""
    begin, end = span
    found = []
    for first, last in opened:
        if begin < first:
            found.append((begin, min(first, end)))
        begin = max(begin, last)
        if begin >= end:
            return [each for each in found if each[0] < each[1]]
    return [*(each for each in found if each[0] < each[1]), (begin, end)]


def _hull(spans: Iterable[Span]) -> Span | None:
    found = list(spans)
    return (min(a for a, _ in found), max(b for _, b in found)) if found else None
