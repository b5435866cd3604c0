"""The tool `search_knowledge`: a question -> passages of past procedures and reply templates,
quoted word for word with their source. It writes nothing of its own."""

from collections.abc import Sequence
from typing import Any

from langchain.tools import tool
from langgraph.types import Command

from knowledge.passage import Passage
from tools.phrases import Language, say
from tools.state import Runtime, message_of, reply

QUOTED = 1500
"""Characters of the best passage in the answer; the whole document opens beside it."""


@tool
def search_knowledge(question: str, runtime: Runtime) -> Command[Any]:
    """The user asks for a procedure, a rule, what something means, how to handle a case, or how to
    reply to a customer. Copy the question."""
    language = runtime.context.language
    # The whole message holds words that a copied part of it may have left out.
    passages = runtime.context.search(message_of(runtime) or question, language)
    words = tell_passages(passages, language)
    return reply(runtime, words, answer=words, passages=passages, possible=bool(passages))


def tell_passages(passages: Sequence[Passage], language: Language) -> str:
    """The best passage quoted, the others named."""
    if not passages:
        return say("found-nothing", language)
    best = passages[0]
    parts = [say("found-head", language, title=best.title), _quote(best.text)]
    if best.language != language:
        parts.append(say("found-other-language", language))
    titles = _titles(passages, language)
    if titles:
        parts.append(say("found-more", language, titles=titles))
    return "\n\n".join(parts)


def _titles(passages: Sequence[Passage], language: Language) -> str:
    others: dict[str, int] = {}
    for number, passage in enumerate(passages, 1):
        if passage.title != passages[0].title:
            others.setdefault(passage.title, number)
    return say("list-comma", language).join(f"{title} [{n}]" for title, n in others.items())


def _quote(text: str) -> str:
    """A Markdown quotation; the text of a document stays data."""
    short = text if len(text) <= QUOTED else text[:QUOTED].rstrip() + " …"
    return "\n".join(f"> {line}".rstrip() for line in short.splitlines())
