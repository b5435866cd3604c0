"""What is to be different, in a message that is known to suppose something: read more freely than
`changes.py`, which has to tell a wish from all that people write.

A message is cut where one wish ends and the next begins; a part is about the task, resource or
calendar that it names. What its words do not settle is left out, never guessed.
"""

import re
from collections.abc import Iterator

from knowledge.numbers import NUMBER, fold, number, spans
from tools.plan import PEOPLE, Problem, Task
from tools.plan.changes import (
    Away,
    Change,
    DropTask,
    SetCapacity,
    SetDeadline,
    SetDuration,
    SetPriority,
)
from tools.plan.rewrites import SetLimit
from tools.wording.absences import from_to, rest_of_week
from tools.wording.additions import NEW, new_task
from tools.wording.changes import whose
from tools.wording.counts import MORE, counted
from tools.wording.durations import durations
from tools.wording.limits import RELEASE
from tools.wording.moments import Moment, clock_time, moment
from tools.wording.multiples import times_in
from tools.wording.names import Mention, mentions
from tools.wording.pace import paced
from tools.wording.quantities import singular
from tools.wording.questions import blank, is_before
from tools.wording.shifts import each_day, of_all, opened, shifted

_STOP = re.compile(
    r"[，；。！？!?;：\n]|[:,.](?![0-9])|(?<=[㐀-鿿]) (?=[㐀-鿿])| \+ | plus |"
    r"(?<![a-z])(?:and|but|while)(?![a-z])|并且|而且|以及|同时|再加上|并把?|且"
)
_PEOPLE = re.compile(
    r"(?<![a-z])(?:people|ppl|persons?|staff|workers|crew|team|headcount|hands?|heads?|colleagues?|men|guys|of us|man|person)(?![a-z])|"
    r"人(?!家|民|事)|名(?=[，。？?!！员]|$)|员工|同事|工人|帮手|临时工"
)
_FULL = re.compile(
    r" (?:extra|more|additional|further|solid|full) (?=(?:hours?|hrs?|minutes?|mins?)(?![a-z]))"
)
_DROP = re.compile(
    r"先?搁着|搁置|外包|包给|不再?[做搞弄办编进]|别[做搞弄]|不用|不需要|不要|[去拿划撤]掉|取消|删|跳过|省[掉略去了]?|砍|略过|免[了去]?|没有|剔除|"
    r"(?<![a-z])(?:without|skip\w*|drop\w*|cancel\w*|remov\w+|leav\w+ out|left out|omit\w*|scrap\w*|rid of|t[ao]\w+ out|delet\w+|"
    r"forget|nobody (?:wants|needs)|no longer (?:wanted|needed|required)|call\w* off|falls? through|ditch\w*|strike|struck|descop\w+|out of scope|dispens\w+|cut|not do(?:ing|ne)?(?![a-z]| yet)|don't do|didn't do|off the list|abandon\w*)(?![a-z])|(?<![a-z])(?:no|not) (?:the |more )?_|[不别]_"
)
_LIMIT = re.compile(
    r"死线|截止|期限|交期|时限|(?<![a-z])(?:deadline|due|(?:has|have|needs?|must|got) (?:to )?be)(?![a-z])"
)
_SOONER = re.compile(r"提前|往前|前移|早|(?<![a-z])(?:earlier|sooner|forward)(?![a-z])")
_LATER = re.compile(r"推迟|往后|后移|放宽|延|晚|(?<![a-z])(?:later|longer|back)(?![a-z])")
_WITHIN = re.compile(r"之?内|以内|(?<![a-z])within(?![a-z])")
_BY = re.compile(
    r"前|必须|务必|须|最[迟晚]|之内|截止|要求|(?:[延推缓]\w?|放宽)到|(?<![a-z])(?:as late as|by|before|b4|until|till|at|no later|latest|due|deadline|has to|have to|must|need\w*|shall)(?![a-z])"
)
_PRIORITY = re.compile(
    rf"不?急[，,]?\s?(?=(?:给|降|升|提|调|设|改|记|打)[^，,]{{0,3}}{NUMBER})|"
    r"优先|级|紧急|(?<![a-z])(?:prio[a-z]*|p\d|urgen[a-z]+)(?![a-z])"
)
_LONGER = re.compile(
    r"(?<![最至])多(?!少)|增加|延长|加(?![到为成至班急快])|(?<![a-z])add\w* [^_]{1,24} to (?:the )?_|拖长|超时|超出|慢|(?<![a-z])(?:longer|(?<!no )more(?! than)|extra|additional|overrun\w*|over|slower|late)(?![a-z])"
)
_SHORTER = re.compile(
    r"(?<![估多])少|缩短|减少?|压缩掉|省|快|(?<![a-z])(?:shorter|less|fewer|faster|quicker|sav\w+|shorten\w*|compress\w*|reduc\w+|cut|off)(?![a-z])"
)
_TO = re.compile(r"[到为至成]\s?(?=[半一两俩二三四五六七八九十\d])|(?<![a-z])(?:to|at|in)(?![a-z])")
_RELATIVE = re.compile(r"\s?(?:more|longer|less|shorter|faster|quicker|earlier|later)(?![a-z])")
_AFFECTS = re.compile(
    r"能(?:省|快|早|提前|提早|少|缩短)[^，,。；;！!？?]{0,3}多[^，,。；;！!？?]*|(?:会不会|会|能|可能|有没有)?(?:影响|耽误|拖累|波及|连累|妨碍|牵连|碍着)(?:到|了)?[^，,。；;！!？?]*|"
    r"(?<![a-z])(?:does|do|would|will|could|how (?:does|would|will)) (?:that|it|this) (?:also )?(?:affect|delay|hold up|impact|push back|hurt) [^,.;?!]*"
)
"""What follows from it is asked, and not wished."""
_BOTH_DAYS = re.compile("明后两?天")
_SOME = re.compile("一[些点下](?!钟|[午半])")
"""No number: “更紧急一些” says not how urgent."""
_DENIED = re.compile(r"不([㐀-鿿]{1,2})了")
_PACE = re.compile(r"慢|快|(?<![a-z])(?:slow\w*|fast\w*|quick\w*)(?![a-z])")
"""Who works at another pace is not away."""
_EVERY = re.compile(
    r"一[台个名辆位]?都?不剩|全(?:部|都)?[被拉送去停坏调抽]|(?<![a-z])(?:all of (?:the|our|them)|both of)(?![a-z])"
)
_WEAK = 0.5
"""How much of a name a likeness shows that counts beside a name that stands there as it is."""
_GONE_FOR_GOOD = re.compile(
    r"走人|离职|辞职|离开了?$|调走|(?<![a-z])(?:quit\w*|leaves? us|leaving|resign\w*)"
)


def wishes(message: str, problem: Problem) -> tuple[Change, ...]:
    """What is to be different; the last word on each thing counts."""
    text = _BOTH_DAYS.sub("明天后天", _AFFECTS.sub(" ", _FULL.sub(" ", fold(message))))
    found: dict[tuple[str, str], Change] = {}
    if NEW.search(text) and not mentions(text, list(problem.by_name)):
        added = new_task(text, problem)
        if added is not None:
            return (added,)
    if (all_work := paced(text, [*problem.by_name, *problem.resource])) is not None:
        pace, text = all_work
        found[pace.kind, whose(pace)] = pace
    last: Change | None = None
    for part in _parts(text, problem):
        hours = () if any(_named(part, problem)) else of_all(part, problem)
        for change in hours or [*_read(part, problem)] or _likewise(part, last, problem):
            found[change.kind, whose(change)] = last = change
    return tuple(found.values())


def _counts_people(text: str, tasks: tuple[Mention, ...]) -> bool:
    """“Two extra staff for the wedding” is about the staff, though a task is called after it."""
    more = MORE.search(text) and _PEOPLE.search(text) and not durations(text)
    return bool(more) and all(each.score < _WEAK for each in tasks)


def _likewise(part: str, last: Change | None, problem: Problem) -> Iterator[Change]:
    """“Storms as priority nine and motor as a two”: another number of what was said last."""
    tasks = _named(part, problem)[2]
    numbers = [each.value for each in spans(blank(part, tasks, "_")) if each.value > 1]
    worth = numbers[-1] if numbers else None
    if last is not None and last.kind == "priority" and len(tasks) == 1 and worth is not None:
        yield SetPriority(task=tasks[0].name, priority=round(worth))


def _named(text: str, problem: Problem) -> tuple[tuple[Mention, ...], ...]:
    """Calendars, resources and tasks that a text names. The longest name counts where one holds
    another; a likeness counts only where no name stands as it is."""
    resources = {each.name: each.name for each in problem.resources if each.name != PEOPLE}
    resources |= {
        singular(fold(each.name)): each.name
        for each in problem.resources
        if not each.named and each.name != PEOPLE
    }
    calendars = [each.name for each in problem.calendars]
    exact = [m for m in mentions(text, [*problem.by_name, *resources, *calendars]) if m.exact]
    wide = [m for m in mentions(text, list(problem.by_name)) if m.whole and not m.exact]
    inside = [m for m in exact if any(_holds(task, m) for task in wide)]
    exact = [m for m in exact if m not in inside]
    rest = blank(text, exact, ";")
    tasks = [m for m in exact if m.name in problem.by_name]
    tasks += [m for m in mentions(rest, list(problem.by_name)) if not m.exact]
    others = [m for m in exact if m.name not in problem.by_name]
    known = list(dict.fromkeys([*resources.values(), *calendars]))
    others = others or ([] if tasks else [*mentions(rest, known)])
    return (
        tuple(m for m in others if m.name in calendars),
        tuple(
            m._replace(name=resources[m.name])
            for m in others
            if m.name in resources and m.name not in calendars
        ),
        tuple(sorted(tasks)),
    )


def _holds(task: Mention, said: Mention) -> bool:
    """“The van being loaded” speaks of loading the van, not of the van."""
    return task.start <= said.start and said.end <= task.end and task[:2] != said[:2]


def _parts(text: str, problem: Problem) -> list[str]:
    """Pieces of the text, each with what it is about: a piece that names nothing belongs to the one
    before, or the first to the one after."""
    names = [m for group in _named(text, problem) for m in group]
    stops = [m for m in _STOP.finditer(text) if not _within(m, names)]
    begins, ends = [0, *(m.end() for m in stops)], [*(m.start() for m in stops), len(text)]
    pieces = list(zip(begins, ends, strict=True))
    own = [at for at, (a, b) in enumerate(pieces) if _is_about(text[a:b], problem)]
    firsts, lasts = [0, *own[1:]], [*(at - 1 for at in own[1:]), len(pieces) - 1]
    return [text[begins[a] : ends[b]] for a, b in zip(firsts, lasts, strict=True)]


def _within(stop: re.Match[str], names: list[Mention]) -> bool:
    return any(m.start < stop.end() and stop.start() < m.end for m in names)


def _is_about(piece: str, problem: Problem) -> bool:
    return any(_named(piece, problem)) or bool(_PEOPLE.search(piece) and number(piece) is not None)


def _read(part: str, problem: Problem) -> Iterator[Change]:
    calendars, resources, tasks = _named(part, problem)
    text = blank(part, [*calendars, *resources, *tasks], "_")
    if calendars and not tasks:
        if (days := opened(text, calendars[0].name, problem)) and clock_time(text) is None:
            yield from days
            return
        later = shifted(text, calendars[0].name, problem)
        if later is not None:
            yield later
            return
    when = moment(text, problem)
    alone = resources and when is not None and not any(each.exact for each in tasks)
    if tasks and not alone and not _counts_people(text, tasks):
        sure = any(each.exact for each in tasks)
        for each in (m for m in tasks if not sure or m.score >= _WEAK):
            task = problem.by_name[each.name]
            own = [*_of_task(task, text, when)]
            yield from own or ([DropTask(task=task.name)] if _not_done(task, part) else [])
        return
    if len(resources) == 1 and (later := each_day(text, resources[0].name, problem)):
        yield later
    elif resources or _PEOPLE.search(text):
        when = when or rest_of_week(text, problem)
        yield from _of_resources([m.name for m in resources], text, problem, when)


def _of_task(task: Task, text: str, when: Moment | None) -> Iterator[Change]:
    text = _SOME.sub("", text)
    if said := _PRIORITY.search(text):
        around = (text[said.end() :][:24], text[: said.start()][-6:])
        worth = next((w for each in around if (w := number(each)) is not None), None)
        if said[0] == "级":
            worth = number(around[1]) if number(around[1]) is not None else worth
        if worth is not None:
            yield SetPriority(task=task.name, priority=round(worth))
        return
    if when is not None and RELEASE.search(text):
        yield SetLimit(task=task.name, field="release", minute=when.first)
        return
    if (moved := _limit_moved(task, text)) is not None:
        yield moved
        return
    times = times_in(text)
    if times is not None:
        yield SetDuration(task=task.name, minutes=round(task.duration * times))
    elif (found := durations(text)) and _WITHIN.search(text):
        yield SetDeadline(task=task.name, minute=found[-1].minutes)
    elif found:
        last = found[-1]
        to = _TO.search(text[: last.start + 1]) and not _RELATIVE.match(text, last.end)
        sign = 0 if to else -1 if _SHORTER.search(text) else 1 if _LONGER.search(text) else 0
        minutes = task.duration + sign * last.minutes if sign else last.minutes
        yield SetDuration(task=task.name, minutes=minutes)
    elif when is None or not _BY.search(text):
        if _DROP.search(text):
            yield DropTask(task=task.name)
    else:
        whole_day = when.first != when.last and not is_before(text)
        minute = when.last + 1 if whole_day else when.first
        yield SetDeadline(task=task.name, minute=max(0, minute))


def _limit_moved(task: Task, text: str) -> SetDeadline | None:
    """“Two hours earlier than agreed”, where it is known what was agreed."""
    found = durations(text)
    if task.deadline is None or len(found) != 1 or not _LIMIT.search(text):
        return None
    sign = -1 if _SOONER.search(text) else 1 if _LATER.search(text) else 0
    minute = task.deadline + sign * found[0].minutes
    return SetDeadline(task=task.name, minute=minute) if sign else None


def _not_done(task: Task, text: str) -> bool:
    """“外墙不刷了” of 外墙粉刷: its own verb is denied."""
    return any(said[1] in task.name for said in _DENIED.finditer(text))


def _of_resources(
    names: list[str], text: str, problem: Problem, when: Moment | None
) -> Iterator[Change]:
    for name in names or [PEOPLE]:
        resource = problem.resource.get(name)
        if resource is None:
            return
        times = times_in(text)
        if times is not None and not resource.named and when is None:
            yield SetCapacity(resource=name, capacity=round(resource.capacity * times))
            continue
        count = None if resource.named else counted(text, resource.capacity)
        if times is not None and count is None:
            count = round(resource.capacity * times)
        if when is not None and _EVERY.search(text):
            count = None
        if when is not None and resource.capacity == 1 and not MORE.search(text):
            count = None  # the numbers are times
        if when is not None and (count is None or count < resource.capacity):
            away = Away(resource=name, start=0)
            if count:
                away = away.model_copy(update={"amount": resource.capacity - count})
            gone = from_to(text, problem, away)
            if gone is not None:
                yield gone
        elif count is not None and count != resource.capacity:
            yield SetCapacity(resource=name, capacity=count)
        elif (
            when is None
            and not _PACE.search(text)
            and (resource.named or _GONE_FOR_GOOD.search(text))
        ):
            yield Away(resource=name, start=0)
