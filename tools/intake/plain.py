"""Bytes -> text, and JSON. It knows no tables and no words, so it is imported quickly."""

import json
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from functools import partial
from json import JSONDecoder
from typing import Any, NamedTuple

from knowledge.encoding import is_big5, plausible
from tools.plan import Task
from tools.record import PlanError, short

ENCODINGS = {"utf-8-sig": None, "gb18030": plausible, "big5": is_big5}
"""In which texts may be, and what must hold for what comes out."""
_FIELDS = {*Task.model_fields, "after"}
NOT_TEXT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"
    r"|[\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]"
    r"|[\U000e0000-\U000e007f]"
    r"|(?<=\w)\u200d|\u200d(?=\w)"
)
"""Control characters, half characters, and what nobody sees: marks of writing direction, hyphens
that only show where a line ends, joints and blanks without width (but those that join emoji), tags."""


def legible(text: str) -> str:
    """`text` without characters that no model reads, no file keeps or no person sees."""
    return NOT_TEXT.sub("", text)


def is_json(data: bytes, kind: str) -> bool:
    """Whether `data` is said to be JSON, or begins like it where nothing is said."""
    return kind == ".json" or (kind == "" and data.lstrip()[:1] in (b"{", b"["))


def text_of(data: bytes, name: str) -> str:
    """Bytes in UTF-8, UTF-16 with its mark, GB18030 or Big5 as text.

    Raises:
        PlanError: they are none of these.
    """
    marked = data[:2] in (BOM_UTF16_LE, BOM_UTF16_BE)
    for encoding, likely in {"utf-16": None}.items() if marked else ENCODINGS.items():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (likely is None or likely(text)):
            return text
    raise PlanError("file-encoding", file=name)


def json_of(data: bytes, name: str) -> Any:
    """JSON in which no key stands twice.

    Raises:
        PlanError: it is none.
    """
    try:
        return json.loads(text_of(data, name), object_pairs_hook=partial(_once, name=name))
    except PlanError:
        raise
    except json.JSONDecodeError as error:
        told = {"line": error.lineno, "column": error.colno}
        raise PlanError("file-json", file=name, **told) from error
    except RecursionError as error:
        raise PlanError("file-corrupt", file=name) from error
    except ValueError as error:  # Python reads no number of 4300 digits and more
        raise PlanError("file-digits", file=name) from error


class Json(NamedTuple):
    """JSON in a text, and where it ends."""

    value: Any
    end: int


def json_at(text: str, start: int) -> Json | None:
    """The JSON that begins at `start`, if there is some; of a key that stands twice, the last."""
    try:
        return Json(*JSONDecoder().raw_decode(text, start))
    except (ValueError, RecursionError):
        return None


def is_own(value: Any) -> bool:
    """Whether JSON is a problem as `whyflow plan --schema` describes it, and no list of tasks that
    others call otherwise: a slip in it is to be refused by its name. One task that says nothing
    but what ours say is enough to tell."""
    tasks = value.get("tasks") if isinstance(value, dict) else None
    if not isinstance(tasks, list) or not all(isinstance(task, dict) for task in tasks):
        return False
    spelt = any(isinstance(task.get("duration"), str) for task in tasks)
    return not spelt and (not tasks or any(task.keys() <= _FIELDS for task in tasks))


def _once(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    """One JSON object; of a key that stands there twice, one value would be lost unseen."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise PlanError("file-key-twice", file=name, twice=short(twice))
    return found
