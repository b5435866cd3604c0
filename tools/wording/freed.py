"""Who waits no longer, said as an edit: "packing no longer waits for painting", "打包不用等喷漆"."""

import re

from knowledge.numbers import fold
from tools.plan import Problem
from tools.plan.changes import Change
from tools.plan.rewrites import SetWait
from tools.wording.pieces import clauses, named_in

_FREE = re.compile(
    r"(?:(?<![a-z])(?:(?<!can )no longer|(?<!can )not|never)|(?<!ca)n't)(?: (?:have|has|need|needs|longer|any))*(?: to)? (?:wait|depend|(?P<needs>need(?!ed)|require(?!d))|follow|be after|come after)"
    r"|(?<![a-z])(?:independent of|regardless of|without waiting)(?![a-z])|(?<![a-z])(?:remove|drop|delete|cut) the (?:link|dependency|dependence|wait\w*)"
    r"|(?:不用|不必|无需|不需要?|不再|别|无须)[^，,。]{0,6}?(?:等|依赖|排在|在)|(?:取消|去掉|删除|解除)[^，,。]*(?:依赖|先后|等待|前后关系)"
)


def freed(message: str, problem: Problem) -> tuple[list[Change], str]:
    """“B no longer waits for A”; without A, B waits for nothing; without B, nothing waits for A."""
    for start, end, named in clauses(message, problem):
        clause = message[start:end]
        said = _FREE.search(fold(clause))
        if not named or said is None:
            continue
        behind = len(named) == 1 and named_in(clause[said.end() :], problem) == named
        if behind and said["needs"]:
            continue  # "we do not need the painting"
        pairs = _awaiting(named[0], problem) if behind else _pairs(named, problem)
        waits: list[Change] = [SetWait(task=a, other=b, waits=False) for a, b in pairs]
        return waits, message[:start] + message[end:]
    return [], message


def _pairs(named: tuple[str, ...], problem: Problem) -> list[tuple[str, str]]:
    """Who waits for whom of those that are named."""
    task = problem.by_name[named[0]]
    others = named[1:] or tuple(link.task for link in task.predecessors)
    return [
        (other, task.name)
        if any(link.task == task.name for link in problem.by_name[other].predecessors)
        else (task.name, other)
        for other in others
    ]


def _awaiting(name: str, problem: Problem) -> list[tuple[str, str]]:
    return [
        (task.name, name)
        for task in problem.tasks
        if any(link.task == name for link in task.predecessors)
    ]
