"""Remarks on what is more urgent: “The roof is more urgent than the shed”, 洗池子最要紧，加药可以往后放."""

import re
from collections.abc import Collection

from knowledge import lazily
from knowledge.numbers import fold
from tools.plan import Assumption, Problem
from tools.plan.changes import SetPriority, apply
from tools.plan.problem import Origin
from tools.prose.pieces import priorities
from tools.remarks.naming import named_whole, says_nothing

_ONE = r"(?P<one>[^,，。;；:：]{1,40}?)"
_OTHER = r"(?P<other>[^,，。;；:：]{1,40}?)"
_FIRST = r"(?:(?:and|but|also|oh|note that|well|而且|但|不过|另外)[\s,，]*)*"
_MORE = r"(?:is|are|comes?|'s)? ?(?:(?:much|far|a lot|even|way) )?(?:more (?:urgent|important|pressing)|(?:matters?|counts?) more) than"
_PASS = r"(?:takes?|has|have|goes|gets?) (?:priority|precedence) over|(?:comes?|goes) before .{1,30} in priority|outranks?"
_LESS = r"(?:is|are) (?:(?:much|far|a lot) )?less (?:urgent|important|pressing) than"
_URGENT = "(?:急|紧急|重要|要紧|优先|着急|赶)"
_ABOVE = lazily.compile(
    rf"{_FIRST}(?:{_ONE} (?:{_MORE}|{_PASS}) {_OTHER}"
    rf"|{_ONE.replace('one', 'one2')}比{_OTHER.replace('other', 'other2')}(?:更|要|还|都)*{_URGENT}(?:得多|多了|一[些点]|些|点|很多|多)?"
    rf"|{_ONE.replace('one', 'one3')}(?:要|应该|应)?优先于{_OTHER.replace('other', 'other3')})"
)
_BELOW = lazily.compile(
    rf"{_FIRST}(?:{_ONE} {_LESS} {_OTHER}"
    rf"|{_ONE.replace('one', 'one2')}(?:没有?|不如){_OTHER.replace('other', 'other2')}(?:那么|这么)?{_URGENT})"
)
_CUT = re.compile(r"[,，、;；]|(?<![a-z])(?:and|but)(?![a-z])|而且|但是?")
_MAY = re.compile(
    r"(?<![a-z])(?:urgent|important|pressing|priority|precedence|matters?|counts?|rush|hurry|wait|asap)(?![a-z])"
    r"|急|重要|要紧|优先|缓|往后放"
)
_OF_ALL = re.compile(r"(?<![a-z])(?:priority|all|everything)(?![a-z])|都|全|所有|优先级")
"""Beside an urgency that is said of no single task."""
_REST = re.compile(
    r"(?:everything|anything|all|the rest|all the rest|the others?)(?: else)?|其[他它余]的?(?:都|活|任务)?|别的|所有(?:的|任务)?|什么都?"
)
HIGHEST = 10
URGENT = 9
"""What the first of two is worth that are merely compared, as “urgent” is."""


def may_rank(words: str) -> bool:
    """Whether a sentence may say how urgent a task is that was told before."""
    return _MAY.search(fold(words)) is not None


def ranked(words: str, problem: Problem) -> Problem | None:
    """`problem` with what a sentence says; None if it says no such thing, or something else, too."""
    clauses = [part.strip() for part in _CUT.split(fold(words.strip(" .。!！"))) if part.strip()]
    for clause in reversed(clauses):  # so that of “a before b, b before c” the last comes first
        after = _compared(clause, problem) or _told(clause, problem)
        if after is None:
            return None
        problem = after
    return problem if clauses else None


def _compared(clause: str, problem: Problem) -> Problem | None:
    above = _ABOVE.fullmatch(clause)
    match = above or _BELOW.fullmatch(clause)
    if match is None:
        return None
    first, second = (
        named_whole(each, list(problem.by_name)) for each in match.groups() if each is not None
    )
    if first is not None and second is None and above and _REST.fullmatch(_other(match)):
        most = max(each.priority for each in problem.tasks)
        wanted = [SetPriority(task=first, priority=min(HIGHEST, max(URGENT, most + 1)))]
        return _with(problem, wanted, clause, compared={first})
    if first is None or second is None or first == second:
        return None
    high, low = (first, second) if above else (second, first)
    least, most = problem.by_name[low].priority, problem.by_name[high].priority
    if most <= least:
        most = min(HIGHEST, max(URGENT, least + 1))
    wanted = [SetPriority(task=high, priority=most)]
    if most <= least:
        wanted.append(SetPriority(task=low, priority=most - 1))
    return _with(problem, wanted, clause, compared={high, low})


def _other(match: re.Match[str]) -> str:
    """What the first is compared with."""
    return [each for each in match.groups() if each is not None][-1].strip()


def _told(clause: str, problem: Problem) -> Problem | None:
    """“The report is urgent”: a clause that says nothing else."""
    said = [each for each in priorities(clause) if each[2] is not None]
    if len(said) != 1:
        return None
    start, end, urgency = said[0]
    rest = f"{clause[:start]} {clause[end:]}"
    task = named_whole(rest, list(problem.by_name))
    of_all = says_nothing(rest) and _OF_ALL.search(clause)
    if urgency is None or not (task or of_all):
        return None
    told = [task] if task else list(problem.by_name)
    return _with(problem, [SetPriority(task=each, priority=urgency) for each in told], clause)


def _with(
    problem: Problem, wanted: list[SetPriority], words: str, compared: Collection[str] = ()
) -> Problem:
    """With priorities from these words; what is merely compared is assumed, as is what is said of
    no task that is not named."""
    changed = apply(problem, wanted)
    new = [Origin(field="priority", task=each.task, words=words) for each in wanted]
    told = {each.task for each in new}
    origins = [e for e in changed.origins if e.field != "priority" or e.task not in told] + new
    unsure = {each.task for each in problem.assumed if each.field == "priority"} - told
    sure = {each.task for each in origins if each.field == "priority"} - unsure - set(compared)
    assumed = [each for each in changed.assumed if each.field != "priority"]
    assumed += [
        Assumption(field="priority", task=task.name)
        for task in changed.tasks
        if task.name not in sure
    ]
    return changed.model_copy(update={"assumed": tuple(assumed), "origins": tuple(origins)})
