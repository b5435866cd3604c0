"""What one part of a message, known to suppose something, wants of people and things: another number
of them, or that they are away."""

import re
from collections.abc import Iterator, Sequence

from knowledge import lazily
from knowledge.numbers import NUMBER
from tools.plan import Problem, Resource
from tools.plan.changes import Away, Change, SetCapacity
from tools.wording.absences import from_to, is_back
from tools.wording.counts import MORE, counted
from tools.wording.headcount import people_among
from tools.wording.moments import Moment
from tools.wording.multiples import times_in

_PACE = re.compile(r"慢|快|(?<![a-z])(?:slow\w*|fast\w*|quick\w*)(?![a-z])")
"""Who works at another pace is not away."""
_EVERY = re.compile(
    r"一[台个名辆位]?都?不剩|全(?:部|都)?[被拉送去停坏调抽]|(?<![a-z])(?:all of (?:the|our|them)|both of)(?![a-z])"
)
_WITHOUT = re.compile(
    r"(?<![a-z])(?:without|do not have|don't have)(?: the| our)? [_@]|(?:没有?了?|缺了?|少了?|离了|离开)[_@]"
)
"""Before a name that stands for one: it is not there at all."""
_ENOUGH = lazily.compile(
    rf"(?<![a-z])(?:can|could|would|will) (?:we|it|this|that|they|everything) [^,.;?!]{{1,40}} with (?:only |just )?{NUMBER} (?![a-z]*(?:hours?|hrs?|minutes?|mins?|days?|weeks?)(?![a-z]))|"
    rf"(?<![a-z])(?:would|will|are|is) {NUMBER} (?:people|persons?|workers?|staff)(?: be)? enough(?![a-z])|"
    rf"{NUMBER}[个名位]?人[^，,。；;？?]{{0,4}}(?:够|行|能|可以|[做干忙]得[完了过])[^，,。；;？?]{{0,8}}[吗么不]"
)
"""So many, and is that enough?"""
_ONLY_THEN = re.compile(
    r"只[在有]?(?:上午|下午|早上|晚上|[周星礼]\S{1,3}?)[^，,。；;]{0,2}(?:上班|来|在|有空|工作|干活)|"
    r"(?<![a-z])only (?:works?|worked|comes?|came|here|in|available|there) (?:in |on )?(?:the )?(?:mornings?|afternoons?|evenings?|[a-z]+days?)(?![a-z])"
)
"""When somebody is there, again and again; not when they are away."""
_GONE_FOR_GOOD = re.compile(
    r"走人|离职|辞职|离开了?$|调走|(?<![a-z])(?:quit\w*|leaves? us|leaving|resign\w*)"
)


def of_resources(
    names: Sequence[str], text: str, problem: Problem, when: Moment | None
) -> Iterator[Change]:
    """What the text wants of those that are named, or else of people.

    Args:
        text: with all names blanked.
        when: the time that the text names.
    """
    for name in names or [people_among(problem.resources) or ""]:
        resource = problem.resource.get(name)
        if resource is None:
            return
        times = times_in(text)
        if times is not None and not resource.named and when is None:
            yield SetCapacity(resource=resource.name, capacity=round(resource.capacity * times))
        elif when is not None:
            yield from _then(resource, text, problem, when)
        else:
            yield from _always(resource, text, problem)


def _then(resource: Resource, text: str, problem: Problem, when: Moment) -> Iterator[Change]:
    """What is so for a time: so many of it are away, or all, or so many more come; a
    number of all in all that is larger is for good."""
    count = None if resource.named else _count(resource, text, timed=True)
    if _EVERY.search(text) or (resource.capacity == 1 and not MORE.search(text)):
        count = None  # then numbers are times
    if count is not None and count >= resource.capacity:
        if count > resource.capacity and MORE.search(text):
            yield from _guests(resource, count, text, problem)
        elif count > resource.capacity:
            yield SetCapacity(resource=resource.name, capacity=count)
        return
    if _ONLY_THEN.search(text):
        return
    amount = resource.capacity - count if count else None
    gone = from_to(text, problem, Away(resource=resource.name, start=0, amount=amount))
    if gone is not None:
        yield gone


def _guests(resource: Resource, count: int, text: str, problem: Problem) -> Iterator[Change]:
    """More than there are for a time: before it and after it those who come are away."""
    yield SetCapacity(resource=resource.name, capacity=count)
    guests = Away(resource=resource.name, start=0, amount=count - resource.capacity)
    there = from_to(text, problem, guests)
    if there is None:
        return
    if is_back(text):  # “only arrive at nine” tells when they are not there
        yield there
        return
    if there.start > 0:
        yield guests.model_copy(update={"end": there.start})
    if there.end is not None:
        yield guests.model_copy(update={"start": there.end})


def _always(resource: Resource, text: str, problem: Problem) -> Iterator[Change]:
    count = None if resource.named else _count(resource, text, timed=False)
    if count is not None and count != resource.capacity:
        yield SetCapacity(resource=resource.name, capacity=count)
    elif not _PACE.search(text) and (
        resource.named or _GONE_FOR_GOOD.search(text) or _is_missing(resource, text)
    ):
        yield Away(resource=resource.name, start=0)


def _is_missing(resource: Resource, text: str) -> bool:
    return resource.capacity == 1 and without(text)


def asks_if_enough(text: str) -> bool:
    """“Could we do it with three people?” supposes that there are so many."""
    return _ENOUGH.search(text) is not None


def without(text: str) -> bool:
    """“What happens without Ann?”, “没有小李会怎样”: somebody or something that is named is
    missing.

    Args:
        text: folded, with all names blanked.
    """
    return _WITHOUT.search(text) is not None


def _count(resource: Resource, text: str, *, timed: bool) -> int | None:
    """How many there would be."""
    count = counted(text, resource.capacity, timed=timed)
    times = times_in(text)
    return round(resource.capacity * times) if times is not None and count is None else count
