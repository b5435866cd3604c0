"""Trains the recogniser of questions: `python -m ui.eval.training`, a minute.

It reads `questions/dev.*` and `questions/practice/*`; `questions/test.*` is never opened. With
`--cross` it trains on all writers but one and tests on that one, for each in turn: what a new
writer may expect.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tools.meaning import Question, blanked, said_in
from tools.wording.kinds import BUCKETS, KINDS, WEIGHTS, features
from ui.eval.recognition import FOLDER, problem_of

STRENGTH = 300.0
"""How far the weights may follow the examples (C of logistic regression)."""

Row = dict[str, Any]
Example = tuple[list[tuple[int, float]], str]


def files() -> list[Path]:
    return [*sorted(FOLDER.glob("dev.*.jsonl")), *sorted((FOLDER / "practice").glob("*.jsonl"))]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def example(row: Row) -> Example:
    problem = problem_of(row["problem"])
    said = said_in(problem, Question(row["question"]))
    return features(blanked(said, problem), said.cues()), row["kind"]


def matrix(examples: Sequence[Example]) -> csr_matrix:
    """Shape (examples, buckets)."""
    at, column, worth = [], [], []
    for number, (found, _) in enumerate(examples):
        for bucket, value in found:
            at.append(number)
            column.append(bucket)
            worth.append(value)
    return csr_matrix((worth, (at, column)), shape=(len(examples), BUCKETS))


def trained(examples: Sequence[Example]) -> LogisticRegression:
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    return model.fit(matrix(examples), [kind for _, kind in examples])


def save(model: LogisticRegression) -> None:
    weights = np.zeros((BUCKETS, len(KINDS)), dtype=np.float16)
    bias = np.full(len(KINDS), -20.0, dtype=np.float32)  # a kind without examples
    for place, kind in enumerate(model.classes_):
        weights[:, KINDS.index(kind)] = model.coef_[place]
        bias[KINDS.index(kind)] = model.intercept_[place]
    np.savez_compressed(WEIGHTS, weights=weights, bias=bias)


def cross(given: dict[str, list[Example]]) -> Iterable[tuple[str, float]]:
    """For each writer, the share of kinds that a model of the others gets right."""
    for name, mine in given.items():
        others = [each for other, found in given.items() if other != name for each in found]
        model = trained(others)
        yield name, float(model.score(matrix(mine), [kind for _, kind in mine]))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cross", action="store_true")
    given: dict[str, list[Example]] = {}
    for path in files():
        given.setdefault(path.name.split(".")[0], []).extend(map(example, rows(path)))
    if options.parse_args().cross:
        for name, share in cross(given):
            print(f"{name}: {share:.3f}")
        return 0
    save(trained([each for found in given.values() for each in found]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
