"""What to ask back about a question that lacks something, or names what the plan does not have."""

from knowledge.numbers import fold
from tools.kinds.labels import Kind
from tools.plan import Problem
from tools.plan.checks import listing
from tools.question import Said
from tools.record import PlanError
from tools.wording import questions
from tools.wording.foreign import foreign, nobody_called
from tools.wording.hints import hints
from tools.wording.marks import no_such_person
from tools.wording.names import mentions, tied
from tools.wording.strangers import stranger, subject

WISHFUL = frozenset(("more", "less", "away", "broken", "drop"))
"""Hints that something is to be different, though not what exactly."""


def know_all(said: Said, problem: Problem) -> None:
    """See to it that whoever is asked about is there.

    Raises:
        PlanError: somebody is not.
    """
    places = [*mentions(said.text, [each.name for each in problem.resources])]
    text = questions.blank(said.text, [each for each in places if each.exact], "@")
    if (who := nobody_called(said.message, text)) is not None:
        raise no_such_person(who, problem)


def idle(name: str, problem: Problem) -> PlanError:
    """What to ask instead of why somebody or something does nothing at some time."""
    skills = set(problem.resource[name].skills)
    users = (
        task.name
        for task in problem.tasks
        if any(name in way.demands or skills & set(way.skills) for way in task.ways)
    )
    return PlanError("why-idle", resource=name, tasks=listing(users) or "none")


def _unknown(said: Said, problem: Problem) -> PlanError | None:
    """That it supposes something of a task or a person who is not there."""
    unknown = None if said.people else foreign(said.text)
    if unknown is None or unknown.kind == "machine":
        return None
    start = fold(said.message).find(unknown.name)
    name = said.message[start : start + len(unknown.name)] if start >= 0 else unknown.name
    if unknown.kind == "task":
        return PlanError("unknown-task", task=name, known=listing(problem.by_name))
    return no_such_person(name, problem)


def missing(kind: Kind, said: Said, problem: Problem) -> PlanError:
    """What to ask back."""
    hinted = set(hints(said.text))
    wish = not said.named and bool(hinted & WISHFUL) and "why" not in hinted
    if kind == "what_if" or (kind == "ask" and (wish or questions.SUPPOSED.search(said.message))):
        return _unknown(said, problem) or PlanError("which-change")
    if alike := tied(said.message, list(problem.by_name)):
        return PlanError("which-of", names=listing(alike))
    other = stranger(said.text) or ("" if said.exactly else subject(said.message))
    if other:
        return PlanError("unknown-task", task=other, known=listing(problem.by_name))
    return PlanError("which-task", known=listing(problem.by_name))
