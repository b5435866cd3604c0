"""A message that wants the known tasks changed -> the changes.

What only an edit says is read here, the rest like a what-if question by `changes.py`, `wishes.py`.
A task that is not there, or a name that fits two, is asked back and never guessed."""

import re
from collections.abc import Iterator, Sequence

from knowledge.numbers import fold, spans
from tools.plan import Problem
from tools.plan.changes import Away, Change
from tools.plan.checks import listing
from tools.plan.rewrites import Rename, SetDemand, SetWait, SwapTasks
from tools.record import PlanError
from tools.wording.absences import absent
from tools.wording.additional import several_added
from tools.wording.also import as_addition
from tools.wording.asking import UNREAD, ask, refuse_unclear
from tools.wording.beside import beside
from tools.wording.changes import changes, whose
from tools.wording.denials import forbidden
from tools.wording.doers import assigned, keep_tasks
from tools.wording.freed import freed
from tools.wording.gaps import filled
from tools.wording.insertions import inserted
from tools.wording.joint import halves
from tools.wording.lags import lagged
from tools.wording.limits import limits
from tools.wording.names import mentions
from tools.wording.needs import demands, of_all
from tools.wording.order import dependencies
from tools.wording.ordinals import spelled_out
from tools.wording.pace import paced
from tools.wording.pieces import QUOTES, STOP, clauses, named_in, one_task
from tools.wording.places import at_ends, placed
from tools.wording.respectively import respective
from tools.wording.scope import contrasted, scope, without_things
from tools.wording.starts import starts
from tools.wording.typed import written_out
from tools.wording.unheld import unheld
from tools.wording.wishes import wishes

_RENAME = re.compile(
    r"(?<![a-z])(?:rename|change the name of|relabel)\s+(?P<old>[^,;.!?\n]+?)\s+(?:to|as|into)\s+(?P<new>[^,;!?\n]+)"
    r"|(?P<old2>[^,;.!?\n]+?)\s+(?:should be|is now|is) (?:called|named|renamed)(?: to)?\s+(?P<new2>[^,;!?\n]+)"
    r"|(?<![a-z])(?:could|can|should|shall|may|let) (?P<old3>[^,;.!?\n]+?) be (?:called|named|renamed)(?: to)? (?P<new3>[^,;!?\n]+)"
    r"|(?:把|将)?(?P<zh_old3>[^，。；,;!?\n]+?)(?:改|换|起|取)个?(?:新)?名字?[，,]?(?:改)?[叫为成](?:做|作)?(?P<zh_new3>[^，。；,;!?\n]+)"
    r"|(?:把|将)?(?P<zh_old>[^，。；,;!?\n]+?)(?:任务|工序)?(?:的?(?:名字|名称))?"
    r"(?:改名|重命名|更名|改称|改叫|换名)(?:为|成|叫|作|做)?(?P<zh_new>[^，。；,;!?\n]+)"
    r"|(?:把|将)?(?P<zh_old2>[^，。；,;!?\n]+?)的(?:名字|名称)(?:改|换)[为成]?(?P<zh_new2>[^，。；,;!?\n]+)"
)
_OLD = ("old", "old2", "old3", "zh_old", "zh_old2", "zh_old3")
_CALL = re.compile(r"(?<![a-z])call\s+(?:the )?$")
_SWAP = re.compile(
    r"(?<![a-z])(?:swap|switch|exchange|interchange)(?:ped|s|ping)?(?! to)(?![a-z])|对调|交换|互换|调换|换一?下(?:顺序|位置)?|换个?位置|调个?个儿"
)
_MORE = re.compile(r"(?<![a-z])(?:more|another|extra|additional|fewer|less|add|hire)(?![a-z])")
_AND = re.compile(r"(?<![a-z])(?:and|with|for)(?![a-z])|[和与跟及同、]|,")
_SAY = " please 请 吧 了 一下"


def edits(
    message: str, problem: Problem, order: Sequence[str] = (), *, freely: bool = True
) -> tuple[Change, ...]:
    """What `message` wants changed; of two words on the same thing the last one counts.

    Args:
        order: names of all tasks as the user sees them, so that “the first two” are known.
        freely: also by `wishes.py`, which takes for granted that something is to be different.

    Raises:
        PlanError: it names a task that is not there, or that could be several.
    """
    order = order or list(problem.by_name)
    text = written_out(message, [*problem.by_name, *problem.resource])
    text = as_addition(spelled_out(at_ends(text), order), problem)
    if told := filled(text, problem):
        return tuple(told)
    found = _apart(text, problem, order) or _together(text, problem, order, freely)
    refuse_unclear(text, found, problem)
    return tuple({_about(each): each for each in found}.values())


def wants_edits(message: str, problem: Problem) -> bool:
    """Whether it says what is to change, so that nothing need be asked back."""
    try:
        return bool(edits(message, problem))
    except PlanError:
        return False


def _apart(text: str, problem: Problem, order: Sequence[str]) -> list[Change]:
    """What two orders in one sentence want; nothing if one of them is none by itself.

    Raises:
        PlanError: one of them is understood and cannot be done.
    """
    for parts in halves(text, problem):
        first, last = (_read_alone(part, problem, order) for part in parts)
        if first and last:
            return [*first, *last]
    return []


def _together(text: str, problem: Problem, order: Sequence[str], freely: bool) -> list[Change]:
    """What all of the message wants.

    Raises:
        PlanError: nothing, or it cannot be done.
    """
    text, denied = contrasted(text, problem)
    found, text = _of_many(text, problem)
    for read in READERS:
        some, text = read(text, problem)
        found += some
    found = [_in_order(each, problem, order) for each in found]
    found += demands(text, problem)
    found += [*_waits(text, problem, found), *_usual(text, problem, freely, found)]
    if not found:
        ask(text, problem)
    keep_tasks(text, [whose(each) for each in found if each.kind == "drop"], problem)
    return [*found, *_instead(found, denied, problem)]


def _about(change: Change) -> tuple[str, ...]:
    """What a change is about. Somebody may be away several times."""
    if isinstance(change, Away):
        return (change.kind, change.resource, str(change.start))
    more = (getattr(change, field, "") for field in ("resource", "other", "field", "who"))
    return (change.kind, whose(change), *(str(each) for each in more))


def _of_many(message: str, problem: Problem) -> tuple[list[Change], str]:
    """What is said about all tasks, or all but some, read for each of them, and the rest.

    Raises:
        PlanError: it cannot be done with them, or there would be nothing left to do.
    """
    said = scope(message, problem)
    if said is None or paced(said.words, list(problem.by_name)) is not None:
        return [], message
    found: list[Change] = []
    for name in said.names:  # one that is so already changes nothing
        alone = {"after": (), "links": (), "apart": (), "same_people": ()}
        task = problem.by_name[name].model_copy(update=alone)
        one = Problem.model_validate(problem.model_dump() | {"tasks": [task.model_dump()]})
        found += _read_alone(said.words.replace("◆", name), one)
    if not found or sum(each.kind == "drop" for each in found) == len(problem.tasks):
        raise PlanError("which-edit", task=next(iter(problem.by_name)))
    return found, message[: said.start] + message[said.end :]


def _read_alone(words: str, problem: Problem, order: Sequence[str] = ()) -> list[Change]:
    """What words want that may want nothing.

    Raises:
        PlanError: it is understood and cannot be done.
    """
    try:
        return list(edits(words, problem, order, freely=False))
    except PlanError as error:
        if error.key not in UNREAD:
            raise
        return []


def _instead(found: Sequence[Change], denied: Sequence[str], problem: Problem) -> list[Change]:
    """“Packing waits for painting, not welding”: it waits for the welding no longer."""
    return [
        SetWait(task=each.task, other=other, waits=False)
        for each in found
        if isinstance(each, SetWait) and each.waits
        for other in denied
        if any(link.task == other for link in problem.by_name[each.task].predecessors)
    ]


def _renames(message: str, problem: Problem) -> tuple[list[Change], str]:
    text = fold(message)
    for each in mentions(text, list(problem.by_name)):
        if each.exact and _CALL.search(text[: each.start]):
            name, end = _rest(message, each.end)
            return _renaming(each.name, name), message[: each.start] + message[end:]
    match = _RENAME.search(text)
    if match is None:
        return [], message
    old = next(each for each in _OLD if match[each])
    new = old.replace("old", "new")
    task = one_task(match[old], problem)
    name = message[match.start(new) : match.end(new)]
    return _renaming(task, name), message[: match.start()] + message[match.end() :]


def _rest(message: str, start: int) -> tuple[str, int]:
    stop = STOP.search(message, start)
    end = stop.start() if stop else len(message)
    return message[start:end], end


def _renaming(task: str, name: str) -> list[Change]:
    name = re.sub(r"^(?:to|into|as)\s|,? (?:please|pls|thanks)$", "", name.strip(QUOTES))
    name = name.strip(QUOTES + ".")
    return [Rename(task=task, name=name)]


def _swaps(message: str, problem: Problem) -> tuple[list[Change], str]:
    for start, end, named in clauses(message, problem):
        clause = message[start:end]
        if not _SWAP.search(fold(clause)):
            continue
        if len(named) < 2:
            rest = _SWAP.sub(",", fold(clause))
            parts = [part for part in _AND.split(rest) if part.strip(QUOTES + _SAY)]
            named = tuple(dict.fromkeys(one_task(part, problem) for part in parts))
        if len(named) != 2:
            raise PlanError("which-swap", known=listing(problem.by_name))
        return [SwapTasks(task=named[0], other=named[1])], message[:start] + message[end:]
    return [], message


def _in_order(change: Change, problem: Problem, order: Sequence[str]) -> Change:
    """Tasks that no wait puts in order change places by a wait: the one that comes first in the
    plan then waits for the other."""
    if not isinstance(change, SwapTasks):
        return change
    one, other = change.task, change.other
    if _follows(problem, one, other) or _follows(problem, other, one):
        return change
    first, then = sorted((one, other), key=list(order).index)
    return SetWait(task=first, other=then)


def _follows(problem: Problem, task: str, other: str) -> bool:
    """Whether `task` waits for `other`, at once or by way of others."""
    seen, open_ = {task}, [task]
    while open_:
        for link in problem.by_name[open_.pop()].predecessors:
            if link.task not in seen:
                seen.add(link.task)
                open_.append(link.task)
    return other in seen


def _waits(message: str, problem: Problem, found: Sequence[Change]) -> Iterator[Change]:
    """“Paint after the welding”, where that is new."""
    message = without_things(message, problem)
    if len(named_in(message, problem)) < 2 or any(each.kind == "swap" for each in found):
        return
    for task, others in dependencies(message, list(problem.by_name)).after.items():
        for other in others:
            if other not in problem.by_name[task].after:
                yield SetWait(task=task, other=other)


def _usual(
    message: str, problem: Problem, freely: bool, found: Sequence[Change]
) -> Iterator[Change]:
    """What a what-if question could ask for as well."""
    message = of_all(message, problem)
    more = wishes(message, problem) if freely else ()
    passing = {whose(each) for each in more if each.kind == "away" and each.amount}
    gone = [each.resource for each in more if each.kind == "away"]
    sure = [
        each
        for each in changes(message, problem)
        if (each.kind != "capacity" or (_counts(message) and each.resource not in passing))
        and (each.kind != "away" or gone.count(each.resource) <= 1)  # it reads several as one
    ]
    known = {whose(each) for each in sure}
    known |= {each.resource for each in found if isinstance(each, SetDemand)}
    yield from sure
    for each in more:
        if whose(each) not in known and (each.kind != "away" or absent(message) or each.amount):
            yield each


def _counts(message: str) -> bool:
    """Whether a number of people is said: “you are an assistant” counts nobody."""
    text = fold(message)
    numbers = (text[each.start : each.end].strip() for each in spans(text))
    return bool(_MORE.search(text)) or any(each not in ("a", "an") for each in numbers)


READERS = (
    _renames,
    forbidden,
    unheld,
    respective,
    assigned,
    starts,
    placed,
    beside,
    several_added,
    inserted,
    lagged,
    _swaps,
    freed,
    limits,
)
"""What reads changes that only an edit says, in this order: each leaves the rest to the next."""
