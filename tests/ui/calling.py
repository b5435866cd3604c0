"""The tools over MCP, as the protocol's own client calls them."""

import json
from typing import Any

import httpx2
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client

TOOLS = [
    "parse_tasks",
    "plan_tasks",
    "explain_plan",
    "what_if",
    "search_knowledge",
    "draft_reply",
]
"""All that there are."""


async def called(address: str, headers: dict[str, str], *calls: tuple[str, dict[str, Any]]) -> Any:
    """The names of the tools, and what each call gave."""
    async with httpx2.AsyncClient(headers=headers, timeout=60) as http:
        transport = streamable_http_client(f"{address}/mcp", http_client=http)
        async with Client(transport) as client:
            names = {tool.name for tool in (await client.list_tools()).tools}
            results = []
            for name, arguments in calls:
                given = {
                    key: value(results) if callable(value) else value
                    for key, value in arguments.items()
                }
                results.append(await client.call_tool(name, given))
            return names, results


def told(result: Any) -> Any:
    return json.loads(result.content[0].text)
