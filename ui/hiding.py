"""Whether a widget is seen: while it is not, it stays in the page, hidden.

Gradio takes a widget with `visible=False` out of the page and puts it back some time after it is
shown again; on a slow machine an update that comes in between is lost. This is for buttons and
lines of text that stand in the page by themselves: Gradio 6.31 shows a hidden column from the
start, and what is hidden in a group when the group appears.
"""

from typing import Literal

UNSEEN: Literal["hidden"] = "hidden"


def seen(on: object) -> bool | Literal["hidden"]:
    """The `visible` of a widget that is there if `on` is true, or is not empty."""
    return True if on else UNSEEN
