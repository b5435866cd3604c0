"""Why one task starts when it does, in a sentence; and how much later it could."""

from collections.abc import Iterator

from tools.plan import PEOPLE
from tools.reasons.links import Busy, Link
from tools.reasons.records import Why
from ui.eval.sentences.patterns import Said, Slot
from ui.eval.sentences.values import At, Lasts, Listed, Pool, Quoted, names

CHOICES = {None: "free", "worse": "worse", "better": "better"}


def link(told: Link) -> Said:
    """One link of a chain."""
    minute = told.start if told.until is None else told.until
    lag = told.lag or 0
    one, two = told.pair or ("", "")
    was, will = told.families or ("", "")
    said = Said(
        _key(told),
        task=told.task,
        start=At(minute),
        since=At(minute),
        end=At(told.end),
        tried=At(told.tried or 0),
        blockers=names(told.blockers),
        count=len(told.blockers),
        resource=Pool(told.resource or ""),
        people="yes" if told.resource == PEOPLE else "no",
        demand=told.demand or 0,
        free=told.free or 0,
        there=told.there or 0,
        lag=Lasts(abs(lag)),
        sign="later" if lag > 0 else "sooner" if lag < 0 else "none",
        one=one,
        two=two,
        before=was,
        after=will,
        minutes=Lasts(told.minutes or 0),
        skills=Listed(tuple(Quoted(skill) for skill in told.skills)),
        who=Listed(tuple(busy(each) for each in told.who)),
        mate=told.mate or "",
        goal=Said(f"goal-{told.goal}") if told.goal else "",
        **{"from": At(told.since or 0)},
    )
    return _closed(told, said) if told.cause == "closed" else said


def _key(told: Link) -> str:
    match told.cause:
        case "predecessor":
            return f"link-{told.kind}"
        case "closed":
            return "link-away" if told.there else "link-closed"
        case "resource" if told.there is not None:
            return "link-resource-held"
        case "resource" if told.skills:
            return "link-resource-person"
        case "choice" if told.others:
            return "link-choice-others"
        case "choice" if told.effect in CHOICES:
            return f"link-choice-{CHOICES[told.effect]}"
    return f"link-{told.cause}"


def _closed(told: Link, said: Said) -> Said:
    """What the task would need before its resource closes."""
    piece: Slot = Lasts(told.piece or 0)
    if told.latest is not None:
        key = "link-latest" if told.piece is None else "link-latest-piece"
        return Said(key, closed=said, piece=piece, latest=At(told.latest))
    if told.left:
        return Said("link-left", closed=said, piece=piece, left=Lasts(told.left))
    return said


def busy(told: Busy) -> Said:
    """What keeps somebody."""
    if told.task is None:
        return Said("link-absent", name=Pool(told.name))
    return Said("link-busy", name=Pool(told.name), other=told.task)


def why(told: Why) -> Iterator[Said]:
    """What may be said of a task beside the links of its chain."""
    first = told.chain[0]
    if first.cause == "start":
        yield Said("why-start", task=told.task)
    else:
        yield Said("why-head", task=told.task, start=At(first.start))
    if told.slack == 0:
        yield Said("slack-none")
    elif told.slack is not None:
        yield Said("slack", time=Lasts(told.slack))
        if told.on_time is not None:
            key = "slack-later" if told.late else "slack-on-time" if told.on_time else "slack-due"
            yield Said(key, time=Lasts(told.on_time))
