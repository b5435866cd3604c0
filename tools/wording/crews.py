"""How many people or things a task holds, in a message that supposes something: "binding needs 3
people", "装订3个人", "3 people on the binding"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tools.plan import Problem, Task
from tools.plan.changes import Change, SetDuration
from tools.plan.rewrites import SetDemand
from tools.wording.durations import durations
from tools.wording.headcount import Headcount
from tools.wording.marks import vocabulary, words
from tools.wording.quantities import Quantity, quantities

_NEEDS = re.compile(
    words(r"takes?|took|taking|needs?|needed|needing|requires?|required|requiring|wants?|uses?")
    + "|需要?|要|用|得"
)
_BEHIND = vocabulary(
    _NEEDS.pattern,
    words(
        r"would|could|will|can|now|only|also|just|both|each|all|gets?|got|getting|has|had|have|having|gives?|given|with|by|is|are|was|were|be|done|staffed|manned|at|to|of|"
        r"and|at least|at most|about|up to|no more than|goes|go|up|down|from|instead|the|job|task|work|team|crew"
    ),
    "任务|工序|环节|这[一]?[步个项]|的|人[手员力]数?|就|也|都|各|只|仅|还|同样|必须|如果|使|占|由|配|派|安排|给|有|是|改|变|增加?|减少?|加|到|成|为|至少|大约|最多|约|再|多|少|才|能",
)
"""What may stand between a task and the number that it holds."""
_BEFORE = re.compile(
    r"\s?(?:each |all )?(?:(?:to |are |were )?(?:work(?:s|ed|ing)?|busy|assigned|needed|put) )?(?:on|for|at|in|do|does|did|doing|to do|handle|handled|handling) (?:the |our )?_"
    r"|\s?(?:[来去]|一起|同时|都|可以|能)*(?:做|干|搞|负责|弄|忙|上)_"
)
"""What may stand between such a number and its task."""
_MORE = re.compile(r"[再多少加添减]|(?<![a-z])(?:more|fewer)(?![a-z])")
_FILL = vocabulary(
    words("with|and|also|each|by|using|for it|it|is|was|done|needs?|takes?|uses?"),
    "呢|吗|的话|各|共|和|配|由|了|用|要",
)
"""What may stand beside a number that is said of the task before."""


class Held(NamedTuple):
    """A number of what a task holds, and where in the text it is said."""

    change: SetDemand
    start: int
    end: int


def crews(task: Task, text: str, problem: Problem) -> Iterator[Held]:
    """How many of what the task then holds. One more beside a task may be somebody who helps, so
    that it must be said to be needed.

    Args:
        text: with the names of tasks blanked.
    """
    there = [
        each.model_copy(update={"capacity": task.demands.get(each.name, 0)})
        for each in problem.resources
    ]
    for quantity in quantities(text):
        start = _begin(text, quantity)
        said = text[start : quantity.end] if start is not None else ""
        for resource, amount in Headcount(there).read(said):
            change = SetDemand(task=task.name, resource=resource, amount=max(0, amount))
            yield Held(change, quantity.end - len(said), quantity.end)


def crew_alone(last: Iterable[Change], part: str, problem: Problem) -> Iterator[SetDemand]:
    """“Printing takes 5 hours and 3 people”: a part that says nothing but how many.

    Args:
        last: what the part before changes.
    """
    found = [*quantities(part)]
    if len(found) != 1 or found[0].more:
        return
    quantity = found[0]
    if _FILL.fullmatch(part[: quantity.start] + part[quantity.end :]):
        tasks = [each.task for each in last if isinstance(each, SetDuration)]
        for resource, amount in Headcount(problem.resources).read(part) if tasks else ():
            yield from (SetDemand(task=t, resource=resource, amount=amount) for t in tasks)


def _begin(text: str, quantity: Quantity) -> int | None:
    """Where the words begin by which a task holds so many; None if it is not said to."""
    begin = text.rfind("_", 0, quantity.start) + 1
    before = text[begin : quantity.start]
    for each in reversed(durations(before)):
        before = before[: each.start] + before[each.end :]
    if begin and _BEHIND.fullmatch(before):
        relative = quantity.more or _MORE.search(before)
        return begin if not relative or _NEEDS.search(before) else None
    more = quantity.more or _MORE.search(before[-4:])
    return quantity.start if not more and _BEFORE.match(text, quantity.end) else None
