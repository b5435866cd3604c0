"""Between which times tasks may lie, said as an edit: "move the deadline to Friday noon"."""

import re

from knowledge.numbers import fold
from tools.plan import Problem
from tools.plan.changes import Change, SetDeadline
from tools.plan.rewrites import Limit, SetLimit
from tools.record import PlanError
from tools.wording.durations import durations
from tools.wording.moments import Moment, moment
from tools.wording.pieces import clauses
from tools.wording.quantities import PEOPLE, Quantity, quantities
from tools.wording.questions import is_before

RELEASE = re.compile(
    r"最早|才(?:能|可以)?(?:到货?|[送运]到|[送运]来|拿得?到)|那(?:时候?|会儿)才?(?:能|可以)?(?:动手|开始|开工|动工|做)|才(?:能|可以|可|好)(?:开始|开工|动工|动手|启动|做)|不[能得可应]?(?:早于|先于)|(?:之后|以后|后)再?(?:才能?|再|能)?(?:开始|开工|做)|[点日号午天]起"
    r"|(?:之前|以前|前)[^，,。]{0,4}(?:动不了|开不了|做不了|(?:不能|没法|无法)(?:开始|开工|动|做))"
    r"|(?:(?<![a-z])(?:not|no)|n't) (?:(?!be (?:done|finished|ready)|finish|end)[a-z]+ ){0,3}?(?:before|until|any earlier|earlier)(?![a-z])"
    r"|(?<![a-z])(?:only (?:arrives?|comes?|gets? (?:here|in))(?![a-z])|earliest|from .{1,30} on(?:wards)?|starts? (?:only )?(?:after|from))(?![a-z])"
)
CANNOT_BY = re.compile(
    r"前[^，,。？?]{0,4}(?:[做完弄交干送]不[了完成]|没人|没空)|(?:没人|没空)[^，,。？?]{0,8}前|"
    r"(?<![a-z])(?:nobody|no ?one)(?![a-z])[^,.?!]* (?:before|by|until)(?![a-z])|"
    r"(?:n't|cannot|can not) be (?:done|finished|ready|delivered) (?:before|by)(?![a-z])"
)
"""“Nobody is free for it before Wednesday” sets no limit to it."""
_DUE = re.compile(r"(?<![a-z])(?:due|should be (?:done|finished|ready))(?![a-z])|应该?在|应于|到期")
_DEADLINE = re.compile(
    r"(?<![a-z])(?:deadline|by|until|no later than|latest|must|has to|have to)(?![a-z])|截止|期限|最[晚迟]|之?前|以前|必须|完工时间|交期"
)
_WHOLE = re.compile(
    r"(?<![a-z])(?:deadline|everything|all|whole|plan|project|it all|we)(?![a-z])|截止|期限|全部|所有|整个|都|计划|项目|交期|完工"
)
_DEADLINES = re.compile(
    r"(?<![a-z])(?:deadline|due|by|must|has to|have to)(?![a-z])|截止|期限|交期|必须"
)
_NONE = re.compile(
    r"(?<![a-z])(?:no (?:more )?|without (?:a |any )?|(?:remove|drop|delete|forget|cancel|lift) (?:the |its )?)(?P<en>deadline|due date|due time|release)"
    r"|(?:取消|去掉|删除|删掉|不要|没有|没了|不设)[^，,。]{0,8}?(?P<zh>截止|期限|交期)"
    r"|(?P<en2>deadline|due date)[^,.]{0,16} (?:is |are )?(?:gone|off|dropped|removed|cancelled|canceled)(?![a-z])"
)
_CLOCK = re.compile(
    r"[点周日号月午晚早]|星期|礼拜|[今明后]天|\d:\d\d|(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun|noon|tomorrow|today|morning|afternoon|evening|[ap]\.?m|o'clock)"
)
_WAITS_UNTIL = re.compile(
    r"(?<![a-z])can wait (?:(?:until|till)(?! (?:after|the end of) )|(?:for |another |about )*(?=(?:\d|an? (?!bit|little|while)|half|one|two|three|four|five|six|several) ?[a-z]))"
    r"|可以再?等(?:到|(?=[\d一两二三四五六七八九十半几]))"
)
_MOVED = re.compile(
    r"^(?!.*(?:deadline|due|截止|期限|交期|完)).*(?:推迟|延后|提前|晚[^，,]{0,3}(?:小时|分钟|天)|(?<![a-z])(?:(?:hours?|minutes?|days?) (?:later|earlier)|(?:delay|postpone|push back|put off|bring forward)\w*)(?![a-z]))"
)
_STARTS = re.compile(
    r"开始|开工|动工|(?<![a-z])(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began)(?![a-z])"
)
_AT = re.compile(
    r"(?:the )?_ *(?:(?:is|are|goes|takes place|now|will be) )*at "
    r"(?:\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|noon)"
    r"(?: (?:sharp|exactly|instead|please|today|tomorrow))*[ .!]*"
)
"""“Packing at 13:00” is when it starts, and not by when it is done."""
_NO_START = re.compile(
    r"(?<![a-z])(?:started|began|already|by|before|until|till|later|latest|after|finish\w*|done|complete\w*|ready|ends?|due)(?![a-z])"
    r"|已|开始了|过了?|前|后|最[晚迟]|完成|结束"
)
"""With these, the time is not the one at which it starts."""


def limits(message: str, problem: Problem) -> tuple[list[Change], str]:
    """Releases, due times and deadlines in `message`, and the rest of it.

    Raises:
        PlanError: a time on the clock, and the plan has none; or it may be a release or a due time.
    """
    found: list[Change] = []
    text = message
    for start, end, named in reversed(list(clauses(message, problem))):
        some = _in_clause(fold(message[start:end]), named, problem)
        if some:
            found = [*some, *found]
            text = text[:start] + text[end:]
    return found, text


def _in_clause(clause: str, named: tuple[str, ...], problem: Problem) -> list[Change]:
    if gone := _NONE.search(clause):
        field = _field(gone["en"] or gone["en2"] or "deadline")
        having = [t.name for t in problem.tasks if getattr(t, field) not in (None, 0)]
        gone_from = [each for each in named or having if each in having]
        if not gone_from:
            raise PlanError("no-such-limit", task=(*named, "none")[0], field=field)
        return [SetLimit(task=each, field=field) for each in gone_from]
    if named and _WAITS_UNTIL.search(clause):
        raise PlanError("wait-until", task=named[0])
    if named and _MOVED.search(clause) and durations(clause):
        raise PlanError("start-not-set", task=named[0])
    early, due, late = (bool(words.search(clause)) for words in (RELEASE, _DUE, _DEADLINE))
    bare = _without(clause, named)
    if named and not early and (_STARTS.search(bare) or _AT.fullmatch(bare.strip())):
        return _starts(clause, named, problem)
    if CANNOT_BY.search(clause) and not early:
        return []
    if not (early or due or late) or not (named or _WHOLE.search(clause)):
        return []
    if not named and not _DEADLINES.search(clause) and any(map(_is_people, quantities(clause))):
        return []  # “we have only three people until Friday”
    when = moment(clause, problem)
    if when is None:
        if (
            problem.start is None
            and _CLOCK.search(clause)
            and (early or due or "deadline" in clause)
        ):
            raise PlanError("no-clock-yet")
        return []
    if early:
        return [SetLimit(task=each, field="release", minute=when.first) for each in named]
    minute = _end(clause, when)
    tasks = named or _limited(problem)
    if due:
        return [SetLimit(task=each, field="due", minute=minute) for each in tasks]
    return [SetDeadline(task=each, minute=minute) for each in tasks]


def _is_people(quantity: Quantity) -> bool:
    return quantity.noun == PEOPLE


def _starts(clause: str, named: tuple[str, ...], problem: Problem) -> list[Change]:
    """“Painting must start at 10:00”.

    Raises:
        PlanError: it has started, or is to start on some day or by some time, which no edit sets.
    """
    when = moment(clause, problem)
    if when is None:
        if problem.start is None and _CLOCK.search(clause):
            raise PlanError("no-clock-yet")
        return []
    if when.first != when.last or _NO_START.search(_without(clause, named)):
        raise PlanError("start-not-set", task=named[0])
    return [SetLimit(task=each, field="fixed", minute=when.first) for each in named]


def _without(clause: str, named: tuple[str, ...]) -> str:
    for name in named:
        clause = clause.replace(fold(name), "_")
    return clause


def _field(words: str) -> Limit:
    if words.startswith("due"):
        return "due"
    return "release" if words == "release" else "deadline"


def _end(clause: str, when: Moment) -> int:
    """The minute by which it has to have ended: a day counts to its end."""
    whole_day = when.first != when.last and not is_before(clause)
    return max(0, when.last + 1 if whole_day else when.first)


def _limited(problem: Problem) -> list[str]:
    """The tasks that “the deadline” is about: those that have one, else the last ones."""
    having = [task.name for task in problem.tasks if task.deadline is not None]
    waited = {link.task for task in problem.tasks for link in task.predecessors}
    return having or [task.name for task in problem.tasks if task.name not in waited]
