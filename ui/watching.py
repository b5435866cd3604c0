"""What operators see of requests: an id for each, and how many there were of what kind.

The id stands in the answer (`X-Request-ID`), in every log line of the request, and in the sentence
that a user reads if it fails. One that comes with the request is kept, so that a proxy's log fits.
"""

import json
import logging
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from agent.masking import MaskedFormatter, masked
from agent.reference import CURRENT, HEADER, reference
from tools.phrases import LANGUAGES
from ui.headers import Message, Receive, Send

if TYPE_CHECKING:
    from agent.meter import Meter  # slow to import; the command line needs the log lines only

NAME = HEADER.encode()
GIVEN = re.compile(rb"[\w-]{4,64}")
ROUTES = ("/api/v1", "/mcp", "/healthz", "/readyz", "/metrics", "/signin", "/account", "/admin")
"""Kinds of requests that are counted apart; all else is a page, or other."""


class Watched:
    """Gives every request its id, and counts it. As plain ASGI: nothing is held back."""

    def __init__(self, app: Any, meter: "Meter") -> None:
        self.app, self._meter = app, meter

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        others = [header for header in scope["headers"] if header[0] != NAME]
        given = next((value for name, value in scope["headers"] if name == NAME), b"")
        id = given.decode() if GIVEN.fullmatch(given) else reference()
        own = (NAME, id.encode())

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._meter.requested(_kind(scope["path"]), message["status"])
                message["headers"] = [*message["headers"], own]
            await send(message)

        token = CURRENT.set(id)
        try:
            await self.app({**scope, "headers": [*others, own]}, receive, send_with_id)
        finally:
            CURRENT.reset(token)


class TextLines(MaskedFormatter):
    """A line for people."""

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(name)s%(id)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        record.id = f" [{CURRENT.get()}]" if CURRENT.get() else ""
        return super().format(record)


class JsonLines(logging.Formatter):
    """An object a line for programs."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": masked(record.getMessage()),
        }
        if CURRENT.get():
            line["request"] = CURRENT.get()
        if record.exc_info:
            line["exception"] = masked(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def _kind(path: str) -> str:
    beginning = next((each for each in ROUTES if path == each or path.startswith(f"{each}/")), "")
    return beginning or ("page" if path.split("/")[1] in LANGUAGES else "other")
