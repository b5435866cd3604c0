"""Where settings meet parts: weights, knowledge, language model, conversations. The command line
and the server take their parts from here; nothing else reads settings and builds things."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.settings import Settings
from agent.weights import E5, EMBEDDED, Progress, Weights, fetch, find
from tools.phrases import Language
from tools.solver.search import cache as compiled

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from agent.assistant import Assistant
    from agent.audit import Audit
    from agent.meter import Meter
    from knowledge.embed import Embedder, Embeds
    from knowledge.library import Library
    from knowledge.passage import Passage
    from tools.kinds.weighing import Classify
    from tools.prose.records import Extracts
    from tools.replies.desk import Desk
    from ui.accounts.users import Accounts
    from ui.api.keys import Keys

Tell = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """For those who do not watch."""


def find_weights(settings: Settings, tell: Tell = silent) -> Callable[[Weights], Path]:
    """Finds or fetches a file of weights.

    Raises (when called):
        WeightsError: it cannot be had.
    """
    return lambda weights: fetch(weights, settings.cache, tell)


def embedding_folder(settings: Settings) -> Path:
    return settings.cache / "multilingual-e5-small"


def knowledge_folder(settings: Settings) -> Path:
    return settings.data / "knowledge"


def embedder(settings: Settings, tell: Tell = silent) -> "Embedder":
    """The embedding model, fetched and converted on first use; not loaded yet."""
    from knowledge.convert import convert
    from knowledge.embed import Embedder

    folder = embedding_folder(settings)
    if not folder.exists():
        convert(fetch(E5, settings.cache, tell), folder)
    return Embedder(folder)


def library(settings: Settings, *, reading: bool = False, tell: Tell = silent) -> "Library":
    """The knowledge of this user; one process may write, any number may read."""
    from knowledge.library import Library
    from knowledge.rerank import CrossEncoder

    return Library(
        knowledge_folder(settings),
        embedder(settings, tell),
        reading=reading,
        server=settings.chroma,
        reranker=CrossEncoder(settings.reranker) if settings.reranker else None,
    )


def llm(settings: Settings, tell: Tell = silent) -> "BaseChatModel":
    """The chat model that the settings name; not loaded yet."""
    from agent.llm import build_llm

    return build_llm(settings, find_weights(settings, tell))


def prepared(settings: Settings) -> bool:
    """True if nothing is left for `prepare` that a person would have to wait for."""
    weights = EMBEDDED.get(settings.llm)
    model = weights is None or find(weights, settings.cache) is not None
    known = embedding_folder(settings).exists() and knowledge_folder(settings).exists()
    return model and known and compiled.ready()


def prepare(settings: Settings, tell: Tell, index_progress: Callable[[int, int], None]) -> None:
    """Everything that takes long and is done once: the solver's search is compiled, and meanwhile
    weights and the embedding model are fetched and the knowledge is indexed."""
    from knowledge.index import index_built_in

    with ThreadPoolExecutor(1) as beside:
        compiling = beside.submit(compiled.fill)
        weights = EMBEDDED.get(settings.llm)
        if weights is not None:
            find_weights(settings, tell)(weights)
        with library(settings, tell=tell) as books:
            index_built_in(books, index_progress, settings.fields)
    compiling.result()


def is_embedded(settings: Settings) -> bool:
    """Whether Whyflow runs weights of its own choice."""
    return settings.llm in EMBEDDED


def read_prompt(settings: Settings) -> None:
    """The language model reads what it is told at each start, and keeps it for the next ones.
    Takes up to a minute the first time."""
    from agent.assistant import warm

    warm(llm(settings))


def classifier(settings: Settings) -> "Classify":
    """Tells what messages want, beside the embedding model; not loaded yet."""
    from tools.kinds.classifier import Classifier

    return Classifier(embedding_folder(settings))


def extractor(settings: Settings) -> "Extracts":
    """Reads tasks out of prose, beside the embedding model; not loaded yet."""
    from tools.extraction.reading import Extractor

    return Extractor(embedding_folder(settings))


def assistant(
    settings: Settings,
    books: "Library",
    tell: Tell = silent,
    *,
    kept: bool = True,
    routed: bool = True,
    meter: "Meter | None" = None,
    accounts: "Accounts | None" = None,
) -> "Assistant":
    """The conversation partner; its language model is not loaded yet.

    Args:
        kept: whether conversations outlive this process.
        routed: whether anything but the language model chooses tools.
        accounts: who there is, where that is known.
    """
    from agent.assistant import Assistant
    from agent.chats import Chats
    from agent.conversations import Conversations
    from agent.spending import Purse
    from knowledge.house import rules
    from tools.replies.handovers import Handovers

    answering = desk(settings, books.embedder, books, kept=kept)

    def search(question: str, language: Language, **chosen: Any) -> "list[Passage]":
        found = rules(books, question, language=language, **chosen)
        return answering.templates.still_said(found)

    made = Assistant(
        llm(settings, tell),
        Conversations(settings.data / "conversations.sqlite" if kept else None),
        search,
        books.document,
        Chats(settings.data / "chats.sqlite" if kept else None),
        audit(settings) if kept else None,
        desk=answering,
        time_limit_seconds=settings.time_limit_seconds,
        max_message_characters=settings.max_message_characters,
        purse=Purse(settings.tokens_per_day),
        classify=classifier(settings),
        extract=extractor(settings),
        routed=routed,
        meter=meter,
        time_zone=settings.time_zone,
        zones="time_zone" not in settings.model_fields_set,
        handovers=Handovers(settings.data / "handovers.sqlite" if kept else None),
        names=accounts.addressees if accounts else None,
    )
    made.library = books
    return made


def keys(settings: Settings) -> "Keys":
    """The keys of programs, also while the server runs."""
    from ui.api.keys import Keys

    return Keys(settings.data / "keys.sqlite")


def audit(settings: Settings) -> "Audit":
    """The log of who did what; only ever added to."""
    from agent.audit import Audit

    return Audit(settings.data / "audit.sqlite")


def desk(
    settings: Settings, embeds: "Embeds", books: "Library | None" = None, *, kept: bool = True
) -> "Desk":
    """Replies to customers, with the house's own templates and what became of suggestions. Whoever
    says in which fields the house works is believed; else its documents tell."""
    from random import Random

    from knowledge.feedback import Feedback
    from knowledge.fields import FIELDS
    from knowledge.house import fields_in
    from knowledge.templates.reading import built_in
    from knowledge.templates.store import Templates
    from tools.replies.desk import Desk

    mine = built_in(settings.fields)
    templates = Templates(settings.data / "templates.sqlite" if kept else None, mine)
    feedback = Feedback(settings.data / "feedback.sqlite" if kept else None)
    told = "fields" in settings.model_fields_set
    fields = (lambda: FIELDS) if books is None or told else fields_in(books)
    chance = Random() if settings.explore else None
    return Desk(templates, feedback, embeds, chance, fields=fields)


def accounts(settings: Settings) -> "Accounts":
    """Who may sign in, also while the server runs."""
    from ui.accounts.users import Accounts

    return Accounts(settings.data / "accounts.sqlite")
