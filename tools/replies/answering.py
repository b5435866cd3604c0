"""An answer made of sentences that stand in procedures, each with its passage; none if nothing
there answers. It writes no word of its own, so there is nothing to make up. It searches nothing.
"""

from collections.abc import Sequence

from knowledge.across import Alike
from knowledge.glossary import places_in, things_in
from knowledge.language import language_of
from knowledge.nearness import Near
from knowledge.passage import Language, Passage
from tools.record import Record
from tools.replies.asking import Wanted
from tools.replies.clauses import subject
from tools.replies.opposing import Asked, Opposing
from tools.replies.told import Told, said_in, told_in
from tools.replies.weighing import Likely, Sought, likely, together

AT_MOST = 3
WARY = 0.25
"""Probability from which it is worth a look before the contrary is promised."""
SURE = 0.5
"""Probability of the likeliest sentence to answer from which it is quoted."""
NEAR = -0.6
"""Standard score of nearness from which a sentence is quoted that has few words of the question."""
CLOSE, SPOKEN = 0.1, 0.35
"""So many times as likely as the likeliest, a sentence is quoted instead that is about the place
asked about or has the kind of value that is asked for; and one in the asker's language."""
ALSO = 0.4
"""So many times as likely as the likeliest, a sentence is quoted beside it."""
COVERED = 0.3
"""Share of what is asked that a sentence must have to be found by its words."""


class Cited(Record):
    """A sentence and where it stands."""

    text: str
    number: int
    """Of the passage, from 1."""
    asked: str = ""
    """The question that it answers, in the customer's words."""
    also: tuple[str, ...] = ()
    """Further ones."""


class Answer(Record):
    """Sentences that answer a question, with the passages they were taken from."""

    sentences: tuple[Cited, ...]
    """The likeliest first."""
    passages: tuple[Passage, ...]
    contradicting: bool = False
    """Two of the sentences say different things about the same."""
    by_meaning: bool = False
    """They share too few words with the question, and were found by what they mean."""
    unanswered: tuple[str, ...] = ()
    """What the customer asks besides, and nothing answers."""

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
    alike: Alike | None = None,
    wider: Sought | None = None,
) -> Answer | None:
    """The sentences that answer a question; None if probably none does.

    Args:
        passages: what a search found for the question.
        language: whose sentences are preferred; that of the question if not given.
        near: compares the question with sentences by what they mean.
        alike: finds sentences that say the same in other words, or the contrary.
        wider: the question with what was said before it.
    """
    passages = together(passages, wider.passages) if wider else passages
    told, spoken = told_in(passages), language or language_of(question)
    found = likely(question, told, passages, spoken, near, wider)
    if not told or (near is not None and found.any < SURE):
        return None
    wanted = Wanted.of(question, [each.text for each in told])
    chosen = _likeliest(question, told, found, wanted, spoken)
    opposing = Opposing(told, passages, Asked.of(wanted, told, found.near), alike)
    chosen = [*chosen, *opposing.against(chosen)[:AT_MOST]]
    cited = tuple(Cited(text=each.text, number=each.number) for each in chosen)
    if (
        not cited
        or _of_another(question, chosen[0], wanted)
        or not all(supported(each, passages) for each in cited)
    ):
        return None
    return Answer(
        sentences=cited,
        passages=tuple(passages),
        contradicting=opposing.contradicting(chosen),
        by_meaning=all(wanted.share(each.text) < COVERED for each in chosen),
    )


def nearly(
    question: str,
    passages: Sequence[Passage],
    language: Language,
    near: Near | None = None,
    wider: Sought | None = None,
) -> Told | None:
    """The likeliest sentence, if it may answer; that is less than what is told to anybody."""
    passages = together(passages, wider.passages) if wider else passages
    told = told_in(passages)
    found = likely(question, told, passages, language, near, wider)
    return told[found.shares.index(max(found.shares))] if told and found.any >= WARY else None


def _likeliest(
    question: str,
    told: Sequence[Told],
    found: Likely,
    wanted: Wanted,
    language: Language,
) -> list[Told]:
    """The likeliest sentence, or one that fits better and is not much less likely; with others of
    its language that are about as likely, best first."""
    shares, most = found.shares, max(found.shares)
    about = [
        place
        for place in sorted(range(len(told)), key=lambda place: -shares[place])
        if shares[place] >= CLOSE * most and _near_enough(told[place], found.near[place], wanted)
    ]
    for fits in (
        lambda place: places_in(question) & places_in(f"{told[place].above}\n{told[place].text}"),
        lambda place: shares[place] >= SPOKEN * most and language_of(told[place].text) == language,
        lambda place: wanted.has_value(told[place].text),
    ):
        about = [place for place in about if fits(place)] or about
    if not about:
        return []
    first, *others = about
    best = told[first]
    spoken = language_of(best.text)
    also = [told[place] for place in others if shares[place] >= ALSO * shares[first]]
    return [best, *(each for each in also if language_of(each.text) == spoken)][:AT_MOST]


def _of_another(question: str, told: Told, wanted: Wanted) -> bool:
    """Is it a figure in another language, of nothing that is asked about, by itself and by what
    stands right above it? One of the right kind makes any price near to any other."""
    if not wanted.values or language_of(told.text) == language_of(question):
        return False
    asked, heading = things_in(subject(question)), told.above.rpartition("\n")[2]
    return bool(asked) and asked.isdisjoint(things_in(f"{heading}\n{told.text}"))


def _near_enough(told: Told, near: float, wanted: Wanted) -> bool:
    """Does a sentence have to do with what is asked, by its meaning or by its words?"""
    worded = wanted.share(f"{told.above}\n{told.text}") >= COVERED
    return near >= NEAR or (worded and wanted.satisfied_by(told.text))


def supported(sentence: Cited, passages: Sequence[Passage]) -> bool:
    """Does the sentence stand in the passage that it names, and does that one hold today?"""
    if not 1 <= sentence.number <= len(passages):
        return False
    passage = passages[sentence.number - 1]
    return passage.current and sentence.text in (text for _, text in said_in(passage))
