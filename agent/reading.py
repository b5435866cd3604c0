"""Reading tasks out of a text without a conversation: for the command line and, later, the API.
A trained network or rules read it; the language model is only asked where rules are in doubt."""

from collections.abc import Callable

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.runnables import RunnableConfig
from pydantic import TypeAdapter, ValidationError

from agent.coverage import complete
from agent.view import fixed_start, view
from tools.intake.inputs import take_text
from tools.intake.plain import legible
from tools.intake.taken import Taken
from tools.parse import parse_tasks, read_tasks, sure
from tools.plan import Problem
from tools.prose.clock import Clock
from tools.prose.copied import TaskWords
from tools.prose.records import Extracts

ROWS = TypeAdapter(list[TaskWords])


def read_text(
    llm: Callable[[], BaseChatModel],
    text: str,
    clock: Clock,
    listener: BaseCallbackHandler | None = None,
    extract: Extracts | None = None,
) -> Problem:
    """The problem that `text` describes: a table is read by code, anything else by a trained
    network or by rules.

    Args:
        llm: gives the language model, should it be needed: it copies words, code reads them.
        clock: when the plan starts, for times in the text.
        listener: hears of what the language model is asked.
        extract: reads prose; without it rules do.

    Raises:
        PlanError: no task in it, or they cannot be planned as said.
    """
    return read_taken(llm, take_text(legible(text), clock=clock), clock, listener, extract)


def read_taken(
    llm: Callable[[], BaseChatModel],
    taken: Taken,
    clock: Clock,
    listener: BaseCallbackHandler | None = None,
    extract: Extracts | None = None,
) -> Problem:
    """As `read_text`, of what was taken from a text or a file.

    Raises:
        PlanError: no task in it, or they cannot be planned as said.
    """
    if taken.problem is not None:
        return taken.problem
    words = [] if sure(taken, extract) else copied(llm(), taken.words, listener)
    return read_tasks(words, taken, clock, extract)


def copied(
    llm: BaseChatModel, text: str, listener: BaseCallbackHandler | None = None
) -> list[TaskWords]:
    """The words about each task that the language model copies; none if it copies nothing."""
    reader = llm.bind_tools([parse_tasks], tool_choice="parse_tasks")
    heard: RunnableConfig = {"callbacks": [listener] if listener else []}

    def read(part: str) -> AIMessage:
        return reader.invoke([fixed_start()[0], *view([HumanMessage(part)], None)], heard)

    answer = complete(read(text), text, read)
    try:
        return [
            row
            for call in answer.tool_calls
            for row in ROWS.validate_python(call["args"].get("tasks"))
        ]
    except ValidationError:
        return []
