"""Whose a template is, and what somebody says each time: a person's own, a team's, or the house's.
It stores nothing."""

from tools.person import SOMEBODY, Person


def keeper(person: Person) -> str:
    """Under which id is kept what `person` says each time; empty for the house, where there are no
    accounts."""
    return "" if person.id == SOMEBODY.id else person.id
