"""What persons can do, as a message says: "Bo can weld and paint", "小马会焊接和喷漆"; and which of it
tasks need."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.prose.callings import CAPITAL, NAME
from tools.prose.workers import trade
from tools.wording.durations import durations
from tools.wording.quantities import count
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
_LIGHT = frozenset("开做打用修装干管看写画弄操使")
"""Verbs that say little without what they are done to: 开叉车 is not spoken of in 开箱."""


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


class Asked(NamedTuple):
    """So many people who have a skill, and where a task asks for them."""

    start: int
    end: int
    skill: str
    amount: int
    known: bool
    """Whether it is said of somebody that he has it."""

    @property
    def noun(self) -> str:
        """What those are called of whom nobody is known: a trade of their own."""
        return trade(self.skill) or f"会{self.skill}的人"


_ZH_ASKED = lazily.compile(
    rf"(?:(?:还?需要?|必须|要|得|由|找|派|请|用|让|是|配|(?P<number>{NUMBER})\s?[个名位]|[一个名位](?=[会能懂]))+"
    r"|(?:(?<=[\s，,。；;：:、（(+/])|^))"
    rf"(?:人)?(?:会|能|懂)(?P<skill>(?![议计员场所见上有够做干说不])[\u4e00-\u9fff]{{1,6}}?)的"
    rf"(?:\s?(?P<behind>{NUMBER})\s?[个名位]?人?|人手?|师傅|同事|工人|员工)?"
    r"(?=\s*(?:[，,。.；;、！!）)\n+/]|$|才|来|去|做|干|上))"
)
_EN_ASKED = (
    r"(?:(?:needs |an? |one )?(?:person|worker|someone|somebody|anyone) )?who (?:can|knows how to) "
)


def asked(text: str, skills: Sequence[str]) -> Iterator[Asked]:
    """Where a task asks for somebody who has a skill: “要会车工的”, "someone who can weld".

    Args:
        skills: those that somebody is said to have.
    """
    low = fold(text)
    for match in _ZH_ASKED.finditer(low):
        known = next((each for each in skills if _is_like(match["skill"], fold(each))), None)
        amount = count(match["number"] or match["behind"] or "一") or 1
        yield Asked(*match.span(), known or match["skill"], amount, known is not None)
    for skill in skills:
        for match in re.finditer(rf"{_EN_ASKED}{re.escape(fold(skill))}(?![a-z])", low):
            yield Asked(*match.span(), skill, 1, known=True)


def _is_like(one: str, other: str) -> bool:
    """Whether two Chinese words mean one skill: 焊 and 焊接."""
    return other[0] > "\u2e80" and (one.startswith(other) or other.startswith(one))


def spoken_of(name: str, skills: Sequence[str]) -> str | None:
    """The skill that the name of a task, folded, speaks of: "weld" of "weld the gate"."""
    return next((skill for skill in skills if _speaks_of(name, fold(skill))), None)


def _speaks_of(name: str, skill: str) -> bool:
    if skill[0] > "\u2e80":
        return skill in name or (skill[0] not in _LIGHT and skill[0] in name)
    words = {stem(word) for word in re.findall(r"[a-z]+", name)}
    return all(stem(word) in words for word in skill.split())
