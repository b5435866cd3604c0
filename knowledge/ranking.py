"""How well passages answer a question, as numbers, and whether any does. It knows no store.

Vectors of a family all lean one way, and those of a language another; what they have in common says
nothing and hides the rest. So the mean of questions in a language is taken from a question, and the
mean of passages in a language from a passage (as in Mu and Viswanath, "All-but-the-top", 2018).
That alone lifts recall@5 of Chinese questions over English documents from 0.58 to 0.79.

Whether anything fits is answered by a logistic regression over `SIGNALS` and the products of any
two of them, since no cut-off on a cosine separates the two. Among the signals is how near the
question is to a bank of questions that no house has rules about, and whether it sounds like one of
them at all. `ui/eval/fitting.py` makes the numbers, from questions written for that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.lexical import Shared
from knowledge.passage import Language

FILE = Path(__file__).parent / "e5.npz"
LEXICAL_WEIGHT = 0.3
LANGUAGE_BONUS = 0.05
"""Decides between passages that say the same."""
THINGS_WEIGHT = 0.1
"""Lifts recall@5 of practice questions across languages from 0.78 and 0.76 to 0.82 and 0.77, in
English from 0.84 to 0.86, and costs nothing in Chinese (2026-11-30); twice as much does."""
BEHIND = 0.1
"""So much below the best, a passage is not shown beside it."""
OTHERS = 2
"""So many are shown of the language that the best is not in."""

SIGNALS = (
    *("near", "cosine", "lexical", "best_lexical", "best_near"),
    *("same", "words", "off", "off3", "topic"),
)
"""What `signals` returns, in this order."""

Vectors = NDArray[np.float32]


class Candidate(NamedTuple):
    """A passage that could answer a question."""

    number: int
    language: Language
    near: float
    """The cosine after what all vectors have in common was taken away; -1 to 1."""
    cosine: float
    lexical: float
    """Shared words, 0 to 1."""
    things: float
    """What both speak of, in whichever words, 0 to 1."""
    score: float
    """What passages are ordered by."""

    @property
    def meant(self) -> float:
        """The part of the score that passages of two languages can be compared by: those in the
        language of the question share words with it, and the others cannot."""
        return self.near + THINGS_WEIGHT * self.things


@dataclass(frozen=True)
class Frame:
    """What is known about the vectors of one embedding model."""

    questions: Mapping[Language, Vectors]
    """The mean of questions."""
    passages: Mapping[Language, Vectors]
    """The mean of passages."""
    off: Vectors
    """Questions that no house has rules about, centred, as unit rows; both languages."""
    topic: Vectors
    """What centred questions about a house's rules have, and others have not; the last number is
    added to the product."""
    middle: Vectors
    """The mean of each signal."""
    spread: Vectors
    """Its standard deviation."""
    weights: Vectors
    """Of what `crossed` makes of the signals."""
    bias: float
    cut: float
    """Nothing fits if the probability that something does is lower."""

    def centred(self, vector: Vectors, language: Language) -> Vectors:
        """A question's vector without what all have in common, of unit length."""
        moved = vector - self.questions[language]
        return np.asarray(moved / max(float(np.linalg.norm(moved)), 1e-9), dtype=np.float32)

    def near(self, asked: Vectors, languages: Sequence[Language], vectors: Vectors) -> Vectors:
        """Of passages to a centred question: cosines without what all passages of a language have
        in common; see `Candidate.near`."""
        means = np.stack([self.passages[language] for language in languages])
        return np.asarray(vectors @ asked - means @ asked)

    def candidates(
        self,
        vector: Vectors,
        written: Language,
        preferred: Language,
        numbers: Sequence[int],
        languages: Sequence[Language],
        vectors: Vectors,
        shared: Shared,
    ) -> list[Candidate]:
        """Passages in their order, best first.

        Args:
            vector: of the question, as the model gave it.
            written: the question's language.
            preferred: the asker's.
            numbers: of the passages; their languages and vectors follow in the same order.
            shared: with the question, by them.
        """
        if not len(numbers):
            return []
        near = self.near(self.centred(vector, written), languages, vectors)
        cosines = vectors @ vector
        bonus = np.array([LANGUAGE_BONUS * (each == preferred) for each in languages])
        scores = near + LEXICAL_WEIGHT * shared.words + bonus
        scores += THINGS_WEIGHT * shared.things
        rows = zip(numbers, languages, near, cosines, *shared, scores, strict=True)
        found = [Candidate(n, spoken, *map(float, rest)) for n, spoken, *rest in rows]
        # By number as well, so that equals come in the same order each time.
        return sorted(found, key=lambda each: (-each.score, each.number))

    def signals(
        self, vector: Vectors, written: Language, words: int, found: Sequence[Candidate]
    ) -> Vectors:
        """What speaks for and against that the first candidate is an answer; see `SIGNALS`."""
        best = found[0]
        asked = self.centred(vector, written)
        off = np.sort(self.off @ asked)[::-1]
        return np.array(
            [
                *(best.near, best.cosine, best.lexical),
                max(each.lexical for each in found),
                max(each.near for each in found),
                float(best.language == written),
                np.log1p(words),
                *(off[0], off[:3].mean(), asked @ self.topic[:-1] + self.topic[-1]),
            ],
            dtype=np.float32,
        )

    def probability(self, signals: Vectors) -> float:
        """That something fits."""
        logit = crossed((signals - self.middle) / self.spread) @ self.weights + self.bias
        return float(1 / (1 + np.exp(-logit)))


def counterparts(found: Sequence[Candidate]) -> list[Candidate]:
    """Of passages, best first, those in the language of which the best is not that fit about as
    well: they may say the same, or the contrary."""
    best = [each.meant for each in found if each.language == found[0].language]
    others = [each for each in found if each.language != found[0].language]
    about = [each for each in others if each.meant >= max(best) - BEHIND]
    return sorted(about, key=lambda each: -each.meant)[:OTHERS]


def leading(
    scored: Sequence[tuple[int, float]], others: Sequence[Candidate]
) -> list[tuple[int, float]]:
    """Numbers and scores of passages, best first, that fit about as well as the best, and behind
    them those of the other language."""
    best = [each for each in scored if each[1] >= scored[0][1] - BEHIND]
    return best + [(each.number, each.score) for each in others if each.number not in dict(best)]


def crossed(signals: Vectors) -> Vectors:
    """Signals, in the last axis, and the products of any two: how near a passage is says more about
    a question that sounds like one for a house than about one that does not."""
    one, other = np.triu_indices(signals.shape[-1])
    return np.concatenate([signals, signals[..., one] * signals[..., other]], axis=-1)


@cache
def e5() -> Frame:
    """Of multilingual-e5-small."""
    with np.load(FILE) as held:
        return Frame(
            questions={"en": held["questions"][0], "zh": held["questions"][1]},
            passages={"en": held["passages"][0], "zh": held["passages"][1]},
            off=held["off"].astype(np.float32),
            topic=held["topic"],
            middle=held["middle"],
            spread=held["spread"],
            weights=held["weights"],
            bias=float(held["bias"]),
            cut=float(held["cut"]),
        )
