"""How the inner loops of the search are compiled: by numba, once for each machine, kept on disk.

Compiled code holds no lock of Python's, so it runs beside the exact solver in a thread of its own.
"""

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numba

F = TypeVar("F", bound=Callable[..., Any])


def _cache() -> Path:
    """A folder of its own for each state of the sources: numba notices a change in a function's
    own file only, not in the files of the functions that it calls."""
    here = Path(__file__).parent
    sources = hashlib.sha256(numba.__version__.encode())
    for file in sorted(here.glob("*.py")):
        sources.update(file.read_bytes())
    name = f"compiled-{sources.hexdigest()[:16]}"
    try:
        (here / "__pycache__" / name).mkdir(parents=True, exist_ok=True)
    except OSError:  # installed for all users
        return Path(tempfile.gettempdir()) / name
    return here / "__pycache__" / name


numba.config.CACHE_DIR = str(_cache())


def compiled(function: F) -> F:
    """`function`, compiled at its first call or taken from the cache."""
    fast: F = numba.njit(cache=True, nogil=True, boundscheck=False)(function)
    return fast
