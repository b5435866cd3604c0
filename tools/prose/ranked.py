"""Priorities that are told for all tasks in one place: “Priorities: complaints 9, refunds 7, the
rest 3”, “优先级：处理投诉9，退款审核7，其他3”."""

import re
from collections.abc import Iterator, Sequence

from knowledge.numbers import fold
from tools.prose.records import Row, Said
from tools.wording.names import mentioned

_LIST = re.compile(
    r"(?:(?<![a-z])(?:priorit(?:y|ies)|urgency)(?: (?:is|are|as follows))?|优先级?|优先度|紧急程?度|权重)"
    r"(?:分别)?(?:是|为|如下)?\s*[:：,，]?\s*(?P<list>(?:[^。；;!！?？\n\d.]{1,40}\d{1,2}(?!\d)[,，、;；]?)+)"
)
_ENTRY = re.compile(r"(?P<name>[^,，、;；\d]+?)[\s:：=是为]*(?P<number>\d{1,2})(?!\d)")
_REST = re.compile(
    r"(?:(?:the )?(?:others?|rest|remaining)|everything else|其[他余它]|剩下|其它|别的)"
)
HIGHEST = 10


def rank(message: str, rows: Sequence[Row]) -> None:
    """Rows take the priorities that such a list gives them; it names two tasks at least."""
    names = {row.name: row for row in rows}
    for match in _LIST.finditer(fold(message)):
        said = list(_entries(match["list"], list(names)))
        if len({name for name, _ in said if name}) < 2:
            continue
        given = {name for name, _ in said}
        for name, priority in said:
            for row in [names[name]] if name else (r for r in rows if r.name not in given):
                row.priority = priority


def _entries(words: str, names: Sequence[str]) -> Iterator[tuple[str, Said]]:
    """Each name with its priority; an empty one is all the rest."""
    for match in _ENTRY.finditer(words):
        found = mentioned(match["name"], names)
        rest = _REST.search(match["name"])
        number = int(match["number"])
        if number <= HIGHEST and (len(found) == 1 or rest):
            name = "" if rest else found[0]
            yield name, Said(number, match[0].strip())
