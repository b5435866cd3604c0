"""What ties a request, its log lines and the sentence that a user reads about it together."""

import secrets
from contextvars import ContextVar

HEADER = "x-request-id"
"""The header of requests and answers that holds it."""
CURRENT: ContextVar[str] = ContextVar("reference", default="")
"""The id of the request that is being answered; empty outside of one. Threads that go on with the
work of a request run in a copy of its context."""


def reference() -> str:
    """The id of the present request, else a new one for this single mishap."""
    return CURRENT.get() or secrets.token_hex(4)
