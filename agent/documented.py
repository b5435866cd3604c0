"""What a house's documents are about is its business, whatever a message sounds like: “How much is
the kayak?” is no small talk where a document has the price. It searches; it answers nothing."""

from datetime import date

from agent.router import ANSWER, Route, route
from knowledge.passage import RULES
from knowledge.request import LONG
from tools.plan import Problem
from tools.state import Context
from tools.wording.past import past_day
from tools.wording.questions import only_tells

SPOKEN_OF = 0.3
"""Score of a passage from which a question is about it. Of 72 messages that want nothing looked up
(`orders/routes.dev`) the highest is 0.29, of twelve questions after prices and times the lowest of
those that a document answers 0.31."""


def chosen(wish: str, problem: Problem | None, context: Context) -> Route:
    """The tool that a message wants, as `route` says it; a question that seems to be none of our
    business, or about a plan where there is none, is looked up if a document answers it. Where no
    network says what it seems to be, the language model tells that."""
    found = route(wish, problem, context.classify)
    lost = found.tool == ANSWER or (found.tool == "explain_decision" and problem is None)
    asks = lost and context.classify is not None and not only_tells(wish)
    if not asks or len(wish) >= LONG or not _spoken_of(wish, context):
        return found
    arguments = {"question": wish}
    likely = found.likely | {"search_knowledge"}
    return found._replace(
        tool="search_knowledge", label="search", likely=likely, sure=True, arguments=arguments
    )


def _spoken_of(wish: str, context: Context) -> bool:
    on = past_day(wish, date.today())
    passages = context.search(wish, context.language, kinds=RULES, on=on)
    return any(each.score >= SPOKEN_OF for each in passages[:1])
