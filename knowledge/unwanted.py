"""What a person retired or erased, so that a folder in which it still lies does not bring it back.

Only hashes are kept: of what was erased, no word and no name may stay. A text that has changed
since, or that somebody adds by its name, is wanted again.
"""

import hashlib
from collections.abc import Iterable

from knowledge.chunks import Cut
from knowledge.register import Register, marks, slices


def note(register: Register, source: str) -> None:
    """The latest text of a document is not wanted; call it while the document is still there."""
    last = register.do(
        "SELECT digest FROM versions WHERE source = ? ORDER BY number DESC", source
    ).fetchone()
    if last:
        register.do(
            "INSERT OR REPLACE INTO unwanted VALUES (?, ?)", _hash(source), _hash(last["digest"])
        )


def lift(register: Register, source: str) -> None:
    """Whatever was said of a document, it is wanted."""
    register.do("DELETE FROM unwanted WHERE source = ?", _hash(source))


def unwanted(register: Register, cuts: Iterable[Cut]) -> set[str]:
    """The sources of those whose text is still the one that somebody retired or erased."""
    texts = {_hash(cut.document.source): cut for cut in cuts}
    rows = [
        row
        for some in slices(list(texts))
        for row in register.rows(f"SELECT * FROM unwanted WHERE source IN ({marks(some)})", *some)
    ]
    found = ((texts[row["source"]], row["digest"]) for row in rows)
    return {cut.document.source for cut, digest in found if _hash(cut.digest) == digest}


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
