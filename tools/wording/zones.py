"""Whose clock a time is told by: "5 pm CET", "Friday noon New York time", 纽约时间."""

import re
from zoneinfo import ZoneInfo

_PLACES = {
    "America/New_York": "new york|eastern|纽约|美东",
    "America/Chicago": "chicago|芝加哥",
    "America/Los_Angeles": "los angeles|san francisco|seattle|pacific|洛杉矶|旧金山|美西",
    "Europe/London": "london|uk|伦敦|英国",
    "Europe/Berlin": "berlin|frankfurt|munich|german|柏林|法兰克福|德国",
    "Europe/Paris": "paris|french|巴黎|法国",
    "Asia/Shanghai": "beijing|shanghai|shenzhen|china|chinese|北京|上海|中国",
    "Asia/Hong_Kong": "hong kong|香港",
    "Asia/Singapore": "singapore|新加坡",
    "Asia/Tokyo": "tokyo|japan|东京|日本",
    "Asia/Kolkata": "india|indian|delhi|mumbai|印度",
    "Australia/Sydney": "sydney|悉尼",
}
_SHORT = {
    "UTC": "utc|gmt|格林尼治时间|世界协调时",
    "Europe/Paris": "cet|cest",
    "America/New_York": "edt|est",
    "America/Los_Angeles": "pdt|pst",
    "Asia/Tokyo": "jst",
}
"""Those that mean one place only; CST and IST mean several."""


def _words(place: str) -> str:
    short = [rf"(?<![a-z])(?:{_SHORT[place]})(?![a-z])"] if place in _SHORT else []
    named = (
        [rf"(?<![a-z])(?:{_PLACES[place]})\s?(?:time(?![a-z])|时间)"] if place in _PLACES else []
    )
    return "|".join((*short, *named))


_ZONES = {place: re.compile(_words(place)) for place in {**_PLACES, **_SHORT}}
ZONED = "|".join(words.pattern for words in _ZONES.values())


def zone_in(text: str) -> ZoneInfo | None:
    """The time zone that a folded text names."""
    found = ((words.search(text), place) for place, words in _ZONES.items())
    return next((ZoneInfo(place) for match, place in found if match), None)
