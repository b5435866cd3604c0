"""Bytes -> text, and JSON. It knows no tables and no words, so it is imported quickly."""

import json
import re
from collections import Counter
from functools import partial
from typing import Any

from knowledge.encoding import plausible
from tools.record import PlanError, short

ENCODINGS = ("utf-8-sig", "gb18030")
NOT_TEXT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"
    r"|[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]"
    r"|(?<=\w)\u200d|\u200d(?=\w)"
)
"""Control characters, half characters, and what nobody sees: marks of writing direction, joints and
blanks without width (but those that join emoji), tags."""


def legible(text: str) -> str:
    """`text` without characters that no model reads, no file keeps or no person sees."""
    return NOT_TEXT.sub("", text)


def is_json(data: bytes, kind: str) -> bool:
    """Whether `data` is said to be JSON, or begins like it where nothing is said."""
    return kind == ".json" or (kind == "" and data.lstrip()[:1] in (b"{", b"["))


def text_of(data: bytes, name: str) -> str:
    """Bytes in UTF-8 or GB18030 as text.

    Raises:
        PlanError: they are neither.
    """
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (encoding != "gb18030" or plausible(text)):
            return text
    raise PlanError("file-corrupt", file=name, why="not text in UTF-8 or GB18030; save it as UTF-8")


def json_of(data: bytes, name: str) -> Any:
    """JSON in which no key stands twice.

    Raises:
        PlanError: it is none.
    """
    try:
        return json.loads(text_of(data, name), object_pairs_hook=partial(_once, name=name))
    except PlanError:
        raise
    except (json.JSONDecodeError, RecursionError) as error:
        raise PlanError("file-corrupt", file=name, why=str(error)) from error
    except ValueError as error:  # Python reads no number of 4300 digits and more
        raise PlanError("file-digits", file=name) from error


def _once(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    """One JSON object; of a key that stands there twice, one value would be lost unseen."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise PlanError("file-key-twice", file=name, twice=short(twice))
    return found
