"""Requests and files that make no sense: whatever comes, no answer is an error of the server, none
shows its insides, and afterwards everything is still there."""

import json
import random
from pathlib import Path
from typing import Any

import httpx

from ui.eval.rows import Row
from ui.load.site import Site, opened

INSIDES = ("Traceback (most recent", 'File "/', "site-packages")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "BREW")
PATHS = (
    "/",
    "/en/",
    "/zh/knowledge/",
    "/api/v1/parse",
    "/api/v1/plans",
    "/api/v1/plans/x/why",
    "/api/v1/search",
    "/api/v1/replies",
    "/api/v1/conversations",
    "/api/v1/conversations/x/messages",
    "/mcp",
    "/en/gradio_api/upload",
    "/en/gradio_api/queue/join",
    "/en/gradio_api/call/x",
    "/switch/xx",
    "/signin",
    "/embed.js",
    "/metrics",
)
PIECES: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**30,
    1e308,
    "",
    "a" * 10_000,
    "<script>alert(1)</script>",
    "‮😀\u0000",
    "'; DROP TABLE chats; --",
    "../../etc/passwd",
    [],
    {},
    [[[[]]]],
    {"tasks": [{"name": "a", "duration": -1}]},
    {"tasks": [{"name": "a", "duration": 1, "after": ["a"]}]},
)
NAMES = (
    "text",
    "problem",
    "question",
    "message",
    "ticket",
    "q",
    "data",
    "fn_index",
    "id",
    "\u0000",
)
FILES = (
    b"",
    b"\x00" * 100,
    b"PK\x03\x04broken",
    b"%PDF-1.7 broken",
    "任务,时长\n,,\n".encode("gb18030"),
)


def measure(data: Path, count: int, seed: int = 1) -> list[Row]:
    """Rows of the table.

    Args:
        data: what the site begins with.
    """
    chance, wrong = random.Random(seed), list[str]()
    with opened(data) as site:
        kept = _something(site)
        with httpx.Client(base_url=site.address, timeout=60) as client:
            for _ in range(count):
                wrong += tried(client, chance)
            alive = client.get("/healthz").status_code == 200
        lost = 0 if alive and _something_is(site, kept) else 1
        unexpected = site.log().count("Unexpected error")
    return [
        Row(f"load-nonsense:{count}", len(wrong), "count", 0, most=True, wrong=tuple(wrong[:50])),
        Row("load-unexpected", unexpected, "count", 0, most=True),
        Row("load-nonsense-lost", lost, "count", 0, most=True),
    ]


def tried(client: httpx.Client, chance: random.Random) -> list[str]:
    """What was wrong with the answer to one request; nothing if it was calm."""
    method, path = chance.choice(METHODS), _path(chance)
    try:
        with client.stream(method, path, **_body(chance)) as answer:
            text = _beginning(answer)
    except (httpx.InvalidURL, UnicodeEncodeError):  # not even the client will send it
        return []
    except (httpx.ReadError, httpx.WriteError):
        return []  # answered and closed before all of a body was read (RFC 9112, 9.6)
    except httpx.TransportError as error:
        return [f"{method} {path}: {error!r}"]
    if answer.status_code >= 500:
        return [f"{method} {path}: {answer.status_code}"]
    shown = [each for each in INSIDES if each in text]
    return [f"{method} {path}: shows {shown[0]!r}"] if shown else []


def _beginning(answer: httpx.Response) -> str:
    """What it says; of a stream of events, which may never end, nothing."""
    if answer.headers.get("content-type", "").startswith("text/event-stream"):
        return ""
    return answer.read().decode("utf-8", "replace")


def _path(chance: random.Random) -> str:
    path = chance.choice(PATHS)
    if chance.random() < 0.3:
        path += chance.choice(
            ("/..", "/x", "?q=%00", "?q=" + "b" * 3000, "%ff", "//", "?language=xx")
        )
    return path


def _body(chance: random.Random) -> dict[str, Any]:
    kind = chance.randrange(5)
    if kind == 0:
        return {}
    if kind == 1:
        return {"content": chance.randbytes(chance.randrange(2000))}
    if kind == 2:
        file = chance.choice(("plan.xlsx", "plan.pdf", "../x.csv", "plan.json", "x" * 300))
        return {"files": {"files": (file, chance.choice(FILES))}}
    some = {chance.choice(NAMES): chance.choice(PIECES) for _ in range(chance.randrange(4))}
    text = json.dumps(some)
    if kind == 3:
        text = text[: chance.randrange(len(text) + 1)]
    return {"content": text.encode(), "headers": {"content-type": "application/json"}}


def _something(site: Site) -> str:
    with httpx.Client(base_url=site.address, timeout=60) as client:
        return str(client.post("/api/v1/conversations").json()["id"])


def _something_is(site: Site, id: str) -> bool:
    with httpx.Client(base_url=site.address, timeout=60) as client:
        return client.get(f"/api/v1/conversations/{id}").status_code == 200
