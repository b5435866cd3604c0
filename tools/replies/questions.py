"""A letter often asks several things, and tells a story besides: each question is looked up and
answered by itself, and counts with the sentence before it, which may say what it is about. It
knows no documents."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from knowledge.across import Alike
from knowledge.nearness import Near
from knowledge.numbers import fold
from knowledge.passage import Language, Passage
from knowledge.request import parts
from tools.replies.answering import Answer, Cited, answer_from
from tools.replies.asking import content_of
from tools.replies.clauses import asking, clauses, says_nothing, subject
from tools.replies.values import MEASURED
from tools.replies.weighing import Sought

Search = Callable[[str], Sequence[Passage]]
"""A question -> procedures that the person may see; what is nearest, and doubtful, if none fits."""
MOST = 12
"""Questions of a message that are looked up; further ones are named as not answered."""


class Question(NamedTuple):
    """Something that a customer asks."""

    words: str
    before: str = ""
    """The sentence before it."""
    beside: str = ""
    """The sentence that it is a part of, if that asks several things."""

    @property
    def wider(self) -> str:
        """With what stands before it; empty if nothing does."""
        return f"{self.before} {self.words}" if self.before else ""


def questions_in(message: str) -> list[Question]:
    """What a customer asks, each thing as a question by itself; all of a message that asks nothing
    word for word."""
    said = parts(message)
    told = Counter(said)
    found = dict[str, Question]()
    for before, each in pairwise(["", *said]):
        if asking(each) and (content_of(each) or (before and _for_value(each))):
            for asked in _questions(each, before, told[each] > 1):
                found.setdefault(asked.words, asked)
    return list(found.values()) or [Question(message)]


def _questions(words: str, before: str, again: bool) -> Iterator[Question]:
    """The questions of a sentence. One that says nothing of what it is about (`How much is it?`),
    or is asked about several things, is none without the sentence before it."""
    asked = clauses(words)
    beside = words if len(asked) > 1 else ""
    for each in asked:
        if before and (says_nothing(each) or (again and not asking(before))):
            yield Question(f"{before} {each}", beside=beside)
        else:
            yield Question(each, before, beside)
            before = subject(each) or before


def _for_value(words: str) -> bool:
    """Is an amount, a length of time or a day asked for?"""
    return any(kind.asks.search(fold(words)) for kind in MEASURED)


def answering(
    search: Search, language: Language, near: Near, alike: Alike
) -> Callable[[Question], Answer | None]:
    """What answers a question, by itself and with what stands before it."""

    def answer(asked: Question) -> Answer | None:
        wider = Sought(asked.wider, search(asked.wider)) if asked.wider else None
        return answer_from(asked.words, search(asked.words), language, near, alike, wider)

    return answer


def answered(message: str, answer: Callable[[Question], Answer | None]) -> Answer | None:
    """What answers the questions of a message, in their order, and which of them nothing does;
    None if none is answered."""
    asked = questions_in(message)
    found = _unguessed([(each, answer(each)) for each in asked[:MOST]])
    answers = [(words, each) for words, each in found if each is not None]
    if not answers:
        return None
    passages = list({p.id: p for _, each in answers for p in each.passages}.values())
    return Answer(
        sentences=_once([c for words, each in answers for c in _cited(words, each, passages)]),
        passages=tuple(passages),
        contradicting=any(each.contradicting for _, each in answers),
        by_meaning=all(each.by_meaning for _, each in answers),
        unanswered=(
            *(words for words, each in found if each is None),
            *(each.words for each in asked[MOST:]),
        ),
    )


def _unguessed(
    found: Sequence[tuple[Question, Answer | None]],
) -> list[tuple[str, Answer | None]]:
    """A sentence that answers one question is a guess for another that it shares no word with; a
    row may have both the price and the time that are asked for in one sentence."""
    told, kept = dict[str, str](), list[tuple[str, Answer | None]]()
    worded = {each.sentences[0].text for _, each in found if each and not each.by_meaning}
    for asked, each in found:
        first = each.sentences[0].text if each else ""
        again = first in worded or first in told
        together = bool(asked.beside) and told.get(first) == asked.beside
        guess = each is not None and each.by_meaning and again and not together
        kept.append((asked.words, None if guess else each))
        told.setdefault(first, asked.beside)
    return kept


def left_open(message: str, answer: Answer | None) -> tuple[str, ...]:
    """Which of several questions nothing answers; of one question the message itself tells."""
    if answer is not None:
        return answer.unanswered
    asked = questions_in(message)
    return tuple(each.words for each in asked) if len(asked) > 1 else ()


def _cited(words: str, answer: Answer, passages: Sequence[Passage]) -> list[Cited]:
    """The sentences of an answer with the numbers that their passages have among all."""
    places = {passage.id: number for number, passage in enumerate(passages, 1)}
    return [
        Cited(text=each.text, number=places[answer.passages[each.number - 1].id], asked=words)
        for each in answer.sentences
    ]


def _once(sentences: Sequence[Cited]) -> tuple[Cited, ...]:
    """A sentence that answers two questions is told once, to the first."""
    once = dict[str, Cited]()
    for each in sentences:
        first = once.setdefault(each.text, each)
        if each.asked not in (first.asked, *first.also):
            once[each.text] = first.model_copy(update={"also": (*first.also, each.asked)})
    return tuple(once.values())
