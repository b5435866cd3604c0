"""The latest answers, by what was asked."""

from collections import deque
from threading import Lock
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Told = TypeVar("Told")
KEPT = 64


class Recent(Generic[Asked, Told]):
    """Compares what is asked instead of hashing it: plans are large and few."""

    def __init__(self, kept: int = KEPT) -> None:
        self._lock = Lock()
        self._pairs: deque[tuple[Asked, Told]] = deque(maxlen=kept)

    def find(self, asked: Asked) -> Told | None:
        """What was told when the same was asked; None if it was not, or too long ago."""
        with self._lock:
            pairs = list(self._pairs)
        return next((told for known, told in pairs if known == asked), None)

    def keep(self, asked: Asked, told: Told) -> None:
        with self._lock:
            self._pairs.appendleft((asked, told))
