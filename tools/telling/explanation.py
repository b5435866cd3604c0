"""Certificates: why a task starts when it does, what another order or another condition costs."""

from collections.abc import Sequence
from itertools import pairwise

from tools.phrases import Language, say
from tools.reasons.records import Comparison, Explanation, Link, Order, Overall, WhatIf, Why
from tools.telling.schedule import tell_proof
from tools.telling.values import listing, moment, resource_name, span
from tools.wording.changes import Change


def tell_explanation(explanation: Explanation, language: Language) -> str:
    certificate = explanation.certificate
    if isinstance(certificate, Why):
        return _tell_why(certificate, language)
    if isinstance(certificate, Overall):
        return _tell_overall(certificate, language)
    if isinstance(certificate, Order):
        return _tell_order(certificate, language)
    return _tell_what_if(certificate, language)


def _tell_why(why: Why, language: Language) -> str:
    first = why.chain[0]
    if first.cause == "start":
        return say("why-start", language, task=why.task)
    head = say("why-head", language, task=why.task, start=span(first.start, language))
    lines = [f"{number}. {tell_link(link, language)}" for number, link in enumerate(why.chain, 1)]
    return "\n".join([head, "", *lines])


def _tell_overall(overall: Overall, language: Language) -> str:
    end = span(overall.plan.makespan, language)
    head = say("overall-head", language, task=overall.last.task, end=end)
    parts = [f"{head} {tell_proof(overall.plan, language)}", _tell_why(overall.last, language)]
    return "\n\n".join(parts)


def tell_link(link: Link, language: Language) -> str:
    """One link of a binding chain as a sentence."""
    return say(
        f"link-{link.cause}",
        language,
        task=link.task,
        start=span(link.start, language),
        end=span(link.end, language),
        blockers=listing((f"**{name}**" for name in link.blockers), language),
        count=len(link.blockers),
        resource=resource_name(link.resource or "", language, link.demand or 0),
        demand=link.demand or 0,
        free=link.free or 0,
    )


def _tell_order(order: Order, language: Language) -> str:
    names = {"first": order.first, "second": order.second}
    parts = [say("order-reversed", language, **names)] if order.asked_reversed else []
    start_first, start_second = (moment(start, language) for start in order.starts)
    if order.together:
        return " ".join([*parts, say("order-together", language, start=start_first, **names)])
    facts = say(
        "order-facts", language, start_first=start_first, start_second=start_second, **names
    )
    parts.append(facts)
    if order.rule:
        parts.append(say("order-rule", language, path=_path(order.rule, language), **names))
        parts += [say("order-confirmed", language, **names)] if order.impossible else []
    elif order.impossible:
        parts.append(say("order-impossible", language, **names))
    if order.comparison is not None:
        head = "order-without-rule" if order.rule else "order-foil"
        parts.append(say(head, language, **names))
        parts.append(tell_comparison(order.comparison, language))
    elif not order.impossible:
        parts.append(say("order-unknown", language))
    return " ".join(parts)


def _path(rule: Sequence[str], language: Language) -> str:
    links = [
        say("order-rule-link", language, earlier=earlier, later=later)
        for earlier, later in pairwise(rule)
    ]
    return listing(links, language)


def _tell_what_if(what_if: WhatIf, language: Language) -> str:
    changes = listing((tell_change(change, language) for change in what_if.changes), language)
    if what_if.comparison is not None:
        head = say("what-if-head", language, changes=changes)
        return f"{head} {tell_comparison(what_if.comparison, language)}"
    if what_if.status == "unknown":
        return say("what-if-unknown", language, changes=changes)
    if what_if.end is not None:
        return say("what-if-possible", language, changes=changes, end=span(what_if.end, language))
    late = [
        say("what-if-late", language, task=task, late=span(minutes, language))
        for task, minutes in what_if.late
    ]
    head = say("what-if-none", language, changes=changes)
    return "\n".join([head, *(["", *(f"- {line}" for line in late)] if late else [])])


def tell_change(change: Change, language: Language) -> str:
    """One changed condition, as part of a sentence."""
    values = change.model_dump()
    if "resource" in values:
        values["resource"] = resource_name(values["resource"], language, values["capacity"])
        values["value"] = values.pop("capacity", None)
    if values["kind"] in ("duration", "deadline"):
        values["value"] = span(values.pop("minutes", None) or values.pop("minute", 0), language)
    if values["kind"] == "priority":
        values["value"] = values["priority"]
    return say(f"change-{values.pop('kind')}", language, **values)


def tell_comparison(comparison: Comparison, language: Language) -> str:
    """By how much the other plan differs, and what moves."""
    before, after = comparison.end_before, comparison.end_after
    key = "end-same" if before == after else "end-moves"
    parts = [say(key, language, before=span(before, language), after=span(after, language))]
    if comparison.goal != "makespan":
        parts.append(_tell_value(comparison, language))
    if not comparison.exact:
        least, most = comparison.least, comparison.most
        parts.append(say("at-least", language, least=least, most=most))
    parts.append(_tell_moves(comparison, language))
    return " ".join(parts)


def _tell_value(comparison: Comparison, language: Language) -> str:
    change = comparison.after - comparison.before
    key = "value-same" if not change else "value-worse" if change > 0 else "value-better"
    goal = say(f"goal-{comparison.goal}", language)
    return say(key, language, goal=goal, before=comparison.before, after=comparison.after)


def _tell_moves(comparison: Comparison, language: Language) -> str:
    if not comparison.moves:
        return say("moves-none", language)
    told = [
        say(
            "move",
            language,
            task=move.task,
            before=span(move.before, language),
            after=span(move.after, language),
        )
        for move in comparison.moves
    ]
    return say("moves-some", language, count=len(told), moves=listing(told, language))
