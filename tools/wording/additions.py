"""One more task in a what-if: "what if we also had to do a wound dressing, 30 minutes, one nurse"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pydantic import ValidationError

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.plan import Problem, Task
from tools.plan.changes import AddTask
from tools.record import PlanError
from tools.wording.counts import MORE
from tools.wording.durations import durations
from tools.wording.foreign import foreign
from tools.wording.headcount import Headcount
from tools.wording.marks import persons
from tools.wording.names import Mention, mentions
from tools.wording.quantities import WORKER, is_people, quantities
from tools.wording.strangers import is_another

_ADD = re.compile(
    r"(?:再|还|另外|额外|临时|多)?(?:加|增加|新增|添|添加|插入|插|多)(?:上|了|入|进来?)?一?(?:项|个(?:任务|工作|活儿?|单子?)|件事|道工序)(?:新?的?(?:任务|工作))?[:：]?(?P<called>叫做?)?|"
    r"(?<![a-z])(?:(?:also|additionally) (?:had|have|need(?:ed)?|got) to (?:do |fit in |handle )?|"
    r"(?:add(?:ed)?|insert(?:ed)?|fit(?:ted)? in|squeezed? in) (?:a|an|another|one more|the)(?: (?:new|extra|small))?(?: task)?(?: called| named)?[:,]? ?|"
    r"add(?:ed)? (?=(?!working|anything|something|nothing|everything)[a-z]+ing(?![a-z]))|"
    r"(?:another|one more|an? (?:new|extra|additional|further)) (?:task|job)(?: called| named)?[:,]? )"
)
_END = re.compile(
    r"[,，。;；:：?？!！(（]|(?<![a-z])(?:of|for|with|that|which|taking|needing|lasting|after|before|once)(?![a-z])|需要|要|用"
)
_CUT = re.compile(
    r"[，。；;！!？?、]|[,.](?!\d)|(?<![a-z])(?:and|but|plus|while)(?![a-z])|而且|并且|同时|以及"
)
_OF_ALL = lazily.compile(
    r"(?<![a-z])(?:we|there|you) (?:only |now )?(?:are|were|have|had|get|got)(?![a-z])|"
    r"(?<![a-z])(?:people|staff|crew|headcount|team) (?:go|goes|went|are|were|is|was|up|down|rise|rises|grow|grows)(?![a-z])|(?<![a-z])(?:everyone|everybody|we(?: all)?(?: also)? (?:work|open|close)s?)(?![a-z])|人[手员数]?(?:增|减|变|改|只有|有|是)|我们|大家|营业|一共|总共|每[天日]|(?<![a-z])(?:each|every|a) day(?![a-z])|"
    rf"^\s*(?:(?:have|had|get|got) (?:only |just |now )?{NUMBER} (?:people|staff|workers|of us)(?![a-z])|(?:只?有|来了?){NUMBER}[个名位]?人)"
)
"""What is said of everybody."""
NEW = re.compile(
    r"又[接来加]了?个?|[接来收]了一?[个单批](?!人|[小半]|钟头|[名位])|(?:再|还|另外|额外|临时|又|多)*(?:增?加|塞|插)(?:进|入|上)?一?[个道项](?!人|班|[小半]|钟头|[名位])|插(?:入|进)?(?:一个|个|一项)|新增(?:了|一[个道项])?|插单[:：]?(?:新增一?[道个项]?)?|(?<![a-z])(?:insert|take on|asking for|ordered|(?:comes?|came|coming) in:|fit in|squeeze in|also need) "
)
_NAME_END = re.compile(
    r"[,，:：;；.。?？!！(（]| (?:in addition|too|which|that|for|with|of|after|before|once|is|are|was|were|comes?|came)(?![a-z])| \d|(?<=[㐀-鿿]) "
)
_AFTER = re.compile(r"(?:等|接在|跟在)\S?$|(?<![a-z])after (?:the )?$")
_AFTER_IT = re.compile(r"\s?(?:做?完成?|结束)?了?(?:之后|以后|后面|后|才能?)")
_HELD = re.compile(
    r"(?:占着?|用着?|要|需要?)(?:一?[台个间辆])?\s?$|(?<![a-z])(?:on|in|uses?|using|needs?) (?:the )?$|"
    r"(?:[,，、和]|(?<![a-z])and)\s?(?:(?:the|an?|one) |一[台个间辆])?$"
)
_OF_THE = re.compile(rf"({NUMBER}) of (?:the|our|my) ")
_QUOTED = re.compile(r"\s?[\"'“‘「《](?P<name>[^\"'”’」》]+)[\"'”’」》]")
_PAUSE = re.compile("[,，。:：]")
_WEAK = 0.5
"""How much of a name a likeness shows that counts."""
_ARTICLE = re.compile(r"^(?:an?|the|one|another|some)\s")


def new_task(text: str, problem: Problem) -> tuple[AddTask, str] | None:
    """The task that a message adds, where it is known to suppose something, and the rest of the
    message; None if it is one that is there. Others may be named beside it, as what it waits for."""
    cue = NEW.search(text)
    if cue is None:
        return None
    end = _over(text, cue.end(), problem)
    said = text[cue.end() : end]
    times, stop = durations(said), _PAUSE.search(said)
    there = mentions(said[: stop.start()] if stop else said, list(problem.by_name))
    if len(times) != 1 or any(each.score >= _WEAK for each in there):
        return None
    first = times[0]
    length = said[: first.start] + said[first.end :]
    name = _called(_NAME_END.split(said)[0] if said[: first.start].strip() else length)
    added = _added(name, first.minutes, length, problem)
    return None if added is None else (added, text[: cue.start()] + text[end:])


def added_task(text: str, problem: Problem) -> tuple[AddTask, str] | None:
    """The task that a message adds, with its duration and what it needs, and the rest of the
    message; None without a duration, or if it speaks of a task or of people that are there."""
    text = fold(text)
    cue = _ADD.search(text)
    if cue is None:
        return None
    end = _over(text, cue.end(), problem)
    rest = text[cue.end() : end]
    quoted = _QUOTED.match(rest)
    stop = _END.search(rest, quoted.end() if quoted else 0)
    name = _called(rest[: stop.start()] if stop else rest)
    said = rest[rest.find(name) + len(name) :]
    times = durations(said)
    known = [task.name for task in problem.tasks] + [each.name for each in problem.resources]
    if (
        not name
        or len(times) != 1
        or any(quantities(name))
        or any(each.exact or not cue["called"] for each in _there(name, known))
        or is_people(name)
    ):
        return None
    first = times[0]
    added = _added(name, first.minutes, said[: first.start] + said[first.end :], problem)
    return None if added is None else (added, text[: cue.start()] + text[end:])


def _there(name: str, known: Sequence[str]) -> Iterator[Mention]:
    """Names that the name of a new task speaks of: “drone shot” is no “Rooftop shot”."""
    said = f"a {name}"
    return (each for each in mentions(said, known) if not is_another(said, each))


def _called(words: str) -> str:
    """The name at the beginning of words: how long it takes is no part of it."""
    if (quoted := _QUOTED.match(words)) is not None:
        return quoted["name"].strip()
    return _ARTICLE.sub(
        "", words[: min([len(words), *(d.start for d in durations(words))])].strip()
    )


def _over(text: str, begin: int, problem: Problem) -> int:
    """Where something else begins than what is said of a new task."""
    cuts = [*_CUT.finditer(text, begin)]
    ends = [*(each.start() for each in cuts[1:]), len(text)]
    pieces = zip(cuts, ends, strict=False)
    return next(
        (c.start() for c, end in pieces if _is_else(text[c.end() : end], problem)), len(text)
    )


def _is_else(piece: str, problem: Problem) -> bool:
    """Whether words are about somebody or something that is there, and not as what a new task
    waits for or holds."""
    if _OF_ALL.search(piece) or MORE.search(piece):
        return True
    others = mentions(piece, [*persons(problem), *problem.calendar])
    tasks = mentions(piece, list(problem.by_name))
    if foreign(piece):
        return True
    sure = bool(durations(piece))  # a time of its own is said of something of its own
    apart = [each for each in tasks if (each.whole or sure) and not _is_awaited(piece, each)]
    return bool(apart) or any(each.exact for each in others)


def _added(name: str, minutes: int, said: str, problem: Problem) -> AddTask | None:
    """The task with what is said of it besides; None if that makes no sense."""
    said, skills = _OF_THE.sub(r"\1 ", said), dict.fromkeys(_skills(said, problem), 1)
    needs = {
        who: n for who, n in Headcount(problem.resources).read(_without(said, skills)) if n > 0
    }
    needs |= {who: 1 for who in _held(said, problem) if who not in needs}
    try:
        return AddTask(
            task=Task(
                name=name,
                duration=minutes,
                demands=needs,
                skills=skills,
                after=_waited_for(said, problem),
            )
        )
    except (PlanError, ValidationError):
        return None


def _without(said: str, skills: Iterable[str]) -> str:
    """Without those who are asked for by what they can do: “内科医生一名” is no nurse."""
    for skill in skills:
        one = rf"{re.escape(fold(skill))} ?(?:{WORKER})"
        said = re.sub(rf"(?:{NUMBER}[名位个]?\s?)?{one}(?:{NUMBER}[名位个])?", "", said)
    return said


def _held(said: str, problem: Problem) -> Iterator[str]:
    """What it needs without a number: “还得占着月台”, “on the saw”."""
    others = [each.name for each in problem.resources if not each.somebody]
    for each in mentions(said, others):
        if each.exact and _HELD.search(said[: each.start]):
            yield each.name


def _skills(said: str, problem: Problem) -> Iterator[str]:
    """“Someone with pastry skills”."""
    known = dict.fromkeys(skill for each in problem.resources for skill in each.skills)
    return (each.name for each in mentions(said, list(known)) if each.exact)


def _waited_for(said: str, problem: Problem) -> tuple[str, ...]:
    """The tasks after which it is to be done: “after welding”, “排在焊接之后”."""
    found = mentions(said, list(problem.by_name))
    return tuple(dict.fromkeys(each.name for each in found if _is_awaited(said, each)))


def _is_awaited(said: str, each: Mention) -> bool:
    return bool(_AFTER_IT.match(said, each.end) or _AFTER.search(said[: each.start]))
