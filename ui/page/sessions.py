"""The key of a browser's conversation: random, and kept by the browser. Without accounts it is all
it takes to read the conversation, so it is never logged; it is part of an address only where
somebody asks for a link to the conversation.
"""

import re
import secrets

from tools.phrases import Language
from ui.markup import html
from ui.pages import PAGES

CHAT = "chat"
"""The parameter of the page's address that names a conversation."""


class Spare:
    """The key that a browser without one will get. Gradio copies a `State` for each visit, so all
    events of a visit agree on it, also those that come before the browser has stored it."""

    def __init__(self) -> None:
        self.key = secrets.token_urlsafe(32)

    def __deepcopy__(self, memo: object) -> "Spare":
        return Spare()


def valid(session: object) -> bool:
    """Is this a key that we could have given?"""
    return isinstance(session, str) and bool(re.fullmatch(r"[\w-]{43}", session, re.ASCII))


def address_of(key: str, language: Language) -> str:
    """The page with a conversation opened, ready for HTML."""
    return html(f"{PAGES[0].address(language)}?{CHAT}={key}")


def key_of(session: object, spare: Spare) -> str:
    """The browser's own key, else the spare one."""
    return str(session) if valid(session) else spare.key
