"""What may be said of each kind of certificate of what would be, and of what it would take."""

from collections.abc import Iterator
from itertools import pairwise

from tools.plan import Problem
from tools.reasons.comparison import Comparison, Difference
from tools.reasons.records import NotThen, WhatIf
from tools.reasons.remedies import Enough, FirstBy, Help, Helps, InTime
from ui.eval.sentences.changes import change
from ui.eval.sentences.patterns import Said, Slot, Voice
from ui.eval.sentences.plans import compared, conflict, goal, rules
from ui.eval.sentences.values import (
    At,
    Bold,
    Clauses,
    DayOf,
    Lasts,
    Listed,
    Pool,
    Row,
    TimeOf,
    Worth,
    is_midnight,
)

Studied = WhatIf | NotThen | FirstBy | InTime | Helps


def answers(told: Studied, problem: Problem, voice: Voice) -> Iterator[Slot]:
    """Every sentence that fits the certificate."""
    match told:
        case WhatIf():
            yield from _what_if(told, problem, voice)
        case NotThen():
            yield from _not_then(told, problem, voice)
        case FirstBy():
            yield from _first_by(told, problem, voice)
        case InTime():
            yield from _in_time(told, problem, voice)
        case Helps():
            yield from _helps(told)


def _what_if(told: WhatIf, problem: Problem, voice: Voice) -> Iterator[Slot]:
    changes = Clauses(tuple(change(each) for each in told.changes))
    if told.unread:
        yield Said(
            "what-if-unread",
            words=Listed(tuple(Said("edit-quoted", words=each) for each in told.unread)),
        )
    timed = {each.task for each in told.changes if each.kind == "duration"}
    if held := [
        each.task for each in told.changes if each.kind == "demand" and each.task not in timed
    ]:
        yield Said(
            "what-if-same-times", count=len(held), tasks=Listed(tuple(Bold(each) for each in held))
        )
    if told.already:
        yield Said("what-if-already", changes=changes)
    elif told.comparison is not None:
        yield Said("what-if-head", changes=changes)
        yield from compared(told.comparison)
    elif told.status == "unknown":
        yield Said("what-if-unknown", changes=changes)
    elif told.end is not None:
        yield Said("what-if-possible", changes=changes, end=At(told.end))
    else:
        yield Said("what-if-none", changes=changes)
        if told.conflict is not None:
            yield from conflict(problem, told.conflict, voice)


def _not_then(told: NotThen, problem: Problem, voice: Voice) -> Iterator[Slot]:
    """Of a day without a clock, its first minute is told."""
    asked: Slot = At(told.first)
    if told.first < told.last and voice.start is not None:
        end = told.last + 1
        part = Said("moment-between", begin=At(told.first), end=TimeOf(end))
        asked = DayOf(told.last) if is_midnight(end, voice) else part
    said: dict[str, Slot] = {"task": told.task, "start": At(told.start), "asked": asked}
    if told.first <= told.start <= told.last:
        yield Said("not-then-already", **said)
    elif told.comparison is not None:
        key = "foil" if told.lifted is None else "fixed" if told.fixed else "release"
        yield Said(f"not-then-{key}", lifted=At(told.lifted or 0), **said)
        yield from compared(told.comparison)
    elif told.status == "unknown":
        yield Said("not-then-unknown", **said)
    else:
        yield Said("not-then-impossible", **said)
        if told.conflict is not None:
            yield from conflict(problem, told.conflict, voice)


def _first_by(told: FirstBy, problem: Problem, voice: Voice) -> Iterator[Slot]:
    both = {"task": told.task, "other": told.other}
    if told.comparison is None:
        if told.needed is not None:
            yield Said("first-by-already", **both)
        elif told.rule:
            yield Said("first-by-rule", path=rules(list(pairwise(told.rule))), **both)
        elif told.conflict is not None:
            yield Said("first-by-impossible", **both)
            yield from conflict(problem, told.conflict, voice)
        else:
            tried = told.highest if told.tried is None else told.tried
            some = "first-by-unknown" if tried == told.highest else "first-by-untried"
            key = "first-by-never" if told.proved else some
            yield Said(key, highest=told.highest, tried=tried, **both)
        return
    needed = told.needed or 0
    if needed == told.now:
        yield Said("first-by-equal", now=told.now, **both)
    else:
        yield Said("first-by-needed", now=told.now, needed=needed, **both)
        yield Said("first-by-proved" if told.proved else "first-by-unproved", less=needed - 1)
    yield from compared(told.comparison.model_copy(update={"valued": False}))


def _in_time(told: InTime, problem: Problem, voice: Voice) -> Iterator[Slot]:
    whose: dict[str, Slot] = {"whole": "no" if told.task else "yes", "task": told.task or ""}
    said = whose | {"limit": At(told.limit), "end": At(told.end)}
    if told.end <= told.limit:
        yield Said("in-time-already", **said)
        return
    if told.comparison is not None:
        yield Said("in-time-order", **said)
        yield from compared(told.comparison)
        return
    yield Said("in-time-late", **said)
    found = "" if told.soonest_proved else "-found"
    if told.soonest is not None:
        yield Said(f"in-time-soonest{found}", soonest=At(told.soonest), **whose)
        if told.soonest > told.limit:
            yield Said(f"in-time-moved{found}", time=Lasts(told.soonest - told.limit))
    if told.enough or told.conflict is None:
        yield Said("in-time-enough" if told.enough else "in-time-nothing")
    else:
        yield Said("in-time-conflict")
        yield from conflict(problem, told.conflict, voice)
    for each in told.enough:
        yield from _enough(each, whose)


def _enough(told: Enough, whose: dict[str, Slot]) -> Iterator[Slot]:
    units = {"now": told.now, "needed": told.needed}
    yield Said("enough", resource=Pool(told.resource), end=At(told.end), **units, **whose)
    yield Said("enough-proved" if told.proved else "enough-unproved")


def _helps(told: Helps) -> Iterator[Slot]:
    better = [each for each in told.helps if _gains(each.comparison)]
    if told.untried:
        yield Said("helps-untried", count=told.untried)
    yield from _unproved(told, better)
    if not better:
        yield Said("helps-nothing", count=len(told.helps))
        return
    best = better[0]
    ends = best.comparison.end_before, best.comparison.end_after
    said = {"change": change(best.change), "goal": goal(told.goal), "after": _reached(best, told)}
    if _measured(best, told).after != told.before:
        yield Said("helps-head", before=Worth(told.goal, told.before), **said)
    else:
        yield Said("helps-head-end", end_before=At(ends[0]), end_after=At(ends[1]), **said)
    if vain := [each for each in told.helps if _is_vain(each)]:
        yield Said("helps-vain", changes=Listed(tuple(change(each.change) for each in vain)))
    yield Said("helps-columns", goal=goal(told.goal))
    yield Row((Said("helps-now"), Worth(told.goal, told.before), At(told.end)))
    for each in better:
        yield Row((change(each.change), _reached(each, told), At(each.comparison.end_after)))


def _unproved(told: Helps, better: list[Help]) -> Iterator[Slot]:
    """What is not proved the best: plans with a change, and the one without."""
    found = [_measured(each, told) for each in better or told.helps]
    if any(each.least != each.after - each.before for each in found):
        yield Said("helps-unproved" if better else "helps-nothing-unproved")
    if better and any(each.most != each.after - each.before for each in found):
        yield Said("helps-base-unproved")


def _gains(said: Comparison) -> bool:
    """Is it better by the goals in their order, then by the end?"""
    pairs = [(each.after, each.before) for each in said.goals]
    pairs.append((said.end_after, said.end_before))
    return [after for after, _ in pairs] < [before for _, before in pairs]


def _is_vain(told: Help) -> bool:
    """Is it proved that more of something changes no goal, and does it end as before?"""
    said = told.comparison
    same = said.end_before == said.end_after and all(
        (each.after - each.before, each.least, each.most) == (0, 0, 0) for each in said.goals
    )
    return same and told.change.kind in ("capacity", "shift")


def _measured(each: Help, told: Helps) -> Difference:
    """The goal that all changes are measured by, with this one."""
    return next(one for one in each.comparison.goals if one.goal == told.goal)


def _reached(each: Help, told: Helps) -> Slot:
    """Its value; at most that, if that is not proved the least."""
    found = _measured(each, told)
    value = Worth(told.goal, found.after)
    sure = found.least == found.after - found.before
    return value if sure else Said("helps-at-most", amount=value)
