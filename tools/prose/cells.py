"""Words between two stops that name nothing but what a task holds: "20 min, one nurse, **the cold
room**". They are no task of their own, because no time is said of them; the caller knows that."""

import re
from collections.abc import Sequence

from knowledge.numbers import NUMBER, fold
from tools.prose.called import Called, called
from tools.prose.machines import Machine, is_machine
from tools.prose.pieces import Pieces
from tools.prose.records import Clause, Span
from tools.prose.workers import Worker, trade
from tools.wording.quantities import count, singular

_LEAD = re.compile(
    r"(?:(?:and|plus|with|on|in|at|using|uses?|also|needs?|requires?|only|just|im|am|on)\s+)*"
    rf"(?:(?P<one>the|an?|our|one|der|die|das|dem)\s+(?:one\s+|only\s+)?|(?P<number>{NUMBER})\s+)?(?=[a-zäöüß0-9])"
)
_TOO = re.compile(r"\s*(?:and|plus|with|as well as) (?:the|an?|one|our) ")
_ZH_DOES = re.compile(
    "检查|清洗|清理|维修|修理|安装|拆卸|调试|擦洗|搬运|更换|打扫|启动|关闭|保养|消毒|校准|布置|检修"
)
_THING = re.compile(r"(?!.*(?:ing|ly|ed)$)[a-zäöüß][a-zäöüß0-9&-]*(?: [a-zäöüß0-9&-]+){0,2}")
_NO_THING_WORDS = """
after before once when while until unless if because since for to of from by as than so or but not no
any anytime time times whenever today tomorrow tonight morning afternoon evening noon week month day
days hour hours minute minutes urgent asap please thanks thx first last next then later max min minimum
maximum more less each both all total alone together same rest others other one ones two it that this
these those they he she we you i me him her us them is are was be been has have can may must should will
would could do does done possible priority high low medium normal order step steps task tasks job jobs
everyone everybody anyone nobody none soon straight again too also now here there way usual always
whole half done ready optional break lunch person people staff per parallel sequence end deadline
due latest earliest weather rush hurry side stunde stunden minute minuten tag tage
"""
_NO_THING = frozenset(_NO_THING_WORDS.split())


def held(pieces: Pieces, clause: Clause, found: Called, item: bool) -> Span | None:
    """What a clause names, if it is nothing but a thing or people that a task holds.

    Args:
        found: the words in the clause that might have named a task.
        item: the clause stands in an item of a list.
    """
    words = pieces.rest(clause, pieces.between(clause.start, clause.end))
    if len(words.strip()) > found.end - found.start + 12:
        return None
    before = pieces.low[: clause.start].replace("（", "(").replace("）", ")")
    bracket = before.rfind("(") > before.rfind(")")
    held = cell(words, listed=item or bracket)
    kind = "worker" if isinstance(held, Worker) else "machine"
    return held and Span(found.start, found.end, kind, held)


def holds_too(words: str) -> bool:
    """Whether words go on with what is held: "three nurses **and the doctor**"."""
    return _TOO.match(words) is not None and cell(words, listed=False) is not None


def is_timed(pieces: Pieces, place: int, names: Sequence[str]) -> bool:
    """Whether the next thing that is said behind `place` is how long something takes."""
    first = next(
        (s for s in pieces.between(place, pieces.end_of(place)) if s.kind == "duration"), None
    )
    if first is None:
        return False
    between = pieces.rest(
        Clause(place, first.start, False, False), pieces.between(place, first.start)
    )
    parts = re.split(r"[,，、()（）]", between)
    return all(called(part, 0, len(part), names) is None for part in parts)


def cell(words: str, *, listed: bool) -> Machine | Worker | None:
    """What `words` say is held; None if they may mean something else.

    Args:
        listed: they stand in a list or in brackets, where even a bare noun is one.
    """
    low = fold(words).strip(" \t.,;:()[]-–—\"'")
    if re.search("[\u4e00-\u9fff]", low):
        return _zh(low)
    lead = _LEAD.match(low)
    rest = low[lead.end() :] if lead else low
    amount = count(lead["number"]) if lead and lead["number"] else 1
    if not amount or not _THING.fullmatch(rest) or not _NO_THING.isdisjoint(rest.split()):
        return None
    sure = bool(lead and (lead["one"] or lead["number"])) or is_machine(rest)
    if noun := trade(rest):
        return Worker(0, 0, noun, amount)
    return Machine(0, 0, singular(rest), amount) if sure or listed else None


def _zh(low: str) -> Machine | Worker | None:
    if _ZH_DOES.match(low) and len(low) > 3 and is_machine(low[2:]):
        return None
    if len(low) <= 8 and re.fullmatch(r"(?:\d+号)?[a-z\u4e00-\u9fff-]+", low) and is_machine(low):
        return Machine(0, 0, low, 1)
    noun = trade(low)
    return Worker(0, 0, noun, 1) if noun else None
