"""What a message asks of the tone of the last draft: "make it more formal", "简短一点". It knows no
draft, and reads nothing into words that are about anything else."""

import re

from knowledge.numbers import fold
from knowledge.templates.record import Tone

_MEANT: tuple[tuple[re.Pattern[str], Tone, Tone], ...] = (
    (re.compile(r"(?<![a-z])(?:formal|polite)|正式|书面|礼貌|客气"), "formal", "warm"),
    (re.compile(r"(?<![a-z])(?:brief|short|concise|crisp)|短|简洁|简要|精简"), "brief", "warm"),
    (re.compile(r"(?<![a-z])long|长|详细"), "warm", "brief"),
    (
        re.compile(r"(?<![a-z])(?:warm|friendl|informal|casual)|亲切|热情|友好|温暖|随和"),
        "warm",
        "formal",
    ),
)
"""Words, the tone that they ask for, and the one that "less" or "too" in front of them asks for."""
_AGAINST = re.compile(r"(?<![a-z])(?:less|too|not|don't)(?![a-z])|别|不要|不用|没那么|太")
_ENGLISH = """
a again also and answer as be bit brief briefer briefly can casual concise could crisp do don't
draft email even formal formally formulate friendlier friendly give have i in informal instead into
is it it's just keep less letter like little long longer make me message more much need not now of
ok one phrase please polite politely politer put reformulate rephrase reply reword rewrite say short
shorter shorten slightly so somewhat sound style text than that the this to tone too turn use
version want warm warmer warmly way with word would write you
"""
_WORDS = frozenset(_ENGLISH.split())
_CHINESE = re.compile(
    r"(?:正式|书面|礼貌|客气|简短|短|简洁|简要|精简|长|详细|亲切|热情|友好|温暖|随和|"
    r"请|麻烦|帮我|给我|能不能|能|可以|可不可以|把|将|让|这封|这个|这条|这份|那封|它|回复|草稿|答复|信|邮件|"
    r"改|写|说|换|弄|变|调整|用|得|成|为|再|更|更加|比较|稍微|稍|有|要|别|不要|不用|没那么|那么|这么|太|"
    r"一点儿?|一些|点儿?|些|的|地|语气|口吻|风格|措辞|语言|版本|版|方式|了|吧|吗|呢|个|种|重新|一下|一遍|一)+"
)
_CLAUSE = re.compile(r"[,.;!?，。；！？、\n]+|(?<![a-z])(?:and|but)(?![a-z])|并且|而且|并")


def only_tone(said: str) -> Tone | None:
    """The tone that a message asks for; None if it says anything besides."""
    clauses = _clauses(said)
    found = [tone for clause in clauses if (tone := _asked(clause))]
    return found[0] if found and all(_plain(clause) for clause in clauses) else None


def tone_asked(said: str) -> Tone | None:
    """The tone that a part of a message asks for."""
    return next((tone for clause in _clauses(said) if (tone := _asked(clause))), None)


def _clauses(said: str) -> list[str]:
    parts = (part.strip() for part in _CLAUSE.split(fold(said).replace("’", "'")))
    return [part for part in parts if part]


def _plain(clause: str) -> bool:
    """Nothing but words that a tone is asked for with."""
    words = re.findall(r"[a-z']+|[^a-z'\s-]+", clause)
    return all(word in _WORDS or _CHINESE.fullmatch(word) for word in words)


def _asked(clause: str) -> Tone | None:
    if not _plain(clause):
        return None
    for pattern, tone, opposite in _MEANT:
        if found := pattern.search(clause):
            return opposite if _AGAINST.search(clause[: found.start()]) else tone
    return None
