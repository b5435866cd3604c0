"""What-if wording -> changes to a known problem, and a problem with such changes made.

"再多两个人" becomes the capacity it leads to, "缩短半小时" the duration it leads to, because the
problem is known. What names neither a task nor a resource of the problem changes nothing. Numbers
that make no sense are left for the domain to refuse.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field

from tools.plan import Name, Problem, Record, Resource, Task
from tools.wording.durations import duration, minutes
from tools.wording.names import Mention, mentions
from tools.wording.numbers import NUMBER, fold
from tools.wording.priorities import priority
from tools.wording.quantities import PEOPLE, Quantity, count, is_people, quantities, singular


class SetCapacity(Record):
    """There are so many units of a resource."""

    kind: Literal["capacity"] = "capacity"
    resource: Name
    capacity: int


class SetDuration(Record):
    """A task takes so long."""

    kind: Literal["duration"] = "duration"
    task: Name
    minutes: int


class SetPriority(Record):
    """A task weighs so much."""

    kind: Literal["priority"] = "priority"
    task: Name
    priority: int


class DropTask(Record):
    """A task is not done at all."""

    kind: Literal["drop"] = "drop"
    task: Name


class SetDeadline(Record):
    """A task must be finished so many minutes after the start of the plan."""

    kind: Literal["deadline"] = "deadline"
    task: Name
    minute: int


Change = Annotated[
    SetCapacity | SetDuration | SetPriority | DropTask | SetDeadline, Field(discriminator="kind")
]

_CLAUSE = re.compile(
    r"[，；。！？!?;\n、]|[,.](?![0-9])|"
    r"(?<![a-z])(?:and|but)(?= (?:we|i|if|with|only|there|then|skip|drop|without|no|someone)(?![a-z]))|"
    "并且|而且|以及|同时|再加上"
)
_DROP_BEFORE = re.compile(
    r"(?:不[用再需要]*做|别做|不用|不需要|不要|去掉|去除|取消|删掉|删除|删去|跳过|省掉|省略|省去|砍掉|略过|没有|没了|免去|"
    r"(?<![a-z])(?:without|skip(?:ped|ping)?|drop(?:ped|ping)?|cancel(?:l?ed|l?ing)?|remov(?:e|ed|ing)|"
    r"leav(?:e|ing) out|left out|omit(?:ted|ting)?|don't do|didn't do|do not do|not do(?:ing)?|no|"
    r"scrap(?:ped)?|get rid of|take out|took out|delete|forget)(?![a-z]))"
    r"(?:\s?(?:the|doing|any|task|任务|了|掉))*\s?[\"'“‘「《]?$"
)
_DROP_AFTER = re.compile(
    r"[\"'”’」》]?\s?(?:(?:这[项个步])?(?:任务|工序)?(?:被|给|先)?(?:取消|不[用再]?做|不要|去掉|删掉|删除|省掉|省略|跳过|砍掉|不需要)"
    r"|(?:is|was|were|gets|are|be|has been) (?:cancel|drop|skip|remov|left out|not (?:done|needed)|"
    r"scrap|omit|delet)|(?:isn't|wasn't) (?:done|needed))"
)
_DEADLINE = re.compile(
    r"之?内(?:必须|要|得)?(?:做?完|完成|结束|搞定)?|以内|截止|期限|最[晚迟]|(?<![a-z])(?:within|deadline|no later than|"
    r"(?:done|finish(?:ed)?|complete[d]?|ready|over|end) (?:in|by)|by (?:minute|hour))(?![a-z])"
)
_URGENCY = re.compile(
    r"优先|紧急|加急|重要|不急|着急|(?<![a-z])(?:priority|prio|p[0-9]|(?:more |very )?urgent|asap|important)"
)
_LONGER = re.compile(
    r"(?:多|增加|延长|再加|晚)(?![到为成至])|longer|(?<!no )more|extra|additional|later"
)
_SHORTER = re.compile(r"(?:少|缩短|减少|提前|快)了?(?![到为成至了])|shorter|less|fewer|faster|quicker")
_TAKES = re.compile(
    r"需要?|要|花|用|改|变|只|耗|持续|缩短|延长|减|增|多|少|呢|takes?|took|taking|needs?|lasts?|only|were|was|"
    r"is|be|duration|to |in |[:=]|longer|shorter|less|more|faster|quicker"
)

_MORE = re.compile(
    r"(?:再|另外|额外|多|增加|增派|加派|加|补充|招|添)了?(?:来|有|派|给|加|上|招|多|添)?了?\s?$|"
    r"(?<![a-z])(?:add(?:ed|ing)?|hired?|extra|additional|plus|gain(?:ed)?|borrow(?:ed)?)(?: another)?\s?$"
)
_FEWER = re.compile(
    r"(?:少|减少|走|缺|裁|抽走|调走|病)了?(?:掉|去|来)?了?\s?$|(?<![a-z])(?:los(?:e|t|ing)|minus|without|short of|"
    r"remov(?:e|ed)|fewer by)\s?$"
)
_MORE_AFTER = re.compile(
    r"\s?(?:more|extra|additional(?:ly)?|come(?:s)?(?! off)|came|join(?:s|ed)?|help(?:s|ed)?(?: out)?|加入|过来|来帮忙|帮忙|支援)(?![a-z])"
)
_FEWER_AFTER = re.compile(
    r"\s?(?:fewer|less|short(?:er)?|(?:is|are|was|were|calls?|called|goes|went)? ?(?:off|out sick|in sick|sick|ill|absent|away|missing)"
    r"|le(?:ft|aves?)|请假|生病|病了|缺勤|不在|离开|走了|休假|没来|来不了|离职)(?![a-z])"
)
_PEOPLE_BY = re.compile(rf"人手?(?:再)?(?P<sign>多|增加|加|少|减少|减)了?(?P<number>{NUMBER})个?(?![到一-龥])")
_BARE_PEOPLE = re.compile(
    rf"(?:(?:we|there) (?:are|were|had) (?:only )?({NUMBER})|({NUMBER}) of us|(?:team|crew|staff) of ({NUMBER})"
    rf"|(?:人手|人数|人员|人)(?:改[为成]|变[为成]|增加到|减少?到|降到|加到|是|为|只有|有|到)({NUMBER})个?)(?=\s*(?:$|\W|呢|of us))"
)


def changes(message: str, problem: Problem) -> tuple[Change, ...]:
    """What `message` wants to be different from `problem`, in the order it is said."""
    reader = _Reader(problem)
    found: dict[tuple[str, str], Change] = {}
    for clause in _CLAUSE.split(fold(message)):
        for change in reader.clause(clause):
            found[change.kind, getattr(change, "task", "") or getattr(change, "resource", "")] = change
    return tuple(found.values())


class _Reader:
    """Reads one clause after another; remembers capacities, so that "再多一个" can add up."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._names = [task.name for task in problem.tasks]
        self._capacity = dict(problem.capacity)

    def clause(self, text: str) -> Iterator[Change]:
        places = mentions(text, self._names)
        taken = False
        for place, stop in zip(places, [*(m.start for m in places[1:]), len(text)], strict=False):
            found = tuple(self._task(text, place, places, stop))
            taken = taken or bool(found)
            yield from found
        # A number of people beside a task belongs to the task, which is no change known here.
        if not places or (taken and all(self._dropped(text, m, places) for m in places)):
            yield from self._resources(text)

    def _task(
        self, text: str, place: Mention, places: Sequence[Mention], stop: int
    ) -> Iterator[Change]:
        task = self._problem.by_name[place.name]
        if self._dropped(text, place, places):
            yield DropTask(task=task.name)
            return
        said = text[place.end : stop]
        yield from _urgency(task, text[max(0, place.start - 24) : place.start], said)
        found = duration(said)
        if found is None:
            return
        if _DEADLINE.search(said):
            yield SetDeadline(task=task.name, minute=found.minutes)
        elif _TAKES.search(said) or found.start < 3:
            yield SetDuration(task=task.name, minutes=_length(task, said, found.minutes))

    def _dropped(self, text: str, place: Mention, places: Sequence[Mention]) -> bool:
        """Also the second of "skip A and B"."""
        if _DROP_BEFORE.search(text[max(0, place.start - 30) : place.start]):
            return True
        if _DROP_AFTER.match(text, place.end):
            return True
        for before in places:
            gap = text[before.end : place.start]
            if 0 < len(gap) < 12 and re.fullmatch(r"\s?(?:and|or|和|与|及|或)\s?(?:the )?", gap):
                return self._dropped(text, before, ())
        return False

    def _resources(self, text: str) -> Iterator[Change]:
        found = False
        for quantity in quantities(text):
            resource = self._resource(quantity)
            if resource is not None:
                found = True
                yield self._amount(resource, _sign(text, quantity), quantity.amount)
        if not found:
            yield from self._bare(text)

    def _bare(self, text: str) -> Iterator[Change]:
        """ "There were 8 of us", "人少两个": people without a noun beside the number."""
        people = self._people()
        match = _PEOPLE_BY.search(text)
        amount = count(match["number"]) if match else None
        if people and match and amount is not None:
            yield self._amount(people, -1 if match["sign"] in "减少" else 1, amount)
            return
        match = _BARE_PEOPLE.search(text)
        amount = count(next(group for group in match.groups() if group)) if match else None
        if people and amount is not None:
            yield self._amount(people, 0, amount)

    def _amount(self, resource: Resource, sign: int, amount: int) -> SetCapacity:
        total = self._capacity[resource.name] + sign * amount if sign else amount
        self._capacity[resource.name] = total
        return SetCapacity(resource=resource.name, capacity=total)

    def _resource(self, quantity: Quantity) -> Resource | None:
        """The resource that a noun means: the one called so, else people for any kind of worker."""
        for resource in self._problem.resources:
            if singular(fold(resource.name)) in (singular(quantity.words), quantity.noun):
                return resource
        if quantity.noun == PEOPLE:
            return self._people()
        names = [resource.name for resource in self._problem.resources]
        like = mentions(quantity.words, names)
        return next((r for r in self._problem.resources if like and r.name == like[0].name), None)

    def _people(self) -> Resource | None:
        resources = self._problem.resources
        if len(resources) == 1:
            return resources[0]
        named = [resource for resource in resources if fold(resource.name) in (PEOPLE, "人", "人员")]
        named = named or [resource for resource in resources if is_people(resource.name)]
        return named[0] if len(named) == 1 else None


def _sign(text: str, quantity: Quantity) -> int:
    """1 for so many more, -1 for so many fewer, 0 for so many in all."""
    before = text[max(0, quantity.start - 20) : quantity.start]
    if quantity.more in {"fewer", "less"} or _FEWER_AFTER.match(text, quantity.end):
        return -1
    if _FEWER.search(before):
        return -1
    if quantity.more in {"more", "extra", "additional", "another", "other"}:
        return 1
    return 1 if _MORE.search(before) or _MORE_AFTER.match(text, quantity.end) else 0


def _urgency(task: Task, before: str, said: str) -> Iterator[Change]:
    weight = priority(said) if _URGENCY.search(said) else None
    if weight is None and re.search(r"优先|priority (?:of|for)", before):
        weight = priority(re.sub(r"^\W*(?:的优先级)?(?:to|at|is|was|were|be|of|=|改为|是|为|到)?", "", said))
    if weight is None and re.search(r"(?:make|mark|如果|把)\s?$", before):
        weight = priority(said) if minutes(said) is None and _URGENCY.search(said) else None
    if weight is not None:
        yield SetPriority(task=task.name, priority=weight)


def _length(task: Task, said: str, amount: int) -> int:
    if _SHORTER.search(said):
        return task.duration - amount
    return task.duration + amount if _LONGER.search(said) else amount


def apply(problem: Problem, wanted: Iterable[Change]) -> Problem:
    """`problem` with the `wanted` changes; who waited for a dropped task waits for what it awaited.

    Raises:
        PlanError: the changed problem makes no sense, or a change names what it does not have.
    """
    for change in wanted:
        match change:
            case SetCapacity():
                problem = _with_capacity(problem, change)
            case SetDuration():
                problem = problem.replace_task(change.task, duration=change.minutes)
            case SetPriority():
                problem = problem.replace_task(change.task, priority=change.priority)
            case SetDeadline():
                problem = problem.replace_task(change.task, deadline=change.minute)
            case DropTask():
                problem = _without(problem, problem.task(change.task))
    return problem


def _with_capacity(problem: Problem, change: SetCapacity) -> Problem:
    resources = [
        Resource.read({"name": r.name, "capacity": change.capacity})
        if r.name == change.resource
        else r
        for r in problem.resources
    ]
    return Problem.read(problem.model_dump() | {"resources": [r.model_dump() for r in resources]})


def _without(problem: Problem, gone: Task) -> Problem:
    tasks = []
    for task in problem.tasks:
        if task is not gone:
            after = [*(n for n in task.after if n != gone.name)]
            after += [n for n in gone.after if gone.name in task.after and n not in after]
            tasks.append(task.model_dump() | {"after": tuple(after)})
    return Problem.read(problem.model_dump() | {"tasks": tasks})
