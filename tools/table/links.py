"""Cells that say what a task waits for.

Weld               after Weld has finished
Weld + 30 min      half an hour after that; `- 10 min`: ten minutes before that
Weld SS + 1 h      an hour after Weld has started (start to start; 开始-开始)
Weld FF            finished no sooner than Weld (finish to finish; 完成-完成)
"Weld SS" SS       quotes hold a name together that could be read in two ways
"""

import re
from collections.abc import Collection, Iterator
from typing import Any

from knowledge.numbers import fold
from tools.phrases import Language
from tools.plan import Link, Task
from tools.plan.task import LinkKind
from tools.table.cells import items, minutes, write_minutes

_KINDS: dict[str, LinkKind] = {
    "fs": "finish-start",
    "ss": "start-start",
    "ff": "finish-finish",
    "完成-开始": "finish-start",
    "开始-开始": "start-start",
    "完成-完成": "finish-finish",
}
_SHORT = {"finish-start": " FS", "start-start": " SS", "finish-finish": " FF"}
_KIND = r"\s+(?:fs|ss|ff)\b|\s*(?:完成-开始|开始-开始|完成-完成)"
_TAIL = re.compile(rf"(?P<kind>{_KIND})?\s*(?:(?P<sign>[+\-−–])\s*(?P<lag>\S.*))?", re.IGNORECASE)
_QUOTED = re.compile(r'["“](.*)["”]')
_CUT = re.compile(rf"{_KIND}|\s*[+\-−–]", re.IGNORECASE)


def write_links(task: Task, names: Collection[str], language: Language) -> str:
    """What `task` waits for; `names` are those of all tasks."""
    return ", ".join([*task.after, *(_write(link, names, language) for link in task.links)])


def _write(link: Link, names: Collection[str], language: Language) -> str:
    lag = f" {'-' if link.lag < 0 else '+'} {write_minutes(abs(link.lag), language)}"
    plain = link.kind == "finish-start" and link.lag
    tail = f"{'' if plain else _SHORT[link.kind]}{lag if link.lag else ''}"
    clear = _read(link.task + tail, names) == link.model_dump()
    return f"{link.task}{tail}" if clear else f'"{link.task}"{tail}'


def read_links(text: str, names: frozenset[str]) -> tuple[list[str], list[dict[str, Any]]]:
    """The names that are only to be finished, and the links of any other kind."""
    after, links = [], []
    for item in items(text, lambda each: each in names or _read(each, names) is not None, names):
        link = None if item in names else _read(item, names)
        if link is None:
            after.append(item)
        elif link not in links:
            links.append(link)
    return list(dict.fromkeys(after)), links


def _read(text: str, names: Collection[str]) -> dict[str, Any] | None:
    """A link of another kind or with a lag; None if it is only a name, or names nothing known."""
    if text in names:
        return None
    for name, rest in _splits(text):
        found = _TAIL.fullmatch(rest) if name in names else None
        if found is None or not (found["kind"] or found["lag"]):
            continue
        lag = minutes(found["lag"]) if found["lag"] else 0
        if lag is not None:
            kind = _KINDS[fold(found["kind"]).strip()] if found["kind"] else "finish-start"
            return {"task": name, "kind": kind, "lag": lag if found["sign"] == "+" else -lag}
    return None


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """Where the name may end and the rest begin: quoted, or as late as can be."""
    quoted = _QUOTED.match(text)
    if quoted:
        yield quoted[1], text[quoted.end() :]
    for cut in reversed([found.start() for found in _CUT.finditer(text)]):
        yield text[:cut].rstrip(), text[cut:]
