"""What is to be different, in a message that is known to suppose something: read more freely than
`changes.py`, which has to tell a wish from all that people write.

A message is cut where one wish ends and the next begins; a part is about the task, resource or
calendar that it names. What its words do not settle is left out, never guessed.
"""

import re
from collections.abc import Iterable, Iterator

from knowledge.numbers import spans
from tools.plan import Problem, Task
from tools.plan.changes import Away, Change, DropTask, SetDuration, SetPriority
from tools.plan.regroups import Assign
from tools.plan.rewrites import SetDemand
from tools.record import PlanError
from tools.wording.absences import rest_of_week
from tools.wording.additions import added_task, new_task
from tools.wording.changes import whose
from tools.wording.counts import MORE
from tools.wording.crews import Held, crew_alone, crews
from tools.wording.doers import assigned
from tools.wording.durations import durations, minutes
from tools.wording.foreign import foreign
from tools.wording.freed import freed
from tools.wording.moments import Moment, clock_time, moment
from tools.wording.names import Mention
from tools.wording.nobody import nobody_counted
from tools.wording.occasions import each_time
from tools.wording.pace import paced
from tools.wording.parts import STAFF, counts_staff, named, of_who_was_named, parts
from tools.wording.questions import blank
from tools.wording.resource_wishes import of_resources
from tools.wording.shifts import each_day, of_all, opened, shifted
from tools.wording.task_wishes import of_task

_FULL = re.compile(
    r" (?:extra|more|additional|further|solid|full) (?=(?:hours?|hrs?|minutes?|mins?)(?![a-z]))"
)
_AFFECTS = re.compile(
    r"能(?:省|快|早|提前|提早|少|缩短)[^，,。；;！!？?]{0,3}多[^，,。；;！!？?]*|(?:会不会|会|能|可能|有没有)?(?:影响|耽误|拖累|波及|连累|妨碍|牵连|碍着)(?:到|了)?[^，,。；;！!？?]*|"
    r"(?<![a-z])(?:does|do|would|will|could|how (?:does|would|will)) (?:that|it|this) (?:also )?(?:affect|delay|hold up|impact|push back|hurt) [^,.;?!]*|"
    r"(?<![a-z])without (?:push|delay|mov|affect|touch|hurt|shift|disturb|hold|los)[a-z]*ing [^,.;?!]*"
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
_SUPPOSING = re.compile(
    r"^\W*(?:and |but )?(?:what (?:if|(?:would )?happens? if|would happen if)|how about if|suppose(?: that)?|assum(?:e|ing)(?: that)?|imagine(?: that)?|if)(?![a-z])|"
    r"^\W*(?:那么?)?(?:如果|要是|假如|假设|倘若|万一|设想)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?:的话)?[，,]?(?:结果|计划|那|这样)?(?:又?会|能)?(?:怎么?样|咋样|如何|有什么(?:影响|变化|区别))?呢?[\s?？。]*$|的话(?=[，,])"
)
"""What is asked about it."""
_DID = re.compile(r"(?<![a-z])(?:did|were to do|would do)(?![a-z])", re.IGNORECASE)
_WEAK = 0.5
"""How much of a name a likeness shows that counts beside a name that stands there as it is."""


def wishes(message: str, problem: Problem) -> tuple[Change, ...]:
    """What is to be different; the last word on each thing counts."""
    text = _BOTH_DAYS.sub("明天后天", _AFFECTS.sub(" ", _FULL.sub(" ", nobody_counted(message))))
    found: dict[tuple[str, ...], Change] = {}
    while (added := added_task(text, problem) or new_task(text, problem)) is not None:
        task, text = added
        found[task.kind, task.task.name] = task
    if (all_work := paced(text, [*problem.by_name, *problem.resource])) is not None:
        pace, text = all_work
        found[pace.kind, whose(pace)] = pace
    doers, text = _reassigned(text, problem)
    found |= {(each.kind, whose(each), getattr(each, "who", "")): each for each in doers}
    if moment(text, problem) is None:  # “it need not wait until Thursday” is no link
        links, text = freed(text, problem)
        found |= {(each.kind, whose(each), getattr(each, "other", "")): each for each in links}
    found |= {_thing(each): each for each in _of_parts(text, problem)}
    timed = {whose(each) for each in found.values() if _passes(each)}
    return tuple(each for each in found.values() if not (_lasts(each) and whose(each) in timed))


def _reassigned(text: str, problem: Problem) -> tuple[list[Change], str]:
    """“What if Bob did the welding instead of Ann?”, and the rest of the text; what is not clear is
    left out."""
    plain = _DID.sub("does", _RESULT.sub(" ", _SUPPOSING.sub(" ", text)))
    try:
        doers, rest = assigned(plain, problem)
    except PlanError:
        return [], text
    return (doers, rest) if any(isinstance(each, Assign) for each in doers) else ([], text)


def _thing(change: Change) -> tuple[str, ...]:
    """What a change is about. Somebody may be away several times, as those are who come for a time:
    before it and after it."""
    match change:
        case Away() if _passes(change):
            return (change.kind, whose(change), str(change.start))
        case Away() if change.amount is not None and change.end is None:
            return (change.kind, whose(change), "after")
        case SetDemand():
            return (change.kind, whose(change), change.resource)
    return (change.kind, whose(change))


def _passes(change: Change) -> bool:
    return isinstance(change, Away) and change.end is not None


def _lasts(change: Change) -> bool:
    """Is somebody away without any time that is said?"""
    return isinstance(change, Away) and change == Away(resource=change.resource, start=0)


def _of_parts(text: str, problem: Problem) -> Iterator[Change]:
    near, before = list[Change](), ""
    last: Change | None = None
    said: Moment | None = None
    for part in (one for each in parts(text, problem) for one in each_time(each, problem)):
        about = any(named(part, problem))
        if not about and foreign(part):
            near = []
            continue
        theirs = about or of_who_was_named(part, text, problem)
        hours = () if theirs else of_all(part, problem)
        when, said = (said if _THEN.search(part) else None), moment(part, problem) or said
        crew = crew_alone(near, part, problem)
        own: list[Change] = [*hours] or [*crew] or [*_read(part, problem, when)]
        near = own or [*_likewise(part, last, before, problem)]
        yield from near
        last, before = near[-1] if near else last, part if own else before


def _counts_people(text: str, tasks: tuple[Mention, ...]) -> bool:
    """“Two extra staff for the wedding” is about the staff, though a task is called after it."""
    more = MORE.search(text) and STAFF.search(text) and not durations(text)
    return bool(more) and all(each.score < _WEAK for each in tasks)


def _likewise(part: str, last: Change | None, before: str, problem: Problem) -> Iterator[Change]:
    """“Storms as priority nine and motor as a two”, “welding 5 hours and painting 4”: another number
    of what was said last.

    Args:
        before: the part that said it.
    """
    tasks = named(part, problem)[2]
    text = blank(part, tasks, "_")
    numbers = [each for each in spans(text) if each.value > 1]
    if last is None or len(tasks) != 1 or not numbers:
        return
    number, name = numbers[-1], tasks[0].name
    if last.kind == "priority":
        yield SetPriority(task=name, priority=round(number.value))
    elif isinstance(last, SetDemand) and _ALONE.match(text, number.end):
        yield last.model_copy(update={"task": name, "amount": round(number.value)})
    elif last.kind == "duration" and _ALONE.match(text, number.end):
        said = durations(before)[-1:]
        unit = _UNIT_BEHIND.search(before[said[0].start : said[0].end]) if said else None
        if unit is not None:
            yield SetDuration(task=name, minutes=minutes(f"{float(number.value):g}{unit[0]}") or 0)


def _read(part: str, problem: Problem, then: Moment | None) -> Iterator[Change]:
    """What one part wants.

    Args:
        then: the time that it means by “before then”.
    """
    calendars, resources, tasks = named(part, problem)
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
        own_words = blank(part, tasks, "_")
        for each in (m for m in tasks if not sure or m.score >= _WEAK):
            task = problem.by_name[each.name]
            held = [*crews(task, own_words, problem)]
            rest, about = (_without(each, held) for each in (text, loose))
            own = [*(each.change for each in held), *of_task(task, rest, about, when)]
            yield from own or ([DropTask(task=task.name)] if _not_done(task, part) else [])
        return
    if len(resources) == 1 and (later := each_day(text, resources[0].name, problem)):
        yield later
    elif resources or STAFF.search(text) or counts_staff(text, problem):
        when = when or rest_of_week(text, problem)
        yield from of_resources([m.name for m in resources], text, problem, when)


def _without(text: str, held: Iterable[Held]) -> str:
    for each in held:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _not_done(task: Task, text: str) -> bool:
    """“外墙不刷了” of 外墙粉刷: its own verb is denied."""
    return any(said[1] in task.name for said in _DENIED.finditer(text))
