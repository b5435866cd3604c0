"""Who or what is away, and for how long: "what if Ann is ill on Tuesday", "扫描仪周二坏了"."""

import re

from knowledge.numbers import fold
from tools.plan import PEOPLE, Problem
from tools.plan.changes import Away
from tools.plan.dates import moment_of
from tools.wording.durations import durations
from tools.wording.headcount import Headcount
from tools.wording.moments import (
    Moment,
    at_time,
    clock_range,
    clock_time,
    end_of_day,
    is_evening,
    moment,
)
from tools.wording.names import mentions

_GONE = re.compile(
    r"不在|不能来|来不了|没来|缺席|缺勤|请[^，,]{0,4}假|休[^，,]{0,4}假|放假|生?病(?!人|房|历|例|情|区)|外出|出差|"
    r"去?开会|去外地|离开|离职|走了|坏|故障|停机|停用|用不了|不能用|不可用|(?:要|在|正|去|送)(?:培训|检修|维修|保养)|"
    r"(?<![a-z])(?:(?:happens?|cope|manage) without|away|absent|ill|(?:is|was|were|are|be|being|calls?|called|goes|went|takes?|'s) (?:off|out|down|missing)|"
    r"off (?:sick|work|duty|today|tomorrow|on)|sick|on (?:leave|holiday|vacation|training)|at a (?:conference|meeting|course)|"
    r"(?:can't|cannot|couldn't|can not|won't|doesn't|didn't|don't) (?:come|make it|work|be (?:here|there|in))|"
    r"(?:is|was|were|are) not (?:here|there|in|available|working)|isn't (?:here|there|in|available|working)|unavailable|"
    r"busy elsewhere|gone|leaves?|quits?|br(?:eaks?|oke(?:n)?)(?: down)?|out of (?:order|service|action)|fails?|"
    r"(?:is|was|being|gets?) serviced|in (?:repair|maintenance))(?![a-z])"
)
_NOT = re.compile(r"(?:不|没有?|别|(?<![a-z])not|n't|(?<![a-z])never)\s?$")
_TO = re.compile(r"到|至|(?<![a-z])(?:to|until|till|through|and)(?![a-z])|-|–")
_BACK = re.compile(
    r"要到|直到|前(?:都|也|还)?[^，,]{0,2}(?:[修来用回到好恢复]{1,2}不[好了到来]|没法用|无法用|不能用)|(?<!不)(?<!不再)回来|返岗|修好|恢复|归还|(?:一直)?到[^，,]{1,8}(?:才|为止)|"
    r"(?:以后|之后|后)(?:才|再)?(?:能|会|可以)?(?:到岗|到位|到得|来|上班|上岗|有空|用|转|进组|修|回来)|"
    r"(?<!刚)才(?![^，,]{0,3}(?:休|假|走|离|病|停|坏|外出|出差|开会|撤|撂|送|[一二两三四五六七八九十半\d]))|"
    r"(?<![a-z])only (?:comes?|arrives?|gets? (?:in|here)|starts?|(?:is |are )?(?:in|there|here|available)) (?:in )?(?:after|at|from)|(?<![a-z])only (?:[a-z']+ ){1,3}again|^(?:(?!from|between|从).)*(?<![a-z])(?:until|till|up to|not back|back (?:on|by|at|tomorrow|[a-z]+day))(?![a-z])|"
    r"(?:(?<![a-z])not|n't) (?:be )?(?:in|here|there|available|back|fixed|repaired|ready|running|working|come|make it|arrive|start) (?:in )?before(?![a-z])"
)
_UP_TO = re.compile(
    r"(?<![从自])[㐀-鿿]到(?=(?:大?后|[今明])[天日儿早晚]|(?:下?周|星期|礼拜)[一二三四五六日天]|[上下]午|中午|晚上|\d{1,2}[:点]|[一二两三四五六七八九十]{1,2}点)"
)
"""“修到后天”: until then, unless a time is named before."""
_THIS_WEEK = re.compile(
    r"(?:这个?|本)(?:周|星期|礼拜)(?![一二三四五六日天末])[剩余]?|(?<![a-z])(?:(?:rest|remainder) of the|all|the whole|this) week(?!end|day|[a-z])"
)
_FOR_GOOD = re.compile(
    r"(?<!当天)(?<!今天)不(?:会?再)?回来|(?<![a-z])(?:for good|never (?:comes? )?back)(?![a-z])"
)
_NOT_TODAY = re.compile(
    r"(?:当天|今天)(?:就|也)?不(?:会?再)?回来|(?:(?<![a-z])not|n't) (?:be |come |coming )?back (?:today|that day|the same day)"
)
_LEAVES = re.compile(r"走了?就?不(?:会?再)?回来")
"""“今天三点以后走了就不回来了”: that day."""
_NEVER = re.compile(
    r"再[也都]?不|辞|离职|调[走离去]|跳槽|(?<![a-z])(?:for good|never|quits?)(?![a-z])"
)
_PART = re.compile(r"[，,。；;！!？?]|(?<![a-z])and(?![a-z])")
RETURNS = re.compile(
    r"(?<!不)(?<!不再)回来|返岗|修好|恢复|归还|上班|到岗|才|还(?=$|给|回)|"
    r"(?<![a-z])(?:back|returns?|returning|fixed|repaired|again|running)(?![a-z])"
)
_ALL_DAY = re.compile(r"[一全整]整?天|(?<![a-z])(?:all|whole|entire|full) day(?![a-z])")
_LAST_DAY = re.compile(r"last day|干完|做完|最后一天")
_FROM = re.compile(
    r"(?:自|从)[^，,]{1,8}(?:起|开始|调|就)|(?<![a-z])from (?:(?!to|till|until|and)[\w']+ ){0,3}(?:noon|morning|afternoon|on|onwards?|[a-z]*day)(?![a-z])(?! (?:to|till|until))"
)
_ONWARDS = re.compile(
    r"(?<!一)起|以后|往后|之后|开始(?=[休请])|(?<![a-z])(?:onwards?|(?<!-)on(?=[,.;?!]|$)|as of|starting|last day)(?![a-z])"
)
_DAY = re.compile(
    r"(?:周|星期|礼拜|拜)[一二三四五六日天]|明[天儿日]|后天|(?<![a-z])(?:tomorrow|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur?|sun)(?:day)?)(?![a-z])"
)
_UNREAD = re.compile(
    r"[周星期月]|[上下]午|早上|晚上|(?<![a-z])(?:weeks?|months?|morning|afternoon|evening|days?|hours?|minutes?|later)(?![a-z])|小时|分钟|\d"
)
"""Words of time: where one stands and no time was read, it is not for good."""

_ABSENT = re.compile(
    r"(?<![a-z])(?:without|away|absent|ill|sick|off|out|leaves?|leaving|holiday|vacation|gone|no(?= )|quits?|busy|br[eo](?:ak|ke)\w*|died?|dead|down|short|missing|unavailable|training|late"
    r"|(?:not|cannot) (?:here|there|in|available|coming|working|able|come|work|make))(?![a-z])|n't (?:here|there|in|available|coming|working|able|come|work|make|be)"
    r"|不(?:来|在|上班|能来|干|到)|没来|休|假|病|缺|走|离|坏|停|外出|出差|开会|故障|少|借调|调[走离]|撂挑子|拿掉"
)
"""Words with which somebody may be away."""


def absent(message: str) -> bool:
    """Whether a message may say that somebody is away: “Bob: painting” does not."""
    return bool(_ABSENT.search(fold(message)))


def away(clause: str, problem: Problem) -> Away | None:
    """What a clause says of one resource that the plan names: that it, or so many of it, are away,
    from when to when; all the time if it names no time. None if it names a time that is not
    understood."""
    text = fold(clause)
    gone = _GONE.search(text)
    if gone is None or _NOT.search(text[: gone.start()]):
        return None
    single = [r.name for r in problem.resources if r.capacity == 1 and r.name != PEOPLE]
    named = [each for each in mentions(text, single) if each.exact]
    if len({each.name for each in named}) != 1:
        return _some_away(text, problem)
    rest = text[: named[0].start] + ";" + text[named[0].end :]
    return from_to(rest, problem, Away(resource=named[0].name, start=0))


def _some_away(text: str, problem: Problem) -> Away | None:
    """“Two people are away on Wednesday”: of a pool, and only for a time that is named; for good
    it is a number of people."""
    when = moment(text, problem)
    counts = list(Headcount(problem.resources).read(text))
    if when is None or len(counts) != 1:
        return None
    name, left = counts[0]
    amount = problem.capacity[name] - left
    if amount <= 0:
        return None
    return from_to(text, problem, Away(resource=name, start=0, amount=amount))


def from_to(text: str, problem: Problem, gone: Away) -> Away | None:
    """Away for the time that the text names, all the time if it names none; None if it names one
    that is not understood."""
    if (week := rest_of_week(text, problem)) is not None:
        return gone.model_copy(update={"start": week.first, "end": week.last})
    when = moment(text, problem)
    if when is None:
        return None if _UNREAD.search(text) else gone
    rest_of_day = _NOT_TODAY.search(text) or (when.first == when.last and _LEAVES.search(text))
    if rest_of_day and not _NEVER.search(text):
        day = end_of_day(when.first, problem)
        return gone.model_copy(update={"start": max(0, when.first), "end": day})
    if _FOR_GOOD.search(text):
        return gone.model_copy(update={"start": max(0, when.first), "end": None})
    if (both := _gone_and_back(text, problem)) is not None:
        return gone.model_copy(update={"start": max(0, both.first), "end": both.last})
    if (hours := clock_range(text)) is not None:
        begin, end = (at_time(max(when.first, problem.now), each, problem) for each in hours)
        return gone.model_copy(update={"start": max(0, begin), "end": end})
    if _BACK.search(text) or _only_until(text, problem):
        back = when.first if when.first == when.last or is_back(text) else when.last + 1
        return gone.model_copy(update={"start": 0, "end": back})
    onwards = _FROM.search(text) or (_ONWARDS.search(text) and when.first != when.last)
    if onwards and _last_said(text, problem, when) is None:
        start = when.last + 1 if _LAST_DAY.search(text) else when.first
        return gone.model_copy(update={"start": max(0, start), "end": None})
    if problem.start is None and _lasting(text, problem) is None and when.first == when.last:
        return gone.model_copy(update={"start": max(0, when.first), "end": None})
    until = _end(text, problem, when)
    return (
        None
        if until is None
        else gone.model_copy(update={"start": max(0, when.first), "end": until})
    )


def rest_of_week(text: str, problem: Problem) -> Moment | None:
    """“This week”, “from Wednesday noon for the rest of the week”: to the end of its Sunday."""
    if problem.start is None or not _THIS_WEEK.search(text):
        return None
    when = moment(_THIS_WEEK.sub(" ", text), problem)
    first = when.first if when else problem.now
    days_left = 6 - moment_of(first, problem).weekday()
    return Moment(max(0, first), end_of_day(first, problem) + days_left * 24 * 60)


def _only_until(text: str, problem: Problem) -> bool:
    """“It is being repaired until Thursday”: the first time that is named is its end."""
    said = _UP_TO.search(text)
    return said is not None and moment(text[: said.end()], problem) is None


def _gone_and_back(text: str, problem: Problem) -> Moment | None:
    """“Off from Wednesday noon, it will be fixed on Friday at nine”: when it goes, and the minute
    at which it is there again, where two parts of a text say so."""
    said = [(each, moment(each, problem)) for each in _PART.split(text)]
    timed = [(part, when) for part, when in said if when is not None]
    if len(timed) < 2 or not RETURNS.search(timed[-1][0]) or RETURNS.search(timed[0][0]):
        return None
    begins = timed[0][1]
    last = _same_day(timed[-1][0], problem, begins)
    return Moment(begins.first, last.first) if last and last.first > begins.first else None


def is_back(text: str) -> bool:
    """Is it there again on the day that is named, not after it?"""
    return bool(re.search(r"才|后再?(?:来|上班)|返岗|回来|(?<![a-z])back(?![a-z])", text))


def _end(text: str, problem: Problem, when: Moment) -> int | None:
    """The minute after the time that is named: “from Tuesday to Thursday”, “at ten for two hours”;
    a day to its end, and from a time of day to the end of that day."""
    last_said = _last_said(text, problem, when)
    if last_said is not None:
        return last_said
    last_day = _last_day(text, problem, when)
    if last_day is not None:
        return last_day
    length = None if _ALL_DAY.search(text) else _lasting(text, problem)
    if when.first == when.last:
        return when.first + length if length else end_of_day(when.first, problem)
    return None if length and length < 24 * 60 else when.last + 1


def _lasting(text: str, problem: Problem) -> int | None:
    """For how many minutes: in “after four hours, for two hours”, the second ones."""
    others = ((text[: each.start] + ";" + text[each.end :], each) for each in durations(text))
    return next((each.minutes for rest, each in others if moment(rest, problem)), None)


def _last_said(text: str, problem: Problem, when: Moment) -> int | None:
    """“To Thursday”: the minute after it; an evening counts to the end of its day."""
    for link in _TO.finditer(text):
        last = _same_day(text[link.end() :], problem, when)
        if last is not None and last.last > when.last:
            if is_evening(text[link.end() :]) and last.first != last.last:
                return end_of_day(last.first, problem)
            return last.last + (last.first != last.last)
    return None


def _same_day(text: str, problem: Problem, when: Moment) -> Moment | None:
    """The moment that a text names; a time without a day is on the day of `when`."""
    last, clock = moment(text, problem), clock_time(text)
    if last is None or clock is None or last.first != last.last or last.last > when.last:
        return last
    later = at_time(max(when.first, problem.now), clock, problem)
    return Moment(later, later) if later > when.first else last


def _last_day(text: str, problem: Problem, when: Moment) -> int | None:
    """“On Thursday and Friday”: the end of the last day that is named."""
    days = [moment(each[0], problem) for each in _DAY.finditer(text)]
    later = [each.last + 1 for each in days if each is not None and each.first > when.last]
    return max(later) if later and when.first != when.last else None
