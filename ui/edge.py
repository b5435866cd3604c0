"""The one place where the unexpected ends: logged once, told calmly, with a reference for both.

`PlanError` never comes here: it is an answer, and whoever shows it says it.
"""

import functools
import inspect
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any

from agent.reference import CURRENT, HEADER, reference
from agent.steps import Finished, Step
from knowledge.passage import KnowledgeError
from tools.phrases import Language, SayableError, say
from ui.markup import html

_LOG = logging.getLogger("whyflow.page")


def report(error: Exception) -> str:
    """Logs `error` with the id of the request, or another reference, and returns that."""
    found = reference()
    _LOG.error("Unexpected error, reference %s", found, exc_info=error)
    return found


def calm(error: Exception, language: Language) -> str:
    """Reports `error`; the sentence that the user reads."""
    return say("page-unexpected", language, reference=report(error))


def safely(steps: Iterable[Step], language: Language) -> Iterator[Step]:
    """`steps`, ending in the calm sentence as answer if they break."""
    try:
        yield from steps
    except Exception as error:
        yield Finished(calm(error, language), ok=False)


def sayable(error: Exception) -> SayableError | None:
    """What is meant for the user's eyes, as it is said to them."""
    if isinstance(error, KnowledgeError):
        return of_knowledge(error)
    return error if isinstance(error, SayableError) else None


def of_knowledge(error: KnowledgeError) -> SayableError:
    """What the knowledge base refuses, which knows no languages, as it is said to people."""
    values = {name: str(value) for name, value in error.values.items()}
    return SayableError(f"knowledge-{error.reason}", **values)


def guarded(language: Language) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorates a page event: the unexpected becomes a toast, and nothing on the page changes. What
    the event logs and says bears the id of the request that brought it."""

    def decorate(event: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(event)
        def once(*values: Any) -> Any:
            CURRENT.set(_request_id(values))
            try:
                return event(*values)
            except Exception as error:
                raise _toast(error, language) from None

        @functools.wraps(event)
        def often(*values: Any) -> Iterator[Any]:
            id = _request_id(values)
            with closing(event(*values)) as steps:
                while True:
                    CURRENT.set(id)  # Gradio takes each step in a context of its own
                    try:
                        step = next(steps, None)
                    except Exception as error:
                        raise _toast(error, language) from None
                    if step is None:
                        return
                    yield step

        return often if inspect.isgeneratorfunction(event) else once

    return decorate


def _request_id(values: Sequence[Any]) -> str:
    """Gradio answers outside of the request; an event that takes it has its headers. Empty for the
    others."""
    request = next((each for each in values if hasattr(each, "query_params")), None)
    return str(request.headers.get(HEADER, "")) if request is not None else ""


def _toast(error: Exception, language: Language) -> Exception:
    import gradio as gr

    known = sayable(error)
    said = known.say(language) if known else calm(error, language)
    # Gradio takes what a toast says for HTML.
    return gr.Error(html(said), print_exception=False)
