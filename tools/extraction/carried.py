"""Who does a task of which only a pronoun says so, or nothing: "Ann checks the figures and then
signs them", "she then calls the bank", 小李拆泵，拆完他再装泵. It is who was spoken of last."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tools.extraction.doers import give_doers
from tools.prose.records import Row, Said
from tools.wording.quantities import PEOPLE

_STOP = re.compile(r"[.!?;。！？；\n]")
_MAY = (
    r"(?:(?:then|also|next|afterwards|later|can|could|may|must|should|will|would|has to|have to|"
    r"needs to|need to|wants to|want to|is to|are to|goes straight on to|all) )*"
)
_MAY_ZH = "(?:再|就|又|也|还|才|先|去|来|要|得|会|负责|接着|然后|顺便|继续|一起|最后)*"
_ONE = re.compile(rf"(?<![a-z])(?:he|she) {_MAY}$|(?<!其)[他她]{_MAY_ZH}$", re.IGNORECASE)
_MANY = re.compile(
    rf"(?<![a-z])(?:they|(?:both|the two|the three|all) of them|the same (?:two|three|four)) "
    rf"{_MAY}$"
    rf"|(?:他们|她们|他俩|她俩|俩人|他们俩|(?<![\u3400-\u9fff])两人|(?<=后)两人|那[两三四]个人){_MAY_ZH}$",
    re.IGNORECASE,
)
_ON_EN = re.compile(rf"(?<=[, ])(?:and|then) {_MAY}$")
_ON_ZH = re.compile("(?:再|然后|接着|又|[完好了]后?|之后|以后|最后|随后|并)(?:就|再|把|接着|去)*$")
_THIRD = re.compile(r"[a-z]{2,}(?<!s)s(?![a-z])")
"""A verb of one who was spoken of: "signs it"."""
_THING = re.compile(r"(?:the|an?|our|my|their) ", re.IGNORECASE)
NEAR = 8
"""Signs from who does it to what is done, at most."""
LOOK_BACK = 60


class Team(NamedTuple):
    """Those who do a task."""

    leads: bool
    """Are they named right before what they do, as those who do it?"""
    held: dict[str, Said]
    persons: frozenset[str]
    trades: frozenset[str]

    @property
    def size(self) -> int:
        return sum(each.value for each in self.held.values())


def carry(message: str, rows: Sequence[Row], places: Mapping[str, Sequence[int]]) -> None:
    """Rows of which nothing says who does them take those who were spoken of.

    Args:
        rows: in the order of the message.
        places: where in the message the words for each end who does something.
    """
    give_doers(message, rows)
    spoken: list[Team] = []
    before: Row | None = None
    for row in rows:
        if not row.staffed and (team := _meant(message, row, before, spoken)) is not None:
            row.held = {**team.held, **row.held}
            row.persons |= team.persons
            row.trades |= team.trades
        elif row.staffed:
            team = _team(message, row, places)
        else:
            team = None
        spoken += [team] if team is not None and team.size else []
        before = row


def _team(message: str, row: Row, places: Mapping[str, Sequence[int]]) -> Team:
    people = {n: said for n, said in row.held.items() if n in {PEOPLE, *row.persons, *row.trades}}
    ends = [end for name in people for end in places.get(name, ()) if end <= row.start]
    last = max(ends, default=None)
    leads = (
        last is not None and row.start - last <= NEAR and not _STOP.search(message, last, row.start)
    )
    return Team(leads, people, frozenset(row.persons), frozenset(row.trades))


def _meant(message: str, row: Row, before: Row | None, spoken: Sequence[Team]) -> Team | None:
    head = message[max(0, row.start - LOOK_BACK) : row.start]
    if _MANY.search(head):
        return next((team for team in reversed(spoken) if team.size > 1), None)
    if _ONE.search(head):
        return next((team for team in reversed(spoken) if team.size == 1), None)
    return spoken[-1] if _goes_on(message, head, row, before, spoken) else None


def _goes_on(message: str, head: str, row: Row, before: Row | None, spoken: Sequence[Team]) -> bool:
    """Does the sentence go on with what the same do next?"""
    if before is None or not before.staffed or not spoken or not spoken[-1].leads:
        return False
    if _STOP.search(message, before.end, row.start):
        return False
    if _ON_ZH.search(head):
        return True
    fits = _THIRD.match(row.name) is not None
    return (
        bool(_ON_EN.search(head)) and not _THING.match(row.name) and fits == (spoken[-1].size == 1)
    )
