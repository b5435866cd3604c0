"""What may be said of each kind of certificate of what there is, and of another order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.plan import PEOPLE, Problem
from tools.reasons.agenda import Agenda, Availability
from tools.reasons.links import Link
from tools.reasons.records import (
    Changed,
    Explanation,
    Floor,
    NoPlan,
    Order,
    Overall,
    Together,
    Who,
    Why,
)
from ui.eval.sentences import studies
from ui.eval.sentences.agenda import agenda, availability
from ui.eval.sentences.changes import edit
from ui.eval.sentences.links import busy, why
from ui.eval.sentences.patterns import Said, Slot, Voice
from ui.eval.sentences.plans import compared, conflict, goal, no_plan, proof, rules
from ui.eval.sentences.values import (
    At,
    Lasts,
    Listed,
    Path,
    Pool,
    Quoted,
    Worth,
)


def chain(told: Explanation) -> Sequence[Link]:
    """The links that numbered lines tell."""
    match told.certificate:
        case Why() as found:
            return found.chain
        case Overall() as found:
            return found.last.chain
        case Changed() as found:
            return found.why.chain if found.why is not None else ()
    return ()


def answers(told: Explanation, problem: Problem, voice: Voice) -> Iterator[Slot]:
    """Every sentence that fits the certificate."""
    match told.certificate:
        case Why() as found:
            yield from why(found)
        case Overall() as found:
            yield from _overall(found)
        case NoPlan() as found:
            yield from no_plan(problem, found.plan, voice)
        case Order() as found:
            yield from _order(found, problem, voice)
        case Together() as found:
            yield from _together(found, problem, voice)
        case Who() as found:
            yield from _who(found, told.problem or problem, voice)
        case Changed() as found:
            yield from _changed(found)
        case Agenda() as found:
            yield from agenda(found, problem, voice)
        case Availability() as found:
            yield from availability(found, voice)
        case found:
            yield from studies.answers(found, told.problem or problem, voice)


def _overall(told: Overall) -> Iterator[Slot]:
    plan = told.plan
    yield Said("overall-head", task=told.last.task, end=At(plan.makespan))
    yield from proof(plan)
    yield from why(told.last)
    if told.floor is not None:
        yield from _floor(told.floor, plan.makespan)
    if told.soonest is not None:
        soonest, least = told.soonest, told.least or 0
        key = "end-proved" if soonest == least else "end-found"
        key = key if soonest == plan.makespan else f"{key}-sooner"
        ends = {"soonest": At(soonest), "least": At(least)}
        yield Said(key, goal=goal(plan.goal), first=plan.goal, **ends)


def _floor(told: Floor, lasts: int) -> Iterator[Slot]:
    """So long every plan takes, and so long this one."""
    by_clock = told.closed or told.since > 0
    key = "floor-chain" if told.tasks else "floor-resource"
    yield Said(
        f"{key}-ends" if by_clock else key,
        tasks=Path(told.tasks),
        count=len(told.tasks),
        resource=told.resource or "",
        people="yes" if told.resource == PEOPLE else "no",
        units=told.units,
        work=Lasts(told.work),
        time=Lasts(told.minutes),
        end=At(told.minutes),
        since=At(told.since),
        later="yes" if told.since else "no",
        closed="yes" if told.closed else "no",
    )
    key = "end" if by_clock else "floor"
    reached = "reached" if told.minutes == lasts else "more"
    yield Said(f"{key}-{reached}", time=Lasts(lasts), end=At(lasts))


def _order(told: Order, problem: Problem, voice: Voice) -> Iterator[Slot]:
    both = {"first": told.first, "second": told.second, "ahead": "yes" if told.ahead else "no"}
    one, two = told.starts
    if told.asked_reversed:
        yield Said("order-reversed", **both)
    if told.already:
        yield Said("order-already", **both)
    if told.together:
        yield Said("order-together", start=At(one), **both)
        return
    yield Said("order-facts", start_first=At(one), start_second=At(two), **both)
    if told.rule:
        yield Said("order-rule", path=rules(list(pairwise(told.rule))), **both)
        if told.impossible:
            yield Said("order-confirmed", **both)
    lifted = {"count": len(told.lifted), "rules": rules(told.lifted)}
    if told.comparison is not None:
        yield Said("order-without-rule" if told.lifted else "order-foil", **lifted, **both)
        yield from compared(told.comparison)
        if not told.lifted:
            yield from _because(told)
    elif told.status == "unknown":
        yield Said("order-unknown")
    else:
        yield Said("order-even-without" if told.lifted else "order-impossible", **lifted, **both)
        if told.conflict is not None:
            yield from conflict(problem, told.conflict, voice)


def _because(told: Order) -> Iterator[Slot]:
    """The first goal that differs, if it is larger by something for sure."""
    assert told.comparison is not None, "what it is about"
    for each in told.comparison.goals if told.comparison.valued else ():
        if each.before != each.after:
            if each.least is not None and each.least > 0:
                more = Worth(each.goal, each.least)
                yield Said("order-because", first=told.first, goal=goal(each.goal), amount=more)
            return


def _together(told: Together, problem: Problem, voice: Voice) -> Iterator[Slot]:
    (_, end), (later, ends) = told.times
    both = {"first": told.tasks[0], "second": told.tasks[1]}
    if told.times[1][0] < min(end, ends):
        yield Said("together-already", begin=At(later), both=At(min(end, ends)), **both)
        return
    yield Said("together-facts", end=At(end), later=At(later), **both)
    if told.rule:
        yield Said("together-rule", path=rules(list(pairwise(told.rule))))
    if told.apart:
        yield Said("together-apart")
    if told.resource is not None:
        units = {"demand": told.demand, "there": told.there}
        yield Said("together-short", resource=Pool(told.resource), **units)
    if told.comparison is not None:
        yield Said("together-foil")
        yield from compared(told.comparison)
    elif told.left_out:
        yield Said("together-left-out")
    elif told.status == "infeasible":
        named = told.rule or told.apart or told.resource
        yield Said("together-confirmed" if named else "together-impossible")
        if told.conflict is not None:
            yield from conflict(problem, told.conflict, voice)
    else:
        yield Said("together-unknown")


def _who(told: Who, problem: Problem, voice: Voice) -> Iterator[Slot]:
    said = {
        "task": told.task,
        "start": At(told.start),
        "end": At(told.end),
        "skills": Listed(tuple(Quoted(skill) for skill in told.skills)),
        "number": len(told.skills),
        "asked": told.asked or "",
    }
    if not told.crew:
        key = "who-named" if told.named else "who-nobody"
        yield Said(key, names=_people(told.named), **said)
        return
    yield Said("who-crew", names=_people(told.crew), count=len(told.crew), **said)
    if told.busy:
        yield Said("who-busy", busy=Listed(tuple(busy(each) for each in told.busy)))
    if told.free:
        yield Said("who-free", names=_people(told.free), count=len(told.free))
    if not told.busy and not told.free:
        yield Said("who-only", **said)
    if not told.able:
        yield Said("who-unable", **said)
    elif told.asked is not None:
        yield from _if_asked(told, said)
        if told.conflict is not None:
            yield from conflict(problem, told.conflict, voice)


def _if_asked(told: Who, said: dict[str, Slot]) -> Iterator[Slot]:
    if told.comparison is not None:
        yield Said("who-foil", **said)
        yield from compared(told.comparison)
    elif told.left_out:
        yield Said("who-left-out", **said)
    else:
        yield Said("who-impossible" if told.status == "infeasible" else "who-unknown", **said)


def _people(found: Sequence[str]) -> Listed:
    return Listed(tuple(Pool(name) for name in found))


def _changed(told: Changed) -> Iterator[Slot]:
    if told.edits:
        yield Said("changed-edits", edits=Listed(tuple(edit(each) for each in told.edits)))
    else:
        yield Said("changed-nothing")
    yield from compared(told.comparison)
    if told.why is not None:
        yield Said("changed-most", task=told.why.task)
        yield from why(told.why)
