"""Whose a template is, and what somebody says each time: a person's own, a team's, or the house's.
It stores nothing."""

from collections.abc import Iterable, Sequence

from knowledge.passage import Passage
from knowledge.templates.record import EVERYONE, Template
from tools.person import SOMEBODY, Person

_PERSON = "person\t"
"""No team can be called that: a tab is no sign of a name."""


def keeper(person: Person) -> str:
    """Under which id is kept what `person` says each time; empty for the house, where there are no
    accounts."""
    return "" if person.id == SOMEBODY.id else person.id


def readers(person: Person) -> frozenset[str]:
    """The audiences whose templates `person` may use."""
    return person.audiences | {_alone(person)}


def audience_of(person: Person, quoted: Iterable[Passage] = ()) -> tuple[str, ...]:
    """Who may use what `person` saves: their teams; without any, the house if they speak for it, or
    nobody else. Of these those who may see everything that is quoted in it."""
    alone = EVERYONE if person.at_least("manager") else _alone(person)
    theirs = tuple(sorted(person.teams)) or (alone,)
    closed = [each.audience for each in quoted if EVERYONE not in each.audience]
    kept = tuple(name for name in theirs if all(name in audience for audience in closed))
    return kept or (_alone(person),)


def may_see(person: Person, template: Template) -> bool:
    """Everybody sees what they may use; an admin looks after everything."""
    return person.at_least("admin") or not readers(person).isdisjoint(template.audience)


def may_change(person: Person, template: Template) -> bool:
    """Staff change what only they and their teams use; what is the house's, managers do."""
    return person.at_least("manager") or set(template.audience) <= readers(person) - {EVERYONE}


def is_private(audience: Sequence[str]) -> bool:
    """Is it a single person's own?"""
    return any(name.startswith(_PERSON) for name in audience)


def _alone(person: Person) -> str:
    return f"{_PERSON}{person.id}"
