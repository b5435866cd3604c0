"""What looks like a customer's personal data in a text that is to be kept: of all personal data
(`tools.personal`) that which is not the house's own, such as its hotline. People look at it and
decide; what is logged or sent away is masked more strictly.
"""

import re

from tools.personal.finding import Found, find, maybe_a_phone

_HOUSE_ADDRESS = re.compile(
    r"(?:accounts?|admin|billing|bookings?|care|claims|complaints?|contact|customer[._-]?(?:care|service)"
    r"|feedback|hello|help(?:desk)?|hr|info|kefu|no-?reply|office|orders?|press|privacy|refunds?"
    r"|returns?|sales|security|services?|support|team)[0-9]*@",
    re.IGNORECASE,
)
_HOUSE_NUMBER = re.compile(
    r"(?:86)?[48]00\d{7}|1?8(?:00|33|44|55|66|77|88)\d{7}|0800\d{4,8}|95\d{3,8}|12\d{3}"
)
"""Digits of numbers that are free to call or that only companies and offices have."""
_NO_NAME = re.compile(
    r"(?:all|applicant|client|colleague|customer|guest|madam|member|patient|resident|sir|team|valued)"
    r"s?(?![a-z])",
    re.IGNORECASE,
)
"""Whom a letter is to that is to nobody in particular."""


def customers_data(text: str) -> list[Found]:
    """All of it, in the order of the text."""
    return [each for each in find(text) if not _houses(text, each)]


def _houses(text: str, found: Found) -> bool:
    words = text[found.start : found.end]
    if found.kind == "EMAIL":
        return bool(_HOUSE_ADDRESS.match(words))
    if found.kind == "NAME":
        return bool(_NO_NAME.match(words))
    if found.kind == "PHONE":
        return bool(_HOUSE_NUMBER.fullmatch(re.sub(r"\D", "", words))) or maybe_a_phone(text, found)
    return False
