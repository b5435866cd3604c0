"""Messages with what each wants."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tools.kinds.labels import AIMS
from tools.kinds.signs import Signs
from tools.meaning import signs
from ui.eval.recognition import FOLDER, problem_of

ORDERS = FOLDER.parent / "orders"
PLANLESS = 3
"""Every so many questions are shown once more as asked before there is a plan."""
ANYWHERE = ("search", "draft", "none", "vague", *AIMS)
"""What can be said with a plan and without: shown both ways."""


class Example(NamedTuple):
    writer: str
    text: str
    plan: str | None
    label: str


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def examples() -> list[Example]:
    return [*_questions(), *_messages(), *_orders()]


def _questions() -> Iterator[Example]:
    files = [*sorted(FOLDER.glob("dev.*.jsonl")), *sorted((FOLDER / "practice").glob("*.jsonl"))]
    for path in files:
        writer = path.name.split(".")[0]
        for place, row in enumerate(rows(path)):
            yield Example(writer, row["question"], row["problem"], row["kind"])
            if place % PLANLESS == 0:
                yield Example(writer, row["question"], None, row["kind"])


def _messages() -> Iterator[Example]:
    plans = sorted({each.plan for each in _questions() if each.plan})
    for path in sorted((ORDERS / "practice").glob("*.jsonl")):
        for place, row in enumerate(rows(path)):
            message, plan, label = row["message"], row["context"], row["label"]
            example = Example(f"r{path.name[0]}", message, plan, label)
            yield example
            if label in ANYWHERE:
                yield example._replace(plan=None if plan else plans[place % len(plans)])


def _orders() -> Iterator[Example]:
    for path in sorted(ORDERS.glob("*.dev.*.jsonl")):
        if not path.name.startswith("routes"):
            yield from (
                Example("orders", row["text"], None, "parse")
                for row in rows(path)
                if not row.get("ask")
            )


def signs_in(example: Example) -> Signs:
    return signs(example.text, problem_of(example.plan) if example.plan else None)
