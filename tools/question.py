"""What a question about a plan says, as code reads it: names, times, people and changes. What it
asks for is found in `meaning.py`."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from knowledge.numbers import fold
from tools.kinds.weighing import Classify
from tools.plan import PEOPLE, Problem
from tools.plan.changes import Change
from tools.wording import questions
from tools.wording.changes import changes
from tools.wording.lags import supposed_lags
from tools.wording.moments import Moment, moment
from tools.wording.names import Mention, mentioned, mentions, rivals
from tools.wording.promptly import at_once
from tools.wording.roles import by_role
from tools.wording.shortened import in_full
from tools.wording.strangers import stranger
from tools.wording.trades import in_plans_words
from tools.wording.wishes import wishes

LIKE = {"pace": "duration", "open_day": "shift", "limit": "deadline"}
"""Changes that are seldom asked about, and the common ones whose questions are worded alike."""

UNTRAINED = ("assign",)
"""Changes that the kinds were not trained to be told by."""
_CLAUSE = re.compile(r"[^，,。.;；!！?？]+")
_ASKING = re.compile(r"什么|[怎咋啥]|为何|(?<![a-z])(?:why|what|how come)(?![a-z])")

Group = Literal["why", "order", "what_if"]
"""What a language model takes a question for."""


class Question(NamedTuple):
    """What was asked, in the user's own words, and in what a language model made of them."""

    message: str
    tasks: str = ""
    """Words that it copied about tasks."""
    change: str = ""
    """And about what would be different."""
    group: Group | None = None
    classify: Classify | None = None
    """Tells what is asked for; without it letters and words must do."""


class Said(NamedTuple):
    """What code reads in a question."""

    message: str
    text: str
    """Names of tasks blanked out, for a name may hold any word."""
    named: tuple[str, ...]
    surest: str
    """The first that stands there as it is, else in the clause that asks, else of all; or empty."""
    unclear: list[str]
    """Names between which the words about one of them do not decide."""
    exactly: bool
    """Whether one of them stands there as it is."""
    when: Moment | None
    at_once: Moment | None
    """When work can first begin, if that is what is asked about."""
    people: tuple[Mention, ...]
    """Places that name a person or a machine."""
    changes: tuple[Change, ...]
    wished: tuple[Change, ...]
    """What would be different if the message supposes something: read more freely."""

    @property
    def strange(self) -> bool:
        """Is one task compared with something that the plan does not have?"""
        return len(self.named) == 1 and bool(stranger(self.text))

    def cues(self) -> Iterator[str]:
        """What tells the kinds apart, besides the words."""
        yield "plan"
        yield f"tasks={min(3, len(self.named))}"
        yield f"moment={self.when is not None}"
        yield f"who={bool(self.people)}"
        yield from {f"change={each.kind}" for each in self.changes}
        yield f"changes={bool(self.changes)}"
        wished = (each.kind for each in self.wished if each.kind not in UNTRAINED)
        yield from {f"wish={LIKE.get(kind, kind)}" for kind in wished}


def said_in(problem: Problem, question: Question) -> Said:
    """What code reads; the user's words count first, because a small model at times copies too
    little or the wrong name."""
    message = in_full(by_role(in_plans_words(question.message, problem), problem), problem)
    places = questions.tasks_in(fold(message), problem)
    text, sure = questions.blank(fold(message), places, "_"), [m for m in places if m.exact]
    named = tuple(dict.fromkeys(each.name for each in places))
    named = named or mentioned(question.tasks, list(problem.by_name))
    others = [each.name for each in problem.resources if each.name != PEOPLE]
    people = tuple(each for each in mentions(text, others) if each.exact)
    lags, rest = supposed_lags(message, problem)
    changed = (*lags, *(changes(rest, problem) or changes(question.change, problem)))
    return Said(
        message=message,
        text=text,
        named=named,
        surest=next(iter([*_surest(fold(message), places), *named]), ""),
        unclear=_unclear(fold(message), places, problem),
        exactly=bool(sure),
        # A time may stand between the words of a likeness.
        when=moment(text, problem) or moment(questions.blank(fold(message), sure, "_"), problem),
        at_once=at_once(text, problem),
        people=people,
        changes=changed,
        wished=(*lags, *wishes(rest, problem)),
    )


def _surest(text: str, places: Sequence[Mention]) -> Iterator[str]:
    """Names as they are; then likenesses in the clause that asks: “the client keeps calling, what
    is holding up the contract?” is not about calling clients."""
    yield from (each.name for each in places if each.exact)
    for clause in _CLAUSE.finditer(text):
        if _ASKING.search(clause[0]):
            inside = (m for m in places if clause.start() <= m.start and m.end <= clause.end())
            yield from (each.name for each in inside)


def _unclear(text: str, places: Sequence[Mention], problem: Problem) -> list[str]:
    """What is named in full elsewhere is not meant again."""
    full = {each.name for each in places if each.whole}
    for each in places:
        fitting = [n for n in rivals(text, each, list(problem.by_name)) if n not in full]
        if len(fitting) > 1:
            return fitting
    return []


def blanked(said: Said, problem: Problem) -> str:
    """The text with resources and calendars blanked as well."""
    names = [each.name for each in problem.resources if each.name != PEOPLE]
    found = mentions(said.text, [*names, *problem.calendar])
    return questions.blank(said.text, [each for each in found if each.exact], "@")
