"""What the network says of a message -> rows of tasks, and who waits for whom."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from knowledge.numbers import fold
from tools.extraction.amounts import ABLE, amount, asking, counting, leading, nearest, noun_of
from tools.extraction.aside import Aside
from tools.extraction.beside import Beside
from tools.extraction.both import shared
from tools.extraction.carried import carry
from tools.extraction.echoes import echoes
from tools.extraction.leftover import leftover, settled
from tools.extraction.listed import Listing
from tools.extraction.naming import named_in
from tools.extraction.once import Once
from tools.extraction.outright import Outright
from tools.extraction.own import Own
from tools.extraction.retaken import retaken
from tools.extraction.spans import tagged, whole
from tools.extraction.twice import SAID, Extract, Owned, once
from tools.extraction.units import Units, Vocabulary
from tools.extraction.unplaced import appoint, place
from tools.extraction.values import Kind, Named, Value, values
from tools.extraction.whole import full_names, joined
from tools.prose.lags import Lag, lags
from tools.prose.limits import limits
from tools.prose.numbered import numbered
from tools.prose.records import Order, Reading, Row, Said
from tools.prose.rows import read_rows
from tools.prose.waiting import Waiting
from tools.wording.quantities import PEOPLE

WEIGHTS = Path(__file__).with_name("weights.safetensors")
KEPT = 16
"""Messages."""
LIKELY = 0.2
"""From which on what must belong to somebody is taken to be the likeliest task's."""
_WORD = re.compile(r"\w")
"""A picture alone names no task."""
DOUBT = 0.2
"""So near to 0.5 an order is marked as not sure."""


class Extractor:
    """The network with its weights, loaded at the first use. Threads may share it.

    Args:
        encoder: folder of multilingual-e5-small.
        weights: what was learned beside it.
    """

    def __init__(self, encoder: Path, weights: Path = WEIGHTS) -> None:
        self._loaded = Once(lambda: _load(encoder, weights))
        self._seen = lru_cache(maxsize=KEPT)(self._look)
        """What the network says of a message, kept for a while: a turn asks twice."""

    def __call__(self, message: str) -> Reading | None:
        """The tasks in a message and their order; None if it is too long, or has none."""
        seen = self._seen(message)
        return reading(message, *seen) if seen is not None and seen[1].tasks else None

    def _look(self, message: str) -> tuple[Units, Extract] | None:
        vocabulary, encoder, network = self._loaded()
        units: Units | None = vocabulary.cut(message)
        if units is None or not units.places:
            return None
        return units, extract(network, encoder, message, units)


def _load(folder: Path, weights: Path) -> Any:
    from safetensors.torch import load_file

    from tools.extraction.encoder import Encoder
    from tools.extraction.network import Network

    encoder = Encoder(folder)
    network = Network(encoder).eval()
    network.load_state_dict({name: each.float() for name, each in load_file(weights).items()})
    return Vocabulary(folder / "tokenizer.json"), encoder, network


def extract(network: Any, encoder: Any, message: str, units: Units) -> Extract:
    """What the network says of `message`."""
    import torch

    from tools.extraction.network import SPANS, Seen, spans_of

    with torch.inference_mode():
        aside = Aside(message)
        found = [
            (value, place)
            for value in values(message)
            if (place := units.covering(value.start, value.end)) is not None
            and not aside.of_skill(value)
        ]
        seen = Seen(message, units, found, encoder.below(units.ids))
        first = network.first([seen])
        tags = network.tags(first.units[0]).argmax(-1).tolist()
        tasks = [
            span
            for span in whole(message, units, spans_of(joined(tags, units), 0), found)
            if not aside.covers(*units.place(span)) and _WORD.search(message, *units.place(span))
        ]
        if not tasks:
            return Extract([], [], [])
        tags = tagged(tags, tasks)
        marks = {kind: spans_of(tags, SPANS.index(kind)) for kind in get_args(Named)}
        found += [each for each in named_in(message, units, marks) if not aside.of_skill(each[0])]
        u = network.second([seen], first, [tags])[0]
        owned: list[Owned] = []
        if found:
            scores = network.owned(seen, u, tasks, found)
            said, there = [value for value, _ in found], counting(message)
            for group in alike(said):
                columns = asking(group, said, there)
                shares = torch.logsumexp(scores[:, columns], 1).sigmoid().tolist()
                owned.append(Owned([said[column] for column in columns], shares))
        return Extract(tasks, owned, network.waits(seen, u, tasks).sigmoid().tolist())


def alike(found: Sequence[Value]) -> list[list[int]]:
    """The numbers of values that say the same, together."""
    groups: dict[Any, list[int]] = {}
    for number, value in enumerate(found):
        groups.setdefault((value.kind, value.key), []).append(number)
    return list(groups.values())


def reading(message: str, units: Units, found: Extract) -> Reading:
    """Rows with what belongs to each, and their order."""
    found, clear = retaken(once(found, message, units), message)
    rows = list(_rows(message, units, found))
    found = found._replace(owned=list(_without(found.owned, lags(message, rows))))
    said = [value for each in found.owned for value in each.values]
    leads, own = leading(said, rows), Own(fold(clear), rows, said)
    beside = Beside(read_rows(message), rows)
    owned = [each._replace(shares=beside.owned(*each)) for each in found.owned]
    owned = [each._replace(shares=_somebodys(each)) for each in owned]
    given: list[Value] = []
    for number, row in enumerate(rows):
        led = {id(each): any(own.leads(number, v) for v in each.values) for each in owned}
        mine = [each for each in owned if each.shares[number] >= SAID or led[id(each)]]
        for each in sorted(mine, key=lambda each: (not led[id(each)], -each.shares[number])):
            if there := [value for value in each.values if not own.excludes(number, value)]:
                _give(row, nearest(row, there, message, leads), there, message)
                given += each.values
    persons = {fold(name): name for row in rows for name in row.persons}
    for row in rows:
        _count_once(row, message)
        _call(row, persons)
    left = leftover(said, given, counting(message), rows, clear)
    late = [*settled(rows, left, beside.read.words, message), *shared(rows, said, clear)]
    for row, value in late:
        _give(row, value, [value], message)
    left = [each for each in left if all(each is not value for _, value in late)]
    if again := echoes(rows):
        kept = [number for number in range(len(rows)) if number not in again]
        found = found._replace(waits=[[found.waits[row][other] for other in kept] for row in kept])
        rows = [rows[number] for number in kept]
        beside = Beside(beside.read, rows)
    carry(message, rows, _ends(found.owned))
    place(rows, fold(message), limits(message))
    beside.give_skills()
    listing = Listing(beside.read.words, rows, [(value.start, value.end) for value in said])
    appoint(rows, listing.words)
    outright = Outright(beside.read.words, rows, numbered(message, rows))
    order = _order(rows, outright.shares(beside.shares(found.waits)), listing, outright)
    return replace(
        beside.read,
        rows=rows,
        people={name for row in rows for name in row.persons | row.trades},
        doubts=[],
        order=order._replace(together=beside.together()),
        left=[(each.start, each.end) for each in left],
    )


def _call(row: Row, persons: Mapping[str, str]) -> None:
    """A name that is a person's elsewhere is that person's, and each has one name."""
    for name in [each for each in row.held if each not in row.trades]:
        one = persons.get(fold(name), name)
        if one in persons.values() and (one != name or name not in row.persons):
            row.held[one] = row.held.pop(name)
            row.persons = (row.persons - {name}) | {one}


def _count_once(row: Row, message: str) -> None:
    """“Two welders” and 车工6人 are of one trade, and not that and so many people beside it."""
    people = row.held.get(PEOPLE)
    for trade in row.trades if people is not None else ():
        told = row.held.get(trade)
        if told and people and told.value == people.value:
            one, other = re.escape(trade), re.escape(people.words)
            beside = re.search(rf"{one}\s?{other}|{other}\s?{one}", message, re.IGNORECASE)
            if beside or trade in people.words:
                row.held.pop(PEOPLE, None)


def _without(owned: Sequence[Owned], apart: Sequence[Lag]) -> Iterator[Owned]:
    """The values but those that lie between two tasks."""
    for each in owned:
        kept = [
            value
            for value in each.values
            if not any(value.start < lag.end and lag.start < value.end for lag in apart)
        ]
        if kept:
            yield each._replace(values=kept)


def _somebodys(each: Owned) -> list[float]:
    """A duration, priority or limit that is said of nobody surely is the likeliest task's: lost,
    another number would be assumed in its place, or none."""
    best, value = max(each.shares), each.values[0]
    if value.kind not in ("duration", "priority", "limit") or not LIKELY <= best < SAID:
        return each.shares
    return [SAID if share == best else share for share in each.shares]


def _ends(owned: Sequence[Owned]) -> dict[str, list[int]]:
    """Where the words for each who does something end."""
    ends: dict[str, list[int]] = {}
    for value in (value for each in owned for value in each.values):
        if value.kind in ("person", "trade", "people"):
            name = PEOPLE if value.kind == "people" else str(value.key)
            ends.setdefault(name, []).append(value.end)
    return ends


def _rows(message: str, units: Units, found: Extract) -> Iterator[Row]:
    names: set[str] = set()
    taken = [(value.start, value.end) for each in found.owned for value in each.values]
    for start, end in full_names(message, [units.place(span) for span in found.tasks], taken):
        name = " ".join(message[start:end].split())
        if fold(name) in names:
            name = f"{name} ({len(names) + 1})"
        names.add(fold(name))
        yield Row(name, start, end, announced=True)


def _order(
    rows: Sequence[Row], waits: Sequence[Sequence[float]], listing: Listing, outright: Outright
) -> Order:
    """The surest first, so that what would close a circle is left out."""
    waiting, unclear = Waiting(rows), set[str]()
    pairs = [
        (share, row, other)
        for row, shares in zip(rows, waits, strict=True)
        for other, share in zip(rows, shares, strict=True)
        if other is not row
        and ((row.name, other.name) in outright.pairs or not listing.apart(row, other))
    ]
    for share, row, other in sorted(pairs, key=lambda each: -each[0]):
        if share >= SAID:
            waiting.add([row], [other])
        if abs(share - SAID) < DOUBT:
            unclear.add(row.name)
    return waiting.order()._replace(unclear=frozenset(unclear))


def _give(row: Row, value: Value, said: Sequence[Value], message: str) -> None:
    """A value becomes the row's, unless a surer one is there.

    Args:
        said: it and the other places that say the same.
    """
    words = message[value.start : value.end]
    kind: Kind = value.kind
    key: Any = value.key
    match kind:
        case "duration":
            row.duration = row.duration or Said(key, words)
        case "people":
            noun = noun_of(message, said)
            if noun != PEOPLE:
                row.trades.add(noun)
            if not ABLE.match(message, value.end):
                row.held.setdefault(noun, Said(key, words))
        case "priority":
            if key is not None:
                row.priority = row.priority or Said(key, words)
        case "limit":
            row.limits.setdefault(value.worth.kind, value.worth)
        case "person":
            row.persons.add(words)
            row.held[words] = Said(1, words)
        case "trade":
            row.trades.add(key)
            row.held[key] = Said(amount(value, message), words)
        case "machine":
            row.held[key] = Said(amount(value, message), words)


__all__ = ["Extract", "Extractor", "Named", "alike", "extract", "reading"]
