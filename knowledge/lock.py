"""Who may change a library's folder, across processes. It knows files and locks; no library.

Chroma loses vectors when two processes have one directory open, so there is one *owner* at a time,
for as long as its library is open. The lock is the kernel's (flock): it ends with its process, also
when that is killed. POSIX only, and not reliable on network drives.
"""

import fcntl
import os
from pathlib import Path

from knowledge.passage import KnowledgeError

OWNER = "owner.lock"


def own(folder: Path) -> int:
    """Makes this process the owner until the returned descriptor is closed.

    Raises:
        KnowledgeError: `in-use`.
    """
    descriptor = os.open(folder / OWNER, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise KnowledgeError("in-use", folder=folder) from None
    return descriptor
