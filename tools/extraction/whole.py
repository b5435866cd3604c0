"""The names of tasks where the network has cut a word in two: 求评审 of 需求评审."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.extraction.units import Place, Units

_SIGN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z0-9]+$")
_LED = ("负责", "完成", "进行", "开始", "安排")
"""Words that lead to a name, of which the network at times marks the end."""
_KEPT = (
    "需求",
    "要求",
    "对账",
    "对接",
    "用户",
    "应急",
    "会议",
    "会计",
    "过滤",
    "过磅",
    "加工",
    "加热",
)
"""Words that begin like what leads to a name, and are part of it."""
_TITLES = (
    "医生",
    "护士",
    "老师",
    "师傅",
    "经理",
    "会计",
    "律师",
    "主任",
    "组长",
    "店长",
    "班长",
    "院长",
)
_NO_NAME = re.compile(r"[^\w\s(（\[【《“\"'‘<#@]+\s*")
"""A picture before a name."""
_ROOM = re.compile(r"(?<![\d:.])\d{1,4}(?:号|室|房)?(?:间)?$")
"""What a name in Chinese begins with that a number leads to: 201打扫, 3号线检修."""
_CLOCK = re.compile(r"(?<=[\u3400-\u9fff])\d{1,2}$")
"""The hour behind a name: 仪式11:58."""
_OPEN = re.compile(
    r"[a-z](?: (?:to|of|for|from|into|onto|over|in|on|at|with))+(?: the)?$", re.IGNORECASE
)
_MORE = re.compile(
    r"(?: (?!(?:the|and|then|which|that|is|takes?)(?![a-z]))[A-Za-z][\w'-]*){1,2}"
    r"(?= ?(?:$|[,.;:(]|which|that|takes?|and|for))"
)
_BEHIND = ("大概", "大约", "优先", "截止", "一起", "一共", "上午", "下午", "下周", "本周", "每周")
"""Words behind a name of which a mark may take the first sign: 盘点仓库 in 盘点仓库大概."""
_TRAIL = re.compile(r"(?<=[\u3400-\u9fff]{2})(?:需要?|要|得|用时)$")


def full_names(message: str, marks: Sequence[Place], taken: Sequence[Place]) -> Iterator[Place]:
    """Where the names themselves stand.

    Args:
        marks: of the network, from left to right.
        taken: where values stand.
    """
    held = [(0, 0), *marks]
    for (_, before), (start, end) in pairwise(held):
        free = max([before, *(b for a, b in taken if b <= start)], default=0)
        start = _begin(message, start, end, free)
        lead = _NO_NAME.match(message, start, end)
        if lead and lead.end() < end:
            start = lead.end()
        if end - start > 2 and message[end - 1 : end + 1] in _BEHIND:
            end -= 1
        trail = _TRAIL.search(message, start, end)
        if message[end : end + 1] in (":", "：", "点"):
            trail = trail or _CLOCK.search(message, start, end)
        yield start, trail.start() if trail else _end(message, end, taken)


def _end(message: str, end: int, taken: Sequence[Place]) -> int:
    """Behind what a name that ends with “to the” goes to: “drive over to Ludlow”."""
    if _OPEN.search(message, 0, end):
        stop = min((start for start, _ in taken if start >= end), default=len(message))
        if more := _MORE.match(message, end, max(stop, end)):
            return more.end()
    return end


def joined(tags: Sequence[int], units: Units) -> list[int]:
    """The tags of the units, where two names of tasks that nothing parts are one: 倒 and 垃圾.

    Args:
        tags: 1 where the name of a task begins, 2 where it goes on.
    """
    return [
        2 if tag == 1 and number and tags[number - 1] in (1, 2) and _touch(units, number) else tag
        for number, tag in enumerate(tags)
    ]


def _touch(units: Units, number: int) -> bool:
    return units.places[number - 1][1] == units.places[number][0]


def _begin(message: str, start: int, end: int, free: int) -> int:
    """Where the word begins that a mark begins with.

    Args:
        free: from where on nothing else is said.
    """
    if not _SIGN.match(message, start):
        return start
    word = message[start - 1 : start + 1]
    if word in _TITLES and end - start > 2:
        return start + 1  # 生总检 of 医生总检
    if end - start == 1 and start > free and message.count(word) > 1 and _SIGN.match(word):
        return start - 1  # 扫 of 打扫, which comes again
    if word in _LED and end - start > 1:
        return start + 1
    if start - 1 < free:
        return start
    if word in _KEPT:
        return start - 1
    if room := _ROOM.search(message, free, start):
        return room.start()
    latin = _LATIN.search(message, free, start)
    if latin and latin[0].isalpha() and latin[0].isupper():
        return latin.start()
    return start
