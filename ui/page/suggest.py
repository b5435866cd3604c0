"""What could be asked next, computed from what the conversation holds. Pure; asks nobody."""

from collections.abc import Iterable

from agent.steps import Snapshot
from tools.phrases import Language, say
from tools.plan import PEOPLE, Problem, Schedule
from ui.page.marks import tools_of

MOST = 3


READING = frozenset(("search_knowledge", "draft_reply"))
"""Tools whose answers are about documents and customers, and not about the plan."""


def suggested(snapshot: Snapshot, language: Language, *, steps: bool = False) -> list[str]:
    """At most `MOST` questions that code understands, in the words of somebody who asks.

    Args:
        steps: whether there is a procedure with steps for what was answered last.
    """
    if of_documents(snapshot):
        tasks = [say("suggest-tasks", language)] if steps else []
        return [*tasks, *_unasked(_others(snapshot, language), snapshot)][:MOST]
    problem, schedule = snapshot.problem, snapshot.schedule
    if problem is None or schedule is None:
        return []
    if not schedule.planned:
        return [say("suggest-helps", language)]
    found = [
        *_late(schedule, language),
        *_last(problem, schedule, language),
        say("suggest-helps", language),
        *_more(problem, language),
        say("suggest-overall", language),
    ]
    return _unasked(found, snapshot)[:MOST]


def of_documents(snapshot: Snapshot) -> bool:
    """Was the last answer about documents and customers only?"""
    tools = tools_of(snapshot.messages[-1]) if snapshot.messages else set()
    return bool(tools) and tools <= READING


def _others(snapshot: Snapshot, language: Language) -> list[str]:
    """About the documents that fit too."""
    if not snapshot.passages:
        return []
    best, *rest = snapshot.passages
    titles = [p.title for p in rest if p.title != best.title and p.language == best.language]
    return [say("suggest-source", language, title=title) for title in dict.fromkeys(titles)]


def _unasked(found: Iterable[str], snapshot: Snapshot) -> list[str]:
    asked = {message.text for message in snapshot.messages if message.role == "user"}
    return [question for question in dict.fromkeys(found) if question not in asked]


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
