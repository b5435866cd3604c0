"""The web server: answers at once, and mounts the Gradio page when that has been imported.

Importing Gradio takes seconds, so it happens in a thread while a small page says that Whyflow is
starting. `mount_gradio_app` hooks into the startup of its app, which is over by then for ours: the
pages get an app of their own, whose startup is run here when it is built.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator, Callable
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import Any

from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.requests import HTTPConnection
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from fastapi.staticfiles import StaticFiles

from agent.audit import Audit
from agent.meter import Meter
from agent.reference import reference
from tools.phrases import LANGUAGES, Language, say
from ui.accounts.entrance import Entrance
from ui.accounts.files import OwnFiles
from ui.accounts.forms import local_path
from ui.accounts.gate import Gate
from ui.accounts.refusals import add_lost
from ui.accounts.visit import visit_of
from ui.edge import report
from ui.headers import Message, Receive, SafeHeaders, Send
from ui.locale import COOKIE, LocalPage, language_of_request
from ui.opening import Opening
from ui.pages import PAGES, RUN, opened_page
from ui.stubs import import_gradio
from ui.theme import COOKIE as THEME_COOKIE
from ui.theme import Theme
from ui.watching import Watched

HERE = Path(__file__).parent
# Where each comes from; the widget serves its own.
SCRIPTS = {"chart": "page/chart/chart.js", "zoom": "page/chart/zoom.js", "page": "page/page.js"}
HEAD = "".join(f'<script src="/{name}.js" defer></script>' for name in SCRIPTS)
HEAD += '<script src="/embed/frame.js"></script>'  # before Gradio's own
FRESH = {"Cache-Control": "no-store"}
GLANCE = 0.02
"""Seconds after which each page looks whether an event waits. Gradio looks every millisecond, which
takes a tenth of a core where nobody is, and from those who work far more."""
WATCHING = 400
"""Threads for requests. Whoever watches an answer or a plan come holds one all the while, and with
40, as AnyIO has them, nobody else would be served."""


def build_server(
    open_assistant: Callable[[], Any],
    entrance: Entrance | None = None,
    meter: Meter | None = None,
    audit: Audit | None = None,
) -> FastAPI:
    """The whole site; run it with uvicorn. `open_assistant` is called in a thread once the page is
    there, and may take its time; then the assistant is told to `load` its models.

    Args:
        entrance: who may come in; without one, everybody on this machine.
        meter: keeps the counts that `/metrics` shows.
        audit: hears what is asked and changed without a conversation.

    `/healthz` answers as long as the process lives, `/readyz` with 200 once page and models are
    ready, `/en` and `/zh` are the page, `/` leads to one of them.
    """
    assistant, pages = Opening(open_assistant, audit), Pages()
    entrance, meter = entrance or Entrance(), meter or Meter()
    server = FastAPI(
        title="Whyflow",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=_opening(assistant, pages, entrance.upload_megabytes, meter),
    )
    # The last one added is the outermost: headers also stand on what the gate refuses.
    server.add_middleware(OwnFiles)
    server.add_middleware(
        Gate,
        identify=entrance.identify,
        origin=entrance.origin,
        signing_in=entrance.signing_in,
        requests=entrance.requests,
        largest=(entrance.upload_megabytes + 1) * 1024 * 1024,
    )
    server.add_middleware(SafeHeaders, framing=entrance.framing)
    server.add_middleware(Watched, meter=meter)
    for router in entrance.pages:
        server.include_router(router)
    _add_health(server, assistant, pages, meter)
    _add_front(server)
    server.mount("/", pages)
    return server


class Pages:
    """The site once it is built; until then a page that waits for it."""

    def __init__(self) -> None:
        self.site: Any = None
        self.failure = ""

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if self.site is not None:
            await self.site(scope, receive, send)
        elif self.failure:
            await PlainTextResponse(self.failure, status_code=500)(scope, receive, send)
        elif opened_page(scope["path"]):
            await HTMLResponse(_starting_page(), headers=FRESH)(scope, receive, send)
        else:
            # In the shape that the API has once it is there, with the same sentence.
            detail = say("not-ready-yet", language_of_request(HTTPConnection(scope)))
            waits = {**FRESH, "retry-after": "5"}
            told = JSONResponse({"detail": detail, "request": reference()}, 503, waits)
            await told(scope, receive, send)


def _opening(assistant: Opening, pages: Pages, upload_megabytes: int, meter: Meter) -> Any:
    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = WATCHING
        closing = asyncio.Event()
        opening = asyncio.create_task(_open(assistant, pages, upload_megabytes, meter, closing))
        yield
        closing.set()
        await opening

    return lifespan


async def _open(
    assistant: Opening, pages: Pages, upload_megabytes: int, meter: Meter, closing: asyncio.Event
) -> None:
    """One task from start to end, because a lifespan must be left by the task that entered it."""
    try:
        site = await asyncio.to_thread(asyncio.run, build_site(assistant, upload_megabytes, meter))
    except Exception as error:  # nobody awaits this task before the end: say it now
        reference = report(error)
        pages.failure = "\n".join(
            say("page-broken", language, reference=reference) for language in LANGUAGES
        )
        return
    async with site.router.lifespan_context(site):
        pages.site = LocalPage(site)
        assistant.start()  # only now: two long imports at once would hold up the page
        await closing.wait()


def _serving(service: Any, server: Any) -> Any:
    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with server.session_manager.run():
            yield
        await asyncio.to_thread(service.jobs.close)

    return lifespan


async def build_site(assistant: Opening, upload_megabytes: int, meter: Meter) -> FastAPI:
    """An app with all pages of each language under `/en` and `/zh`, and the API. Takes seconds,
    awaits nothing: it is async because Gradio, built where no loop runs, opens loops that it never
    closes."""
    # Read by Gradio when it is imported: no telemetry, and no record of runs in the browser.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    # Nor a table of the last 10,000 events, summed up anew by pandas after each: nothing shows it.
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(sys.maxsize)
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
    import_gradio()
    import gradio as gr
    from gradio.routes import BUILD_PATH_LIB

    from agent.jobs import Jobs
    from ui.api.app import PATH, build_api
    from ui.api.caller import Service
    from ui.api.errors import add_unfit
    from ui.api.mcp import build_mcp
    from ui.look import theme

    service = Service(assistant, Jobs(solved=meter.solved))
    tools, server = build_mcp(service)
    site = FastAPI(
        openapi_url=None, docs_url=None, redoc_url=None, lifespan=_serving(service, server)
    )
    site.mount(PATH, build_api(service))
    site.router.routes.extend(tools.routes)
    site.mount("/assets", StaticFiles(directory=BUILD_PATH_LIB))
    # A site of its own for each page, so that its events can be guarded by its address. Longer
    # addresses first: `/en` takes all that is left.
    for page, language in product(sorted(PAGES, key=lambda page: -len(page.path)), LANGUAGES):
        built = page.build(assistant, language)
        built._queue.sleep_when_free = GLANCE
        gr.mount_gradio_app(
            site,
            built,
            page.address(language).rstrip("/"),
            theme=theme(),
            css_paths=[HERE / "page" / "page.css"],
            head=HEAD,
            footer_links=[],
            run_history=False,
            show_error=False,
            max_file_size=f"{upload_megabytes}mb",
            allowed_paths=[],
            mcp_server=False,
            ssr_mode=False,
            pwa=False,
            enable_monitoring=False,
        )
        mounted = site.routes[-1].app  # type: ignore[attr-defined]
        add_unfit(mounted)
        add_lost(mounted)
    return site


def _add_health(server: FastAPI, assistant: Opening, pages: Pages, meter: Meter) -> None:
    @server.get("/healthz")
    async def healthz() -> dict[str, bool | str]:
        built = pages.site is not None or bool(pages.failure)
        return {"alive": True, "page": built, "run": RUN}

    @server.get("/metrics")
    async def metrics(request: Request) -> Response:
        visit = visit_of(request.scope)
        if visit and visit.scopes is not None and "metrics" not in visit.scopes:
            words = say("api-scope", language_of_request(request), scope="metrics")
            return PlainTextResponse(words, status_code=403)
        return Response(meter.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    @server.get("/readyz")
    async def readyz() -> JSONResponse:
        ready = {"page": pages.site is not None, "models": assistant.ready}
        return JSONResponse(ready, status_code=200 if all(ready.values()) else 503)


def _add_front(server: FastAPI) -> None:
    @server.get("/")
    async def front(request: Request) -> Response:
        chosen = language_of_request(request)
        return RedirectResponse(f"/{chosen}/", status_code=307, headers={"Vary": "Accept-Language"})

    @server.get("/switch/{language}")
    async def switch(language: Language, page: str = "", next: str = "") -> Response:
        wanted = opened_page(f"/{language}/{page}")
        address = wanted[0].address(language) if wanted else f"/{language}/"
        answer = RedirectResponse(local_path(next, address), status_code=303)
        answer.set_cookie(COOKIE, language, max_age=31_536_000, samesite="lax", httponly=True)
        return answer

    @server.get("/theme/{theme}")
    async def colours(theme: Theme, next: str = "/") -> Response:
        answer = RedirectResponse(local_path(next), status_code=303)
        answer.set_cookie(THEME_COOKIE, theme, max_age=31_536_000, samesite="lax")
        return answer

    @server.get("/favicon.ico")
    @server.get("/favicon.svg")
    async def favicon() -> Response:
        return FileResponse(HERE / "favicon.svg", media_type="image/svg+xml")

    for name, file in SCRIPTS.items():
        server.get(f"/{name}.js")(partial(_script, HERE / file))


async def _script(file: Path) -> Response:
    return FileResponse(file, media_type="text/javascript")


@cache
def _starting_page() -> str:
    return (HERE / "starting.html").read_text(encoding="utf-8")
