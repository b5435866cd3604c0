"""What is said behind the name of a task in its own words is not another's that has its own there:
of “approve 20 minutes, Hugo; transfer 10 minutes, Gail” Hugo does not transfer."""

import re
from collections.abc import Iterator, Sequence

from tools.extraction.values import Value
from tools.prose.records import Row
from tools.prose.segments import segments
from tools.wording.names import mentions

_LEADS = re.compile(r"\s*(?:(?:for|and|with|each)(?![a-z])|,|[用花])?\s*")
_TO = re.compile(r"\s*to (?:the )?")
"""“2 people for 3 hours to sort”: from one value to the next, and from the last to the name."""
_TO_ZH = re.compile(r"[来去]?(?:做|进行)?(?![\s,，])")
_BEGINS = re.compile(
    r"(?:^|[,，。；;：:、\n])\s*(?:先|再|然后|接着|最后)?(?:安排|派|由|让|用|花)?$"
)
"""“2个人用1小时盘点”: with such words before it and nothing else."""
_CUT = re.compile(r"[,，、;；。!！?？\n]|\.(?=\s)|(?<![a-z])and(?![a-z])")
_FILLS = re.compile(
    r"(?:\s|[:：–-]|(?<![a-z])(?:the|takes?|needs?|is|about|around|for|another)(?![a-z])|需要?|要|得|用时?|大约|大概|约)*"
)
LONGEST = 40
"""Signs from a stop to a time, with the name of its task between them."""
_WHO = ("people", "trade", "person")
_SHARED = re.compile(
    r"(?<![a-z])(?:each|both|all|every\w*|same|them|they|their|together|too|also|again|he|she|his|her|"
    r"respectively|alone|actually|sorry|instead|rather|correction)(?![a-z])|(?<![a-z])no,"
    r"|[各每都均也]|同样|一样|一起|他|她|不对|不是|改|等等|应该"
)
"""Words that give a value to more than one task, or correct it."""


class Own:
    """Whose words each value stands in.

    Args:
        words: the message folded; as long as the message.
        rows: in the order of the message.
        said: all values in it.
    """

    def __init__(self, words: str, rows: Sequence[Row], said: Sequence[Value]) -> None:
        self._parts = segments(words, rows)
        self._shared = _SHARED.search(words) is not None
        self._led = dict(self._leading(words, said)) | dict(self._told(words, rows, said))
        self._has = {(self._whose(value), _sort(value)) for value in said}

    def leads(self, row: int, value: Value) -> bool:
        """Whether a value leads to the name of the row: “2 people for 3 hours to sort”."""
        return self._led.get(value) == row

    def excludes(self, row: int, value: Value) -> bool:
        """Whether a value is another task's alone, and not that of the row of this number."""
        whose, sort = self._whose(value), _sort(value)
        if sort is None or whose in (None, row):
            return False
        return (row, sort) in self._has and not (self._shared and value not in self._led)

    def _leading(self, words: str, said: Sequence[Value]) -> Iterator[tuple[Value, int]]:
        for number, part in enumerate(self._parts):
            begin = part.name
            here = [v for v in said if part.start <= v.start and v.end <= begin]
            called = [v for v in here if v.kind in ("trade", "person")]
            here = [v for v in here if v.kind != "people" or not _overlaps(v, called)]
            found: list[Value] = []
            to = _TO
            for value in sorted(here, key=lambda each: -each.end):
                if not found and words[part.name : part.name + 1] > "\u2e80":
                    to = _TO_ZH
                if not (_LEADS if found else to).fullmatch(words, value.end, begin):
                    break
                found.append(value)
                begin = value.start
            if to is _TO or _BEGINS.search(words, 0, begin):
                yield from ((value, number) for value in found)

    def _told(
        self, words: str, rows: Sequence[Row], said: Sequence[Value]
    ) -> Iterator[tuple[Value, int]]:
        """Times that stand right behind a task that is named again: “Windows 2 hours” of “wash the
        windows”."""
        names = [row.name for row in rows]
        for value in said:
            begin = max((stop.end() for stop in _CUT.finditer(words, 0, value.start)), default=0)
            inside = any(begin < row.end and row.start < value.start for row in rows)
            if value.kind != "duration" or inside or value.start - begin > LONGEST:
                continue
            found = mentions(words[begin : value.start], names)
            if len({each.name for each in found}) == 1:
                rest = (
                    words[begin : begin + found[0].start]
                    + words[begin + found[-1].end : value.start]
                )
                if _FILLS.fullmatch(rest):
                    yield value, names.index(found[0].name)

    def _whose(self, value: Value) -> int | None:
        """The number of the task behind whose name a value stands in its own words."""
        if value in self._led:
            return self._led[value]
        return next(
            (
                number
                for number, part in enumerate(self._parts)
                if part.behind <= value.start < part.stop
            ),
            None,
        )


def _overlaps(value: Value, others: Sequence[Value]) -> bool:
    """“Two nurses” are a number of people, too."""
    return any(value.start < each.end and each.start < value.end for each in others)


def _sort(value: Value) -> str | None:
    if value.kind == "duration":
        return "duration"
    return "who" if value.kind in _WHO else None
