"""Certificates of what would be: another time, what it would take, what would help."""

from tools.phrases import Language, say
from tools.plan import Problem
from tools.plan.dates import moment_of
from tools.reasons.gains import compared_with_the_best, gains, proved, saved
from tools.reasons.records import NotThen
from tools.reasons.remedies import Enough, FirstBy, Help, Helps, InTime
from tools.telling.changes import tell_change
from tools.telling.comparison import tell_comparison, tell_end, tell_moves, tell_verdict
from tools.telling.conflict import tell_conflict
from tools.telling.order import tell_path
from tools.telling.values import (
    SHOWN,
    amount,
    beginning,
    cell,
    day,
    listing,
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
        "start": beginning(certificate.start, language, problem),
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
    if certificate.conflict is not None and problem is not None:
        told.append(tell_conflict(problem, certificate.conflict, language))
    return "\n\n".join(told)


def _asked(certificate: NotThen, language: Language, problem: Problem | None) -> str:
    first, last = certificate.first, certificate.last
    if problem is None or problem.start is None or first == last:
        return beginning(first, language, problem)
    end = f"{moment_of(last + 1, problem):%H:%M}"
    if end != "00:00":  # a part of the day
        return say("moment-between", language, begin=reading(first, language, problem), end=end)
    return say("moment-at", language, time=day(moment_of(last, problem), language), dated="yes")


def tell_first_by(certificate: FirstBy, language: Language, problem: Problem | None) -> str:
    names = {"task": certificate.task, "other": certificate.other}
    if certificate.comparison is None:
        if certificate.needed is not None:
            return say("first-by-already", language, **names)
        if certificate.rule:
            path = tell_path(certificate.rule, language)
            return say("first-by-rule", language, path=path, **names)
        if certificate.conflict is not None and problem is not None:
            told = tell_conflict(problem, certificate.conflict, language)
            return "\n\n".join([say("first-by-impossible", language, **names), told])
        tried = certificate.highest if certificate.tried is None else certificate.tried
        some = "first-by-unknown" if tried == certificate.highest else "first-by-untried"
        key = "first-by-never" if certificate.proved else some
        return say(key, language, highest=certificate.highest, tried=tried, **names)
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
        return _tell_not_enough(parts, certificate, language, problem)
    whose = _whose(certificate)
    lines = [_tell_enough(each, whose, language, problem) for each in certificate.enough]
    head = sentences([*parts, say("in-time-enough", language)], language)
    return "\n".join([head, "", *(f"- {line}" for line in lines)])


def _tell_not_enough(
    parts: list[str], certificate: InTime, language: Language, problem: Problem | None
) -> str:
    """That more of one thing will not do, and why."""
    if certificate.conflict is None or problem is None:
        return sentences([*parts, say("in-time-nothing", language)], language)
    head = sentences([*parts, say("in-time-conflict", language)], language)
    return "\n\n".join([head, tell_conflict(problem, certificate.conflict, language)])


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
    more = _tell_unknown(certificate, better, language)
    if not certificate.helps and certificate.untried:
        return say("helps-no-time", language, count=certificate.untried)
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
        after=_reached(certificate, best, language),
        end_before=reading(found.end_before, language, problem),
        end_after=then(found.end_after, language, problem, "moment-instead"),
    )
    head = sentences([head, *_tell_vain(certificate, language, problem), *more], language)
    return "\n".join([head, "", *_table(certificate, better, language, problem)])


def _tell_vain(certificate: Helps, language: Language, problem: Problem | None) -> list[str]:
    """Of what there could be more without gaining anything: alone it is no bottleneck."""
    vain = [
        tell_change(each.change, language, problem)
        for each in certificate.helps
        if each.change.kind in ("capacity", "shift")
        and each.comparison.verdict == "equal"
        and all(one.exact for one in each.comparison.goals)
    ]
    changes = listing(vain, language)
    return [say("helps-vain", language, changes=changes)] if vain else []


def _tell_unknown(certificate: Helps, better: list[Help], language: Language) -> list[str]:
    """What was not tried, and what is not proved of what was."""
    goal, told = certificate.goal, list[str]()
    if certificate.untried:
        told.append(say("helps-untried", language, count=certificate.untried))
    if not all(proved(each, goal) for each in better or certificate.helps):
        told.append(say("helps-unproved" if better else "helps-nothing-unproved", language))
    if better and not all(compared_with_the_best(each, goal) for each in better):
        told.append(say("helps-base-unproved", language))
    return told


def _reached(certificate: Helps, each: Help, language: Language) -> str:
    """The value with a change: at most that, if less of it may be possible."""
    value = certificate.before - saved(each, certificate.goal)
    told = amount(certificate.goal, value, language)
    sure = proved(each, certificate.goal)
    return told if sure else say("helps-at-most", language, amount=told)


def _table(
    certificate: Helps, better: list[Help], language: Language, problem: Problem | None
) -> list[str]:
    goal, now = certificate.goal, say("helps-now", language)
    rows = [(now, amount(goal, certificate.before, language), certificate.end)]
    rows += [
        (
            tell_change(each.change, language, problem),
            _reached(certificate, each, language),
            each.comparison.end_after,
        )
        for each in better[:SHOWN]
    ]
    head = say("helps-columns", language, goal=say(f"goal-{goal}", language))
    lines = [
        f"| {cell(change)} | {value} | {reading(end, language, problem)} |"
        for change, value, end in rows
    ]
    return [head, "|---|---|---|", *lines]
