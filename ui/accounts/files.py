"""An uploaded file is read by who uploaded it, as plain ASGI behind the gate. Gradio names uploads
after their content and gives them to anybody who knows the name; here they have owners."""

import json
from collections import OrderedDict
from typing import Any

from starlette.responses import PlainTextResponse

from ui.accounts.visit import visit_of
from ui.headers import Message, Receive, Send

UPLOAD, FILE = "/gradio_api/upload", "/gradio_api/file="
MOST = 10_000
"""Uploads that are remembered; Gradio deletes them after an hour."""


class OwnFiles:
    """Remembers who uploaded what, and shows it to nobody else."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self._owners: OrderedDict[str, set[str]] = OrderedDict()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or "/gradio_api/" not in path:
            await self.app(scope, receive, send)
            return
        visit = visit_of(scope)
        person = visit.person.id if visit else ""
        if path.endswith(UPLOAD) and scope["method"] == "POST":
            await self._uploaded(scope, receive, send, person)
        elif FILE in path and not self._may(path.split(FILE, 1)[1], person):
            await PlainTextResponse("", status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _may(self, name: str, person: str) -> bool:
        owners = self._owners.get(name)
        return owners is None or person in owners

    async def _uploaded(self, scope: Message, receive: Receive, send: Send, person: str) -> None:
        """Passes the answer on, and reads in it where the files lie."""
        body = bytearray()

        async def listen(message: Message) -> None:
            if message["type"] == "http.response.body":
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    self._remember(bytes(body), person)
            await send(message)

        await self.app(scope, receive, listen)

    def _remember(self, answer: bytes, person: str) -> None:
        try:
            names = json.loads(answer)
        except ValueError:
            return
        for name in names if isinstance(names, list) else ():
            self._owners.setdefault(str(name), set()).add(person)
            self._owners.move_to_end(str(name))
        while len(self._owners) > MOST:
            self._owners.popitem(last=False)
