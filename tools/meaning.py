"""What a question about a plan asks for, before anything is solved: its kind, its tasks, its
changes. The kinds are weighed in `kinds/`; a kind counts only if the question has what it
needs, so that nothing is guessed: what is missing is asked for."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from knowledge.numbers import fold
from tools.kinds.labels import Kind, Label
from tools.kinds.signs import Signs, signs_of
from tools.kinds.weighing import Classify, likely, weighed
from tools.lacking import idle, know_all, missing
from tools.plan import Problem
from tools.plan.changes import Change, SetDeadline
from tools.plan.checks import listing
from tools.plan.regroups import Assign
from tools.plan.rewrites import SetLimit
from tools.question import Group, Question, Said, blanked, said_in
from tools.record import PlanError
from tools.supposing import is_other
from tools.wording import questions
from tools.wording.changes import whose
from tools.wording.hints import hints
from tools.wording.lookups import Lookup
from tools.wording.moments import Moment, names_time
from tools.wording.names import tied
from tools.wording.strangers import subject
from tools.wording.unheard import unheard

ENOUGH = 0.6
"""A kind that has all it needs is taken before a likelier one that has not, if it is at least so
many times as likely."""
LEAN = 2.0
"""How much likelier the kinds are that a language model took the question for."""
LACKING = 3.0
"""How much likelier it is that a question lacks something, if code sees what."""
STRAIGHT = ("what_if", "overall", "helps", "changed", "in_time")
"""Kinds that stay what they are, whatever is supposed."""
PROMPT = ("why", "not_then", "together", "order", "first_by", "ask")
"""Kinds that a question may seem to be of that asks why something does not begin at once."""
TIMED = ("in_time", "not_then", "ask")
"""Kinds that a question may seem to be of that names a time."""
PASSING = ("away", "capacity")
"""Changes that hold for a time, or for good where none is named."""
GROUPS: dict[Group, frozenset[Kind]] = {
    "why": frozenset(("why", "overall", "not_then", "who", "helps", "in_time", "changed")),
    "order": frozenset(("order", "first_by", "together")),
    "what_if": frozenset(("what_if",)),
}


class Meaning(NamedTuple):
    """What a question asks for."""

    kind: Literal[
        "why", "overall", "order", "first", "last", "what_if", "not_then", "first_by", "in_time",
        "helps", "who", "together", "changed", "lookup",
    ]  # fmt: skip
    tasks: tuple[str, ...] = ()
    """`order`, `first_by`: the one that is to come first stands first."""
    changes: tuple[Change, ...] = ()
    unread: tuple[str, ...] = ()
    """Words that say what would be different, too, and were not understood."""
    when: Moment | None = None
    before: bool = False
    """Before the moment, not by its end."""
    who: str | None = None
    """Who does the task, as the question says."""
    instead: str | None = None
    """Who does not."""
    foil: bool = False
    """`order`, `first`: it is asked why this is not so."""
    lookup: Lookup | None = None
    """`lookup`: the part of the plan that is asked for."""

    @property
    def limit(self) -> int:
        """Of `in_time`: the minute by which everything is to have ended."""
        assert self.when is not None
        first, last = self.when
        return first if self.before or first == last else last + 1


def wanted(
    message: str, problem: Problem | None, classify: Classify | None
) -> Mapping[Label, float]:
    """What a message wants, of all that can be wanted, with probabilities."""
    return weighed(signs(message, problem), classify)


def signs(message: str, problem: Problem | None) -> Signs:
    """What of a message counts when it is weighed."""
    if problem is None:
        return signs_of(fold(message))
    return _signs(said_in(problem, Question(message)), problem)


def _signs(said: Said, problem: Problem) -> Signs:
    return signs_of(blanked(said, problem), said.cues())


def group_of(shares: Mapping[Label, float]) -> Group:
    """What a language model would take a question for, of which each kind is so likely; that
    something is missing from it is no group."""
    return max(GROUPS, key=lambda group: sum(shares[kind] for kind in GROUPS[group]))


def meaning(problem: Problem, question: Question) -> Meaning:
    """What the question asks for.

    Raises:
        PlanError: it names no task of the plan, or says nothing that could be changed.
    """
    said = said_in(problem, question)
    kinds = likely(_signs(said, problem), question.classify)
    kinds = _leaning(kinds, question.group, _doubt(said, problem))
    best, most = kinds[0]
    if best in ("order", "first_by", "together", "ask", "why") and said.strange:
        raise missing(best, said, problem)
    if (
        said.unclear
        and best not in ("overall", "helps", "changed", "in_time")
        and not _beside(said)
    ):
        raise PlanError("which-of", names=listing(said.unclear))
    if best != "what_if" and len(said.named) == 1 and questions.compares_with_itself(said.text):
        raise PlanError("same-task", task=said.named[0])
    if not said.named and said.people and questions.asks_why_idle(said.text):
        raise idle(said.people[0].name, problem)
    if _needs_clock(said, best, problem):
        raise PlanError("no-clock-asked")
    if said.at_once is not None and best in PROMPT and len(said.named) == 1:
        said, kinds = said._replace(when=said.at_once), [("not_then", most), *kinds]
    aims = questions.asks_how_many_more(said.text) or _aims(said)
    if aims and (best == "what_if" or (best == "not_then" and questions.names_limit(said.text))):
        kinds = [("in_time", most), *kinds]
    if _supposes(said, best, problem):
        kinds = [("what_if", most), *kinds]
    if questions.asks_which_is_better(said.text):
        return Meaning("helps")
    if best in ("order", "why") and _supposes_something(said):
        raise missing("what_if", said, problem)
    if best == "why" and said.when is not None and questions.asks_why_not_then(said.text):
        kinds = [("not_then", most), *kinds]
    of_all = best == "ask" and not said.named and questions.asks_why_the_end(said.text)
    if of_all or (not said.wished and questions.asks_for_a_better_plan(said.text)):
        kinds = [("overall", most), *kinds]
    of_fact = questions.asks_for_a_number(said.text)
    for kind, share in kinds:
        if kind == "what_if" and of_fact:
            continue
        if kind == "what_if" and share >= ENOUGH * most:
            said = said._replace(changes=said.wished or said.changes)
        fitting = _fitting(kind, said) if share >= ENOUGH * most else None
        if fitting is not None and fitting.kind == "what_if":
            return fitting._replace(unread=unheard(said.message, problem, said.changes))
        if fitting is not None and (fitting.kind == "who" or questions.asks_if_able(said.text)):
            know_all(said, problem)
        if fitting is not None:
            return fitting
    if of_fact and (best == "what_if" or not said.named):
        raise PlanError("why-so-many")
    if best == "not_then" and said.exactly and said.surest:  # “this week” is no time that is known
        return Meaning("why", (said.surest,))
    raise missing(best, said, problem)


def _needs_clock(said: Said, best: Kind, problem: Problem) -> bool:
    """Is it about a time of day or a date, in a plan that only counts from its start?"""
    several = best == "order" and len(said.named) > 1
    if problem.start is not None or said.when is not None or several:
        return False
    wanted = said.wished or said.changes
    if wanted and "why" not in hints(said.text):
        return names_time(said.text) and any(each.kind in PASSING for each in wanted)
    limited = questions.names_limit(said.text)
    not_then = best in PROMPT and {"why", "cannot"} <= {*hints(said.text)}
    unsaid = best == "what_if" and bool(said.named or said.people) and not said.changes
    return (limited or not_then or unsaid or best in TIMED) and names_time(said.text)


def _beside(said: Said) -> bool:
    """Is what is unclear only asked about, and something else is to be different?"""
    changed = {whose(each) for each in said.wished or said.changes}
    return bool(changed) and not changed & set(said.unclear)


def _supposes(said: Said, best: Kind, problem: Problem) -> bool:
    """Does it say what would be different, in words that suppose it, or that something can only
    begin later or may end later? Whoever asks why supposes nothing."""
    if "why" in hints(said.text):
        return False
    supposed = questions.SUPPOSED.search(said.message) or is_other(said, problem)
    if best not in STRAIGHT and said.wished and supposed:
        return True
    assigns = any(isinstance(each, Assign) for each in said.wished)
    if assigns and questions.asks_what_it_costs(said.text):
        return True
    limited = any(isinstance(each, SetDeadline) for each in said.wished)
    if limited and questions.LIMITED.search(said.text):
        return best == "not_then"
    if any(isinstance(each, SetLimit) and each.field == "release" for each in said.wished):
        return best in ("not_then", "in_time")
    return limited and best == "not_then" and questions.only_tells(said.message)


def _supposes_something(said: Said) -> bool:
    """Does it suppose something of one task that is neither a change that is known nor a place?"""
    known = said.wished or said.changes or questions.names_a_place(said.text)
    return len(said.named) == 1 and not known and questions.supposes(said.message)


def _aims(said: Said) -> bool:
    """Is a time named by which something is to be done, and is it asked how?"""
    limited = all(each.kind == "deadline" for each in said.wished or said.changes)
    return limited and questions.asks_what_to_do(said.text)


def _leaning(
    kinds: list[tuple[Kind, float]], group: Group | None, doubt: float
) -> list[tuple[Kind, float]]:
    """With what a language model took the question for, and with what code thinks of it."""
    favoured = GROUPS[group] if group else frozenset()
    weights = {kind: LEAN for kind in favoured} | {"ask": doubt}
    leaning = [(kind, share * weights.get(kind, 1)) for kind, share in kinds]
    return sorted(leaning, key=lambda each: -each[1])


def _doubt(said: Said, problem: Problem) -> float:
    """How much likelier it is that something is missing from the question. Nothing is missing if it
    names a task or says a change, however much it sounds like others from which something is."""
    if _lacking(said, problem):
        return LACKING
    return 0 if said.named or said.wished or said.changes else 1


def _fitting(kind: Kind, said: Said) -> Meaning | None:
    """The question as one of this kind; None if it lacks what such a question needs."""
    named, count, when = said.named, len(said.named), said.when
    match kind:
        case "why" | "order" if count == 1 and questions.is_not_last(said.text):
            return Meaning("last", named)
        case "why" if count == 1 and questions.asks_for_first(said.text):
            return Meaning("first", named, foil=questions.asks_why_not(said.text))
        case "why" if count:
            return Meaning("why", (said.surest,))
        case "overall" | "helps" | "changed" if not said.exactly:
            return Meaning(kind)
        case "order" if count > 1 and questions.asks_why_apart(said.text):
            return Meaning("together", named[:2])
        case "order" if count > 1 and questions.asks_what_it_takes(said.text):
            return Meaning("first_by", questions.first_to_come(named[:2], said.text))
        case "order" if count > 1:
            foil, asked = questions.asks_why_not(said.text), named[:2]
            return Meaning("order", questions.first_to_come(asked, said.text), foil=foil)
        case "order" if count:
            return Meaning("first", named, foil=questions.asks_why_not(said.text))
        case "what_if" if said.changes:
            return Meaning("what_if", changes=said.changes)
        case "not_then" if count == 1 and when is not None:
            return Meaning("not_then", named, when=when)
        case "first_by" if count > 1 and questions.asks_what_it_costs(said.text):
            return Meaning("order", questions.first_to_come(named[:2], said.text))
        case "who" if count == 1 and not said.people and questions.is_not_first(said.text):
            return Meaning("first", named, foil=True)
        case "first_by" if count:
            return Meaning("first_by", named[:2])
        case "in_time" if when is not None and questions.asks_why_so_long(said.text):
            return Meaning("overall") if not said.exactly else None
        case "in_time" if when is not None and (count == 1 or not said.exactly):
            # What is only like the name of a task is about everything.
            task = named if said.exactly else ()
            return Meaning("in_time", task, when=when, before=questions.is_before(said.text))
        case "together" if count > 1:
            return Meaning("together", named[:2])
        case "who" if count:
            who, instead = questions.roles(said.text, said.people)
            return Meaning("who", named[:1], who=who, instead=instead)
    return None


def _lacking(said: Said, problem: Problem) -> bool:
    """Does the question name what the plan does not have, or wish for something without a value?"""
    if said.strange:
        return True
    if said.wished or said.changes:
        return False
    hinted = set(hints(said.text)) - ({"if"} if questions.names_an_aim(said.text) else set())
    if hinted & {"away", "if"} and "why" not in hinted:
        return True
    if said.named:
        return False
    return bool(tied(said.message, list(problem.by_name)) or subject(said.message))
