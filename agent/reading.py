"""Reading tasks out of a text without a conversation: for the command line and, later, the API."""

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage
from pydantic import TypeAdapter, ValidationError

from agent.coverage import complete
from agent.view import fixed_start, legible, view
from tools.intake.inputs import take_text
from tools.parse import TaskWords, parse_tasks, read_tasks
from tools.plan import Problem
from tools.record import PlanError

ROWS = TypeAdapter(list[TaskWords])


def read_text(llm: BaseChatModel, text: str) -> Problem:
    """The problem that `text` describes: a table is read by code; of anything else the language
    model copies the words, and code reads them.

    Raises:
        PlanError: no task in it, or they cannot be planned as said.
    """
    taken = take_text(legible(text))
    if taken.problem is not None:
        return taken.problem
    text = taken.words
    reader = llm.bind_tools([parse_tasks], tool_choice="parse_tasks")

    def read(part: str) -> AIMessage:
        return reader.invoke([fixed_start()[0], *view([HumanMessage(part)], None)])

    answer = complete(read(text), text, read)
    try:
        rows = [
            row
            for call in answer.tool_calls
            for row in ROWS.validate_python(call["args"].get("tasks"))
        ]
    except ValidationError as error:
        raise PlanError("no-tasks-read") from error
    return read_tasks(rows, text)
