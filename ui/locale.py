"""Which language a visitor gets, and a page that speaks it throughout.

Gradio words its own buttons and menus in the browser's language, whatever ours is; and its page
says `lang="en"`, names pictures on the web for sharing, and has its scripts below its own address.
`LocalPage` corrects that, once.
"""

import re
from typing import Any

from starlette.requests import HTTPConnection

from tools.phrases import LANGUAGES, Language
from ui.headers import Message, Receive, Send
from ui.pages import Page, opened_page, page_of
from ui.theme import SCRIPT

TAGS = {"en": "en", "zh": "zh-CN"}
COOKIE = "whyflow-language"


def language_of_request(request: HTTPConnection) -> Language:
    """That of the page that it is for, else what the visitor chose or the browser asks for."""
    if page := page_of(request.scope["path"]):
        return page[1]
    return preferred(request.cookies.get(COOKIE), request.headers.get("accept-language", ""))


def preferred(cookie: str | None, accept: str) -> Language:
    """The language of the cookie; else the first of ours in `Accept-Language`; else English."""
    if cookie in LANGUAGES:
        return cookie
    wishes = []
    for wish in accept.split(","):
        tag, _, rest = wish.strip().partition(";")
        weight = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)", rest)
        wishes.append((float(weight[1]) if weight else 1.0, tag.lower().split("-")[0]))
    wishes.sort(key=lambda wish: -wish[0])
    return next((tag for weight, tag in wishes if tag in LANGUAGES and weight > 0), "en")


ADDRESS = (b"host", b"x-forwarded-host", b"x-forwarded-proto", b"x-gradio-server")
"""Headers by which Gradio knows under which address it was reached."""
MOST = 64
"""Pages that are kept: who asks may name any host."""


class LocalPage:
    """Passes everything to `app`; rewrites the HTML of our pages on its way back.

    Gradio takes 15 ms of a core to make a page. It is made of nothing but its address (`app` sees
    nothing else of the request), so it is kept for everybody who comes by the same one.
    """

    def __init__(self, app: Any) -> None:
        self.app = app
        self._kept: dict[tuple[object, ...], tuple[Message, Message]] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        opened = opened_page(scope.get("path", ""))
        if scope["type"] != "http" or scope["method"] != "GET" or opened is None:
            await self.app(scope, receive, send)
            return
        headers = [header for header in scope["headers"] if header[0] in ADDRESS]
        address = (scope["scheme"], *(scope["server"] or ()), scope["path"], *headers)
        page = self._kept.get(address)
        if page is None:
            asked = {**scope, "headers": headers, "query_string": b""}
            page = await self._made(asked, receive, *opened)
            if page[0]["status"] == 200:
                self._keep(address, page)
        for message in page:
            await send(dict(message))  # whoever adds headers adds them to the message itself

    async def _made(
        self, scope: Message, receive: Receive, opened: Page, language: Language
    ) -> tuple[Message, Message]:
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                body.extend(message.get("body", b""))

        await self.app(scope, receive, collect)
        title = opened.heading(language)
        page = localised(body.decode("utf-8"), language, title).encode("utf-8")
        kept = [header for header in start["headers"] if header[0].lower() != b"content-length"]
        start["headers"] = [*kept, (b"content-length", str(len(page)).encode())]
        return start, {"type": "http.response.body", "body": page}

    def _keep(self, address: tuple[object, ...], page: tuple[Message, Message]) -> None:
        if len(self._kept) >= MOST:
            del self._kept[next(iter(self._kept))]  # the oldest
        self._kept[address] = page


def localised(page: str, language: Language, title: str) -> str:
    """Gradio's page with our language, title and icon, without pictures from the web, and with the
    scripts of all pages, so that who goes from one to another has them."""
    tag = TAGS[language]
    head = (
        f'<title>{title}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml" />'
        f"{SCRIPT}"
        f'<script>Object.defineProperty(navigator, "language", {{ get: () => "{tag}" }})</script>'
    )
    page = re.sub(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>', "", page)
    page = re.sub(r'<link rel="manifest"[^>]*>', "", page)
    page = page.replace('lang="en"', f'lang="{tag}"', 1)
    page = page.replace('src="./assets/', 'src="/assets/')
    return page.replace("<head>", f"<head>{head}", 1)
