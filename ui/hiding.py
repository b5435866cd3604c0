"""Whether a widget is seen: while it is not, it stays in the page, hidden.

Gradio takes a widget with `visible=False` out of the page and puts it back some time after it is
shown again; on a slow machine an update that comes in between is lost. Only what is dear to draw,
charts and tables, and fields of a form are left out of the page until there is something to see.
"""

from typing import Literal

UNSEEN: Literal["hidden"] = "hidden"


def seen(on: object) -> bool | Literal["hidden"]:
    """The `visible` of a widget that is there if `on` is true, or is not empty."""
    return True if on else UNSEEN
