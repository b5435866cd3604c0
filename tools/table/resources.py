"""Resources <-> rows of the resource table.

absences   2026-11-24 to 2026-11-26 × 2 (fair)
setups     red > blue 30 min; blue > red 1 h
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from tools.phrases import Language
from tools.plan import PEOPLE, Problem, Resource, Setup
from tools.plan.dates import moment_of
from tools.plan.resource import Kind
from tools.record import PlanError
from tools.table import cells, moments
from tools.table.cells import Place, mark
from tools.table.rows import Cells, Rows, choice, chosen, renames, stored, text
from tools.table.tasks import Assumed, assumptions
from tools.telling import resource_name

RESOURCE_COLUMNS = ("resource", "capacity")
"""What the page always shows."""
EXTRA_RESOURCE_COLUMNS = ("kind", "skills", "calendar", "absences", "cost", "setups")
"""What it shows if some resource says it."""
KINDS: tuple[str, ...] = get_args(Kind)
_SETUP = re.compile(r"(.*?\S)\s*(?:>|→|->)\s*(\S.*?)(?:\s*[:：]\s*|\s+)(\d[^:：]*)")


def resource_columns(problem: Problem | None) -> tuple[str, ...]:
    """The columns in which everything is seen that the resources say."""
    pools = problem.resources if problem else ()
    used = [
        column for column in EXTRA_RESOURCE_COLUMNS if any(_says(pool, column) for pool in pools)
    ]
    return (*RESOURCE_COLUMNS, *used)


def _says(pool: Resource, column: str) -> bool:
    if column == "kind":
        return pool.kind != usual_kind(pool.name, pool.skills)
    return bool(getattr(pool, column))


def usual_kind(name: str, skills: Sequence[str]) -> str:
    """What a resource is if nothing else is said."""
    return "people" if name == PEOPLE or skills else "equipment"


def resource_rows(
    problem: Problem | None, language: Language, shown: Sequence[str] = RESOURCE_COLUMNS
) -> list[list[str]]:
    """One row for each resource; one empty row if there is none."""
    if problem is None or not problem.resources:
        return [[""] * len(shown)]
    writing = _Writing(problem, language, assumptions(problem))
    return [[_WRITERS[column](pool, writing) for column in shown] for pool in problem.resources]


@dataclass(frozen=True)
class _Writing:
    problem: Problem
    language: Language
    assumed: Assumed


def _write_capacity(pool: Resource, to: _Writing) -> str:
    return mark(str(pool.capacity), ("capacity", None, pool.name) in to.assumed)


def _write_setups(setups: Sequence[Setup], language: Language) -> str:
    return "; ".join(
        f"{each.before} > {each.after}: {cells.write_minutes(each.minutes, language)}"
        for each in setups
    )


_WRITERS: dict[str, Callable[[Resource, _Writing], str]] = {
    "resource": lambda pool, to: resource_name(pool.name, to.language),
    "capacity": _write_capacity,
    "kind": lambda pool, to: choice(pool.kind, "kind", to.language),
    "skills": lambda pool, _: cells.write_listed(pool.skills),
    "calendar": lambda pool, _: pool.calendar or "",
    "absences": lambda pool, to: moments.write_absences(pool.absences, to.problem, to.language),
    "cost": lambda pool, _: str(pool.cost) if pool.cost else "",
    "setups": lambda pool, to: _write_setups(pool.setups, to.language),
}


@dataclass(frozen=True)
class ReadResources:
    """What the rows say."""

    resources: list[dict[str, Any]]
    renamed: Mapping[str, str]
    """Resources whose name changed in their row, old to new, as they are shown."""
    assumed: Assumed


def read_resources(
    rows: Rows,
    old: Problem | None,
    language: Language,
    shown: Sequence[str],
    calendars: Mapping[str, str],
    restarted: bool,
) -> ReadResources:
    """Resources as the domain reads them. Rows without any text are skipped.

    Args:
        calendars: renamed ones, old to new.
        restarted: the plan starts at another time than before.

    Raises:
        PlanError: the first cell that cannot be read, with its row.
    """
    lines = text(rows, shown)
    before = {resource_name(pool.name, language): pool for pool in old.resources} if old else {}
    renamed = renames(list(before), [cells.unmark(line.get("resource", ""))[0] for line in lines])
    was = {now: then for then, now in renamed.items()}
    found = ReadResources([], renamed, set())
    for row, line in enumerate(lines, start=1):
        if not any(line.values()):
            continue
        name = cells.unmark(line.get("resource", ""))[0]
        resource = _kept(before.get(was.get(name, name)), shown, old if restarted else None)
        resource |= _read_resource(line, Place("resource", row, name), language)
        calendar = resource.get("calendar")
        resource["calendar"] = calendars.get(calendar or "", calendar)
        if cells.unmark(line.get("capacity", ""))[1]:
            found.assumed.add(("capacity", None, resource["name"]))
        found.resources.append(resource)
    return found


def _kept(old: Resource | None, shown: Sequence[str], restarted: Problem | None) -> dict[str, Any]:
    """What the columns that are not there would say."""
    if old is None:
        return {}
    hidden = {*RESOURCE_COLUMNS, *EXTRA_RESOURCE_COLUMNS} - set(shown)
    kept = old.model_dump(include=hidden)
    if old.name != PEOPLE and not _says(old, "kind"):  # people stay people under another name
        kept.pop("kind", None)
    if restarted:
        for away in kept.get("absences", ()):
            for side in ("start", "end"):
                away[side] = moment_of(away[side], restarted).isoformat()
    return kept


def _read_resource(line: Cells, place: Place, language: Language) -> dict[str, Any]:
    if not place.of:
        raise PlanError("page-no-resource", row=place.row)
    resource: dict[str, Any] = {"name": stored(place.of, language)}
    for column, cell in line.items():
        value, _ = cells.unmark(cell)
        if value and column in _READERS:
            resource[column] = _READERS[column](value, place._replace(column=column))
    return resource


def _read_setups(value: str, place: Place) -> list[dict[str, Any]]:
    return [_read_setup(piece, place) for piece in cells.groups(value)]


def _read_setup(piece: str, place: Place) -> dict[str, Any]:
    found = _SETUP.fullmatch(piece)
    minutes = cells.minutes(found[3]) if found else None
    if found is None or minutes is None:
        raise place.refuse("page-bad-setup", piece)
    return {"before": found[1], "after": found[2], "minutes": minutes}


_READERS: dict[str, Callable[[str, Place], Any]] = {
    "capacity": cells.read_number,
    "kind": lambda value, place: chosen(value, "kind", KINDS, place),
    "skills": lambda value, _: cells.read_listed(value),
    "calendar": lambda value, _: value,
    "absences": moments.read_absences,
    "cost": lambda value, place: cells.read_number(value, place, least=0),
    "setups": _read_setups,
}
