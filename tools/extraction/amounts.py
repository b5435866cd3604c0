"""Where a value is said of a task, and how many are asked for there: of all the places that name
one nurse, those that only tell how many nurses there are ask for none, and of the others the
nearest counts that stands in the task's own sentence."""

import re
from collections.abc import Mapping, Sequence

from knowledge.numbers import NUMBER, fold
from tools.extraction.units import Place
from tools.extraction.values import Kind, Value
from tools.prose.pieces import Pieces
from tools.prose.records import Row
from tools.prose.totals import trade_totals
from tools.prose.workers import workers
from tools.wording.quantities import PEOPLE, count

_ZH_UNITS = "个名位台辆部架间套张条把艘只口条"
ABLE = re.compile(
    r"\s*(?:(?:who|that) (?:can|know how to|is able to|are able to)(?![a-z])\s*|会\s*)",
    re.IGNORECASE,
)
"""Behind "two people": they are those of the trade that is named next."""
_COUNTED = re.compile(
    rf"(?P<number>{NUMBER})\s*(?:[{_ZH_UNITS}]|more |of (?:the|our) )?\s*(?:会|能)?\s*$"
)
_COUNTED_BEHIND = re.compile(rf"\s*(?P<number>{NUMBER})\s*[{_ZH_UNITS}人]")
_BOTH = re.compile(r"(?<![a-z])both(?: of)?(?: the| our| my| these)? $")
_STOP = re.compile(r"[。！!？?\n；;]|\.(?=\s)")


def counting(message: str) -> list[Place]:
    """The places that only tell how many there are of a trade or a machine."""
    trades = [(each.start, each.end) for each in trade_totals(message)]
    return [*trades, *((each.start, each.end) for each in Pieces(message).stock)]


def asking(columns: Sequence[int], said: Sequence[Value], there: Sequence[Place]) -> list[int]:
    """Of the `columns` of places that say the same, those that ask for it; all, if none does."""
    asked = [
        column
        for column in columns
        if not any(said[column].start < end and start < said[column].end for start, end in there)
    ]
    return asked or list(columns)


def leading(said: Sequence[Value], rows: Sequence[Row]) -> dict[Kind, bool]:
    """Of each kind of value, whether a message tells it before it names the task."""
    first: dict[Kind, int] = {}
    for value in said:
        first[value.kind] = min(value.start, first.get(value.kind, value.start))
    return {kind: start < rows[0].start for kind, start in first.items()} if rows else {}


def nearest(row: Row, said: Sequence[Value], message: str, leads: Mapping[Kind, bool]) -> Value:
    """The place that is about `row`: in its own sentence, and on the side on which the message
    tells such things of its tasks."""

    def far(value: Value) -> tuple[int, bool, int]:
        low, high = sorted((row.start, value.start))
        stops = sum(1 for _ in _STOP.finditer(message, low, high))
        aside = (value.start < row.start) is not leads.get(value.kind, False)
        return stops, aside, abs(value.start - row.start)

    return min(said, key=far)


def noun_of(message: str, said: Sequence[Value]) -> str:
    """Who they are of whom a number is told: a trade only where it is told of nobody else."""
    places = {each.start for each in said if each.key}
    nouns = {each.noun for each in workers(message) if each.start in places}
    return nouns.pop() if len(nouns) == 1 else PEOPLE


def amount(value: Value, message: str) -> int:
    """How many of a trade or a machine are asked for where it is named."""
    crew = workers(message)
    for worker in crew:
        if worker.start < value.end and value.start < worker.end and worker.noun == value.key:
            return worker.amount
    low = fold(message)
    for worker in crew:
        if worker.end <= value.start and ABLE.fullmatch(low, worker.end, value.start):
            return worker.amount
    if _BOTH.search(low, 0, value.start):
        return 2
    before = _COUNTED.search(low, max(0, value.start - 12), value.start)
    told = before or _COUNTED_BEHIND.match(low, value.end)
    return (count(told["number"]) or 1) if told else 1
