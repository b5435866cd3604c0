"""A procedure read as steps: who does what, how long it takes, by when. It knows how steps are
written in both languages, numbered or as rows of a table; it plans nothing.

    4. Warehouse clerk inspects the goods (15 minutes, within 1 working day of arrival).
    Step: Inspect the goods, Who: Warehouse clerk, How long: 15 minutes
"""

import re
from collections.abc import Iterator, Mapping
from itertools import dropwhile, takewhile
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


_HEAD = re.compile(
    r"(?:^|[,，]\s*)(?:"
    r"(?P<number>(?:no|nr|#|序号|编号)(?=\s*[:：])|step(?=\s*[:：]\s*\d+\s*[,，])|步骤(?=[:：]\s*\d+[,，]))|"
    r"(?P<what>steps?|task|what(?: to do)?|activity|action|步骤|任务|工作|事项|内容|做什么|操作)|"
    r"(?P<who>who|role|by whom|responsible|done by|owner|谁做|由谁|负责人?|责任人|执行人|岗位)|"
    r"(?P<long>how long|time|duration|takes|用时|耗时|时长|时间|多久|需要时间|所需时间)|"
    r"(?P<minutes>minutes|mins?|分钟)|"
    r"(?P<soon>within|by when|deadline|due|时限|期限|何时完成|完成时限))\s*[:：]\s*",
    re.IGNORECASE,
)
"""A heading of a column in a row of a table."""


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
    """The numbered steps of a document, the first list of them, if there are several; or else those
    of its first table that says of each how long it takes."""
    return _numbered(text) or _of_table(text)


def _of_table(text: str) -> list[Step]:
    rows = list(takewhile(bool, dropwhile(lambda row: not row, map(_cells, text.splitlines()))))
    return [_of_row(place, row) for place, row in enumerate(rows, 1)]


def _cells(line: str) -> dict[str, str]:
    """What a row of a table, as documents hold it (`knowledge/grids.py`), says of a step; nothing
    if it is none."""
    heads = list(_HEAD.finditer(line))
    ends = [each.start() for each in heads[1:]] + [len(line)]
    cells = {
        str(head.lastgroup): line[head.end() : end].strip(" ,，.。")
        for head, end in zip(heads, ends, strict=False)
    }
    if cells.get("minutes", "").isdecimal():
        cells["long"] = f"{cells['minutes']} min"
    begins = bool(heads) and heads[0].start() == 0
    takes = minutes(cells.get("long", "")) is not None
    return cells if begins and takes and cells.get("what") else {}


def _of_row(number: int, row: Mapping[str, str]) -> Step:
    given = _times(row["long"]) | _soon(row.get("soon", ""))
    who = row.get("who", "") or who_does(row["what"])
    return Step.model_validate({"number": number, "text": row["what"], "who": who, **given})


def _soon(cell: str) -> dict[str, Any]:
    """A time under a heading that says what it is: “2 hours” under “Within”."""
    said = (promise(each) for each in (cell, f"within {cell}", f"{cell}内"))
    found = next(filter(None, said), None)
    return {found.kind: found.wait} if found else {}


def _numbered(text: str) -> list[Step]:
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
