"""What of a text or a name tells it apart: stems of English words, pairs of Chinese characters."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from knowledge.language import HAN
from knowledge.numbers import fold
from tools.wording.stems import stem

_WORD = re.compile(rf"[a-z0-9]+(?:'[a-z]+)?|[{HAN}]+")
_CHINESE = re.compile(f"[{HAN}]+")
_COMMON_WORDS = """
the a an of to in on for with and or is are be been was were has have had do does done it its this
that these those we you they i our your all both each any every other first then last after before
once when until while during by at as from into up out off over can could must should will may need
needs require take takes start begin finish complete end ready wait hour minute day week people
person worker staff task job step work priority only more less new another same time not no if what
mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
would two three one four five six get make go set put let keep
"""
_COMMON_PAIRS = """
完成 之后 以后 之前 以前 需要 小时 分钟 优先 先级 一个 进行 开始 结束 然后 接着 最后 同时 才能 可以
工作 任务 时间 个人 人员 我们 所有 全部 如果 怎样 怎么 不做 必须 立即 以上 收到
"""
_IGNORED = frozenset(_COMMON_WORDS.split())
_IGNORED_PAIRS = frozenset("".join(sorted(pair)) for pair in _COMMON_PAIRS.split())
_REACH = 3
"""Characters of a name that may change places: "录凭证" for 凭证录入."""
_SPACED = re.compile(rf"(?=([{HAN}])(?:[完好了过掉]|一下)([{HAN}]))")

_SIGN = "[a-z]|[0-9]{1,4}"
_DESIGNATED = (
    re.compile(rf"(?P<base>[a-z]{{3,}})[ -](?P<sign>{_SIGN})(?![a-z0-9])"),
    re.compile(rf"(?<![a-z0-9])(?P<sign>{_SIGN}|[甲乙丙丁])[号#]?(?P<base>[{HAN}])"),
    re.compile(rf"(?P<base>[{HAN}])(?P<sign>{_SIGN})(?![a-z0-9号])"),
)
"""A letter or a number with the word that it belongs to: “line A”, “2号罐”, “产线B”."""


class Hit(NamedTuple):
    """A place in a text, and what it has in common with a name."""

    start: int
    end: int
    feature: str


def places(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text as it is, both folded."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if _on_its_own(text, start, end):
            yield start, end
        start = text.find(name, end)


def _on_its_own(text: str, start: int, end: int) -> bool:
    """Not inside a longer Latin word: "art" is not in "start"."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_latin(before) and _latin(text[start])) and not (
        _latin(after) and _latin(text[end - 1])
    )


def _latin(c: str) -> bool:
    return c.isascii() and c.isalnum()


def content(text: str) -> Iterator[Hit]:
    """The content of folded `text`: stems of words, pairs of Chinese characters in either order."""
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        if word[0].isascii():
            word = word.split("'")[0]
            if word not in _IGNORED and not word.isdigit() and len(word) > 1:
                yield Hit(start, start + len(word), stem(word))
            elif len(word) == 1 and _CHINESE.match(text, match.end()):  # B超, X光
                yield Hit(start, start + 2, text[start : start + 2])
            continue
        for place in range(len(word) - 1):
            pair = _pair(word[place], word[place + 1])
            if pair not in _IGNORED_PAIRS:
                yield Hit(start + place, start + place + 2, pair)


def spaced(text: str) -> Iterator[Hit]:
    """Pairs of Chinese characters of folded `text` with a particle between them: "扫完凭证"."""
    for match in _SPACED.finditer(text):
        yield Hit(match.start(), match.end(2), _pair(match[1], match[2]))


def designated(text: str) -> Iterator[Hit]:
    """Words of folded `text` with the letter or number that tells them from their like."""
    for pattern in _DESIGNATED:
        for match in pattern.finditer(text):
            base = match["base"]
            word = stem(base) if base.isascii() else base
            yield Hit(match.start(), match.end(), f"{word} {match['sign']}")


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name as it is compared. A long message is read with one name more at each step."""
    return fold(name)


def features(text: str, signs: Container[str]) -> Iterator[str]:
    """The content of a folded name, with what of `signs` it has."""
    own, told = _of_name(text)
    yield from own
    yield from (each for each in told if each in signs)


@lru_cache(maxsize=4096)
def _of_name(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The features of a folded name: its content, and what may tell it apart."""
    return tuple(hit.feature for hit in content(text)), tuple(
        hit.feature for hit in designated(text)
    )


def told_apart(names: Iterable[str]) -> frozenset[str]:
    """What of this tells names apart, for there are several such: “line a” and “line b”."""
    found = {feature for name in names for feature in _of_name(folded(name))[1]}
    count = Counter(feature.split()[0] for feature in found)
    return frozenset(feature for feature in found if count[feature.split()[0]] > 1)


def turned(names: Iterable[str], known: Container[str]) -> dict[str, str]:
    """Pairs of characters that stand near each other in one of the names only, and beside each
    other in none (they are not among what is `known`), with that name."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in _CHINESE.findall(folded(name)):
            for place, size in product(range(len(word)), range(2, _REACH + 1)):
                if place + size < len(word):
                    owners[_pair(word[place], word[place + size])].add(name)
    return {
        pair: min(having)
        for pair, having in owners.items()
        if len(having) == 1 and pair not in known and pair not in _IGNORED_PAIRS
    }


def short(names: Iterable[str], known: Container[str]) -> dict[str, str]:
    """Pairs of one character of each half of a Chinese name of four, with that name, where no other
    holds both: "报税" for 税务申报."""
    low = {name: folded(name) for name in names}
    found = {
        _pair(one, other): name
        for name, text in low.items()
        if len(text) == 4 and _CHINESE.fullmatch(text)
        for one, other in product(text[:2], text[2:])
    }
    return {
        pair: name
        for pair, name in found.items()
        if pair not in known
        and pair not in _IGNORED_PAIRS
        and sum({*pair} <= {*text} for text in low.values()) == 1
    }


def _pair(one: str, other: str) -> str:
    return one + other if one <= other else other + one
