"""Running a coroutine to its end from a test, whatever else runs in the process."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import gradio as gr

Result = TypeVar("Result")


def run(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """What the coroutine gives. On a thread of its own: a test that drives a browser before this
    one leaves its loop running on the main thread, where `asyncio.run` then refuses."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def built(layout: Callable[[str], Result]) -> Result:
    """The widgets of a page, made within a loop: outside of one Gradio leaves loops open.

    Args:
        layout: makes them in a language.
    """

    async def build() -> Result:
        with gr.Blocks():
            return layout("en")

    return run(build())
