"""The widgets of the page of templates, by name, so that events name what they change."""

from dataclasses import dataclass
from typing import Any, NamedTuple


class Open(NamedTuple):
    """The template that is open, as it was when it was opened."""

    id: str = ""
    version: int = 0


@dataclass(frozen=True)
class Widgets:
    """Everything that an event reads or changes."""

    words: Any
    intent: Any
    language: Any
    field: Any
    audience: Any
    order: Any
    retired: Any
    query: Any
    """All of that, as the list was last searched."""
    table: Any
    more: Any
    """How many were found, if not all of them are shown."""
    open: Any
    used: Any
    preview: Any
    report: Any
    stays: Any
    """What looks like personal data may stay."""
    edit: Any
    title: Any
    wanted: Any
    warm: Any
    formal: Any
    brief: Any
    cues: Any
    checks: Any
    since: Any
    until: Any
    save: Any
    retire: Any
    restore: Any
    sure: Any
    forget: Any
    house: Any
    files: Any
    take: Any

    @property
    def asked(self) -> list[Any]:
        """In the order of `Query`."""
        return [
            *(self.words, self.intent, self.language, self.field, self.audience),
            *(self.order, self.retired),
        ]

    @property
    def form(self) -> list[Any]:
        """What a version is saved from."""
        return [
            *(self.title, self.wanted, self.warm, self.formal, self.brief, self.cues),
            *(self.checks, self.since, self.until),
        ]

    @property
    def shown(self) -> list[Any]:
        """What changes with the template that is open."""
        return [
            *(self.open, self.used, self.preview, self.report, self.stays, self.edit),
            *(*self.form, self.save, self.retire, self.restore, self.sure, self.forget),
        ]

    @property
    def listing(self) -> list[Any]:
        """What changes with the list."""
        return [self.query, self.table, self.more]
