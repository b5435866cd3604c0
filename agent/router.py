"""Which tool a message wants, before a language model is asked, by what is trained to tell that
(`tools/kinds/`). Where it is sure, nobody else need be asked; where it is not, the language model
chooses among what is likely."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from tools.kinds.labels import AIMS, KINDS, Label
from tools.kinds.weighing import Classify
from tools.lookup import asks_lookup
from tools.meaning import group_of, wanted
from tools.plan import Problem
from tools.supposing import asks_what_if
from tools.wording.edits import wants_edits
from tools.wording.followups import is_edit
from tools.wording.ourselves import asks_abilities
from tools.wording.questions import asks_why, only_tells, supposes
from tools.wording.stories import is_over
from tools.wording.wishes import wishes

ANSWER = "answer"
"""No tool: small talk, and what is not our work."""
ASK = "ask"
"""No tool: what was left out is asked for."""
SURE = 0.9
"""A share from which on the choice is right 99 times of 100, measured on messages that were not
trained with, if there is a network."""
SILENT = (ANSWER, ASK)
WORSE = 3.0
"""How many times as bad a tool is that nobody wanted as a question back where one was wanted."""
LIKELY, LIKELY_ALONE = 0.02, 0.002
"""Shares below which a tool is not offered: with a network, and without."""

_TOOLS: dict[Label, str] = {
    **dict.fromkeys(KINDS, "explain_decision"),
    **dict.fromkeys(AIMS, "optimise_schedule"),
    "parse": "parse_tasks",
    "edit": "edit_tasks",
    "search": "search_knowledge",
    "draft": "draft_reply",
    "none": ANSWER,
    "vague": ASK,
}
NEEDS_PLAN = frozenset(("explain_decision", "optimise_schedule", "edit_tasks"))
ABOUT_PLAN = NEEDS_PLAN | {ASK}
"""What a message may want that refers back to tasks and people of the plan."""
COPIES = frozenset(("parse_tasks",))
"""Tools that need words which the language model copies, unless rules read the message surely."""


class Route(NamedTuple):
    """What the router makes of a message."""

    tool: str
    """The likeliest; `ANSWER` or `ASK` for none."""
    share: float
    """How likely it is, 0 to 1."""
    likely: frozenset[str]
    """All that are likely enough to be offered."""
    label: Label | Literal["lookup"]
    """What exactly is wanted of it."""
    sure: bool
    """Whether nobody else need be asked."""
    arguments: Mapping[str, Any]
    """Of the tool, as far as they need no copied words."""


LOOKED_UP = Route(
    "explain_decision", 1.0, frozenset(("explain_decision",)), "lookup", True, {"kind": "why"}
)
"""A part of the plan, which code recognises by the words."""
EDITED = Route("edit_tasks", 1.0, frozenset(("edit_tasks",)), "edit", True, {"kind": "change"})
"""A change of which code has read all that is said."""
SUPPOSED = LOOKED_UP._replace(label="what_if", arguments={"kind": "what_if"})
"""What would be without somebody, or with so many people, likewise."""


def wanted_of(wish: str, problem: Problem | None, classify: Classify | None) -> Route:
    """The tool that one of several wishes is for, also where code has read all that it says."""
    if problem is not None and is_edit(wish, problem):
        return EDITED
    return route(wish, problem, classify)


def route(message: str, problem: Problem | None, classify: Classify | None) -> Route:
    """The tool that `message` wants.

    Args:
        classify: without it nothing is sure.
    """
    if asks_lookup(message, problem):
        return LOOKED_UP
    if problem is not None and asks_what_if(message, problem):
        return SUPPOSED
    labels = wanted(message, problem, classify)
    shares = _by_tool(message, labels)
    for other in _no_order(message, problem):
        shares["explain_decision"] += shares[other]
        shares[other] = 0.0
    tool = cheapest(shares)
    told = tool == "explain_decision" and _is_order(message, problem, labels)
    tool = "edit_tasks" if told else tool
    label = max((each for each in labels if _TOOLS[each] == tool), key=lambda each: labels[each])
    least = LIKELY if classify else LIKELY_ALONE
    likely = frozenset(each for each, share in shares.items() if share >= least or each == tool)
    if problem is None:  # whatever is asked for, tasks come first
        likely |= COPIES
    sure = classify is not None and shares[tool] >= SURE
    return Route(tool, shares[tool], likely, label, sure, _arguments(label, message, labels))


def _by_tool(message: str, labels: Mapping[Label, float]) -> dict[str, float]:
    """How likely each tool is. Of what is over nothing is to be planned, changed or explained, and
    whoever asks what can be done here wants to be told that."""
    shares = dict.fromkeys(_TOOLS.values(), 0.0)
    over, ours = is_over(message), asks_abilities(message)
    for label, share in labels.items():
        tool = _TOOLS[label]
        shares[ANSWER if ours or (over and tool in NEEDS_PLAN | COPIES) else tool] += share
    return shares


def cheapest(shares: Mapping[str, float]) -> str:
    """What costs least to be wrong about: a call that may be unwanted must be the likelier by far,
    and what speaks for an answer and for a question back speaks together against it."""
    call = max((each for each in shares if each not in SILENT), key=lambda each: shares[each])
    if shares[call] > WORSE * sum(shares[each] for each in SILENT):
        return call
    return max(SILENT, key=lambda each: shares[each])


def _no_order(message: str, problem: Problem | None) -> tuple[str, ...]:
    """Tools that a question about the plan never wants: whoever asks why wants nothing changed, nor
    does whoever supposes a change, who looks nothing up either."""
    if problem is None:
        return ()
    if supposes(message) and wishes(message, problem):
        return ("edit_tasks", "search_knowledge", ANSWER, ASK)
    return ("edit_tasks",) if asks_why(message) else ()


def _is_order(message: str, problem: Problem | None, labels: Mapping[Label, float]) -> bool:
    """Is what looks like a what-if told as a fact, and does it say what is to change? Whoever asks
    nothing wants the plan changed."""
    if problem is None or max(KINDS, key=lambda each: labels[each]) != "what_if":
        return False
    return only_tells(message) and wants_edits(message, problem)


def _arguments(label: Label, message: str, shares: Mapping[Label, float]) -> dict[str, Any]:
    match _TOOLS[label]:
        case "explain_decision":
            return {"kind": group_of(shares)}
        case "optimise_schedule":
            return {"goal": label}
        case "edit_tasks":
            return {"kind": "change", "change": message}
        case "search_knowledge":
            return {"question": message}
        case "draft_reply":
            return {"message": message, "tone": "warm"}
    return {}
