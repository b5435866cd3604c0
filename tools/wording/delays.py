"""A task that is to start so much later or sooner than it does now: “what if welding starts an hour
later?”, 焊接晚一小时开始会影响谁. When it starts now, only its plan knows."""

from typing import NamedTuple

from knowledge import lazily
from knowledge.numbers import fold
from tools.plan import Problem
from tools.wording.durations import durations
from tools.wording.questions import LIMITED, blank, tasks_in

_MOVED = lazily.compile(
    r"_[^，,。？?]{0,4}(?:(?P<late>晚|推迟|延后|延迟|拖后|后移|往后[推挪移放])|(?P<soon>提前|提早|早|往前[推挪移放]))"
    r"(?:个|上|了|个?大约)?;+(?:半)?(?:再|才|就)?(?:开始|开工|动工|做|干|启动|(?=[，,。？?会行吗呢能有]|的话|$))|"
    r"(?<![a-z])(?:start|begin)(?:s|ed|ning|ing)? (?:the )?_+ ;+ (?:(?P<late2>later)|(?P<soon2>earlier|sooner))(?![a-z])|"
    r"(?<![a-z])(?:(?P<late4>delay|postpone|push)(?:s|ed|d|ing)?|(?P<soon4>bring|brought|mov(?:e|ed|ing))) (?:back )?(?:the )?_+ (?:back|forward)? ?(?:by )?;+|"
    r"_+ (?:(?:is|are|was|were|gets?|got|be) )+(?P<late5>delayed|postponed|pushed back|held up) (?:by )?;+|"
    r"_+ (?:(?:would|could|can|only|were|was|is) (?:to )?)*(?:start|begin|began|begun|come|happen|go)(?:s|ed|ning|ing)? ;+ (?:(?P<late3>later?)|(?P<soon3>earlier|sooner))(?![a-z])"
)

_AFFECTED = lazily.compile(
    r"会不会影响|会?影响|会?耽误|会?拖累|(?<![a-z])(?:affect|impact|hurt)(?![a-z])"
)
"""What follows is only asked about."""


class Moved(NamedTuple):
    """A task, and by how many minutes it would start later; negative for sooner."""

    task: str
    minutes: int


def moved(message: str, problem: Problem) -> Moved | None:
    """The task that would start later or sooner, if only that is said."""
    text = _AFFECTED.split(fold(message))[0]
    places = tasks_in(text, problem)
    text = blank(text, places, "_")
    lengths = durations(text)
    if len({each.name for each in places}) != 1 or len(lengths) != 1 or LIMITED.search(text):
        return None
    length = lengths[0]
    said = text[: length.start] + ";" * (length.end - length.start) + text[length.end :]
    found = _MOVED.search(said)
    if found is None:
        return None
    later = (found.lastgroup or "").startswith("late")
    return Moved(places[0].name, length.minutes if later else -length.minutes)
