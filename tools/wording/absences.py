"""Who or what is away, and for how long: "what if Ann is ill on Tuesday", "扫描仪周二坏了"."""

import re

from tools.plan import PEOPLE, Problem
from tools.plan.changes import Away
from tools.wording.moments import moment
from tools.wording.names import mentions
from tools.wording.numbers import fold

_GONE = re.compile(
    r"不在|不能来|来不了|没来|缺席|缺勤|请[^，,]{0,4}假|休[^，,]{0,4}假|放假|病|外出|出差|开会|培训|去外地|离开|离职|走了|"
    r"坏|故障|停机|停用|检修|维修|保养|用不了|不能用|不可用|"
    r"(?<![a-z])(?:away|absent|ill|(?:is|was|were|are|be|being|calls?|called|goes|went|takes?|'s) (?:off|out|down)|off (?:sick|work|duty|today|tomorrow|on)|sick|on (?:leave|holiday|vacation|training)|at a (?:conference|meeting|course)|"
    r"(?:can't|cannot|couldn't|can not|won't|doesn't|didn't|don't) (?:come|make it|work|be (?:here|there|in))|not (?:here|there|in|available|working)|"
    r"isn't (?:here|there|in|available|working)|unavailable|busy elsewhere|missing|gone|leaves?|quits?|"
    r"br(?:eaks?|oke(?:n)?)(?: down)?|out of (?:order|service|action)|fails?|serviced|in repair|maintenance)(?![a-z])"
)


def away(clause: str, problem: Problem) -> Away | None:
    """What a clause says of one resource that is known by name: that it is away, from when to when;
    for good if it names no time. None for pools, of which a number would be away."""
    text = fold(clause)
    if not _GONE.search(text):
        return None
    single = [r.name for r in problem.resources if r.capacity == 1 and r.name != PEOPLE]
    named = mentions(text, single)
    if len({each.name for each in named}) != 1:
        return None
    name = named[0].name
    rest = text[: named[0].start] + text[named[0].end :]
    when = moment(rest, problem)
    if when is None:
        return Away(resource=name, start=0)
    end = None if when.first == when.last else when.last + 1
    return Away(resource=name, start=max(0, when.first), end=end)
