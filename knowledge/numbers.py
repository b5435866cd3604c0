"""Numbers in Chinese and English text: digits, numerals, words, fractions. It knows no units.

`NUMBER` is a pattern for one number in folded text, without groups, for use inside other patterns;
`value` says what such a match is worth. Every part of it is bounded, so matching stays linear.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from math import prod
from typing import NamedTuple

# Wide forms become plain ones, one character for one, so that offsets stay true. The wide comma and
# semicolon stay: between "3，500" they part two numbers, while "3,500" is one.
_PLAIN = {
    0xFF01 + offset: 0x21 + offset for offset in range(94) if chr(0xFF01 + offset) not in "，；"
}
_PLAIN |= {ord("　"): 32, ord("\t"): 32, ord("\xa0"): 32, ord("’"): ord("'"), ord("−"): ord("-")}

_TRADITIONAL = dict(
    zip(
        "時個鐘兩週點後務長數優級需資備設稱開結類別產價間員號歷釋緊項業內環節預計續標準責執經辦賴場機編終實際現應斷選換費請種單條體歲連億萬",
        "时个钟两周点后务长数优级需资备设称开结类别产价间员号历释紧项业内环节预计续标准责执经办赖场机编终实际现应断选换费请种单条体岁连亿万",
        strict=True,
    )
)
"""Characters that words about work need, in both scripts."""
_PLAIN |= {ord(each): ord(plain) for each, plain in _TRADITIONAL.items()}

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {word: n for n, word in enumerate(_SMALL.split())}
_TENS = {word: 10 * n for n, word in enumerate(_ROUND.split(), 2)}
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2, "俩": 2, "仨": 3}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_GLYPHS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(3, 4)}

_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_TEN = "|".join(_TENS)
_WORD = rf"(?:(?:{_TEN})(?:[- ](?:{_ONE}))?|{_ONE})"
_AND_PART = r"(?:[- ]and[- ](?:a[- ])?(?:half|quarter)|[- ]and[- ]three[- ]quarters)"
_ENGLISH = (
    r"(?<![a-z])(?:half a dozen|a couple(?: of)?|a pair of|"
    rf"(?:a|{_WORD})[- ](?:hundred(?:(?: and)?[- ]{_WORD})?|dozen)|"
    rf"{_WORD}{_AND_PART}?|half|an?(?!-))(?![a-z])"
)
# At most 15 digits: longer runs are no quantities, and int() refuses very long ones.
_ARABIC = (
    r"(?<![0-9])(?<![0-9]\.)(?:10\^[0-9]{1,2}(?![0-9])|"
    r"(?:[0-9]{1,5}(?: and)?[ -])?[1-7]/[2-8](?![0-9/])|"
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,6})?(?![0-9])"
    rf"(?: ?[½¼¾]|{_AND_PART}(?![a-z])|[百千万亿]{{1,2}})?)"
)
_CHINESE = (
    r"(?!亿)[零〇一二两俩仨三四五六七八九十百千万亿]{1,12}(?:点[零〇一二三四五六七八九]{1,4})?|半"
)
# A minus belongs to the number only where no range or compound word can be meant ("2-3", "A-3",
# 焊接-3小时), as behind a verb (要做-3小时).
_SIGN = r"(?:(?:(?<!\w)(?<![0-9] )|(?<=[做要用花为成到是有]))-|负|零下|minus |negative )"
NUMBER = rf"(?:{_SIGN}?(?:{_ARABIC}|[½¼¾]|{_CHINESE}|{_ENGLISH}))"
_NUMBER = re.compile(NUMBER)
_YEAR = re.compile("[一二三四五六七八九][零〇一二三四五六七八九]{3}")


class Span(NamedTuple):
    """A number and where it stands in the text."""

    start: int
    end: int
    value: Fraction


def fold(text: str) -> str:
    """`text` in lower case with plain forms of wide characters and of the traditional ones that
    words about work need; as long as it was."""
    text = text.translate(_PLAIN)
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def spans(text: str) -> Iterator[Span]:
    """Every number in `text`, from left to right."""
    for match in _NUMBER.finditer(fold(text)):
        worth = value(match[0])
        if worth is not None:
            yield Span(match.start(), match.end(), worth)


def number(text: str) -> Fraction | None:
    """The first number in `text`."""
    return next((span.value for span in spans(text)), None)


@lru_cache(maxsize=1024)  # a text is looked through several times
def value(words: str) -> Fraction | None:
    """What `words`, one match of `NUMBER`, are worth; None if they contradict themselves, as "三一"
    does."""
    text = fold(words).strip()
    sign = re.match("-|负|零下|minus |negative ", text)
    if sign:
        rest = value(text[sign.end() :])
        return None if rest is None else -rest
    if text == "半":
        return Fraction(1, 2)
    if text[:1] in _GLYPHS or text[:1].isdigit():
        return _arabic(text)
    if text[:1] in _DIGITS or text[:1] in _UNITS or text[:1] == "万":
        return _chinese(text)
    return _english(text)


def _arabic(text: str) -> Fraction | None:
    if text.startswith("10^"):
        return Fraction(10 ** int(text[3:]))
    bare = text.rstrip("百千万亿")
    scale = prod(_SCALES[each] for each in text[len(bare) :])
    text = bare.replace(",", "").replace("and", " ").replace("-", " ")
    for glyph, part in _GLYPHS.items():
        text = text.replace(glyph, f" {part}")
    total = Fraction(0)
    for word in text.split():
        if word[0].isdigit():
            total += Fraction(word)
        elif word in _PARTS:
            total += _PARTS[word]
    return total * scale


def _chinese(text: str) -> Fraction | None:
    whole, _, decimals = text.partition("点")
    total = _chinese_whole(whole)
    if total is None:
        return None
    digits = "".join(str(_DIGITS[c]) for c in decimals)
    return total + (Fraction(int(digits), 10 ** len(digits)) if digits else 0)


def _chinese_whole(text: str) -> Fraction | None:
    """Reads "两千零五", short forms like "两百五" (250), "两三" or "十五六" as their upper end, and
    years digit by digit."""
    if _YEAR.fullmatch(text):
        return Fraction(int("".join(str(_DIGITS[c]) for c in text)))
    total, section, digit, unit = 0, 0, None, 10
    for c in text:
        if c in _DIGITS:
            if digit and _DIGITS[c] <= digit:
                return None
            digit = _DIGITS[c]
            unit = 10 if digit == 0 else unit
        elif c in _UNITS:
            section += (1 if digit is None else digit) * _UNITS[c]
            digit, unit = None, _UNITS[c]
        elif c == "万":
            total += (section + (digit or 0) or 1) * 10000
            section, digit, unit = 0, None, 10000
        else:  # 亿, and 万亿
            total = (total + section + (digit or 0) or 1) * 10**8
            section, digit, unit = 0, None, 10**8
    return Fraction(total + section + (digit or 0) * (unit // 10))


def _english(text: str) -> Fraction:
    total = Fraction(0)
    words = text.replace("-", " ").split()
    for place, word in enumerate(words):
        if word == "hundred":
            total = max(total, Fraction(1)) * 100
        elif word == "dozen":
            total = (total or Fraction(1)) * 12
        elif word in {"couple", "pair"}:
            total = Fraction(2)
        elif word in _PARTS:
            # "three quarters": the 3 is already in the part
            total += _PARTS[word] - (3 if word == "quarters" else 0)
        elif word in {"a", "an"}:
            total += 1 if place == 0 and words[1:2] != ["dozen"] else 0
        else:
            total += _ONES.get(word, 0) + _TENS.get(word, 0)
    return total
