"""How people type in a hurry: “cant”, “w/ 3 ppl”, “ooo tmrw”. It is written out before it is read."""

import re
from collections.abc import Iterable

from knowledge import lazily
from knowledge.numbers import NUMBER, fold

_OUT = {
    "w/o": "without",
    "w/": "with ",
    "ppl": "people",
    "b4": "before",
    "ooo": "away",
    "o.o.o.": "away",
    "shld": "should",
    **dict.fromkeys(["tmrw", "tmr", "tmrrw", "tomorow", "tommorow", "tommorrow"], "tomorrow"),
    **dict.fromkeys(["wensday", "wednsday", "wedensday"], "wednesday"),
}
_SO_MANY = re.compile(
    rf"(?<![a-z])we(?:'re| are) (?:(?:only|just) )?(?P<number>{NUMBER})(?: of us)?"
    r"(?=,? (?:today|tomorrow|on|this|until|till|from)(?![a-z]))",
    re.IGNORECASE,
)
"""“We’re only three today”: of people, for a time."""
_UNIT = r"(?:个半?)?(?:小时|钟头|分钟|分|天|周|hours?|hrs?|h|mins?|m)半?"
_INTO = lazily.compile(
    rf"(?i:(?<![第前后一二三四五六七八九十百\d.])[从由]?(?:{NUMBER}\s?(?:{_UNIT}|[个名位台辆间]人?|人))+\s?(?:改|变|调整?|换|增加|减少?|延长|缩短)(?:[成为到至]|(?=\s?{NUMBER}))(?=\s?{NUMBER}))"
)
"""“1小时改为2小时”, “3人改4人”: what it was until now is no order; “第二个改成…” and
“最后两个换…” are places."""
_SHORT = re.compile(
    r"(?<![\w.])(?P<verb>ca|do|does|did|wo|is|are|was|were|should|must|could|would|has|have|had|need)nt(?![\w'])"
    rf"|(?<![\w.])(?P<word>{'|'.join(map(re.escape, _OUT))})(?!\w(?<!w/\w))",
    re.IGNORECASE,
)


def written_out(message: str, names: Iterable[str]) -> str:
    """`message` in full words.

    Args:
        names: of tasks and resources; what stands in one of them stays.
    """
    known = " ".join(map(fold, names))

    def full(match: re.Match[str]) -> str:
        if fold(match[0]) in known:
            return match[0]
        return f"{match['verb']}n't" if match["verb"] else _OUT[fold(match["word"])]

    said = _SHORT.sub(full, message)
    said = _INTO.sub("改成", said)
    return _SO_MANY.sub(lambda match: f"we have only {match['number']} people", said)
