"""A work order with what it means -> what the network should say of each unit, value and pair."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tools.extraction.encoder import Encoder
from tools.extraction.network import SPANS, Seen
from tools.extraction.units import Place, Units, Vocabulary
from tools.extraction.values import Named, Value, key_of, values
from tools.wording.priorities import priority
from ui.eval.orders import FOLDER, TIMES, likeness

Gold = Mapping[str, Any]
FIELDS: dict[Named, str] = {"person": "people_named", "trade": "skills", "machine": "machines"}
"""What only the network finds, and where a work order has it."""
CLOSE = 0.55
"""How alike words must be to a name that does not stand in the text word for word."""


@dataclass
class Lesson:
    """One text, and the right answers."""

    seen: Seen
    tags: list[int]
    tasks: list[Place]
    values: list[tuple[Value, Place]]
    owned: list[list[float]]
    """For each task 1 where it has the value, else 0."""
    waits: list[list[float]]
    """For each task 1 where it waits for the other one, else 0."""


def texts() -> Iterator[tuple[str, Gold]]:
    """All work orders that may be learned from, each with its author; none that is kept."""
    files = [*sorted(FOLDER.glob("*.dev.*.jsonl")), *sorted((FOLDER / "authors").glob("*.jsonl"))]
    for file in files:
        if not file.name.startswith("routes"):
            for line in file.read_text(encoding="utf-8").splitlines():
                yield file.name.split(".")[0], json.loads(line)


def lesson(gold: Gold, vocabulary: Vocabulary, encoder: Encoder) -> Lesson | None:
    """None: the text is longer than what the network sees at once, or nothing stands in it."""
    text = gold["text"]
    units = vocabulary.cut(text)
    if units is None or not units.places:
        return None
    found = [(value, units.covering(value.start, value.end)) for value in values(text)]
    known = [(value, place) for value, place in found if place is not None]
    tags = [0] * len(units.places)
    spots = _tasks(gold, units, [value for value, _ in known])
    tasks = [(task, place) for task, place in zip(gold["tasks"], spots, strict=True) if place]
    for _, span in tasks:
        _paint(tags, span, 0)
    called = list(_named(gold, units, tags))
    for value, span in called:
        _paint(tags, span, SPANS.index(value.kind))
    seen = Seen(text, units, known, encoder.below(units.ids))
    every = [*known, *called]
    owned = [[float(_has(task, value, text)) for value, _ in every] for task, _ in tasks]
    waits = [[float(b["name"] in a.get("after", ())) for b, _ in tasks] for a, _ in tasks]
    return Lesson(seen, tags, [span for _, span in tasks], every, owned, waits)


def _paint(tags: list[int], span: Place, number: int) -> None:
    first, last = span
    tags[first] = 1 + 2 * number
    tags[first + 1 : last + 1] = [2 + 2 * number] * (last - first)


def _tasks(gold: Gold, units: Units, found: Sequence[Value]) -> list[Place | None]:
    """Where each task is named: of several places the one that is nearest to its duration."""
    text, taken = gold["text"], list[Place]()
    spans: list[Place | None] = [None] * len(gold["tasks"])
    longest_first = sorted(range(len(spans)), key=lambda n: -len(gold["tasks"][n]["name"]))
    for number in longest_first:
        task = gold["tasks"][number]
        spots = places(text, task["name"]) or _close(text, units, task["name"])
        free = [(a, b) for a, b in spots if all(b <= c or d <= a for c, d in taken)]
        near = [each for each in found if each.key == task.get("duration", -1)]
        if free and near:
            free.sort(key=lambda spot: min(_apart(spot, value) for value in near))
        if free:
            taken.append(free[0])
            spans[number] = units.covering(*free[0])
    return spans


def _apart(spot: Place, value: Value) -> int:
    return min(abs(value.start - spot[1]), abs(spot[0] - value.end))


def places(text: str, words: str) -> list[Place]:
    """Where `words` stand in a text, in the plural or not."""
    pattern = re.escape(words).replace(r"\ ", r"\s+")
    if words[0].isascii() and words[0].isalnum():
        pattern = rf"(?<![A-Za-z0-9]){pattern}"
    if words[-1].isascii() and words[-1].isalnum():
        pattern += r"(?:e?s)?(?![A-Za-z0-9])"
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def _close(text: str, units: Units, name: str) -> list[Place]:
    """The stretches of units that are most like a name."""
    best, found = CLOSE, list[Place]()
    length = len(re.findall(r"[\u3400-\u9fff]|\w+", name))
    for first in range(len(units.places)):
        for last in range(first + max(0, length - 3), first + length + 2):
            if last >= len(units.places):
                break
            spot = units.place((first, last))
            score = likeness(name, text[slice(*spot)]) - 0.01 * abs(last - first + 1 - length)
            if score > best:
                best, found = score, [spot]
    return found


def _named(gold: Gold, units: Units, tags: Sequence[int]) -> Iterator[tuple[Value, Place]]:
    """Persons, trades and machines, wherever they stand but in the names of tasks."""
    text, taken = gold["text"], {n for n, tag in enumerate(tags) if tag}
    for kind, field in FIELDS.items():
        words = {word for task in gold["tasks"] for word in task.get(field, ())}
        if kind == "person":
            words |= set(gold.get("abilities", ()))
        for word in sorted(words, key=len, reverse=True):
            for start, end in places(text, word) or places(text, word.rstrip("s")):
                span = units.covering(start, end)
                if span and taken.isdisjoint(range(span[0], span[1] + 1)):
                    taken |= set(range(span[0], span[1] + 1))
                    yield Value(kind, start, end, key_of(word)), span


def _has(task: Gold, value: Value, text: str) -> bool:
    """Whether a task is said to have a value."""
    match value.kind:
        case "duration" | "people":
            return bool(value.kind in task and task[value.kind] == value.key)
        case "priority":
            said = task.get("priority")
            urgency = said if said is None or isinstance(said, int) else priority(said)
            return urgency is not None and urgency == value.key
        case "limit":
            said = [task[time]["text"] for time in TIMES if time in task]
            spots = [spot for words in said for spot in places(text, words)]
            return any(start < value.end and value.start < end for start, end in spots)
        case _:
            return any(key_of(word) == value.key for word in task.get(FIELDS[value.kind], ()))
