"""What is to be different, in a message that is known to suppose something: read more freely than
`changes.py`, which has to tell a wish from all that people write.

A message is cut where one wish ends and the next begins; a part is about the task, resource or
calendar that it names. What its words do not settle is left out, never guessed.
"""

import re
from collections.abc import Iterable, Iterator

from knowledge.numbers import fold, number, spans
from tools.plan import PEOPLE, Problem, Task
from tools.plan.changes import Change, DropTask, SetDuration, SetPriority
from tools.wording.absences import rest_of_week
from tools.wording.additions import NEW, new_task
from tools.wording.changes import whose
from tools.wording.counts import MORE
from tools.wording.days import EN_WEEKDAY
from tools.wording.durations import durations, minutes
from tools.wording.freed import freed
from tools.wording.headcount import Headcount, people_among
from tools.wording.moments import Moment, clock_time, moment
from tools.wording.names import Mention, mentions
from tools.wording.pace import paced
from tools.wording.quantities import singular
from tools.wording.questions import blank
from tools.wording.resource_wishes import of_resources
from tools.wording.shifts import each_day, of_all, opened, shifted
from tools.wording.task_wishes import of_task

_STOP = re.compile(
    r"[，；。！？!?;：、\n]|[:,.](?![0-9])|(?<=[㐀-鿿]) (?=[㐀-鿿])| \+ | plus |"
    r"(?<![a-z])(?:and|but|while)(?![a-z])|并且|而且|以及|同时|再加上|并把?|且"
)
_JOINS = re.compile(r"\s?(?:and|、)\s?")
"""Stops that part nothing between two names of which the same is said, or between two days."""
_OF_BOTH = re.compile(
    r"\s?(?:(?:both|all) )?(?:(?:are|were|have|do|take|need|away|off|out|sick|ill|gone)(?![a-z])|[?？.。!！,，;；]|$)|[^，,、。]{0,6}[都均全]"
)
"""What follows the second of such names."""
_DAY = rf"(?:today|tomorrow|{EN_WEEKDAY}|[今明后]天|(?:周|星期|礼拜)[一二三四五六日天])"
_DAY_ENDS, _DAY_BEGINS = re.compile(rf"{_DAY}$"), re.compile(rf"(?:on |the )*{_DAY}(?![a-z])")
_PEOPLE = re.compile(
    r"(?<![a-z])(?:people|ppl|persons?|staff|workers|crew|team|headcount|hands?|heads?|colleagues?|men|guys|of us|man|person)(?![a-z])|"
    r"人(?!家|民|事)|名(?=[，。？?!！员]|$)|员工|同事|工人|帮手|临时工"
)
_FULL = re.compile(
    r" (?:extra|more|additional|further|solid|full) (?=(?:hours?|hrs?|minutes?|mins?)(?![a-z]))"
)
_AFFECTS = re.compile(
    r"能(?:省|快|早|提前|提早|少|缩短)[^，,。；;！!？?]{0,3}多[^，,。；;！!？?]*|(?:会不会|会|能|可能|有没有)?(?:影响|耽误|拖累|波及|连累|妨碍|牵连|碍着)(?:到|了)?[^，,。；;！!？?]*|"
    r"(?<![a-z])(?:does|do|would|will|could|how (?:does|would|will)) (?:that|it|this) (?:also )?(?:affect|delay|hold up|impact|push back|hurt) [^,.;?!]*"
)
"""What follows from it is asked, and not wished."""
_BOTH_DAYS = re.compile("明后两?天")
_DENIED = re.compile(r"不([㐀-鿿]{1,2})了")
_THEN = re.compile(
    r"那(?:时候?|会儿|之前|以前)|在?此(?:之前|以前)|(?<![a-z])(?:before|until|till|by|after) (?:then|that)(?![a-z])"
)
_ALONE = re.compile(r"\s*(?:instead|呢|了|的话|吧)?\s*[,.;?!，。；？！]*\s*$")
"""What may follow a number that has its unit from the one before."""
_UNIT_BEHIND = re.compile(r"[a-z\u4e00-\u9fff]+$")
_WEAK = 0.5
"""How much of a name a likeness shows that counts beside a name that stands there as it is."""


def wishes(message: str, problem: Problem) -> tuple[Change, ...]:
    """What is to be different; the last word on each thing counts."""
    text = _BOTH_DAYS.sub("明天后天", _AFFECTS.sub(" ", _FULL.sub(" ", fold(message))))
    found: dict[tuple[str, ...], Change] = {}
    known = mentions(text, list(problem.by_name))
    if _is_new(text, known):
        added = new_task(text, problem)
        if added is not None:
            return (added,)
    if (all_work := paced(text, [*problem.by_name, *problem.resource])) is not None:
        pace, text = all_work
        found[pace.kind, whose(pace)] = pace
    if moment(text, problem) is None:  # “it need not wait until Thursday” is no link
        links, text = freed(text, problem)
        found |= {(each.kind, whose(each), getattr(each, "other", "")): each for each in links}
    found |= {_thing(each): each for each in _of_parts(text, problem)}
    return tuple(found.values())


def _thing(change: Change) -> tuple[str, ...]:
    """What a change is about. Those who come for a time are away twice: before it and after it."""
    after = change.kind == "away" and change.amount is not None and change.end is None
    return (change.kind, whose(change), "after") if after else (change.kind, whose(change))


def _of_parts(text: str, problem: Problem) -> Iterator[Change]:
    last: Change | None = None
    said: Moment | None = None
    before = ""
    for part in _parts(text, problem):
        hours = () if any(_named(part, problem)) else of_all(part, problem)
        when, said = (said if _THEN.search(part) else None), moment(part, problem) or said
        own = hours or [*_read(part, problem, when)]
        for change in own or _likewise(part, last, before, problem):
            last = change
            yield change
        before = part if own else before


def _is_new(text: str, known: Iterable[Mention]) -> bool:
    """Whether something is added that is none of the tasks there are; those may be named beside it,
    as what it waits for."""
    cue = NEW.search(text)
    if cue is None:
        return False
    end = min((at for mark in "，,。:：" if (at := text.find(mark, cue.end())) >= 0), default=None)
    stop = len(text) if end is None else end
    return all(m.score < _WEAK or m.end <= cue.start() or stop <= m.start for m in known)


def _counts_people(text: str, tasks: tuple[Mention, ...]) -> bool:
    """“Two extra staff for the wedding” is about the staff, though a task is called after it."""
    more = MORE.search(text) and _PEOPLE.search(text) and not durations(text)
    return bool(more) and all(each.score < _WEAK for each in tasks)


def _likewise(part: str, last: Change | None, before: str, problem: Problem) -> Iterator[Change]:
    """“Storms as priority nine and motor as a two”, “welding 5 hours and painting 4”: another number
    of what was said last.

    Args:
        before: the part that said it.
    """
    tasks = _named(part, problem)[2]
    text = blank(part, tasks, "_")
    numbers = [each for each in spans(text) if each.value > 1]
    if last is None or len(tasks) != 1 or not numbers:
        return
    number, name = numbers[-1], tasks[0].name
    if last.kind == "priority":
        yield SetPriority(task=name, priority=round(number.value))
    elif last.kind == "duration" and _ALONE.match(text, number.end):
        said = durations(before)[-1:]
        unit = _UNIT_BEHIND.search(before[said[0].start : said[0].end]) if said else None
        if unit is not None:
            yield SetDuration(task=name, minutes=minutes(f"{float(number.value):g}{unit[0]}") or 0)


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
    stops = [
        m for m in _STOP.finditer(text) if not (_within(m, names) or _only_joins(m, text, names))
    ]
    begins, ends = [0, *(m.end() for m in stops)], [*(m.start() for m in stops), len(text)]
    pieces = list(zip(begins, ends, strict=True))
    own = [at for at, (a, b) in enumerate(pieces) if _is_about(text[a:b], problem)]
    firsts, lasts = [0, *own[1:]], [*(at - 1 for at in own[1:]), len(pieces) - 1]
    return [text[begins[a] : ends[b]] for a, b in zip(firsts, lasts, strict=True)]


def _within(stop: re.Match[str], names: list[Mention]) -> bool:
    return any(m.start < stop.end() and stop.start() < m.end for m in names)


def _only_joins(stop: re.Match[str], text: str, names: list[Mention]) -> bool:
    """“Ann and Bob are away”, “today and tomorrow”: the parts are one."""
    if not _JOINS.fullmatch(stop[0]):
        return False
    before, after = text[: stop.start()].rstrip(), text[stop.end() :].lstrip()
    if _DAY_ENDS.search(before) and _DAY_BEGINS.match(after):
        return True
    begins = len(text) - len(after.removeprefix("the "))
    second = next((m for m in names if m.start == begins), None)
    joined = second is not None and any(m.end == len(before) for m in names)
    return joined and bool(second and _OF_BOTH.match(text, second.end))


def _is_about(piece: str, problem: Problem) -> bool:
    counted = _PEOPLE.search(piece) and number(piece) is not None
    return any(_named(piece, problem)) or bool(counted) or _counts_staff(piece, problem)


def _counts_staff(text: str, problem: Problem) -> bool:
    """“Two tellers”, whatever those are called in the plan who work there."""
    people = people_among(problem.resources)
    return any(name == people for name, _ in Headcount(problem.resources).read(text))


def _read(part: str, problem: Problem, then: Moment | None) -> Iterator[Change]:
    """What one part wants.

    Args:
        then: the time that it means by “before then”.
    """
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
    loose = blank(part, [m for m in (*calendars, *resources, *tasks) if m.exact], "_")
    when = moment(text, problem) or moment(loose, problem) or then
    alone = resources and when is not None and not any(each.exact for each in tasks)
    if tasks and not alone and not _counts_people(text, tasks):
        sure = any(each.exact for each in tasks)
        for each in (m for m in tasks if not sure or m.score >= _WEAK):
            task = problem.by_name[each.name]
            own = [*of_task(task, text, loose, when)]
            yield from own or ([DropTask(task=task.name)] if _not_done(task, part) else [])
        return
    if len(resources) == 1 and (later := each_day(text, resources[0].name, problem)):
        yield later
    elif resources or _PEOPLE.search(text) or _counts_staff(text, problem):
        when = when or rest_of_week(text, problem)
        yield from of_resources([m.name for m in resources], text, problem, when)


def _not_done(task: Task, text: str) -> bool:
    """“外墙不刷了” of 外墙粉刷: its own verb is denied."""
    return any(said[1] in task.name for said in _DENIED.finditer(text))
