"""Hand-overs over REST: kept, listed, taken, given back, closed, erased."""

from typing import Annotated

from fastapi import APIRouter, Path, Response

from agent.handing import Handing
from tools.replies.handovers import HandedOver, Stage
from ui.api.caller import Assisted, Replier
from ui.api.shapes import HandedOvers, HandoverWish, NoteWish

router = APIRouter(prefix="/handovers", tags=["hand-overs"])
Number = Annotated[int, Path(ge=1, le=2**53)]


@router.get("")
def handovers(caller: Replier, assistant: Assisted, stage: Stage = "open") -> HandedOvers:
    """Those that concern the caller: handed to one of their teams or to them, handed over by them,
    or any for a manager. The most urgent first, then what has waited longest."""
    return HandedOvers(handovers=tuple(_of(assistant).store.listed(caller, stage)))


@router.post("", status_code=201)
def give(wish: HandoverWish, caller: Replier, assistant: Assisted) -> HandedOver:
    """Hand a conversation over, for instance as `/replies` proposes it. The same once more, while
    it is open, is the one that is there."""
    return _of(assistant).give(caller, wish.handover, wish.to, wish.message, wish.ticket)


@router.get("/{number}")
def handover(number: Number, caller: Replier, assistant: Assisted) -> HandedOver:
    """One of them."""
    return _of(assistant).store.get(number, caller)


@router.post("/{number}/take")
def take(number: Number, caller: Replier, assistant: Assisted) -> HandedOver:
    """The caller looks after it from now on; refused if somebody does already."""
    return _of(assistant).take(number, caller)


@router.post("/{number}/return")
def give_back(number: Number, caller: Replier, assistant: Assisted) -> HandedOver:
    """It is open again, for others."""
    return _of(assistant).give_back(number, caller)


@router.post("/{number}/close")
def finish(number: Number, wish: NoteWish, caller: Replier, assistant: Assisted) -> HandedOver:
    """It is done; whoever has taken it, or a manager, says what became of it."""
    return _of(assistant).finish(number, caller, wish.note)


@router.delete("/{number}", status_code=204)
def erase(number: Number, caller: Replier, assistant: Assisted) -> Response:
    """Erase it with all that the customer wrote; whoever handed it over may, and managers."""
    _of(assistant).erase(number, caller)
    return Response(status_code=204)


def _of(assistant: Assisted) -> Handing:
    found: Handing = assistant.handovers
    return found
