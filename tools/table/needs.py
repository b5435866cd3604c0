"""Cells that say what a task needs, and in which other ways it can be done.

needs   press, nurse × 2, welder × 2     a resource, or a skill that somebody has
or      3 h, machine B; 2 h, machine A × 2
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from tools.phrases import Language, say
from tools.plan import PEOPLE, Way
from tools.table.cells import Place, items, mark, minutes, read_number, unmark, write_minutes
from tools.telling import resource_name

_AMOUNT = re.compile(r"(.*\S)\s*[×xX*✕]\s*(\d{1,7})")
_NO_AMOUNT = re.compile(r".*\S\s*[×✕]\s*([-+.,\d]+)")
_SKILL = re.compile(r"(?:skill|技能)\s*[:：]\s*(.+)", re.IGNORECASE)


class Known(NamedTuple):
    """The names that a cell may use, as they are shown."""

    resources: frozenset[str]
    skills: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        return self.resources | self.skills


class Needs(NamedTuple):
    """What a cell says."""

    demands: dict[str, int]
    skills: dict[str, int]
    assumed: set[str]
    """Resources marked as assumed."""


def write_needs(
    demands: Mapping[str, int],
    skills: Mapping[str, int],
    known: Known,
    language: Language,
    assumed: Collection[str] = (),
) -> str:
    """`nurse × 2, room`; one unit is not written, unless the name itself ends like an amount.

    Args:
        demands: by names as the problem has them.
    """
    parts = [
        mark(_with_amount(resource_name(name, language), amount), name in assumed)
        for name, amount in demands.items()
    ]
    for name, amount in skills.items():
        clear = name not in known.resources and not _SKILL.fullmatch(name)
        shown = name if clear else f"{say('page-skill', language)}: {name}"
        parts.append(_with_amount(shown, amount))
    return ", ".join(parts)


def _with_amount(name: str, amount: int) -> str:
    return name if amount == 1 and not _AMOUNT.fullmatch(name) else f"{name} × {amount}"


def read_needs(text: str, known: Known, place: Place) -> Needs:
    """Needs as amounts by resource and by skill. A name twice adds up; a name that nobody knows is
    a resource.

    Raises:
        PlanError: an amount that is no whole number from 1 up.
    """
    found = Needs({}, {}, set())
    for item in items(text, lambda piece: _is_known(piece, known), known.names):
        _add(found, item, known, place)
    return found


def read_people(text: str, place: Place) -> Needs:
    """A number of people.

    Raises:
        PlanError: it is no whole number from 0 up.
    """
    said, guessed = unmark(text)
    count = read_number(said, place, least=0)
    return Needs({PEOPLE: count} if count else {}, {}, {PEOPLE} if guessed else set())


def _add(found: Needs, item: str, known: Known, place: Place) -> None:
    name, amount = _amount(item, known)
    if not _named(name, known) and (wrong := _NO_AMOUNT.fullmatch(name)):
        raise place.refuse("page-bad-number", wrong[1])
    skill = _skill(name, known)
    if skill is None and name not in known.resources and (asked := _SKILL.fullmatch(name)):
        skill = asked[1]  # nobody has it, which the problem will say
    to, name = (found.demands, name) if skill is None else (found.skills, skill)
    to[name] = to.get(name, 0) + amount
    if skill is None and unmark(item)[1]:
        found.assumed.add(name)


def _is_known(piece: str, known: Known) -> bool:
    name, _ = _amount(piece, known)
    return name in known.resources or _skill(name, known) is not None


def _skill(name: str, known: Known) -> str | None:
    """The skill that a name means, if it means one."""
    if name in known.resources:
        return None
    if name in known.skills:
        return name
    found = _SKILL.fullmatch(name)
    return found[1] if found and found[1] in known.skills else None


def _amount(item: str, known: Known) -> tuple[str, int]:
    text = unmark(item)[0]
    if _named(text, known) and not _AMOUNT.fullmatch(text):
        return text, 1
    found = _AMOUNT.fullmatch(text)
    if found and int(found[2]) > 0 and not (_named(text, known) and not _named(found[1], known)):
        return found[1].strip(), int(found[2])
    return text, 1


def _named(text: str, known: Known) -> bool:
    return text.strip() in known.resources or _skill(text.strip(), known) is not None


def write_ways(ways: Collection[Way], known: Known, language: Language) -> str:
    """`3 h, machine B; 2 h, machine A × 2`."""
    return "; ".join(
        ", ".join(
            part
            for part in (
                write_minutes(way.duration, language),
                write_needs(way.demands, way.skills, known, language),
            )
            if part
        )
        for way in ways
    )


def read_ways(text: str, known: Known, place: Place) -> list[dict[str, Any]]:
    """Ways, each beginning with its duration.

    Raises:
        PlanError: a way that does not begin with a duration.
    """
    ways: list[tuple[int, Needs]] = []
    for item in items(
        text, lambda piece: _is_known(piece, known) or minutes(piece) is not None, known.names
    ):
        lasting = minutes(item)
        if lasting is not None and not (ways and _is_known(item, known)):
            ways.append((lasting, Needs({}, {}, set())))
        elif not ways:
            raise place.refuse("page-bad-way", item)
        else:
            _add(ways[-1][1], item, known, place)
    return [
        {"duration": lasting, "demands": needs.demands, "skills": needs.skills}
        for lasting, needs in ways
    ]
