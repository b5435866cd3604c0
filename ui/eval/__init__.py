"""How good it is: what `whyflow eval WHAT` measures.

`MEASURES` names the module of each; but for `why`, which has a report of its own, a module has
`measure(asked: Asked) -> Sequence[Row]` (see `rows.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from agent.settings import Settings

MEASURES: dict[str, str] = {
    "masking": "ui.eval.masking",
    "asynchow": "ui.eval.asynchow",
    "parse": "ui.eval.parse",
    "route": "ui.eval.route",
    "intent": "ui.eval.intent",
    "reply": "ui.eval.reply",
    "tools": "ui.eval.tools",
    "injection": "ui.eval.injection",
    "retrieval": "ui.eval.retrieval",
}

OWN = ("parse", "route")
"""What is measured on texts that come with Whyflow, and needs no public data."""


@dataclass(frozen=True)
class Asked:
    """What is to be measured, and with what."""

    data: Path
    """The folder with the public data."""
    settings: Settings
    share: float
    """Of the cases, above 0 and at most 1."""
    llm: bool
    """Whether the language model is measured too, which takes long."""
    tell: Callable[[int, int], None]
    """Hears how many cases of how many are done."""
