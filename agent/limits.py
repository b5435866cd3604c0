"""What message no language model is asked about. It knows no turns."""

from tools.intake.inputs import holds_plan
from tools.phrases import SayableError

LONGEST_TABLE = 1_000_000
"""Characters of a message that holds a table, which no language model reads."""


def unfit_message(text: str, limit: int) -> SayableError | None:
    """Why no language model is asked about `text`; None if it may be.

    Args:
        limit: characters.
    """
    if not text.strip():
        return SayableError("message-empty")
    if len(text) > limit and not (len(text) <= LONGEST_TABLE and holds_plan(text)):
        return SayableError("message-too-long", count=len(text), limit=limit)
    return None
