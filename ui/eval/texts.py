"""Whether a text says what its certificate does: it must be made of sentences that fit it, number
by number, name by name and time by time (see `sentences/`)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tools.phrases import Language
from tools.plan import Problem
from tools.reasons.records import Explanation
from ui.eval.sentences.answers import answers, chain
from ui.eval.sentences.links import link
from ui.eval.sentences.patterns import Slot, Voice, pattern

NUMBERED = re.compile(r"(\d+)\. ?(.*)")
RULE = re.compile(r"\|[-|]+\|")
"""Between the head of a table and its rows."""
Patterns = Sequence[re.Pattern[str]]


class Reader:
    """Reads texts about one certificate in one language."""

    def __init__(self, told: Explanation, problem: Problem, language: Language) -> None:
        """Args:
        problem: what was asked about.
        """
        voice = Voice(language, problem.start, problem.time_zone)
        self._chinese = language == "zh"
        self._sentences = _compiled(answers(told, problem, voice), voice)
        self._links = [_compiled([link(each)], voice) for each in chain(told)]

    def unfounded(self, text: str) -> list[str]:
        """The lines that say something else, each from where it does."""
        lines = text.replace(" ", "") if self._chinese else text
        return list(self._wrong(lines.split("\n")))

    def _wrong(self, lines: Iterable[str]) -> Iterator[str]:
        links, rows = iter(enumerate(self._links, 1)), set[str]()
        for line in lines:
            if line in rows:
                yield f"the row {line!r} again"
            if RULE.fullmatch(line):
                rows.clear()
            elif line.startswith("|"):
                rows.add(line)
            if numbered := NUMBERED.fullmatch(line):
                number, patterns = next(links, (0, ()))
                body = numbered[2]
                if numbered[1] != str(number):
                    yield f"the line {line!r}"
                    continue
            else:
                body, patterns = line.removeprefix("-").strip(), self._sentences
            if not RULE.fullmatch(body) and (rest := unread(body, patterns)):
                yield f"{rest!r} in {line!r}"


def unread(line: str, patterns: Patterns) -> str:
    """What is left of a line after as many of the sentences as it begins with; empty if it is made
    of them."""
    seen, waiting, furthest = set[int](), [0], 0
    while waiting:
        at = waiting.pop()
        furthest = max(furthest, at)
        for each in patterns:
            found = each.match(line, at)
            if found and found.end() > at:
                end = found.end() + (line[found.end() : found.end() + 1] == " ")
                if end not in seen:
                    seen.add(end)
                    waiting.append(end)
    return line[furthest:]


def _compiled(told: Iterable[Slot], voice: Voice) -> Patterns:
    return [re.compile(each) for each in dict.fromkeys(pattern(one, voice) for one in told)]
