"""`whyflow eval parse`: are work orders read right? By rules, by the trained network, by the
language model alone, and by rules with the language model."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from time import perf_counter

from tools.plan import Problem
from tools.record import PlanError
from ui.eval import Asked
from ui.eval.effort import Effort
from ui.eval.orders import LOOKED_AT, START, Judged, Order, judge, orders
from ui.eval.readers import Reader, readers
from ui.eval.rows import Row, evenly, share


@dataclass
class Tally:
    """Counts of many orders."""

    counts: Counter[str] = field(default_factory=Counter)
    exact: int = 0
    texts: int = 0
    wrong: list[str] = field(default_factory=list)
    effort: Effort = field(default_factory=Effort)

    def add(self, order: Order, judged: Judged, seconds: float, tokens: int) -> None:
        self.counts += judged.found
        self.counts["invented"] += len(judged.invented)
        self.texts += 1
        self.exact += judged.exact
        self.effort.add(seconds, tokens)
        if order.part in LOOKED_AT and (judged.wrong or judged.invented):
            told = "; ".join([*judged.wrong, *(f"invented: {each}" for each in judged.invented)])
            self.wrong.append(f"{order.text[:40]!r}: {told}")

    def f1(self, what: str) -> float:
        right, missed, added = (self.counts[f"{what} {k}"] for k in ("right", "missed", "added"))
        return 2 * right / (2 * right + missed + added) if right else 0.0


def measure(asked: Asked) -> Sequence[Row]:
    """All parts; of those that are kept only counts are told."""
    chosen = measured(asked.share)
    ways, spent = readers(asked.settings, asked.llm)
    rows: list[Row] = []
    done = 0
    for name, read in ways.items():
        tallies: dict[str, Tally] = {}
        for order in chosen:
            before = spent()
            judged, seconds = judged_by(read, order)
            for key in _groups(order):
                tallies.setdefault(key, Tally()).add(order, judged, seconds, spent() - before)
            done += 1
            asked.tell(done, len(chosen) * len(ways))
        for key, tally in tallies.items():
            rows += rows_of(f"{name}, {key}", tally)
    return rows


def measured(share: float) -> Sequence[Order]:
    """All texts but those that only teach the network, or an evenly spread share of them."""
    return evenly([order for order in orders() if order.part != "authors"], share)


def judged_by(read: Reader, order: Order) -> tuple[Judged, float]:
    """One order, read and judged, and the seconds that reading took."""
    began = perf_counter()
    problem: Problem | None = None
    with suppress(PlanError):
        problem = read(order.text, START)
    return judge(order, problem), perf_counter() - began


def _groups(order: Order) -> Iterator[str]:
    yield order.part
    yield f"{order.part} {order.language}"
    if order.nasty:
        yield f"{order.part} nasty"


def rows_of(name: str, tally: Tally) -> list[Row]:
    """What the counts of one part come to."""
    counts = tally.counts
    said = [
        (counts[f"{each} right"], counts[f"{each} right"] + counts[f"{each} wrong"])
        for each in ("duration", "people", "priority")
    ]
    right, total = (sum(each) for each in zip(*said, strict=True))
    return [
        Row(f"parse-tasks: {name}", tally.f1("tasks"), "score", 0.98),
        Row(f"parse-links: {name}", tally.f1("links"), "score", 0.95),
        share(f"parse-fields: {name}", right, total, 0.98),
        share(f"parse-exact: {name}", tally.exact, tally.texts, 0.85, wrong=tally.wrong),
        Row(f"parse-invented: {name}", counts["invented"], "count", 0, most=True),
        *tally.effort.rows(f"parse, {name}"),
    ]
