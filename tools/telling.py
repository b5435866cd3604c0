"""Plans and certificates in sentences, Chinese or English. It computes nothing: every number comes
from its argument, every word from the catalogues in `phrases/`."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise

from tools.phrases import Language, say
from tools.plan import PEOPLE, Assumption, Problem, Schedule
from tools.reasons.records import Comparison, Explanation, Link, Order, Overall, WhatIf, Why
from tools.wording.changes import Change

SHOWN = 12
"""Names in a list and rows in a table of an answer; the chart shows all."""


def span(minutes: int, language: Language) -> str:
    """A duration, or a moment counted from the start of the plan."""
    hours, rest = divmod(minutes, 60)
    if rest and not hours:
        return say("duration-minutes", language, minutes=rest)
    key = "duration-both" if rest else "duration-hours"
    return say(key, language, hours=hours, **({"minutes": rest} if rest else {}))


def moment(minutes: int, language: Language) -> str:
    """When something happens, counted from the start of the plan."""
    if minutes == 0:
        return say("moment-start", language)
    return say("moment-later", language, time=span(minutes, language))


def listing(names: Iterable[str], language: Language) -> str:
    """“a, b and c”; names beyond the first twelve are counted."""
    parts = list(names)
    if len(parts) < 2:
        return "".join(parts)
    comma = say("list-comma", language)
    if len(parts) > SHOWN:
        first = comma.join(parts[:SHOWN])
        return say("list-more", language, first=first, count=len(parts) - SHOWN)
    return say("list-and", language, first=comma.join(parts[:-1]), last=parts[-1])


def resource_name(name: str, language: Language, count: int = 2) -> str:
    """The pool that holds everybody is called `people` in the data and 人 in Chinese."""
    return say("resource-people", language, count=count) if name == PEOPLE else name


def tell_problem(problem: Problem, language: Language) -> str:
    """What was read, and what was assumed."""
    names = [task.name for task in problem.tasks]
    read = say("tasks-read", language, count=len(names), names=listing(names, language))
    return "\n\n".join([read, *([tell_assumed(problem, language)] if problem.assumed else [])])


def tell_assumed(problem: Problem, language: Language) -> str:
    """One list of every value the user did not give."""
    groups: dict[tuple[str, str], list[Assumption]] = {}
    for each in filter(partial(_stands, problem), problem.assumed):
        groups.setdefault((each.field, _assumed_value(problem, each, language)), []).append(each)
    lines = [
        say(
            f"assumed-{field}",
            language,
            names=listing([each.task for each in group if each.task], language),
            value=value,
            resource=resource_name(
                group[0].resource or "", language, int(value) if value.isdigit() else 2
            ),
        )
        for (field, value), group in groups.items()
    ]
    return "\n".join([say("assumed-head", language), "", *(f"- {line}" for line in lines)])


def _stands(problem: Problem, each: Assumption) -> bool:
    """False if what the assumption is about is no longer in the problem, as after a what-if."""
    if each.task is None:
        return each.resource is None or each.resource in problem.capacity
    task = problem.by_name.get(each.task)
    return task is not None and (each.field != "demand" or each.resource in task.demands)


def _assumed_value(problem: Problem, each: Assumption, language: Language) -> str:
    if each.task is None:
        return str(problem.capacity.get(each.resource or "", ""))
    task = problem.by_name[each.task]
    if each.field == "duration":
        return span(task.duration, language)
    if each.field == "demand":
        return str(task.demands[each.resource or ""])
    return str(task.priority) if each.field == "priority" else ""


def tell_schedule(problem: Problem, schedule: Schedule, language: Language) -> str:
    """What is planned, when it ends, and how good that is known to be."""
    if not schedule.planned:
        return _tell_no_plan(schedule, language)
    end = span(schedule.makespan, language)
    head = say("planned", language, count=len(schedule.assignments), end=end)
    parts = [f"{head} {tell_proof(schedule, language)}"]
    if len(schedule.assignments) <= SHOWN:
        parts.append(_table(schedule, language))
    if problem.assumed:
        parts.append(tell_assumed(problem, language))
    return "\n\n".join(parts)


def tell_proof(schedule: Schedule, language: Language) -> str:
    """Whether it is proved optimal; if not, the bound."""
    proved = "proved" if schedule.optimal else "unproved"
    bound = schedule.bound or 0
    if schedule.goal == "makespan":
        return say(f"{proved}-makespan", language, bound=span(bound, language))
    goal = say(f"goal-{schedule.goal}", language)
    return say(f"{proved}-value", language, goal=goal, value=schedule.objective, bound=bound)


def _tell_no_plan(schedule: Schedule, language: Language) -> str:
    if schedule.status == "unknown":
        return say("no-plan-in-time", language)
    if not schedule.misses:
        return say("no-plan", language)
    lines = [
        say(
            "no-plan-miss",
            language,
            task=miss.task,
            end=span(miss.end, language),
            late=span(miss.minutes, language),
            deadline=span(miss.deadline, language),
        )
        for miss in schedule.misses
    ]
    return "\n".join([say("no-plan-deadlines", language), "", *(f"- {line}" for line in lines)])


def _table(schedule: Schedule, language: Language) -> str:
    rows = [
        say(
            "table-row",
            language,
            task=_cell(each.task),
            start=span(each.start, language),
            end=span(each.end, language),
        )
        for each in sorted(schedule.assignments, key=lambda each: (each.start, each.end))
    ]
    return "\n".join([say("table-head", language), "|---|---|---|", *rows])


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


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
