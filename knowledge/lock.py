"""Who may touch a library's folder, across processes. It knows files and locks; no library.

Chroma loses vectors when two processes have one directory open, so: one *owner* at a time, for as
long as its library is open, and readers who work on a copy. The owner holds the *write* lock while
it changes files, and a reader while it copies, so that no copy is half of a change.

Locks are the kernel's (flock): they end with their process, also when it is killed. POSIX only, and
not reliable on network drives.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.passage import KnowledgeError

OWNER = "owner.lock"
WRITE = "write.lock"


def own(folder: Path) -> int:
    """Makes this process the owner until the returned descriptor is closed.

    Raises:
        KnowledgeError: `in-use`.
    """
    descriptor = _open(folder / OWNER)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise KnowledgeError("in-use", folder=folder) from None
    return descriptor


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Waits for readers that are copying, then keeps new ones waiting."""
    with _held(folder, fcntl.LOCK_EX):
        yield


@contextmanager
def copying(folder: Path) -> Iterator[None]:
    """Waits for a change in progress, then keeps the next one waiting."""
    with _held(folder, fcntl.LOCK_SH):
        yield


@contextmanager
def _held(folder: Path, mode: int) -> Iterator[None]:
    descriptor = _open(folder / WRITE)
    try:
        fcntl.flock(descriptor, mode)
        yield
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
