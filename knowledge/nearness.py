"""How near texts are to a question by what they mean, in either language. It knows no store, and
what is near enough is for others to say."""

from collections.abc import Sequence

import numpy as np

from knowledge.embed import Framed
from knowledge.language import language_of


def nearness(embedder: Framed, question: str, texts: Sequence[str]) -> list[float]:
    """How near each text is to `question`.

    Returns:
        Standard scores among the nearest passages that searches found, right or wrong: 0 is as near
        as those are on average, 1 a standard deviation nearer.
    """
    if not texts:
        return []
    frame = embedder.frame
    asked = frame.centred(embedder.queries([question])[0], language_of(question))
    languages = [language_of(text) for text in texts]
    near = frame.near(asked, languages, np.asarray(embedder.passages(texts)))
    return [float(each) for each in (near - frame.middle[0]) / frame.spread[0]]
