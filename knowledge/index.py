"""Folders of files become part of a library. It knows where files are and what they are called.

Built-in documents are called by their path below `knowledge/documents`, a user's file by
`<folder>-<6 hex digits of the hash of its absolute path>/<path in it>`: two folders called `docs`,
or a user's `procedures`, never get in each other's way, and indexing a folder twice finds its own
files again. A folder that was moved counts as another one. A single file is called as it is in the
folder that it was taken in with, else in its own.

What is said about a file (who may see it, until when it holds) may stand in `<file>.yaml` next to
it, and for all files of a folder and below in `about.yaml` in it; the nearest knows best.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from knowledge import owning
from knowledge.about import read_about
from knowledge.adding import Progress, silent
from knowledge.fields import FIELDS, Field, of_fields
from knowledge.held import OURS
from knowledge.library import Library
from knowledge.owning import HOUSE, Bringer
from knowledge.passage import Document, KnowledgeError, Record
from knowledge.readers import NOTHING, Said, read
from knowledge.text import text_of

BUILT_IN = Path(__file__).parent / "documents"
ABOUT = "about.yaml"
SIDECAR = ".yaml"


Doubtful = Callable[[Document], bool]
"""Must a document wait until somebody has looked at it?"""


def never(document: Document) -> bool:
    """For those who have looked before."""
    return False


class Skipped(Record):
    """A file that could not be read."""

    source: str
    reason: str
    """A key of `knowledge.passage.SENTENCES`."""
    values: dict[str, str]
    """What stands in the sentence."""
    detail: str
    """The reason as an English sentence."""


class Report(Record):
    """What indexing changed, in passages, and what it left out."""

    added: int
    unchanged: int
    removed: int
    skipped: tuple[Skipped, ...] = ()


def built_in() -> list[Document]:
    """The documents that come with Whyflow."""
    documents, _ = _read_all(_built_in_names(FIELDS), BUILT_IN, NOTHING)
    return documents


def _built_in_names(fields: Sequence[Field]) -> dict[Path, str]:
    # Texts lie in a folder for each kind; a README beside those folders is none of them.
    inside = (file for file in _files(BUILT_IN) if file.parent != BUILT_IN)
    return {file: file.relative_to(BUILT_IN).as_posix() for file in of_fields(inside, fields)}


def index_built_in(
    library: Library, progress: Progress = silent, fields: Sequence[Field] = FIELDS
) -> Report:
    """Takes in the documents that come with Whyflow, for these fields; of others, what was taken in
    before is retired."""
    names = _built_in_names(fields)
    mine = frozenset(source for source in library.sources() if source.startswith(OURS))
    return take_in(library, names, BUILT_IN, mine, progress, NOTHING, wanted=False)


def index_folder(
    library: Library,
    path: Path,
    progress: Progress = silent,
    said: Said = NOTHING,
    doubtful: Doubtful = never,
) -> Report:
    """Takes in a user's folder, or one file.

    Files that cannot be read are skipped and reported, and what the library knew of them stays;
    what it knew of files that are gone is retired. Hidden files are passed over in silence. What
    a person retired or erased stays so, unless its text has changed or `path` is that very file.

    Args:
        said: what holds for all files that do not say otherwise.
        doubtful: a file with such a document in it is skipped as well.

    Raises:
        KnowledgeError: `no-folder`; and `in-use` or `read-only` as the library says.
    """
    path = path.expanduser().absolute()
    if not path.exists():
        raise KnowledgeError("no-folder", path=str(path))
    root = path.resolve() if path.is_dir() else _root_of(path, library)
    files = _files(root) if path.is_dir() else [path.parent.resolve() / path.name]
    prefix = root_name(root)
    names = {file: f"{prefix}/{file.relative_to(root).as_posix()}" for file in files}
    # A table's rows are called `<file>#<row>`.
    covered = f"{prefix}/" if path.is_dir() else f"{names[files[0]]}#"
    mine = frozenset(source for source in library.sources() if source.startswith(covered))
    return take_in(
        library, names, root, mine, progress, said, wanted=path.is_file(), doubtful=doubtful
    )


def root_name(root: Path) -> str:
    """What a user's folder is called in the library."""
    return f"{root.name}-{hashlib.sha256(str(root).encode()).hexdigest()[:6]}"


def _root_of(file: Path, library: Library) -> Path:
    """The nearest folder above a file that was taken in: who may see it may be said up there."""
    known = {held.source.partition("/")[0] for held in library.held()}
    folders = file.parent.resolve(), *file.parent.resolve().parents
    return next((folder for folder in folders if root_name(folder) in known), folders[0])


def _files(root: Path) -> list[Path]:
    """Every file below, sorted; hidden ones and linked folders left out."""
    return sorted(_walk(root))


def _walk(root: Path) -> Iterator[Path]:
    for folder, below, files in os.walk(root, followlinks=False):
        below[:] = [name for name in below if not name.startswith(".")]
        listed = set(files)
        yield from (Path(folder, name) for name in files if not _passed_over(name, listed))


def _passed_over(name: str, beside: set[str]) -> bool:
    """Hidden, or about other files."""
    return name.startswith(".") or name == ABOUT or name.removesuffix(SIDECAR) in beside - {name}


def take_in(
    library: Library,
    names: dict[Path, str],
    root: Path | None,
    known: frozenset[str],
    progress: Progress,
    said: Said,
    *,
    wanted: bool,
    by: Bringer = HOUSE,
    doubtful: Doubtful = never,
) -> Report:
    """Takes in files.

    Args:
        names: what each is called in the library.
        root: the folder that they may not leave, in which more may be said about them; None if
            they come by themselves.
        known: documents that are retired if they are not among these files.
        said, doubtful, wanted, by: as `index_folder`, `Library.add` and `index_uploads` say.
    """
    documents, skipped = _read_all(names, root, said, doubtful)
    documents = [each for each in documents if _for_theirs(each, by, skipped)]
    added = library.add(documents, progress, wanted=wanted, by=by)
    kept = {document.source for document in documents}
    unread = {file_of(skip.source) for skip in skipped}
    gone = [s for s in known - kept if file_of(s) not in unread]
    removed = added.removed + library.retire(gone, wanted=True)
    unwanted = sorted(set(map(file_of, added.left_out)))
    skipped += [skipped_for(file, KnowledgeError("unwanted", file=file)) for file in unwanted]
    return Report(
        added=added.added, unchanged=added.unchanged, removed=removed, skipped=tuple(skipped)
    )


def _for_theirs(document: Document, by: Bringer, skipped: list[Skipped]) -> bool:
    """Whether somebody may bring it for those who are to see it; why not is noted."""
    try:
        owning.check_audience(document, by)
    except KnowledgeError as error:
        skipped.append(skipped_for(document.source, error))
        return False
    return True


def file_of(source: str) -> str:
    """Of a table's row, the table."""
    return source.partition("#")[0]


def skipped_for(source: str, error: KnowledgeError) -> Skipped:
    values = {name: str(value) for name, value in error.values.items()}
    return Skipped(source=source, reason=error.reason, values=values, detail=str(error))


def _read_all(
    names: dict[Path, str], root: Path | None, said: Said, doubtful: Doubtful = never
) -> tuple[list[Document], list[Skipped]]:
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for file, source in names.items():
        try:
            inside = _read_inside(file, source, root, said) if root else read(file, source, said)
            if root != BUILT_IN and any(each.kind == "reply" for each in inside):
                raise KnowledgeError("reply-template", file=source)
            if [each for each in inside if doubtful(each)]:
                raise KnowledgeError("personal", file=source)
            documents += inside
        except KnowledgeError as error:
            skipped.append(skipped_for(source, error))
    return documents, skipped


def _read_inside(file: Path, source: str, root: Path, said: Said) -> list[Document]:
    if not file.resolve().is_relative_to(root):
        raise KnowledgeError("outside", file=source)
    beside = [folder / ABOUT for folder in _down_to(file.parent, root)]
    known = dict(said)
    for each in [*beside, file.with_name(file.name + SIDECAR)]:
        if each.is_file() and each.resolve().is_relative_to(root):
            known |= read_about(text_of(each, each.name), each.name)
    return read(file, source, known)


def _down_to(folder: Path, root: Path) -> list[Path]:
    """The folders from the root to this one."""
    parts = folder.relative_to(root).parts
    return [root.joinpath(*parts[:depth]) for depth in range(len(parts) + 1)]
