"""Several more tasks in one message: "add two more tasks: cleaning 20 min and testing 30 min",
"再加两个任务：清洗20分钟，测试30分钟"."""

import re

from knowledge.numbers import NUMBER, fold, value
from tools.plan import Problem
from tools.plan.changes import AddTask, Change, apply
from tools.record import PlanError
from tools.wording.durations import durations
from tools.wording.insertions import inserted
from tools.wording.pieces import QUOTES

_ADD = re.compile(
    r"(?<![a-z])(?:add|insert|include|append|put in|we also need|i also need)(?: in)?[:\s]\s*"
    r"|(?:请|帮我|再|还要?|另外|额外|需要)*(?:加(?![到至为成班急快])上?|增加(?![到至为成])|新增|添加?|插入?|补充|追加)(?:了|进来)?[:：\s]*"
)
_COUNTED = re.compile(
    rf"(?:the following |these )?(?P<en>two|three|four|five|six|[2-9])(?: (?:more|new|other|extra|additional|further|small))*(?: (?:tasks|steps|jobs|items))[\s:：,-]*"
    rf"|(?P<zh>{NUMBER})(?:个|项|道|步)(?!人|半?小时|半?钟头|半?月|星期)(?:新的?)?(?:任务|工序|步骤|工作|环节)?[\s:：，,]*"
)
_OVER = re.compile(r"[。!！?？\n]|\.(?!\d)")
_CUT = re.compile(
    r"\s*[,，、;；]\s*(?:and |plus |以及|还有|和)?|\s+(?:and|plus)\s+(?!a half)|以及|还有|和|再加"
)
_WAITS = re.compile(
    r"(?:之?后|以后|后面|之?前|以前)(?:再?[做进]行?)?\s*$|^\s*(?:after|before|once)(?![a-z])",
    re.IGNORECASE,
)
"""When a task is to be done, and no task of its own."""
_BOTH = re.compile(r"\s*[,，、]\s*(?:(?<![a-z])(?:both|all|each)(?![a-z])|都|均)\s*(?P<tail>\S.*)$")
_ARTICLE = re.compile(r"(?:an?|one|the|一个|一项)\s", re.IGNORECASE)


def several_added(message: str, problem: Problem) -> tuple[list[Change], str]:
    """The tasks that a message adds, if they are several, and the rest of it.

    Raises:
        PlanError: it says how many, but not which.
    """
    text = fold(message)
    cue = _ADD.search(text)
    if cue is None:
        return [], message
    counted = _COUNTED.match(text, cue.end())
    start = counted.end() if counted else cue.end()
    over = _OVER.search(text, start)
    end = over.start() if over else len(text)
    pieces = [piece for piece in _pieces(message[start:end]) if piece.strip(QUOTES)]
    if len(pieces) > 1 and (both := _BOTH.search(pieces[-1])):
        pieces[-1] = pieces[-1][: both.start()]
        pieces = [f"{piece}, {both['tail']}" for piece in pieces]
    count = _count(counted) if counted else None
    found = _each(pieces, message.isascii(), problem) if len(pieces) > 1 else []
    if count is not None and count > 1 and count != len(pieces):
        raise PlanError("which-new", count=count)
    if not found:
        return [], message
    return found, message[: cue.start()] + message[end:]


def _pieces(words: str) -> list[str]:
    """One for each task: what stands between cuts has a time of its own, or belongs to the piece
    before ("testing 30 minutes, 2 people")."""
    ends = [0, *(cut.end() for cut in _CUT.finditer(words))]
    stops = [*(cut.start() for cut in _CUT.finditer(words)), len(words)]
    pieces: list[str] = []
    timed = len(durations(words)) > 1
    for start, stop in zip(ends, stops, strict=True):
        piece = words[start:stop]
        first = durations(piece)[:1]
        named = bool(first) and bool(piece[: first[0].start].strip(QUOTES))
        waits = not named and _WAITS.search(piece)
        if pieces and (waits or (timed and not named)):
            pieces[-1] += ", " + piece
        else:
            pieces.append(piece)
    return pieces


def _each(pieces: list[str], english: bool, problem: Problem) -> list[Change]:
    """What each piece adds; nothing if one of them is no task of its own."""
    found: list[Change] = []
    for piece in pieces:
        word = "add " if english else "加"
        some, rest = inserted(word + _ARTICLE.sub("", piece.strip(QUOTES), count=1), problem)
        if not any(isinstance(each, AddTask) for each in some) or rest.strip(QUOTES + ",，"):
            return []
        found += some
        problem = apply(problem, some)  # the next one may wait for it
    return found


def _count(counted: re.Match[str]) -> int:
    worth = value(counted["en"] or counted["zh"])
    return int(worth) if worth is not None else 0
