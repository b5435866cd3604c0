"""Remarks on what comes first or last of all: “The lobby goes before everything”, 测血压最先."""

from collections.abc import Iterator

from knowledge import lazily
from knowledge.numbers import fold
from tools.plan import Problem
from tools.plan.changes import Change, apply
from tools.plan.problem import Origin
from tools.plan.rewrites import SetWait
from tools.remarks.naming import named_whole

_WHAT = r"(?P<what>[^,，。;；:：]{1,40}?)"
_GOES = r"(?:(?:must|should|has to|needs to|will) )?(?:(?:go|goes|come|comes|is|be|are)(?: done)?|happens?|start|starts)"
_FIRST = lazily.compile(
    rf"(?:(?:and|but|oh|please)[\s,]*)*{_WHAT} {_GOES} (?:first(?: of all| thing)?|(?:be)?fore (?:everything|anything|all)(?: else| the (?:rest|others))?)"
    rf"|{_WHAT.replace('what', 'zh')}(?:要|得|必须|应该)?(?:最先(?:做|来)?|第一个做?|排第一|放(?:在)?最前面?|放第一个?)"
    rf"|(?:最先|第一个)做{_WHAT.replace('what', 'zh2')}"
)
_LAST = lazily.compile(
    rf"(?:(?:and|but|oh|please)[\s,]*)*{_WHAT} {_GOES} (?:(?:very )?last(?: of all)?|at the (?:very )?end|after (?:everything|all)(?: else| the (?:rest|others))?)"
    rf"|{_WHAT.replace('what', 'zh')}(?:要|得|必须|应该)?(?:放|排|留)?(?:在|到)?最后面?(?:再?做|来)?"
)


def may_place(words: str) -> bool:
    """Whether a sentence may say what comes first or last."""
    low = fold(words)
    return _FIRST.fullmatch(low) is not None or _LAST.fullmatch(low) is not None


def placed(words: str, problem: Problem) -> Problem | None:
    """`problem` with one task before all others, or behind them; None if that is not said."""
    low = fold(words)
    first = _FIRST.fullmatch(low)
    match = first or _LAST.fullmatch(low)
    what = next(filter(None, match.groups()), None) if match else None
    task = named_whole(what, list(problem.by_name)) if what else None
    if task is None:
        return None
    wanted = list(_before(task, problem) if first else _behind(task, problem))
    changed = apply(problem, wanted)
    told = {each.task for each in wanted if isinstance(each, SetWait)}
    new = [Origin(field="order", task=name, words=words) for name in told]
    assumed = [e for e in changed.assumed if e.field != "order" or e.task not in told]
    return changed.model_copy(
        update={"origins": (*changed.origins, *new), "assumed": tuple(assumed)}
    )


def _before(task: str, problem: Problem) -> Iterator[Change]:
    """It waits for nothing, and whatever waited for nothing waits for it."""
    for link in problem.by_name[task].predecessors:
        yield SetWait(task=task, other=link.task, waits=False)
    for other in problem.tasks:
        own = {link.task for link in other.predecessors}
        if other.name != task and not own - {task}:
            yield SetWait(task=other.name, other=task)


def _behind(task: str, problem: Problem) -> Iterator[Change]:
    """Nothing waits for it, and it waits for whatever nothing else waits for."""
    awaited = set[str]()
    for other in problem.tasks:
        own = {link.task for link in other.predecessors}
        if task in own:
            yield SetWait(task=other.name, other=task, waits=False)
        awaited |= own if other.name != task else set()
    for other in problem.tasks:
        if other.name not in awaited - {task} and other.name != task:
            yield SetWait(task=task, other=other.name)
