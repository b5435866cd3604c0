"""How much memory this process may still take. Linux only; elsewhere it refuses nothing."""

from collections.abc import Iterator
from pathlib import Path

PLENTY = 1 << 62
"""Bytes: the answer where nothing can be read."""

# Names of the limit, the use and the detail, in control groups version 2 and 1.
V2 = ("memory.max", "memory.current", "memory.stat")
V1 = ("memory.limit_in_bytes", "memory.usage_in_bytes", "memory.stat")


def available_memory(root: Path = Path("/")) -> int:
    """Bytes: the smaller of what the machine has and what each of its control groups leaves."""
    groups = root / "sys/fs/cgroup"
    rooms = [_room(folder, V2) for folder in _with_parents(groups, _path(root, ""))]
    v1 = groups / "memory"
    rooms += [_room(folder, V1) for folder in _with_parents(v1, _path(root, "memory"))]
    return min(_machine(root / "proc/meminfo"), *rooms)


def _machine(meminfo: Path) -> int:
    if not meminfo.is_file():
        return PLENTY
    values = dict(line.split(":") for line in meminfo.read_text().splitlines())
    return int(values["MemAvailable"].split()[0]) * 1024


def _path(root: Path, controller: str) -> str:
    """This process's place in the hierarchy of `controller` ("" is version 2)."""
    file = root / "proc/self/cgroup"
    lines = file.read_text().splitlines() if file.is_file() else []
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controller in controllers.split(",") and bool(controller) == bool(controllers):
            return path
    return "/"


def _with_parents(top: Path, path: str) -> Iterator[Path]:
    folder = top / path.strip("/")
    while folder != top:
        yield folder
        folder = folder.parent
    # In a container the group's own folder is often mounted at the top.
    yield top


def _room(folder: Path, names: tuple[str, str, str]) -> int:
    limit, used, detail = (folder / name for name in names)
    if not limit.is_file() or not used.is_file() or limit.read_text().strip() == "max":
        return PLENTY
    return int(limit.read_text()) - int(used.read_text()) + _cached(detail)


def _cached(detail: Path) -> int:
    """Bytes of cached files, which the kernel gives up when memory is short."""
    if not detail.is_file():
        return 0
    values = dict(line.split() for line in detail.read_text().splitlines())
    return int(values.get("inactive_file", 0)) + int(values.get("active_file", 0))
