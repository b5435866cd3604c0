"""Where more units would help: the stretches in which a plan that has them uses them, cut from both
ends as far as there is still a plan."""

from collections.abc import Callable, Iterable

from tools.plan import Problem, Schedule
from tools.plan.conflict import Repair
from tools.plan.hours import Span, merged, units

Test = Callable[[int], bool | None]
MOST = 6
"""Stretches of one repair."""


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


def with_spans(repair: Repair, spans: Iterable[Span], amount: int) -> Repair:
    """The repair for these spans. `amount` is what a minute of them counts for its size."""
    kept = tuple(sorted(spans))
    size = amount * sum(end - begin for begin, end in kept)
    return repair.model_copy(update={"spans": kept, "size": size})


def cut(repair: Repair, test: Callable[[Repair], bool | None], amount: int) -> Repair | None:
    """The repair without the spans that it can do without, and the others as short as there is
    still a plan; None if it does not help at all. `amount` is as for `with_spans`."""
    if test(repair) is not True:
        return None
    spans, sure = set(repair.spans), True
    for each in repair.spans:
        rest = spans - {each}
        if rest and test(with_spans(repair, rest, amount)):
            spans = rest
            continue
        found = shortest(each, lambda span: test(with_spans(repair, {*rest, span}, amount)))  # noqa: B023
        spans, sure = ({*rest, found[0]}, sure and found[1]) if found else (spans, False)
    return with_spans(repair, spans, amount).model_copy(update={"least": sure})


def shortest(
    span: Span, test: Callable[[Span], bool | None], late: bool = False
) -> tuple[Span, bool] | None:
    """The span cut from the end, then from the beginning (`late`: the other way round), as far as
    it still passes, and whether that is sure; None if it does not pass."""
    first = _trimmed(span, test, late)
    if first is None:
        return None
    second = _trimmed(first[0], test, not late)
    return (second[0], first[1] and second[1]) if second else (first[0], False)


def _trimmed(
    span: Span, test: Callable[[Span], bool | None], at_end: bool
) -> tuple[Span, bool] | None:
    """The shortest part of the span, at its beginning or end, that passes."""
    begin, end = span

    def part(length: int) -> Span:
        return (end - length, end) if at_end else (begin, begin + length)

    found = smallest(lambda length: test(part(length)), end - begin)
    return (part(found[0]), found[1]) if found else None


def overloaded(problem: Problem, plan: Schedule, resource: str) -> list[Span]:
    """When the plan uses more than there is."""
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
    return _few(merged(found))


def _few(spans: list[Span]) -> list[Span]:
    """No more spans than are worth saying: the shortest gaps between them are taken in."""
    spans = list(spans)
    while len(spans) > MOST:
        at = min(range(1, len(spans)), key=lambda at: spans[at][0] - spans[at - 1][1])
        spans[at - 1 : at + 1] = [(spans[at - 1][0], spans[at][1])]
    return spans
