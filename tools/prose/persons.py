"""Persons by name who are to do something, where the words around leave no doubt.

A name found in one place is found in every place. Chinese names are a surname and given names of
the usual characters, or 小 and 老 with a surname, or a surname with a title (`callings.py`).
"""

import re
from collections import Counter
from collections.abc import Iterator

from knowledge import lazily
from tools.prose.callings import CAPITAL, COMMON_CAPITALS, NAME, TITLED, given, is_common
from tools.prose.workers import Worker

_ROLL = re.compile(
    r"(?:present|attendees|attending|attended|participants|people|参会|与会|出席|参加|到会|人员|在场|参与)(?:人员|人)?\s?[:：]\s?(?P<names>[^\n。.]{2,120})",
    re.IGNORECASE,
)
_BEGINS = r"(?:(?<=[.,;:)–—(]\s)|(?<=[-*•]\s)|(?<=[(\n])|(?<=[Tt]hen )|(?<=and )|(?<=eanwhile )|(?<=eanwhile, )|^)"
_AND = r"(?:,? (?:and|und|plus) | ?[&+/] ?)"
_ALL = rf"(?P<names>{CAPITAL}(?:(?:, {CAPITAL})*{_AND}{CAPITAL})?)"
_BOTH = rf"(?P<names>{CAPITAL}(?:, {CAPITAL})*{_AND}{CAPITAL})"
_NO_SUBJECT = r"(?![A-Z][a-z]*(?:ing|tion|ment|ance|ence|ist|ors?)(?![a-z]))"
"""What is done or who does it, at the head of a sentence: no name."""
_NO_PERSON_DOES = (
    "takes|needs|requires|is|has|was|lasts|starts|begins|follows|comes|runs|depends|waits|goes|includes|"
    "means|ends|works|looks|keeps|costs|seems|gets|happens|us|this|less|precedes|as|its|times|hours|minutes"
)
_EN_PATTERNS = (
    re.compile(
        rf"(?<![A-Za-z.@-]){_NO_SUBJECT}{_ALL} "
        r"(?:should|will|must|may|could|can|is to|are to|has to|have to|needs to|need to|together|gives|does|do|prepares|"
        r"drafts|writes|prints|moves|collects|sends|checks|makes|takes (?:care|over)|handles|builds|"
        r"clips|cleans|packs|runs|signs|reviews|files|sets|picks|brings|tests|mounts|fixes|orders|calls|"
        r"updates|uploads|translates|paints|installs|repairs|delivers|loads|counts|starts|takes the)(?![a-z])"
    ),
    re.compile(rf"{_BEGINS}{_ALL} to (?!the |a |an |be |our )[a-z]"),
    re.compile(
        rf"{_BEGINS}{_NO_SUBJECT}(?P<names>{CAPITAL}) (?!(?:{_NO_PERSON_DOES})(?![a-z]))"
        r"[a-z]{2,}(?:s|es) (?!today|tomorrow|this|on |for |at |in |and )(?=[a-z]+)"
    ),
    re.compile(rf"{_BEGINS}{_NO_SUBJECT}{_BOTH} (?!(?:{_NO_PERSON_DOES})(?![a-z]))(?=[a-z])"),
    re.compile(
        rf"(?:(?<=[,:;(–—])|(?<= -)|(?<=\t)) ?(?:by |with |for |just |only )?{_ALL}"
        r"(?: together| alone| only| as well| too| again| (?:him|her)self| will do (?:it|that)| does (?:it|that))?(?=\s*(?:[,;.)\n]|$| -| –))"
    ),
    re.compile(
        rf"(?<![A-Za-z])(?:needs?|requires?|by|done by|with|for|plus|and) {_ALL}(?=\s*(?:[,;.)\n]|$))"
    ),
    re.compile(
        rf"(?<![a-z])(?:keeps|takes|occupies) {_ALL}(?= (?:about |around |and |busy|an? |\d|half))"
    ),
    re.compile(rf"{_BEGINS}{_ALL}: (?=(?!the |an? )[a-z])"),
)
_NAMES_ZH = rf"(?P<names>{NAME}(?:[和、与跟及]{NAME})*)"
_ZH_PATTERNS = (
    lazily.compile(rf"(?:由|让|归|请|交给|叫|派|需要|要|得|安排|麻烦|给|是){_NAMES_ZH}"),
    lazily.compile(
        rf"(?:(?<=[\n，,。；;：:、（(）)\s])|(?<=再)|(?<=后)|(?<=前)|(?<=了)|^){_NAMES_ZH}"
    ),
    lazily.compile(rf"{_NAMES_ZH}(?=来[做办弄写发]|负责|本人|亲自)"),
    re.compile(
        rf"(?P<names>{CAPITAL}(?:[和、与跟]| ?[&+] ?){CAPITAL}|{CAPITAL})(?=\s?(?:来|写|负责|去|做|发|出|更新|一起|一个人|[\u4e00-\u9fff]{{2,4}}\s?\d))"
    ),
)
_ADDRESSED = "(?:喂|嗨|哎){0}|{0}[，,]?你?(?:先|麻烦|请)?(?:帮|记一?[下上]|排一?下|安排一?下)"
_SHORT = re.compile(rf"(?P<names>{TITLED})")
_PART = re.compile(rf"{CAPITAL}|(?:(?![和、与跟及])[\u4e00-\u9fff])+")


def persons(text: str) -> list[Worker]:
    """Everybody who is to do something by name, from left to right."""
    known = set(_on_the_roll(text)) | set(_recurring(text)) | set(_told(text))
    known -= {name for name in known if re.search(_ADDRESSED.format(name), text)}
    known -= {name for name in known if name[0] > "\u2e80" and name[:-1] in known}
    found = [
        Worker(place.start(), place.end(), name, 1, True)
        for name in known
        for place in re.finditer(_whole(name), text)
    ]
    return _apart(found, roll(text))


def roll(text: str) -> list[tuple[int, int]]:
    """Where those present are listed."""
    return [match.span() for match in _ROLL.finditer(text)]


def _told(text: str) -> Iterator[str]:
    """Names that stand where only a person can."""
    small = set(re.findall(r"(?<![A-Za-z])[a-z]{2,}", text))
    labels = len(_EN_PATTERNS[-1].findall(text))
    for pattern in (*_EN_PATTERNS, *_ZH_PATTERNS, _SHORT):
        for match in pattern.finditer(text):
            if pattern is _EN_PATTERNS[-1] and labels < 2:
                continue  # a heading
            for part in _PART.finditer(match["names"]):
                if _is_name(part[0], small):
                    yield part[0]


def _whole(name: str) -> str:
    return (
        re.escape(name)
        if name[0] > "\u2e80"
        else rf"(?<![A-Za-z-]){name}(?![A-Za-z-]| (?:Street|Road|Lane|Ave))"
    )


def _apart(found: list[Worker], rolls: list[tuple[int, int]]) -> list[Worker]:
    kept: list[Worker] = []
    for worker in sorted(found, key=lambda each: (each.start, -each.end)):
        inside = any(start <= worker.start < end for start, end in rolls)
        if not inside and (not kept or kept[-1].end <= worker.start):
            kept.append(worker)
    return kept


def _is_name(name: str, small: set[str]) -> bool:
    """Whether it is not a common word; one that the text also writes small is no name."""
    if name[0] > "\u2e80":
        return len(name) >= 2 and not is_common(name)
    last = name.split()[-1]
    return last not in COMMON_CAPITALS and last.lower() not in small


def _on_the_roll(text: str) -> Iterator[str]:
    for match in _ROLL.finditer(text):
        for name in re.split(r"[,，、;；和 ]+|\band\b", match["names"]):
            name = name.strip()
            if re.fullmatch(CAPITAL, name) or given(name):
                yield name


def _recurring(text: str) -> Iterator[str]:
    """Chinese names that begin two clauses or more, each time with another word behind."""
    starts: Counter[str] = Counter()
    for match in re.finditer(r"(?:(?<=[\n，,。；;：:、了 ])|^)[\u4e00-\u9fff]{3,5}", text):
        starts.update({name for name in (match[0][:2], match[0][:3]) if given(name)})
    for name, times in starts.items():
        followers = {text[m.end() : m.end() + 1] for m in re.finditer(re.escape(name), text)}
        longer = any(
            other != name and other.startswith(name) and n == times for other, n in starts.items()
        )
        if times > 1 and len(followers) > 1 and not longer and not is_common(name):
            yield name
