"""What a language model says in its own words, and when that is not said. It calls no model."""

import re

from knowledge.language import language_of
from tools.phrases import Language, say

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def own_words(text: str, message: str, language: Language) -> str:
    """The model's own words, if they are in the user's language, state no number that the user did
    not and are not the user's question said back, and what Whyflow can do."""
    said, abilities = text.strip(), say("abilities", language)
    said_back = said == message.strip() and said.endswith(("?", "？"))
    if not said or said_back or language_of(said) != language:
        return abilities
    if not only_known_numbers(said, message):
        return abilities
    return f"{said}\n\n{abilities}"


def only_known_numbers(text: str, message: str) -> bool:
    """True if every number in `text` stands in `message`."""
    return set(NUMBER.findall(text)) <= set(NUMBER.findall(message))
