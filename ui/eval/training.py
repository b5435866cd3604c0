"""Trains what tells messages apart: `python -m ui.eval.training`, some minutes, of which the
sentence vectors take most.

It reads `questions/dev.*`, `questions/practice/*`, `orders/practice/*` and the work orders of
`orders/*.dev.*`; `orders/routes.*` and everything marked test is never opened. With `--cross` it
trains on all writers but one and tests on that one, for each in turn: what a new writer may expect.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from agent.settings import Settings
from tools.meaning import signs
from tools.wording.kinds import AIMS, BUCKETS, LABELS, SENSE, WEIGHTS
from ui import parts
from ui.eval.recognition import FOLDER, problem_of

STRENGTH = 100.0
"""How far the weights may follow the examples (C of logistic regression)."""
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


def signs_of(example: Example) -> list[tuple[int, float]]:
    return signs(example.text, problem_of(example.plan) if example.plan else None)


def matrix(examples: Sequence[Example]) -> csr_matrix:
    """Shape (examples, buckets)."""
    at, column, worth = [], [], []
    for number, example in enumerate(examples):
        for bucket, value in signs_of(example):
            at.append(number)
            column.append(bucket)
            worth.append(value)
    return csr_matrix((worth, (at, column)), shape=(len(examples), BUCKETS))


def vectors(examples: Sequence[Example]) -> NDArray[np.float32]:
    """Shape (examples, length of a vector)."""
    texts = list(dict.fromkeys(each.text for each in examples))
    found = parts.embedder(Settings.read()).queries(texts)
    place = {text: number for number, text in enumerate(texts)}
    return found[[place[each.text] for each in examples]]


def trained(found: csr_matrix, labels: Sequence[str]) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=400).fit(found, labels)


def save(models: dict[str, LogisticRegression], centre: NDArray[np.float32]) -> None:
    saved: dict[str, NDArray[Any]] = {"centre": centre}
    for name, model in models.items():
        places = [LABELS.index(label) for label in model.classes_]
        bias = np.full(len(LABELS), -20.0, dtype=np.float32)  # a label without examples
        bias[places] = model.intercept_
        weights = np.zeros((model.coef_.shape[1], len(LABELS)), dtype=np.float16)
        weights[:, places] = model.coef_.T
        saved |= {f"{name}_weights": weights[:BUCKETS], f"{name}_bias": bias}
        if name == "beside":
            saved["sense"] = weights[BUCKETS:]
    np.savez_compressed(WEIGHTS, **saved)


def cross(
    given: Sequence[Example], found: dict[str, csr_matrix]
) -> Iterable[tuple[str, dict[str, float]]]:
    """For each writer, the share of labels that models of the others get right."""
    labels = np.array([each.label for each in given])
    writers = np.array([each.writer for each in given])
    for writer in dict.fromkeys(writers):
        mine = writers == writer
        yield (
            writer,
            {
                name: float(trained(each[~mine], labels[~mine]).score(each[mine], labels[mine]))
                for name, each in found.items()
            },
        )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cross", action="store_true")
    given = examples()
    alone, sense = matrix(given), vectors(given)
    centre = sense.mean(axis=0)
    found = {"alone": alone, "beside": hstack([alone, SENSE * (sense - centre)]).tocsr()}
    if options.parse_args().cross:
        for name, shares in cross(given, found):
            print(name, " ".join(f"{key} {share:.3f}" for key, share in shares.items()))
        return 0
    labels = [each.label for each in given]
    save({name: trained(each, labels) for name, each in found.items()}, centre)
    return 0


if __name__ == "__main__":
    sys.exit(main())
