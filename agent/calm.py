"""What a user reads instead of a traceback."""

import logging

from agent.llm import silence
from agent.reference import reference
from tools.phrases import Language, SayableError, say

log = logging.getLogger(__name__)


def calm(error: Exception, language: Language) -> str:
    """What the user reads instead of a traceback."""
    if isinstance(error, SayableError):
        log.warning("%s", error)
        return error.say(language)
    why = silence(error)
    if why is not None:
        log.info("The language model does not answer: %s", why)
        return say("llm-down", language, why=why)
    found = reference()
    log.error("Unexpected error, reference %s", found, exc_info=error)
    return say("unexpected", language, reference=found)
