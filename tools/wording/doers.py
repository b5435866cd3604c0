"""Who does a task, said as an edit: "Bob does the painting instead", "give delivery to Bob",
"喷漆改由李四做", "张三也去打包"."""

import re

from tools.plan import PEOPLE, Problem, Task
from tools.plan.changes import Change
from tools.plan.checks import listing
from tools.plan.regroups import Assign
from tools.record import PlanError
from tools.wording.marks import Marked, marked, marked_clauses, persons, vocabulary, words

_DOES = re.compile(
    words(
        r"do|does|doing|done|takes?(?: over|(?= ?(?:the )?◆))|handles?|give|gives|assign\w*|hand|pass|put|helps?|joins?|assists?|add|by|goes|"
        r"replaces?|responsible|in charge|carr(?:y|ies) out|instead of|to do|works? on"
    )
    + r"|由|交|让|派|叫|负责|[来去]|帮|换|给|替|做|干|也|加"
)
_ONLY = vocabulary(
    "[◆●]",
    words(
        r"please|pls|can|could|you|let|have|make|get|should|will|must|shall|wants?|is|are|be|being|now|also|too|as well|instead|of|the|tasks?|jobs?|work|does|do|doing|"
        r"done|takes?|over|handles?|gives?|assign(?:ed|s)?|hand|pass|put|on|for|in|with|to|helps?|joins?|assists?|add|by|goes|alone|himself|herself|him|her|not|and|"
        r"replaces?|then|responsible|charge|carr(?:y|ies)|out|rather|than|only|from now|both|it|works?|just|no longer|own"
    ),
    "请|把|将|改由|改成|改为|改让|改|换成|换|交给|交由|交|转给|让给|分给|派给|安排给|安排|由|给|让|叫|派|请|负责|来|去|做|干|完成|的|任务|工序|也|一起|再|加上|加|"
    "帮忙|帮着|帮|代替|顶替|替换|替|不是|不用|不要|别让|不让|而|单独|独自|一个人|自己|了|吧|和|跟|与|都|现在|那|就|说明|人|负责人|执行人|为|成|是|还",
)
_ALSO = re.compile(words(r"also|too|as well|helps?|joins?|assists?|add") + "|也|帮|一起|再|加")
_ALONE = re.compile(
    words(r"alone|himself|herself|only|on h(?:is|er) own") + "|单独|独自|一个人|自己"
)
_REPLACED = re.compile(
    rf"(?:{words('instead of|not|rather than|replaces?')}|代替|顶替|替|不是|不用|不要|别让|不让)\s?$"
)
_REPLACED_BEHIND = re.compile(r"\s?(?:换成|替换成|替换为|换)●|\s(?:with|by) ●")
_STRANGER = re.compile(
    r"(?:^|(?:let|have) )(?P<en>[A-Z][a-z]+) (?:also |should |will |must )*(?:do(?:es)?|takes over|handles?|helps with) (?:the )?◆"
    r"|(?:[Gg]ive|[Aa]ssign|[Hh]and) (?:the )?◆ to (?P<en2>[A-Z][a-z]+)\W*$"
    r"|(?:改?由|交给|让|派)(?P<zh>[㐀-鿿]{2,3}?)(?:来|去)?(?:做|负责|干)?◆?\W*$"
)
_NOBODY = re.compile(
    "I|We|You|They|He|She|It|Everyone|Everybody|Somebody|Who|This|That|Please|大家|他们?|她们?|我们?|别人|谁"
)


def assigned(message: str, problem: Problem) -> tuple[list[Change], str]:
    """Who is to do which task, and the rest of the message.

    Raises:
        PlanError: it is not clear whether alone, or the task cannot be done by that one.
    """
    found: list[Change] = []
    sentence = marked(message, 0, len(message), problem)
    parts = [sentence] if _is_order(sentence) else list(marked_clauses(message, problem))
    for part in reversed(parts):
        if _is_order(part):
            found = [*_read(part, problem), *found]
            message = message[: part.start] + message[part.end :]
        elif part.tasks and not part.people:
            _refuse_stranger(message[part.start : part.end], part, problem)
    return found, message


def _is_order(part: Marked) -> bool:
    return bool(
        part.tasks and part.people and _ONLY.fullmatch(part.text) and _DOES.search(part.text)
    )


def _read(part: Marked, problem: Problem) -> list[Change]:
    places = [match.start() for match in re.finditer("●", part.text)]
    replaced = [
        name
        for name, at in zip(part.people, places, strict=True)
        if _REPLACED.search(part.text[:at]) or _REPLACED_BEHIND.match(part.text, at + 1)
    ]
    doers = [name for name in part.people if name not in replaced]
    found: list[Change] = []
    for name in dict.fromkeys(part.tasks if doers else ()):
        found += _of_task(problem.by_name[name], doers, replaced, part.text, problem)
    return found


def _of_task(
    task: Task, doers: list[str], replaced: list[str], text: str, problem: Problem
) -> list[Change]:
    new = [who for who in doers if who not in task.demands]
    if task.alternatives:
        raise PlanError("several-ways", task=task.name)
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
        known = persons(problem)
        raise PlanError("no-such-person", who=who, known=listing(known) if known else "none")
