"""An answer made of sentences that stand in procedures, each with its passage; none if nothing
there answers. It writes no word of its own, so there is nothing to make up. It searches nothing.

Words come first, as they are sure; where none are shared, as between languages, meaning decides.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from knowledge.across import contradict_across
from knowledge.lexical import words
from knowledge.numbers import fold
from knowledge.passage import Language, Passage
from knowledge.request import LONG, sentences
from tools.record import Record
from tools.replies.facts import facts_of
from tools.replies.procedures import sentences_of
from tools.wording.durations import durations

AT_MOST = 3
COVERED = 0.3
"""Share of the question's weight that a sentence must have to answer it."""
NEAR = -0.2
"""Standard score from which a sentence answers a question that it shares no word with. Of 10
questions in the other language, 8 had such a sentence, and 6 the right one; of 4 about something
else none had, the nearest at -0.4."""
CLOSE = 0.5
"""So many standard scores below the nearest sentence, another one counts as about as near."""
ALIKE = 0.6
"""Share of words from which two sentences speak of the same thing."""
Near = Callable[[str, Sequence[str]], Sequence[float]]
"""A question and texts -> how near each is by its meaning; see `knowledge.nearness`."""
Told = tuple[str, int]
"""A sentence, and the number of its passage."""
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
_SCOPE = re.compile(
    r"(?:use (?:this|it|these)|follow (?:this|these)|this (?:applies|covers|is for|procedure)|"
    r"applies (?:to|when|whenever|if))\b|.{0,40}适用",
    re.IGNORECASE,
)
"""How sentences begin that say what a document is for: no answer to anybody."""
_STEP = re.compile(
    r"[（(][^（）()]*(?:minutes?|hours?|days?|分钟|小时|天|工作日)[^（）()]*[)）][。.]?$"
)
"""How steps end: what staff do, and how long it takes them."""
STEP = 0.5
"""What a step counts beside a rule that answers as well."""
_ASKED: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (
        re.compile(r"how much|costs?\b|price|多少钱|什么价|价格|收费|(?:[费金]|要|付)多少"),
        lambda text: any(fact.kind == "amount" for fact in facts_of(text)),
    ),
    (
        re.compile(
            r"how (?:long|soon|many (?:days|weeks|months))|多久|多长时间|几[天周个]|什么时候"
        ),
        lambda text: bool(durations(fold(text))),
    ),
)
"""What kind of value a question asks for, and whether a sentence has one."""
ENOUGH = 2
"""Words that a sentence of a question must have to ask something by itself."""
_CELL = re.compile(r"[^:：\n]{1,40}[:：] ")
"""How a cell of a table is written."""
VALUE = 2.0
"""How many times a sentence counts that has such a value."""


class Cited(Record):
    """A sentence and where it stands."""

    text: str
    number: int
    """Of the passage, from 1."""


class Answer(Record):
    """Sentences that answer a question, with the passages they were taken from."""

    sentences: tuple[Cited, ...]
    passages: tuple[Passage, ...]
    contradicting: bool = False
    """Two of the sentences say different things about the same."""
    by_meaning: bool = False
    """They share too few words with the question, and were found by what they mean."""

    @property
    def text(self) -> str:
        """The sentences, each followed by the number of its passage."""
        return "\n".join(f"- {each.text} [{each.number}]" for each in self.sentences)

    def guessed(self, language: Language) -> bool:
        """Do its sentences share no word with a question of their own language? Such an answer is
        worth having where there is no other, and nothing beside a reply that fits."""
        spoken = {self.passages[each.number - 1].language for each in self.sentences}
        return self.by_meaning and spoken == {language}


def answer_from(
    question: str,
    passages: Sequence[Passage],
    language: Language | None = None,
    near: Near | None = None,
) -> Answer | None:
    """The sentences that answer a question; None if none is close enough to it.

    Args:
        passages: what a search found for the question.
        language: whose sentences are preferred; any if not given.
        near: finds sentences that share no word with the question; they are not looked for if not
            given.
    """
    told = [
        (sentence, number)
        for number, passage in enumerate(passages, 1)
        for sentence in _said_in(passage)
        if not _SCOPE.match(sentence)
    ]
    own = [each for each in told if passages[each[1] - 1].language == language]
    by_words = _by_words(question, own)
    chosen = by_words or (
        _by_meaning(question, told, passages, language, near) if near is not None else []
    )
    by_meaning = bool(chosen) and not by_words
    chosen = chosen or _by_words(question, [each for each in told if each not in own])
    cited = tuple(Cited(text=text, number=number) for text, number in chosen)
    if not cited or not all(supported(each, passages) for each in cited):
        return None
    return Answer(
        sentences=cited,
        passages=tuple(passages),
        contradicting=contradicting(cited, passages),
        by_meaning=by_meaning,
    )


def _said_in(passage: Passage) -> Iterable[str]:
    """Its sentences; the row of a table is one, as a cell says little without the others."""
    lines = passage.text.splitlines()
    row = "#" in passage.source and all(_CELL.match(line) for line in lines)
    return [_flat(passage.text)] if row else sentences_of(passage.text)


def _by_words(question: str, told: Sequence[Told]) -> list[Told]:
    """The sentences that share most with a question, or with a sentence of it, in their order."""
    asked = _weights(question, [text for text, _ in told])
    wanted = [has for asks, has in _ASKED if asks.search(fold(question))]
    scored = [(_worth(text, asked, wanted), -place) for place, (text, _) in enumerate(told)]
    best = sorted(scored, reverse=True)[:AT_MOST]
    return [
        told[place]
        for place in sorted(-p for score, p in best if score >= max(COVERED, 0.6 * best[0][0]))
    ]


def _by_meaning(
    question: str,
    told: Sequence[Told],
    passages: Sequence[Passage],
    language: Language | None,
    near: Near,
) -> list[Told]:
    """The sentence nearest to a question, or the nearest in a language if that is about as near;
    with what other documents say against it."""
    scores = near(_asked(question), [text for text, _ in told])
    kept = [place for place, score in enumerate(scores) if score >= NEAR]
    if not kept:
        return []
    order = sorted(kept, key=lambda place: -scores[place])
    close = [place for place in order if scores[place] >= scores[order[0]] - CLOSE]
    mine = [place for place in close if passages[told[place][1] - 1].language == language]
    best, *others = mine or close
    first = Cited(text=told[best][0], number=told[best][1])
    against = [
        place
        for place in others
        if contradicting((first, Cited(text=told[place][0], number=told[place][1])), passages)
    ]
    return [told[place] for place in sorted([best, *against[: AT_MOST - 1]])]


def _asked(message: str) -> str:
    """What a long message asks; all of a short one."""
    asked = [each for each in sentences(message) if each.endswith(("?", "？"))]
    return " ".join(asked) if asked and len(message) >= LONG else message


def supported(sentence: Cited, passages: Sequence[Passage]) -> bool:
    """Does the sentence stand in the passage that it names, and does that one hold today?"""
    if not 1 <= sentence.number <= len(passages):
        return False
    passage = passages[sentence.number - 1]
    return passage.current and _flat(sentence.text) in _flat(passage.text)


def contradicting(sentences: Sequence[Cited], passages: Sequence[Passage]) -> bool:
    """Do two documents say the same with other figures?"""
    for place, one in enumerate(sentences):
        for other in sentences[place + 1 :]:
            two = passages[one.number - 1], passages[other.number - 1]
            if two[0].source != two[1].source and _contradict(one, other, *two):
                return True
    return False


def _contradict(one: Cited, other: Cited, mine: Passage, theirs: Passage) -> bool:
    if mine.language != theirs.language:
        return contradict_across(one.text, other.text)
    return _same_subject(one.text, other.text) and _figures(one) != _figures(other)


def _same_subject(one: str, other: str) -> bool:
    a, b = (_content(text) for text in (one, other))
    return len(a & b) >= ALIKE * max(1, min(len(a), len(b)))


def _figures(sentence: Cited) -> list[str]:
    return [sentence.text[fact.start : fact.end].lower() for fact in facts_of(sentence.text)]


def _weights(question: str, told: Sequence[str]) -> list[dict[str, float]]:
    """For a question, and for each sentence of it that says enough: its words -> what they count,
    the rarer in what was told, the more. Numbers of orders, amounts and days ask for nothing."""
    held = Counter(word for sentence in told for word in _content(sentence))
    for fact in reversed(facts_of(question)):
        question = f"{question[: fact.start]} {question[fact.end :]}"
    asked = {frozenset(_content(each)) for each in (question, *sentences(question))}
    enough = max(map(len, asked)) > ENOUGH
    return [
        {word: math.log(1 + (1 + len(told)) / (1 + held[word])) for word in each}
        for each in asked
        if len(each) >= (ENOUGH if enough else 1)
    ]


def _worth(
    sentence: str,
    asked: Sequence[Mapping[str, float]],
    wanted: Sequence[Callable[[str], bool]],
) -> float:
    """The share of what is asked that a sentence has; it counts more with a value of the kind that
    is asked for."""
    said = _content(sentence)
    shares = (sum(each[w] for w in said & each.keys()) / sum(each.values()) for each in asked)
    bare = _STEP.sub("", sentence)
    factor = VALUE if any(has(bare) for has in wanted) else 1.0
    return max(shares, default=0.0) * factor * (1.0 if bare == sentence else STEP)


def _content(text: str) -> set[str]:
    """The words that mean something, English ones without their endings."""
    return {_stem(word) for word in words(text) if word not in _PLAIN and not word.isdigit()}


def _stem(word: str) -> str:
    """`shipping`, `ships` -> `ship`; `resoling`, `resole` -> `resol`."""
    stem = re.sub(r"(?<=[a-z]{3})(?:ing|ed|es|s|e)$", "", word)
    return stem[:-1] if stem != word and re.search(r"([b-df-hj-np-tv-z])\1$", stem) else stem


def _flat(text: str) -> str:
    return " ".join(text.split())
