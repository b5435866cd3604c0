"""The tables of the store of reply templates, and what it tells of one. It changes nothing."""

from datetime import datetime
from typing import NamedTuple

from knowledge.templates.record import Template

STEPS = (
    """
    CREATE TABLE templates (
        id TEXT NOT NULL,
        version INTEGER NOT NULL,
        by TEXT NOT NULL,
        record TEXT NOT NULL,
        retired INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (id, version)
    );
    CREATE TABLE house (
        slot TEXT PRIMARY KEY,
        value TEXT NOT NULL
    );
    """,
    """
    CREATE TABLE vectors (
        cue TEXT PRIMARY KEY,
        vector BLOB NOT NULL
    );
    """,
    # What was kept for everybody belongs to nobody: it fills blanks where there are no accounts.
    """
    CREATE TABLE sayings (
        person TEXT NOT NULL,
        language TEXT NOT NULL,
        slot TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (person, language, slot)
    );
    INSERT INTO sayings SELECT '', '', slot, value FROM house;
    DROP TABLE house;
    """,
    # When somebody saved something was not noted, and a template that came with Whyflow and was
    # retired stood there as if it had been saved.
    """
    CREATE TABLE versions (
        id TEXT NOT NULL,
        version INTEGER NOT NULL,
        by TEXT NOT NULL,
        moment TEXT NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY (id, version)
    );
    CREATE TABLE retired (
        id TEXT PRIMARY KEY,
        by TEXT NOT NULL,
        moment TEXT NOT NULL
    );
    CREATE TABLE changes (
        count INTEGER NOT NULL
    );
    INSERT INTO changes VALUES (0);
    INSERT INTO versions SELECT id, version, by, '', record FROM templates WHERE by != '';
    INSERT INTO retired SELECT id, '', '' FROM templates AS t WHERE retired AND version =
        (SELECT max(version) FROM templates WHERE id = t.id);
    DROP TABLE templates;
    """,
)
"""The tables of `Templates`, as `open_database` takes them."""


class Version(NamedTuple):
    """A template as somebody saved it."""

    template: Template
    by: str
    """Empty for what came with Whyflow."""
    moment: datetime | None
    """None for what came with Whyflow, and where it was not noted."""


class Retired(NamedTuple):
    """Who took a template out of use, and when; empty and None where that was not noted."""

    by: str
    moment: datetime | None


class Listed(NamedTuple):
    """A template as it is now."""

    latest: Version
    retired: Retired | None

    @property
    def template(self) -> Template:
        return self.latest.template


class Saying(NamedTuple):
    """What somebody says each time where a slot stands."""

    language: str
    """Of the replies; empty for those of all languages."""
    slot: str
    value: str


def moment_of(text: str) -> datetime | None:
    """As it is kept: ISO 8601, or nothing."""
    return datetime.fromisoformat(text) if text else None
