"""Whether a follow-up message is an order to change the known tasks. What is to be changed is read by
`edits.py`; orders to undo or redo by `undoing.py`."""

import re

from knowledge.numbers import fold, spans
from tools.plan import Problem
from tools.record import PlanError
from tools.wording.durations import durations
from tools.wording.edits import edits
from tools.wording.questions import SUPPOSED
from tools.wording.stories import is_over

_ASKS = re.compile(
    r"[?？]|[吗呢]|[^，。]不$|要不要|为什么|为何|什么|怎么|怎样|如何|多少|谁|哪|几[个级点天次]|"
    r"(?<![a-z])(?:why|how|what|who|whose|whether)(?![a-z])|"
    r"^\W*(?:when|which|is|are|does|do you|did|will|would|should|could|can|may)(?![a-z])"
)
_OTHER = re.compile(
    r"重新?[安排做算]|[再另]?[排算做]一?[版遍次]|昨|上周|上次|以后|今后|每次|每当|记住|"
    r"(?<![a-z])(?:re-?(?:plan|compute|calculate|order|schedule)|optimi[sz]e|yesterday|last (?:night|week|time)|whenever|every time|from now on|"
    r"in (?:the )?future|remember|(?:a|another) (?:new |fresh )?plan|new plan|(?:plan|arrange) (?:it )?(?:again|anew|afresh))(?![a-z])"
)
"""An order to plan again, what is over, and rules for later."""
_IF = re.compile(
    r"\W*(?:if|in case|unless)(?! (?:possible|needed|necessary|you can|that's ok))(?![a-z])"
)
_REQUEST = re.compile(
    r"^\W*(?:please|pls|ok(?:ay)?)?\W*(?:can|could|would|will) (?:you|u)(?![a-z])(?! (?:say|tell|explain|show))|(?:能不能|能否|可以|可否|麻烦|请)帮?我?(?:把|将|改|加|删|去|换)"
)
_ORDERS = re.compile(
    r"\W*(?:(?:please|pls|now|then|also|and|ok(?:ay)?|can|could|would|will|you|u|那|请|再|帮我|麻烦|把|将)\W*)*"
    r"(?:change|make|set|add|drop|remove|delete|skip|swap|rename|move|shorten|extend|cancel|leave out|去掉|删|取消|不做|跳过|省掉|对调|交换|改)"
)
_STATES = re.compile(r"改[成为到]|(?<![a-z])(?:takes?|needs?|lasts?|waits?)(?![a-z])")
KNOWN = (
    "which-lag",
    "start-not-set",
    "whose-people",
    "unknown-task",
    "which-of",
    "which-swap",
    "no-clock-yet",
    "no-such-limit",
    "waits-not",
)
"""What is asked back about an order that is understood."""
SURELY = (
    "which-gap",
    "which-corrected",
    "wait-until",
    "alone-or-also",
    "several-ways",
    "does-not",
    "does-already",
    "has-no-skill",
    "no-such-person",
    "first-waits",
    "last-waited-for",
    "place-already",
    "overlap-already",
    "between-them",
    "done-already",
    "split-how",
    "which-new",
    "start-hour",
    "hours-of-nobody",
    "hours-unclear",
    "which-calendar",
    "who-instead",
    "not-done-by",
    "who-does-which",
    "waits-already",
    "hours-of-one",
    "task-there",
)
"""What is asked back only about what is surely an order."""
LONGEST = 600  # characters of an order that needs no second opinion
_TIMED = ("duration", "add", "deadline", "shift", "away", "limit")


def is_edit(message: str, problem: Problem) -> bool:
    """Whether a message surely orders a change of the known tasks: no question, nothing supposed,
    no rule for later, and no duration that belongs to other work."""
    text = fold(message)
    if len(text) > LONGEST:
        return False
    if SUPPOSED.search(text) or _OTHER.search(text) or _IF.match(text):
        return False
    if is_over(text) or (_ASKS.search(text) and not _REQUEST.search(text)):
        return False
    given = len(durations(text))
    try:
        found = edits(message, problem, freely=False)
    except PlanError as error:
        if error.key in SURELY:
            return True
        known = error.key in KNOWN
        orders = _ORDERS.match(text) or (any(spans(text)) and _STATES.search(text))
        return known and bool(orders) and given < 2
    if any(each.kind == "add" and each.assumed for each in found):
        return False  # "add" may mean anything
    timed = sum(each.kind in _TIMED or bool(getattr(each, "lag", 0)) for each in found)
    return given <= max(1, timed)
