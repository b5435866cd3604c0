"""Who does a task, said as an edit: "Bob does the painting instead", "give delivery to Bob",
"喷漆改由李四做", "张三也去打包"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from tools.plan import PEOPLE, Problem, Task
from tools.plan.changes import Change
from tools.plan.checks import listing
from tools.plan.regroups import Assign
from tools.plan.rewrites import SetDemand
from tools.record import PlanError
from tools.wording.marks import (
    Marked,
    marked,
    marked_clauses,
    no_such_person,
    persons,
    vocabulary,
    words,
)

_DOES = re.compile(
    words(
        r"do|does|doing|done|takes?(?: over|(?= ?(?:the )?[◆●]))|handles?|give|gives|assign\w*|hand|pass|put|helps?|joins?|assists?|add|by|goes|moves?|"
        r"replaces?|responsible|in charge|carr(?:y|ies) out|instead of|to do|works? on|remove|without"
    )
    + r"|● (?:also )?(?:shall|should|will|must|(?:is|has|needs) to) (?:make )?(?:the )?◆"
    + r"|由|交|让|派|叫|负责|[来去]|帮|换|给|替|做|干|也|加|不|没|别"
)
_NOT = (
    r"(?:not|never|no longer|cannot|(?:do|does|is|are|will|wo|should|must|shall|ca|could|need)n't)"
)
_ONLY = vocabulary(
    "[◆●]",
    words(
        r"please|pls|can|could|you|let|have|make|get|should|will|must|shall|wants?|is|are|be|being|now|also|too|as well|instead|of|the|tasks?|jobs?|work|does|do|doing|"
        r"done|takes?|over|handles?|gives?|assign(?:ed|s)?|hand|pass|put|on|for|in|with|to|helps?|joins?|assists?|add|by|goes|alone|himself|herself|him|her|and|but|"
        r"replaces?|then|responsible|charge|carr(?:y|ies)|out|rather|than|only|from now|both|it|works?|just|own|moves?|from|off|remove|without|no|any ?more|any longer|"
        rf"needs?|has|supposed|{_NOT}"
    ),
    "请|把|将|改由|改成|改为|改让|改|换成|换|交给|交由|交|转给|让给|分给|派给|安排给|安排|由|给|让|叫|派|请|负责|来|去|做|干|完成|的|任务|工序|也|一起|再|加上|加|"
    "帮忙|帮着|帮|代替|顶替|替换|替|不是|不用|不要|不需要|不能|不|没有?|别让|别|而|单独|独自|一个人|自己|了|吧|和|跟|与|都|现在|以后|那|就|说明|人|负责人|执行人|为|成|是|还",
)
_REPLACES = re.compile(r"换|(?<![a-z])instead(?! of)(?![a-z])")
"""Of the only one who is named, if nobody is said."""
_MIGHT = re.compile(
    r"●,? ?(?:can|could|may|might|would)(?![a-z']| not)|^[^\w◆●]*(?:(?:can|could|should|does|did|is|are|will|would|may) (?:the )?[◆●]|do ●)"
    r"|给\s?●\s?◆|◆\s?给\s?●\W*$"
)
"""Who could do it, a question, or for whom it is done."""
_ALSO = re.compile(words(r"also|too|as well|helps?|joins?|assists?|add") + "|也|帮|一起|再|加")
_ALONE = re.compile(
    words(r"alone|himself|herself|only|on h(?:is|er) own") + "|单独|独自|一个人|自己"
)
_REPLACED = re.compile(
    rf"(?:{words('(?:instead of|not|rather than|no longer|without|from)(?: by| with| to)?|(?:not|no longer) (?:be )?done by|replaces?|(?:takes? over|fills? in|stands? in) for|no (?:the )?◆ (?:for|by|with)')}"
    "|n't (?:be )?done by|代替|顶替|替|不是|不用|不要|不需要|别让|不让|别叫|别派|没有)\\s?$"
)
_REPLACED_BEHIND = re.compile(
    r"\s?(?:换成|替换成|替换为|换)●|\s(?:with|by) ●|\s(?:off|from|out of) (?:the )?◆(?! to)"
    rf"|\s(?:(?:do|does|is|are|will|should|must|shall|can|has|wants|needs|to) )*{_NOT}"
    r"(?= (?:(?:have|has|need|want|be|to|supposed) )*(?:do|does|doing|helps?|takes?|handles?|joins?|works?|on|for|responsible|(?:the )?◆))"
    r"|(?:以后|就|都|也|现在)?(?:不|没|别)(?:有|用|要|必|需要|能|会|想|再|来|去|做|干|负责|参加|帮忙?|管)*(?=\s?◆|了?\s?(?:[，,。]|$))"
)
_DENIED = re.compile(
    rf"(?:{words('(?:instead of|rather than|not|from)(?: the)?')}|不是|而不是)\s?$"
)
_STRANGER = re.compile(
    r"(?:^|(?:let|have) )(?P<en>[A-Z][a-z]+) (?:also |should |will |must )*(?:do(?:es)?|takes over|handles?|helps with) (?:the )?◆"
    r"|(?:[Gg]ive|[Aa]ssign|[Hh]and) (?:the )?◆ to (?P<en2>[A-Z][a-z]+)\W*$"
    r"|(?:改?由|交给|让|派)(?P<zh>[㐀-鿿]{2,3}?)(?:来|去)?(?:做|负责|干)?◆?\W*$"
)
_NOBODY = re.compile(
    "I|We|You|They|He|She|It|Everyone|Everybody|Somebody|Who|This|That|Please|大家|他们?|她们?|我们?|别人|谁|.*[一两二三四五六个\\d]人"
)


def assigned(message: str, problem: Problem) -> tuple[list[Change], str]:
    """Who is to do which task, and the rest of the message.

    Raises:
        PlanError: it is not clear whether alone, or the task cannot be done by that one.
    """
    found: list[Change] = []
    sentence = marked(message, 0, len(message), problem)
    parts = [each for each in marked_clauses(message, problem) if each.text.strip()]
    apart = all(_is_order(each) for each in parts if each.tasks or each.people)
    if not apart and _is_order(sentence):  # “Ann does not do the delivery, Bob does”
        parts = [sentence]
    for part in reversed(parts):
        if _is_order(part):
            found = [*_read(part, problem), *found]
            message = message[: part.start] + message[part.end :]
        elif part.tasks and not part.people:
            _refuse_stranger(message[part.start : part.end], part, problem)
    return found, message


def _is_order(part: Marked) -> bool:
    text = part.text
    said = part.tasks and part.people and _ONLY.fullmatch(text) and _DOES.search(text)
    return bool(said and not _MIGHT.search(text))


class _Mark(NamedTuple):
    at: int
    name: str
    is_task: bool


def _read(part: Marked, problem: Problem) -> list[Change]:
    """“Bob does A and Ann B” gives each the task beside the name.

    Raises:
        PlanError: it is not clear who does which.
    """
    marks = list(_marks(part))
    gone = tuple(dict.fromkeys(each.name for each in marks if _is_replaced(each, part.text)))
    kept = [each for each in marks if each.name not in gone]
    denied = [each for each in kept if each.is_task and _DENIED.search(part.text[: each.at])]
    denied = denied if any(each.is_task and each not in denied for each in kept) else []
    _keep_busy(denied, kept, problem)
    left = [each for each in kept if each not in denied]
    runs = [list(run) for _, run in groupby(left, key=lambda each: each.is_task)]
    if len(runs) > 3 and len(runs) % 2:
        raise PlanError("who-does-which", task=left[0].name, who=part.people[0])
    size = 2 if len(runs) > 3 else max(1, len(runs))
    groups = [list(chain(*runs[at : at + size])) for at in range(0, len(runs), size)]
    found: list[Change] = []
    for at, group in enumerate(groups):
        end = groups[at + 1][0].at if at + 1 < len(groups) else len(part.text)
        text = part.text[group[0].at if at else 0 : end]
        doers = [each.name for each in group if not each.is_task]
        for name in dict.fromkeys(each.name for each in group if each.is_task):
            task = problem.by_name[name]
            instead = [who for who in gone if len(groups) == 1 or who in task.demands]
            found += _of_task(task, doers, instead, text, problem) if doers else _less(task, gone)
    return found


def _marks(part: Marked) -> Iterator[_Mark]:
    tasks, people = iter(part.tasks), iter(part.people)
    for match in re.finditer("[◆●]", part.text):
        is_task = match[0] == "◆"
        yield _Mark(match.start(), next(tasks if is_task else people), is_task)


def _is_replaced(mark: _Mark, text: str) -> bool:
    """Whether it is somebody who is not to do it."""
    if mark.is_task:
        return False
    before = _REPLACED.search(text[: mark.at])
    return bool(before or _REPLACED_BEHIND.match(text, mark.at + 1))


def _keep_busy(denied: Sequence[_Mark], marks: Sequence[_Mark], problem: Problem) -> None:
    """“Bob does A instead of B”: somebody has to do B, if it was Bob.

    Raises:
        PlanError: nobody is named.
    """
    for task in denied:
        for who in marks:
            if not who.is_task and who.name in problem.by_name[task.name].demands:
                raise PlanError("who-instead", task=task.name, who=who.name)


def _less(task: Task, gone: Iterable[str]) -> list[Change]:
    """Nobody takes the places of those who do it no longer.

    Raises:
        PlanError: they do not do it anyway, or nobody would be left.
    """
    held = sum(task.demands.values()) + sum(task.skills.values())
    for who in gone:
        if who not in task.demands:
            raise PlanError("not-done-by", task=task.name, who=who)
        held -= task.demands[who]
        if held <= 0:
            raise PlanError("who-instead", task=task.name, who=who)
    return [SetDemand(task=task.name, resource=who, amount=0) for who in gone]


def keep_tasks(message: str, dropped: Iterable[str], problem: Problem) -> None:
    """A task that somebody does no longer is not left out.

    Raises:
        PlanError: one that is to be dropped is only what somebody is not to do.
    """
    for part in marked_clauses(message, problem):
        gone = [each for each in _marks(part) if _is_replaced(each, part.text)]
        for name in dropped:
            if gone and name in part.tasks:
                _less(problem.by_name[name], [gone[0].name])
                raise PlanError("who-instead", task=name, who=gone[0].name)


def _of_task(
    task: Task, doers: list[str], replaced: list[str], text: str, problem: Problem
) -> list[Change]:
    new = [who for who in doers if who not in task.demands]
    if task.alternatives:
        raise PlanError("several-ways", task=task.name)
    if not replaced and _REPLACES.search(text):
        named = [who for who in task.demands if who in persons(problem) and who not in doers]
        replaced = named if len(named) == 1 else []
    if absent := [who for who in replaced if who not in task.demands]:
        raise PlanError("does-not", task=task.name, who=absent[0])
    if replaced or _ALSO.search(text):
        return _all(task, new, doers[0], tuple(replaced), skills=False)
    others = {who: n for who, n in task.demands.items() if _is_people(who, problem)}
    total = sum(others.values()) + sum(task.skills.values())
    if total > len(doers) and not _ALONE.search(text):
        raise PlanError("alone-or-also", task=task.name, who=listing(doers), count=total)
    for skill in task.skills:
        if not any(skill in problem.resource[who].skills for who in doers):
            raise PlanError("has-no-skill", task=task.name, who=listing(doers), skill=skill)
    instead = tuple(who for who in others if who not in doers)
    return _all(task, new, doers[0], instead, skills=bool(task.skills))


def _all(
    task: Task, new: list[str], first: str, instead: tuple[str, ...], *, skills: bool
) -> list[Change]:
    """The first who is new takes the place of the others; who is named already stays."""
    if not new and not instead and not skills:
        raise PlanError("does-already", task=task.name, who=first)
    takes, *more = new or [first]
    return [
        Assign(task=task.name, who=takes, instead=instead, skills=skills),
        *(Assign(task=task.name, who=who) for who in more),
    ]


def _is_people(name: str, problem: Problem) -> bool:
    return name == PEOPLE or problem.resource[name].kind == "people"


def _refuse_stranger(clause: str, part: Marked, problem: Problem) -> None:
    """Somebody is to do it whom the plan does not know."""
    for name in part.tasks:
        clause = re.sub(re.escape(name), "◆", clause, flags=re.IGNORECASE)
    match = _STRANGER.search(clause.strip())
    who = next((each for each in match.groups() if each), "") if match else ""
    if who and not _NOBODY.fullmatch(who) and who not in problem.resource:
        raise no_such_person(who, problem)
