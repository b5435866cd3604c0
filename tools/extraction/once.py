"""What is loaded at its first use; threads may share it."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Loaded = TypeVar("Loaded")


class Once(Generic[Loaded]):
    """Makes something the first time that it is asked for, and only then."""

    def __init__(self, make: Callable[[], Loaded]) -> None:
        self._make, self._loading = make, Lock()
        self._made: Loaded | None = None

    def __call__(self) -> Loaded:
        with self._loading:
            if self._made is None:
                self._made = self._make()
            return self._made
