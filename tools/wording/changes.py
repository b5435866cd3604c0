"""What-if wording -> changes to a known problem.

"再多两个人" becomes the capacity it leads to, "缩短半小时" the duration it leads to, because the
problem is known. What names neither a task nor a resource of the problem changes nothing. Numbers
that make no sense are left for the domain to refuse.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.numbers import fold
from tools.plan import Problem, Task
from tools.plan.beginnings import SetHours, SetStart
from tools.plan.changes import (
    AddTask,
    Away,
    Change,
    DropTask,
    LongerShift,
    OpenDay,
    SetCapacity,
    SetDeadline,
    SetDuration,
    SetPriority,
)
from tools.plan.rewrites import SetPace
from tools.wording.absences import away
from tools.wording.additions import added_task
from tools.wording.durations import duration, minutes
from tools.wording.foreign import foreign
from tools.wording.headcount import Headcount
from tools.wording.limits import CANNOT_BY
from tools.wording.moments import moment
from tools.wording.names import Mention
from tools.wording.pace import share
from tools.wording.pieces import tasks_in
from tools.wording.priorities import priority
from tools.wording.shifts import longer_shift

_CLAUSE = re.compile(
    r"[，；。！？!?;\n、]|[,.](?![0-9])|"
    r"(?<![a-z])(?:and|but)(?= (?:we|i|if|with|only|there|then|skip|drop|without|no|someone)(?![a-z]))|"
    "并且|而且|以及|同时|再加上"
)
_LISTED = 8  # tasks that may be named together
_AND = re.compile(r"\s?(?:and|or|和|与|及|或|跟)\s?(?:the )?")
_DROP_BEFORE = re.compile(
    r"(?:不[用再需要]*做|别做|不用|不需要|不要|去掉|去除|取消|删掉|删除|删去|跳过|省掉|省略|省去|砍掉|略过|没有|没了|免去|"
    r"(?<![a-z])(?:without|skip(?:ped|ping)?|drop(?:ped|ping)?|cancel(?:l?ed|l?ing)?|remov(?:e|ed|ing)|"
    r"leav(?:e|ing) out|left out|omit(?:ted|ting)?|don't do|didn't do|do not do|(?<!why )not do(?:ing)?|no|"
    r"scrap(?:ped)?|get rid of|take out|took out|delete|forget)(?![a-z]))"
    r"(?:\s?(?:the|doing|any|task|任务|了|掉))*\s?[\"'“‘「《]?$"
)
_DROP_AFTER = re.compile(
    r"[\"'”’」》]?\s?(?:(?:这[项个步])?(?:任务|工序)?(?:被|给|先)?(?:取消|不[用再]?做|不要|去掉|删掉|删除|省掉|省略|跳过|砍掉|不需要)"
    r"|(?:is|was|were|gets|are|be|has been) (?:cancel|drop|skip|remov|left out|not (?:done(?! yet)|needed)|"
    r"scrap|omit|delet)|(?:isn't|wasn't) (?:done(?! yet)|needed))"
)
_TAKE = re.compile(
    r"(?<![a-z])(?:t[ao]k(?:e|ing)|took|leav(?:e|ing)|left) (?:the |our )?[\"'“‘「《]?$"
)
_OUT = re.compile(r"[\"'”’」》]? out(?! of(?! (?:it|this|the plan)))(?![a-z])")
_DEADLINE = re.compile(
    r"之?内(?:必须|要|得)?(?:做?完|完成|结束|搞定)?|以内|截止|期限|最[晚迟]|(?<![a-z])(?:within|deadline|no later than|"
    r"(?:done|finish(?:ed)?|complete[d]?|ready|over|end) (?:in|by)|by (?:minute|hour))(?![a-z])"
)
_BY = re.compile(
    r"(?:必须|要|得|应|须).*(?:前|完|结束|交)|(?:之?前|以前)[^，,]{0,6}(?:完|结束|交|搞定|弄好|做好)|截止|期限|最[晚迟]|"
    r"(?<![a-z])(?:by|before|deadline|due|no later than|until)(?![a-z])"
)
_BEFORE = re.compile(r"前|(?<![a-z])before(?![a-z])")
_THERE = re.compile(r"有|(?<![a-z])(?:had|have|were|got|with)(?![a-z])")
_ENDS = re.compile(r"(?:(?<![a-z])and|而且|并且|同时)\s?(?:the|our)?\s?$")
_STARTS = re.compile(
    r"开始|开工|动工|(?<![a-z])(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began)(?![a-z])"
)
_OTHER = re.compile(
    r"优先|人手|人数|人员|(?<![a-z])(?:priority|people|staff|workers|crew|cost)(?![a-z])"
)
"""What a multiple may be of, other than the time it takes."""
_MOVES = re.compile(
    r"推迟|延后|延期|顺延|拖|晚[^，,]{0,3}(?:小时|分钟|天)|(?<![a-z])(?:hours?|minutes?|days?) (?:later|earlier)(?![a-z])|[提前早晚][^，,]{0,8}(?:开始|开工|做)|提前|期限|(?<![a-z])(?:delay(?:s|ed)?|postpone[ds]?|"
    r"(?:push|put)(?:e[sd])? (?:back|off)|(?:start|begin|began|come)(?:s|ed|ning)?(?![a-z]).{0,24}(?:later|earlier|sooner)|"
    r"late(?! by)|due|deadline)(?![a-z])"
)
"""Words by which it is moved, not made longer."""
_MULTIPLES = (
    (
        0.5,
        re.compile(
            r"减半(?!个?(?:小时|钟头|天))|一半|(?<![a-z])(?:halved?|half (?:as long|the time|of that|that))(?![a-z])"
        ),
    ),
    (3.0, re.compile(r"三倍|(?<![a-z])(?:three times|triple[sd]?|thrice)(?![a-z])")),
    (
        2.0,
        re.compile(
            r"翻[一了]?[倍番]|两倍|2倍|加倍|多一倍|(?<![a-z])(?:twice|doubled?|doubles|two times)(?![a-z])"
        ),
    ),
)
_URGENCY = re.compile(
    r"优先|紧急|加急|最急|(?<![不着应别救特])急(?=了?\s*(?:$|[，,。；;！!]))|重要|不急|着急|别急|缓一?缓|(?<!不)可以再?等(?!到|_|[^，,]{0,8}[后再])|不(?:能|可以)再?等(?!到|_)|等不[了及起]|(?<![a-z])(?:priority|prio|p[0-9]|(?:more |very )?urgent|asap|important"
    r"|can(?: easily| also)? wait(?=\s*(?:$|[,.;!?]|(?:a (?:bit|little|while)|longer|too|also|as well|for now|now|and|but|if|please)(?![a-z])))"
    r"|(?:can't|cannot|can not|can no longer) wait(?! (?:for|until|till|to|after))|in (?:no|an?y?) (?:hurry|rush)|no (?:hurry|rush))"
)
_LONGER = re.compile(
    r"(?:(?<![最至])多(?!少)|增加|延长|加(?![班急快])|晚)(?![到为成至])|longer|(?<!no )more(?! than)|extra|additional|later"
)
_SHORTER = re.compile(
    r"(?:(?<!多)少|缩短|减少|减(?!少)|提前|快)了?(?![到为成至了])|shorter|less|fewer|faster|quicker"
)
_TAKES = re.compile(
    r"需要?|要|花|用|改|变|只|耗|持续|缩短|延长|减|增|多|少|呢|takes?|took|taking|needs?|lasts?|only|were|was|"
    r"is|be|duration|to |in |[:=]|longer|shorter|less|more|faster|quicker"
)


def changes(message: str, problem: Problem) -> tuple[Change, ...]:
    """What `message` wants to be different from `problem`; the last word on each thing counts."""
    text, headcount = fold(message), Headcount(problem.resources)
    found: dict[tuple[str, str], Change] = {}
    if (added := added_task(text, problem)) is not None:
        change, text = added
        found[change.kind, change.task.name] = change
    for clause in _clauses(text, tasks_in(text, problem)):
        if (whole := _of_whole(clause, problem)) is not None:
            found[whole.kind, whose(whole)] = whole
            continue
        count = len(clause.places)
        wanted = [change for at in range(count) for change in _of_task(clause, at, problem)]
        counts = headcount.read(_counting(clause, wanted))
        wanted += [SetCapacity(resource=name, capacity=amount) for name, amount in counts]
        found |= {(change.kind, whose(change)): change for change in wanted}
    return tuple(found.values())


def whose(change: Change) -> str:
    """The name of what it changes."""
    match change:
        case LongerShift():
            return change.calendar
        case OpenDay():
            return f"{change.calendar} {change.day}"
        case SetCapacity() | Away():
            return change.resource
        case AddTask():
            return change.task.name
        case SetPace() | SetStart() | SetHours():
            return ""
    return change.task


def _counting(clause: "_Clause", wanted: Sequence[Change]) -> str:
    """The words of a clause that may count people and things. Beside a task that is not left out it
    is that task's own number, which is no change known here, and so is that of a task that the plan
    does not have. “If we had 5 people **and the** assembly took an hour”: what is said before the
    first task counts, if it is a sentence of its own."""
    dropped = [each for each in wanted if isinstance(each, DropTask)]
    if not clause.places:
        return "" if foreign(clause.text) else clause.text
    if len(dropped) == len(wanted) == len(clause.places):
        return clause.text
    head = clause.text[: clause.places[0].start]
    return head if _THERE.search(head) and _ENDS.search(head) else ""


def _of_whole(clause: "_Clause", problem: Problem) -> Change | None:
    """What a clause changes about somebody, something or a calendar, named as the plan does."""
    if all(not place.exact for place in clause.places):
        return away(clause.text, problem) or longer_shift(clause.text, problem)
    return None


class _Clause(NamedTuple):
    text: str
    places: tuple[Mention, ...]
    """Tasks mentioned, with places counted from the start of the clause."""


def _clauses(text: str, places: Sequence[Mention]) -> Iterator[_Clause]:
    inside = bytearray(len(text))
    for place in places:  # a comma in a task's name parts nothing
        inside[place.start : place.end] = b"\1" * (place.end - place.start)
    stops = [m.span() for m in _CLAUSE.finditer(text) if not inside[m.start()]]
    start, left = 0, deque(places)
    for end, following in [*stops, (len(text), len(text))]:
        own = []
        while left and left[0].start < end:
            place = left.popleft()
            own.append(place._replace(start=place.start - start, end=place.end - start))
        if text[start:end].strip():
            yield _Clause(text[start:end], tuple(own))
        start = following


def _of_task(clause: _Clause, at: int, problem: Problem) -> Iterator[Change]:
    """What the clause changes about the task mentioned in the place numbered `at`."""
    place, text = clause.places[at], clause.text
    task = problem.by_name[place.name]
    if _dropped(clause, at):
        yield DropTask(task=task.name)
        return
    said = _said(clause, at)
    before = text[max(0, place.start - 24) : place.start]
    following = (
        "_" if _last(clause, at) + 1 < len(clause.places) else ""
    )  # "packing can wait for _"
    yield from _urgency(task, before, said + following)
    if (limit := _limit("" if CANNOT_BY.search(text) else said, problem)) is not None:
        yield SetDeadline(task=task.name, minute=limit)
        return
    times = None if _OTHER.search(said) else _times(said)
    if times is not None:
        yield SetDuration(task=task.name, minutes=round(task.duration * times))
        return
    found = duration(said)
    if found is None or _MOVES.search(said):
        return
    if _DEADLINE.search(said) or _DEADLINE.search(before):
        yield SetDeadline(task=task.name, minute=found.minutes)
    elif _TAKES.search(said) or found.start < 3:
        yield SetDuration(task=task.name, minutes=_length(task, said, found.minutes))


def _limit(said: str, problem: Problem) -> int | None:
    """The minute by which it must have ended, if the words name a time on the clock."""
    if problem.start is None or not _BY.search(said):
        return None
    when = moment(said, problem)
    if when is None or _STARTS.search(said):
        return None
    whole_day = when.first != when.last and not _BEFORE.search(said)
    return when.last + 1 if whole_day else max(0, when.first)


def _times(said: str) -> float | None:
    """“Twice as long”: how many times its duration."""
    if (part := share(said)) is not None:
        return float(part)
    return next((times for times, words in _MULTIPLES if words.search(said)), None)


def _said(clause: _Clause, at: int) -> str:
    """The words about one task: up to the next; "A and B take 2 hours" is about both."""
    at = _last(clause, at)
    stop = clause.places[at + 1].start if at + 1 < len(clause.places) else len(clause.text)
    end = clause.places[at].end
    return clause.text[end : min(stop, end + 200)]


def _last(clause: _Clause, at: int) -> int:
    """Which task is the last of those named together with one."""
    for _ in range(_LISTED):
        if at + 1 < len(clause.places) and _joined(clause, at + 1):
            at += 1
    return at


def _joined(clause: _Clause, at: int) -> bool:
    """Whether the task is named together with the one before it."""
    gap = clause.text[clause.places[at - 1].end : clause.places[at].start]
    return len(gap) < 12 and bool(_AND.fullmatch(gap))


def _dropped(clause: _Clause, at: int) -> bool:
    """Whether the task is to be left out; also the second of "skip A and B"."""
    place = clause.places[at]
    taken = _TAKE.search(clause.text[: place.start]) and _OUT.match(clause.text, place.end)
    if taken or _DROP_AFTER.match(clause.text, place.end):
        return True
    for _ in range(_LISTED):
        if at and _joined(clause, at):
            at -= 1
    start = clause.places[at].start
    return bool(_DROP_BEFORE.search(clause.text[max(0, start - 30) : start]))


def _urgency(task: Task, before: str, said: str) -> Iterator[Change]:
    weight = priority(said) if _URGENCY.search(said) else None
    if weight is None and re.search(r"优先|priority (?:of|for)", before):
        weight = priority(
            re.sub(r"^\W*(?:的优先级)?(?:to|at|is|was|were|be|of|=|改为|是|为|到)?", "", said)
        )
    if weight is None and re.search(
        r"no (?:hurry|rush) (?:with|for|about|on) (?:the )?$|(?:不急着|别急着)$", before
    ):
        weight = priority(before)
    if weight is None and re.search(r"(?:make|mark|如果|把)\s?$", before):
        weight = priority(said) if minutes(said) is None and _URGENCY.search(said) else None
    if weight is not None:
        yield SetPriority(task=task.name, priority=weight)


def _length(task: Task, said: str, amount: int) -> int:
    if _SHORTER.search(said):
        return task.duration - amount
    return task.duration + amount if _LONGER.search(said) else amount
