"""Questions about a plan that their own words give away. What is not recognised here is left to the
language model and to the names of tasks, so only what can hardly mean anything else is."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from tools.plan import PEOPLE, Problem
from tools.wording.changes import changes
from tools.wording.durations import durations
from tools.wording.moments import Moment, moment
from tools.wording.names import Mention, mentions
from tools.wording.numbers import fold

Subject = Literal["not_then", "first_by", "in_time", "helps", "who", "together", "changed"]


class Asked(NamedTuple):
    """What a message asks about."""

    subject: Subject
    tasks: tuple[str, ...] = ()
    moment: Moment | None = None
    before: bool = False
    """Of `in_time`: before the moment, not by its end."""
    person: str | None = None
    """Of `who`."""


SUPPOSED = re.compile(
    r"如果|要是|假如|假设|倘若|万一|的话|"
    r"\b(?:what if|what happens if|what would happen|suppose|assum\w+|let's say)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"如果|要是|假如|假设|的话|(?<![a-z])(?:if|suppose|assuming|unless)(?![a-z])")
_NOT = re.compile(
    r"不|没|(?<![a-z])(?:not|prevents?|hinders?|stops?|keeps?|against)(?![a-z])|n'?t(?![a-z])"
)
_HINDERS = re.compile(
    r"有什么问题|有何不可|(?<![a-z])(?:what (?:speaks against|prevents|hinders|stops|keeps)|what's the problem|what is the problem|reason)(?![a-z])"
)
_NOT_A_START = re.compile(
    r"前|早(?![上晨])|晚(?!上)|之后|以后|完成|做完|结束|而不|(?<![a-z])(?:by|before|until|till|earlier|later|sooner|after|"
    r"rather|finish|finished|done|end|ended|complete|completed|ready)(?![a-z])"
)
_NEEDED = re.compile(
    r"(?<![a-z])(?:what|which|how high a?|how urgent|how important).{0,24}(?:priority|urgent|important).{0,60}"
    r"(?<![a-z])(?:need|needs|to (?:come|go|be|start)|take|before|first|ahead)(?![a-z])|"
    r"how (?:urgent|important) (?:must|should|does|would)|how high .{0,24}priority|"
    r"优先级.{0,10}(?:多少|多高|什么|几|到几)|(?:什么|多高的?|几级的?)优先级|多(?:急|紧急|重要)才?|"
    r"(?:设|调|给|改|定|提)(?:成|到|为)?几级"
)
_FIRST = re.compile(r"(?<!优)先|前|第一个?|(?<![a-z])(?:first|before|ahead|earlier)(?![a-z])")
_EFFORT = re.compile(
    r"what (?:would|does|will|do) (?:it|we|i|you) (?:take|need)|what (?:would be|is) (?:needed|necessary)|"
    r"(?:is there )?any way to|(?:is it|would it be) possible|"
    r"需要(?:什么|啥|哪些)|缺(?:什么|啥|谁)|什么条件|能不能|来得及|能否|"
    r"how many (?:more |extra |additional |other )?[a-z ]{2,24}(?:do|would|are|will|to|so)|"
    r"how (?:can|could|do|would|might) (?:we|i|it all|everything|all of it)|"
    r"(?:加|增加|多|添)(?:派|请)?上?(?:多少|几)|(?:多少|几)[个名位台]?.{0,6}才|"
    r"(?:怎么|怎样|如何|要怎么)(?:样|做|办|安排)?才?(?:能|可以)"
)
_ALL_DONE = re.compile(
    r"(?:全部|都|所有|整个|计划|一切).{0,16}(?:完成|做完|结束|搞定|弄完|干完)|"
    r"(?:多少|几)[个名位台]?[人台].{0,20}(?:完成|做完|结束|搞定|弄完|干完)|收工|完工|办结|[弄做干忙搞]完|全部?做完|"
    r"(?<![a-z])(?:everything|all(?: of it)?|it all|the plan)(?: [a-z]+){0,4} (?:done|finished|over|ready|through|completed?) "
    r"(?:by|before|at|within|in|until|till|on|today|tomorrow)(?![a-z])|"
    r"(?<![a-z])(?:finish|be (?:done|finished|over)|end|be ready|be through|get done)(?: with)?"
    r"(?: (?:everything|all(?: of it)?|it all|the plan))?,? (?:by|before|at|within|in|until|today|tomorrow|on)(?![a-z])"
)
_NOT_FIRST = re.compile(
    r"(?:不|没|怎么不)[^，,]{0,6}(?:先|第一|最前|最早)|(?<![a-z])(?:not|isn't|can't|couldn't|n't) (?:[a-z_]+ ){0,4}first(?![a-z])"
)
_NOT_BY = re.compile(
    r"(?:不|没有?|别)(?:是|让|叫|派|请|由|找|交给|分给|给|安排|用|换成?)?$|"
    r"(?<![a-z])(?:not|n't|can't|couldn't|isn't|instead of|rather than|expected|why can't|over) (?:to have |have )?$"
)
_NOT_AFTER = re.compile(
    r"(?:不|没|怎么不|为什么不|能不能|可以|也行|闲着)|"
    r" (?:was |is |been )?(?:passed over|left out|idle|free|available)| (?:doesn't|isn't|can't|couldn't|not|do it|instead)|"
    r"[^.?!]{0,20}(?:why doesn't|why isn't|why not)"
)
_WHY = re.compile(r"为什么|为何|为啥|干嘛|凭什么|怎么(?!样)|(?<![a-z])(?:why|how come)(?![a-z])")
_ANYBODY = re.compile(
    r"(?:这个|这位|那个|那位)人|谁(?:还|也)?(?:能|可以|会)|(?:还|别)有?(?:谁|人)|换(?:个|别)人|别人|"
    r"(?<![a-z])(?:(?:this|that) person|who else|(?:some|any)(?:one|body) else|(?:these|those) people|this particular [a-z]+|picked|chosen)(?![a-z])"
)
_DOES = re.compile(
    r"做|干|负责|来|去|派|让|由|叫|安排|分给|交给|是|"
    r"(?<![a-z])(?:do|does|doing|done|did|on|for|assigned|given|gets?|got|handl\w+|not|isn't|can't|couldn't)(?![a-z])"
)
_AT_ONCE = re.compile(
    r"同时|并行|一起|一块儿?|同步|齐头并进|"
    r"(?<![a-z])(?:in parallel|parallel|at the same time|simultaneous(?:ly)?|at once|together|side by side|concurrent(?:ly)?|overlap(?:ping)?)(?![a-z])"
)
_QUESTION = re.compile(r"[?？]|吗|能不能|可不可以|谁")
_WHEN = re.compile(
    r"[早晚]|最后|最先|先|(?<![a-z])(?:late|early|last|first|before|after|soon(?:er)?)(?![a-z])"
)
"""The question is when it is done, whoever does it."""
_CANNOT = re.compile(
    r"不能|不可以|能不能|可不可以|可以.{0,30}吗|能.{0,30}吗|没有?|不|为什么|为何|"
    r"(?<![a-z])(?:can|could|can't|cannot|couldn't|not|aren't|don't|isn't|instead of|problem|stops?|prevents?|hinders?)(?![a-z])"
)
_AFTER = re.compile(r"后面|之后|以后|后才|\b(?:after|later than|behind|follow(?:s|ing)?)\b")
"""The question names the later task first."""
_BEFORE = re.compile(r"前|(?<![a-z])(?:before|b4)(?![a-z])")
_ENDS = re.compile(r"(?:结束|下班|收工|年底|月底|完)[之以]?前|before the end")
"""By its end, not before it begins."""
_HELPS = re.compile(
    r"瓶颈|最(?:有帮助|见效|管用)|(?:什么|哪里|谁)(?:在)?拖(?:慢|了?后腿)|怎么才能更快|"
    r"(?<![a-z])bottlenecks?(?![a-z])|helps? (?:us |me )?(?:the )?most|"
    r"(?:slow(?:s|ing)?|hold(?:s|ing)?) (?:us|everything|the plan|it all) (?:down|up|back)|"
    r"speed (?:us|everything|the plan|it all) up"
)


_CHANGED = re.compile(
    r"(?:计划|安排|方案|这次|刚才).{0,8}(?:变了|改了|变化|变动|不同|不一样|差别|区别)|(?:有|发生)了?(?:什么|哪些)(?:变化|变动|改变|不同)|(?:变|改)了(?:什么|哪些)|"
    r"(?<![a-z])what(?:'s| is| has| was)? (?:changed|different|the difference|new in)|what did (?:you|that|it|this) change|"
    r"(?:compared?|difference).{0,30}(?:before|previous|last|old) ?(?:plan|one|version)?"
)


_ONE_CHANGE = re.compile(
    r"只能?改(?:变)?一(?:个|处|样|项)|最(?:能)?(?:缩短|省时|有用)|帮助最大|(?:什么|啥|谁|哪\w*)最?(?:拖后腿|拖慢)|最拖后腿|"
    r"(?<![a-z])(?:change (?:just|only) one thing|(?:just|only) change one thing|gain(?:s)? (?:us |me )?(?:the )?most|save (?:us |me )?the most)(?![a-z])"
)
"""The same question, put as an if."""


def asked(message: str, problem: Problem) -> Asked | None:
    """The subject of a question that needs no language model to be recognised."""
    text, named = without_names(message, problem)
    if not named and _ONE_CHANGE.search(text):
        return Asked("helps")
    if _IF.search(text):
        return None
    when = moment(text, problem)
    if when is None and (about := _of_people(text, named, problem)):
        return about
    if len(named) == 2 and _AT_ONCE.search(text) and _is_question(text) and _CANNOT.search(text):
        return Asked("together", named)
    if named and when is None and _NEEDED.search(text) and _FIRST.search(text):
        return Asked("first_by", named) if _enough_names(text, named) else None
    if changes(message, problem):
        return None
    if len(named) == 1 and (found := _not_then(text, problem)):
        return Asked("not_then", named, found)
    if not named and when is not None and _EFFORT.search(text) and _ALL_DONE.search(text):
        return Asked("in_time", (), when, is_before(text))
    if not named and _CHANGED.search(text):
        return Asked("changed")
    return Asked("helps") if not named and _HELPS.search(text) else None


def _is_question(text: str) -> bool:
    """Not a statement of what there is to do."""
    if _WHY.search(text):
        return True
    return bool(_QUESTION.search(text)) and not durations(text)


def _of_people(text: str, named: tuple[str, ...], problem: Problem) -> Asked | None:
    """Why somebody does a task, or somebody else does not."""
    if len(named) != 1 or not _is_question(text) or _WHEN.search(text):
        return None
    people = [each.name for each in problem.resources if each.kind == "people"]
    known = [each for each in mentions(text, [n for n in people if n != PEOPLE]) if each.exact]
    if known and (_WHY.search(text) or _ANYBODY.search(text)) and _DOES.search(text):
        return Asked("who", named, person=known[0].name)
    if not known and _ANYBODY.search(text) and (_WHY.search(text) or _DOES.search(text)):
        return Asked("who", named)
    return None


def _enough_names(text: str, named: tuple[str, ...]) -> bool:
    """One task to be the first of all, or two; “before the varnish”, of which the plan knows
    nothing, is no question about another task."""
    if len(named) == 1:
        other = re.search(r"before|ahead of|前面|之前", text)
        return other is None or bool(re.search(r"everything|all|所有|全部|其他|别的|最前", text))
    return len(named) == 2


_OTHERS = re.compile(
    r"(?:在|比|排在|早于|先于)(?P<zh>[^，。？?!！,在比前先早后]{2,12})(?:的?前面?|之前|以前|先|早)|"
    r"(?<![a-z])(?:before|ahead of|prior to)(?: the| we| i)? (?P<en>[a-z][a-z' ]{2,30}?)(?=[?.,!;]|$| (?:is|are|and|in|on|at|when|if)(?![a-z]))"
)
_NOBODY = re.compile(
    r"_|别的|其他|其它|所有|大家|这|那|它|今天|明天|[周星期点]|(?<![a-z])(?:everything|anything|all|others?|rest|that|this|it|them|those|"
    r"noon|lunch|midday|tomorrow|today|night|[a-z]+day|now|then|starting|begin\w*|finish\w*|doing|end)(?![a-z])"
)


def stranger(text: str) -> str:
    """What a question compares a task with, if that is no task of the plan; empty if there is no
    such thing.

    Args:
        text: the question with the names of tasks blanked out.
    """
    found = _OTHERS.search(text)
    other = (found["zh"] or found["en"] or "").strip() if found else ""
    return "" if not other or _NOBODY.search(other) else other


_SUBJECT = re.compile(
    r"(?:为什么|为何|干嘛|凭什么)(?P<zh>[^，。？?!！,_]{2,8}?)(?:这么|那么|要?排|要?放|安排|在[周星今明早上下]|才|最[后先早晚])|"
    r"^(?P<zh2>[^，。？?!！,_]{2,8}?)(?:为什么|为何|怎么|干嘛)(?:这么|那么|要?排|要?放|安排|在[周星今明早上下]|才|最[后先早晚])|"
    r"(?<![a-z])why (?:is|does|do|are|was|did|must|has|isn't|can't) (?:the )?(?P<en>[a-z][a-z' ]{2,30}?)"
    r" (?:so |that |this )?(?:late|early|long|last|first|on|at|after|before|start|come|begin|scheduled|planned|wait)(?:s|ed|ing)?(?![a-z])"
)
_WHOLE = re.compile(
    r"计划|安排|顺序|方案|整个|全部|所有|大家|时间|任务|工作|这|那|它|我们|你|现在|要|会|不|"
    r"(?<![a-z])(?:plan|schedule|order|everything|all|whole|it|this|that|they|we|you|work|things?|tasks?|end|finish)(?![a-z])"
)


def is_not_first(text: str) -> bool:
    """“Why is it not first?” asks for another order, not for what it waited for."""
    return bool(_NOT_FIRST.search(text))


def roles(text: str, people: Sequence[Mention]) -> tuple[str | None, str | None]:
    """Who does it, and who is asked about instead: the first of each, as far as the words say."""
    instead = [each.name for each in people if _is_not(text, each)]
    does = [each.name for each in people if each.name not in instead]
    return next(iter(does), None), next(iter(instead), None)


def _is_not(text: str, person: Mention) -> bool:
    before, after = text[max(0, person.start - 16) : person.start], text[person.end :][:24]
    return bool(_NOT_BY.search(before) or _NOT_AFTER.match(after))


def first_to_come(named: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Two tasks, the one first that is to come first."""
    return named[::-1] if len(named) == 2 and _AFTER.search(text) else named


def is_before(text: str) -> bool:
    """“Before Thursday”, which ends with Wednesday."""
    return bool(_BEFORE.search(_ENDS.sub("", text)))


def subject(message: str) -> str:
    """What a question is about that names no task of the plan, if it is something of its own; empty
    if it is about the plan as a whole."""
    found = _SUBJECT.search(fold(message))
    said = next((each for each in found.groups() if each), "").strip() if found else ""
    return "" if not said or _WHOLE.search(said) else said


def without_names(message: str, problem: Problem) -> tuple[str, tuple[str, ...]]:
    """The message with the names of tasks blanked out, for a name may hold any word; the names."""
    text = fold(message)
    found = mentions(text, [task.name for task in problem.tasks])
    return blank(text, found, "_"), tuple(dict.fromkeys(each.name for each in found))


def blank(text: str, found: Iterable[Mention], sign: str) -> str:
    """The text with these places filled with `sign`."""
    for each in found:
        text = text[: each.start] + sign * (each.end - each.start) + text[each.end :]
    return text


def _not_then(text: str, problem: Problem) -> Moment | None:
    """The start that a "why not" asks about, if it asks about one."""
    asks = _HINDERS.search(text) or (_NOT.search(text) and _is_question(text))
    return None if not asks or _NOT_A_START.search(text) else moment(text, problem)
