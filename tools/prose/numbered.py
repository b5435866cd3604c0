"""Who waits for whom where tasks are called by their numbers in a list: “2 and 3 both wait for 1,
4 needs 2 only”, 2和3都等1. It reads no other words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from knowledge.numbers import fold
from tools.prose.records import Row

_LABEL = re.compile(r"(?:^|\n)[ \t>*-]*[(#]?(\d{1,2})[.):、．]\s*[^\n]*$")
_EN = (
    r"(?:(?:steps?|tasks?|items?|jobs?|numbers?|nos?\.?) ?)?#?\d{1,2}"
    r"(?: ?(?:, and|,|and|&|\+) ?(?:(?:steps?|tasks?|items?|jobs?) )?#?\d{1,2})*"
)
_ZH = r"第?\d{1,2}[步项号条]?(?: ?[、,和与及跟] ?第?\d{1,2}[步项号条]?)*"
_STOP = r"[.,;:!?\n()。，；：！？]"
_START, _END = rf"(?:^|{_STOP}|(?<![a-z])(?:and|but|while)) ?", rf"(?= ?(?:$|{_STOP}))"
_WAITS = re.compile(
    rf"{_START}(?P<who>{_EN}) (?:(?:both|each|all|then|also|can|must|should|may|only|just|start|"
    r"starts|come|comes|go|goes|has to|have to) )*(?:waits? (?:for|on|until|till)|needs?|after|"
    rf"requires?|depends? on|hangs? on|follows?|once|when) (?:both )?(?P<what>{_EN})"
    rf"(?: (?:only|alone|first|both|too|(?:is|are|has been|have been) (?:both )?"
    rf"(?:done|finished|through|complete|ready)))*{_END}"
)
_BEFORE = re.compile(
    rf"{_START}(?P<what>{_EN}) ?(?:(?:must |should |has to |have to )?(?:be done |come |go )?|"
    rf"comes? |goes? )(?:before|->|→) ?(?P<who>{_EN}){_END}"
)
_ZH_WAITS = re.compile(
    rf"(?<!\d)(?P<who>{_ZH}) ?[都均也各只仅则要得须需必]*(?:等|依赖|在|排在|放在|接在|跟在) ?"
    rf"(?P<what>{_ZH}) ?[都全做干弄]*(?:完成|[完好齐]|结束)?了?(?:之后|以后|后)?"
    rf"(?:再|才|才能|可以)?(?:做|开始|动手|进行)?{_END}"
)
_ZH_THEN = re.compile(
    rf"(?<!\d)(?P<what>{_ZH}) ?[都全做干弄]*(?:完成|[完好齐]|结束)了?(?:之后|以后|后)?,?"
    rf"(?:再|才|才能|然后|就|可以)+(?:做|开始|轮到|到|进行)*(?P<who>{_ZH}){_END}"
)
_DIGITS = re.compile(r"\d+")


def numbered(message: str, rows: Sequence[Row]) -> dict[str, set[str]]:
    """Tasks that are said by number to wait, and for which; none if the list is not numbered from 1
    on without a gap."""
    labels = _labels(message, rows)
    waits: dict[str, set[str]] = {}
    for who, what in _told(fold(message)) if labels else ():
        if set(who) | set(what) <= labels.keys():
            for number in who:
                others = {labels[other] for other in what} - {labels[number]}
                waits.setdefault(labels[number], set()).update(others)
    return waits


def _labels(message: str, rows: Sequence[Row]) -> Mapping[int, str]:
    found: dict[int, str] = {}
    for row in rows:
        if label := _LABEL.search(message[: row.start]):
            found.setdefault(int(label[1]), row.name)
    gaps = sorted(found) != list(range(1, len(found) + 1))
    return {} if gaps or len(found) < 2 else found


def _told(words: str) -> Iterator[tuple[list[int], list[int]]]:
    for pattern in (_WAITS, _BEFORE, _ZH_WAITS, _ZH_THEN):
        for match in pattern.finditer(words):
            yield _list(match["who"]), _list(match["what"])


def _list(words: str) -> list[int]:
    return [int(each) for each in _DIGITS.findall(words)]
