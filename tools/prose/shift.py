"""When people work, as a message says of all of them: "we work 8 to 5", "每天九点到六点上班"."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.plan.calendar import DAYS, Day
from tools.wording.moments import clock_range, clock_time

_EN_CLOCK = r"(?:half past |quarter (?:past|to) )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?(?![a-z])|\s?o'?clock)?"
_EN_RANGE = rf"(?P<hours>{_EN_CLOCK} ?(?:-|–|to|till|until|and) ?{_EN_CLOCK})(?![\w%]|[.:]\d| ?(?:hours?|h|minutes?|mins?|days?|people)(?![a-z]))"
_EN_DAYS = (
    r"(?: ?,? ?(?:on )?(?P<days>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun|sat)(?:day)?s? ?(?:to|through|till|-|–) ?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun|sat)(?:day)?s?"
    r"|every day|daily|each day|seven days a week|(?:on )?weekdays|(?:on )?working days))?"
)
_EN = re.compile(
    r"(?<![a-z])(?:(?:we|they|all|everyone|everybody|the team|the crew|the staff|people|our people|the shop|the office|the workshop) (?:all |only |usually |always |normally )?(?:works?|are (?:here|in|there|open|on)|is (?:here|in|there|open)|opens?)"
    r"|(?:we have|we are|we're|there are) [^.;!?\n]{0,60}?(?:people|of us|staff|men),?(?= from )|(?<!\d )(?:[a-z]+ )?hours(?: are| is|:)|(?:work(?:ing)?|office|business|opening|shop) hours|(?:the |our |early |late |day |night )*shifts?(?: is| runs| goes|:|,)?|open(?:ing times?)?:?|(?:work|working)(?= (?:time|day))|(?<= and )work(?= (?:from |between )?\d)|(?<!is )(?<!are )(?<!\w's )working(?= (?:from |between )?\d))"
    rf"(?: time| day)?(?: is| are|:)?{_EN_DAYS.replace('?P<days>', '?P<first>')} ?(?:from |between )?{_EN_RANGE}"
    rf"(?P<more>(?: ?,? ?(?:and |then |again ){{0,2}}(?:from )?{_EN_RANGE.replace('?P<hours>', '')})*){_EN_DAYS}"
)
_ZH_CLOCK = rf"(?:(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|早|晚)?(?:{NUMBER}点(?:钟|半|一刻|三刻|{NUMBER}分?)?|\d{{1,2}}[:：]\d{{2}}))"
_ZH_RANGE = rf"(?P<hours>(?:从|早上从)?{_ZH_CLOCK}\s?(?:到|至|-|–|—|~)\s?{_ZH_CLOCK})"
_ZH_MORE = rf"(?:\s?[,，、和及]?(?:以及|然后)?\s?{_ZH_RANGE.replace('?P<hours>', '')})*"
_ZH_DAYS = (
    r"(?P<days>周[一二三四五六日天](?:到|至|-)周?[一二三四五六日天]|每天|天天|每日|全周|工作日)"
)
_ZH_WORK = "上班|上工|干活|工作|营业|在岗|在班|当班|开门|做事|开工"
_ZH = lazily.compile(
    rf"(?:(?:我们|大家|咱们|全员|所有人|员工|店里|车间)?(?:都|是|一般)?(?:{_ZH_DAYS}[，,]?\s?)?(?:都|是)?{_ZH_RANGE}(?P<further>{_ZH_MORE})都?(?:{_ZH_WORK})"
    rf"|(?:{_ZH_WORK}|营业|作息|班次|排班|[早中晚夜]班|班(?=是|从))(?:时间|时段)?(?:是|为|：|:|，|,|\(|（)?\s?{_ZH_DAYS.replace('?P<days>', '?P<first>')}?{_ZH_RANGE.replace('?P<hours>', '?P<later>')}"
    rf"(?P<more>{_ZH_MORE})"
    rf"|(?P<come>{_ZH_CLOCK})(?:{_ZH_WORK})[，,、]?(?:[^。；;\n]{{2,16}}[，,、])?(?P<go>{_ZH_CLOCK})(?:下班|下工|收工|关门|打烊|交班)"
    rf"|[早朝](?P<early>{NUMBER})点?(?:到|至|-)?晚(?P<late>{NUMBER})点?(?:的?班)?(?=\s*(?:[，,。；;、）)\n]|$|{_ZH_WORK})(?:{_ZH_WORK})?))"
)
_EDGE, _OVER = r"(?:(?<=[,，.。;；:：、\n])|^)\s*", r"(?=\s*(?:[,，.。;；、\n]|$))"
_ZH_WEEK = r"(?:周[一二三四五六日天](?:到|至|-)周?[一二三四五六日天]|每天|每日|工作日|平时|平日)"
_EN_WEEK = r"(?:weekdays|working days|every (?:working )?day|daily|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* ?(?:to|through|till|-|–) ?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)"
_ALONE = lazily.compile(
    rf"{_EDGE}(?:(?:from )?{_EN_RANGE},? (?:on )?(?P<days>{_EN_WEEK})|(?:on )?(?P<first>{_EN_WEEK}),? (?:from )?{_EN_RANGE.replace('?P<hours>', '?P<later>')}"
    rf"|(?P<week>{_ZH_WEEK})[，,]?\s?(?:每天)?{_ZH_RANGE.replace('?P<hours>', '?P<clock>')}){_OVER}"
)
"""A clause that says nothing but on which days, from when to when."""
_TO = re.compile(r"\s?(?:-|–|—|~|到|至|(?<![a-z])(?:to|till|until|and)(?![a-z]))\s?")
_FULL_HOUR = re.compile(r"^(?:从|at |from )?(\d{1,2})(?:点钟?)?$")
EVENING, MORNING = 17 * 60, 10 * 60
"""A shift through the night begins after the one and ends before the other."""
DAY = 24 * 60
LEAST = 4 * 60
"""Minutes of a day that are worked, not those in which one task may be done."""
_EN_FREE = r"(?:the )?(?:weekends?|saturdays? and sundays?|sundays?)"
_ZH_FREE = "(?:周末|双休日?|(?:周|星期|礼拜)六(?:和|、|及|到|至)?(?:周|星期|礼拜)?[日天]|(?:周|星期|礼拜)[日天])"
_PAUSE = lazily.compile(
    rf"(?:午休|午餐|午饭|午间休息|中午休息)(?:时间)?(?:是|为|:|：)?\s?{_ZH_RANGE.replace('?P<hours>', '?P<zh>')}"
    rf"|(?P<noon>中午{NUMBER}[^，,。；;\n]{{1,12}}?)(?:休息|吃饭)|{_ZH_RANGE.replace('?P<hours>', '?P<zh2>')}(?:是|为)?(?:午休|吃?午饭|午餐|午间休息)"
    rf"|(?<![a-z])(?:lunch(?: break)?|(?:with )?a break)(?: is|:)? ?(?:from |between )?{_EN_RANGE.replace('?P<hours>', '?P<en>')}"
)
"""When nobody works within the hours of the day."""
_REST = re.compile(
    rf"(?<![a-z])(?:(?:(?:we are |we're |the (?:shop|office|workshop) is )?(?:closed|off)|nobody works|no work|(?:we )?(?:do not|don't) work)(?: on| at)? {_EN_FREE}"
    rf"|{_EN_FREE}(?: are| is)? (?:off|free|closed))(?![a-z])"
    rf"|(?:(?<=[,，。;；:：、\s])|^)(?:我们|大家|每周|全员)?都?{_ZH_FREE}(?:都|全部)?(?:休息|不上班|放假|不干活|不工作|休)|双休(?!日)"
)
"""Days on which nobody works."""
_SATURDAY = re.compile("weekend|saturday|周末|双休|六")
WEEK = DAYS[:5]
"""The days that are worked where nobody says which."""
_WORKDAYS = re.compile(r"weekdays|working days|工作日")
_STRETCH = lazily.compile(
    rf"{_EN_RANGE.replace('?P<hours>', '')}|{_ZH_RANGE.replace('?P<hours>', '')}"
)
_ALL_DAYS = re.compile(r"every day|daily|each day|seven days|每天|天天|每日|全周")
_SPAN = re.compile(
    r"(mon|tue|wed|thu|fri|sat|sun)[a-z]* ?(?:to|through|till|-|–) ?(mon|tue|wed|thu|fri|sat|sun)"
)
_SPAN_ZH = lazily.compile("周([一二三四五六日天])(?:到|至|-)周?([一二三四五六日天])")


class Shift(NamedTuple):
    """From when to when, on which days of the week, and where it is said."""

    start: int
    end: int
    hours: tuple[tuple[int, int], ...]
    """Stretches of a day, in minutes after midnight, one after the other."""
    days: tuple[Day, ...] | None
    """None: nobody said."""
    rest: tuple[int, int] | None = None
    """Where it is said on which days nobody works."""
    pause: tuple[int, int] | None = None
    """Where it is said when nobody works within the day."""

    @property
    def longest(self) -> int:
        """Minutes of the longest stretch, through the night if it ends before it begins."""
        return max((end - start) % DAY for start, end in self.hours)

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where all of it is said."""
        return [(self.start, self.end), *filter(None, (self.rest, self.pause))]


def shift(text: str) -> Shift | None:
    """The hours that everybody works; None if the message does not say."""
    low = fold(text)
    for match in (*_EN.finditer(low), *_ZH.finditer(low)):
        if hours := _hours(match.groupdict()):
            days = _days(match["days"] or match["first"] or "")
            return _without(low, Shift(*match.span(), hours, days))
    alone = _alone(low)
    return alone and _without(low, alone)


def _without(low: str, said: Shift) -> Shift:
    """The hours without the days and the part of the day on which nobody works."""
    if rest := _REST.search(low):
        free = DAYS[5:] if _SATURDAY.search(rest[0]) else DAYS[6:]
        days = tuple(day for day in said.days or DAYS if day not in free)
        said = said._replace(days=days, rest=rest.span())
    for match in _PAUSE.finditer(low):
        parts = match.groupdict()
        words = parts["zh"] or parts["zh2"] or parts["noon"] or parts["en"] or ""
        pause = clock_range(_spelled(words))
        if (
            len(said.hours) == 1
            and pause
            and said.hours[0][0] < pause[0] < pause[1] < said.hours[0][1]
        ):
            (begin, end), (first, last) = said.hours[0], pause
            return said._replace(hours=((begin, first), (last, end)), pause=match.span())
    return said


def _spelled(words: str) -> str:
    """早9点到晚6点 with its parts of the day written out."""
    return re.sub("([早晚])(?![上晨间])", r"\1上", words)


def _alone(low: str) -> Shift | None:
    for match in _ALONE.finditer(low):
        found = clock_range(match["hours"] or match["later"] or match["clock"])
        if found is not None and found[1] - found[0] >= LEAST:
            days = _days(match["days"] or match["first"] or match["week"])
            return Shift(*match.span(), (found,), days)
    return None


def _hours(parts: Mapping[str, str | None]) -> tuple[tuple[int, int], ...]:
    """The stretches of a day, up to one that does not follow the one before; none if the first
    cannot be read."""
    if parts.get("early"):
        return tuple(filter(None, [clock_range(f"早上{parts['early']}点到下午{parts['late']}点")]))
    if parts.get("come"):
        return tuple(filter(None, [clock_range(f"{parts['come']}到{parts['go']}")]))
    found: list[tuple[int, int]] = []
    more = _STRETCH.finditer(parts.get("more") or parts.get("further") or "")
    for words in (parts["hours"] or parts.get("later") or "", *(each[0] for each in more)):
        hours = clock_range(_spelled(words)) or _through_night(_spelled(words))
        if hours is None or (found and hours[0] < found[-1][1]):
            break
        found.append(hours)
    return tuple(found)


def _through_night(words: str) -> tuple[int, int] | None:
    """“22:00 to 6:00”: from an evening to the next morning."""
    sides = [clock_time(_FULL_HOUR.sub(r"\1:00", side)) for side in _TO.split(words)]
    if len(sides) != 2 or sides[0] is None or sides[1] is None:
        return None
    return (sides[0], sides[1]) if sides[0] >= EVENING and sides[1] <= MORNING else None


def _days(words: str) -> tuple[Day, ...] | None:
    """The days of the week that are named; None if none are."""
    if _ALL_DAYS.search(words):
        return DAYS
    if match := _SPAN.search(words):
        ends = [next(i for i, day in enumerate(DAYS) if day == each) for each in match.groups()]
    elif match := _SPAN_ZH.search(words):
        ends = ["一二三四五六日".index(each.replace("天", "日")) for each in match.groups()]
    else:
        return WEEK if _WORKDAYS.search(words) else None
    return DAYS[ends[0] : ends[1] + 1] or None
