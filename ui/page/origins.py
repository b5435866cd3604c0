"""Where the values of a plan are from: the words that say so, or that nobody did. Pure strings."""

from tools.phrases import Language, say
from tools.plan import Assumption, Problem
from tools.plan.origins import TIMES, value_of
from tools.plan.problem import Origin
from tools.telling import resource_name, span
from tools.telling.values import until
from ui.markup import html

MOST = 500
"""Rows: more values than a person reads."""
COLUMNS = {"demand": "needs", "order": "after"}
"""Under which heading of the table a value stands, if that is not what it is called."""

NUMBERS = ("duration", "priority", "capacity")


def origins(problem: Problem | None, language: Language) -> str:
    """A folded table with a row for each value: whose, which, and its words; nothing if none is
    known of."""
    if problem is None or not problem.origins:
        return ""
    order = {name: at for at, name in enumerate(problem.by_name)}
    entries = [*problem.origins, *problem.assumed]
    known = [each for each in entries if value_of(problem, each) is not None]
    known.sort(key=lambda each: order.get(each.task or "", len(order)))
    rows = "".join(_row(each, problem, language) for each in known[:MOST])
    title = html(say("page-origins", language))
    return f'<details class="origins"><summary>{title}</summary><table>{rows}</table></details>'


def _row(each: Origin | Assumption, problem: Problem, language: Language) -> str:
    whose = each.task or resource_name(each.resource or "", language)
    value = _value(each, problem, language)
    words = f"“{each.words}”" if isinstance(each, Origin) else say("page-assumed", language)
    kind = "said" if isinstance(each, Origin) else "assumed"
    return (
        f'<tr class="{kind}"><th>{html(whose)}</th><td>{html(value)}</td>'
        f"<td>{html(words)}</td></tr>"
    )


def _value(each: Origin | Assumption, problem: Problem, language: Language) -> str:
    """The heading and the value; a value that nobody can read is left out."""
    heading = say(f"page-column-{COLUMNS.get(each.field, each.field)}", language)
    value = value_of(problem, each)
    shown = ""
    if each.field in TIMES and each.task in problem.by_name:
        limit = getattr(problem.by_name[each.task], each.field)
        shown = "" if limit is None else until(limit, language, problem)
    elif each.field == "demand":
        shown = f"{resource_name(each.resource or '', language)} × {value}"
    elif each.field in NUMBERS and isinstance(value, int):
        shown = span(value, language) if each.field == "duration" else str(value)
    return say("named-value", language, name=heading, value=shown) if shown else heading
