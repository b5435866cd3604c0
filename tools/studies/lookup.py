"""What is planned: tasks of some time, person or thing, and who is free when. It solves nothing."""

from tools.plan import Assignment, Problem, Schedule
from tools.reasons.agenda import Agenda, Availability, Opening, Sort, Stretch
from tools.reasons.book import Book
from tools.reasons.records import Explanation
from tools.record import PlanError
from tools.studies.plans import need_plan
from tools.wording.lookups import Lookup


def look_up(problem: Problem, schedule: Schedule, wanted: Lookup) -> Explanation:
    """What of the plan is asked for.

    Raises:
        PlanError: no plan, or nobody is known by name who could be free.
    """
    need_plan(problem, schedule)
    if wanted.about == "free":
        return Explanation(certificate=_availability(problem, schedule, wanted))
    return Explanation(certificate=_agenda(problem, schedule, wanted))


def _agenda(problem: Problem, schedule: Schedule, wanted: Lookup) -> Agenda:
    rows = sorted(schedule.assignments, key=lambda each: (each.start, each.end))
    rows = [each for each in rows if not wanted.who or set(wanted.who) & set(each.resources)]
    first, last = wanted.when or (None, None)
    sort: Sort = "planned"
    match wanted.about:
        case "named":
            sort = "named"
            rows = [each for each in rows if each.task in wanted.tasks]
        case "next" | "left" as sort:
            since = max(problem.now, first or 0)
            rows = [each for each in rows if each.start >= since and _is_open(problem, each)]
    if wanted.about == "next":
        rows = [each for each in rows if each.start == rows[0].start]
    elif first is not None and last is not None:
        rows = [each for each in rows if _overlaps(each, first, last)]
    return Agenda(
        sort=sort,
        rows=tuple(rows),
        left_out=tuple(each for each in wanted.tasks if each in schedule.left_out),
        who=wanted.who,
        first=first,
        last=last,
        absent=not rows and last is not None and _absent(problem, schedule, wanted),
    )


def _is_open(problem: Problem, row: Assignment) -> bool:
    """Whether it has not begun, as far as the problem says."""
    task = problem.by_name.get(row.task)
    return task is None or task.started is None


def _overlaps(row: Assignment, first: int, last: int) -> bool:
    """Whether it runs in one of these minutes; a task without duration is where it stands."""
    return row.start <= last and (row.end > first or row.start == row.end >= first)


def _absent(problem: Problem, schedule: Schedule, wanted: Lookup) -> bool:
    """Whether nobody who is asked about is there at that time."""
    if not wanted.who or wanted.when is None:
        return False
    first, end = max(0, wanted.when.first), wanted.when.last + 1
    book = Book(problem, schedule, end)
    return not any(
        level.there
        for name in wanted.who
        for level in book.levels(name, first, max(first + 1, end))
    )


def _availability(problem: Problem, schedule: Schedule, wanted: Lookup) -> Availability:
    first, last = wanted.when or (problem.now, schedule.makespan - 1)
    first, last = max(0, first), max(0, first, last)
    names = wanted.who or _who_may_be(problem, wanted)
    if not names:
        raise PlanError("nobody-to-be-free")
    book = Book(problem, schedule, last + 1)
    return Availability(
        openings=tuple(_opening(book, name, first, last) for name in names),
        first=first,
        last=last,
        asked=wanted.when is not None,
    )


def _who_may_be(problem: Problem, wanted: Lookup) -> tuple[str, ...]:
    """All people, or all machines and rooms."""
    kind = "equipment" if wanted.things else "people"
    return tuple(each.name for each in problem.resources if each.kind == kind)


def _opening(book: Book, name: str, first: int, last: int) -> Opening:
    """What of a resource is there and held by no task, in these minutes."""
    stretches: list[Stretch] = []
    for level in book.levels(name, first, last + 1):
        begin, free = level.begin, level.there - level.used
        if free <= 0:
            continue
        if stretches and (stretches[-1].end, stretches[-1].units) == (begin, free):
            begin = stretches.pop().begin
        stretches.append(Stretch(begin=begin, end=level.end, units=free))
    capacity = book.problem.resource[name].capacity
    return Opening(name=name, capacity=capacity, stretches=tuple(stretches))
