"""Starting the server: the port first, so that a taken one is said at once; the page next; the
models behind it."""

import socket

from agent.settings import Settings
from tools.phrases import Language, SayableError, say
from ui import parts


def run(settings: Settings, language: Language) -> int:
    """Serve until interrupted.

    Raises:
        SayableError: the port is taken.
    """
    listening = _listen(settings)
    print(say("cli-serving", language, url=f"http://{settings.host}:{settings.port}"), flush=True)
    import uvicorn

    from ui.server import build_server

    server = build_server(lambda: _open(settings))
    config = uvicorn.Config(server, log_level=settings.log_level, access_log=False)
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _open(settings: Settings) -> object:
    """The assistant with an index that is up to date; takes seconds."""
    from knowledge.index import index_built_in

    books = parts.library(settings)
    index_built_in(books)
    return parts.assistant(settings, books)


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
