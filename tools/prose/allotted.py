"""Times that are said of all tasks, or of one beside its other words: “以下任务周五前完成：”, “全部明天
17点前做完。”, “报表周四前交。”"""

import re
from collections.abc import Sequence

from knowledge import lazily
from knowledge.numbers import fold
from tools.prose.letters import numbered, work_of
from tools.prose.limits import EN_TIME, ZH_TIME, Limit, limits
from tools.prose.records import Row
from tools.wording.names import mentioned

_ALL = re.compile(
    r"全部|所有|统统|都[要得必在于]|以下|下列|下面|这[些几][项个件]?|整个|整体|"
    r"(?<![a-z])(?:all(?! (?:day|night|about))|everything|(?:the )?whole)(?![a-z])"
)
_LEAVES = lazily.compile(
    rf"(?<![a-z])(?:i|we)(?: have to| need to| must|'ve got to| got to| gotta| will|'ll) (?:leave|go|be (?:off|gone|out|away))(?: home)? (?P<en>at {EN_TIME})"
    r"[^.;:\n]{0,40}[.;,!\n]\s*(?:(?:all|everything)[^.;:\n]{0,24} )?(?:before (?:that|then|i (?:go|leave))|until then|by then)(?![a-z])"
    rf"|我们?(?P<zh>{ZH_TIME})(?:就|要|得|必须|还)*(?:走|去|离开|出门|下班|回)[^。；;\n]{{0,20}}[。；;，,\n]\s*(?:在那|在此|在这|这|走|此|那)?之?前"
)
_STOP = re.compile(r"[，,。；;！!？?\n:：]|\.(?=\s|$)")
_HEADS = re.compile(r"[^，,。；;！!？?\n:：]{0,12}[:：](?!\d)")
"""Behind a time that heads what follows."""


def allot(message: str, rows: Sequence[Row]) -> list[Limit]:
    """Gives the rows the times that are said of all, or of a task that is named again.

    Returns:
        those that no row has in the end.
    """
    text = numbered(work_of(message))
    low, left = fold(text), list[Limit]()
    found = limits(text)
    if (leaving := _leaving(low)) is not None:
        for row in rows:
            row.limits.setdefault("deadline", leaving)
    heads = [each.start for each in found if _HEADS.match(low, each.end)]
    for limit in found:
        taken = any(limit.start == each.start for row in rows for each in row.limits.values())
        meant = _of_all(low, limit, rows, heads)
        if not meant:
            meant = _of_one(low, limit, rows)
            for row in rows if meant else ():  # else it was given to one that is not named there
                if row not in meant and row.limits.get(limit.kind) == limit:
                    del row.limits[limit.kind]
        for row in meant:
            own = row.limits.get(limit.kind)
            if own is None or own.start in heads:  # of another heading
                row.limits[limit.kind] = limit
        if not (meant or taken):
            left.append(limit)
    return left


def _leaving(low: str) -> Limit | None:
    """By when all is to be done: “I have to leave at 4. Before that: ...”."""
    match = _LEAVES.search(low)
    if match is None:
        return None
    time = match["en"] or match["zh"]
    return Limit(*match.span("en" if match["en"] else "zh"), "deadline", time)


def _of_all(low: str, limit: Limit, rows: Sequence[Row], heads: Sequence[int]) -> list[Row]:
    begin, end = _clause(low, limit)
    if any(begin <= row.start < end for row in rows):
        return []
    if limit.start in heads:
        stop = min((each for each in heads if each > limit.start), default=len(low))
        return [row for row in rows if limit.end <= row.start < stop]
    return list(rows) if _ALL.search(low, begin, end) else []


def _of_one(low: str, limit: Limit, rows: Sequence[Row]) -> list[Row]:
    begin, end = _clause(low, limit)
    if any(begin <= row.start < end for row in rows):
        return []
    words = low[begin : limit.start] + " " + low[limit.end : end]
    named = mentioned(words, [row.name for row in rows])
    return [row for row in rows if len(named) == 1 and row.name in named]


def _clause(low: str, limit: Limit) -> tuple[int, int]:
    """Where the words between two stops begin and end that a time stands in."""
    begin = max((stop.end() for stop in _STOP.finditer(low, 0, limit.start)), default=0)
    stop = _STOP.search(low, limit.end)
    return begin, stop.start() if stop else len(low)
