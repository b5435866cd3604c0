"""Why there is no plan, in the user's own words, and what would help."""

from collections.abc import Collection, Iterator

from tools.phrases import Language, say
from tools.plan import PEOPLE, Conflict, Problem, Repair, Statement
from tools.telling.values import (
    SHOWN,
    joined,
    listing,
    moment,
    resource_name,
    span,
    until,
    when,
)

ABOUT_RESOURCES = ("capacity", "absence", "calendar", "setups")
CLAUSES = (
    "duration",
    "demand",
    "skill",
    "same-people",
    "release",
    "fixed",
    "latest",
    "order",
    "link",
    "apart",
    "deadline",
)
"""In which order a sentence says what was said of a task."""


def tell_conflict(problem: Problem, conflict: Conflict, language: Language) -> str:
    """What cannot all hold, one sentence for each task, and the repairs."""
    head = say("conflict-head" if conflict.minimal else "conflict-head-loose", language)
    parts = [_bullets(head, _sentences(problem, conflict.statements, language), language)]
    for other in conflict.others:
        head = say("conflict-also", language)
        parts.append(_bullets(head, _sentences(problem, other, language), language))
    if conflict.more and not conflict.others:
        parts.append(say("conflict-more", language))
    repairs = [tell_repair(problem, repair, language) for repair in conflict.repairs]
    if repairs:
        head = say(_repairs_head(conflict), language, count=len(repairs))
        parts.append(_bullets(head, repairs, language))
    else:
        parts.append(say("repairs-none", language))
    return "\n\n".join(parts)


def _repairs_head(conflict: Conflict) -> str:
    if conflict.partly:
        return "repairs-head-part"
    pairs = any(each.kind == "both" for each in conflict.repairs)
    return "repairs-head-both" if pairs else "repairs-head"


def _bullets(head: str, lines: list[str], language: Language) -> str:
    shown = lines[:SHOWN]
    if len(lines) > SHOWN:
        shown.append(say("conflict-rest", language, count=len(lines) - SHOWN))
    return "\n".join([head, "", *(f"- {line}" for line in shown)])


def _sentences(
    problem: Problem, statements: Collection[Statement], language: Language
) -> list[str]:
    """One for each task; tasks of which the same is said share one. Then the resources, and what
    has begun, which is no wish but counts."""
    clauses: dict[str, list[str]] = {}
    others: list[str] = []
    for each in sorted(statements, key=_place):
        if each.task is None:
            others.append(tell_statement(problem, each, language))
        else:
            clauses.setdefault(each.task, []).append(tell_statement(problem, each, language))
    shared: dict[str, list[str]] = {}
    for task in problem.by_name:
        if task in clauses:
            shared.setdefault(joined(clauses[task], language), []).append(task)
    told = [_sentence(names, said, language) for said, names in shared.items()]
    return [*told, *others, *_facts(problem, statements, language)]


def _facts(
    problem: Problem, statements: Collection[Statement], language: Language
) -> Iterator[str]:
    """When those of the tasks began that have."""
    about = {name for each in statements for name in (each.task, each.other)}
    for task in problem.tasks:
        if task.started is not None and task.name in about:
            time = when(problem, task.started, language)
            yield say("conflict-started", language, task=task.name, time=time)


def _place(each: Statement) -> int:
    return CLAUSES.index(each.kind) if each.kind in CLAUSES else len(CLAUSES)


def _sentence(names: list[str], clauses: str, language: Language) -> str:
    if len(names) == 1:
        return say("conflict-one", language, task=names[0], clauses=clauses)
    tasks = listing((f"**{name}**" for name in names), language)
    return say("conflict-each", language, tasks=tasks, clauses=clauses)


def tell_statement(problem: Problem, each: Statement, language: Language) -> str:
    """One statement: part of a sentence about its task, or a sentence about a resource."""
    if each.kind == "link":
        return _tell_link(problem, each, language)
    if each.kind in ABOUT_RESOURCES:
        return _tell_of_resource(problem, each, language)
    value = each.value or 0
    if each.kind == "duration":
        ways = problem.by_name[each.task or ""].alternatives
        key = "conflict-duration-ways" if ways else "conflict-duration"
        return say(key, language, time=span(value, language))
    if each.kind in ("demand", "skill"):
        return _tell_need(problem, each, language)
    if each.kind == "latest":
        return say("conflict-latest", language, time=until(value + 1, language, problem))
    return say(
        f"conflict-{each.kind}",
        language,
        task=f"**{each.other}**",
        time=when(problem, value, language),
        moment=moment(value, language, problem),
    )


def _tell_need(problem: Problem, each: Statement, language: Language) -> str:
    """What a task needs; where another way to do it needs less of that, it says so."""
    name, value = each.resource or "", each.value or 0
    if each.kind == "skill":
        clause = say("conflict-skill", language, amount=value, skill=name)
    else:
        stock = problem.resource[name].kind == "stock"
        key = "conflict-stock" if stock else "conflict-demand"
        clause = say(key, language, amount=value, resource=resource_name(name, language, value))
    ways = problem.by_name[each.task or ""].ways
    needs = [way.skills if each.kind == "skill" else way.demands for way in ways]
    always = len(ways) == 1 or all(need.get(name, 0) >= value for need in needs)
    return clause if always else say("conflict-some-ways", language, clause=clause)


def _tell_link(problem: Problem, each: Statement, language: Language) -> str:
    lag = each.value or 0
    clause = say(
        f"conflict-{each.link}",
        language,
        task=f"**{each.other}**",
        sign="later" if lag > 0 else "sooner" if lag else "none",
        lag=span(abs(lag), language),
    )
    if each.least is None:
        return clause
    return say("conflict-least", language, clause=clause, time=when(problem, each.least, language))


def _tell_of_resource(problem: Problem, each: Statement, language: Language) -> str:
    resource = problem.resource[each.resource or ""]
    name = f"**{resource_name(resource.name, language)}**"
    if each.kind == "absence":
        return _tell_absence(problem, each, name, language)
    amount = each.value or 0
    if each.kind == "capacity":
        name = f"**{resource_name(resource.name, language, amount)}**"
        key = "conflict-supply" if resource.kind == "stock" else "conflict-capacity"
        return say(key, language, amount=amount, resource=name)
    return say(f"conflict-{each.kind}", language, resource=name, calendar=each.other)


def _tell_absence(problem: Problem, each: Statement, name: str, language: Language) -> str:
    resource = problem.resource[each.resource or ""]
    away = resource.absences[each.place]
    all_of_it = away.amount is None or resource.capacity == 1
    return say(
        "conflict-absence" if all_of_it else "conflict-absence-some",
        language,
        resource=name,
        amount=away.amount,
        start=when(problem, away.start, language),
        end=when(problem, away.end, language),
    )


def tell_repair(problem: Problem, repair: Repair, language: Language) -> str:
    """One repair as a wish; it says so if a smaller change may be enough."""
    told = _tell_repair(problem, repair, language)
    return told if repair.least else say("repair-at-most", language, repair=told)


def _tell_repair(problem: Problem, repair: Repair, language: Language) -> str:
    if repair.kind == "deadline":
        return _tell_deadlines(problem, repair, language)
    if repair.kind == "both":
        first, second = (tell_repair(problem, each, language) for each in repair.both)
        return say("repair-both", language, first=first, second=second)
    change = (repair.after or 0) - (repair.before or 0)
    return say(
        f"repair-{_variant(problem, repair, change)}",
        language,
        task=repair.task,
        other=repair.other,
        calendar=repair.resource,
        resource=_pool(repair, change, language),
        more=change,
        count=abs(change),
        time=span(abs(change), language),
        after=_value(problem, repair, language),
        skill=repair.skill,
        spans=_spans(problem, repair, language),
    )


def _spans(problem: Problem, repair: Repair, language: Language) -> str:
    told = (
        say(
            "repair-span",
            language,
            start=when(problem, a, language),
            end=when(problem, b, language),
        )
        for a, b in repair.spans
    )
    return listing(told, language)


def _variant(problem: Problem, repair: Repair, change: int) -> str:
    if repair.kind == "fixed":
        return "fixed-later" if change > 0 else "fixed-sooner"
    if repair.kind == "person":
        return repair.kind if problem.skilled[repair.skill or ""][0].kind == "people" else "unit"
    if repair.kind == "capacity" and problem.resource[repair.resource or ""].kind == "stock":
        return "stock"
    return repair.kind


def _pool(repair: Repair, change: int, language: Language) -> str:
    name = repair.resource or ""
    told = resource_name(name, language, change)
    return told if name == PEOPLE else f"**{told}**"


def _value(problem: Problem, repair: Repair, language: Language) -> str | int:
    after = repair.after or 0
    if repair.kind.startswith("capacity"):
        return after
    if repair.kind == "fixed":
        return moment(after, language, problem)
    return when(problem, after, language)


def _tell_deadlines(problem: Problem, repair: Repair, language: Language) -> str:
    alone = len(repair.deadlines) == 1
    moves = [
        say(
            "repair-deadline" if alone else "repair-deadlines-one",
            language,
            task=each.task,
            time=span(each.after - each.before, language),
            after=when(problem, each.after, language),
        )
        for each in repair.deadlines
    ]
    if alone:
        return moves[0]
    told = listing(moves, language)
    return say("repair-deadlines", language, count=len(moves), moves=told)
