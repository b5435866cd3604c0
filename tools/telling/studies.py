"""Certificates of what would be: another time, what it would take, what would help."""

from tools.phrases import Language, say
from tools.plan import Problem
from tools.plan.dates import moment_of
from tools.reasons.gains import gains, saved
from tools.reasons.records import NotThen
from tools.reasons.remedies import Enough, FirstBy, Help, Helps, InTime
from tools.telling.changes import tell_change
from tools.telling.comparison import tell_comparison, tell_end, tell_moves, tell_verdict
from tools.telling.conflict import tell_conflict
from tools.telling.values import (
    SHOWN,
    amount,
    cell,
    day,
    reading,
    resource_name,
    sentences,
    span,
    then,
    until,
)


def tell_not_then(certificate: NotThen, language: Language, problem: Problem | None) -> str:
    names = {
        "task": certificate.task,
        "start": then(certificate.start, language, problem),
        "asked": _asked(certificate, language, problem),
    }
    if certificate.already:
        return say("not-then-already", language, **names)
    if certificate.comparison is not None:
        head = say("not-then-foil", language, **names)
        if certificate.lifted is not None:
            lifted = reading(certificate.lifted, language, problem)
            key = "not-then-fixed" if certificate.fixed else "not-then-release"
            head = say(key, language, lifted=lifted, **names)
        verdict = tell_verdict(certificate.comparison, language)
        compared = tell_comparison(certificate.comparison, language, problem, more=verdict)
        return sentences([head, compared], language)
    if certificate.status == "unknown":
        return say("not-then-unknown", language, **names)
    told = [say("not-then-impossible", language, **names)]
    if certificate.latest_end is not None:
        end = until(certificate.latest_end, language, problem)
        told = [sentences([*told, say("not-then-by", language, end=end, **names)], language)]
    if certificate.conflict is not None and problem is not None:
        told.append(tell_conflict(problem, certificate.conflict, language))
    return "\n\n".join(told)


def _asked(certificate: NotThen, language: Language, problem: Problem | None) -> str:
    first, last = certificate.first, certificate.last
    if problem is None or problem.start is None or first == last:
        return then(first, language, problem)
    return say("moment-at", language, time=day(moment_of(last, problem), language), dated="yes")


def tell_first_by(certificate: FirstBy, language: Language, problem: Problem | None) -> str:
    names = {"task": certificate.task, "other": certificate.other}
    if certificate.comparison is None:
        if certificate.needed is not None:
            return say("first-by-already", language, **names)
        key = "first-by-never" if certificate.proved else "first-by-unknown"
        return say(key, language, highest=certificate.highest, **names)
    needed, now = certificate.needed or 0, certificate.now
    parts = []
    if needed == now:
        parts.append(say("first-by-equal", language, now=now, **names))
    else:
        parts.append(say("first-by-needed", language, now=now, needed=needed, **names))
        key = "first-by-proved" if certificate.proved else "first-by-unproved"
        parts.append(say(key, language, less=needed - 1))
    parts.append(tell_end(certificate.comparison, language, problem))
    parts.append(tell_moves(certificate.comparison, language, problem))
    return sentences(parts, language)


def tell_in_time(certificate: InTime, language: Language, problem: Problem | None) -> str:
    limit, end = certificate.limit, then(certificate.end, language, problem)
    said = _whose(certificate) | {"limit": until(limit, language, problem), "end": end}
    if certificate.end <= limit:
        return say("in-time-already", language, **said)
    if certificate.comparison is not None:
        head = say("in-time-order", language, **said)
        verdict = tell_verdict(certificate.comparison, language)
        compared = tell_comparison(certificate.comparison, language, problem, more=verdict)
        return sentences([head, compared], language)
    parts = [say("in-time-late", language, **said)]
    if certificate.soonest is not None:
        key = "in-time-soonest" if certificate.soonest_proved else "in-time-soonest-found"
        soonest = reading(certificate.soonest, language, problem)
        parts.append(say(key, language, soonest=soonest, **_whose(certificate)))
    if certificate.late is not None:
        key = "in-time-moved" if certificate.soonest_proved else "in-time-moved-found"
        parts.append(say(key, language, time=span(certificate.late, language)))
    if not certificate.enough:
        parts.append(say("in-time-nothing", language))
        return sentences(parts, language)
    whose = _whose(certificate)
    lines = [_tell_enough(each, whose, language, problem) for each in certificate.enough]
    head = sentences([*parts, say("in-time-enough", language)], language)
    return "\n".join([head, "", *(f"- {line}" for line in lines)])


def _whose(certificate: InTime) -> dict[str, str]:
    """Whose end is told: of everything, or of one task."""
    whole = certificate.task is None
    return {"whole": "yes" if whole else "no", "task": certificate.task or ""}


def _tell_enough(
    enough: Enough, whose: dict[str, str], language: Language, problem: Problem | None
) -> str:
    told = say(
        "enough",
        language,
        now=enough.now,
        needed=enough.needed,
        resource=resource_name(enough.resource, language, enough.needed),
        end=then(enough.end, language, problem),
        **whose,
    )
    proved = say("enough-proved" if enough.proved else "enough-unproved", language)
    return f"{told} {proved}"


def tell_helps(certificate: Helps, language: Language, problem: Problem | None) -> str:
    """The change that helps most in a sentence, then all that help in a table."""
    better = [each for each in certificate.helps if gains(each)]
    untried = say("helps-untried", language, count=certificate.untried)
    more = [untried] if certificate.untried else []
    if not better:
        none = say("helps-nothing", language, count=len(certificate.helps))
        return sentences([none, *more], language)
    best = better[0]
    found, gain = best.comparison, saved(best, certificate.goal)
    head = say(
        "helps-head" if gain else "helps-head-end",
        language,
        change=tell_change(best.change, language, problem),
        goal=say(f"goal-{certificate.goal}", language),
        before=amount(certificate.goal, certificate.before, language),
        after=amount(certificate.goal, certificate.before - gain, language),
        end_before=reading(found.end_before, language, problem),
        end_after=then(found.end_after, language, problem),
    )
    if any(not one.exact for each in certificate.helps for one in each.comparison.goals):
        more.append(say("helps-unproved", language))
    head = sentences([head, *more], language)
    return "\n".join([head, "", *_table(certificate, better, language, problem)])


def _table(
    certificate: Helps, better: list[Help], language: Language, problem: Problem | None
) -> list[str]:
    goal, now = certificate.goal, say("helps-now", language)
    rows = [(now, certificate.before, certificate.end)]
    rows += [
        (
            tell_change(each.change, language, problem),
            certificate.before - saved(each, goal),
            each.comparison.end_after,
        )
        for each in better[:SHOWN]
    ]
    head = say("helps-columns", language, goal=say(f"goal-{goal}", language))
    lines = [
        f"| {cell(change)} | {amount(goal, value, language)} | {reading(end, language, problem)} |"
        for change, value, end in rows
    ]
    return [head, "|---|---|---|", *lines]
