"""What a task waited for: the binding chain, from the task back to the start of the plan.

A task is taken out of its plan and put back earlier: at the latest minute before its start that the
hours of its resources allow. The first rule that forbids that is why it starts when it does. All
else stays as it is, the way it is done as well; people found by skill may be others (`staff.py`).
"""

from collections import deque

from tools.plan import Assignment, Problem, Schedule, Task
from tools.plan.task import Link as Rule
from tools.reasons import fitting, rules
from tools.reasons.book import Book
from tools.reasons.effect import effect
from tools.reasons.links import Link


def chain(
    problem: Problem, schedule: Schedule, name: str, before: Schedule | None = None
) -> tuple[Link, ...]:
    """One or two links for each task that the one before it waited for; the first is of `name`.

    Args:
        before: the plan before, if this one was made again.

    Raises:
        PlanError: no task is called `name`.
    """
    book = Book(problem, schedule)
    links, seen = [], set[str]()
    current: str | None = problem.task(name).name
    while current is not None and current not in seen:
        seen.add(current)
        links += _binding(book, current, before)
        current = links[-1].blockers[0] if links[-1].blockers else None
    return tuple(links)


def binding(
    problem: Problem, schedule: Schedule, name: str, before: Schedule | None = None
) -> tuple[Link, ...]:
    """The rule that keeps one task from starting earlier; two if its resources were closed before
    its start, and something else kept it from starting before that."""
    return tuple(_binding(Book(problem, schedule), name, before))


def _binding(book: Book, name: str, before: Schedule | None) -> list[Link]:
    task, mine = book.problem.task(name), book.schedule.by_task[name]
    link = Link(task=name, start=mine.start, end=mine.end, cause="start")
    if task.started is not None:
        return [link.model_copy(update={"cause": "fact"})]
    if task.fixed is not None:
        return [link.model_copy(update={"cause": "fixed"})]
    if mine.start == 0:
        return [link]
    least, bound = rules.earliest(book, mine)
    if least >= mine.start:
        return [link.model_copy(update=bound | {"tried": mine.start - 1})]
    tried = fitting.latest(book, mine, least)
    found = rules.forbids(book, mine, tried) if tried is not None else bound if least else None
    if tried is not None and found is None:
        return [_free(book, link, tried, before)]
    facts = [] if found is None else [found | {"tried": least - 1 if tried is None else tried}]
    if tried != mine.start - 1:
        closed = fitting.closing(book, mine, least, tried)
        facts = [*([closed | {"tried": mine.start - 1}] if closed else []), *facts]
    return [link.model_copy(update=each) for each in facts]


def _free(book: Book, link: Link, tried: int, before: Schedule | None) -> Link:
    """No rule forbids an earlier start: it is where it was, or the plan just has it here."""
    mine = book.schedule.by_task[link.task]
    old = before.by_task.get(link.task) if before is not None else None
    if old is not None and (old.start, old.way, old.resources) == _place(mine):
        return link.model_copy(update={"cause": "kept", "tried": tried})
    others = _needs_others(book, mine, tried)
    moved = mine.model_copy(update={"start": tried, "end": fitting.ends(book, mine, tried)})
    goal, change = (None, None) if others else effect(book, moved, before)
    facts = {"tried": tried, "others": others, "goal": goal, "effect": change}
    return link.model_copy(update={"cause": "choice"} | facts)


def _place(each: Assignment) -> tuple[int, int, object]:
    return each.start, each.way, each.resources


def _needs_others(book: Book, mine: Assignment, tried: int) -> bool:
    """Whether those who do the task could not do it from `tried` on."""
    if book.problem.by_name[mine.task].pausable:
        return False
    end = fitting.ends(book, mine, tried)
    return any(
        level.there - level.used < mine.resources[name]
        for name in book.crew(mine)
        for level in book.levels(name, tried, end, mine.task)
    )


def precedence_path(problem: Problem, first: str, last: str) -> tuple[str, ...]:
    """Tasks from `first` to `last`, each of which waits for the one before, so that `last` must
    start later than `first`; empty if it need not."""
    paths: dict[tuple[str, bool], tuple[str, ...]] = {(last, False): (last,)}
    queue = deque([(problem.task(last), False)])
    while queue:
        task, later = queue.popleft()
        if task.started is not None or (task.value is not None and task.name != last):
            continue  # what has started waits for nothing, and what may be left out holds up none
        for rule in task.predecessors:
            shift = _shift(problem, task, rule)
            step = (rule.task, later or shift > 0)
            if shift >= 0 and step not in paths:
                paths[step] = (rule.task, *paths[task.name, later])
                queue.append((problem.by_name[rule.task], step[1]))
    return paths.get((first, True), ()) if first != last else ()


def _shift(problem: Problem, task: Task, rule: Rule) -> int:
    """How much later than the other task this one starts, at least; negative: perhaps sooner."""
    if rule.kind == "start-start":
        return rule.lag
    shortest = _shortest(problem.by_name[rule.task])
    if rule.kind == "finish-start":
        return shortest + rule.lag
    longest = max(way.duration for way in task.ways)
    return -1 if task.pausable else shortest + rule.lag - longest


def _shortest(task: Task) -> int:
    if task.started is not None and task.ended is not None:
        return task.ended - task.started
    return min(way.duration for way in task.ways)
