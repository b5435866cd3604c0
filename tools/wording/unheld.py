"""What a task needs no longer, said as an edit: “上架不用叉车了”, "packing no longer needs the van"."""

import re

from knowledge.numbers import fold
from tools.plan import Problem
from tools.plan.changes import Change
from tools.plan.rewrites import SetDemand
from tools.wording.pieces import clauses

_NOT = (
    r"(?:不再?(?:需要?用?|要用?|使用|占用|用|占)|无需|(?<![a-z])(?:no longer|(?:does|do)(?:n't| not)) (?:needs?|uses?)|"
    r"(?<![a-z])without)了?\s?(?:the |an? |any )?"
)


def unheld(message: str, problem: Problem) -> tuple[list[Change], str]:
    """The things that a task is said to need no longer, though it holds them or not, and the rest:
    without one of them the task itself would be taken for dropped."""
    for start, end, named in clauses(message, problem):
        if len(named) != 1:
            continue
        clause, task = fold(message[start:end]), problem.by_name[named[0]]
        things = [each.name for each in problem.resources if not each.somebody]
        denied = [each for each in things if re.search(_NOT + re.escape(fold(each)), clause)]
        if denied:
            found: list[Change] = [
                SetDemand(task=task.name, resource=each, amount=0)
                for each in denied
                if each in task.demands
            ]
            return found, message[:start] + message[end:]
    return [], message
