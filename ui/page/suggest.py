"""What could be asked next, computed from what the conversation holds. Pure; asks nobody."""

from agent.steps import Snapshot
from tools.phrases import Language, say
from tools.plan import PEOPLE, Problem, Schedule

MOST = 3


def suggested(snapshot: Snapshot, language: Language) -> list[str]:
    """At most `MOST` questions that code understands, in the words of somebody who asks."""
    problem, schedule = snapshot.problem, snapshot.schedule
    if problem is None or schedule is None:
        return []
    if not schedule.planned:
        return [say("suggest-helps", language)]
    asked = {message.text for message in snapshot.messages if message.role == "user"}
    found = [
        *_late(schedule, language),
        *_last(problem, schedule, language),
        say("suggest-helps", language),
        *_more(problem, language),
        say("suggest-overall", language),
    ]
    return [question for question in dict.fromkeys(found) if question not in asked][:MOST]


def _late(schedule: Schedule, language: Language) -> list[str]:
    """About the task that misses its deadline by most."""
    worst = max(schedule.misses, key=lambda miss: miss.minutes, default=None)
    return [say("question-why", language, task=worst.task)] if worst else []


def _last(problem: Problem, schedule: Schedule, language: Language) -> list[str]:
    """About the task that starts last, and the two most urgent ones that could change places."""
    rows = sorted(schedule.assignments, key=lambda row: (row.start, row.end))
    if len(rows) < 2 or rows[-1].start == 0:
        return []
    first, last = rows[0].task, rows[-1].task
    order = say("question-order", language, task=last, other=first)
    linked = first in problem.by_name[last].after
    return [say("question-why", language, task=last), *([] if linked else [order])]


def _more(problem: Problem, language: Language) -> list[str]:
    """What if there were one more of the people?"""
    people = problem.capacity.get(PEOPLE)
    return [say("suggest-more", language, count=people + 1)] if people else []
