"""What persons can do, as a message says: "Bo can weld and paint", "小马会焊接和喷漆"; and which of it
tasks need."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge import lazily
from knowledge.numbers import fold
from tools.prose.callings import CAPITAL, NAME
from tools.wording.durations import durations
from tools.wording.stems import stem

_EN = re.compile(
    rf"(?P<names>{CAPITAL}(?:(?:, {CAPITAL})*,? and {CAPITAL})?) (?:can(?! be)|knows? how to|(?:is|are) able to|(?:is|are) trained (?:to|in|for|on)|(?:is|are) qualified (?:to|in|for))(?: only| also| both| do| all)* "
    r"(?P<skills>[a-z-]+(?: [a-z-]+)?(?:(?:, | and | or |, and )(?:also |only )?[a-z-]+)*)(?=\s*(?:[,.;\n]|$))"
)
_ZH = lazily.compile(
    rf"(?P<names>(?:{NAME}|{CAPITAL})(?:[和、与跟](?:{NAME}|{CAPITAL}))*)(?:都|只|也|既|还|全)*会(?:做|干)?(?P<skills>(?:(?!又|只|一)[\u4e00-\u9fff]){{1,5}}?(?:(?:和|、|又会|也会|与|及|以及)[\u4e00-\u9fff]{{1,5}}?)*)(?=\s*(?:[，,。；;\n]|$))"
)
_AND = re.compile(r"(?:, and |, | and | or |和|、|又会|也会|以及|与|及)(?:also |only )?")
_ONLY = re.compile(r"[只仅就]|(?<![a-z])only(?![a-z])", re.IGNORECASE)
_SENTENCE = re.compile(r"[^。；;\n.!！?？]+")


class Ability(NamedTuple):
    """What somebody can do, and where it is said."""

    start: int
    end: int
    names: tuple[str, ...]
    skills: tuple[str, ...]


def abilities(text: str) -> list[Ability]:
    """All that is said of what persons can do; a sentence with a duration tells a task, except for
    its end: "..., 2 hours, and only Bo can do it"."""
    found = []
    for sentence in _SENTENCE.finditer(text):
        last = max((each.end for each in durations(sentence[0])), default=0) + sentence.start()
        for pattern in (_EN, _ZH):
            for match in pattern.finditer(text, last, sentence.end()):
                if last > sentence.start() and not _ONLY.search(text[last : match.start("skills")]):
                    continue
                names = re.split(r", and |, | and |[和、与跟]", match["names"])
                skills = tuple(_AND.split(match["skills"]))
                found.append(Ability(match.start(), match.end(), tuple(names), skills))
    return found


def asked(text: str, skills: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where a task asks for somebody who has a skill: "要会车工的", "someone who can weld"."""
    low = fold(text)
    for skill in skills:
        word = re.escape(fold(skill))
        pattern = (
            rf"(?:需要?|要|得|由|找|派)?(?:一?[个名位])?(?:人)?会{word}的(?:人|师傅)?"
            rf"|(?:(?:needs |an? |one )?(?:person|worker|someone|somebody|anyone) )?who (?:can|knows how to) {word}(?![a-z])"
        )
        for match in re.finditer(pattern, low):
            yield match.start(), match.end(), skill


def spoken_of(name: str, skills: Sequence[str]) -> str | None:
    """The skill that the name of a task, folded, speaks of: "weld" of "weld the gate"."""
    return next((skill for skill in skills if _speaks_of(name, fold(skill))), None)


def _speaks_of(name: str, skill: str) -> bool:
    if skill[0] > "\u2e80":
        return skill in name or skill[0] in name
    words = {stem(word) for word in re.findall(r"[a-z]+", name)}
    return all(stem(word) in words for word in skill.split())
