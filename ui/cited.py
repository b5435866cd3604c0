"""What a conversation cites, for whoever reads it: it may be shared with people who may not see all
of the documents that its owner sees."""

from collections.abc import Iterable

from knowledge.passage import Passage
from tools.phrases import Language, say


def for_reader(
    passages: Iterable[Passage], audiences: frozenset[str], language: Language
) -> tuple[Passage, ...]:
    """The passages, each in its place; of what is for others only, not a word of the document."""
    return tuple(
        each if audiences.intersection(each.audience) else _closed(each, language)
        for each in passages
    )


def _closed(passage: Passage, language: Language) -> Passage:
    told = {"title": say("cited-closed", language), "text": say("cited-closed-text", language)}
    hidden = {"heading": "", "source": "", "owner": "", "audience": (), "current": False}
    return passage.model_copy(update=told | hidden)
