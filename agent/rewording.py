"""The courtesies of a finished reply in the language model's words. Which words may come back is
decided by `tools/replies/rephrasing.py`; this only asks."""

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage

from knowledge.templates.record import Tone
from tools.phrases import Language, say
from tools.replies.drafting import Draft
from tools.replies.rephrasing import Rewords, reworded


def rewords_with(llm: BaseChatModel, tone: Tone, language: Language) -> Rewords:
    """Asks `llm` to say one sentence in another way."""
    system = SystemMessage(say(f"reword-{tone}", language))
    return lambda sentence: llm.invoke([system, HumanMessage(sentence)]).text.strip("“”\"' \n")


def reword(draft: Draft, llm: BaseChatModel) -> Draft:
    """A finished draft with its courtesies in other words.

    Raises:
        DraftError: `draft-open`.
    """
    rewords = rewords_with(llm, draft.tone, draft.language)
    values = [each.value for each in draft.filled]
    return draft.model_copy(update={"reworded": reworded(draft.text, rewords, values)})
