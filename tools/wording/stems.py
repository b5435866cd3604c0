"""English words without their endings."""

import re

_IRREGULAR = {
    "sent": "send", "built": "build", "wrote": "write", "written": "write", "made": "make",
    "bought": "buy", "taken": "take", "took": "take", "held": "hold", "swept": "sweep",
    "sold": "sell", "brought": "bring", "ran": "run", "hung": "hang", "laid": "lay", "drawn": "draw",
    "drew": "draw", "chosen": "choose", "chose": "choose", "given": "give", "gave": "give",
    "paid": "pay", "met": "meet", "dug": "dig", "ground": "grind", "bound": "bind", "fed": "feed",
}  # fmt: skip
_SUFFIXES = re.compile(r"(?:ations?|ions?|ings?|ments?|als?|ies|ied|ers?|ors?|ed|es|s|e|y)$")


def stem(word: str) -> str:
    """An English word without its endings, cut to six letters so that relatives meet."""
    word = _IRREGULAR.get(word, word)
    while (match := _SUFFIXES.search(word)) and match.start() >= 3 and not word.endswith("ss"):
        word = word[: match.start()] + ("y" if match[0] in {"ies", "ied"} else "")
        if word.endswith("y"):
            break
    word = word[:-1] if len(word) > 4 and word.endswith("y") else word
    word = word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
    return word[:6]
