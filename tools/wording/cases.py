"""“Create the tasks for this return”, “把这次退货要做的事排出来”: the work of one case, to be taken from a
procedure. It knows no procedures."""

import re

from knowledge.numbers import fold
from tools.wording.durations import durations

_WORK_EN = (
    r"(?:all |the |a |list of |set of |necessary |required |needed |follow-?up )*"
    r"(?:tasks?|steps|to-?dos?|work|task list|checklist|work plan)"
)
_EN = re.compile(
    r"^\W*(?:(?:please|now|ok|okay|then|and|so|can you|could you|would you|i want you to|let'?s)[, ]+)*"
    r"(?:create|make|generate|set up|add|draw up|lay out|schedule|plan|prepare)\s+(?:me |us )?"
    rf"{_WORK_EN}(?: that)?(?: (?:are|is))?(?: to (?:be done|do)| needed| required| necessary)?"
    r"\s+(?:for|to handle|to process|of|out of|from|in)\s+(?P<topic>[^,.;!?\n]+)",
)
_WORK_ZH = r"(?:(?:需要|该|应该?|要)?(?:做|办|处理)的?(?:事情?|工作|任务)|任务|步骤|工作|待办(?:事项)?|流程)"
_DO_ZH = r"(?:排|列|安排|创建|生成|建立|新建|建|做成|变成|转成|转为|制定)"
_ZH = (
    re.compile(
        rf"^\W*(?:请|麻烦|帮我|现在|那就?|你)*(?:把|将)(?P<topic>[^，。；！？,.;!?\n]+?)的?(?:所有|全部)?"
        rf"{_WORK_ZH}(?:都|全部|一下)*(?:给我|帮我)?{_DO_ZH}"
    ),
    re.compile(
        rf"^\W*(?:请|麻烦|帮我|现在|那就?|你)*(?:为|给|替|针对|根据|按照?)(?P<topic>[^，。；！？,.;!?\n]+?)"
        rf"{_DO_ZH}(?:出|好|一下|相关|所需|对应|全部|所有|要做|的)*{_WORK_ZH}"
    ),
    re.compile(
        rf"^\W*(?:请|麻烦|帮我|现在|那就?|你)*{_DO_ZH}(?:出|好|一下)?(?P<topic>[^，。；！？,.;!?\n]+?)"
        rf"(?:的|所需的?|需要的?|要做的?){_WORK_ZH}"
    ),
)
_BY = re.compile(
    r"\s*\b(?:by|before|until|no later than|due(?: on| at| by)?)\s+(?P<en>[^,;!?\n]+?)\s*[.!?]*$|"
    r"(?P<zh>[^，。；！？,;!?\n]+?)(?:之前|以前|前|为止|截止)"
)
_POINTING = re.compile(
    r"\b(?:this|that|it|these|the|such|a|an|one|case|customer|request|message|above|procedure)\b|"
    r"这[个件次位笔单张项]?|那[个件次位笔单张项]?|此|该|上面|刚才|客户|事情?|情况|请求|一[个件次笔]|的|它"
)
_BACK = re.compile(r"\b(?:this|that|these|those|such|it|above)\b|这|那|此|该|上面|刚才")


def case_in(message: str) -> str | None:
    """What tasks are wanted for, such as `this return`; None if a message wants something else.
    One that says how long things take describes tasks of its own."""
    folded = fold(message)
    for pattern in (_EN, *_ZH):
        found = pattern.match(folded)
        if found:
            topic = _BY.sub("", found["topic"]).strip()
            return None if durations(message) else topic
    return None


def due_in(message: str) -> str:
    """By when a message wants the work of a case done, in its words; empty if it does not say."""
    found = _BY.search(fold(message))
    return (found["en"] or found["zh"]).strip() if found else ""


def what(topic: str) -> str:
    """What a topic names, without what points back: `return` of `this return`; empty of `it`."""
    return _POINTING.sub("", topic).strip()


def says_what(topic: str) -> bool:
    """Whether a topic names something, and does not only point back: `this return`, not `it`."""
    return any(map(str.isalpha, what(topic)))


def points_back(topic: str) -> bool:
    """Whether a topic means what was spoken of: `this return`, not `a return`."""
    return bool(_BACK.search(topic))
