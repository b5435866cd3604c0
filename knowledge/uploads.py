"""Single files become part of a library, called `uploads/<name>`. One of the same name is a new
version, and nobody replaces what is somebody else's.
"""

from collections.abc import Sequence
from pathlib import Path

from knowledge.adding import Progress, silent
from knowledge.index import Doubtful, Report, Skipped, file_of, never, skipped_for, take_in
from knowledge.library import Library
from knowledge.owning import HOUSE, Bringer
from knowledge.passage import KnowledgeError
from knowledge.readers import NOTHING, Said

UPLOADS = "uploads"


def index_uploads(
    library: Library,
    files: Sequence[Path],
    progress: Progress = silent,
    said: Said = NOTHING,
    by: Bringer = HOUSE,
    doubtful: Doubtful = never,
) -> Report:
    """Takes in single files; the other uploads stay.

    Args:
        by: who brings them. What is called like somebody else's document is skipped, and so is the
            second of two files of one name.
        doubtful: a file with such a document in it is skipped as well.

    Raises:
        KnowledgeError: `in-use` or `read-only` as the library says; `taken` if somebody else was
            quicker.
    """
    names, skipped = _names(library, files, by)
    mine = frozenset(source for source in library.sources() if file_of(source) in names.values())
    report = take_in(
        library, names, None, mine, progress, said, wanted=True, by=by, doubtful=doubtful
    )
    return report.model_copy(update={"skipped": (*report.skipped, *skipped)})


def _names(
    library: Library, files: Sequence[Path], by: Bringer
) -> tuple[dict[Path, str], list[Skipped]]:
    """What files are called, and those that cannot be called so."""
    names: dict[Path, str] = {}
    skipped: list[Skipped] = []
    for file in dict.fromkeys(files):
        source = f"{UPLOADS}/{file.name}"
        try:
            if source in names.values():
                raise KnowledgeError("twice", file=source)
            library.check(file_of(source), by)
        except KnowledgeError as error:
            skipped.append(skipped_for(source, error))
        else:
            names[file] = source
    return names, skipped
