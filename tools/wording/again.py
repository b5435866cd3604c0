"""A follow-up that says nothing but another time, length or number: “那周四呢？” after “why not on
Wednesday?” asks the last question once more, about that."""

import re
from collections.abc import Callable

from knowledge import lazily
from knowledge.numbers import NUMBER, fold, value
from tools.plan import Problem
from tools.wording.days import EN_WEEKDAY
from tools.wording.durations import durations
from tools.wording.lookups import asked_about
from tools.wording.moments import moment
from tools.wording.names import mentions
from tools.wording.questions import SUPPOSED, blank

_ONLY = re.compile(
    r"[\s,，.。]*(?:(?:and|or|but|then|so|what about|how about|what if (?:it (?:is|were|was|took|takes))?|make it|with)\s)*"
    r"(?:那么?|要是|如果|换成|换到|改成|改到|改为|或者|还有|是|在|排到|放到?)*"
    r"(?P<new>.+?)\s?(?:的话)?(?P<way>later|earlier|sooner|longer|shorter)?\s?(?:呢|怎么?样|咋样|行吗|行不行|可以吗|then|instead|as well|too)?[\s?？.。!！]*"
)
_DAY = (
    r"大后天|后天|[明今][天日儿]|[明今](?=[早晚上中下])|下?个?(?:周|星期|礼拜)[一二三四五六日天]|"
    rf"(?:(?:on|next|this) )*(?<![a-z])(?:today|tomorrow|{EN_WEEKDAY})(?![a-z])"
)
_PART = (
    r"凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|[早晚](?=[\d一二两三四五六七八九十])|"
    r"(?:(?:in|at) )?(?:the )?(?<![a-z])(?:morning|noon|midday|afternoon|evening|tonight)(?![a-z])"
)
_CLOCK = (
    rf"(?:at )?(?:half past |quarter (?:past|to) )?\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\.?)?|"
    rf"(?:at )?(?:half past |quarter (?:past|to) )?{NUMBER}\s?(?:[ap]\.?m\.?(?![a-z])|o'?clock)|"
    rf"(?:at|half past|quarter (?:past|to)) {NUMBER}(?![\w:])|{NUMBER}点(?:钟|半|一刻|三刻|{NUMBER}分?)?"
)
_SLOTS = lazily.compile(rf"(?P<day>{_DAY})|(?P<part>{_PART})|(?P<clock>{_CLOCK})")
_TIMES = lazily.compile(rf"(?:(?:{_DAY}|{_PART}|{_CLOCK})(?: |, |的)?)+")
_COUNT = re.compile(rf"(?:再?[多少加减])?({NUMBER})[个位名台辆]?")
Place = tuple[int, int]


def asked_again(message: str, question: str, problem: Problem) -> str | None:
    """The last question with what the message says instead of what it said; or with it in addition,
    where it supposed something and said nothing of the kind.

    Returns:
        None if the message says more than that, or the question said several such things.
    """
    only = _ONLY.fullmatch(fold(message))
    if only is None or (only["way"] and only["way"] not in fold(question)):
        return None
    new, said = only["new"], _nameless(fold(question), problem)
    answers = any(each.field == "duration" for each in problem.assumed)  # to “how long?”
    for find in (_times(problem), *(() if answers else (_lengths, _numbers))):
        if find(new) != [(0, len(new))]:
            continue
        old = find(said)
        if len(old) == 1:
            start, end = old[0]
            instead = new if find is _numbers else _same_but(said[start:end], new)
            return question[:start] + instead + question[end:]
        timeless = not old and find is not _numbers
        if timeless and (SUPPOSED.search(question) or asks_of_plan(question, problem)):
            return f"{question} {new}"
    return None


def asks_of_plan(question: str, problem: Problem) -> bool:
    """Whether a question asks for a part of the plan, for which another time or name makes sense."""
    text = _blanked(fold(question), list(problem.by_name), "_")
    text = _blanked(text, list(problem.resource), "@")
    return asked_about(text, timed=False) in ("planned", "left", "next", "free")


def _blanked(text: str, names: list[str], sign: str) -> str:
    return blank(text, [each for each in mentions(text, names) if each.exact], sign)


def _nameless(text: str, problem: Problem) -> str:
    """Names blanked out, for a name may hold any number."""
    return _blanked(text, [*problem.by_name, *problem.resource, *problem.calendar], "_")


def _times(problem: Problem) -> Callable[[str], list[Place]]:
    """Finds stretches of words that name a time."""

    def found(text: str) -> list[Place]:
        said = (_trimmed(each) for each in _TIMES.finditer(text))
        return [place for place in said if moment(text[slice(*place)], problem) is not None]

    return found


def _trimmed(said: re.Match[str]) -> Place:
    return said.start(), said.start() + len(said[0].rstrip(" ,的"))


def _lengths(text: str) -> list[Place]:
    return [(each.start, each.end) for each in durations(text)]


def _numbers(text: str) -> list[Place]:
    """With whether it is more or less, and the word that counts: “少一个”."""
    return [each.span() for each in _COUNT.finditer(text) if value(each[1]) is not None]


def _same_but(old: str, new: str) -> str:
    """The old time with what is new of it: on Wednesday at two, but on Thursday. A length takes the
    place of the other."""
    was, now = _slots(old), _slots(new)
    if durations(new):
        return new
    if "part" in now and "clock" not in now:
        was.pop("clock", None)
    if now.get("clock", "").endswith(("m", "m.")) or ":" in now.get("clock", ""):
        was.pop("part", None)
    both = was | now
    words = [both[slot] for slot in ("day", "part", "clock") if slot in both]
    return (" " if new.isascii() else "").join(words)


def _slots(text: str) -> dict[str, str]:
    return {str(each.lastgroup): each[0].strip() for each in _SLOTS.finditer(text)}
