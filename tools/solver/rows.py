"""Rows of numbers of different lengths, as arrays."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import Any

import numpy as np

from tools.solver.instance import Numbers


def array(values: Iterable[Any]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)


def parted(parts: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers]:
    """Where each part begins, and all parts in one row."""
    return begins(map(len, parts)), array(chain.from_iterable(parts))


def begins(lengths: Iterable[int]) -> Numbers:
    """Where each part begins, and where the last one ends."""
    return array(accumulate(lengths, initial=0))
