"""A message that supposes something, cut where one wish ends and the next begins, and what each part
of it names."""

import re
from collections.abc import Sequence

from knowledge.numbers import NUMBER, fold, number
from tools.plan import PEOPLE, Problem
from tools.wording.days import EN_WEEKDAY, ZH_WEEKDAY
from tools.wording.foreign import foreign
from tools.wording.headcount import Headcount, people_among
from tools.wording.names import Mention, mentions
from tools.wording.quantities import singular
from tools.wording.questions import blank
from tools.wording.shifts import works_further

_STOP = re.compile(
    r"[，；。！？!?;：、\n]|[:,.](?![0-9])|(?<=[㐀-鿿]) (?=[㐀-鿿])| \+ | plus |"
    r"(?<![a-z])(?:and|but|while)(?![a-z])|并且|而且|以及|同时|再加上|并把?|且"
)
_JOINS = re.compile(r"\s?(?:and|、)\s?")
"""Stops that part nothing between two names of which the same is said, or between two days."""
_OF_BOTH = re.compile(
    r"\s?(?:(?:both|all|each) )?(?:(?:are|were|have|do|take|need|can|could|might|only|away|off|out|sick|ill|gone)(?![a-z])|[?？.。!！,，;；]|$)|"
    rf" {NUMBER} [a-z ]+ each(?![a-z])|[^，,、。]{{0,6}}[都均全各]"
)
"""What follows the second of such names."""
_DAY = rf"(?:today|tomorrow|{EN_WEEKDAY}|[今明后]天|{ZH_WEEKDAY})"
_DAY_ENDS, _DAY_BEGINS = re.compile(rf"{_DAY}$"), re.compile(rf"(?:on |the )*{_DAY}(?![a-z])")
STAFF = re.compile(
    r"(?<![a-z])(?:people|ppl|persons?|staff|workers|crew|team|headcount|hands?|heads?|colleagues?|men|guys|of us|man|person)(?![a-z])|"
    r"人(?!家|民|事)|名(?=[，。？?!！员]|$)|员工|同事|工人|帮手|临时工"
)

_EVERYBODY = re.compile(
    r"(?<![a-z])(?:we|everyone|everybody|all of us|open(?:s|ed|ing)?|the (?:shop|office|house|place|team))(?![a-z])|"
    r"我们|大家|咱|全[员体都]|店|公司|所有人|营业|开门"
)
"""Whose hours a piece speaks of, where it names nobody: not those of who was named before."""


def named(text: str, problem: Problem) -> tuple[tuple[Mention, ...], ...]:
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


def parts(text: str, problem: Problem) -> list[str]:
    """Pieces of the text, each with what it is about: a piece that names nothing belongs to the one
    before, or the first to the one after."""
    groups = named(text, problem)
    names = [m for group in groups for m in group]
    stops = [
        m
        for m in _STOP.finditer(text)
        if not (_within(m, names) or any(_only_joins(m, text, group) for group in groups))
    ]
    begins, ends = [0, *(m.end() for m in stops)], [*(m.start() for m in stops), len(text)]
    pieces = list(zip(begins, ends, strict=True))
    own = [at for at, (a, b) in enumerate(pieces) if _is_about(text[a:b], problem)]
    firsts, lasts = [0, *own[1:]], [*(at - 1 for at in own[1:]), len(pieces) - 1]
    return [text[begins[a] : ends[b]] for a, b in zip(firsts, lasts, strict=True)]


def _within(stop: re.Match[str], names: list[Mention]) -> bool:
    return any(m.start < stop.end() and stop.start() < m.end for m in names)


def _only_joins(stop: re.Match[str], text: str, names: Sequence[Mention]) -> bool:
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
    counted = STAFF.search(piece) and number(piece) is not None
    if any(named(piece, problem)) or foreign(piece) or works_further(piece):
        return True
    return bool(counted) or counts_staff(piece, problem)


def of_who_was_named(piece: str, text: str, problem: Problem) -> bool:
    """“Ann is off tomorrow and works on Saturday”: does a piece that names nobody speak of further
    work of somebody whom the text names, not of everybody's?"""
    own = works_further(piece) and not _EVERYBODY.search(piece)
    return own and bool(named(text, problem)[1])


def counts_staff(text: str, problem: Problem) -> bool:
    """“Two tellers”, whatever those are called in the plan who work there."""
    people = people_among(problem.resources)
    return any(name == people for name, _ in Headcount(problem.resources).read(text))
