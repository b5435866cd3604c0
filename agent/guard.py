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
from langgraph.runtime import Runtime
from langgraph.types import Command

from agent import documented
from agent.coverage import complete
from agent.ownwords import own_words
from agent.router import ABOUT_PLAN, ANSWER, ASK, COPIES, NEEDS_PLAN, Route, wanted_of
from agent.several import wishes_in
from agent.view import this_turn, view
from tools.draft import goes_on
from tools.handover import asked_for, tell_handover
from tools.intake.inputs import holds_plan, take_text
from tools.intake.mail import written
from tools.parse import sure
from tools.phrases import Language, say
from tools.plan import Problem
from tools.prose.records import Extracts
from tools.replies.drafting import Draft
from tools.state import Context, Work, wish_of
from tools.wording.cases import case_in
from tools.wording.corrections import corrected
from tools.wording.followups import is_edit
from tools.wording.persons import wants_person
from tools.wording.references import Focus, focus_after, resolved
from tools.wording.undoing import step_back

MAX_CALLS = 5
"""Calls of the language model in one turn."""
MAX_FAILED = 2
"""Malformed tool calls in one turn: the first goes back to the model, the second ends the turn."""
COURTESY = re.compile(
    r"\W*(?:(?:thanks?|thx|great|good|ok|okay|fine|yes|no|hi|hello|bye)(?![a-z])|"
    "谢|好的?|行|嗯|不|是的?|再见|您好|你好)",
    re.IGNORECASE,
)
"""Nothing that a blank is filled with."""


class TurnRules(AgentMiddleware[Work, Context]):
    """Asks the language model only what code cannot know."""

    state_schema = Work

    def __init__(self, *, routed: bool = True) -> None:
        """
        Args:
            routed: whether the router narrows the choice; without it the language model is alone,
                which is measured.
        """
        super().__init__()
        self._routed = routed

    def before_agent(self, state: Work, runtime: Runtime[Context]) -> dict[str, Any]:
        """What the user wishes, each by itself and with names for what it refers back to."""
        problem = state.get("problem")
        message = written(this_turn(state["messages"])[0].text)
        known = partial(wanted_of, problem=problem, classify=runtime.context.classify)
        if problem is not None:
            message = corrected(message, _before_last_edit(state), problem)
        focus = state.get("focus")
        if focus is not None and problem is not None:
            about_plan = known(message).tool in ABOUT_PLAN
            message = resolved(message, focus, problem, freely=about_plan)
        apart = self._routed and not holds_plan(message)
        wish, *left = wishes_in(message, known) if apart else [message]
        begun = {"served": [], "missed": False, "answer": "", "possible": True, "handover": None}
        return {"wish": wish, "left": left, **begun}

    def after_agent(self, state: Work, runtime: Runtime[Context]) -> dict[str, Any] | None:
        """What has been spoken of."""
        problem = state.get("problem")
        if problem is None:
            return None
        answer = state["messages"][-1].text
        focus = state.get("focus") or Focus()
        return {"focus": focus_after(focus, wish_of(state), answer, problem)}

    def wrap_model_call(
        self,
        request: ModelRequest[Context],
        handler: Callable[[ModelRequest[Context]], ModelResponse[Any]],
    ) -> ModelResponse[Any] | AIMessage | ExtendedModelResponse[Any]:
        state, context = cast(Work, request.state), request.runtime.context
        turn, wish = this_turn(request.messages), wish_of(state)
        known = next_step(turn, state.get("answer", ""), state.get("problem"))
        if known is not None:
            return known if known.tool_calls else self._next_wish(known, state, context)
        if given_up(turn):
            return _not_understood(context.language)
        problem = state.get("problem")
        if len(turn) == 1 and wants_person(wish):
            return _handed_over(wish, context.language)
        if len(turn) == 1 and problem is not None and is_edit(wish, problem):
            return _calling("edit_tasks", kind="change")  # code has read all that it says
        chosen = documented.chosen(wish, problem, context) if self._routed else None
        if chosen and len(turn) == 1:
            if continues(state.get("draft"), wish, chosen):
                return _calling("draft_reply", message=wish, tone="warm")
            decided = decision(
                chosen, request.tools, problem, context.language, turn[0].text, context.extract
            )
            if decided is not None:
                return decided
        return self._asked(request, handler, chosen)

    def _next_wish(
        self, answer: AIMessage, state: Work, context: Context
    ) -> AIMessage | ExtendedModelResponse[Any]:
        """The answer to a wish; while others are left, the call for the next, which is sure."""
        served = [*state.get("served", []), answer.text]
        missed = state.get("missed", False) or not state.get("possible", True)
        left = state.get("left", [])
        if not left:
            return _with(AIMessage("\n\n".join(served)), {"possible": not missed})
        if wants_person(left[0]):
            message = this_turn(state["messages"])[0].text
            return _handed_over(message, context.language, served, possible=not missed)
        chosen = wanted_of(left[0], state.get("problem"), context.classify)
        call = _calling(chosen.tool, **chosen.arguments)
        update = {"wish": left[0], "left": left[1:], "served": served, "missed": missed}
        return _with(call, {**update, "answer": ""})

    def _asked(
        self,
        request: ModelRequest[Context],
        handler: Callable[[ModelRequest[Context]], ModelResponse[Any]],
        chosen: Route | None,
    ) -> AIMessage | ExtendedModelResponse[Any]:
        """What the language model makes of the wish."""
        state, language = cast(Work, request.state), request.runtime.context.language
        wish, problem = wish_of(state), state.get("problem")
        tools = offered(request.tools, chosen)
        messages = view(request.messages, problem, wish)
        asked = request.override(messages=messages, tools=tools)
        if chosen and chosen.sure:
            only = "none" if chosen.tool == ANSWER else chosen.tool
            asked = asked.override(tool_choice=only)
        message = _last(handler(asked))
        if message.invalid_tool_calls and not message.tool_calls:
            message = _last(handler(asked))
        if call := _one_call(message, tools):
            read_rest = partial(self._read_rest, asked, handler)
            return complete(call, wish, read_rest)
        if message.tool_calls or message.invalid_tool_calls:
            return _not_understood(language)
        return AIMessage(own_words(message.text, wish, language))

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


def _before_last_edit(state: Work) -> Problem | None:
    """The problem as it was before the last turn, if that changed it."""
    undo = state.get("undo")
    return undo[-1].problem if undo and state.get("changed") else None


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
    return _with(AIMessage(say("not-understood", language)), {"possible": False})


def _handed_over(
    message: str, language: Language, served: Sequence[str] = (), *, possible: bool = True
) -> ExtendedModelResponse[Any]:
    """That a person takes over, after the answers to what else was wished."""
    given = asked_for(message)
    words = "\n\n".join([*served, tell_handover(given, language)])
    return _with(AIMessage(words), {"possible": possible, "handover": given})


def _with(message: AIMessage, update: dict[str, Any]) -> ExtendedModelResponse[Any]:
    """A message, and what else is to be remembered."""
    return ExtendedModelResponse(ModelResponse(result=[message]), Command(update=update))


def next_step(
    turn: Sequence[AnyMessage], answer: str, problem: Problem | None = None
) -> AIMessage | None:
    """What follows without asking anybody: a tool's own words are the answer, because every number
    in them is computed; tasks that were read or changed are planned, by the goal that `problem`
    has; “undo” and tables need no language model."""
    last = turn[-1]
    if isinstance(last, HumanMessage):
        return _known_call(last.text)
    if not isinstance(last, ToolMessage):
        return None
    if answer:
        return AIMessage(answer)
    if last.name in ("parse_tasks", "edit_tasks") and last.status != "error":
        goals = problem.goals if problem else ()
        return _calling("optimise_schedule", goal=(goals or ("waiting",))[0])
    return None


def _known_call(message: str) -> AIMessage | None:
    """The call that a message asks for so plainly that no language model need read it."""
    if step := step_back(message):
        return _calling("edit_tasks", kind=step.way)
    plain = holds_plan(message) or case_in(message) is not None
    return _calling("parse_tasks", tasks=[]) if plain else None


def _calling(tool: str, **arguments: Any) -> AIMessage:
    call = {"name": tool, "args": arguments, "id": f"call_{uuid4().hex}"}
    return AIMessage("", tool_calls=[call])


def given_up(turn: Sequence[AnyMessage]) -> bool:
    """True if the model has had its chances in this turn."""
    failed = sum(isinstance(each, ToolMessage) and each.status == "error" for each in turn)
    called = sum(isinstance(each, AIMessage) for each in turn)
    return failed >= MAX_FAILED or called >= MAX_CALLS


def continues(draft: Draft | None, wish: str, chosen: Route) -> bool:
    """Whether a message fills in what a reply that was drafted still lacks, or wants it in another
    tone."""
    if draft is None or (chosen.sure and chosen.tool not in (ANSWER, ASK)):
        return False
    return not COURTESY.match(wish) and goes_on(draft, wish)


def decision(
    chosen: Route,
    tools: Sequence[Any],
    problem: Problem | None,
    language: Language,
    said: str,
    extract: Extracts | None = None,
) -> AIMessage | ExtendedModelResponse[Any] | None:
    """What follows from a choice that is sure, without asking a language model: a call, or what is
    missing asked back; None if it must be asked.

    Args:
        said: the whole message; a language model need copy no words of it that are read surely.
        extract: reads prose; without it rules do.
    """
    if not chosen.sure:
        return None
    if problem is None and chosen.tool in NEEDS_PLAN:
        return _with(AIMessage(say("no-plan-yet", language)), {"possible": False})
    if chosen.tool == ASK:
        key = "ask-tasks" if problem is None else "ask-what"
        return _with(AIMessage(say(key, language)), {"possible": False})
    if chosen.tool not in {tool.name for tool in tools}:
        return None
    if chosen.tool in COPIES:
        return _calling(chosen.tool, tasks=[]) if sure(take_text(said), extract) else None
    return _calling(chosen.tool, **chosen.arguments)


def offered(tools: Sequence[Any], chosen: Route | None) -> list[Any]:
    """The tools among which the language model chooses: the likely ones; all of them if it is to be
    alone, or if the likely ones are not among them."""
    if chosen is None:
        return list(tools)
    return [tool for tool in tools if tool.name in chosen.likely] or list(tools)
