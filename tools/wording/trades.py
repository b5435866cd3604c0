"""Tasks that a message names in the other language than the plan: 打包 where the plan says “packing”.

Only where it is certain: the task's name is nothing but a word of `trades.txt`, the message says a
word of its line, and no other task is called by one. All else is asked back, as ever.
"""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

from knowledge.numbers import fold
from tools.plan import Problem
from tools.wording.names import Mention, mentions

FILE = Path(__file__).parent / "trades.txt"
_NOUN = re.compile(r"ing$|ly$|ion$| (?:check|control|count|work)$")
_MORE = re.compile(
    r"[机工线箱台间员师组班厂件品纸板费单部区站盒材料商]| (?:the|an?|our|down|out|back|off|up|on)(?![a-z])|"
    r" (?:\d+|one|two|three) (?:person|people|man|men|staff|workers?)(?![a-z])"
)
"""What makes something else of a word: 印刷机 is no 印刷, and who is “cutting one person” cuts no
boards."""
_LESS = re.compile("[外内]$")


class Trade(NamedTuple):
    """One kind of work, in the words of either language."""

    english: tuple[str, ...]
    chinese: tuple[str, ...]


@cache
def trades() -> tuple[Trade, ...]:
    """All of them, in the order of their lines."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    told = (line.split(" = ") for line in lines if line and not line.startswith("#"))
    return tuple(Trade(tuple(en.split(", ")), tuple(zh.split())) for en, zh in told)


def in_plans_words(message: str, problem: Problem) -> str:
    """`message` with the plan's own names for the tasks that it names in the other language."""
    aliases = _aliases(problem)
    if not aliases:
        return message
    known = [*problem.by_name, *problem.resource, *problem.calendar]
    taken = [each for each in mentions(message, known) if each.whole]
    found = [each for each in mentions(message, list(aliases)) if _is_said(message, each)]
    for each in reversed(found):
        if all(each.end <= own.start or own.end <= each.start for own in taken):
            name = aliases[each.name]
            message = f"{message[: each.start]}{_apart(name, message, each)}{message[each.end :]}"
    return message


def _aliases(problem: Problem) -> dict[str, str]:
    """Words of the other language that mean one task and no other, with its name."""
    found: dict[Trade, list[str]] = defaultdict(list)
    for name in problem.by_name:
        for trade in trades():
            if fold(name) in trade.chinese or fold(name) in trade.english:
                found[trade].append(name)
    return {
        word: names[0]
        for trade, names in found.items()
        if len(names) == 1
        for word in (_spoken(trade) if fold(names[0]) in trade.chinese else trade.chinese)
    }


def _spoken(trade: Trade) -> tuple[str, ...]:
    """English words for it that are nothing else: “we cut one person” cuts no boards."""
    return tuple(word for word in trade.english if _NOUN.search(word))


def _is_said(message: str, said: Mention) -> bool:
    before, after = message[: said.start], fold(message[said.end :])
    return said.exact and not (_MORE.match(after) or _LESS.search(before))


def _apart(name: str, message: str, said: Mention) -> str:
    """The name as a word of its own."""
    before, after = message[: said.start][-1:], message[said.end :][:1]
    return f"{' ' * before.isalnum()}{name}{' ' * after.isalnum()}"
