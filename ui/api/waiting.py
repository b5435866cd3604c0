"""A caller who may leave before the answer is there."""

import asyncio
from collections.abc import Callable
from threading import Event
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

Result = TypeVar("Result")
Cancelled = Callable[[], bool]


async def while_there(request: Request, work: Callable[[Cancelled], Result]) -> Result:
    """What `work(cancelled)` gives, in a thread; `cancelled()` is true once the caller has gone: a
    solver is not to work for nobody.

    Args:
        request: its body is read.
    """
    gone = Event()
    watching = asyncio.create_task(_watch(request, gone))
    try:
        return await run_in_threadpool(work, gone.is_set)
    finally:
        watching.cancel()


async def _watch(request: Request, gone: Event) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    gone.set()
