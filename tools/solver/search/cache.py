"""Where compiled code is kept, and whether it is there. It knows no compiler: asking is quick."""

import hashlib
import shutil
import subprocess
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

SOURCES = Path(__file__).parent

compiling = False
"""Set by `compile.py` before anything is imported that is to be compiled."""


@cache
def folder() -> Path:
    """A folder of its own for each state of the sources. Numba notices a change in a function's own
    file only, not in the files of the functions that it calls; and it compiles anew, while
    somebody waits, what was only moved or copied, for it goes by a file's place and time."""
    state = hashlib.sha256(f"{version('numba')} {SOURCES}".encode())
    for file in sorted((*SOURCES.glob("*.py"), SOURCES.parent / "instance.py")):
        text = file.read_bytes()
        marked = b"@compiled" in text or b"@inner" in text
        if marked or file.stem in ("compiled", "instance", "workspace"):
            state.update(text)
            state.update(str(file.stat().st_mtime_ns).encode())
    name = f"compiled-{state.hexdigest()[:16]}"
    try:
        (SOURCES / "__pycache__" / name).mkdir(parents=True, exist_ok=True)
    except OSError:  # installed for all users
        # The user's own: what is compiled is loaded and run, so nobody else may write there.
        return Path.home() / ".cache" / "whyflow" / name
    return SOURCES / "__pycache__" / name


def ready() -> bool:
    """Is everything compiled?"""
    return (folder() / "complete").exists()


def fill() -> None:
    """Compile everything that is not; in a process of its own, for here it may be too late."""
    if not ready():
        subprocess.run([sys.executable, "-m", "tools.solver.search.compile"], check=True)


def mark_ready() -> None:
    """Everything is compiled; what belongs to sources that are gone is thrown away."""
    for old in folder().parent.glob("compiled-*"):
        if old != folder():
            shutil.rmtree(old, ignore_errors=True)
    (folder() / "complete").touch()
