"""The rules of a turn that do not depend on the language model: which step follows by itself, when
to stop, and that no number is ever said which nobody gave or computed."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, cast
from uuid import uuid4

from langchain.agents.middleware import (
    AgentMiddleware,
    ExtendedModelResponse,
    ModelRequest,
    ModelResponse,
)
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage
from langgraph.types import Command

from agent.coverage import complete
from agent.view import this_turn, view
from knowledge.language import language_of
from tools.intake.grids import holds_table
from tools.intake.mail import written
from tools.phrases import Language, say
from tools.plan import Problem
from tools.state import Context, Work
from tools.wording.changes import changes
from tools.wording.durations import durations
from tools.wording.followups import is_edit, step_back
from tools.wording.names import mentioned
from tools.wording.questions import SUPPOSED, asked

MAX_CALLS = 5
"""Calls of the language model in one turn."""
MAX_FAILED = 2
"""Malformed tool calls in one turn: the first goes back to the model, the second ends the turn."""
PLAN_WORDS = re.compile(
    r"为什么|为何|凭什么|顺序|安排|计划|排|最优|最好|瓶颈|如果|要是|假如|先|最后|"
    r"\b(?:why|plan|schedule|order|sequence|best|optimal|bottleneck|what if|if|suppose|first|last|"
    r"earlier|later|sooner|task)\b",
    re.IGNORECASE,
)
PROCEDURE = re.compile(
    r"流程|规定|怎么(?:回复|答复|处理|办理|应对)|如何|客户|顾客|病人|投诉|\b(?:procedure|policy|process|customers?|"
    r"client|patient|complain\w*|reply|answer|respond|how (?:do|should|can) (?:we|i|you))\b",
    re.IGNORECASE,
)
"""A question about the house's ways rather than the plan, unless it says "what if"."""
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


class TurnRules(AgentMiddleware[Work, Context]):
    """Asks the language model only what code cannot know."""

    state_schema = Work

    def wrap_model_call(
        self,
        request: ModelRequest[Context],
        handler: Callable[[ModelRequest[Context]], ModelResponse[Any]],
    ) -> ModelResponse[Any] | AIMessage | ExtendedModelResponse[Any]:
        language = request.runtime.context.language
        turn = this_turn(request.messages)
        state = cast(Work, request.state)
        known = next_step(turn, state.get("answer", ""))
        if known is not None:
            return known
        if given_up(turn):
            return _not_understood(language)
        problem, text = state.get("problem"), written(turn[0].text)
        tools = offered(request.tools, text, problem)
        asked = request.override(messages=view(request.messages, problem), tools=tools)
        message = _last(handler(asked))
        if message.invalid_tool_calls and not message.tool_calls:
            message = _last(handler(asked))
        if call := _one_call(message, tools):
            read_rest = partial(self._read_rest, asked, handler)
            return complete(call, text, read_rest)
        if message.tool_calls or message.invalid_tool_calls:
            return _not_understood(language)
        return AIMessage(own_words(message.text, text, language))

    @staticmethod
    def _read_rest(
        asked: ModelRequest[Context],
        handler: Callable[[ModelRequest[Context]], ModelResponse[Any]],
        rest: str,
    ) -> AIMessage:
        only = [tool for tool in asked.tools if getattr(tool, "name", "") == "parse_tasks"]
        messages = view([HumanMessage(rest)], None)
        again = asked.override(messages=messages, tools=only, tool_choice="parse_tasks")
        return _last(handler(again))


def _last(response: ModelResponse[Any]) -> AIMessage:
    message = response.result[-1]
    assert isinstance(message, AIMessage)
    return message


def _one_call(message: AIMessage, tools: Sequence[Any]) -> AIMessage | None:
    """`message` with its first call of an offered tool. One thing at a time: every tool writes the
    answer, and what follows a tool is known."""
    calls = [
        {**call, "name": tool.name}
        for call in message.tool_calls
        for tool in tools
        # llama_cpp.server repeats the name in every piece of a streamed call.
        if call["name"] and not call["name"].replace(tool.name, "")
    ]
    return AIMessage(message.content, id=message.id, tool_calls=calls[:1]) if calls else None


def _not_understood(language: Language) -> ExtendedModelResponse[Any]:
    message = AIMessage(say("not-understood", language))
    failed: Command[Any] = Command(update={"possible": False})
    return ExtendedModelResponse(ModelResponse(result=[message]), failed)


def next_step(turn: Sequence[AnyMessage], answer: str) -> AIMessage | None:
    """What follows without asking anybody: a tool's own words are the answer, because every number
    in them is computed; tasks that were read or changed are planned; “undo” and tables need no
    language model."""
    last = turn[-1]
    if isinstance(last, HumanMessage):
        return _known_call(last.text)
    if not isinstance(last, ToolMessage):
        return None
    if answer:
        return AIMessage(answer)
    if last.name in ("parse_tasks", "edit_tasks") and last.status != "error":
        return _calling("optimise_schedule", goal="waiting")
    return None


def _known_call(message: str) -> AIMessage | None:
    """The call that a message asks for so plainly that no language model need read it."""
    if step := step_back(message):
        return _calling("edit_tasks", kind=step)
    return _calling("parse_tasks", tasks=[]) if holds_table(message) else None


def _calling(tool: str, **arguments: Any) -> AIMessage:
    call = {"name": tool, "args": arguments, "id": f"call_{uuid4().hex}"}
    return AIMessage("", tool_calls=[call])


def given_up(turn: Sequence[AnyMessage]) -> bool:
    """True if the model has had its chances in this turn."""
    failed = sum(isinstance(each, ToolMessage) and each.status == "error" for each in turn)
    called = sum(isinstance(each, AIMessage) for each in turn)
    return failed >= MAX_FAILED or called >= MAX_CALLS


def offered(tools: Sequence[Any], message: str, problem: Problem | None) -> list[Any]:
    """The tools that fit: a message that only changes a known plan, or asks about it in words that
    leave no doubt, describes no new tasks, and is no question about procedures."""
    if problem is None:
        return list(tools)
    if is_edit(message, problem):
        return [tool for tool in tools if tool.name == "edit_tasks"]
    about = asked(message, problem) is not None
    supposed = bool(SUPPOSED.search(message))
    if not about and not supposed and describes_tasks(message, problem):
        return list(tools)
    changed = changes(message, problem)
    if changed and not supposed and PROCEDURE.search(message):
        return [tool for tool in tools if tool.name != "parse_tasks"]
    if about or changed:
        return [tool for tool in tools if tool.name == "explain_decision"]
    unfit = (
        {"parse_tasks"}
        if about_plan(message, problem)
        else {"parse_tasks", "edit_tasks", "explain_decision"}
    )
    return [tool for tool in tools if tool.name not in unfit]


def about_plan(message: str, problem: Problem) -> bool:
    """True if a message names a task of the plan, or asks something that can only mean the plan."""
    names = [task.name for task in problem.tasks]
    return bool(mentioned(message, names) or PLAN_WORDS.search(message))


def describes_tasks(message: str, problem: Problem) -> bool:
    """True if a message gives durations, and not just another one for a task that is known."""
    given = len(durations(message))
    timed = ("duration", "shift", "add", "deadline", "away")
    changed = sum(change.kind in timed for change in changes(message, problem))
    return given > min(changed, 1)


def own_words(text: str, message: str, language: Language) -> str:
    """The model's own words, if they are in the user's language and state no number that the user
    did not, and what Whyflow can do."""
    said, abilities = text.strip(), say("abilities", language)
    if not said or language_of(said) != language or not only_known_numbers(said, message):
        return abilities
    return f"{said}\n\n{abilities}"


def only_known_numbers(text: str, message: str) -> bool:
    """True if every number in `text` stands in `message`."""
    return set(NUMBER.findall(text)) <= set(NUMBER.findall(message))
