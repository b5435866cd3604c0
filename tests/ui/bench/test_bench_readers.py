from pathlib import Path

import pytest

from tools.phrases import SayableError
from ui.bench.readers import best_known, psplib_files, read_psplib, read_tardiness

SM = """\
************************************************************************
jobs (incl. supersource/sink ):  5
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          1           5
   5        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     8       4    0
  3      1     4       0    3
  4      1     6       1    2
  5      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
   12    4
************************************************************************
"""


def test_a_project_is_read_without_its_source_and_sink(tmp_path: Path) -> None:
    file = tmp_path / "j1_1.sm"
    file.write_text(SM, encoding="utf-8")
    problem = read_psplib(file)
    assert [(task.name, task.duration, task.after) for task in problem.tasks] == [
        ("2", 8, ()),
        ("3", 4, ()),
        ("4", 6, ("2", "3")),
    ]
    assert [dict(task.demands) for task in problem.tasks] == [
        {"R1": 4},
        {"R2": 3},
        {"R1": 1, "R2": 2},
    ]
    assert problem.capacity == {"R1": 12, "R2": 4}


def test_tardiness_is_read_as_durations_then_weights_then_due_dates(tmp_path: Path) -> None:
    (tmp_path / "orlib_wt").mkdir()
    (tmp_path / "orlib_wt" / "wt2.txt").write_text("26 24\n 1 10\n 30 40\n 5 6 7 8 9 10\n")
    (tmp_path / "orlib_wt" / "wtopt2.txt").write_text(" 13\n 0\n")
    (tasks, best), (others, none) = read_tardiness(tmp_path, 2)
    assert [(task.duration, task.priority, task.due) for task in tasks] == [
        (26, 1, 30),
        (24, 10, 40),
    ]
    assert [(task.duration, task.priority, task.due) for task in others] == [(5, 7, 9), (6, 8, 10)]
    assert (best, none) == (13, 0)


def test_instances_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    folder = tmp_path / "psplib_rcpsp" / "j30"
    folder.mkdir(parents=True)
    for name in ("j3010_8", "j302_4", "j302_10"):
        (folder / f"{name}.sm").touch()
    names = [file.stem for file in psplib_files(tmp_path, "j30")]
    assert names == ["j302_4", "j302_10", "j3010_8"]


@pytest.mark.parametrize(
    "read",
    [
        best_known,
        lambda data: psplib_files(data, "j30"),
        lambda data: read_tardiness(data, 40),
    ],
)
def test_missing_data_is_named(tmp_path: Path, read) -> None:
    with pytest.raises(SayableError, match="--data") as caught:
        read(tmp_path)
    assert str(tmp_path) in str(caught.value)


def test_the_public_projects_are_all_there(data: Path) -> None:
    best = best_known(data)
    for name, count, tasks in (("j30", 48, 30), ("j120", 30, 120)):
        files = psplib_files(data, name)
        assert len(files) == count
        for file in files:
            problem = read_psplib(file)
            assert len(problem.tasks) == tasks
            assert len(problem.resources) == 4
            assert best[file.name] >= max(task.duration for task in problem.tasks)
    assert best["j301_1.sm"] == 43
    assert best["j1201_1.sm"] == 105


def test_the_public_weighted_tardiness_is_all_there(data: Path) -> None:
    for size in (40, 50):
        found = read_tardiness(data, size)
        assert [len(tasks) for tasks, _ in found] == [size] * 125
        assert all(1 <= task.duration <= 100 for tasks, _ in found for task in tasks)
        assert all(1 <= task.priority <= 10 for tasks, _ in found for task in tasks)
    tasks, best = read_tardiness(data, 40)[0]
    assert (tasks[0].duration, tasks[0].priority, tasks[0].due, best) == (26, 1, 1588, 913)
