"""What is asked back about a message from which no change is read: which task, or what of it."""

import re
from collections.abc import Sequence

from knowledge.numbers import fold
from tools.plan import Problem
from tools.plan.changes import Change
from tools.plan.checks import listing
from tools.record import PlanError
from tools.wording.changes import whose
from tools.wording.corrections import corrects
from tools.wording.denials import unclear
from tools.wording.names import mentions, rivals, tied
from tools.wording.pieces import QUOTES, named_in

UNREAD = (
    "which-edit",
    "which-edit-of",
    "unknown-task",
    "which-of",
    "which-corrected",
    "which-swap",
)
"""What is asked back where nothing was read."""
_THING = r"(?:(?:(?:the|task)(?![a-z])|任务|工序|把|将)\s?)*[\"'“‘「《]?(?P<name>[^,，。；;.!?！？\n\"'”’」》]{1,40}?)[\"'”’」》]?"
_STRANGER = re.compile(
    rf"(?<![a-z])(?:drop|remove|delete|skip|cancel|leave out|take out|scrap|get rid of|shorten|extend|rename|move|postpone) {_THING}"
    r"(?=\s*(?:$|[,，。；;.!?！？\n]| (?:by|to|from|please|as|until|again)(?![a-z])))"
    rf"|^(?:please )?{_THING.replace('name', 'subject')}(?: (?:now|only|really|will|should|must|can|also|no longer))*"
    r" (?:takes?|needs?|lasts?|waits?|requires?|has|is|be|depends?|starts?)(?![a-z])"
    rf"|(?:去掉|删除|删掉|删了|取消|不做|跳过|省掉){_THING.replace('name', 'zh')}(?=$|[，。；！？吧了])"
    rf"|^(?:把|将)?{_THING.replace('name', 'zh2')}(?:的|改成|改为|改到|需要|要|用时|用|缩短|延长|提前|推迟|删|去掉|取消|不用|不再)"
)
_NOBODY = re.compile(
    r"(?:we|i|you|it|one|(?:that|this)(?: other)?(?: one)?|everything|all|they|there|he|she|people|deadline|plan|.*(?:number|priority|duration|time|deadline|people|staff).*)"
    r"|[我你他她它这那]们?|大家|全部|所有.*|计划|现在|.*(?:人数|人手|时间|期限|优先级|时长)"
)


def ask(message: str, problem: Problem) -> None:
    """Asks back: the task that is not there, or could be several, or what is to be changed.

    Raises:
        PlanError: always.
    """
    if alike := tied(message, list(problem.by_name)):
        raise PlanError("which-of", names=listing(alike))
    named = named_in(message, problem)
    if not named and corrects(message):
        raise PlanError("which-corrected", known=listing(problem.by_name))
    match = None if named else _STRANGER.search(fold(message).strip())
    if match:
        start, end = next(match.span(key) for key in match.groupdict() if match[key])
        name = message.strip()[start:end].strip(QUOTES)
        if not _NOBODY.fullmatch(fold(name)):
            raise PlanError("unknown-task", task=name, known=listing(problem.by_name))
    if named:
        raise unclear(named[0], message)
    raise PlanError("which-edit", task=next(iter(problem.by_name)))


def refuse_unclear(message: str, found: Sequence[Change], problem: Problem) -> None:
    """A word that fits several tasks is no name of one, and a bare correction says not whose people
    it counts.

    Raises:
        PlanError: something is to be done with one of these.
    """
    touched = {whose(each) for each in found} | {getattr(each, "other", "") for each in found}
    for name, fitting in _unclear(message, problem).items():
        if name in touched:
            raise PlanError("which-of", names=listing(fitting))
    if corrects(message) and all(each.kind == "capacity" for each in found):
        raise PlanError("which-corrected", known=listing(problem.by_name))


def _unclear(message: str, problem: Problem) -> dict[str, list[str]]:
    """The tasks of which a word stands in `message` that fits others as well, with all of these;
    what is named in full elsewhere is not meant again."""
    names = list(problem.by_name)
    places = mentions(message, names)
    full = {each.name for each in places if each.whole}
    found = {}
    for each in places:
        fitting = [name for name in rivals(message, each, names) if name not in full]
        if len(fitting) > 1 and each.name not in full:
            found[each.name] = fitting
    return found
