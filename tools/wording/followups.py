"""A follow-up message that asks for nothing but to undo the last change, or to redo it."""

import re
from typing import Literal

from tools.wording.numbers import fold

Step = Literal["undo", "redo"]
_PLEASE = r"\W*(?:please|pls|ok(?:ay)?|no|sorry|oops|wait|hm+|actually|请|麻烦|等等|不对|算了)?\W*(?:can you |could you |帮我|给我)?"
_UNDO = re.compile(
    rf"{_PLEASE}(?:undo|take (?:that|it|this) back|revert|roll ?back|go back|step back|"
    r"(?:再)?(?:撤销|撤回|回退|后退|退回|还原|恢复原样))(?:\W*(?:that|it|this|the|last|previous|change|edit|step|one|again|more|please|"
    r"了|一下|掉|刚才|刚刚|上一?[步次个]|的?(?:修改|改动|操作|更改)|一[步次]|吧|到|前))*\W*"
)
_REDO = re.compile(
    rf"{_PLEASE}(?:redo|(?:再)?(?:重做|恢复)|do it again after all|undo the undo)(?:\W*(?:that|it|this|the|last|change|edit|step|again|please|"
    r"了|一下|刚才|刚刚|上一?[步次个]|的?(?:修改|改动|操作|更改|撤销)|吧))*\W*"
)


def step_back(message: str) -> Step | None:
    """Whether a message asks for nothing but to undo the last change, or to redo it."""
    text = fold(message).strip()
    if _REDO.fullmatch(text):
        return "redo"
    return "undo" if _UNDO.fullmatch(text) else None
