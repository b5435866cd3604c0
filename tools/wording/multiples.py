"""How many times as much: "twice as long", "翻一番", "half of it"."""

import re
from fractions import Fraction

from tools.wording.pace import share

_MULTIPLES = (
    (Fraction(1, 2), re.compile(r"减半(?!个?(?:小时|钟头|天))|一半|砍半|(?<![a-z])(?:halv\w+|half (?:as|of(?! (?:the day|[a-z]+day))|the)|(?:by|in) half(?! an? |-?hour))(?![a-z])")),
    (Fraction(2, 3), re.compile(r"(?:短|少|减)\w{0,2}三分之一|a third (?:less|shorter|faster|quicker)")),
    (Fraction(3), re.compile(r"三倍|(?<![a-z])(?:three times|triple\w*|thrice)(?![a-z])")),
    (Fraction(2), re.compile(r"翻[个一了]?[倍番]|翻个倍|[两2]倍|加倍|多一倍|(?<![a-z])(?:twice|doubl\w+|two times|2x)(?![a-z])")),
)  # fmt: skip
_TIMES = re.compile(r"(?<![\d.])(\d(?:\.\d+)?) ?(?:x|times|倍)(?![a-z])")


def times_in(text: str) -> Fraction | None:
    """The first multiple or share that folded `text` names."""
    if said := _TIMES.search(text):
        return Fraction(said[1])
    if (part := share(text)) is not None:
        return part
    return next((times for times, words in _MULTIPLES if words.search(text)), None)
