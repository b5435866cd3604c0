"""Starting the server: the port first, so that a taken one is said at once; the page next; the
models behind it."""

import logging
import socket
from typing import TYPE_CHECKING

from agent.audit import Audit
from agent.meter import Meter
from agent.settings import Settings
from tools.phrases import Language, SayableError, say
from ui import parts
from ui.accounts.identify import loopback

if TYPE_CHECKING:
    from ui.accounts.entrance import Entrance
    from ui.accounts.users import Accounts


KEPT = 75
"""Seconds that a connection is kept where nothing is asked. Clients keep theirs for less (5 in
Python's httpx), and so do proxies (60 in nginx): whoever asks must be the first to give up, or a
question that is on its way is lost."""


def run(settings: Settings, language: Language) -> int:
    """Serve until interrupted.

    Raises:
        SayableError: the port is taken, without accounts others than this machine could come in, or
            traces are asked for and cannot be sent.
    """
    if settings.accounts == "demo" and not loopback(settings.host):
        raise SayableError("account-demo-open", host=settings.host)
    if settings.otel_exporter_otlp_endpoint:
        from agent.tracing import export

        export(settings.otel_exporter_otlp_endpoint)
    listening = _listen(settings)
    url = settings.public_url or f"http://{settings.host}:{settings.port}"
    print(say("cli-serving", language, url=url), flush=True)
    import uvicorn

    from ui.server import build_server

    meter = Meter()
    logging.getLogger().addHandler(meter.listen())
    log = parts.audit(settings)
    accounts = None if settings.accounts == "demo" else parts.accounts(settings)
    opened = _entrance(settings, language, log, accounts)
    server = build_server(lambda: _open(settings, meter, accounts), opened, meter, log)
    config = uvicorn.Config(
        server,
        log_level=settings.log_level,
        log_config=None,  # its lines go where ours go, and are masked there
        access_log=False,
        timeout_graceful_shutdown=5,  # open pages hold streams that never end
        timeout_keep_alive=KEPT,
        proxy_headers=False,  # the address that connects counts, not what it says of others
    )
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _entrance(
    settings: Settings, language: Language, log: Audit, accounts: "Accounts | None"
) -> "Entrance":
    """Who may come in; the first admin is made, and its password printed."""
    from ui.accounts.entrance import entrance

    if accounts is None:
        return entrance(settings)
    opened = entrance(settings, accounts, parts.keys(settings), log)
    named = settings.accounts == "proxy" or (settings.accounts == "oidc" and settings.admins)
    if not named and (password := accounts.first_admin()):
        print(say("account-first-admin", language, password=password), flush=True)
    return opened


def _open(settings: Settings, meter: Meter, accounts: "Accounts | None") -> object:
    """The assistant with an index that is up to date; takes seconds."""
    from knowledge.index import index_built_in

    books = parts.library(settings)
    index_built_in(books, fields=settings.fields)
    opened = parts.assistant(settings, books, meter=meter, accounts=accounts)
    opened.recover()
    return opened


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        raise SayableError(
            "cli-port", host=settings.host, port=str(settings.port), why=error.strerror or ""
        ) from error
    listening.listen()  # whoever comes before the page is built waits a moment
    return listening
