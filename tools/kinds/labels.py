"""What a message can want."""

from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

Kind = Literal[
    "why", "overall", "order", "what_if", "not_then", "first_by", "in_time", "helps", "who",
    "together", "changed", "ask",
]  # fmt: skip
"""Questions about a plan; `ask` for one that cannot be answered as it is put."""
Aim = Literal["waiting", "makespan", "tardiness", "people", "cost", "balance"]
"""Orders to plan again, by their goal."""
Other = Literal["parse", "edit", "search", "draft", "none", "vague"]
"""New tasks; a change of those there are; something to look up; a text to write; nothing of ours;
an order that does not say what."""
Label = Kind | Aim | Other
KINDS: tuple[Kind, ...] = get_args(Kind)
AIMS: tuple[Aim, ...] = get_args(Aim)
LABELS: tuple[Label, ...] = (*KINDS, *AIMS, *get_args(Other))

Scores = NDArray[np.float32]
"""One for each of `LABELS`, as logits: the differences count."""
