"""How likely each label is, by the words of a message and by what a network makes of it."""

from collections.abc import Callable, Mapping

import numpy as np

from tools.kinds import words
from tools.kinds.labels import KINDS, LABELS, Kind, Label, Scores
from tools.kinds.signs import Signs

Classify = Callable[[Signs], Scores]
"""What a network makes of a message."""
WORDS, NETWORK = 0.3, 0.7
"""What each counts where there are both: surest of messages by writers that neither had seen."""


def likely(signs: Signs, classify: Classify | None = None) -> list[tuple[Kind, float]]:
    """The kinds of questions with their probabilities, the likeliest first; for a message that is
    known to be one."""
    shares = weighed(signs, classify)
    every = sum(shares[kind] for kind in KINDS)
    return sorted(((kind, shares[kind] / every) for kind in KINDS), key=lambda each: -each[1])


def weighed(signs: Signs, classify: Classify | None = None) -> Mapping[Label, float]:
    """All labels with their probabilities."""
    scores = words.scores(signs)
    if classify is not None:
        scores = WORDS * scores + NETWORK * classify(signs)
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    return dict(zip(LABELS, map(float, shares), strict=True))
