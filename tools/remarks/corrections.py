"""Remarks that take something back: “Make the scan five hours”, “The packing will need 4 people after
all”, “Forget about the survey”, 扫描请按五小时算, 调查就不用做了."""

import re
from collections.abc import Iterator, Sequence

from knowledge import lazily
from knowledge.numbers import fold
from tools.edit import edited
from tools.extraction.values import Value, values
from tools.plan import PEOPLE, Problem, Task
from tools.plan.changes import Change, DropTask, SetCapacity, SetDuration, apply
from tools.plan.rewrites import SetDemand
from tools.prose.again import taken_back
from tools.remarks.idle import without_idle
from tools.remarks.naming import named_whole, says_all, says_nothing

_OTHERWISE = re.compile(
    r"(?<![a-z])(?:actually|after all|instead|on (?:second thoughts?|reflection)|come to think of it|correction|(?:make|give) (?:the|that|it)|"
    r"too (?:short|long|little|few|many|optimistic)|more like|rather|should be|i meant|sorry|not \d|"
    r"chang(?:e|ed) to|(?:is|are) now|will (?:need|take)|bump|allow)(?![a-z])|(?<![a-z])(?:only|just) (?:\d|(?:an?|half|one|two|three|four|five|six) )"
    r"|按|改[为成到]|改(?=[\d一二两三四五六七八九十半])|其实|不够|才够|才行|说[少多错]|延长|缩短|[加减]到|应该是|更正|不是|不过|不对|错了|调[整到为成]"
)
"""Words with which a value takes the place of another."""
_AGAIN = re.compile(r"(?<![a-z])(?:takes?|needs?|lasts?)\s*$|(?:需要?|要|得|用)\s*$")
"""Before the value of a task that is named whole once more, and has such a value."""
_CUT = re.compile(r"[,，、:：]|(?<![a-z])(?:because|since|as)(?![a-z])|因为")
_WHAT = r"(?P<what>[^,，。;；:：]{1,40}?)"
_FIRST = r"(?:(?:oh|ah|and|but|so|ok|okay|actually|sorry|wait|no|well|also|on second thoughts?|you can|we can|we'll|let's|let us|please|just|哦|啊|对了|那个?|另外|还有|不对|等等|算了)[\s,，]*)*"
_LAST = r"(?:[\s,，]*(?:today|for now|this time|after all|actually|please|then|either|any ?more|altogether|completely|though|entirely|from the list|吧|了|啊|今天|这次))*"
_DROPS = lazily.compile(
    rf"{_FIRST}(?:"
    rf"(?:forget|skip|drop|cancel|scrap|scratch|omit|ditch|strike|leave out|cross off|never mind)(?: about)? {_WHAT}"
    rf"|(?:there is |there's )?no need (?:to|for) (?:do )?{_WHAT.replace('what', 'what2')}"
    rf"|(?:we |you |i )?(?:don't|do not|needn't|won't) (?:need|have|bother) ?(?:to|with)? (?:do )?{_WHAT.replace('what', 'what3')}"
    rf"|leave {_WHAT.replace('what', 'what4')} out|take {_WHAT.replace('what', 'what5')} (?:out|off)(?: the list)?"
    rf"|{_WHAT.replace('what', 'what6')} (?:(?:is|are|has been|can be|was) (?:off|cancelled|canceled|dropped|skipped|left out|not (?:needed|necessary)|no longer (?:needed|necessary))|isn't (?:needed|necessary)|won't be (?:needed|necessary)|(?:falls|fell) through)"
    rf"|(?:那|就|先|今天)?(?:取消|去掉|删掉|删了|跳过|省掉|不用做|不做|别做|不要做?){_WHAT.replace('what', 'what7')}"
    rf"|{_WHAT.replace('what', 'what8')}(?:那?就|可以|先|这次|今天|都|也|已经)*(?:不用(?:再?[做弄搞管排]|安排)?了?|不需要了?|不必(?:再?做)?了?|取消了?|算了|免了|去掉|删掉|删了|省了|不要了|作罢|跳过|[不别][做弄搞排]了?|不安排了?)"
    rf"){_LAST}"
)
"""Clauses that say of a task that it is not to be done."""


def corrected(words: str, problem: Problem) -> Problem | None:
    """`problem` as a sentence corrects it; None if it does not, or is not understood."""
    low = fold(words)
    found = _dropped(low, problem) or _changed(low, problem)
    if not found:
        return None
    changed = edited(_with_room(problem, found), found, words.strip())
    return without_idle(changed)


def _with_room(problem: Problem, wanted: Sequence[Change]) -> Problem:
    """As many of those whose number was assumed as are needed then."""
    unsure = {each.resource for each in problem.assumed if each.field == "capacity"}
    for each in wanted:
        if isinstance(each, SetDemand) and each.resource in unsure:
            most = max(each.amount or 0, problem.capacity[each.resource])
            roomy = apply(problem, [SetCapacity(resource=each.resource, capacity=most)])
            problem = roomy.model_copy(update={"assumed": problem.assumed})
    return problem


def may_correct(words: str) -> bool:
    """Whether a sentence may correct a task that was told before."""
    low = fold(words)
    again = any(_AGAIN.search(low, 0, each.start) for each in _said(low))
    return again or _OTHERWISE.search(low) is not None or any(map(_drops, _clauses(low)))


def _clauses(low: str) -> list[str]:
    return [part.strip() for part in _CUT.split(low) if part.strip()]


def _drops(clause: str) -> str | None:
    """What is not to be done."""
    match = _DROPS.fullmatch(clause)
    return next(filter(None, match.groups()), None) if match else None


def _dropped(low: str, problem: Problem) -> list[Change]:
    """Nothing, if a time is told, which is a task's that is to be done, or if nothing is left."""
    names, gone = list(problem.by_name), list[str]()
    if any(each.kind == "duration" for each in values(low)):
        return []
    for clause in _clauses(low):
        what = _drops(clause)
        name = named_whole(what, names) if what is not None else None
        if name is None and what is not None and not gone:
            return []
        gone += [name] if name else []
    return [DropTask(task=name) for name in dict.fromkeys(gone)] if len(gone) < len(names) else []


def _changed(low: str, problem: Problem) -> list[Change]:
    """Other values; nothing, if the task is not known of one of them."""
    found, task, begin = list[Change](), None, 0
    sure = _OTHERWISE.search(low) is not None
    for value in _said(low):
        words = low[begin : value.start]
        begin = value.end
        if taken_back(words):
            continue
        named = named_whole(words, list(problem.by_name))
        task = named or (task if says_nothing(words) else None)
        if task is None or not (sure or _again(value, words, task, problem)):
            return []
        found.append(_change(value, problem.by_name[task]))
    return found


def _again(value: Value, words: str, task: str, problem: Problem) -> bool:
    """Whether it is said a second time how long a task takes, which is named whole."""
    told = any((each.field, each.task) == ("duration", task) for each in problem.origins)
    return (
        told and value.kind == "duration" and bool(_AGAIN.search(words)) and says_all(words, task)
    )


def _said(low: str) -> Sequence[Value]:
    told = (each for each in values(low) if each.kind in ("duration", "people"))
    return sorted(told, key=lambda each: each.start)


def _change(value: Value, task: Task) -> Change:
    amount = int(str(value.key))
    if value.kind == "duration":
        return SetDuration(task=task.name, minutes=amount)
    return SetDemand(task=task.name, resource=next(_crew(task), PEOPLE), amount=amount)


def _crew(task: Task) -> Iterator[str]:
    """Of whom a task needs so many."""
    yield from (name for name in task.demands if name == PEOPLE)
    yield from (name for name, amount in task.demands.items() if amount > 1)
