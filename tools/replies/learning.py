"""Which of several fitting templates comes first: what a team used before counts, and a little
chance, so that a new one is seen too. It reads tallies; it stores nothing.

Thompson sampling in the position-based model (Lagrée, Vernade and Cappé, "Multiple-play bandits in
the position-based model", NeurIPS 2016): each template has a Beta distribution of how useful it is,
from what it was worth and how often it was looked at, and templates are ordered by one draw from
each. Without exploration the means take the place of the draws.
"""

from collections.abc import Mapping
from random import Random

from knowledge.feedback import Tally

WEIGHT = 4.0
"""As how many looks what the text says counts, before there is any feedback."""


def useful(
    fits: Mapping[str, float], tallies: Mapping[str, Tally], chance: Random | None = None
) -> dict[str, float]:
    """Template -> how useful it probably is, 0 to 1.

    Args:
        fits: template -> how well it fits by its text, 0 to 1. Only these are valued: what is not
            in it, because it is over or forbidden, cannot come back through feedback.
        chance: for exploration; None switches it off.
    """
    return {id: _useful(fit, tallies.get(id, Tally()), chance) for id, fit in fits.items()}


def _useful(fit: float, tally: Tally, chance: Random | None) -> float:
    fit = min(max(fit, 0.01), 0.99)
    good = WEIGHT * fit + tally.worth
    bad = WEIGHT * (1 - fit) + max(0.0, tally.looked - tally.worth)
    # Without any feedback there is nothing to explore by chance: the text alone decides.
    if chance is None or not tally.looked:
        return good / (good + bad)
    return chance.betavariate(good, bad)
