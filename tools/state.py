"""What a conversation remembers between tools, and how a tool answers. The language model never
carries data: tools leave the problem and the schedule here and read them from here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NotRequired, Protocol, runtime_checkable

from langchain.agents import AgentState
from langchain.tools import ToolRuntime
from langchain_core.messages import HumanMessage, ToolMessage
from langgraph.types import Command

from knowledge.passage import Kind, Passage
from tools.handover import Handover
from tools.intake.mail import written
from tools.kinds.weighing import Classify
from tools.person import SOMEBODY, Person
from tools.phrases import Language
from tools.plan import Problem, Schedule
from tools.prose.records import Extracts
from tools.reasons.records import Explanation
from tools.record import PlanError, Record
from tools.replies.desk import Desk
from tools.replies.drafting import Draft
from tools.solver.progress import Progress
from tools.wording.references import Focus


class Kept(Record):
    """A plan that was changed since, so that the change can be undone."""

    problem: Problem | None = None
    schedule: Schedule | None = None

    def looks_like(self, other: "Kept") -> bool:
        """Is there no difference that people would see? A proof, for instance, is none."""
        mine, others = (
            each.schedule.assignments if each.schedule else () for each in (self, other)
        )
        return self.problem == other.problem and mine == others


class Work(AgentState[Any]):
    """The state of one conversation."""

    problem: NotRequired[Problem | None]
    schedule: NotRequired[Schedule | None]
    explanation: NotRequired[Explanation | None]
    undo: NotRequired[list[Kept]]
    """What stood before each change of the problem or the plan, the latest last."""
    redo: NotRequired[list[Kept]]
    """What was undone, the latest last; empty after any other change."""
    passages: NotRequired[list[Passage]]
    looked_up: NotRequired[str]
    """The last question that something was found for."""
    draft: NotRequired[Draft | None]
    """The reply to a customer that is being written."""
    handover: NotRequired[Handover | None]
    """What a colleague needs who takes over, if Whyflow had no honest answer."""
    preface: NotRequired[str]
    """What is said before the plan that follows: what was changed, or how a table was read."""
    wish: NotRequired[str]
    """What of the user's message is being served, with names for what it refers back to."""
    left: NotRequired[list[str]]
    """The wishes that come after it."""
    served: NotRequired[list[str]]
    """The answers to those before it."""
    missed: NotRequired[bool]
    """Was one of those not possible as asked?"""
    focus: NotRequired[Focus | None]
    """What was spoken of last."""
    answer: NotRequired[str]
    """What the last tool says to the user, word for word; empty while more is to be done."""
    changed: NotRequired[bool]
    """Did the last turn change the plan, and has nothing else changed it since?"""
    possible: NotRequired[bool]
    """False if what the user wished was not possible as asked."""


@runtime_checkable
class Search(Protocol):
    """How a tool looks something up."""

    def __call__(
        self,
        question: str,
        language: Language,
        *,
        kinds: Sequence[Kind] = (),
        on: date | None = None,
        doubtful: bool = False,
    ) -> list[Passage]:
        """The passages that answer a question, best first, none if nothing fits, or then what is
        nearest: of some sorts of document, or of any; as the rules were on a day, or as they are.
        """


@dataclass(frozen=True)
class Context:
    """What a turn needs from outside."""

    language: Language
    search: Search
    """What the person who asks may see of the knowledge."""
    document: Callable[[str], str]
    """The whole document behind a passage, by its source."""
    time_limit_seconds: float = 5.0
    tell: Callable[[Progress], None] | None = None
    """Hears how far the solver is, perhaps from another thread."""
    seen: Kept | None = None
    """The plan that the user saw when sending the message."""
    cancelled: Callable[[], bool] | None = None
    """Once it is true, the solver ends with the best plan so far."""
    person: Person = SOMEBODY
    desk: Desk | None = None
    """Replies to customers; None where there are none."""
    classify: Classify | None = None
    """Tells what a message wants; None if there is no network for it at hand."""
    extract: Extracts | None = None
    """Reads prose; without it rules do."""
    time_zone: str = "UTC"
    """Whose clock the times in a message are read from."""


Runtime = ToolRuntime[Context, Work]


def message_of(runtime: Runtime) -> str:
    """What the user says in the message that this call is about, with names for what it refers back
    to; of a pasted e-mail, what its writer says."""
    return wish_of(runtime.state)


def wish_of(state: Work) -> str:
    """What of the user's last message is being served: all of it, if nothing else is said."""
    return state.get("wish") or written(_last_said(state))


def received(runtime: Runtime) -> str:
    """The user's message as it came."""
    return _last_said(runtime.state)


def _last_said(state: Work) -> str:
    said = [each for each in state["messages"] if isinstance(each, HumanMessage)]
    return said[-1].text if said else ""


def reply(runtime: Runtime, words: str, **update: object) -> Command[Any]:
    """The tool's result in `words`, and what it leaves in the conversation."""
    message = ToolMessage(words, tool_call_id=runtime.tool_call_id)
    return Command(update={"messages": [message], **update})


def refuse(runtime: Runtime, error: PlanError, **update: object) -> Command[Any]:
    """The user's wish cannot be met: say why, and end the turn there."""
    words = error.say(runtime.context.language)
    message = ToolMessage(words, tool_call_id=runtime.tool_call_id, status="error")
    return Command(update={"messages": [message], "answer": words, "possible": False, **update})
