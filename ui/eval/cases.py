"""What is asked: questions of every kind about plans, made from a seed. The same on every machine.

By what people ask: why a task is where it is (`why`); why one before another (`order`, `first`);
why not at another time or on another day, why this person, why not at once (`not_then`, `not_day`,
`who`, `together`); what if (`what_if`); what it would take (`first_by`, `in_time`); what helps most
(`helps`); is it the best (`overall`); what changed (`changed`); why there is no plan (`no_plan`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from random import Random

from tools.conflict.explained import optimise
from tools.plan import Problem, Schedule
from tools.plan.changes import apply
from tools.reasons.records import Explanation
from tools.solver import solve
from tools.studies.clock import Budget
from tools.studies.conditions import what_if
from tools.studies.deadlines import in_time
from tools.studies.difference import what_changed
from tools.studies.effort import first_by_priority
from tools.studies.helps import what_helps
from tools.studies.moment import why_not_then
from tools.studies.order import why_before, why_not_first
from tools.studies.people import why_who
from tools.studies.reasons import why, why_no_plan, why_this_plan
from tools.studies.together import why_not_together
from ui.eval.conditions import changes, squeezed

DAY = 24 * 60
AGAIN = 1.0
"""Seconds for a plan that a question is about besides the first one."""
SHARES = {
    "why": 14,
    "order": 14,
    "first": 4,
    "not_then": 6,
    "not_day": 4,
    "who": 6,
    "together": 5,
    "what_if": 16,
    "first_by": 5,
    "in_time": 6,
    "helps": 5,
    "overall": 5,
    "changed": 5,
    "no_plan": 5,
}
"""How many of a hundred."""
FOREMOST = (
    "why", "order", "not_then", "what_if", "first_by", "helps", "overall", "changed", "no_plan",
)  # fmt: skip
"""One of each line of what people ask."""


def kinds(size: int) -> Iterator[str]:
    """So many kinds, each as often as its share and at least once, if there is room for all."""
    asked = dict.fromkeys(SHARES, 0)
    for place in range(size):
        behind = {kind: share * (place + 1) / 100 - asked[kind] for kind, share in SHARES.items()}
        unasked = [kind for kind in (*FOREMOST, *SHARES) if not asked[kind]]
        kind = unasked[0] if unasked else max(SHARES, key=lambda each: behind[each])
        asked[kind] += 1
        yield kind


@dataclass(frozen=True)
class Asked:
    """A question about one plan."""

    kind: str
    words: str
    """For people who look at what went wrong."""
    problem: Problem
    plan: Schedule
    ask: Callable[[Budget], Explanation]
    about: Mapping[str, object] = field(default_factory=dict)
    """What the certificate must say that it is about, by field."""
    before: tuple[Problem, Schedule] | None = None
    """For what changed: the problem and the plan before."""

    def missed(self, told: Explanation) -> list[str]:
        """What was asked about and is not told of."""
        found = {each: getattr(told.certificate, each, None) for each in self.about}
        return [f"{name}: {found[name]}" for name in self.about if found[name] != self.about[name]]


def question(kind: str, problem: Problem, plan: Schedule, chance: Random) -> Asked:
    """A question of one kind about a plan, or about one made from it."""
    return MAKERS[kind](problem, plan, chance)


def _why(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    name = _one(plan, chance)
    about = {"task": name}
    return Asked("why", f"why {name}", problem, plan, lambda b: why(problem, plan, name), about)


def _overall(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    words = "why this plan"
    return Asked("overall", words, problem, plan, lambda b: why_this_plan(problem, plan, b))


def _order(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    one, two = _two(plan, chance)
    words = f"why {one} before {two}"
    rows = plan.by_task
    turned = rows[one].start > rows[two].start
    first, second = (two, one) if turned else (one, two)
    about = {"first": first, "second": second, "asked_reversed": turned, "ahead": False}
    return Asked(
        "order", words, problem, plan, lambda b: why_before(problem, plan, one, two, b), about
    )


def _first(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    name = _one(plan, chance)
    words = f"why {name} not first"
    return Asked("first", words, problem, plan, lambda b: why_not_first(problem, plan, name, b))


def _not_then(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    name = _one(plan, chance)
    by = chance.choice([-3, -2, -1, 1, 2, 3]) * problem.tasks[0].duration
    minute = max(0, plan.by_task[name].start + by)
    return _starting(problem, plan, name, minute, minute, "not_then")


def _not_day(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    """On the day before, or the day after; the plan begins on the first."""
    assert problem.start is not None, "days"
    midnight = DAY - problem.start.hour * 60 - problem.start.minute
    name = _one(plan, chance)
    start = plan.by_task[name].start
    if start >= midnight and chance.random() < 0.5:
        begin = max(0, midnight + DAY * ((start - midnight) // DAY - 1))
        return _starting(problem, plan, name, begin, _end_of_day(begin, midnight), "not_day")
    begin = next(day for day in count(midnight, DAY) if day > start)
    return _starting(problem, plan, name, begin, begin + DAY - 1, "not_day")


def _end_of_day(minute: int, midnight: int) -> int:
    return midnight - 1 if minute < midnight else minute + DAY - 1


def _starting(
    problem: Problem, plan: Schedule, name: str, first: int, last: int, kind: str
) -> Asked:
    words = f"why {name} not from {first} to {last}"
    about = {"task": name, "first": first, "last": last}
    return Asked(
        kind,
        words,
        problem,
        plan,
        lambda b: why_not_then(problem, plan, name, first, last, b),
        about,
    )


def _who(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    """Of somebody who has the skill, of somebody who does it, or of nobody."""
    skilled = [each.name for each in problem.tasks if each.skills and each.name in plan.by_task]
    name = chance.choice(skilled or list(plan.by_task))
    people = [each.name for each in problem.resources if each.skills]
    person = chance.choice([*people, *people, None])
    words = f"why not {person} for {name}"
    about = {"task": name, "asked": None if person in plan.by_task[name].resources else person}
    return Asked(
        "who", words, problem, plan, lambda b: why_who(problem, plan, name, person, b), about
    )


def _together(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    one, two = _two(plan, chance)
    words = f"{one} and {two} at once"
    first, second = sorted((one, two), key=lambda name: plan.by_task[name].start)
    about = {"tasks": (first, second)}
    return Asked(
        "together",
        words,
        problem,
        plan,
        lambda b: why_not_together(problem, plan, one, two, b),
        about,
    )


def _what_if(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    wanted = changes(problem, plan, chance)
    words = f"what if {wanted}"
    about = {"changes": tuple(wanted)}
    return Asked(
        "what_if", words, problem, plan, lambda b: what_if(problem, plan, wanted, b), about
    )


def _first_by(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    one, two = _two(plan, chance)
    words = f"priority of {one} to be before {two}"
    about = {"task": one, "other": two}
    return Asked(
        "first_by",
        words,
        problem,
        plan,
        lambda b: first_by_priority(problem, plan, one, two, b),
        about,
    )


def _in_time(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    share = chance.randint(70, 105)
    name = chance.choice([None, *plan.by_task])
    end = plan.makespan if name is None else plan.by_task[name].end
    limit = max(1, end * share // 100)
    words = f"{name or 'all'} to end by {limit}"
    about = {"task": name, "limit": limit}
    return Asked(
        "in_time", words, problem, plan, lambda b: in_time(problem, plan, limit, b, name), about
    )


def _helps(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    words = "what helps most"
    return Asked("helps", words, problem, plan, lambda b: what_helps(problem, plan, b))


def _changed(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    """From a plan to the one of a problem in which something is different."""
    while True:
        wanted = changes(problem, plan, chance)
        new = apply(problem, wanted)
        now = solve(new, time_limit_seconds=AGAIN, hint=plan)
        if now.planned and new != problem:
            break
    words = f"what changed by {wanted}"

    def ask(budget: Budget) -> Explanation:
        return what_changed(problem, plan, new, now)

    return Asked("changed", words, new, now, ask, before=(problem, plan))


def _no_plan(problem: Problem, plan: Schedule, chance: Random) -> Asked:
    """Deadlines, or fixed starts, that are earlier and earlier until there is no plan."""
    for percent in range(90, 0, -5):
        foil = squeezed(problem, plan, chance, percent)
        if foil is None:
            continue
        none = optimise(foil, time_limit_seconds=AGAIN)
        if none.status == "infeasible":
            words = f"why is there no plan at {percent} %"
            return Asked("no_plan", words, foil, none, partial(why_no_plan, foil, none))
    raise ValueError("there is always a plan")


def _one(plan: Schedule, chance: Random) -> str:
    return chance.choice(list(plan.by_task))


def _two(plan: Schedule, chance: Random) -> list[str]:
    return chance.sample(list(plan.by_task), 2)


MAKERS: dict[str, Callable[[Problem, Schedule, Random], Asked]] = {
    "why": _why,
    "order": _order,
    "first": _first,
    "not_then": _not_then,
    "not_day": _not_day,
    "who": _who,
    "together": _together,
    "what_if": _what_if,
    "first_by": _first_by,
    "in_time": _in_time,
    "helps": _helps,
    "overall": _overall,
    "changed": _changed,
    "no_plan": _no_plan,
}
