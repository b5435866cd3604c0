"""What happens during one turn, as it happens, and what a conversation holds after it.
Plain values: the page, the command line and the tests read them; nobody else makes them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from knowledge.passage import Passage
from tools.handover import Handover
from tools.plan import Problem, Schedule
from tools.reasons.records import Explanation

if TYPE_CHECKING:
    from tools.replies.drafting import Draft
    from tools.solver.progress import Progress


@dataclass(frozen=True)
class Loading:
    """The language model is still being loaded; sent at once so that nobody looks at nothing."""


@dataclass(frozen=True)
class Thinking:
    """The language model reads the message."""


@dataclass(frozen=True)
class Waiting:
    """Others are served first by a language model that writes for one at a time."""

    place: int
    """How many they are, at least 1."""


@dataclass(frozen=True)
class Planning:
    """The solver is at work."""

    progress: "Progress"


@dataclass(frozen=True)
class Called:
    """A tool is called."""

    id: str
    tool: str
    arguments: dict[str, Any]


@dataclass(frozen=True)
class Returned:
    """The tool with that `id` has answered with `words`."""

    id: str
    tool: str
    words: str
    ok: bool = True


@dataclass(frozen=True)
class Said:
    """The next piece of the answer's text (Markdown)."""

    text: str


@dataclass(frozen=True)
class Finished:
    """The turn is over and saved. `answer` is the whole text, and replaces what was `Said`."""

    answer: str
    ok: bool = True
    """False if the user's wish was not possible as asked."""
    handover: Handover | None = None
    """What a colleague needs who takes over, if there was no honest answer."""


Step = Loading | Thinking | Waiting | Planning | Called | Returned | Said | Finished


@dataclass(frozen=True)
class Message:
    """One message of the conversation as people see it."""

    role: Literal["user", "assistant"]
    text: str
    steps: tuple[Called | Returned, ...] = ()


@dataclass(frozen=True)
class Snapshot:
    """All that a conversation holds."""

    messages: tuple[Message, ...] = ()
    problem: Problem | None = None
    schedule: Schedule | None = None
    explanation: Explanation | None = None
    passages: tuple[Passage, ...] = ()
    draft: "Draft | None" = None
    """The reply to a customer that was written last."""
    undoable: bool = False
    redoable: bool = False
    mark: str = field(default="", compare=False)
    """Another one after every change; empty if there is none of that name."""
