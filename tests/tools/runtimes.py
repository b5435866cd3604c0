"""What a tool gets when the agent calls it: the conversation so far and the turn's surroundings."""

from typing import Any

from langchain_core.messages import HumanMessage
from langgraph.types import Command

from tools.state import Context, Runtime, Search


def runtime(
    message: str,
    language: Any = "en",
    found: Any = (),
    whole: str = "",
    zone: str = "UTC",
    search: Search | None = None,
    **state: Any,
) -> Runtime:
    return Runtime(
        state={"messages": [HumanMessage(message)], **state},
        context=Context(
            language=language,
            search=search or (lambda *_, **__: list(found)),
            document=lambda _: whole,
            time_limit_seconds=1,
            time_zone=zone,
        ),
        config={},
        stream_writer=lambda _: None,
        tool_call_id="1",
        store=None,
    )


def left(command: Command[Any]) -> dict[str, Any]:
    """What the tool leaves in the conversation; its message's text as `words`."""
    (message,) = command.update["messages"]
    return dict(command.update) | {"words": message.text, "status": message.status}
