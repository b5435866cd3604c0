"""How urgent something is, as a weight: **larger is more urgent**. It ranks nothing itself.

Numbers stay as the user wrote them, even where "priority 1" was meant as the first of all: the
table shows the weight, and one question settles it. "P1" is a rank, of which the first is the most
urgent in nearly every house: ranks become the weights in `RANKS`, words those in `_WORDS`.
"""

import re

from knowledge import lazily
from knowledge.numbers import NUMBER, fold, value

_LABEL = r"(?:优先级别|优先级|优先权|优先度|优先|priority|prio\.?)"
_RANK = re.compile(r"(?<![a-z0-9])p\s?-?([0-9])(?![0-9a-z])")
RANKS = (10, 9, 7, 5, 3, 1)
"""Of P0, P1 and so on; of what comes behind them the last."""
_LINK = r"[\s:=是为到成至-]{0,3}(?:(?:level|number|of|is|was|=|to|at|#|(?:要是|如果|都)?(?:改|调|设|升|降|提高|降低)(?:为|成|到|至)|有)\s?)?"
_LABELLED = lazily.compile(rf"{_LABEL}(?:[^\S\n]?(?={NUMBER})|{_LINK})(?P<number>{NUMBER})")
_BEFORE_LABEL = re.compile(
    rf"(?<!第)(?P<number>{NUMBER})\s?(?:级|号|st|nd|rd|th)?\s?(?:的)?{_LABEL}"
)
_BARE = re.compile(rf"[^\w-]*(?P<number>{NUMBER})\s?级?\W*")

_VERY = r"(?:very|extremely|super|most|highly|非常|特别|极其|极为|十分|万分|超级|最|很)\s?"
# Read from top to bottom: what takes a word back ("not urgent") comes before the word.
_WORDS = (
    (9, "(?:can't|cannot|can not|can no longer) wait|不能再?等|不可以再?等|等不[了及起]"),
    (1, r"(?:not|n't) (?:very |so |that |really |all that )?(?:urgent|important|pressing)|no longer (?:urgent|important|pressing)|no (?:rush|hurry)|can(?: easily| also)? wait|(?:not|n't) in (?:a|any) (?:hurry|rush)"),
    (1, "不(?:用|必|需要?)?(?:太|是?很|那么|算|再)?(?:急|紧急|重要|着急|赶)|别急|缓一?缓|可以再?(?:晚|等|缓|往后)|往后[放排推]"),
    (3, r"(?<![a-z])(?:normal|regular|standard|ordinary|routine|average)(?![a-z])|一般|普通|正常|常规"),
    (10, rf"{_VERY}(?:紧急|急|要紧)|(?:very|extremely|super|highly) urgent|emergency|critical|特急|火急"),
    (9, r"urgent|a\.?s\.?a\.?p|pressing|紧急|加急|急|尽快|马上|立刻|立即|immediately|rush"),
    (9, r"最高|最优先|最重要|最要紧|重中之重|most important|首要|头等|第一优先|(?:top|highest|first|max(?:imum)?)(?: priority)?(?![a-z])"),
    (5, r"(?<![a-z])(?:medium|moderate|mid|middle)(?![a-z])|中等|适中|中(?:级|优先|$)"),
    (1, r"最低|次要|不高|低|(?<![a-z])(?:low|lower|lowest|minor)(?![a-z])"),
    (7, r"重要|要紧|优先处理|高|(?<![a-z])(?:high|higher|important|major)(?![a-z])"),
)  # fmt: skip
_SCALE = tuple((weight, re.compile(pattern)) for weight, pattern in _WORDS)


def priority(text: str) -> int | None:
    """The weight that `text` gives: its number, else what its words stand for.

    Returns:
        1 (can wait), 3 (normal), 5 (medium), 7 (high), 9 (urgent), 10 (very urgent) for words, and
        for the ranks P5, P4, P3, P2, P1, P0;
        None if nothing says how urgent it is.
    """
    text = fold(text)
    if rank := _RANK.search(text):
        return RANKS[min(int(rank[1]), len(RANKS) - 1)]
    for match in _numbered(text):
        words = match["number"]
        worth = None if words in {"a", "an", "半"} else value(words)
        if worth is not None:
            return round(worth)
    return next((weight for weight, pattern in _SCALE if pattern.search(text)), None)


def is_rank(words: str) -> bool:
    """Whether the words of a priority are a rank, such as "P1"."""
    return _RANK.search(fold(words)) is not None


def _numbered(text: str) -> list[re.Match[str]]:
    found = (_LABELLED.search(text), _BEFORE_LABEL.search(text), _BARE.fullmatch(text))
    return [match for match in found if match]
