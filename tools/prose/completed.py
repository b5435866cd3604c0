"""A message with what it leaves to its reader written out, so that each time stands beside its task:
a unit that is told once for all (“in minutes: cut 30, sew 45”, 单位都是分钟), and times that follow their
tasks in a row (“drilling and milling take 2 h and 1 h”, 切割、折弯分别1小时、2小时)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge import lazily
from tools.plan import Problem
from tools.wording.durations import bounded

_UNIT = r"(?:minutes?|mins?|hours?|hrs?|days?)(?![a-z])"
_UNIT_ZH = "(?:分钟?|小时|天)"
_WHAT = r"(?:durations?|times?|numbers?|figures?|values?|everything|units?)"
_WHAT_ZH = "(?:(?:以下|下面|上述|所有|全部)?(?:时间|时长|工时|用时|数字|以下|下面)?的?单位|时间|时长|工时|用时|数字)"
_TOLD = lazily.compile(
    rf"(?i)(?:^|(?<=[,，.。;；:：(（\n ]))[ \t,，]*[(（]?(?:(?<![a-z])(?:(?:all )?(?:the )?{_WHAT}(?: (?:below|here))?(?: are| is)?(?: all)?(?: given)?:? (?:in )?|all in |(?<![a-z] )(?<![a-z])in )(?P<en>{_UNIT})"
    rf"|(?:{_WHAT_ZH}(?:都|全|统一|均|一律)*(?:是|为|用|按|以)?[:：]?|(?:都|全|统一|均)+(?:是|以|按))(?P<zh>{_UNIT_ZH})(?:计|算|为单位)?)"
    r"[)）]?(?=\s*(?:[,，.。;；:：\n]|$))[ \t]*[:：,，.。;；]?[ \t]*"
)
"""Where the unit of all bare numbers is told."""
_BARE = re.compile(
    r"(?<=[A-Za-z\u3400-\u9fff:：=)）])[ \t]*(?P<number>\d{1,4}(?:\.\d+)?)"
    r"(?=[ \t]*(?:[,，、;；。)）\n]|\.(?:\s|$)|$)| (?:and|then)(?![a-z]))"
)
"""A number with nothing behind it that says of what."""
_NEXT = re.compile(r"[\s,，:：(（–-]*")
"""Between a number that belongs to a name and the time of that: “ward 3, 10 min”."""
SEVERAL = 2
_LINK = r"\s*(?:[,，、/]\s*(?:and\s+|和)?|(?<![a-z])and\s+|[和与及])\s*"
_IN_ROW = re.compile(_LINK)
_SHARED = re.compile(
    rf"(?<![\d.:/])(?P<numbers>\d+(?:\.\d+)?(?:{_LINK}\d+(?:\.\d+)?)*)(?:,?\s*and\s+|\s*[和与及]\s*)(?P<last>\d+(?:\.\d+)?)(?P<unit>\s?(?:{_UNIT}|h(?![a-z])|{_UNIT_ZH}))"
)
"""“20, 30 and 40 min”."""
_EACH = re.compile(r"\s*(?:分别|依次|各自|respectively)\s*")
_BEFORE = re.compile(
    r"[\s,，:：]*(?:(?<![a-z])(?:takes?|needs?|lasts?|requires?|are|for)(?![a-z])|分别|依次|各自|需要?|要|用时?|耗时|花费?|是|为|大约|约|about|[\s,，:：–-])*$"
)
_TAIL = re.compile(
    r"(?<![a-z])(?:both|all|each|are|is|run|will|should|must|can|have|has|take|need|get|respectively)(?![a-z])"
    r"|[都均全也各]|分别|依次|[两三四五六七八]个?[件项样个]"
)
"""Where the names end, and it is told what is true of all of them."""
_NAMES_BEGIN = re.compile(
    r"[:：](?!\d)|(?<![a-z])(?:please|then|first)(?![a-z])|[。；;！!？?\n]|\.(?=\s)"
)
_NO_NAME = re.compile(r"^(?:between|from|\d+)$", re.IGNORECASE)
LONGEST = 48
"""Signs of a name."""


def completed(message: str) -> str:
    """The message with the times beside their tasks."""
    return _rows(_with_units(message))


def as_told(problem: Problem, message: str) -> Problem:
    """`problem`, with no words for the origin of a value that the message does not have."""
    origins = [
        each
        if each.words in message
        else each.model_copy(update={"words": re.sub(r"(?<=\d)\D+$", "", each.words) or each.words})
        for each in problem.origins
    ]
    return problem.model_copy(update={"origins": tuple(origins)})


def _with_units(message: str) -> str:
    """Bare numbers with the unit that is told for all."""
    told = _TOLD.search(message)
    if told is None:
        return message
    unit = told["en"] or told["zh"]
    if told["en"]:
        unit = f" {unit}"
    before, behind = message[: told.start()].rstrip(" ,，(（"), message[told.end() :]
    rest = f"{before} {behind}".strip()
    times = [each.start for each in bounded(rest)]
    numbers = [
        match
        for match in _BARE.finditer(rest)
        if not any(_NEXT.fullmatch(rest, match.end(), start) for start in times)
    ]
    if len(numbers) < SEVERAL:
        return message
    for match in reversed(numbers):
        rest = rest[: match.end()] + unit + rest[match.end() :]
    return rest


def _rows(message: str) -> str:
    """Each of several times in a row behind the name in its place."""
    for run in reversed(_runs(message)):
        message = _placed(message, run)
    return message


class Time(NamedTuple):
    """A time, where it stands, and with its unit."""

    start: int
    end: int
    words: str


def _runs(message: str) -> list[list[Time]]:
    """Times that stand side by side, from left to right."""
    runs: list[list[Time]] = []
    for match in _SHARED.finditer(message):
        numbers = list(re.finditer(r"\d+(?:\.\d+)?", match["numbers"]))
        start, unit = match.start(), match["unit"]
        run = [Time(start + n.start(), start + n.end(), n[0] + unit) for n in numbers]
        runs.append([*run, Time(match.start("last"), match.end(), match["last"] + unit)])
    for each in bounded(message):
        time = Time(each.start, each.end, message[each.start : each.end])
        last = runs[-1][-1] if runs else None
        if last is not None and _IN_ROW.fullmatch(message, last.end, time.start):
            runs[-1].append(time)
        elif last is None or time.start >= last.end:
            runs.append([time])
    return [run for run in sorted(runs) if len(run) >= SEVERAL]


def _placed(message: str, run: Sequence[Time]) -> str:
    """The message with the times of a run behind the names before it, if it has as many."""
    first, last = run[0].start, run[-1].end
    before_colon = len(message[:first].rstrip(" :："))
    begin = max((m.end() for m in _NAMES_BEGIN.finditer(message, 0, before_colon)), default=0)
    head = message[begin:first]
    before = _BEFORE.search(head)
    names = head[: before.start() if before else len(head)]
    tail = _TAIL.search(names)
    names, said = (names[: tail.start()], names[tail.start() :]) if tail else (names, "")
    parts = [part for part in re.split(f"({_LINK})", names) if part.strip()]
    called = parts[::2]
    each_its_own = _EACH.match(message, last) or _EACH.search(head)
    only_commas = len(run) == SEVERAL and not re.search(
        r"and|[和与及、]", message[run[0].end : run[1].start]
    )
    fits = len(called) == len(run) and len(parts) == 2 * len(run) - 1
    if not fits or (only_commas and not each_its_own) or not all(map(_is_name, called)):
        return message
    gap = "" if called[0][-1] > "\u2e80" else " "
    told = "".join(
        part if number % 2 else f"{part.rstrip()}{gap}{run[number // 2].words}"
        for number, part in enumerate(parts)
    )
    behind = _EACH.match(message, last)
    said = "" if said in ("分别", "各自") else said.rstrip(" ,，:：")
    if before and "依次" in before[0]:
        said += "依次"
    return (
        message[:begin]
        + f"{told}{gap if said else ''}{said}"
        + message[behind.end() if behind else last :]
    )


def _is_name(words: str) -> bool:
    words = words.strip()
    return 0 < len(words) <= LONGEST and not _NO_NAME.search(words) and not any(bounded(words))
