"""Phones in a text, as people of many countries write them: by their groups and signs, by the code
of a country or the zero before a city's, or by a word beside them.

No register of numbers is asked, such as `phonenumbers`: it must be told a country for whatever has
no code of one, and then either misses a number that is mistyped or takes any digits for one.
"""

import re

from knowledge import lazily

# Digits or letters right before or after would make it a part of something longer. Chinese writes
# no spaces, so that `\b` would miss what stands between its signs.
_BEFORE, _AFTER = r"(?<![0-9A-Za-z+-])(?<!\d\.)", r"(?![0-9A-Za-z])"
_SIGN = r"(?: {0,2}[/-] {0,2}| {1,2}|\.)"
"""Between two groups."""
_MAYBE = rf"{_SIGN}?"
_EXTENSION = r"(?:[,;]?\s?\(?(?:x|extension|extn?\.?|#|转|分机)[:=]?\s?\d{1,6}\)?)?"
_NO_DATE = r"(?!0?\d[./-]\d\d?[./-]\d{4})(?!(?:19|20)\d\d[./-]\d\d?[./-]\d\d?)"
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d"
_NO_RANGE = rf"(?!(?:(?:19|20)\d\d[ -](?:19|20)\d\d|{_CLOCK}-{_CLOCK}|\d\d00[ -]\d\d00)(?!\d))"
"""Two years, two times of day, two round amounts."""

_NO_LABEL = "".join(
    rf"(?<!\b{label}{number}{sign})"
    for label in ("order", "ticket", "invoice", "part", "lot", "batch", "item", "case", "room")
    for number in ("", " number", " no", r" no\.")
    for sign in (" ", ": ", " #")
)
"""Not after a word that says what else the number is of."""
_NO_ROUND = r"(?!(?:\d+[ -])?\d*0[ -]\d*0(?!\d))"
"""Two amounts, each of which ends in a zero."""

_FORMS = (
    # With the code of a country: +44 (0)20 7946 0958, 0049-30-123456, (+43) 664 123456,
    # +(370) 61234567; without a plus where the groups say so: 86-10-62781234.
    r"(?:\(\+\d{1,3}\)|\+\(\d{1,3}\)|(?:\+ ?|00 ?)\d{1,3})"
    rf"(?:{_MAYBE}\(?\d{{1,5}}\)?){{2,6}}",
    r"[2-9]\d-\d{1,5}-\d{3,4}-?\d{4}|[2-9]\d-\d{5}-\d{5}",
    # China: mobile; landline, with an extension; of a company.
    rf"(?:\(?\+?86\)?{_MAYBE})?1[3-9]\d{_MAYBE}\d{{4}}{_MAYBE}\d{{4}}",
    rf"\(?0\d{{2,3}}\)?{_MAYBE}[2-9]\d{{2,3}}{_MAYBE}\d{{4}}(?:-\d{{1,4}})?",
    r"[48]00[ -]\d{4}[ -]\d{3}",
    # North America: 415-555-0132, (415)5550132, 1.415.555.0132.
    rf"(?:1{_MAYBE})?(?:\([2-9]\d{{2}}\){_MAYBE}|[2-9]\d{{2}}{_SIGN})\d{{3}}{_MAYBE}\d{{4}}",
    # The code of a city in brackets: (0117) 496 0123, (0 30) 12 34 56, 8 (495) 123-45-67,
    # (84)(28) 1234 5678.
    rf"(?:\d{{1,2}}{_MAYBE}|\(\d{{2,3}}\) ?)?\(\d{{1,5}}(?:[ ~-]\d{{1,3}})?\)"
    rf"(?:{_MAYBE}\d{{2,5}}|\d/\d{{3}})(?:{_MAYBE}\d{{2,5}}){{0,3}}",
    # With the zero of a city: 030 / 123456, 02/123.45.67, 08-123 456 78, 0 30 / 12 34 56,
    # 06 1 123 4567; of a free number: 0 800 123 456; or of a mobile, as one.
    rf"{_NO_DATE}{_NO_RANGE}0\d{{1,4}}(?:{_SIGN}\d{{2,8}}){{1,5}}",
    rf"0 ?[1-9]\d{{1,3}} / \d{{2,8}}(?:{_MAYBE}\d{{2,4}}){{0,3}}|0 [89]\d\d \d{{3}} \d{{3}}",
    r"0\d(?P<zero>[ -])\d(?P=zero)\d{3}(?P=zero)\d{4}",
    r"0[1-9]\d{7,9}",
    # In groups that little else is written in: 601 234 567, 22 123 45 67, 912 34 567,
    # 1 55 1234 5678, 2123-4567, 91234-5678, 9 1234 5678, 6912 345 678, 30/123-4567.
    r"\d{3}(?P<of3>[ .-])\d{3}(?P=of3)\d{3,4}",
    r"\d{2}(?P<of2>[ .-])\d{2}(?:(?P=of2)\d{2}){2,3}",
    r"[1-9]\d{1,2}(?P<pairs>[ -])\d{2,3}(?P=pairs)\d{2}(?P=pairs)\d{2,3}",
    r"(?:1[ -])?[1-9]\d(?P<of4>[ -])(?:\d{3}|9?\d{4})[ -]\d{4}",
    rf"(?<!\d[ -]){_NO_RANGE}(?:9\d{{4}}|[2-9]\d{{3}}|1[568]\d\d)[ -]\d{{4}}(?![ -]\d)",
    r"[29][ -]\d{4}[ -]\d{4}",
    r"(?:2\d\d0|69\d\d) \d{3} ?\d{3}|2\d \d{4} ?\d{4}",
    r"\d\d/\d{3}[ -]\d{3,4}|[1-9]\d\d \d\d \d{3}",
    # 234-56-78, as a city dials; 0 32 234 56 78, 0 341 234 567, 0 2123 4567.
    r"(?<!\d[ -])[2-9]\d\d-\d\d-\d\d(?![ -]\d)",
    r"0 \d\d \d{3} \d\d \d\d|0 [3-9]\d\d \d{3} \d{3}|0(?P<wide>[ -])[2-9]\d{3}(?P=wide)\d{4}",
    # A city's code may be none that there is: 1-061-231-0077.
    r"1(?P<north>[ .-])\d{3}(?P=north)\d{3}(?P=north)\d{4}|06-\d{1,2}/\d{3}[ -]\d{3,4}",
    # Of Cyprus: 22-123456, 99 123456.
    rf"(?<!\d[ -]){_NO_LABEL}(?:2[2-6]|9[5-9])[ -]\d{{6}}(?![ -]\d)",
    # With the eight that some countries have for a zero; free numbers; mobiles of India and Italy.
    r"8[ -]\d{3}(?P<trunk>[ -])\d{3}(?P=trunk)\d{2}(?P=trunk)?\d{2}|8[ -]\d{3}[ -]?\d{5,7}",
    r"(?:1[38]00|1-[3-9]00)(?P<free>[ -])\d{3}(?P=free)\d{3}",
    r"[6-9]\d{4}[ -]\d{5}|3\d{2}[ /-]\d{7}",
    # Or in none; with the code of a country only where a mobile follows.
    r"[1-9]\d{8,10}|(?:447|573|91[6-9])\d{9}",
)
_CODE = (
    r"(?:7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]"
    r"|2[1-69]\d|3[578]\d|42\d|5[09]\d|6[789]\d|8[058]\d|9[679]\d)[ -]"
)
"""Of a country, without a plus: it belongs to what is a phone without it, and to some groups that
would not be one."""
_ABROAD = (
    rf"\d{{1,4}}[ -]\d{{5,8}}|{_NO_ROUND}(?:\d{{1,3}}[ -]\d{{3,4}}|\d{{4}})[ -]\d{{3,4}}"
    r"|\d(?:[ -]\d\d){4}"
)
PHONE = lazily.compile(
    rf"{_BEFORE}((?:{_CODE}(?:{_ABROAD})(?![ -]\d)|(?:{_CODE})?(?:{'|'.join(_FORMS)})){_EXTENSION})"
    rf"{_AFTER}"
)

_WORD = (
    r"\b(?:phone|mobile|mob|cell|cellphone|landline|tel|telephone|fax|whatsapp|wechat|telegram"
    r"|hotline|helpline|help ?desk|switchboard|voice ?mail|toll.free|sms|dial(?:l?ed|l?ing)?"
    r"|call(?:s|er)? (?:at|on|from|to)|calling from|line (?:is|at)"
    r"|(?:phone|mobile|cell|contact|call ?back|home|work|office|direct|new|old|my|his|her|our|their"
    r"|your|the|this|that|other|right|wrong|correct|emergency|daytime|evening) (?:number|no|nr)"
    r"|ph|(?:call|text|reach|ring|phone)(?:ed|ing)?(?: me| us| him| her| them| back)?"
    r"|(?:contact|get hold of|get in touch with|speak to) (?:me|us|him|her|them))\b"
    r"|电话|手机|座机|来电|回电|致电|拨打|热线|传真|号码是"
)
_DIGITS = r"\+?\(?\d[\d ()./-]{4,18}\d"
_SHORT = (
    r"[2-9]\d\d[ -]\d{4}|[1-9]\d{3}[ -]\d{4}|\d\d[ -]\d{5,6}|[2-9]\d\d-\d{5}"
    r"|[2-9]\d\d \d\d \d\d"
)
BESIDE_A_WORD = tuple(
    re.compile(text, re.IGNORECASE)
    for text in (
        rf"(?:{_WORD})[^\d\n+(]{{0,30}}{_NO_LABEL}{_NO_DATE}{_NO_RANGE}({_DIGITS}){_EXTENSION}(?!\d)",
        rf"{_BEFORE}{_NO_DATE}({_DIGITS}){_EXTENSION}(?: is|'s|，?是)?"
        r"(?: (?:my|his|her|our|their|the)(?: new| old)?)?[ ,(:/-]{0,3}"
        r"(?:(?:phone|mobile|cell|home|office|landline|fax|work|direct|voicemail)\b"
        r"|number\b|我的(?:电话|手机|号码))",
        # In the groups of a phone it may be further away, in the same sentence or on the next line.
        rf"(?:{_WORD})(?:[^\d.!?\n]{{0,60}}|[:.]?\s{{0,3}}){_BEFORE}{_NO_LABEL}{_NO_RANGE}"
        rf"({_SHORT}){_EXTENSION}{_AFTER}(?![ .-]\d)",
        rf"{_BEFORE}{_NO_LABEL}{_NO_RANGE}({_SHORT}){_EXTENSION}(?![ .-]?\d)"
        rf"(?=[^\d.!?\n]{{0,60}}(?:{_WORD}))",
    )
)
"""Short ones, such as 555-0132, are phones only beside a word that says so: the group of each."""


def enough(number: str) -> bool:
    """As many digits as phones have, with an extension."""
    return 7 <= sum(map(str.isdigit, number)) <= 20


_MOBILE = re.compile(r"1[3-9]\d{9}")
_LABEL = re.compile(
    r"(?:phone|mobile|cell|tel|call|whatsapp|电话|手机|座机|来电|回电|致电|拨打)[^\d\n]{0,20}$",
    re.IGNORECASE,
)


def doubtful(number: str, before: str) -> bool:
    """Nine digits or more may be the number of an order or a part, if nothing says otherwise."""
    bare = number.isdigit() and not _MOBILE.fullmatch(number)
    return bare and not _LABEL.search(before[-32:])


LOCAL = re.compile(rf"{_BEFORE}([2-9]\d\d-\d{{4}}){_AFTER}(?!-)")
"""As a city of North America dials: a phone beside a name."""
