"""Questions that ask for a part of the plan: whom, which tasks and which time they name. How they
are worded is known in `wording/lookups.py`; `studies/lookup.py` looks up what is planned."""

from collections.abc import Sequence

from knowledge.numbers import fold
from tools.plan import PEOPLE, Problem
from tools.plan.checks import listing
from tools.question import Question, Said, blanked, said_in
from tools.record import PlanError
from tools.wording.durations import durations
from tools.wording.edits import wants_edits
from tools.wording.hints import hints
from tools.wording.lookups import (
    Lookup,
    about_things,
    asked_about,
    asks_without_plan,
    unknown_holder,
)
from tools.wording.marks import persons
from tools.wording.moments import names_time
from tools.wording.questions import blank
from tools.wording.shortened import Shared, shared
from tools.wording.stretches import stretch

LONG = 160
"""Characters from which on a message says more than such a question."""


def asks_lookup(message: str, problem: Problem | None) -> bool:
    """Whether a message asks for a part of the plan, be it of somebody who is not in it, or where
    there is none."""
    if problem is None:
        return len(message) <= LONG and asks_without_plan(fold(message))
    try:
        return lookup(problem, Question(message)) is not None
    except PlanError:
        return True


def lookup(problem: Problem, question: Question) -> Lookup | None:
    """What of the plan a question asks for; None if it asks for anything else.

    Raises:
        PlanError: it names nobody of the plan, or several, or a time that the plan does not have.
    """
    if len(question.message) > LONG or len(durations(question.message)) > 1:
        return None
    said = said_in(problem, Question(question.message))
    if said.wished and {"away", "broken", "drop", "if"} & set(hints(said.text)):
        return None  # something is to be different
    if durations(question.message) and wants_edits(question.message, problem):
        return None
    parts = () if said.people else tuple(shared(said.text, persons(problem)))
    text = blank(blanked(said, problem), (each.place for each in parts), "@")
    when, timed = stretch(said.text, problem), names_time(said.text)
    about = asked_about(text, timed=timed or when is not None)
    known = bool(said.named or said.people or parts)
    if not known and (who := unknown_holder(text)) is not None:
        raise _nobody(who, said, problem)
    if about is None:
        return None
    if about == "named":
        if said.unclear:
            raise PlanError("which-of", names=listing(said.unclear))
        return Lookup("named", tasks=said.named)
    if when is None and timed and problem.start is None:
        raise PlanError("no-clock-asked")
    return Lookup(about, who=_holders(said, parts), when=when, things=about_things(text))


def _holders(said: Said, parts: Sequence[Shared]) -> tuple[str, ...]:
    """Whom and what is asked about.

    Raises:
        PlanError: a part of a name that several have.
    """
    for each in parts:
        if len(each.names) > 1:
            raise PlanError("which-person", names=listing(each.names))
    named = (*(each.name for each in said.people), *(each.names[0] for each in parts))
    return tuple(dict.fromkeys(named))


def _nobody(who: str, said: Said, problem: Problem) -> PlanError:
    """That the plan has nobody and nothing called so, and what it has."""
    start = fold(said.message).find(who)
    name = said.message[start : start + len(who)] if start >= 0 else who
    known = [each.name for each in problem.resources if each.name != PEOPLE]
    return PlanError("no-such-holder", who=name, known=listing(known) if known else "none")
