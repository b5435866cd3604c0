"""Certificates: why a task starts when it does, what another order or another condition costs."""

from tools.phrases import Language, say
from tools.plan import PEOPLE, Problem
from tools.plan.changes import SetDuration
from tools.plan.rewrites import SetDemand
from tools.reasons.agenda import Agenda, Availability
from tools.reasons.links import Link
from tools.reasons.records import (
    Changed,
    Explanation,
    Floor,
    NoPlan,
    NotThen,
    Order,
    Overall,
    Together,
    WhatIf,
    Who,
    Why,
)
from tools.reasons.remedies import FirstBy, Helps, InTime
from tools.telling.agenda import tell_agenda, tell_availability
from tools.telling.changes import tell_change, tell_edit
from tools.telling.comparison import tell_comparison
from tools.telling.conflict import tell_conflict
from tools.telling.order import tell_order, tell_together
from tools.telling.people import tell_busy, tell_who
from tools.telling.schedule import tell_proof, tell_schedule
from tools.telling.studies import tell_first_by, tell_helps, tell_in_time, tell_not_then
from tools.telling.values import (
    SHOWN,
    joined,
    listing,
    reading,
    resource_name,
    sentences,
    span,
    then,
)


def tell_explanation(
    explanation: Explanation, language: Language, problem: Problem | None = None
) -> str:
    """A certificate in words; with the times of a clock if `problem` has a start."""
    changed = explanation.problem or problem
    match explanation.certificate:
        case Why() as why:
            return _tell_why(why, language, problem)
        case Overall() as overall:
            return _tell_overall(overall, language, problem)
        case NoPlan() as none:
            assert changed is not None, "the study has seen to it"
            return tell_schedule(changed, none.plan, language)
        case Order() as order:
            return tell_order(order, language, problem)
        case WhatIf() as what_if:
            return _tell_what_if(what_if, language, changed)
        case NotThen() as not_then:
            return tell_not_then(not_then, language, changed)
        case FirstBy() as first_by:
            return tell_first_by(first_by, language, changed)
        case InTime() as in_time:
            return tell_in_time(in_time, language, changed)
        case Who() as who:
            return tell_who(who, language, changed)
        case Changed() as since:
            return _tell_changed(since, language, problem)
        case Together() as together:
            return tell_together(together, language, problem)
        case Helps() as helps:
            return tell_helps(helps, language, problem)
        case Agenda() as agenda:
            return tell_agenda(agenda, language, problem)
        case Availability() as availability:
            return tell_availability(availability, language, problem)


def _tell_why(why: Why, language: Language, problem: Problem | None) -> str:
    first = why.chain[0]
    if first.cause == "start":
        return sentences(
            [say("why-start", language, task=why.task), *_tell_slack(why, language)], language
        )
    head = say("why-head", language, task=why.task, start=then(first.start, language, problem))
    lines = [
        f"{number}. {tell_link(link, language, problem)}"
        for number, link in enumerate(why.chain, 1)
    ]
    slack = _tell_slack(why, language)
    return "\n".join([head, "", *lines, *(["", *slack] if slack else [])])


def _tell_slack(why: Why, language: Language) -> list[str]:
    if why.slack is None:
        return []
    if not why.slack:
        return [say("slack-none", language)]
    told = [say("slack", language, time=span(why.slack, language))]
    if why.on_time is not None:
        key = "slack-later" if why.late else "slack-on-time" if why.on_time else "slack-due"
        told.append(say(key, language, time=span(why.on_time, language)))
    return [sentences(told, language)]


def _tell_changed(changed: Changed, language: Language, problem: Problem | None) -> str:
    edits = [tell_edit(each, language, problem) for each in changed.edits]
    head = say("changed-edits", language, edits=listing(edits, language)) if edits else ""
    compared = tell_comparison(changed.comparison, language, problem)
    told = [sentences([head or say("changed-nothing", language), compared], language)]
    if changed.why is not None:
        told.append(say("changed-most", language, task=changed.why.task))
        told.append(_tell_why(changed.why, language, problem))
    return "\n\n".join(told)


def _tell_overall(overall: Overall, language: Language, problem: Problem | None) -> str:
    end = then(overall.plan.makespan, language, problem)
    head = say("overall-head", language, task=overall.last.task, end=end)
    parts = [
        sentences([head, tell_proof(overall.plan, language, problem)], language),
        *_tell_floor(overall, language, problem),
        _tell_why(overall.last, language, problem),
    ]
    return "\n\n".join(parts)


def _tell_floor(overall: Overall, language: Language, problem: Problem | None) -> list[str]:
    """Why no plan can be much shorter: what anybody can add up, and what solving has proved."""
    told = [_tell_sum(overall.floor, overall, language, problem)] if overall.floor else []
    if overall.soonest is not None:
        told.append(_tell_soonest(overall, language, problem))
    return [sentences(told, language)] if told else []


def _tell_sum(floor: Floor, overall: Overall, language: Language, problem: Problem | None) -> str:
    """In hours of work, or by the clock where it is not open all the time."""
    by_clock, lasts = floor.closed or floor.since > 0, overall.plan.makespan
    least = say(
        ("floor-chain" if floor.tasks else "floor-resource") + ("-ends" if by_clock else ""),
        language,
        tasks=_path(floor.tasks),
        count=len(floor.tasks),
        resource=floor.resource or "",
        people="yes" if floor.resource == PEOPLE else "no",
        units=floor.units,
        work=span(floor.work, language),
        time=span(floor.minutes, language),
        end=reading(floor.minutes, language, problem),
        since=then(floor.since, language, problem),
        later="yes" if floor.since else "no",
        closed="yes" if floor.closed else "no",
    )
    key = ("end" if by_clock else "floor") + ("-reached" if floor.minutes == lasts else "-more")
    end = then(lasts, language, problem)
    plan = say(key, language, time=span(lasts, language), end=end)
    return say("floor-whole", language, least=least, plan=plan)


def _tell_soonest(overall: Overall, language: Language, problem: Problem | None) -> str:
    plan, soonest, least = overall.plan, overall.soonest or 0, overall.least or 0
    proved = "end-proved" if soonest == least else "end-found"
    key = proved if soonest == plan.makespan else f"{proved}-sooner"
    return say(
        key,
        language,
        soonest=then(soonest, language, problem),
        least=reading(least, language, problem),
        goal=say(f"goal-{plan.goal}", language),
        first=plan.goal,
    )


def _path(names: tuple[str, ...]) -> str:
    """One after the other; of a long one, its two ends."""
    told = [f"**{name}**" for name in names]
    if len(told) > SHOWN:
        told = [*told[: SHOWN // 2], "…", *told[-SHOWN // 2 :]]
    return " → ".join(told)


def tell_link(link: Link, language: Language, problem: Problem | None = None) -> str:
    """One link of a binding chain as a sentence."""
    until = link.start if link.until is None else link.until
    key = _key(link)
    many = 2 if key == "link-closed" else link.demand or 0  # all of them are closed together
    told = say(
        key,
        language,
        task=link.task,
        start=reading(until, language, problem),
        since=then(until, language, problem),
        end=then(link.end, language, problem),
        tried=then(link.tried or 0, language, problem),
        blockers=listing((f"**{name}**" for name in link.blockers), language),
        count=len(link.blockers),
        resource=resource_name(link.resource or "", language, many),
        people="yes" if link.resource == PEOPLE else "no",
        demand=link.demand or 0,
        free=link.free or 0,
        there=link.there or 0,
        **{"from": reading(link.since or 0, language, problem)},
        **_linked(link, language),
    )
    return _with_break(told, link, language, problem) if link.cause == "closed" else told


def _key(link: Link) -> str:
    match link.cause:
        case "predecessor":
            return f"link-{link.kind or 'finish-start'}"
        case "closed":
            return "link-away" if link.there else "link-closed"
        case "resource" if link.there is not None:
            return "link-resource-held"
        case "resource" if link.skills:
            return "link-resource-person"
        case "choice" if link.others:
            return "link-choice-others"
        case "choice" if link.effect != "same":
            return f"link-choice-{link.effect or 'free'}"
    return f"link-{link.cause}"


def _linked(link: Link, language: Language) -> dict[str, str]:
    """What only links to other tasks and to people say."""
    lag, pair, families = link.lag or 0, link.pair or ("", ""), link.families or ("", "")
    return {
        "lag": span(abs(lag), language),
        "sign": "later" if lag > 0 else "sooner" if lag < 0 else "none",
        "one": pair[0],
        "two": pair[1],
        "before": families[0],
        "after": families[1],
        "minutes": span(link.minutes or 0, language),
        "skills": listing((f"“{skill}”" for skill in link.skills), language),
        "who": listing((tell_busy(busy, language) for busy in link.who), language),
        "mate": link.mate or "",
        "goal": say(f"goal-{link.goal}", language) if link.goal is not None else "",
    }


def _with_break(told: str, link: Link, language: Language, problem: Problem | None) -> str:
    """What the task would need before its resource closes, if that says something."""
    piece = span(link.piece or 0, language)
    if link.latest is not None:
        key = "link-latest" if link.piece is None else "link-latest-piece"
        latest = reading(link.latest, language, problem)
        return say(key, language, closed=told, piece=piece, latest=latest)
    if link.left:
        left = span(link.left, language)
        return say("link-left", language, closed=told, piece=piece, left=left)
    return told


def _tell_what_if(what_if: WhatIf, language: Language, problem: Problem | None) -> str:
    told = _tell_changed_plan(what_if, language, problem)
    if what_if.unread:
        quoted = [say("edit-quoted", language, words=each) for each in what_if.unread]
        told = say("what-if-unread", language, words=listing(quoted, language)) + "\n\n" + told
    if (same := _tell_same_times(what_if, language, problem)) is not None:
        told += "\n\n" + same
    return told


def _tell_same_times(what_if: WhatIf, language: Language, problem: Problem | None) -> str | None:
    """Nobody said that more people are quicker, or by how much."""
    timed = {each.task for each in what_if.changes if isinstance(each, SetDuration)}
    held = (each.task for each in what_if.changes if isinstance(each, SetDemand))
    names = [f"**{name}**" for name in dict.fromkeys(held) if name not in timed]
    if not names or what_if.already or problem is None:
        return None
    return say("what-if-same-times", language, count=len(names), tasks=listing(names, language))


def _tell_changed_plan(what_if: WhatIf, language: Language, problem: Problem | None) -> str:
    changes = joined(
        [tell_change(change, language, problem) for change in what_if.changes], language
    )
    if what_if.already:
        return say("what-if-already", language, changes=changes)
    if what_if.comparison is not None:
        head = say("what-if-head", language, changes=changes)
        compared = tell_comparison(what_if.comparison, language, problem, beside=True)
        return sentences([head, compared], language)
    if what_if.status == "unknown":
        return say("what-if-unknown", language, changes=changes)
    if what_if.end is not None:
        end = then(what_if.end, language, problem)
        return say("what-if-possible", language, changes=changes, end=end)
    none = say("what-if-none", language, changes=changes)
    if what_if.conflict is None or problem is None:
        return none
    return "\n\n".join([none, tell_conflict(problem, what_if.conflict, language)])
