"""Trains the linear model: `python -m ui.eval.kinds.words`, some minutes.

With `--cross` it trains on all writers but one and tests on that one, for each in turn: what a new
writer may expect.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tools.kinds.labels import LABELS
from tools.kinds.words import BUCKETS, WEIGHTS, features
from ui.eval.kinds.examples import Example, examples, signs_in

STRENGTH = 100.0
"""How far the weights may follow the examples (C of logistic regression)."""


def matrix(examples: Sequence[Example]) -> csr_matrix:
    """Shape (examples, buckets)."""
    at, column, worth = [], [], []
    for number, example in enumerate(examples):
        for bucket, value in features(signs_in(example)):
            at.append(number)
            column.append(bucket)
            worth.append(value)
    return csr_matrix((worth, (at, column)), shape=(len(examples), BUCKETS))


def trained(found: csr_matrix, labels: Sequence[str]) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=400).fit(found, labels)


def save(model: LogisticRegression) -> None:
    places = [LABELS.index(label) for label in model.classes_]
    bias = np.full(len(LABELS), -20.0, dtype=np.float32)  # a label without examples
    bias[places] = model.intercept_
    weights = np.zeros((BUCKETS, len(LABELS)), dtype=np.float16)
    weights[:, places] = model.coef_.T
    np.savez_compressed(WEIGHTS, weights=weights, bias=bias)


def cross(given: Sequence[Example], found: csr_matrix) -> Iterable[tuple[str, float]]:
    """For each writer, the share of labels that a model of the others gets right."""
    labels = np.array([each.label for each in given])
    writers = np.array([each.writer for each in given])
    for writer in dict.fromkeys(writers):
        mine = writers == writer
        model = trained(found[~mine], labels[~mine])
        yield writer, float(model.score(found[mine], labels[mine]))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cross", action="store_true")
    given = examples()
    found = matrix(given)
    if options.parse_args().cross:
        for writer, share in cross(given, found):
            print(f"{writer} {share:.3f}")
        return 0
    save(trained(found, [each.label for each in given]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
