"""Whose value it is: words between two values that name a task, and values that stand before the
task they are said of. It gives nothing and names nothing."""

import re
from collections.abc import Callable, Iterator, Sequence

from tools.prose.again import corrects
from tools.prose.cells import holds_too
from tools.prose.pieces import Pieces
from tools.prose.records import Clause, Row, Span
from tools.prose.signs import CUE

Part = Span | tuple[int, int]
"""A value, or where the words between two values stand."""
Named = Callable[[tuple[int, int]], bool]
"""Whether words that stand there name a task."""

_CUED = re.compile(
    r"(?:(?<![a-z])(?:first|then|next|finally|meanwhile|after that|and when all)|先|再|然后|接着|完了|好了|由)\s*$"
)
_SUBJECT = re.compile(r" (?!(?:and|or|but|each|as well|again)(?![a-z]))(?=[a-z])")


def parts_of(pieces: Pieces, clause: Clause, spans: Sequence[Span]) -> Iterator[Part]:
    """Values, and the stretches of words between them, cut before "then" and the like."""
    low, place = pieces.low, clause.start
    for span in [*spans, None]:
        end = span.start if span else clause.end
        cuts = [m.start() for m in CUE.finditer(low, place, end) if m.start() > place + 1]
        for begin, stop in zip([place, *cuts], [*cuts, end], strict=True):
            if low[begin:stop].strip(" \t-–—,.、"):
                yield begin, stop
        if span:
            yield span
            place = max(place, span.end)


def heads_sentence(
    pieces: Pieces, clause: Clause, spans: Sequence[Span], pending: Sequence[Span]
) -> bool:
    """ "Kim: update the website": a sentence that begins with nothing but who does it."""
    colon = pieces.low[clause.end : clause.end + 3].strip()[:1] in tuple(":：+&/")
    begins = clause.new_sentence or clause.new_line or pending
    workers = spans and all(span.kind == "worker" for span in spans)
    rest = pieces.rest(clause, spans).strip(" ,，、+&/和-*•and")
    return bool(colon and begins and workers and not rest)


def leads(low: str, parts: Sequence[Part], at: int, row: Row | None, named: Named) -> bool:
    """Whether a value belongs to the task that is named behind it, not to the one before.

    Args:
        parts: of a clause; the value is the one at `at`.
        row: the task spoken of so far.
    """
    behind = [p for p in parts[at + 1 :] if not isinstance(p, Span)]
    if not any(named(p) for p in behind if not holds_too(low[p[0] : p[1]])):
        return False
    if not any(not isinstance(p, Span) and named(p) for p in parts[:at]):
        return True
    span, after = parts[at], parts[at + 1]
    if row is None or not isinstance(span, Span) or span.kind != "worker":
        return False
    cued = _CUED.search(low, max(0, span.start - 12), span.start) is not None
    if row.duration is None and not cued:
        return False
    return row.staffed or (not isinstance(after, Span) and _is_subject(low, after, named))


def _is_subject(low: str, after: tuple[int, int], named: Named) -> bool:
    """Whether a verb comes behind those who do it: "forty minutes one person **drains** it"."""
    verb = _SUBJECT.match(low, *after) is not None
    return verb and not CUE.match(low, after[0] + 1) and named(after)


def goes_on(low: str, part: tuple[int, int], before: Sequence[Part], named: Named) -> bool:
    """Whether talk without stops goes on with a new task behind a correction."""
    corrected = any(corrects(low[p[0] : p[1]]) for p in before if not isinstance(p, Span))
    return corrected and not corrects(low[part[0] : part[1]]) and named(part)
