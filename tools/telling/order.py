"""Certificates of two tasks: which comes first, and why not both at once."""

from collections.abc import Sequence
from itertools import pairwise

from tools.phrases import Language, say
from tools.plan import Problem
from tools.reasons.records import Order, Together
from tools.telling.comparison import tell_comparison
from tools.telling.conflict import tell_conflict
from tools.telling.values import listing, moment, reading, resource_name, sentences, then


def tell_order(order: Order, language: Language, problem: Problem | None) -> str:
    names = {"first": order.first, "second": order.second}
    parts = [say("order-reversed", language, **names)] if order.asked_reversed else []
    start_first, start_second = (moment(start, language, problem) for start in order.starts)
    if order.together:
        return sentences(
            [*parts, say("order-together", language, start=start_first, **names)], language
        )
    facts = say(
        "order-facts", language, start_first=start_first, start_second=start_second, **names
    )
    parts.append(facts)
    if order.rule:
        parts.append(say("order-rule", language, path=_tell_path(order.rule, language), **names))
        parts += [say("order-confirmed", language, **names)] if order.impossible else []
    elif order.impossible:
        parts.append(say("order-impossible", language, **names))
        if order.conflict is not None and problem is not None:
            parts.append(f"\n\n{tell_conflict(problem, order.conflict, language)}")
    if order.comparison is not None:
        head = "order-without-rule" if order.rule else "order-foil"
        parts.append(say(head, language, **names))
        parts.append(tell_comparison(order.comparison, language, problem))
    elif not order.impossible:
        parts.append(say("order-unknown", language))
    return sentences(parts, language)


def _tell_path(rule: Sequence[str], language: Language) -> str:
    links = [
        say("order-rule-link", language, earlier=earlier, later=later)
        for earlier, later in pairwise(rule)
    ]
    return listing(links, language)


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
        parts.append(tell_comparison(certificate.comparison, language, problem))
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
        told.append(say("together-rule", language, path=_tell_path(certificate.rule, language)))
    if certificate.apart:
        told.append(say("together-apart", language))
    if certificate.resource is not None:
        name = resource_name(certificate.resource, language, certificate.demand)
        units = {"demand": certificate.demand, "there": certificate.there}
        told.append(say("together-short", language, resource=name, **units))
    return told
