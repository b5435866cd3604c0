from pathlib import Path

import pytest

from agent.memory import available_memory

MB = 1_000_000


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    write(tmp_path, {"proc/meminfo": "MemTotal: 16000 kB\nMemAvailable:    8000 kB\n"})
    return tmp_path


def test_without_control_groups_it_is_what_the_machine_has(machine: Path) -> None:
    assert available_memory(machine) == 8000 * 1024


def test_a_limit_of_an_outer_group_counts_too(machine: Path) -> None:
    write(
        machine,
        {
            "proc/self/cgroup": "0::/outer/inner\n",
            "sys/fs/cgroup/outer/memory.max": f"{5 * MB}\n",
            "sys/fs/cgroup/outer/memory.current": f"{3 * MB}\n",
            "sys/fs/cgroup/outer/inner/memory.max": "max\n",
            "sys/fs/cgroup/outer/inner/memory.current": f"{2 * MB}\n",
        },
    )
    assert available_memory(machine) == 2 * MB


def test_cached_files_make_room(machine: Path) -> None:
    write(
        machine,
        {
            "proc/self/cgroup": "0::/\n",
            "sys/fs/cgroup/memory.max": f"{5 * MB}\n",
            "sys/fs/cgroup/memory.current": f"{5 * MB}\n",
            "sys/fs/cgroup/memory.stat": f"anon 9\ninactive_file {MB}\nactive_file {MB}\n",
        },
    )
    assert available_memory(machine) == 2 * MB


def test_version_1_groups_are_understood_inside_a_container(machine: Path) -> None:
    write(
        machine,
        {
            "proc/self/cgroup": "5:cpu:/docker/abc\n4:memory:/docker/abc\n0::/\n",
            "sys/fs/cgroup/memory/memory.limit_in_bytes": f"{4 * MB}\n",
            "sys/fs/cgroup/memory/memory.usage_in_bytes": f"{MB}\n",
        },
    )
    assert available_memory(machine) == 3 * MB


def test_this_machine_has_some() -> None:
    assert available_memory() > 0
