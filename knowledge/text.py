"""Bytes become text. It knows the two encodings that Chinese and English files come in."""

from pathlib import Path

from knowledge.passage import KnowledgeError

# C0 controls other than tab, line feed, form feed, carriage return: no text file has them.
_BINARY = frozenset(range(32)) - {9, 10, 12, 13}


def text_of(path: Path, source: str) -> str:
    """The text of a file in UTF-8 (with or without a byte order mark) or GB18030.

    Raises:
        KnowledgeError: `not-text`.
    """
    data = path.read_bytes()
    if _BINARY.intersection(data):
        raise KnowledgeError("not-text", file=source)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise KnowledgeError("not-text", file=source)
