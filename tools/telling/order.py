"""Certificates of two tasks: which comes first, and why not both at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tools.phrases import Language, say
from tools.plan import Problem
from tools.reasons.comparison import Comparison
from tools.reasons.records import Order, Together
from tools.telling.comparison import tell_comparison, tell_verdict
from tools.telling.conflict import tell_conflict
from tools.telling.values import (
    amount,
    beginning,
    listing,
    moment,
    reading,
    resource_name,
    sentences,
    then,
)


def tell_order(order: Order, language: Language, problem: Problem | None) -> str:
    """When both start, what forbids the other order or makes it worse, and by how much."""
    names = {"first": order.first, "second": order.second}
    parts = [say("order-reversed", language, **names)] if order.asked_reversed else []
    parts += [say("order-already", language, **names)] if order.already else []
    if order.together:
        start = beginning(order.starts[0], language, problem)
        return sentences([*parts, say("order-together", language, start=start, **names)], language)
    start_first, start_second = (moment(start, language, problem) for start in order.starts)
    facts = say(
        "order-facts", language, start_first=start_first, start_second=start_second, **names
    )
    return sentences([*parts, facts, *_tell_foil(order, language, problem)], language)


def _tell_foil(order: Order, language: Language, problem: Problem | None) -> Iterator[str]:
    names = {"first": order.first, "second": order.second, "ahead": "yes" if order.ahead else "no"}
    lifted = {"count": len(order.lifted), "rules": _tell_rules(order.lifted, language)}
    if order.rule:
        yield say("order-rule", language, path=tell_path(order.rule, language), **names)
        if order.impossible:
            yield say("order-confirmed", language, **names)
    if order.comparison is not None:
        head = "order-without-rule" if order.lifted else "order-foil"
        yield say(head, language, **lifted, **names)
        more = tell_verdict(order.comparison, language)
        if not order.lifted:
            more += _tell_reason(order.first, order.comparison, language)
        yield tell_comparison(order.comparison, language, problem, more=more)
    elif order.status == "unknown":
        yield say("order-unknown", language)
    else:
        head = "order-even-without" if order.lifted else "order-impossible"
        yield say(head, language, **lifted, **names)
        if order.conflict is not None and problem is not None:
            yield f"\n\n{tell_conflict(problem, order.conflict, language)}"


def _tell_reason(first: str, comparison: Comparison, language: Language) -> Iterator[str]:
    """The first goal that gets worse is the reason, if that is proved."""
    found = comparison.decisive if comparison.valued else None
    if found is None or found.least is None or found.least <= 0:
        return
    goal, more = say(f"goal-{found.goal}", language), amount(found.goal, found.least, language)
    yield say("order-because", language, first=first, goal=goal, amount=more)


def tell_path(rule: Sequence[str], language: Language) -> str:
    """Each of the tasks must wait for the one before."""
    return _tell_rules(pairwise(rule), language)


def _tell_rules(links: Iterable[tuple[str, str]], language: Language) -> str:
    told = (say("order-rule-link", language, earlier=one, later=two) for one, two in links)
    return listing(told, language, kind="clauses")


def tell_together(certificate: Together, language: Language, problem: Problem | None) -> str:
    """What keeps two tasks from being done at once; else what that would cost."""
    first, second = certificate.tasks
    (_, end), (later, ends) = certificate.times
    names = {
        "first": first,
        "second": second,
        "end": then(end, language, problem),
        "later": then(later, language, problem),
        "begin": reading(later, language, problem),
        "both": reading(min(end, ends), language, problem),
    }
    if certificate.already:
        return say("together-already", language, **names)
    parts = [say("together-facts", language, **names), *_hindrances(certificate, language)]
    if certificate.comparison is not None:
        parts.append(say("together-foil", language, **names))
        verdict = tell_verdict(certificate.comparison, language)
        parts.append(tell_comparison(certificate.comparison, language, problem, more=verdict))
    elif certificate.left_out:
        parts.append(say("together-left-out", language))
    elif certificate.status == "infeasible":
        key = "together-confirmed" if len(parts) > 1 else "together-impossible"
        parts.append(say(key, language, **names))
        if certificate.conflict is not None and problem is not None:
            parts.append(f"\n\n{tell_conflict(problem, certificate.conflict, language)}")
    else:
        parts.append(say("together-unknown", language))
    return sentences(parts, language)


def _hindrances(certificate: Together, language: Language) -> list[str]:
    """The rules and the want of units that forbid it, if any one alone does."""
    told = []
    if certificate.rule:
        told.append(say("together-rule", language, path=tell_path(certificate.rule, language)))
    if certificate.apart:
        told.append(say("together-apart", language))
    if certificate.resource is not None:
        name = resource_name(certificate.resource, language, certificate.demand)
        units = {"demand": certificate.demand, "there": certificate.there}
        told.append(say("together-short", language, resource=name, **units))
    return told
