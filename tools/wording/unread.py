"""What of an order was not understood: its parts that nothing would change without."""

import re
from collections.abc import Callable, Iterator, Sequence

from knowledge.numbers import fold
from tools.plan import Problem
from tools.plan.changes import Change
from tools.prose.shift import shift
from tools.record import PlanError
from tools.wording.changes import whose
from tools.wording.durations import durations
from tools.wording.marks import marked
from tools.wording.names import mentions
from tools.wording.pieces import QUOTES

_CUT = re.compile(
    r"[，；。！？!?;\n]|[,.](?![0-9])|(?<![a-z])(?:and|but|then)(?![a-z])|并且|而且|同时|然后|顺便"
)
_ORDER = re.compile(
    r"(?<![a-z])(?:make|set|put|move|add|drop|remove|change|let|use|keep|do|take|give|assign|start|stop|must|should|needs?|has to|cannot|can't)(?![a-z])|[把将让要得改加减删换排放挪]|必须|应该|不能"
)
_DONE = re.compile(
    r"(?<![a-z])(?:is|are) (?:already )?(?:done|finished|over)(?![a-z])|完成了|[做干]完了"
)
_ASIDE = re.compile(
    r"\W*(?:not|instead|rather|because|since|as|so that|so|which|that|if|when|please|thanks?|thank you|correct|sorry|no|ok(?:ay)?|i mean|now|for now)(?![a-z])"
    r"|\W*(?:不是|而不是|因为|由于|所以|这样|谢|请|麻烦|辛苦|帮[我忙](?:[改弄调排]一?下)?(?:吧|哦|哈)?$|对不起|抱歉|好的?|不对|我是说)"
)
"""Contrasts, reasons and courtesies: nothing is to follow from them."""
_WHEN = re.compile(r"\W*(?:if|when)(?![a-z])")
MOST = 6
"""Parts of a message that are looked at; longer ones are no orders."""


def unread(
    message: str,
    problem: Problem,
    wanted: Sequence[Change],
    read: Callable[[str], Sequence[Change]],
) -> list[str]:
    """The parts of `message` that sound like orders and without which `read` finds the same as
    `wanted`."""
    parts = list(_parts(message, problem))
    if not 1 < len(parts) <= MOST:
        return []
    found = []
    for start, end in parts:
        words = message[start:end].strip(QUOTES + ",，、")
        if _sounds_like_one(words, problem):
            blanked = message[:start] + " " + message[end:]
            try:
                same = set(map(repr, read(blanked))) == set(map(repr, wanted))
            except PlanError:
                same = False
            found += [words] if same else []
    return found


def _parts(message: str, problem: Problem) -> Iterator[tuple[int, int]]:
    """Stretches between cuts that stand in no name."""
    names = mentions(message, list(problem.by_name))
    start = 0
    for cut in [*_CUT.finditer(fold(message)), None]:
        if cut and any(n.start < cut.end() and cut.start() < n.end for n in names):
            continue
        end = cut.start() if cut else len(message)
        if message[start:end].strip():
            yield start, end
        start = cut.end() if cut else end


def _sounds_like_one(words: str, problem: Problem) -> bool:
    text = fold(words)
    aside = _ASIDE.match(text) and not (_WHEN.match(text) and mentions(text, list(problem.by_name)))
    if aside or len(text) < 3:
        return False
    named = mentions(text, [*problem.by_name, *(each.name for each in problem.resources)])
    told = _ORDER.search(text) or _DONE.search(text) or shift(text)
    return bool(named or told) or bool(durations(text))


def unplaced(
    message: str, problem: Problem, wanted: Sequence[Change], changed: Problem
) -> list[str]:
    """The people whom a message names and to whom nothing of what it changes has to do."""
    names = marked(message, 0, len(message), problem).people
    tasks = [changed.by_name[name] for each in wanted if (name := whose(each)) in changed.by_name]
    concerned = {who for task in tasks for who in task.demands}
    for each in wanted:
        concerned |= {getattr(each, "resource", ""), getattr(each, "who", "")}
        concerned |= {*getattr(each, "instead", ())}
    called = " ".join([getattr(each, "name", "") for each in wanted] + [t.name for t in tasks])
    left = (who for who in names if who not in concerned and fold(who) not in fold(called))
    return list(dict.fromkeys(left))
