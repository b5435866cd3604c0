"""The tasks of a case out of a conversation: which procedure is meant, and its steps joined to what
is planned already. It plans nothing."""

from collections.abc import Iterable, Iterator

from knowledge.held import is_ours
from knowledge.passage import RULES, Passage
from tools.prose.clock import soon
from tools.replies.facts import facts_of
from tools.replies.work import Promised, Work, work_of
from tools.state import Runtime
from tools.wording.cases import due_in, points_back, says_what, what


def work_for(topic: str, message: str, runtime: Runtime) -> Work:
    """The tasks for `topic`, beside those that are planned already.

    Args:
        topic: as `wording.cases.case_in` found it in the message.

    Raises:
        PlanError: `no-procedure`, or these tasks are there already.
    """
    found, case = _procedures(topic, runtime), _number(message, runtime)
    clock = soon(runtime.context.time_zone)
    minute = clock.minute(due_in(message), end=True)
    promised = None if minute is None else Promised(minute, clock)
    return work_of(found, runtime.context.document, case, runtime.state.get("problem"), promised)


def _procedures(topic: str, runtime: Runtime) -> Iterator[Passage]:
    """What the words name comes first, then what was spoken of: the procedure that was looked up,
    and the one for the reply that is being written. Words that point back, as in “this return”,
    mean the one that was looked up, if it is one of returns. What the house wrote itself comes
    before what came with Whyflow."""
    context, state = runtime.context, runtime.state
    spoken = [p for p in state.get("passages") or () if p.kind in RULES and p.current]
    if says_what(topic):
        named = _own_first(context.search(topic, context.language, kinds=RULES))
        yield from (p for p in spoken if points_back(topic) and _about(p, topic, named))
        yield from named
    yield from spoken
    if draft := state.get("draft"):
        yield from _own_first(context.search(draft.title, context.language, kinds=RULES))


def _own_first(found: Iterable[Passage]) -> list[Passage]:
    return sorted(found, key=lambda each: is_ours(each.source))


def _about(passage: Passage, topic: str, named: Iterable[Passage]) -> bool:
    """Is a passage about a topic: do its words find its document, or stand in its title?"""
    found = any(each.source == passage.source for each in named)
    return found or what(topic).casefold() in passage.title.casefold()


def _number(message: str, runtime: Runtime) -> str:
    """The number of the order or the case, if one is known: it stands before the tasks' names."""
    said = [message[f.start : f.end] for f in facts_of(message) if f.kind == "number"]
    if said:
        return said[0]
    draft = runtime.state.get("draft")
    filled = draft.values if draft else {}
    return next((each.value for slot, each in filled.items() if slot.endswith("_number")), "")
