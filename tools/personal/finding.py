"""Personal data in a text, Chinese or English: where it stands, and of what kind it is.

ID cards, bank cards and IBANs are known by their check digits, e-mail addresses by their form,
phones by theirs or by a word beside them (`phones.py`), names only where the text says that it is
one (`names.py`). Signs of double width, as a Chinese keyboard writes them, odd spaces and dashes
are read as the plain ones. It changes nothing and remembers nothing.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tools.personal import names, phones

KINDS = ("EMAIL", "ID", "CARD", "ACCOUNT", "PHONE", "NAME")
"""In this order: of two that overlap the first counts."""


class Found(NamedTuple):
    """A piece of personal data."""

    start: int
    end: int
    kind: str


# Digits or letters right before or after would make it a part of something longer. Chinese writes
# no spaces, so that `\b` would miss what stands between its signs.
_BEFORE, _AFTER = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_GAP = r"[ .-]?"
_PLAIN = {
    **{wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
}
"""One sign for one, so that everything stays where it is."""

_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_CHINESE_ID = re.compile(rf"{_BEFORE}\d{{6}}{_GAP}\d{{8}}{_GAP}\d{{3}}[\dXx]{_AFTER}")
_LABELLED_ID = re.compile(rf"(?:身份证|证件)[^\d\n]{{0,8}}(\d{{15}}|\d{{17}}[\dXx]){_AFTER}")
_SOCIAL_ID = re.compile(rf"{_BEFORE}\d{{3}}-\d{{2}}-\d{{4}}{_AFTER}")
_CARD = re.compile(rf"(?<![0-9A-Za-z+])\d(?:[ -]?\d){{11,18}}{_AFTER}")
_IBAN = re.compile(rf"{_BEFORE}[A-Z]{{2}}\d{{2}}(?: ?[A-Z0-9]){{11,30}}{_AFTER}")


def find(text: str) -> list[Found]:
    """All of it, in the order of the text; nothing overlaps."""
    taken: list[Found] = []
    plain = text.translate(_PLAIN)
    for found in sorted(_all(text, plain), key=lambda each: KINDS.index(each.kind)):
        if not any(found.start < other.end and other.start < found.end for other in taken):
            taken.append(found)
    return sorted(taken)


def _all(text: str, plain: str) -> Iterator[Found]:
    """With what overlaps; names are read as they are written, with the signs around them."""
    yield from _matching(_EMAIL, plain, "EMAIL")
    cards = ((_CHINESE_ID, "ID", _checked_id), (_CARD, "CARD", _luhn), (_IBAN, "ACCOUNT", _iban))
    for pattern, kind, right in cards:
        yield from (each for each in _matching(pattern, plain, kind) if right(_in(plain, each)))
    yield from _matching(_LABELLED_ID, plain, "ID")
    yield from _matching(_SOCIAL_ID, plain, "ID")
    for pattern in (phones.PHONE, *phones.BESIDE_A_WORD):
        for found in _matching(pattern, plain, "PHONE"):
            if phones.enough(_in(plain, found)):
                yield from (found, *_named_beside(text, found))
    for found in _matching(phones.LOCAL, plain, "PHONE"):
        if named := _named_beside(text, found):
            yield from (found, *named)
    for pattern in names.PATTERNS:
        yield from _matching(pattern, text, "NAME")


def _named_beside(text: str, phone: Found) -> list[Found]:
    """Whose phone it is, as in the line of an address."""
    return [Found(*span, "NAME") for span in names.beside(text, phone.start, phone.end)]


def maybe_a_phone(text: str, found: Found) -> bool:
    """Is it one by its count of digits alone?"""
    return phones.doubtful(text[found.start : found.end], text[: found.start])


def _matching(pattern: re.Pattern[str], text: str, kind: str) -> Iterator[Found]:
    """Where the pattern matches: its group, if it has one that matched."""
    for match in pattern.finditer(text):
        yield Found(*match.span(match.lastindex or 0), kind)


def _in(text: str, found: Found) -> str:
    """What stands there, without gaps."""
    return re.sub(r"[^0-9A-Za-z]", "", text[found.start : found.end])


def _checked_id(number: str) -> bool:
    """A citizen's number of China: a date of birth, and the check digit of ISO 7064."""
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(number[:17]))
    return "10X98765432"[total % 11] == number[17].upper()


def _luhn(number: str) -> bool:
    """The check digit of bank cards."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return len(set(digits)) > 1 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _iban(number: str) -> bool:
    """The check digits of international account numbers."""
    turned = number[4:] + number[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
