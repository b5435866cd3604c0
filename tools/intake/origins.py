"""For each value of a table, the cell that it is from and its heading, as they were written."""

from collections.abc import Iterator

from tools.intake.columns import Columns
from tools.plan import PEOPLE, Problem, Task
from tools.plan.problem import Origin
from tools.wording.priorities import is_rank

_FIELDS = {
    "duration": "duration",
    "priority": "priority",
    "after": "order",
    "release": "release",
    "due": "due",
    "deadline": "deadline",
}
"""What the columns say of a task; needs are told of by resource."""


def origins(problem: Problem, tasks: Columns, everybody: str) -> tuple[Origin, ...]:
    """Where the values of `problem` are from; what was assumed is from nowhere, but for what ranks
    such as “P1” are taken for.

    Args:
        everybody: the words that say how many people there are.
    """
    assumed = {(each.field, each.task, each.resource) for each in problem.assumed}
    found = [
        origin
        for task, row in zip(problem.tasks, tasks.written, strict=True)
        for origin in _of_task(task, row, tasks)
    ]
    if everybody and PEOPLE in problem.capacity:
        found.append(Origin(field="capacity", resource=PEOPLE, words=everybody))
    return tuple(
        each
        for each in found
        if (each.field, each.task, each.resource) not in assumed
        or (each.field == "priority" and is_rank(each.words))
    )


def _of_task(task: Task, row: list[str], tasks: Columns) -> Iterator[Origin]:
    for at, column in enumerate(tasks.meant):
        cell = row[at].strip()
        if not cell:
            continue
        words = f"{tasks.heads[at].strip()}: {cell}"
        if column in _FIELDS:
            yield Origin(field=_FIELDS[column], task=task.name, words=words)
        elif column == "people" and PEOPLE in task.demands:
            yield Origin(field="demand", task=task.name, resource=PEOPLE, words=words)
        elif column in ("needs", "who"):
            for name in task.demands:
                if name != PEOPLE and name in cell:
                    yield Origin(field="demand", task=task.name, resource=name, words=words)
