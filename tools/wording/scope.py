"""Which tasks an edit means, where it says so by leaving others out: "not welding, painting: 2
hours", "drop everything except welding", "所有任务都改成1小时"."""

import re
from typing import NamedTuple

from knowledge.numbers import fold
from tools.plan import Problem
from tools.wording.clauses import replaced
from tools.wording.names import Mention, mentions
from tools.wording.pieces import STOP

_NOT = re.compile(r"[,，\s]*(?:(?<![a-z])(?:and )?not (?:the )?|而?并?不是)\s?$")
_NOT_END = re.compile(
    r"\s*(?:$|(?P<comma>[,，]\s?(?:but |而是?)?)|(?=[。.;；:：!！]|but(?![a-z])))"
)
_JOINT = re.compile(r"\s?(?:[,，、]?\s?(?:and|or)|[,，、和与及或跟])\s?(?:the )?")
_TASKS = "tasks|steps|jobs|work"
_EXCEPT = r"(?:except(?: for)?|but(?: not)?|other than|apart from|besides|save(?: for)?|excluding)"
_ALL = re.compile(
    rf"(?<![a-z])(?:everything|(?:all|every)(?: of)?(?: the)?(?: other)?(?: (?:{_TASKS}|task|step|job))?)(?: else)?,? {_EXCEPT} (?:the )?(?P<but>◆)"
    r"|(?<![a-z])everything(?= (?:takes? |lasts? |is |needs? |should (?:take |last |be ))?[^,.;%]{1,20} (?:longer|shorter)(?![a-z]))(?!.*percent)"
    rf"|(?<![a-z])(?:all(?: of)?(?: the)? (?:{_TASKS})|every (?:task|step|job))(?![a-z])"
    r"|除了?(?P<zh_but>◆)(?:任务|工序)?(?:之外|以外|外)?[，,\s]?的?(?:(?:其[他它余]|别|剩下|剩余|所有|全部?|一律|都)的?(?:任务|工序|步骤)?)+"
    r"|(?:所有|全部)的?(?:任务|工序|步骤)(?:全|都)*|每一?[个项道](?:任务|工序|步骤)都?"
)
_ONLY = re.compile(
    r"(?:please )?(?:keep|leave|do) only (?:the )?(?P<en>◆)|(?:please )?only (?:keep|do) (?:the )?(?P<en2>◆)"
    r"|(?:请|那就?)?[只仅](?:保留|留下?|做)(?P<zh>◆)(?:就行|就好|吧|了)?"
)


class Scope(NamedTuple):
    """A part of a message that is about many tasks at once."""

    start: int
    end: int
    names: tuple[str, ...]
    words: str
    """What it says about each, with ◆ for the name."""


def contrasted(message: str, problem: Problem) -> tuple[str, tuple[str, ...]]:
    """`message` without the tasks that it says are not meant, and these. One that names no other
    task is left as it is."""
    text, denied = message, []
    places = list(mentions(message, list(problem.by_name)))
    for each in reversed(places):
        before = _NOT.search(fold(message[: each.start]))
        after = _NOT_END.match(fold(message), each.end)
        if before is None or after is None:
            continue
        denied.append(each.name)
        named = any(place.end == before.start() for place in places)
        joint = " " if named or not before.start() else ", "
        text = text[: before.start()] + joint + text[after.end() :]
    if not denied or all(each.name in denied for each in places):
        return message, ()
    return text, tuple(denied)


def without_things(message: str, problem: Problem) -> str:
    """Without what is there, by its own name: “packing needs the van” is no word of “load van”."""
    tasks = [each for each in mentions(message, list(problem.by_name)) if each.exact]
    for thing in reversed(mentions(message, [each.name for each in problem.resources])):
        inside = any(each.start <= thing.start and thing.end <= each.end for each in tasks)
        if thing.exact and not inside:
            message = message[: thing.start] + "it" + message[thing.end :]
    return message


def scope(message: str, problem: Problem) -> Scope | None:
    """What is said about all tasks, or all but some; None if nothing is."""
    text = fold(message).replace("◆", " ")
    places = list(mentions(text, list(problem.by_name)))
    runs = _runs(text, places)
    marked, origin = replaced(text, [(run[0].start, run[-1].end, "◆") for run in runs])
    match = _ALL.search(marked)
    only = next((o for s, e in _parts(marked) if (o := _ONLY.fullmatch(marked[s:e].strip()))), None)
    if match is None and only is None:
        return None
    if only is not None:
        at = marked.index(only[0])
        start, end, words = at, at + len(only[0]), "drop ◆"
        hole = at + only[0].index("◆")
    else:
        assert match is not None
        hole = max(match.start("but"), match.start("zh_but"))
        start = max(s for s, _ in _parts(marked) if s <= match.start())
        end = min(e for _, e in _parts(marked) if e >= match.end())
        parts = (marked[start : match.start()], "◆", marked[match.end() : end])
        words = " ".join(part.strip() for part in parts)
    kept = runs[marked[:hole].count("◆")] if hole >= 0 else ()
    left = {place.name for place in kept}
    names = tuple(name for name in problem.by_name if name not in left)
    return Scope(origin[start], origin[end], names, words)


def _runs(text: str, places: list[Mention]) -> list[tuple[Mention, ...]]:
    """Mentions, those together that are joined by “and” or a comma."""
    runs: list[tuple[Mention, ...]] = []
    for each in places:
        if runs and _JOINT.fullmatch(text[runs[-1][-1].end : each.start]):
            runs[-1] += (each,)
        else:
            runs.append((each,))
    return runs


def _parts(marked: str) -> list[tuple[int, int]]:
    stops = list(STOP.finditer(marked))
    starts = [0, *(stop.end() for stop in stops)]
    return list(zip(starts, [*(stop.start() for stop in stops), len(marked)], strict=True))
