"""Messages that only undo or redo."""

import pytest

from tools.wording.undoing import Back, Way, step_back

ONE, TWO, ALL = 1, 2, None


@pytest.mark.parametrize(
    ("message", "way", "count"),
    [
        ("undo", "undo", ONE),
        ("Please undo that!", "undo", ONE),
        ("go back to the previous version", "undo", ONE),
        ("go back to how it was", "undo", ONE),
        ("cancel the last change", "undo", ONE),
        ("undo the last two changes", "undo", TWO),
        ("can you take back the last 2 changes?", "undo", TWO),
        ("go back two steps", "undo", TWO),
        ("undo twice", "undo", TWO),
        ("please undo this, thanks", "undo", ONE),
        ("that was wrong, undo", "undo", ONE),
        ("undo everything", "undo", ALL),
        ("revert all changes", "undo", ALL),
        ("return to the original plan", "undo", ALL),
        ("撤销上一步", "undo", ONE),
        ("撤回刚才的修改", "undo", ONE),
        ("回到上一个版本", "undo", ONE),
        ("取消刚才的修改", "undo", ONE),
        ("改回去", "undo", ONE),
        ("撤销最近两次修改", "undo", TWO),
        ("把刚才两次修改都撤销", "undo", TWO),
        ("退回两步", "undo", TWO),
        ("全部撤销", "undo", ALL),
        ("把所有修改都撤销掉", "undo", ALL),
        ("恢复到最初的计划", "undo", ALL),
        ("oops no, undo", "undo", ONE),
        ("my bad, undo", "undo", ONE),
        ("手滑了，撤回", "undo", ONE),
        ("点错了点错了，撤回", "undo", ONE),
        ("redo", "redo", ONE),
        ("undo the undo", "redo", ONE),
        ("redo both changes", "redo", TWO),
        ("重做", "redo", ONE),
        ("恢复刚才撤销的修改", "redo", ONE),
        ("重做两次", "redo", TWO),
    ],
)
def test_how_far_it_goes_back_is_read(message: str, way: Way, count: int | None) -> None:
    assert step_back(message) == Back(way, count)


@pytest.mark.parametrize(
    "message",
    ["undo painting", "redo the painting", "undo the first change", "don't undo", "why undo?",
     "cancel the order", "return this", "撤销几次", "drop packing, then undo",
     "what did you undo", "did you undo it?", "can I undo this?", "go back to version 2",
     "undo until 9", "撤销了什么"],
)  # fmt: skip
def test_what_says_anything_else_steps_nowhere(message: str) -> None:
    assert step_back(message) is None
