"""How many of something there would be: "two more", "down to three", "再添一个", "就剩一台"."""

import re

from knowledge import lazily
from knowledge.numbers import NUMBER, fold, spans, value
from tools.wording.durations import durations

_ORDINAL = re.compile(
    r"(?<![a-z0-9])(?:(?P<en>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|(?P<nth>\d{1,2})(?:nd|rd|th))(?![a-z])|"
    rf"第(?P<zh>{NUMBER})"
)
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ALL_IN_ALL = re.compile(
    r"剩|保留|只有|仅有|就[有一两二三四五]|[到为至成]|一共|共有|便有|就有|有(?=[一两二三四五六七八九十\d])|"
    r"(?<![a-z])(?:left|only|remain\w*|down to|up to|to|instead of|headcount of|of|had|have|with|were|was|is|are|be)(?![a-z])"
)
_TO = re.compile(r"[到至成为]\s?$|(?<![a-z])(?:to|left with|only)\s$")
MORE = re.compile(
    r"再|多|加|增|添|补|招|(?<=[又还])来了|"
    rf"来了(?=[一二两俩仨三四五六七八九十\d])(?!{NUMBER}个?人(?:$|[呢吗会怎，,。；;？?！!]|的话)(?![^。？?！!]*[帮援]))|"
    r"调派|肯借|借给|借来|借我|派给我|新来|雇|[借叫喊调找派](?=[^，,。]{1,6}[过回]?来)|(?<![a-z])(?:more|extra|another|additional\w*|add\w*|plus|hir\w+|gain\w*|borrow\w*|new|(?:send|lend|give|spare)s? us|(?:sent|lent|gave) us)(?![a-z])"
)
_LESS = re.compile(
    r"died?(?![a-z])|少|减|走|缺|撤|关停|裁|病|不在|请假|拿假|没来|抽走|借走|缺勤|外出|(?<![a-z])(?:less|fewer|los\w+|lost|quit\w*|without|minus|short|off|away|sick|ill|gone|leav\w+|lent(?! us)|lend(?! us)|down|out|absent|missing|attend\w*|call\w*|miss\w*|home|absent\w*)(?![a-z])"
)
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d|\d{1,2}\s?[ap]\.?m|(?:[零一二两三四五六七八九十]{1,3}|\d{1,2})(?:点|号|日|月|级)|[周期拜][一二三四五六]|"
    r"(?<![\d.])\d{1,2}(?::\d\d)? ?(?:to|till|until|-|–) ?\d{1,2}(?![\d.])|"
    r"(?:at|from|until|till|by|(?<!up )(?<!down )(?<!go )(?<!goes )(?<!went )(?<!rises )(?<!ed )to) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})(?= in | o'|$|[,;])"
)
_CLAUSE = re.compile(r"[，,。；;！!？?]")
_SOME_GO = lazily.compile(
    rf"(?:里头?|当中|其)?[中里]?头?有(?P<zh>{NUMBER})[个名位台辆架部]?[^，,。；;]{{0,8}}?(?:[要得][去回请走]|请假|不在|不来|来不了|没来|被|抽|借|病|坏|趴|停|走)|"
    rf"(?<![a-z])(?P<en>{NUMBER}) (?:out )?of (?:the|our|my|those|these) "
)
"""How many of those there are will not be there."""
_LEAVE = re.compile(r"(?<!are )(?<!is )(?<!were )(?<!only )(?<![a-z])left(?![a-z])")
"""Of those there are, so many left; “are left” counts the others."""
_CHANGES_TO = lazily.compile(
    rf"[从由]{NUMBER}[^，,。；;]{{0,4}}?[变到增减加降涨升改扩][^，,。；;\d一二两俩三四五六七八九十]{{0,3}}(?P<zh>{NUMBER})|"
    rf"(?<![a-z])from {NUMBER}(?: [a-z_]+)? to (?P<en>{NUMBER})(?![a-z])|剩(?:下|余)?了?(?P<left>{NUMBER})"
)
"""“From four to six”, “一个走了，就剩仨”: the number that there would be in the end."""
_BUSY = re.compile(
    r"休息|轮休|调休|培训|开会|体检|复查|听课|去(?!掉)|"
    r"(?<![a-z])(?:training|course|seminar|conference|meeting|court|jury|dentist|doctor's|appointment)(?![a-z])"
)
"""What people do instead of their work: for the time of it so many are gone."""
_ONLY = re.compile(r"只|仅|就[有来]|剩(?!下的|余的)|(?<![a-z])(?:only|just|left|down to)(?![a-z])")
_HOW = re.compile("多[少久长大快远早晚]|一[些下](?!午)|(?<=[多少])一点")
"""What asks for a number, and what says “some”, give none."""
_ONE_OF = re.compile(r"(?<![a-z])(?:one of|any one|some ?one|somebody)(?![a-z])")


def counted(text: str, there: int, *, timed: bool = False) -> int | None:
    """How many there would be; None if the text names no number.

    Args:
        text: about one resource whose name is blanked.
        there: how many there are.
        timed: whether it is so for a time only.
    """
    text = _HOW.sub("  ", fold(text))
    if said := _ORDINAL.search(text):
        if said["en"]:
            return _ORDINALS.index(said["en"]) + 2
        return int(said["nth"]) if said["nth"] else None
    if said := _SOME_GO.search(text):
        gone = value(said["zh"] or said["en"])
        goes = said["zh"] or _LESS.search(text) or _LEAVE.search(text)
        if gone is not None and goes and gone.denominator == 1:
            return max(0, there - int(gone))
    if (said := _CHANGES_TO.search(text)) and (left := value(str(said[said.lastgroup or 0]))):
        return int(left) if left.denominator == 1 else None
    times = [(each.start, each.end) for each in durations(text)]
    for start, end in [*times, *(each.span() for each in _CLOCK.finditer(text))]:
        text = text[:start] + ";" * (end - start) + text[end:]
    numbers = [each for each in spans(text) if each.value.denominator == 1]
    less = _LESS.search(text)
    if not numbers:
        return there - 1 if _ONE_OF.search(text) and less else None
    digits = [each for each in numbers if text[each.start : each.end] not in ("a", "an")]
    at = (digits or numbers)[0]
    amount = int(at.value)
    if timed and _BUSY.search(text) and not _ONLY.search(text):
        return max(0, there - amount)
    around = _clause(text, at.start)
    more, less = MORE.search(text, *around), _LESS.search(text, *around)
    if not (more or less):
        more, less = MORE.search(text), _LESS.search(text)
    before = text[max(0, at.start - 14) : at.start]
    if _TO.search(before):
        return amount
    if (
        less
        and _LESS.search(text[at.end : at.end + 24])
        and not re.search(r"left|剩(?!下的|余的)|only|只", text)
    ):
        return max(0, there - amount)
    if _ALL_IN_ALL.search(before) and not (more and more.start() >= at.start - 4):
        absolute = not (less and _LESS.search(text[at.end : at.end + 12]))
        if absolute and not MORE.search(before) and not _LESS.search(before[-5:]):
            return amount
    if re.search(r"left|剩(?!下的|余的)|instead of", text):
        return amount
    if more and not less:
        return there + amount
    if less and not more:
        return max(0, there - amount)
    return amount


def _clause(text: str, place: int) -> tuple[int, int]:
    """Where the clause begins and ends that a place in a text belongs to."""
    starts = (each.end() for each in _CLAUSE.finditer(text, 0, place))
    end = _CLAUSE.search(text, place)
    return max(starts, default=0), end.start() if end else len(text)
