"""Bytes become text. It knows the encodings that Chinese and English files come in."""

from pathlib import Path

from knowledge.encoding import plausible
from knowledge.passage import KnowledgeError

# C0 controls other than tab, line feed, form feed, carriage return: no text file has them.
_BINARY = frozenset(range(32)) - {9, 10, 12, 13}


def text_of(path: Path, source: str) -> str:
    """The text of a file in UTF-8 (with or without a byte order mark), GB18030, or UTF-16 with one.

    Raises:
        KnowledgeError: `not-text`.
    """
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, ("utf-16",), source)
    if _BINARY.intersection(data):
        raise KnowledgeError("not-text", file=source)
    return _decoded(data, ("utf-8-sig", "gb18030"), source)


def _decoded(data: bytes, encodings: tuple[str, ...], source: str) -> str:
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and not plausible(text):
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise KnowledgeError("not-text", file=source)
