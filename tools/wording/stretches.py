"""From when to when a question looks at the plan: "on Friday", "between nine and eleven", 现在."""

from knowledge.numbers import fold
from tools.plan import Problem
from tools.wording.absences import rest_of_week
from tools.wording.lookups import is_now
from tools.wording.moments import Moment, at_time, clock_range, moment


def stretch(text: str, problem: Problem) -> Moment | None:
    """The first and the last minute that are meant; None if no time is named that is understood."""
    if (week := rest_of_week(text, problem)) is not None:
        return Moment(week.first, week.last - 1)
    when = moment(text, problem)
    if when is None:
        return Moment(problem.now, problem.now) if is_now(fold(text)) else None
    if problem.start is not None and (hours := clock_range(text)) is not None:
        day = max(when.first, problem.now)
        begin, end = (at_time(day, clock, problem) for clock in hours)
        return Moment(begin, end - 1)
    return when
