"""Whose a document is, who may replace it, and for whom somebody may bring one. It knows no
accounts and no pages."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from knowledge.passage import Document, KnowledgeError
from knowledge.register import Register


class Bringer(NamedTuple):
    """Somebody who brings documents in."""

    id: str
    """Nobody else's."""
    names: frozenset[str]
    """Their own and their teams', because an owner is written as a name."""
    audiences: frozenset[str]
    """Whose texts they may see, and for whom they may bring some."""
    anything: bool = False
    """They may also replace what is others', and bring for any team."""

    def may_replace(self, document: Any) -> bool:
        """What they brought, and what is theirs by name and may be seen by them.

        Args:
            document: a row of the table `documents`.
        """
        if self.anything or document["bringer"] == self.id:
            return True
        names = {name.casefold() for name in self.names} - {""}
        return document["owner"].casefold() in names and bool(
            self.audiences.intersection(json.loads(document["audience"]))
        )

    def strange(self, audience: Iterable[str]) -> str | None:
        """One of these teams that they may bring nothing for; None if there is none."""
        return None if self.anything else min(set(audience) - self.audiences, default=None)


HOUSE = Bringer("", frozenset(), frozenset(), anything=True)
"""Whoever runs Whyflow: the command line, and what is built in."""


def check_audience(document: Document, by: Bringer) -> None:
    """May a document be brought in for those who are to see it?

    Raises:
        KnowledgeError: `foreign-team`: for a team of others, whatever the file itself says.
    """
    team = by.strange(document.audience)
    if team is not None:
        raise KnowledgeError("foreign-team", file=document.source, team=team)


def check(register: Register, file: str, by: Bringer) -> None:
    """May a file be taken in as what it is called? Retired documents keep their name: their past
    would get another audience.

    Raises:
        KnowledgeError: `taken` or `taken-unowned`: it, or a row of it, is somebody else's.
    """
    rows = register.do(
        # `$` is the character after `#`, behind which the rows of a table have their names.
        "SELECT * FROM documents WHERE source = ? OR (source > ? AND source < ?) ORDER BY source",
        *(file, f"{file}#", f"{file}$"),
    )
    for row in rows.fetchall():
        if not by.may_replace(row):
            reason = "taken" if row["owner"] else "taken-unowned"
            raise KnowledgeError(reason, file=file, owner=row["owner"])
