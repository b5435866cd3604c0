"""The tool `parse_tasks`: a message -> Problem. Rules read it; where they are in doubt, words that
the language model copied fill the gaps, and code turns them into numbers. The tasks of a case (“the
tasks for this return”) come from a procedure."""

from collections.abc import Sequence
from typing import Any

from langchain.tools import tool
from langgraph.types import Command

from tools.intake.inputs import take_text
from tools.intake.taken import Note, Taken
from tools.plan import Problem
from tools.prose.clock import Clock, soon
from tools.prose.completed import as_told, completed
from tools.prose.copied import TaskWords, rows_of, stated
from tools.prose.finish import doubts
from tools.prose.headline import announced
from tools.prose.lettered import lettered
from tools.prose.pieces import Pieces
from tools.prose.problem import problem_of
from tools.prose.records import Extracts, Reading, Row, Said
from tools.prose.rows import read_rows
from tools.prose.terms import is_term
from tools.record import PlanError
from tools.remarks.hearing import heard
from tools.remarks.unheard import told_unheard
from tools.replies.casework import work_for
from tools.replies.telling import tell_work
from tools.state import Runtime, received, refuse, reply
from tools.telling import tell_problem
from tools.telling.intake import tell_notes
from tools.wording.cases import case_in
from tools.wording.names import mentioned

SHOWN = 3
"""Parts of a message that nothing was read in, as they are quoted."""


@tool
def parse_tasks(tasks: list[TaskWords], runtime: Runtime) -> Command[Any]:
    """The user describes tasks to be done. Copy the words about each task, leave out what is not
    said."""
    language, said = runtime.context.language, received(runtime)
    more: dict[str, Any] = {}
    try:
        if (topic := case_in(said)) is not None:
            work = work_for(topic, said, runtime)
            problem, notes = work.whole, tell_work(work, language)
            more["passages"] = [work.passage]
        else:
            clock = soon(runtime.context.time_zone)
            taken = take_text(said, clock=clock)
            problem = read_tasks(tasks, taken, clock, runtime.context.extract)
            aside = _put_aside(runtime.state.get("problem"), problem)
            notes = tell_notes((*notes_of(taken, problem), *aside), language)
    except PlanError as error:
        return refuse(runtime, error)
    words = tell_problem(problem, language)
    more["preface"] = notes
    if topic is None and len(problem.untimed) == len(problem.tasks):
        # A plan would be about nothing that was said.
        more |= {"answer": "\n\n".join(filter(None, (notes, words))), "possible": False}
    return reply(runtime, words, problem=problem, schedule=None, explanation=None, **more)


def _put_aside(before: Problem | None, now: Problem) -> tuple[Note, ...]:
    """That a plan is given up for fewer tasks, none of which it has: they may have been meant as
    more of it."""
    if before is None or len(now.tasks) >= len(before.tasks):
        return ()
    same = now.by_name.keys() & before.by_name.keys()
    return () if same else (Note("replaced", number=len(before.tasks)),)


def read_tasks(
    copied: Sequence[TaskWords], taken: Taken, clock: Clock, extract: Extracts | None = None
) -> Problem:
    """The problem in what was taken from a message or a file; values that are not in it are listed
    in `assumed`.

    Args:
        copied: what a language model copied; only looked at where the rules are in doubt.
        clock: when the plan starts, for times that are named.
        extract: reads prose; without it rules do.

    Raises:
        PlanError: no task at all, or they cannot be planned as said.
    """
    if taken.problem is not None:
        return taken.problem
    if not taken.mail:
        said = heard(taken.words, lambda words: _plain(copied, words, clock, extract), clock)
        problem = said or _told(copied, taken, clock, extract)
        return told_unheard(taken.words, problem)
    return _told(copied, taken, clock, extract)


def _plain(
    copied: Sequence[TaskWords], words: str, clock: Clock, extract: Extracts | None
) -> Problem:
    return _told(copied, Taken(words=words), clock, extract)


def _told(
    copied: Sequence[TaskWords], taken: Taken, clock: Clock, extract: Extracts | None
) -> Problem:
    """The problem in what the words say, sentence after sentence."""
    whole = _completed(taken)
    read = _read(whole, extract)
    if read.doubts:
        _fill(read, [row for row in rows_of(copied, whole.words) if _counts(row, taken)])
    return as_told(problem_of(read, clock), taken.words)


def notes_of(taken: Taken, problem: Problem) -> tuple[Note, ...]:
    """What is to be said of the reading: also whether as many tasks were found as a message says it
    has, and what of it no task was given; it would be missing in the plan without a word."""
    if taken.problem is not None:
        return taken.notes
    said, found = announced(taken.words), len(problem.tasks)
    notes = list(taken.notes)
    if said not in (None, found):
        notes.append(Note("announced", number=said or 0, text=str(found)))
    if parts := problem.unread:
        more = max(0, len(parts) - SHOWN)
        notes.append(Note("unread", names=parts[:SHOWN], number=more))
    return tuple(notes)


def sure(taken: Taken, extract: Extracts | None = None) -> bool:
    """Whether the tasks are read without a language model."""
    return not _read(_completed(taken), extract).doubts


def _completed(taken: Taken) -> Taken:
    return taken if taken.mail else taken._replace(words=completed(taken.words))


def _read(taken: Taken, extract: Extracts | None) -> Reading:
    """What was read by the network; by rules where that cannot, in an e-mail, where somebody else
    may say what is to be done, where letters are all the names there are, and where they find more
    in a list of mere names."""
    free = not taken.mail and not lettered(taken.words)
    read = extract(taken.words) if extract and free else None
    if read is not None and any(row.duration for row in read.rows):
        return read
    ruled = _by_rules(taken)
    return ruled if read is None or len(ruled.rows) > len(read.rows) else read


def _by_rules(taken: Taken) -> Reading:
    read = read_rows(taken.words)
    if taken.mail:
        read.rows[:] = [row for row in read.rows if _counts(row, taken)]
        read.doubts[:] = doubts(read.rows, Pieces(taken.words))
    return read


def _counts(row: Row, taken: Taken) -> bool:
    """Whether it may be a task: in what somebody else wrote, only what stands in a list or is given
    time."""
    timed = row.duration is not None and not is_term(row, taken.words)
    return not taken.mail or row.item or timed


def _fill(read: Reading, rows: Sequence[Row]) -> None:
    """Adds what the rules left out, and takes away what they made up."""
    given = [row for row in read.rows if row.duration is not None]
    kept = [row for row in read.rows if row.duration is not None or _meant(row, rows)]
    names = [row.name for row in kept]
    for row in rows:
        same = [each for each in kept if _same(each, row)]
        if same and same[0].duration is None:
            same[0].duration = row.duration
        if not same and row.name not in names:
            kept.append(row)
    read.rows[:] = sorted(kept, key=lambda row: row.start)
    if not given:
        said = {name: Said(n, read.message) for name, n in stated(read.message).items()}
        read.capacity = said | read.capacity


def _meant(row: Row, others: Sequence[Row]) -> bool:
    return not others or any(_same(row, other) for other in others)


def _same(one: Row, other: Row) -> bool:
    """Whether two rows are about one task: their names stand in one place or mean each other."""
    if other.start >= 0 and one.start < other.end and other.start < one.end:
        return True
    return bool(mentioned(one.name, [other.name]) or mentioned(other.name, [one.name]))


__all__ = ["TaskWords", "notes_of", "parse_tasks", "read_tasks", "sure"]
