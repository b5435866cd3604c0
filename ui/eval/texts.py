"""Whether every number, name and time that a text says stands in what it speaks of."""

import re
from collections.abc import Iterator
from typing import Any

from tools.phrases import LANGUAGES, Language
from tools.plan import Problem, Schedule
from tools.plan.dates import moment_of
from tools.reasons.records import Explanation
from tools.telling import tell_explanation

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
BOLD = re.compile(r"\*\*(.+?)\*\*")


def unfounded(problem: Problem, plan: Schedule, told: Explanation) -> list[str]:
    """Numbers and names in the sentences, in either language, that nothing gave."""
    return [each for language in LANGUAGES for each in _in(language, problem, plan, told)]


def _in(language: Language, problem: Problem, plan: Schedule, told: Explanation) -> Iterator[str]:
    text = tell_explanation(told, language, problem)
    known = {task.name for task in (*problem.tasks, *(told.problem or problem).tasks)}
    for name in BOLD.findall(text):
        if name not in known:
            yield f"{language}: the name {name!r}"
    numbers = _numbers(problem, plan, told) | known  # some tasks are called by a number
    spared = text
    for name in sorted({*known, *(r.name for r in problem.resources)}, key=len, reverse=True):
        spared = re.sub(rf"(?<![\w,.:]){re.escape(name)}(?![\w,:]|\.\d)", " ", spared)
    for said in NUMBER.findall(re.sub(r"(?m)^\d+\. ", "", spared)):
        if said.replace(",", "").rstrip(".") not in numbers:
            yield f"{language}: the number {said}"


def _numbers(problem: Problem, plan: Schedule, told: Explanation) -> set[str]:
    """Every whole number of the certificate and the plans, as a number, as hours and minutes, and
    as the clock and the calendar show it."""
    found: set[int] = set()
    sources = [told.certificate, told.other, plan, problem, told.problem]
    for source in sources:
        if source is not None:
            found |= {abs(each) for each in _whole(source.model_dump())}  # “665 less”
    counts = set(range(max(13, len(problem.tasks) + 1)))  # how many move, places in a list
    texts = {str(each) for each in found | counts | {each - 1 for each in found}}
    for each in found:
        if each >= 0:
            texts |= {str(each // 60), str(each % 60)}
        if problem.start is not None and 0 <= each < 10**6:
            moment = moment_of(each, problem)
            texts |= {f"{moment:%H}", f"{moment:%M}", str(moment.day), str(moment.month)}
    return texts


def _whole(data: Any) -> Iterator[int]:
    if isinstance(data, bool):
        return
    if isinstance(data, int):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _whole(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _whole(value)
