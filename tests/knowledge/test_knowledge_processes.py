"""Two real processes on one library: what is refused, what is possible, what survives a kill."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from children import answer, child

from knowledge.adding import BATCH, GROUP
from knowledge.embed import Embeds, Vectors
from knowledge.index import index_folder
from knowledge.library import Library
from knowledge.passage import Document, KnowledgeError


class Counting:
    """Counts the texts that an embedder is given."""

    def __init__(self, embedder: Embeds) -> None:
        self.queries, self.frame = embedder.queries, embedder.frame
        self._embedder, self.texts = embedder, 0

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.texts += len(texts)
        return self._embedder.passages(texts)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(10):
        rules = range(40 * number, 40 * number + 40)
        lines = [
            f"# {rule}\n\nRule {rule}: {'box ' * 40}{rule * 7919} goes to Leeds." for rule in rules
        ]
        (folder / f"{number}.md").write_text("\n\n".join(lines))
    return folder


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


def test_a_killed_indexing_leaves_nothing_half_and_is_resumed(tmp_path, embedder, files):
    """Each file is long enough for several batches."""
    library = tmp_path / "library"
    with child("index", library, files) as process:
        while int(process.stdout.readline()) < GROUP + 2 * BATCH:
            process.stdin.write("\n")
            process.stdin.flush()
        with pytest.raises(KnowledgeError, match="Another process"):
            Library(library, embedder)
        process.kill()
    with Library(library, embedder, reading=True) as reader:
        whole = {held.source: held.passages for held in reader.held()}
        assert set(whole.values()) == {40}  # each document that is there is there to its end
        assert reader.count() >= GROUP
    counting = Counting(embedder)
    with Library(library, counting) as resumed:
        report = index_folder(resumed, files)
        assert report.unchanged == sum(whole.values())
        assert counting.texts <= report.added - BATCH  # vectors that were done were kept
        found = {held.source: held.passages for held in resumed.held()}
        (last,) = resumed.search(f"Rule 399: box {399 * 7919} goes to Leeds", limit=1)
        assert last.text.startswith("Rule 399")
    with Library(tmp_path / "fresh", embedder) as fresh:
        index_folder(fresh, files)
        assert {held.source: held.passages for held in fresh.held()} == found


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_kill_while_the_shelves_change_is_put_right(tmp_path, embedder, moment):
    """The worst moments: Chroma has changed and the register has not, or nothing has yet."""
    folder = tmp_path / "library"
    parcel, text = "A broken parcel is replaced.", "A broken parcel is repaired."
    old = Document(source="parcel", title="Parcel", text=parcel, language="en")
    with Library(folder, embedder) as library:
        library.add([old])
    assert answer("die", folder, text, moment, code=-9) == ""
    with Library(folder, embedder) as library:
        (found,) = library.search("broken parcel")
        assert found.text == parcel
        assert library.held()[0].version == "1"
        shelves = library._shelves.standing()
        assert sum(map(len, shelves.values())) == 1
        library.add([old.model_copy(update={"text": text})])
        assert library.search("broken parcel")[0].text == text
