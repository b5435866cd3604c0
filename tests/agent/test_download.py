"""The growing file; how it is filled is tested with `test_weights.py`."""

from io import BytesIO
from pathlib import Path

import pytest

from agent.download import Partial

NAMES = ("a==1", "b==1", "c==1")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    partial = Partial(tmp_path / "file.bin", 9)
    partial.append(BytesIO(b"aaa"), "a==1")
    partial.append(BytesIO(b"bbb"), "b==1")
    return tmp_path / "file.bin"


def test_finished_pieces_are_remembered(target: Path) -> None:
    partial = Partial(target, 9)
    assert partial.finished(NAMES) == 2
    assert partial.end == 6


def test_pieces_of_other_packages_do_not_count(target: Path) -> None:
    assert Partial(target, 9).finished(("a==1", "b==2")) == 1


def test_a_piece_that_is_cut_short_does_not_count(target: Path) -> None:
    partial = Partial(target, 9)
    partial.path.write_bytes(b"aaab")
    assert partial.finished(NAMES) == 1


@pytest.mark.parametrize("text", ["", "[[", "7", '[["a==1"]]', '{"a": 1}'])
def test_a_torn_record_means_starting_again(target: Path, text: str) -> None:
    (target.parent / "file.bin.pieces").write_text(text)
    assert Partial(target, 9).finished(NAMES) == 0


def test_the_next_piece_replaces_what_is_not_finished(target: Path) -> None:
    partial = Partial(target, 9)
    with partial.path.open("ab") as file:
        file.write(b"torn")
    partial.finished(NAMES)
    partial.append(BytesIO(b"ccc"), "c==1")
    assert partial.path.read_bytes() == b"aaabbbccc"


def test_the_finished_file_leaves_nothing_beside_it(target: Path) -> None:
    Partial(target, 9).become(target)
    assert list(target.parent.iterdir()) == [target]
