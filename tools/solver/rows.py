"""Rows of numbers of different lengths, as arrays."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

import numpy as np

from tools.solver.instance import Numbers


def array(values: Iterable[Any]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)


def parted(parts: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers]:
    """Where each part begins, and all parts in one row."""
    begins = array([0, *accumulate(len(part) for part in parts)])
    return begins, array(value for part in parts for value in part)
