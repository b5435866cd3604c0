"""Work orders with what they mean (`orders/README.md`), and how much of one a reading got right."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

from knowledge.numbers import fold, spans
from tools.plan import PEOPLE, Problem, Task
from tools.wording.durations import durations
from tools.wording.priorities import priority
from tools.wording.quantities import singular
from tools.wording.stems import stem

FOLDER = Path(__file__).parent / "orders"
FIELDS = ("finance", "healthcare", "manufacturing", "public", "retail", "trades")
START = datetime(2026, 11, 24, 8, 0)
"""Minute 0 of the times in them, a Tuesday."""
ALIKE = 0.5
"""How much of two names must agree for them to mean one task."""
TIMES = ("release", "due", "deadline")

Part = Literal["dev", "authors", "test", "fresh", "unseen", "tangled"]
LOOKED_AT: tuple[Part, ...] = ("dev", "authors")
"""Parts that may be worked with; of the others only totals are told."""
Gold = dict[str, Any]


@dataclass(frozen=True)
class Order:
    """One text and what it means."""

    text: str
    gold: Gold
    part: Part
    language: str

    @property
    def nasty(self) -> bool:
        return bool(self.gold["nasty"])


def orders(parts: Sequence[Part] = get_args(Part)) -> Iterator[Order]:
    """All texts, file after file."""
    for part in parts:
        for language in ("en", "zh"):
            for file in _files(part, language):
                for line in file.read_text(encoding="utf-8").splitlines():
                    gold = json.loads(line)
                    yield Order(gold["text"], gold, part, language)


def _files(part: Part, language: str) -> list[Path]:
    """Those of a part; by fields, of which no part has all, or by authors."""
    if part in ("authors", "unseen", "tangled"):
        return sorted((FOLDER / part).glob(f"*.{language}.jsonl"))
    files = (FOLDER / f"{field}.{part}.{language}.jsonl" for field in FIELDS)
    return [each for each in files if each.exists()]


@dataclass
class Judged:
    """What of one order was read right; `wrong` says what was not."""

    found: Counter[str]
    """`tasks`, `links` and `fields`: right, missed and added of each, as `tasks right`."""
    wrong: list[str]
    invented: list[str]
    """Values that the text does not give, and that are not marked assumed."""

    @property
    def exact(self) -> bool:
        return not self.wrong


def judge(order: Order, problem: Problem | None) -> Judged:
    """`problem` beside what the text means; None: nothing in it could be read."""
    judged = Judged(Counter(), [], [])
    gold, read = order.gold["tasks"], list(problem.tasks) if problem else []
    pairs = _pairs([task["name"] for task in gold], [task.name for task in read])
    _count(judged, "tasks", len(pairs), len(gold) - len(pairs), len(read) - len(pairs))
    judged.wrong += [f"missed: {t['name']}" for at, t in enumerate(gold) if at not in pairs]
    judged.wrong += [f"added: {t.name}" for at, t in enumerate(read) if at not in pairs.values()]
    called = {read[there].name: gold[here]["name"] for here, there in pairs.items()}
    _judge_links(judged, gold, read, called)
    if problem is not None:
        for here, there in pairs.items():
            _judge_task(judged, gold[here], read[there], problem)
        _judge_resources(judged, order.gold["resources"], problem)
        _judge_hours(judged, order.gold.get("hours"), problem)
        _judge_abilities(judged, order.gold.get("abilities", {}), problem)
        judged.invented += _invented(order.text, problem)
    return judged


def _count(judged: Judged, what: str, right: int, missed: int, added: int) -> None:
    judged.found += Counter(
        {f"{what} right": right, f"{what} missed": missed, f"{what} added": added}
    )


def _judge_links(
    judged: Judged, gold: Sequence[Gold], read: Sequence[Task], called: dict[str, str]
) -> None:
    """Who waits for whom; tasks that were not found have lost their links."""
    for kind, field in (("links", "after"), ("starts", "starts_with")):
        meant = {(task["name"], other) for task in gold for other in task.get(field, ())}
        found = {
            (called.get(task.name, f"?{task.name}"), called.get(other, f"?{other}"))
            for task in read
            for other in (_waits(task) if field == "after" else _starts(task))
        }
        if field == "starts_with":  # it is the same said the other way round
            meant = {(min(pair), max(pair)) for pair in meant}
            found = {(min(pair), max(pair)) for pair in found}
        _count(judged, kind, len(meant & found), len(meant - found), len(found - meant))
        judged.wrong += [f"{field} missed: {a} <- {b}" for a, b in sorted(meant - found)]
        judged.wrong += [f"{field} added: {a} <- {b}" for a, b in sorted(found - meant)]


def _waits(task: Task) -> tuple[str, ...]:
    """What a task waits for to end, and maybe longer."""
    return (*task.after, *(link.task for link in task.links if link.kind == "finish-start"))


def _starts(task: Task) -> tuple[str, ...]:
    return tuple(link.task for link in task.links if link.kind == "start-start")


def _judge_task(judged: Judged, meant: Gold, task: Task, problem: Problem) -> None:
    assumed = {each.field for each in problem.assumed if each.task == task.name}
    for field, right in (
        ("duration", _duration(meant, task, assumed)),
        ("people", _people(meant, task, assumed)),
        ("priority", _priority(meant, task, assumed)),
        ("machines", _machines(meant, task)),
        ("times", all(_same_time(meant, task, each) for each in TIMES)),
    ):
        judged.found[f"{field} {'right' if right else 'wrong'}"] += 1
        if not right:
            judged.wrong.append(f"{field} of {meant['name']}: {_told(field, task, assumed)}")


def _told(field: str, task: Task, assumed: set[str]) -> str:
    values = {
        "duration": task.duration,
        "people": dict(task.demands),
        "machines": dict(task.demands),
        "priority": task.priority,
        "times": {each: getattr(task, each) for each in TIMES},
    }
    return f"{values[field]} assumed {sorted(assumed)}"


def _duration(meant: Gold, task: Task, assumed: set[str]) -> bool:
    if "duration" not in meant:
        return "duration" in assumed
    return task.duration == meant["duration"] and "duration" not in assumed


def _people(meant: Gold, task: Task, assumed: set[str]) -> bool:
    """People in all, those named and those of a trade; nothing may be said of them beyond that."""
    said = task.demands.get(PEOPLE, 0) if "demand" not in assumed else 0
    wanted = {**dict.fromkeys(meant.get("people_named", ()), 1), **meant.get("skills", {})}
    others = {**task.demands, **task.skills}
    return said == meant.get("people", 0) and all(
        any(_same(name, other) and others[other] == amount for other in others)
        for name, amount in wanted.items()
    )


def _machines(meant: Gold, task: Task) -> bool:
    """Everything that is held but people: none missing, and nothing held that was not said."""
    wanted = {**meant.get("machines", {}), **meant.get("skills", {})}
    wanted |= dict.fromkeys(meant.get("people_named", ()), 1)
    held = {name: n for name, n in {**task.demands, **task.skills}.items() if name != PEOPLE}
    return len(held) == len(wanted) and all(
        any(_same(name, other) and n == amount for other, n in held.items())
        for name, amount in wanted.items()
    )


def _same(name: str, other: str) -> bool:
    one, two = (singular(fold(each)).removeprefix("the ").strip() for each in (name, other))
    return one == two


def _priority(meant: Gold, task: Task, assumed: set[str]) -> bool:
    said = meant.get("priority")
    if said is None:
        return task.priority == 1 or "priority" in assumed
    return task.priority == (said if isinstance(said, int) else priority(said))


def _same_time(meant: Gold, task: Task, field: str) -> bool:
    found = getattr(task, field)
    wanted = meant[field]["minute"] if field in meant else None
    return bool(found == wanted or (field == "release" and wanted is None and not found))


def _judge_resources(judged: Judged, meant: dict[str, int], problem: Problem) -> None:
    assumed = {each.resource for each in problem.assumed if each.field == "capacity"}
    held = {name for task in problem.tasks for name in (*task.demands, *task.skills)}
    for name, amount in meant.items():
        there = [r for r in problem.resources if _same(r.name, name) and r.name not in assumed]
        used = name == PEOPLE or any(_same(name, each) for each in held)
        right = any(resource.capacity == amount for resource in there)
        if used and (right or PEOPLE in held or name != PEOPLE):
            judged.found[f"capacity {'right' if right else 'wrong'}"] += 1
            if not right:
                judged.wrong.append(f"capacity of {name}: {[(r.name, r.capacity) for r in there]}")


def _judge_hours(judged: Judged, meant: Sequence[str] | None, problem: Problem) -> None:
    """When people work: from when to when; always, if nothing is said of it."""
    wanted = [tuple(meant)] if meant else []
    for each in problem.resources:
        calendar = problem.calendar[each.calendar] if each.calendar else None
        found = [(hours.start, hours.end) for hours in calendar.hours] if calendar else []
        if each.kind == "people" and found != wanted:
            judged.wrong.append(f"hours of {each.name}: {found}")


def _judge_abilities(judged: Judged, meant: dict[str, list[str]], problem: Problem) -> None:
    """What each person can do."""
    found = {each.name: sorted(each.skills) for each in problem.resources if each.skills}
    if found != {name: sorted(skills) for name, skills in meant.items()}:
        judged.wrong.append(f"abilities: {found}")


def _invented(text: str, problem: Problem) -> Iterator[str]:
    """Numbers that stand nowhere in the text and are not marked assumed."""
    assumed = {(each.field, each.task or each.resource) for each in problem.assumed}
    lengths = {each.minutes for each in durations(text)}
    numbers = {each.value for each in spans(text)} | {1, 2}  # a nurse, both of us
    for task in problem.tasks:
        if task.duration not in lengths | numbers and ("duration", task.name) not in assumed:
            yield f"{task.name}: {task.duration} min"
        for name, amount in {**task.demands, **task.skills}.items():
            if amount not in numbers and ("demand", task.name) not in assumed:
                yield f"{task.name}: {amount} {name}"
        said = task.priority in numbers or priority(text) is not None
        if task.priority > 2 and not said and ("priority", task.name) not in assumed:
            yield f"{task.name}: priority {task.priority}"
    for resource in problem.resources:
        if resource.capacity not in numbers and ("capacity", resource.name) not in assumed:
            yield f"{resource.capacity} {resource.name}"


def _pairs(gold: Sequence[str], read: Sequence[str]) -> dict[int, int]:
    """Which gold task is which that was read; the likest first, each once."""
    scores = sorted(
        (-likeness(one, other), here, there)
        for here, one in enumerate(gold)
        for there, other in enumerate(read)
    )
    found: dict[int, int] = {}
    for score, here, there in scores:
        if -score >= ALIKE and here not in found and there not in found.values():
            found[here] = there
    return found


def likeness(one: str, other: str) -> float:
    """1 for the same name; the share of words, or of Chinese characters, in both."""
    parts, others = Counter(_parts(one)), Counter(_parts(other))
    both = sum((parts & others).values())
    whole = sum(parts.values()) + sum(others.values())
    inside = both and both in (sum(parts.values()), sum(others.values()))
    score = 2 * both / whole if whole else 0.0
    return max(score, ALIKE) if inside else score


def _parts(name: str) -> Iterator[str]:
    word = ""
    for sign in f"{fold(name)} ":
        if sign.isascii() and sign.isalnum():
            word += sign
            continue
        if word and word not in ("the", "a", "an", "of", "to"):
            yield stem(word)
        word = ""
        if sign.isalnum():
            yield sign
