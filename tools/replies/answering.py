"""An answer made of sentences that stand in procedures, each with its passage; none if nothing
there answers. It writes no word of its own, so there is nothing to make up. It searches nothing."""

import math
from collections import Counter
from collections.abc import Sequence

from knowledge.across import contradict_across
from knowledge.lexical import words
from knowledge.passage import Passage
from tools.record import Record
from tools.replies.facts import facts_of
from tools.replies.procedures import sentences_of

AT_MOST = 3
COVERED = 0.3
"""Share of the question's weight that a sentence must have to answer it."""
ALIKE = 0.6
"""Share of words from which two sentences speak of the same thing."""
_PLAIN = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "do",
        "does",
        "for",
        "from",
        "have",
        "how",
        "i",
        "in",
        "is",
        "it",
        "may",
        "me",
        "my",
        "of",
        "on",
        "or",
        "our",
        "please",
        "should",
        "that",
        "the",
        "there",
        "this",
        "to",
        "want",
        "we",
        "what",
        "when",
        "where",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
        "的",
        "了",
        "吗",
        "是",
        "我",
        "你",
        "您",
        "在",
        "有",
        "么",
        "什",
        "什么",
        "怎",
        "怎么",
        "可",
        "以",
        "可以",
        "能",
        "要",
        "请",
        "和",
        "不",
        "们",
        "我们",
        "你们",
        "会",
        "呢",
        "这",
        "那",
        "个",
    ]
)


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

    @property
    def text(self) -> str:
        """The sentences, each followed by the number of its passage."""
        return "\n".join(f"- {each.text} [{each.number}]" for each in self.sentences)


def answer_from(question: str, passages: Sequence[Passage]) -> Answer | None:
    """The sentences that share most with a question; None if none shares enough."""
    told = [(s, n) for n, passage in enumerate(passages, 1) for s in sentences_of(passage.text)]
    weights = _weights(question, [text for text, _ in told])
    if not weights:
        return None
    scored = [(_covered(text, weights), -place) for place, (text, _) in enumerate(told)]
    best = sorted(scored, reverse=True)[:AT_MOST]
    kept = sorted(-place for score, place in best if score >= max(COVERED, 0.6 * best[0][0]))
    sentences = tuple(Cited(text=told[place][0], number=told[place][1]) for place in kept)
    if not sentences or not all(supported(each, passages) for each in sentences):
        return None
    return Answer(
        sentences=sentences,
        passages=tuple(passages),
        contradicting=contradicting(sentences, passages),
    )


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


def _weights(question: str, sentences: Sequence[str]) -> dict[str, float]:
    """Words of the question -> what they count: the rarer in the sentences, the more."""
    held = Counter(word for sentence in sentences for word in _content(sentence))
    return {w: math.log(1 + (1 + len(sentences)) / (1 + held[w])) for w in _content(question)}


def _covered(sentence: str, weights: dict[str, float]) -> float:
    shared = _content(sentence) & weights.keys()
    return sum(weights[word] for word in shared) / sum(weights.values())


def _content(text: str) -> set[str]:
    """The words that mean something; English ones without an s at their end."""
    found = {word for word in words(text) if word not in _PLAIN and not word.isdigit()}
    return {
        word[:-1] if word.isascii() and len(word) > 3 and word[-1] == "s" else word
        for word in found
    }


def _flat(text: str) -> str:
    return " ".join(text.split())
