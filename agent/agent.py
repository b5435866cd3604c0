"""The agent: a language model, the tools, the rules of a turn and a memory. The only loop."""

from collections.abc import Sequence
from typing import Any

from langchain.agents import create_agent
from langchain_core.language_models import BaseChatModel
from langchain_core.tools import BaseTool
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph.state import CompiledStateGraph

from agent.guard import TurnRules
from agent.view import system_prompt
from tools.registry import TOOLS
from tools.state import Context


def build_agent(
    llm: BaseChatModel,
    checkpointer: BaseCheckpointSaver[Any],
    tools: Sequence[BaseTool] = TOOLS,
    *,
    routed: bool = True,
) -> CompiledStateGraph[Any, Context, Any, Any]:
    """A graph that takes one user message to an answer and remembers the conversation.

    Args:
        llm: any LangChain chat model with tool calling; the agent does not know which.
        routed: whether anything but the language model chooses tools.
    """
    return create_agent(
        llm,
        list(tools),
        system_prompt=system_prompt(),
        middleware=[TurnRules(routed=routed)],
        context_schema=Context,
        checkpointer=checkpointer,
        name="whyflow",
    )
