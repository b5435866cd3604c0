"""A message that corrects the last edit and names nothing: "no, 3 hours", "make that two people",
"说错了，是3小时". It becomes an order that names what the last edit was about."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from knowledge.language import language_of
from knowledge.numbers import NUMBER, fold
from tools.plan import PEOPLE, Problem
from tools.wording.durations import durations
from tools.wording.quantities import quantities

_CUE = re.compile(
    rf"\W*(?:(?:(?:no|nope|sorry|oops|wait(?! (?:for|an?|{NUMBER})(?![a-z]))|hm+|actually|i (?:mean|meant|said)|correction|rather|"
    r"(?:please )?(?:make|change|set) (?:that|this|it)(?: to| into)?|(?:that|this|it)(?:'s| is| was)? (?:should|must|has to) (?:be|take|have been|need)|should be|should have been|that's|"
    r"let's (?:say|make it)|better|wrong|my (?:mistake|bad|fault)|not that|say|i was wrong|it's)(?![a-z])"
    r"|不对|不[，,]|错了|我?说错了?|搞错了?|弄错了?|写错了?|我?打错了?|哦|噢|等等|抱歉|不好意思|对不起|不是这样|应该?是|应该|应为|改[成为到]|还是|算了|我是说|我说的是|更正|把?[它这那]个?|是|要|用|需要)(?:[\s,，.。:：;；!！—]|-(?!\d))*)+"
)
_TAIL = r"\s*(?:please|pls|instead|then|rather|in fact|after all|that is|ok(?:ay)?|吧|了|才对|才是|好了|就好|就行)?\W*"
_BARE = re.compile(rf"(?P<number>(?!half|半|an?(?![a-z])){NUMBER}){_TAIL}")
_JOINT = re.compile(r"(?:\W|(?<![a-z])(?:and|with|for)(?![a-z])|[和与、])*")
_EMPTY = re.compile(_TAIL)
_ASKED = re.compile("[?？吗呢]")
_SAID_IT = re.compile(r"(?<![a-z])it(?![a-z])|它")


class _Value(NamedTuple):
    kind: Literal["time", "people", "number"]
    words: str


class _Touched(NamedTuple):
    """A value that the last edit set."""

    kind: Literal["duration", "lag", "demand", "capacity", "priority", "other"]
    task: str
    value: int = 0
    other: str = ""


def corrected(message: str, old: Problem | None, new: Problem) -> str:
    """`message` with what it is about, if it corrects the last edit, which made `new` of `old`; as
    it is, if it says more, or could be about several things."""
    said = _value(message)
    if said is None or old is None:
        return message
    if not old.by_name.keys() <= new.by_name.keys():  # what was dropped cannot take three hours
        return message
    touched = list(_touched(old, new))
    return _order(said, touched, new, language_of(message) == "zh") or message


def corrects(message: str) -> bool:
    """Whether a message is nothing but a correction of what was said before."""
    if _SAID_IT.search(fold(message)):
        return False
    return _value(message) is not None or _is_values(message)


def _is_values(message: str) -> bool:
    """Whether a message corrects several values: “no, 3 hours and 4 people”."""
    text = fold(message)
    cue = _CUE.match(text)
    if cue is None or _ASKED.search(text):
        return False
    rest = text[cue.end() :]
    for each in reversed(durations(rest)):
        rest = rest[: each.start] + rest[each.end :]
    people = [each for each in quantities(rest) if each.noun == PEOPLE]
    for some in reversed(people):
        rest = rest[: some.start] + rest[some.end :]
    return len(rest) < len(text) - cue.end() and bool(_JOINT.fullmatch(rest))


def _value(message: str) -> _Value | None:
    text = fold(message)
    cue = _CUE.match(text)
    if cue is None or _ASKED.search(text):
        return None
    rest, words = text[cue.end() :], message[cue.end() :]
    if rest.startswith("-"):
        return None
    times = durations(rest)
    if len(times) == 1 and _is_all(rest, times[0].start, times[0].end):
        return _Value("time", words[times[0].start : times[0].end])
    people = [each for each in quantities(rest) if each.noun == PEOPLE]
    if len(people) == 1 and _is_all(rest, people[0].start, people[0].end):
        return _Value("people", words[people[0].start : people[0].end])
    bare = _BARE.fullmatch(rest)
    return _Value("number", bare["number"]) if bare else None


def _is_all(text: str, start: int, end: int) -> bool:
    return not text[:start].strip() and bool(_EMPTY.fullmatch(text[end:]))


def _touched(old: Problem, new: Problem) -> Iterator[_Touched]:
    """What the edit set, as far as it is a value that a few words can correct."""
    said = {(o.field, o.task, o.resource) for o in new.origins if o not in old.origins}
    for task in new.tasks:
        was = old.by_name.get(task.name)
        if was is None:
            yield _Touched("duration", task.name, task.duration)
            continue
        if was.duration != task.duration or ("duration", task.name, None) in said:
            yield _Touched("duration", task.name, task.duration)
        for who, amount in task.demands.items():
            if was.demands.get(who) != amount or ("demand", task.name, who) in said:
                yield _Touched("demand", task.name, amount, who)
        for link in task.links:
            if link.lag and link not in was.links:
                yield _Touched("lag", task.name, link.lag, link.task)
        if was.priority != task.priority or ("priority", task.name, None) in said:
            yield _Touched("priority", task.name, task.priority)
        told = {"duration", "demands", "links", "priority"}
        if was.model_dump(exclude=told) != task.model_dump(exclude=told):
            yield _Touched("other", task.name)
    for each in new.resources:
        held = old.resource.get(each.name)
        if held is not None and held.capacity != each.capacity:
            yield _Touched("capacity", "", each.capacity, each.name)


_FITS = {
    "time": ("duration", "lag"),
    "people": ("demand", "capacity"),
    "number": ("duration", "lag", "demand", "capacity", "priority"),
}


def _order(said: _Value, touched: Sequence[_Touched], new: Problem, chinese: bool) -> str | None:
    """The order in words; None if it is not clear what is meant."""
    fitting = [each for each in touched if each.kind in _FITS[said.kind]]
    tasks = list(dict.fromkeys(each.task for each in touched))
    if len(fitting) > 1 and len({(each.kind, each.value, each.other) for each in fitting}) == 1:
        names = ("和" if chinese else " and ").join(each.task for each in fitting)
        return _words(said, fitting[0]._replace(task=names), new, chinese, fitting[0].task)
    if len(fitting) == 1:
        return _words(said, fitting[0], new, chinese, fitting[0].task)
    unlike = any(each.kind == "other" for each in touched)  # a wait tells not whose time it is
    if fitting or unlike or said.kind == "number" or len(tasks) != 1 or not tasks[0]:
        return None
    kind: Literal["duration", "demand"] = "duration" if said.kind == "time" else "demand"
    return _words(said, _Touched(kind, tasks[0], 0, PEOPLE), new, chinese, tasks[0])


def _words(said: _Value, each: _Touched, new: Problem, chinese: bool, owner: str) -> str | None:
    value = said.words
    if said.kind == "number" and each.kind in ("duration", "lag"):
        unit = _unit(owner, new)
        if unit is None:
            return None
        value += unit
    if said.kind == "number" and each.kind in ("demand", "capacity"):
        value += "个人" if chinese else " people"
    match each.kind:
        case "duration":
            return f"{each.task}改成{value}" if chinese else f"{each.task} takes {value}"
        case "lag":
            en = f"{each.task} starts {value} after {each.other}"
            return f"{each.task}在{each.other}之后{value}开始" if chinese else en
        case "demand" if each.other == PEOPLE:
            return f"{each.task}需要{value}" if chinese else f"{each.task} needs {value}"
        case "capacity" if each.other == PEOPLE:
            return f"我们一共有{value}" if chinese else f"we have {value} in all"
        case "priority":
            return (
                f"{each.task}的优先级改成{value}"
                if chinese
                else f"priority of {each.task} to {value}"
            )
    return None


def _unit(task: str, new: Problem) -> str | None:
    """The unit of the words that set a time: “hours” of “painting takes 2 hours”."""
    words = [o.words for o in new.origins if o.task == task and o.field == "duration"]
    found = durations(words[-1]) if words else ()
    if len(found) != 1:
        return None
    said = words[-1][found[0].start : found[0].end]
    return re.sub(rf"^\W*{NUMBER}", "", said) or None
