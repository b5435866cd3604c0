"""One more task, said as an edit: "add a final check after packing, 20 minutes"."""

import re

from pydantic import ValidationError

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.plan import Problem, Task
from tools.plan.changes import AddTask, Change
from tools.plan.rewrites import SetWait
from tools.plan.task import ASSUMED_MINUTES
from tools.record import PlanError
from tools.wording.durations import durations
from tools.wording.names import mentions
from tools.wording.order import dependencies
from tools.wording.pieces import QUOTES, clauses, named_in, needed
from tools.wording.priorities import priority
from tools.wording.quantities import is_people, quantities

_ADD = re.compile(
    r"(?<![a-z])(?:add(?: in)?|insert|put in|include|append|fit in|squeeze in|(?:we|i)(?:'ll)? also (?:need|have to do|want)|"
    r"(?:there is|there's) also|^(?:oh |and |and we )?also(?= [a-z]+ing ))(?: (?:a|an|another|one more|the|some))?(?: (?:new|extra|small|further|additional))?"
    r"(?: (?:task|step|job|item)(?:s)?(?: (?:called|named|for))?)?[:\s]\s*(?!to )"
    r"|(?:再|还要?|另外|额外|临时|需要|帮我|请)*(?:加(?![到至为成班急快])上?|增加(?![到至为成])|新增|添加?|插入?|补充?|追加)(?:了|入|进来?)?(?:一?(?:个|项|道|步|件|次))?(?:新的?)?"
    r"(?:任务|工序|步骤|工作|环节)?(?:叫做?)?[:：\s]*"
)
_NAME_END = re.compile(
    r"[,，。;；:：?？!！(（\n]|\.(?!\d)| [-–—] |(?<![a-z])(?:that|which|taking|takes|needing|needs|lasting|lasts|after|before|between|once|when|in between|at the)(?![a-z])"
    r"|(?<![a-z])(?:for|with|of)(?= (?:about )?(?:an? |\d|half|one|two|three|four|five|six))|需要?|要(?=[\d一两二三四五六七八九十半])|用时|耗时|(?:放|排|安排)?在|，"
)
_OVER = re.compile(
    r"[。；;!！?？\n]|\.(?!\d)|(?:[,，]\s?(?:and|then|并且?|同时|而且|再)?|(?<![a-z])(?:and|then)|并且?|同时|而且|再)\s?"
    r"(?:(?<![a-z])(?:drop|remove|skip|swap|rename|delete|cancel|make|change|set)(?![a-z])|去掉|删|取消|把|将)"
    r"|(?<![a-z])and(?= [\w' ]+ (?:is|are|takes|needs)(?![a-z]))"
)
"""Where something else begins."""
_ONLY_COUNT = lazily.compile(
    rf"(?:开|派|一?共|总共|到|上)*{NUMBER}[个名位台辆]?(?:人|了|吧)?|{NUMBER} (?:more )?in (?:all|total)"
)
"""“窗口加开一个，一共三个” adds no tasks."""
_POINTS = re.compile(r"[这那它]|(?:this|that|these|those|it)(?![a-z])")
"""Words for something that is known already."""
_BETWEEN = re.compile(r"(?<![a-z])between(?![a-z])|之间|中间")
_LAST = re.compile(r"(?<![a-z])at the (?:very )?end(?![a-z])|(?:在|到|排在)?(?:最后|末尾|最末)")
_FIRST = re.compile(
    r"(?<![a-z])(?:at the (?:very )?(?:start|beginning)|before (?:everything|all)(?: else)?)(?![a-z])|最前面?|开头|最开始"
)
_URGENCY = re.compile(
    r"优先|紧急|加急|重要|不急|(?<![a-z])(?:prio\w*|p\d|urgent|asap|important|low|high)(?![a-z])"
)


def inserted(message: str, problem: Problem) -> tuple[list[Change], str]:
    """The task that a message adds, with who waits for whom because of it, and the rest of the
    message."""
    text, parts = fold(message), list(clauses(message, problem))
    for cue in _ADD.finditer(text):
        start = next(each.start for each in parts if each.start <= cue.start() <= each.end)
        end = next((m.start() for m in _OVER.finditer(text, cue.end())), len(text))
        name, rest = _name(message[cue.end() : end])
        if not _is_new(name, problem):
            continue
        said = message[start : cue.start()] + " , " + rest
        task = _task(name, fold(said), problem)
        if task is not None:
            whole = message[start : cue.start()] + name + rest
            return _placed(task, whole, fold(said), problem), message[:start] + message[end:]
    return [], message


def _name(words: str) -> tuple[str, str]:
    """The name at the beginning of `words`, and what else they say."""
    lengths = durations(words)
    before = ""
    if lengths and not words[: lengths[0].start].strip(QUOTES):  # "a 20 minute check"
        before, words = words[: lengths[0].end], words[lengths[0].end :].lstrip(" 的-")
    stop = _NAME_END.search(fold(words))
    end = min(
        [stop.start() if stop else len(words), *(each.start for each in durations(words))],
    )
    return words[:end].strip(QUOTES + "-–"), f"{before} {words[end:]}"


def _is_new(name: str, problem: Problem) -> bool:
    """Whether it can be a task's name: no amount, no people, nothing there is already."""
    known = [each.name for each in problem.resources]
    there = any(each.exact for each in mentions(name, [*known, *problem.by_name]))
    if not name or there or _POINTS.match(fold(name)) or _ONLY_COUNT.fullmatch(fold(name)):
        return False
    return not (any(quantities(name)) or is_people(name))


def _task(name: str, said: str, problem: Problem) -> AddTask | None:
    times = durations(said)
    if len(times) > 1:
        return None
    without = said[: times[0].start] + said[times[0].end :] if times else said
    weight = priority(_near(said)) if _URGENCY.search(said) else None
    try:
        task = Task(
            name=name,
            duration=times[0].minutes if times else ASSUMED_MINUTES,
            demands={who: n for who, n in needed(without, problem, {}).items() if n > 0},
            priority=weight if weight is not None else 1,
        )
    except (PlanError, ValidationError):
        return None
    return AddTask(task=task, assumed=() if times else ("duration",))


def _near(said: str) -> str:
    """The clause that says how urgent it is."""
    return next(part for part in re.split(r"[,，;；]", said) if _URGENCY.search(part))


def _placed(new: AddTask, whole: str, said: str, problem: Problem) -> list[Change]:
    """The new task, waiting for what is said to come before it, and waited for."""
    name, known = new.task.name, list(problem.by_name)
    named = named_in(said, problem)
    if _BETWEEN.search(said) and len(named) == 2:
        before, behind = {named[0]}, {named[1]}
    else:
        order = dependencies(whole, [*known, name]).after
        before = set(order.get(name, ())) & set(known)
        behind = {task for task, others in order.items() if name in others}
    waited = {link.task for task in problem.tasks for link in task.predecessors}
    if not named and _LAST.search(said):
        before = set(known) - waited
    if not named and _FIRST.search(said):
        behind = {task.name for task in problem.tasks if not task.predecessors}
    after = tuple(each for each in known if each in before)
    added = new.model_copy(update={"task": new.task.model_copy(update={"after": after})})
    waits = [SetWait(task=each, other=name) for each in known if each in behind]
    return [added, *waits]
