"""An answer made of sentences that stand in procedures, each with its passage; none if nothing
there answers. It writes no word of its own, so there is nothing to make up. It searches nothing.

Words come first, as they are sure; where none are shared, as between languages, meaning decides.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from knowledge.across import Alike
from knowledge.glossary import things_in
from knowledge.grids import row_line
from knowledge.language import language_of
from knowledge.passage import Language, Passage
from knowledge.request import LONG, sentences
from tools.intake.orders import without_orders
from tools.record import Record
from tools.replies.asking import Wanted
from tools.replies.opposing import Opposing, Told
from tools.replies.procedures import sentences_of

AT_MOST = 3
COVERED = 0.3
"""Share of the question's weight that a sentence must have to answer it."""
NEAR = -0.2
"""Standard score from which a sentence answers a question that it shares no word with. Of 10
questions in the other language, 8 had such a sentence, and 6 the right one; of 4 about something
else none had, the nearest at -0.4."""
CLOSE = 0.5
"""So many standard scores below the nearest sentence, another one counts as about as near."""
OWN = 1.5
"""So many times a sentence in the asker's language counts."""
HEADING = 40
"""Characters of the heading of a column at most; what is longer is prose."""
Near = Callable[[str, Sequence[str]], Sequence[float]]
"""A question and texts -> how near each is by its meaning; see `knowledge.nearness`."""
_SCOPE = re.compile(
    r"(?:use (?:this|it|these)|follow (?:this|these)|this (?:applies|covers|is for|procedure)|"
    r"applies (?:to|when|whenever|if))\b|.{0,40}适用",
    re.IGNORECASE,
)
"""How sentences begin that say what a document is for: no answer to anybody."""


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
    alike: Alike | None = None,
) -> Answer | None:
    """The sentences that answer a question; None if none is close enough to it.

    Args:
        passages: what a search found for the question.
        language: whose sentences are preferred; any if not given.
        near: finds sentences that share no word with the question; they are not looked for if not
            given.
        alike: finds sentences in the other language that say the same, or the contrary.
    """
    told = [
        (sentence, number)
        for number, passage in enumerate(passages, 1)
        for sentence in _said_in(passage)
        if not _SCOPE.match(sentence)
    ]
    opposing = Opposing(told, passages, alike)
    own = [each for each in told if passages[each[1] - 1].language == language]
    by_words = _by_words(question, told, language or language_of(question))
    chosen = by_words or (
        _by_meaning(question, told, opposing, own, near) if near is not None else []
    )
    by_meaning = bool(chosen) and not by_words
    chosen = [*chosen, *opposing.against(chosen)[:AT_MOST]]
    cited = tuple(Cited(text=text, number=number) for text, number in chosen)
    if not cited or not all(supported(each, passages) for each in cited):
        return None
    return Answer(
        sentences=cited,
        passages=tuple(passages),
        contradicting=opposing.contradicting(chosen),
        by_meaning=by_meaning,
    )


def _said_in(passage: Passage) -> Iterable[str]:
    """Its sentences; the row of a table is one, as a cell says little without the others. What
    speaks to an assistant is said to no customer."""
    text, orders = without_orders(passage.text)
    cells = [line.partition(": ") for line in passage.text.splitlines()]
    row = len(cells) > 1 and all(sign and len(name) <= HEADING for name, sign, _ in cells)
    if "#" in passage.source and row and not orders:
        return [row_line([(name, said) for name, _, said in cells])]
    return sentences_of(text)


def _by_words(question: str, told: Sequence[Told], language: Language) -> list[Told]:
    """The sentences that share most with a question, or with a sentence of it, in their order, all
    in one language; none if they lack the kind of value that is asked for and say little else that
    is."""
    asked = Wanted.of(question, [text for text, _ in told])
    spoken = [language_of(text) for text, _ in told]
    scores = [
        asked.worth(text) * (OWN if one == language else 1.0)
        for (text, _), one in zip(told, spoken, strict=True)
    ]
    order = sorted(range(len(told)), key=lambda place: -scores[place])
    best = [place for place in order if spoken[place] == spoken[order[0]]][:AT_MOST]
    least = max(COVERED, 0.6 * scores[best[0]]) if best else COVERED
    chosen = [told[place] for place in sorted(best) if scores[place] >= least]
    return chosen if any(asked.satisfied_by(text) for text, _ in chosen) else []


def _by_meaning(
    question: str,
    told: Sequence[Told],
    opposing: Opposing,
    own: Sequence[Told],
    near: Near,
) -> list[Told]:
    """The sentence nearest to a question that speaks of most of what it speaks of, or such a one of
    the asker's own language if that is about as near; with what other documents say against it."""
    scores = near(_asked(question), [text for text, _ in told])
    kept = [place for place, score in enumerate(scores) if score >= NEAR]
    wanted = Wanted.of(question, ())
    kept = [place for place in kept if wanted.has_value(told[place][0])] or kept
    if not kept:
        return []
    asked = things_in(question)
    worth = [
        s + len(asked & things_in(t)) / max(1, len(asked))
        for s, (t, _) in zip(scores, told, strict=True)
    ]
    order = sorted(kept, key=lambda place: -worth[place])
    close = [place for place in order if worth[place] >= worth[order[0]] - CLOSE]
    mine = [place for place in close if told[place] in own]
    best, *others = mine or close
    opposed = [p for p in others if opposing.contradicting((told[best], told[p]))]
    return [told[place] for place in sorted([best, *opposed[: AT_MOST - 1]])]


def _asked(message: str) -> str:
    """What a long message asks; all of a short one."""
    asked = [each for each in sentences(message) if each.endswith(("?", "？"))]
    return " ".join(asked) if asked and len(message) >= LONG else message


def supported(sentence: Cited, passages: Sequence[Passage]) -> bool:
    """Does the sentence stand in the passage that it names, and does that one hold today?"""
    if not 1 <= sentence.number <= len(passages):
        return False
    passage = passages[sentence.number - 1]
    return passage.current and sentence.text in _said_in(passage)
