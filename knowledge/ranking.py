"""How well a passage answers a question, as numbers. It knows no store and no texts.

Measured with e5-small (4 bits) on the built-in documents and the 698 articles of tau3_banking_kb,
with 51 questions that they answer and 40 that they do not, such as "what is the capital of France",
"write me a poem", "讲个笑话", "谢谢你". The best `cosine + 0.05 x lexical` of any passage, by the
languages of question and passage:

    question -> passage   answered, lowest   not answered, highest   floor
    en -> en              0.863 (of 28)      0.859 (of 40)           0.860
    zh -> zh              0.892 (of 18)      0.874 (of 20)           0.883
    en -> zh, zh -> en    0.787 (of 41)      0.816 (of 60)           0.820

The floors were set on these very questions, so new ones will do worse. Between languages 10 of the
41 answered ones fall below the floor, half of them with a wrong passage at the top.
"""

import numpy as np
from numpy.typing import NDArray

from knowledge.passage import Language

Scores = NDArray[np.float32]
"""Of passages, by their numbers."""

LEXICAL_WEIGHT = 0.1
LANGUAGE_BONUS = 0.03
"""Decides only between passages that say the same: e5 itself puts a passage in the question's
language about 0.05 above its translation."""

# Half the weight of the ranking: with 0.1, single words that happen to occur ("why is the sky blue"
# and the Sky Blue Account) lift a passage over the floor.
_FIT_WEIGHT = 0.05
_FLOORS = {("en", "en"): 0.860, ("zh", "zh"): 0.883}
_FLOOR_BETWEEN_LANGUAGES = 0.820


def score(cosine: float, lexical: float, preferred: bool) -> float:
    """What passages are ordered by: `cosine + 0.1 x lexical`, and 0.03 in the asker's language.

    Args:
        cosine: of the question's and the passage's vectors.
        lexical: see `Lexical.scores`, 0 to 1.
        preferred: the passage is in the asker's language.
    """
    return cosine + LEXICAL_WEIGHT * lexical + LANGUAGE_BONUS * preferred


def fits(cosine: float, lexical: float, question: Language, passage: Language) -> bool:
    """Whether a passage is near enough to a question to be shown; with their languages."""
    floor = _FLOORS.get((question, passage), _FLOOR_BETWEEN_LANGUAGES)
    return cosine + _FIT_WEIGHT * lexical >= floor
