"""What a message forbids of a task, other than to do it at all: "don't do the count first" drops
nothing, and "don't start packing before painting is done" is a wait."""

import re
from textwrap import shorten

from knowledge import lazily
from knowledge.numbers import NUMBER
from tools.plan import Problem
from tools.plan.changes import Change
from tools.plan.checks import listing
from tools.plan.rewrites import SetWait
from tools.record import PlanError
from tools.wording.durations import durations
from tools.wording.marks import Marked, marked_clauses

_SHOWN = 80
"""Characters of a message that are said back."""
_NOT = r"(?:do not|don't|dont|never|must not|mustn't|may not|can't|cannot|should not|shouldn't)"
_HOW = re.compile(
    rf"(?<![a-z]){_NOT} (?:do|run|start|begin|put|make|schedule|leave|let|have) (?:the )?◆(?:(?:,? and|,? or|,| with) (?:the )?◆)*(?P<more>.*)"
)
_PLAINLY = re.compile(
    r"\W*(?:(?:any ?more|any longer|at all|please|pls|after all|this time|again|either|ever|because|since|as|and|so)(?![a-z]).*)?\W*"
)
_NOT_ZH = "(?:别|不要|不用|不能|不可以?|不必)"
_SO_ZH = "(?:最先|先|最后|同时|一起|马上|立刻|现在|今天|明天|单独)"
_HOW_ZH = re.compile(
    rf"(?:先|暂时|暂且)(?:别|不要?|不用|不能)[^，。◆]{{0,4}}◆|◆[^，。◆]{{0,2}}(?:先|暂时|暂且)(?:别|不)"
    rf"|{_NOT_ZH}[^，。◆]{{0,2}}{_SO_ZH}[^，。◆]{{0,3}}◆|◆[^，。◆]{{0,3}}{_NOT_ZH}再?(?:{_SO_ZH}|放|排)"
)
_NO_ORDER = re.compile(
    r"(?<![a-z])(?:do not|don't|dont|never|no need to|need not|needn't|must not|mustn't|should not|shouldn't|do not want to|don't want to)(?: (?:you|we|please|ever))* "
    r"(?:drop|skip|remove|delete|cancel|leave out|forget|change|make|swap|switch|exchange|rename|add|insert|split|divide|give|assign|hand|put|move|shorten|extend|set|mark|let)(?![a-z])"
    r"|(?:别|不要|不用|不必|不能|不许|勿)(?:再|去)?(?:[把将][^，。]{0,12}?)?(?:去掉|删|取消|跳过|省|改|加|对调|交换|互换|拆|换|交给|分给)"
    r"|◆不(?:取消|删|去掉|改|拆|换)|(?<![a-z])no ◆ (?:today|tomorrow|yet|now|on|this|before)(?![a-z])"
)
_NO_VALUE = lazily.compile(
    rf"◆ (?:(?:do|does|did|should|must|will|is|are) not|(?:do|does|did|should|must|wo|is|are)n't|no longer) (?:takes?|needs?(?! to)|lasts?|requires?)[^.]*?(?<![a-z]){NUMBER}"
    rf"|◆[^，。◆]{{0,2}}(?:不需要|不用|不是|不要|不花)(?={NUMBER})"
)
_NOT_DONE = re.compile(r"◆ (?:(?:is|are|was) not|(?:is|are|was)n't) done\W*$")
"""Nobody knows whether it is to be left out, or has not been done yet."""
_OR = re.compile(
    r"^(?!.*(?<![a-z])(?:not|no|never|without|nor)(?![a-z])|.*n't|.*[不别没]).*◆(?:,? or (?:the )?|或者?|还是)◆"
)
_AGAIN = re.compile(
    r"(?:(?<![a-z])(?:add|insert|include)(?: an?| another| one more| a second| the| new| task)* |[再另]?(?:加|增加|新增|添加)(?:一?个|一次|一项)?)◆(?P<more>.*)"
)
_BEFORE = re.compile(
    rf"(?<![a-z]){_NOT} (?:start|begin|do|be started) (?:the )?◆ (?:before|until) (?:the )?◆|◆ {_NOT} (?:start|begin|be started|be done) (?:before|until) (?:the )?◆"
)


def forbidden(message: str, problem: Problem) -> tuple[list[Change], str]:
    """The waits that a message asks for by what must not come before, and the rest of it.

    Raises:
        PlanError: it says what is not to be changed, or how a task is not to be done, and no change
            follows from that; or it means one of two tasks, or one more of those there are.
    """
    found: list[Change] = []
    for part in reversed(list(marked_clauses(message, problem))):
        if _BEFORE.search(part.text) and len(part.tasks) == 2:
            found = [_wait(*part.tasks, problem), *found]
            message = message[: part.start] + message[part.end :]
        elif _NO_ORDER.search(part.text) and part.tasks:
            raise unclear(part.tasks[0], message)
        elif _OR.search(part.text):
            raise PlanError("which-of", names=listing(part.tasks))
        elif _is_one_more(part):
            raise PlanError("task-there", task=part.tasks[0])
        elif _is_manner(part):
            raise unclear(part.tasks[0], message)
    return found, message


def unclear(task: str, message: str) -> PlanError:
    """That it is not clear what a message wants of a task."""
    words = shorten(message.strip(), _SHOWN, placeholder=" …")
    return PlanError("which-edit-of", task=task, words=words)


def _is_manner(part: Marked) -> bool:
    said = _HOW.search(part.text)
    how = said is not None and not _PLAINLY.fullmatch(said["more"])
    return how or any(each.search(part.text) for each in (_HOW_ZH, _NOT_DONE, _NO_VALUE))


def _is_one_more(part: Marked) -> bool:
    said = None if part.people else _AGAIN.search(part.text)
    return said is not None and (not said["more"].strip() or bool(durations(said["more"])))


def _wait(task: str, other: str, problem: Problem) -> SetWait:
    if other in problem.by_name[task].after:
        raise PlanError("waits-already", task=task, other=other)
    return SetWait(task=task, other=other)
