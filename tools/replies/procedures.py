"""A procedure read as steps: who does what, how long it takes, by when. It knows how numbered steps
are written in both languages; it plans nothing.

    4. Warehouse clerk inspects the goods (15 minutes, within 1 working day of arrival).
"""

import re
from collections.abc import Iterator
from typing import Any

from tools.record import Record
from tools.replies.promises import Wait, counts_back, promise
from tools.replies.roles import role_named, who_does
from tools.wording.durations import minutes

DEFAULT_MINUTES = 15
"""Of a step that does not say how long it takes; it is marked as assumed."""
_STEP = re.compile(r"^\s*(\d+)[.、．)]\s*(.+?)\s*$")
_BRACKET = re.compile(r"[（(]([^（）()]*)[）)][。.]?\s*$")
_PART = re.compile(r"[,，;；]\s*")
_CUSTOMER = re.compile(r"\s*(?:the )?(?:customer|patient|applicant)|\s*(?:客户|患者|申请人)")
_SENTENCE_END = re.compile(
    r"(?<=[。！？])(?![。！？”」）])|(?<=[。！？][”」）])|"
    r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bNo\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<=[.!?])\s+"
)
"""Neither within 1.8, an address or a name of the web, nor behind the title of a person."""
_ITEM = re.compile(r"^\s*(?:[-*]|\d+[.、)])\s+")


_TAKES = re.compile(
    r"[（(][^（）()]*(?:minutes?|hours?|days?|分钟|小时|天|工作日)[^（）()]*[)）][。.]?$"
)
"""How steps end: what staff do, and how long it takes them."""


class Step(Record):
    """One step of a procedure."""

    number: int
    text: str
    """What is done, without the bracket at its end."""
    who: str = ""
    """The role that does it, as the step calls it; empty if it names none."""
    minutes: int = DEFAULT_MINUTES
    assumed: bool = True
    """Nobody said how long it takes."""
    within: Wait | None = None
    """How soon it must be done."""
    wait: Wait | None = None
    """How long to wait before it may begin."""


def steps_of(text: str) -> list[Step]:
    """The numbered steps of a document; the first list of them, if there are several."""
    found: list[Step] = []
    for line in text.splitlines():
        match = _STEP.match(line)
        if match and int(match[1]) == len(found) + 1:
            found.append(_step(len(found) + 1, match[2]))
        elif match and found:
            break
    known = tuple(dict.fromkeys(step.who for step in found if step.who))
    return [
        step.model_copy(update={"who": who_does(step.text, known) or step.who}) for step in found
    ]


def _step(number: int, words: str) -> Step:
    bracket = _BRACKET.search(words)
    text = (words[: bracket.start()] if bracket else words).rstrip(" .。")
    parts = _PART.split(bracket[1]) if bracket else []
    given: dict[str, Any] = {}
    for part in parts:
        given |= _times(part)
    who = who_does(text) or next(filter(None, map(role_named, parts)), "")
    return Step.model_validate({"number": number, "text": text, "who": who, **given})


def _times(part: str) -> dict[str, Any]:
    length = minutes(part)
    if length is None or length < 1 or _CUSTOMER.match(part):  # what others do is no work of ours
        return {}
    if promised := promise(part):
        return {promised.kind: promised.wait}
    return {} if counts_back(part) else {"minutes": length, "assumed": False}


def is_step(sentence: str) -> bool:
    """Does a sentence tell what staff do, and how long it takes them?"""
    return bool(_TAKES.search(sentence))


def without_time(sentence: str) -> str:
    """A step without the time it takes."""
    return _TAKES.sub("", sentence)


def is_item(line: str) -> bool:
    """Is a line an item of a list?"""
    return bool(_ITEM.match(line))


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a Markdown text; an item of a list is one, headings are none."""
    for line in text.splitlines():
        if line.lstrip().startswith(("#", "|")):
            continue
        item = _ITEM.match(line)
        if item:
            yield line[item.end() :].strip()
        else:
            yield from (found.strip() for found in _SENTENCE_END.split(line) if found.strip())
