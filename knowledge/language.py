"""Which of our two languages a text is in, by counting. It knows no other language."""

import re

from knowledge.passage import Language

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN = re.compile(f"[{HAN}]")
_LATIN_WORD = re.compile(r"[A-Za-z]+")


def language_of(text: str) -> Language:
    """Chinese if there are at least as many Han characters as Latin words.

    A Chinese text full of English names is still Chinese: one Chinese word is about 1.6 characters.
    """
    han = len(_HAN.findall(text))
    return "zh" if han and han >= len(_LATIN_WORD.findall(text)) else "en"
