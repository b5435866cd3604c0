"""Conversations of the API, as those who measure hold them."""

from collections.abc import AsyncIterator

import httpx

API = "/api/v1/conversations"
EVENTS = {"accept": "text/event-stream"}


async def begun(client: httpx.AsyncClient) -> str:
    """The id of a new conversation."""
    return str((await client.post(API)).json()["id"])


async def steps(
    client: httpx.AsyncClient, conversation: str, text: str
) -> AsyncIterator[tuple[str, str]]:
    """Name and JSON of each step of the answer to `text`, as they come.

    Raises:
        httpx.HTTPError: the message was not taken, or the answer breaks off.
    """
    name, address = "", f"{API}/{conversation}/messages"
    async with client.stream("POST", address, json={"text": text}, headers=EVENTS) as answer:
        answer.raise_for_status()
        async for line in answer.aiter_lines():
            key, _, value = line.partition(": ")
            if key == "event":
                name = value
            elif key == "data":
                yield name, value
