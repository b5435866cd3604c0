"""Where customers say who they are: "my name is", 我叫, and under what they wrote. It reads a
message and nothing else; what only looks like a name stays."""

import re
from collections.abc import Iterator

from tools.personal.finding import find
from tools.personal.names import beside
from tools.prose.callings import COMMON_CAPITALS, SURNAMES

_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]+"
_SPOKEN = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|[A-ZÀ-ÖØ-Þ])\.|[A-ZÀ-ÖØ-Þ][\w'’-]+)"
"""Within a sentence: behind a name a stop ends it, but for titles and initials."""
_LATIN = rf"{_WORD}(?: {_WORD}){{0,2}}"
_HAN = rf"[{SURNAMES}][㐀-鿿]{{1,2}}"
_END = r"(?=[ \t]*,?[ \t]*(?:\r?\n|$))"
_BELOW = r"[ \t]*\r?\n\s*(?:[-–—]{1,2}[ \t]*)?"
_STOPS = r"(?=[，。,.！!；;、\s\d]|$|的?(?:电话|手机))"
_CLOSING = (
    r"(?i:\b(?:regards|sincerely|yours|faithfully|thanks|thank you|cheers|best|wishes|greetings))"
)
_PATTERNS = tuple(
    re.compile(text)
    for text in (
        r"(?:[Mm]y name is|[Tt]his is|I am|I'm)\s+(?!\w+(?:able|ible|ous)\b)"
        rf"({_SPOKEN}(?: {_SPOKEN}){{0,2}})",
        rf"(?:我叫|(?:姓名|联系人|收件人|顾客|客户)(?:[是：:]|(?=\s)))\s?([㐀-鿿]{{2,4}}?){_STOPS}",
        rf"我是\s?({_HAN}){_STOPS}",
        # More may follow below a name: a telephone number, the number of the order.
        rf"{_CLOSING}(?:,[ \t]*|[ \t]*[,.!]*{_BELOW})({_LATIN}){_END}",
        rf"(?:谢谢|多谢|感谢|此致|敬礼|祝好)[。.！!，,～~]*{_BELOW}({_HAN}){_END}",
        rf"(?:谢谢|多谢|感谢|此致|敬礼|祝好)[您你]?[。.！!，,～~\s—–-]+(?!祝)({_HAN})[。.]?\s*$",
        rf"[.!?。！？]\s+[-–—]{{1,2}}\s?({_LATIN})\s*$",
        r"\n\s*([A-ZÀ-ÖØ-Þ][^\W\d_'’-]*(?:['’-]\w+)*(?: [A-ZÀ-ÖØ-Þ][\w'’.-]+){1,2})\s*$",
        rf"\n\s*((?!谢谢)[{SURNAMES}][㐀-鿿]{{1,2}})\s*$",
    )
)
_NONE = COMMON_CAPITALS | {"Kind", "Many", "Warm", "With", "Thank", "Yours", "Sincerely", "Sent"}
"""Words with which no name begins."""


def customer_in(message: str) -> tuple[int, int] | None:
    """Where customers say who they are, or whose phone they leave."""
    return next(_names(message), None) or next(_with_a_phone(message), None)


def _with_a_phone(message: str) -> Iterator[tuple[int, int]]:
    for found in find(message):
        if found.kind == "PHONE":
            yield from beside(message, found.start, found.end)


def _names(message: str) -> Iterator[tuple[int, int]]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(message):
            if match[1].split()[0] not in _NONE:
                yield match.span(1)
