"""A language model that needs no thought: it speaks OpenAI's protocol and writes the same words at
an even pace. `python -m ui.load.words` prints its port and runs until it is ended."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, StreamingResponse

SECONDS_PER_TOKEN = 0.05
_TEXT = "Good to hear from you today . Tell me what is to be done and I will plan it ."
WORDS = _TEXT.split()


def build_words(pace: float = SECONDS_PER_TOKEN) -> FastAPI:
    app = FastAPI(openapi_url=None)

    @app.post("/chat/completions")
    async def complete(request: Request) -> Any:
        asked = await request.json()
        if asked.get("stream"):
            return StreamingResponse(_pieces(pace), media_type="text/event-stream")
        await asyncio.sleep(pace * len(WORDS))
        choice = {"index": 0, "finish_reason": "stop", "message": _message(" ".join(WORDS))}
        return JSONResponse(_answer("chat.completion", choice))

    return app


async def _pieces(pace: float) -> AsyncIterator[str]:
    for word in WORDS:
        await asyncio.sleep(pace)
        choice = {"index": 0, "delta": _message(f"{word} "), "finish_reason": None}
        yield f"data: {json.dumps(_answer('chat.completion.chunk', choice))}\n\n"
    last = {"index": 0, "delta": {}, "finish_reason": "stop"}
    yield f"data: {json.dumps(_answer('chat.completion.chunk', last))}\n\ndata: [DONE]\n\n"


def _message(text: str) -> dict[str, str]:
    return {"role": "assistant", "content": text}


def _answer(kind: str, choice: dict[str, Any]) -> dict[str, Any]:
    return {"id": "words", "object": kind, "created": 0, "model": "words", "choices": [choice]}


def main() -> None:
    import socket

    import uvicorn

    listening = socket.create_server(("127.0.0.1", 0))
    print(listening.getsockname()[1], flush=True)
    config = uvicorn.Config(build_words(), log_level="error", access_log=False)
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
