"""Security headers on every response, as plain ASGI: Starlette's own middleware would buffer."""

import re
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

# Gradio puts its configuration into an inline script, and its HTML widget compiles its template
# ("${value}", a constant) with Function(); Plotly draws with inline styles. Nothing may come from
# elsewhere, and what is shown as HTML is escaped in `panels.py`.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
PLAIN = (
    "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'"
)
"""Of all that is no such page: nothing there needs a script, least of all where passwords are."""
FRAMED = ("/en/", "/zh/", "/embed", "/assets/")
"""Beginnings of the paths that a panel on another site may show; pages of accounts never."""
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


ASSETS = re.compile(r"/(?:(?:en|zh)/(?:[a-z]+/)?)?assets/")
"""Beginnings of the paths of Gradio's own files, whose names hold a print of their content."""
LASTING = (b"cache-control", b"public, max-age=31536000, immutable")


class SafeHeaders:
    """Adds `HEADERS` and the policy to every HTTP response that does not set them itself; what
    never changes need not be asked for again."""

    def __init__(self, app: Any, framing: Sequence[str] = ()) -> None:
        """
        Args:
            framing: the sites whose pages may show ours in a panel.
        """
        self.app = app
        self._alone = _policy(PLAIN, ())
        self._framed = _policy(POLICY, framing)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        framed = scope["type"] == "http" and scope["path"].startswith(FRAMED)
        policy = self._framed if framed else self._alone
        asset = framed and ASSETS.match(scope["path"])

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                lasting = [LASTING] if asset and message["status"] == 200 else []
                added = (*HEADERS, policy, *lasting)
                extra = [header for header in added if header[0] not in present]
                message["headers"] = [*message["headers"], *extra]
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _policy(policy: str, framing: Sequence[str]) -> tuple[bytes, bytes]:
    ancestors = " ".join(framing) or "'none'"
    return b"content-security-policy", f"{policy}; frame-ancestors {ancestors}".encode()
