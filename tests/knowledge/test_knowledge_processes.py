"""Two real processes on one library: what is refused, what is possible, what survives a kill."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.index import index_folder
from knowledge.library import BATCH, Library
from knowledge.passage import Document, KnowledgeError

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}


def child(*arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, str(HERE / "child.py"), *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=ENVIRONMENT)


def answer(*arguments: object) -> str:
    with child(*arguments) as process:
        out, _ = process.communicate()
    assert process.returncode == 0
    return out.strip()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(3 * BATCH):
        (folder / f"{number}.txt").write_text(f"Rule {number}: box {number * 7919} goes to Leeds.")
    return folder


def ids(library: Library) -> set[str]:
    return {passage.id for passage in library._store.all()}


def test_a_second_owner_is_refused_and_told_the_folder(library):
    reply = answer("own", library.folder)
    assert reply.startswith("in-use")
    assert str(library.folder) in reply


def test_a_folder_is_free_again_after_its_owner_closed(tmp_path, embedder):
    Library(tmp_path / "library", embedder).close()
    assert answer("own", tmp_path / "library") == ""


def test_another_process_searches_while_the_owner_is_open(library):
    text = "A broken parcel is replaced within two days."
    library.add([Document(source="parcel", title="Broken parcel", text=text, language="en")])
    assert answer("search", library.folder, "broken parcel replaced") == "1 parcel"


def test_a_killed_indexing_is_resumed_to_the_same_passages(tmp_path, embedder, files):
    with child("index", tmp_path / "library", files) as process:
        assert process.stdout.readline() == "0\n"
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline() == f"{BATCH}\n"
        with pytest.raises(KnowledgeError, match="Another process"):
            Library(tmp_path / "library", embedder)
        with Library(tmp_path / "library", embedder, reading=True) as reader:
            assert reader.count() == BATCH
        process.kill()
    with Library(tmp_path / "library", embedder) as resumed:
        report = index_folder(resumed, files)
        assert (report.added, report.unchanged) == (2 * BATCH, BATCH)
        found = ids(resumed)
    with Library(tmp_path / "fresh", embedder) as fresh:
        index_folder(fresh, files)
        assert ids(fresh) == found
