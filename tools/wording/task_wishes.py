"""What one part of a message, known to suppose something, wants of the task that it is about. What
its words do not settle is left out, never guessed."""

import re
from collections.abc import Iterator
from fractions import Fraction

from knowledge.numbers import NUMBER, number
from tools.plan import Task
from tools.plan.changes import Change, DropTask, SetDeadline, SetDuration, SetPriority
from tools.plan.rewrites import SetLimit
from tools.wording.durations import SECONDS, durations
from tools.wording.limits import CANNOT_BY, RELEASE
from tools.wording.moments import Moment
from tools.wording.multiples import times_in
from tools.wording.questions import is_before

_DROP = re.compile(
    r"先?搁着|搁置|外包|包给|不再?[做搞弄办编进]|先不|(?:以后|改天|回头)再[说做弄办]|别[做搞弄]|不用|不需要|不要|[去拿划撤]掉|取消|删|跳过|省[掉略去了]?|砍|略过|免[了去]?|没有|剔除|"
    r"(?<![a-z])(?:without|skip\w*|drop\w*|cancel\w*|remov\w+|leav\w+ out|left out|left for|omit\w*|scrap\w*|rid of|t[ao]\w+ out|delet\w+|"
    r"forget|nobody (?:wants|needs|_)|no longer (?:wanted|needed|required)|call\w* off|falls? through|ditch\w*|strike|struck|descop\w+|out of scope|dispens\w+|cut|not do(?:ing|ne)?(?![a-z]| yet)|don't do|didn't do|off the list|abandon\w*)(?![a-z])|(?<![a-z])(?:no|not) (?:the |more )?_|[不别]_"
)
_NOT_DONE = re.compile(
    r"(?<![a-z])(?:is|are|was|were|gets?|be)(?:n't| not|n't even) (?:[a-z]+ed|[a-z]+en|done|built|cut|put|set|sent|made|held)(?![a-z])(?! (?:yet|until|before|by|after))"
)
_LIMIT = re.compile(
    r"死线|截止|期限|交期|时限|(?<![a-z])(?:deadline|due|(?:has|have|needs?|must|got) (?:to )?be|than (?:agreed|promised))(?![a-z])|比(?:约定|说好)"
)
_SOONER = re.compile(r"提前|往前|前移|早|(?<![a-z])(?:earlier|sooner|forward)(?![a-z])")
_LATER = re.compile(r"推迟|往后|后移|放宽|延|晚|(?<![a-z])(?:later|longer|back)(?![a-z])")
_WITHIN = re.compile(r"之?内|以内|(?<![a-z])within(?![a-z])")
_BY = re.compile(
    r"前|必须|务必|须|最[迟晚]|之内|截止|要求|(?:[延推缓晚]\w?|放宽)到|(?<![a-z])(?:as late as|by|before|b4|until|till|at|no later|latest|due|deadline|has to|have to|must|need\w*|shall)(?![a-z])"
)
_PRIORITY = re.compile(
    rf"不?急[，,]?\s?(?=(?:给|降|升|提|调|设|改|记|打)[^，,]{{0,3}}{NUMBER})|"
    r"优先|级|紧急|(?<![a-z])(?:prio[a-z]*|p\d|urgen[a-z]+)(?![a-z])"
)
_LONGER = re.compile(
    r"(?<![最至])多(?!少)|增加|延长|加(?![到为成至班急快])|(?<![a-z])add\w* [^_]{1,24} to (?:the )?_|拖长|超时|超出|慢|(?<![a-z])(?:longer|(?<!no )more(?! than)|another|extra|additional|overrun\w*|over|slower|late)(?![a-z])"
)
_SHORTER = re.compile(
    r"(?<![估多])少|缩短|减少?|压缩掉|省|快|(?<![a-z])(?:shorter|less|fewer|faster|quicker|sav\w+|shorten\w*|compress\w*|reduc\w+|cut|off)(?![a-z])"
)
_TO = re.compile(r"[到为至成]\s?(?=[半一两俩二三四五六七八九十\d])|(?<![a-z])(?:to|at|in)(?![a-z])")
_RELATIVE = re.compile(r"\s?(?:more|longer|less|shorter|faster|quicker|earlier|later)(?![a-z])")
_SOME = re.compile("一[些点下](?!钟|[午半])")
"""No number: “更紧急一些” says not how urgent."""
_GIVEN = re.compile(
    rf"(?<![a-z])(?:g[ai]v(?:e|es|ing)|mak(?:e|es|ing)|made|mark(?:ed)?) (?:the )?_+ an? (?P<en>\d{{1,2}})(?![\w%:.-]| [a-z])|"
    rf"给_+(?:打|记|排)?[个成]?(?P<zh>{NUMBER})(?:级|分)?(?=[，。？?！!；;]|$|会|呢|行|的话)"
)
"""A number that a task is given without a unit is its priority."""


def of_task(task: Task, text: str, loose: str, when: Moment | None) -> Iterator[Change]:
    """What the text wants of the task.

    Args:
        text: with all names blanked.
        loose: with those blanked that stand there as they are: between the words of a likeness may
            stand others that count (“potholes can't be filled before noon”).
        when: the time that the text names.
    """
    text = _SOME.sub("", text)
    said = _GIVEN.search(text) or _PRIORITY.search(text)
    if said is not None:
        if (worth := _priority(said, text)) is not None:
            yield SetPriority(task=task.name, priority=round(worth))
        return
    if when is not None and (RELEASE.search(text) or RELEASE.search(loose)):
        yield SetLimit(task=task.name, field="release", minute=when.first)
        return
    if (moved := _limit_moved(task, text)) is not None:
        yield moved
        return
    found, times = durations(text), times_in(text)
    if times is not None:
        yield SetDuration(task=task.name, minutes=round(task.duration * times))
    elif found and _WITHIN.search(text):
        yield SetDeadline(task=task.name, minute=found[-1].minutes)
    elif found:
        yield SetDuration(task=task.name, minutes=_length(task, text))
    elif when is None or not _BY.search(text):
        if _DROP.search(text) or (when is None and _NOT_DONE.search(loose)):
            yield DropTask(task=task.name)
    elif not CANNOT_BY.search(text):
        whole_day = when.first != when.last and not is_before(text)
        minute = when.last + 1 if whole_day else when.first
        yield SetDeadline(task=task.name, minute=max(0, minute))


def _priority(said: re.Match[str], text: str) -> Fraction | None:
    if said.re is _GIVEN:
        return number(said["en"] or said["zh"])
    around = (text[said.end() :][:24], text[: said.start()][-6:])
    worth = next((w for each in around if (w := number(each)) is not None), None)
    if said[0] == "级":
        worth = number(around[1]) if number(around[1]) is not None else worth
    return worth


def _length(task: Task, text: str) -> int:
    """What it then takes: the last duration that is named, or so much more or less than now."""
    last = durations(text)[-1]
    if _TO.search(text[: last.start + 1]) and not _RELATIVE.match(text, last.end):
        return last.minutes
    sign = -1 if _SHORTER.search(text) else 1 if _LONGER.search(text) else 0
    return task.duration + sign * last.minutes if sign else last.minutes


def _limit_moved(task: Task, text: str) -> SetDeadline | None:
    """“Two hours earlier than agreed”, where it is known what was agreed. A day earlier is the same
    time on the day before."""
    found = durations(text, SECONDS)
    if task.deadline is None or len(found) != 1 or not _LIMIT.search(text):
        return None
    sign = -1 if _SOONER.search(text) else 1 if _LATER.search(text) else 0
    minute = task.deadline + sign * (found[0].minutes // 60)
    return SetDeadline(task=task.name, minute=minute) if sign else None
