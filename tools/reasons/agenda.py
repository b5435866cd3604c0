"""Certificates of what is planned: which tasks, and who is free when."""

from typing import Literal

from tools.plan import Assignment
from tools.record import Record

Sort = Literal["planned", "next", "left", "named"]
"""All of some time; those that begin next; those that have not begun; those that were named."""


class Agenda(Record):
    """Tasks of the plan, by start, with their times and whom they hold."""

    kind: Literal["agenda"] = "agenda"
    sort: Sort = "planned"
    rows: tuple[Assignment, ...] = ()
    left_out: tuple[str, ...] = ()
    """Tasks that were named, and are not done in this plan."""
    who: tuple[str, ...] = ()
    """People and things that they are asked for of; empty: of all."""
    first: int | None = None
    last: int | None = None
    """The time that was asked about, from minute to minute, the same for a time of day; None if
    none was."""
    absent: bool = False
    """Nobody of `who` is there at any minute of it."""


class Stretch(Record):
    """From one minute to another, which no longer belongs to it, the same units are free."""

    begin: int
    end: int
    units: int


class Opening(Record):
    """When a resource is there and does nothing."""

    name: str
    capacity: int
    stretches: tuple[Stretch, ...] = ()


class Availability(Record):
    """Who or what is free when, within working hours."""

    kind: Literal["availability"] = "availability"
    openings: tuple[Opening, ...]
    first: int
    last: int
    """The last minute that was looked at."""
    asked: bool = False
    """Whether that time was named; if not, it is from now to the end of the plan."""
