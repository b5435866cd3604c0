"""The courtesies of a finished reply in the language model's words. Which words may come back is
decided by `tools/replies/rephrasing.py`; this only asks, and waits its turn."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from queue import SimpleQueue
from threading import Event

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage

from agent.queue import CALLER, Caller
from agent.spending import Purse
from agent.steps import Waiting
from knowledge.templates.record import Tone
from tools.person import Person
from tools.phrases import Language, say
from tools.replies.drafting import Draft
from tools.replies.rephrasing import Rewords, reworded


def rewords_with(
    llm: BaseChatModel,
    tone: Tone,
    language: Language,
    listening: Sequence[BaseCallbackHandler] = (),
) -> Rewords:
    """Asks `llm` to say one sentence in another way."""
    system = SystemMessage(say(f"reword-{tone}", language))
    heard = {"callbacks": list(listening)}
    return lambda said: llm.invoke([system, HumanMessage(said)], heard).text.strip("“”\"' \n")  # type: ignore[arg-type]


def reword(
    draft: Draft, llm: BaseChatModel, listening: Sequence[BaseCallbackHandler] = ()
) -> Draft:
    """A finished draft with its courtesies in other words.

    Raises:
        DraftError: `draft-open`.
    """
    rewords = rewords_with(llm, draft.tone, draft.language, listening)
    values = [each.value for each in draft.filled]
    return draft.model_copy(update={"reworded": reworded(draft.text, rewords, values)})


def rewording(
    llm: BaseChatModel, purse: Purse, draft: Draft, person: Person
) -> Iterator[Waiting | Draft]:
    """Who is served first by the language model, whenever that changes; at last the draft in other
    words. Whoever stops reading gives up the turn.

    Raises:
        DraftError: `draft-open`.
        SayableError: the person has spent all they may, or the language model cannot be asked.
    """
    news: SimpleQueue[Waiting | Future[Draft]] = SimpleQueue()
    gone = Event()
    caller = Caller(
        person.id, lambda before: news.put(Waiting(before)) if before else None, gone.is_set
    )

    def work() -> Draft:
        CALLER.set(caller)
        with purse.open(person) as spending:
            return reword(draft, llm, [spending])

    with ThreadPoolExecutor(1, "rewording") as pool:
        pool.submit(copy_context().run, work).add_done_callback(news.put)
        try:
            while isinstance(new := news.get(), Waiting):
                yield new
            yield new.result()
        finally:
            gone.set()
