"""A second process on a library, for test_knowledge_processes.py.

child.py index FOLDER FILES   indexes; prints the progress and waits for a line before it goes on
child.py search FOLDER WORDS  opens for reading and prints the sources found
child.py own FOLDER           tries to become the owner and prints why it cannot
child.py add FOLDER SERVER NAME TEXT      adds 20 documents one by one
child.py die FOLDER TEXT MOMENT [SERVER]  kills itself before or after the shelves changed
"""

import os
import signal
import sys
from pathlib import Path

from letters import LetterEmbedder

from knowledge.index import index_folder
from knowledge.library import Library
from knowledge.passage import Document, KnowledgeError


def index(folder: str, files: str) -> None:
    def progress(done: int, total: int) -> None:
        print(done, flush=True)
        sys.stdin.readline()

    with Library(Path(folder), LetterEmbedder()) as library:
        index_folder(library, Path(files), progress)


def search(folder: str, words: str) -> None:
    with Library(Path(folder), LetterEmbedder(), reading=True) as library:
        print(library.count(), *(passage.source for passage in library.search(words)))


def own(folder: str) -> None:
    try:
        Library(Path(folder), LetterEmbedder()).close()
    except KnowledgeError as error:
        print(error.reason, error)


def add(folder: str, server: str, name: str, text: str) -> None:
    with Library(Path(folder), LetterEmbedder(), server=server) as library:
        added = 0
        for number in range(20):
            words = text.format(number, f"{name} {number}")
            title, source = f"{name} {number}", f"{name}/{number}"
            document = Document(source=source, title=title, text=words, language="en")
            added += library.add([document]).added
    print(added, "added")


def die(folder: str, text: str, moment: str, server: str | None = None) -> None:
    def kill(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    document = Document(source="parcel", title="Parcel", text=text, language="en")
    with Library(Path(folder), LetterEmbedder(), server=server) as library:
        assert library._adding
        placing = library._adding._placing
        if moment == "before":
            placing._shelves.place = kill  # type: ignore[method-assign]
        else:
            placing._note = kill  # type: ignore[method-assign]
        library.add([document])


if __name__ == "__main__":
    {"index": index, "search": search, "own": own, "die": die, "add": add}[sys.argv[1]](
        *sys.argv[2:]
    )
