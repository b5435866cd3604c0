"""What a customer asks: the words that matter of a message, and the kind of value it asks for; and
how much of that a sentence has. It knows no documents."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from knowledge.glossary import heard, things_in
from knowledge.lexical import words
from knowledge.numbers import fold
from knowledge.request import LONG, sentences
from tools.replies.facts import facts_of
from tools.replies.procedures import is_step, without_time
from tools.replies.told import Told
from tools.replies.values import MEASURED, Has

ENOUGH = 2
"""Words that a sentence of a message must have to ask something without a question mark."""
COMMON = 0.4
"""What a word counts that stands in most of what customers and houses write."""
VALUE = 2.0
"""How many times a sentence counts that has a value of the kind that is asked for."""
STEP = 0.5
"""What a step of staff counts beside a rule that answers as well."""
_LITTLE = (
    "a an and any are as at be by can do does for from have how i in is it may me my of on or our "
    "please should that the there this to want we what when where which who will with would you "
    "your am been but did get got had has hello hi if just like long many much need not so soon "
    "thanks them they us was were something anything since d ll m re s t ve "
    "的 了 吗 是 我 你 您 在 有 么 什 什么 怎 怎么 可 以 可以 能 要 请 和 不 们 我们 你们 会 "
    "呢 这 那 个 多 少 多少 久 多久 几 好 你好 您好 问 请问 想 时 候 时候 哪"
)
_PLAIN = frozenset(_LITTLE.split())
"""Words that say nothing of what is asked about."""
_USUAL = (
    "order parcel customer item product good pay paid buy bought back day week month shop store "
    "send sent give take tell help know receiv "
    "订单 订 单 客户 顾客 商品 包裹 货"
)
_COMMON = frozenset(_USUAL.split())
_QUESTION = re.compile(
    r"\?|？|吗|呢|是否|能否|"
    r"(?:^|[.!,;] )(?:do|does|is|are|can|could|may|will|what|when|where|which|who|how)\b"
)


class Wanted(NamedTuple):
    """What a message asks."""

    asked: tuple[Mapping[str, float], ...]
    """Of the whole message, and of each sentence that says enough: words -> what they count."""
    values: tuple[Has, ...]
    """Each tells whether a sentence has a kind of value that is asked for."""
    called: Mapping[str, frozenset[int]]
    """Words of the message -> the things that they stand for; those have other words as well."""

    @classmethod
    def of(cls, message: str, told: Sequence[str]) -> Self:
        """
        Args:
            told: what may answer; the rarer a word is in it, the more it counts.
        """
        values = tuple(kind.has for kind in MEASURED if kind.asks.search(fold(message)))
        return cls(tuple(_weights(message, told)), values, _called(message))

    def worth(self, sentence: str) -> float:
        """The share of what is asked that a sentence has; it counts more with a value of the kind
        that is asked for, and less if it tells what staff do."""
        step = STEP if is_step(sentence) else 1.0
        return self.share(sentence) * step * (VALUE if self.has_value(sentence) else 1.0)

    def share(self, text: str) -> float:
        """The share of what is asked that a text has."""
        said = self._said(text)
        shares = (sum(e[w] for w in said & e.keys()) / sum(e.values()) for e in self.asked)
        return max(shares, default=0.0)

    def has_value(self, sentence: str) -> bool:
        """Has it a value of the kind that is asked for?"""
        bare = without_time(sentence)
        return any(has(bare) for has in self.values)

    def kinds(self, sentences: Sequence[str]) -> set[int]:
        """Which of the kinds of values that are asked for some sentences have."""
        return {n for n, has in enumerate(self.values) if any(map(has, sentences))}

    def satisfied_by(self, sentence: str) -> bool:
        """Does it have such a value, if one is asked for, or speak of enough besides?"""
        said = self._said(sentence)
        shared = max((len(said & each.keys()) for each in self.asked), default=0)
        return not self.values or self.has_value(sentence) or shared >= ENOUGH

    def _said(self, sentence: str) -> set[str]:
        """The words of a sentence, and those of the message for things that it speaks of."""
        things = things_in(sentence)
        return content_of(sentence) | {w for w, called in self.called.items() if called & things}


class Extent(NamedTuple):
    """How much a message asks, as logarithms, and the share of it that is known."""

    words: float
    letters: float
    """In bytes."""
    anywhere: float
    """The share of what is asked that some sentence has, or what stands above it."""


def extent(message: str, told: Sequence[Told]) -> Extent:
    """
    Args:
        told: what may answer.
    """
    wanted = Wanted.of(message, [each.text for each in told])
    everything = "\n".join(f"{each.above}\n{each.text}" for each in told)
    words = max(map(len, wanted.asked), default=0)
    return Extent(
        math.log(1 + words), math.log(1 + len(message.encode())), wanted.share(everything)
    )


def _weights(message: str, told: Sequence[str]) -> list[dict[str, float]]:
    """Numbers of orders, amounts and days ask for nothing."""
    held = Counter(word for sentence in told for word in content_of(sentence))
    for fact in reversed(facts_of(message)):
        message = f"{message[: fact.start]} {message[fact.end :]}"
    asked = {frozenset(content_of(each)) for each in (message, *_asking(message))}
    return [{word: _weight(held[word], len(told), word) for word in each} for each in asked if each]


def asks(message: str) -> bool:
    """Does a customer ask something, and not only want something done?"""
    return bool(_QUESTION.search(fold(message)))


def asked_of(message: str) -> str:
    """What a long message asks; all of a short one."""
    asked = [each for each in sentences(message) if each.endswith(("?", "？"))]
    return " ".join(asked) if asked and len(message) >= LONG else message


def _asking(message: str) -> list[str]:
    """The sentences that ask something by themselves."""
    return [
        each
        for each in sentences(message)
        if len(said := content_of(each)) >= ENOUGH or (each[-1] in "?？" and said - _COMMON)
    ]


def _called(message: str) -> dict[str, frozenset[int]]:
    folded, found = fold(message), dict[str, frozenset[int]]()
    for each in heard(message):
        for word in content_of(folded[each.start : each.end]):
            found[word] = found.get(word, frozenset()) | {each.thing}
    return found


def _weight(held: int, told: int, word: str) -> float:
    return math.log(1 + (1 + told) / (1 + held)) * (COMMON if word in _COMMON else 1.0)


def content_of(text: str) -> set[str]:
    """The words that mean something, English ones without their endings."""
    return {_stem(word) for word in words(text) if word not in _PLAIN and not word.isdigit()}


def _stem(word: str) -> str:
    """`shipping`, `ships` -> `ship`; `resoling`, `resole` -> `resol`."""
    stem = re.sub(r"(?<=[a-z]{3})(?:ing|ed|es|s|e)$", "", word)
    return stem[:-1] if stem != word and re.search(r"([b-df-hj-np-tv-z])\1$", stem) else stem
