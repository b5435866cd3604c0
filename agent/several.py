"""Several wishes in one message: "make welding 3 hours and tell me why painting is last". A message
is cut only where either side is surely a wish of its own. A person is asked for last of all. It
knows no tools."""

import re
from collections.abc import Callable

from agent.router import ANSWER, ASK, Route
from tools.wording.persons import wants_person

MOST = 4
"""Wishes that are told apart."""
_ASKS = (
    r"(?:please |also |then |pls )*(?:tell|explain|say|show|let me know|why|what|how|who|when|"
    r"which|is|can|could)(?![a-z])|"
    r"(?:请|再|也|顺便|并|另外)*(?:告诉|说|讲|解释|看看|问|为什么|为何|为啥|怎么|谁|什么|哪|如果|要是)"
)
_CUT = re.compile(
    rf"[,，、]?\s*(?:(?<![a-z])(?:and|then|plus|also)(?![a-z])|然后|顺便|另外|并且?|还有|再)\s*(?={_ASKS})|"
    rf"[,，]\s*(?={_ASKS})|"
    r"[,，]\s*(?:(?:also|by the way|btw|plus)(?![a-z])|另外|顺便|对了)[,，]?\s*|"
    r"(?:[;；。!！?？\n]|\.(?=\s))\s*",
    re.IGNORECASE,
)


def wishes_in(message: str, route: Callable[[str], Route]) -> list[str]:
    """The wishes of a message in their order; the message itself if it is one."""
    for cut in _CUT.finditer(message):
        mark = cut[0].strip() if cut[0].strip() in ("?", "？") else ""
        first, rest = message[: cut.start()] + mark, message[cut.end() :]
        if any(map(str.isalpha, first)) and any(map(str.isalpha, rest)):
            one, other = route(first), route(rest)
            if wants_person(rest) and _served(one):
                return [first.strip(), rest.strip()]
            if _apart(one, other):
                return [first.strip(), *wishes_in(rest.strip(), route)][:MOST]
    return [message]


def _served(wish: Route) -> bool:
    """Whether a tool surely serves it."""
    return wish.sure and wish.tool not in (ANSWER, ASK)


def _apart(one: Route, other: Route) -> bool:
    """Whether two wishes are surely two: "what if Ann is away? And we drop the doors" is one."""
    if not (_served(one) and _served(other)):
        return False
    if one.label == "what_if" and other.tool != "search_knowledge":
        return False
    return one.label != other.label or one.label == "lookup"  # of different things
