"""Two plans side by side, how good a plan is, and why there is none."""

from collections.abc import Iterator, Sequence

from tools.plan import PEOPLE, Conflict, Move, Problem, Repair, Schedule, Statement
from tools.reasons.comparison import Comparison, Difference
from ui.eval.sentences.patterns import Said, Slot, Voice
from ui.eval.sentences.values import (
    At,
    Bold,
    Clauses,
    Lasts,
    Listed,
    Pool,
    Row,
    Worth,
    names,
)

NAMED = 3
"""Moves in a sentence, at most."""


def compared(said: Comparison) -> Iterator[Slot]:
    """What may be said of the other plan."""
    before, after = said.end_before, said.end_after
    key = "end-same" if before == after else "end-moves"
    yield Said(key, before=At(before), after=At(after))
    for each in said.goals if said.valued else ():
        yield from _difference(each)
    if said.valued and (verdict := _verdict(said)) != "worse":
        yield Said(f"verdict-{verdict}")
    yield from moves(said)
    yield from _rows(said)


def goal(name: str) -> Said:
    return Said(f"goal-{name}")


def rules(links: Sequence[tuple[str, str]]) -> Listed:
    """Who must wait for whom."""
    told = tuple(Said("order-rule-link", earlier=a, later=b) for a, b in links)
    return Listed(told, kind="clauses")


def _difference(each: Difference) -> Iterator[Slot]:
    """One goal in both plans, and between what the true difference lies."""
    words = "same" if each.before == each.after else "better"
    words = "worse" if each.after > each.before else words
    values = {"before": Worth(each.goal, each.before), "after": Worth(each.goal, each.after)}
    yield Said(f"value-{words}", goal=goal(each.goal), **values)
    if each.least is not None and each.most is not None and each.least != each.most:
        least, most = (
            Said("difference-less" if n < 0 else "difference-more", amount=Worth(each.goal, abs(n)))
            for n in (each.least, each.most)
        )
        yield Said("at-least", goal=goal(each.goal), least=least, most=most)


def _verdict(said: Comparison) -> str:
    """By the goals in their order, then by the end."""
    pairs = [(each.before, each.after) for each in said.goals]
    pairs.append((said.end_before, said.end_after))
    before, after = next(((a, b) for a, b in pairs if a != b), (0, 0))
    return "equal" if before == after else "better" if after < before else "worse"


def moves(said: Comparison) -> Iterator[Slot]:
    """What moves, is left out or done as well."""
    shifted = [each for each in said.moves if each.before != each.after]
    others = [each for each in said.moves if each.before == each.after]
    for kind, found in (("some", shifted), ("others", others)):
        listed = Listed(tuple(_move(each) for each in found), NAMED)
        if found:
            yield Said(f"moves-{kind}", count=len(found), moves=listed)
    if said.dropped:
        yield Said("comparison-dropped", tasks=names(said.dropped))
    if said.added:
        yield Said("comparison-added", tasks=names(said.added))
    if not (said.moves or said.dropped or said.added):
        yield Said("moves-none")


def _move(each: Move) -> Slot:
    if each.before == each.after:
        return each.task
    told = Said("move", task=each.task, before=At(each.before), after=At(each.after))
    return Said("move-others", move=told) if each.others else told


def _rows(said: Comparison) -> Iterator[Slot]:
    yield Said("compare-columns")
    yield Row((Said("compare-end"), At(said.end_before), At(said.end_after)))
    for each in said.goals if said.valued else ():
        values = (Worth(each.goal, value) for value in (each.before, each.after))
        yield Row((goal(each.goal), *values))
    for move in said.moves:
        after: Slot = At(move.after)
        after = Said("move-others", move=after) if move.others else after
        yield Row((move.task, At(move.before), after))


def proof(plan: Schedule) -> Iterator[Slot]:
    """How good a plan is known to be."""
    value, bound = plan.objective or 0, plan.bound
    if plan.status == "optimal":
        known = "proved"
    elif bound is None:
        known = "unbounded"
    else:
        known = "first-proved" if plan.then and value == bound else "unproved"
    weighed = plan.weighed == plan.goal and bound is not None and value > 0
    ends = plan.goal == "makespan" and not weighed
    kind = "weighed" if weighed else "makespan" if ends else "value"
    if plan.weighed == plan.goal and known == "unproved" and value == bound:
        kind = "moves"
    yield Said(
        f"{known}-{kind}",
        goal=goal(plan.goal),
        value=Worth(plan.goal, value),
        bound=At(bound or 0) if ends else Worth(plan.goal, bound or 0),
    )
    if plan.then:
        rest = [(goal(each.goal), Worth(each.goal, each.value)) for each in plan.then]
        values = Listed(tuple(Said("then-value", goal=g, value=v) for g, v in rest))
        later = plan.weighed is not None and not weighed
        yield Said("then-values-weighed" if later else "then-values", values=values)


def no_plan(problem: Problem, plan: Schedule, voice: Voice) -> Iterator[Slot]:
    """That there is none, and what is missed."""
    if plan.status == "unknown":
        yield Said("no-plan-in-time")
        return
    yield Said("no-plan-deadlines" if plan.misses else "no-plan")
    for each in plan.misses:
        late, ends = Lasts(each.end - each.deadline), At(each.end)
        miss = {"end": ends, "late": late, "deadline": At(each.deadline)}
        yield Said("no-plan-miss", task=each.task, **miss)
    if plan.conflict is not None:
        yield from conflict(problem, plan.conflict, voice)


def conflict(problem: Problem, found: Conflict, voice: Voice) -> Iterator[Slot]:
    """What cannot all hold, and what would help."""
    yield Said("conflict-head" if found.minimal else "conflict-head-loose")
    yield from _statements(problem, found.statements, voice)
    for other in found.others:
        yield Said("conflict-also")
        yield from _statements(problem, other, voice)
    if found.more and not found.others:
        yield Said("conflict-more")
    count = len(found.repairs)
    pairs = any(each.kind == "both" for each in found.repairs)
    key = "repairs-head-part" if found.partly else f"repairs-head{'-both' if pairs else ''}"
    key = key if count else "repairs-none"
    yield Said(key, count=count)
    yield from (_wish(problem, repair) for repair in found.repairs)


def _statements(problem: Problem, said: Sequence[Statement], voice: Voice) -> Iterator[Slot]:
    """One sentence for each task, one for each that is about a resource."""
    clauses: dict[str, list[Slot]] = {}
    for each in said:
        if each.task is None:
            yield _of_resource(problem, each)
        else:
            clauses.setdefault(each.task, []).append(_of_task(problem, each))
    told = {name: Clauses(tuple(found)) for name, found in clauses.items()}
    for name, found in told.items():
        yield Said("conflict-one", task=name, clauses=found)
    yield from _shared(problem, told, voice)
    lines = len(clauses) + sum(each.task is None for each in said)
    yield from (Said("conflict-rest", count=left) for left in range(1, lines))


def _shared(problem: Problem, told: dict[str, Clauses], voice: Voice) -> Iterator[Slot]:
    """Tasks of which the same is said, in the order of the problem."""
    groups: dict[str, list[str]] = {}
    for name in problem.by_name:
        if name in told:
            groups.setdefault(told[name].pattern(voice), []).append(name)
    for found in groups.values():
        if len(found) > 1:
            yield Said("conflict-each", tasks=names(found), clauses=told[found[0]])


def _of_task(problem: Problem, each: Statement) -> Said:
    value, lag = each.value or 0, each.value or 0
    if each.kind == "link":
        sign = "later" if lag > 0 else "sooner" if lag else "none"
        other = Bold(each.other or "")
        clause = Said(f"conflict-{each.link}", task=other, sign=sign, lag=Lasts(abs(lag)))
        if each.least is None:
            return clause
        return Said("conflict-least", clause=clause, time=At(each.least))
    if each.kind == "latest":
        return Said("conflict-latest", time=At(value + 1))  # by then it has started
    return Said(
        f"conflict-{each.kind}",
        amount=value,
        resource=Pool(each.resource or ""),
        skill=each.resource or "",
        task=Bold(each.other or ""),
        time=Lasts(value) if each.kind == "duration" else At(value),
        moment=At(value),
    )


def _of_resource(problem: Problem, each: Statement) -> Said:
    name, units = Bold(Pool(each.resource or "")), each.value or 0
    if each.kind == "absence":
        away = problem.resource[each.resource or ""].absences[each.place]
        whole = away.amount is None or problem.capacity[each.resource or ""] == 1
        key = "conflict-absence" if whole else "conflict-absence-some"
        when = {"start": At(away.start), "end": At(away.end)}
        return Said(key, resource=name, amount=away.amount or 0, **when)
    if each.kind == "now":
        return Said("conflict-now", time=At(units))
    return Said(f"conflict-{each.kind}", resource=name, amount=units, calendar=each.other or "")


def _wish(problem: Problem, repair: Repair) -> Said:
    told = _repair(problem, repair)
    return told if repair.least else Said("repair-at-most", repair=told)


def _repair(problem: Problem, repair: Repair) -> Said:
    if repair.kind == "deadline":
        return _deadlines(repair)
    if repair.kind == "both":
        first, second = (_wish(problem, each) for each in repair.both)
        return Said("repair-both", first=first, second=second)
    change, key = (repair.after or 0) - (repair.before or 0), repair.kind
    if repair.kind == "fixed":
        key = "fixed-later" if change > 0 else "fixed-sooner"
    if repair.kind == "person" and problem.skilled[repair.skill or ""][0].kind != "people":
        key = "unit"
    spans = (Said("repair-span", start=At(a), end=At(b)) for a, b in repair.spans)
    pool = Pool(repair.resource or "")
    return Said(
        f"repair-{key}",
        task=repair.task or "",
        other=repair.other or "",
        calendar=repair.resource or "",
        resource=pool if repair.resource == PEOPLE else Bold(pool),
        more=change,
        count=abs(change),
        time=Lasts(abs(change)),
        after=repair.after or 0 if repair.kind.startswith("capacity") else At(repair.after or 0),
        skill=repair.skill or "",
        spans=Listed(tuple(spans)),
    )


def _deadlines(repair: Repair) -> Said:
    moved = [
        {"task": each.task, "time": Lasts(each.after - each.before), "after": At(each.after)}
        for each in repair.deadlines
    ]
    if len(moved) == 1:
        return Said("repair-deadline", **moved[0])
    listed = Listed(tuple(Said("repair-deadlines-one", **each) for each in moved))
    return Said("repair-deadlines", count=len(moved), moves=listed)
