"""How the inner loops of the search are compiled: by numba, once for each machine, kept on disk.

Where that has not been done yet, they run as plain Python, so nobody waits for the compiler; such a
search tries far fewer plans. `python -m tools.solver.search.compile` does it, and `whyflow prepare`
calls that. Compiled code holds no lock of Python's, so it runs beside the page in threads.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from tools.solver.search import cache

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """`function`, compiled at its first call or taken from the cache."""
    return _compiled(function)


def inner(function: F) -> F:
    """The same for one that only compiled code calls: if Python did, the process would die. It has
    no code that unpacks some 70 arrays for a call from Python, which takes long to compile.

    A constant as argument makes numba compile a second copy for it: rather pass a variable."""
    return _compiled(function, no_cpython_wrapper=True, no_cfunc_wrapper=True)


def _compiled(function: F, **options: bool) -> F:
    if not (cache.ready() or cache.compiling):
        return function
    import numba

    vars(numba.config)["CACHE_DIR"] = str(cache.folder())
    njit: Any = numba.njit  # what it says of its types does not admit these options
    return cast(F, njit(cache=True, nogil=True, **options)(function))
