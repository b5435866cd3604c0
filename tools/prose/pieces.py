"""A message cut into pieces: its list items, its clauses, and every value in it with its place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from knowledge.numbers import NUMBER, fold
from tools.prose.able import abilities, asked
from tools.prose.letters import numbered, work_of
from tools.prose.limits import limits
from tools.prose.machines import Machine, holds, stock
from tools.prose.persons import persons, roll
from tools.prose.records import Clause, Span
from tools.prose.sessions import sessions
from tools.prose.shift import shift
from tools.prose.totals import total_places, trade_totals
from tools.prose.workers import Worker, workers
from tools.wording.durations import bounded, durations
from tools.wording.priorities import priority
from tools.wording.quantities import PEOPLE, is_people

_MARKER = re.compile(
    r"[ \t>]*(?:[-*•·–—▪●◦‣]|\U0001f4cc|(?:step |task |item |no\.? ?)?(?P<n>\d{1,2})[.)、）．:：]\s?(?!\d)|[（(](?P<m>\d{1,2})[)）]|(?P<letter>[A-Z])[.)]\s|"
    r"(?P<ring>[①-⑳])|第?(?P<zh>[一二三四五六七八九十]{1,3})(?:[、.．]|步[：:、 ]?)|(?:step|task|item) (?P<step>\d{1,2}|[a-z])(?=[:.,)-]| (?!(?:must|needs?|requires?|can|cannot|should|has|have|comes?|depends?|waits?|is|are|precedes?|before|after|follows?|and|or|to|leads?|starts?|then)(?![a-z]))))[ \t]*[-–:：]?[ \t]*",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\s*[(（](?P<words>[^()（）,，、;；]{2,20})[)）]$")
_STOP = re.compile(
    r"[,，;；()（）\[\]【】。！!？?\n\t]|\.\.\.|…|:(?!\d)|：|(?<=[\s\w]) ?[–—] ?|(?<=\s)-(?=\s)|->|→|(?<=\S) [+/|] (?=\S)|\.(?=\s|$|[\u4e00-\u9fff])| {3,}"
)
_ENDS = re.compile(r"[。！!？?\n；;]|\.(?=\s|$)|\.\.\.|…")
_DATE = re.compile(
    r"\d{1,2}月\d{1,2}[日号]|\d{4}年|\d{4}-\d{2}-\d{2}|(?<![\w.])\d{1,2} (?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?![a-z])"
)
_PRIORITY = re.compile(
    rf"(?:(?:very |really |pretty |both |this one |that one |this |that )?(?:is |are )?(?:top priority|(?:high|low|medium|normal|highest|lowest) priority|priority:? ?(?:is )?(?:\d+|high|low|medium|normal|top|one|two|three)|prio\.? ?\d+|(?:(?:priority|优先级?)别?(?:为|是|：|:| is)?\s?)?(?<![a-z0-9])p[0-9](?![0-9])|\d+(?:st|nd|rd|th) priority|(?:(?:not|n't) (?:very |so |that |really |all that |too )?)?(?<![a-z])urgent(?:ly)?|(?:the )?(?:very|most) important(?: of all)?|asap|can wait(?: a (?:bit|while|little))?|no rush|no hurry)(?![a-z])"
    rf"|(?:这一?[个件项步条])?(?:的)?优先级?别?(?:为|是|：|:|最|较|很)?\s?(?:{NUMBER}|高|低|中|最高|最低)|优先级(?:最高|最低|高|低|中)|重中之重|(?:最|很|非常|特别|比较)(?:重要|要紧)|不(?:太|怎么)?(?:重要|要紧)|特急|加急|(?:很|非常|特别|最|比较|挺|十分|这个很)?紧急|(?:很|非常|特别|最|有点)急|不(?:太|怎么|着)?急|可以(?:缓一缓|缓|晚点|等等|往后放)|缓一缓|正常(?=[，,。；;）)\n]|$))"
)
_NORMAL = re.compile(r"(?<=, )(?:normal|low|high|medium)(?=[.,;\n)]|$)")
_TOTAL = re.compile(
    r"(?:总共|一共|合计|总计|全程|total(?: of)?:?|in all|all in all|sold it as)\s?$"
)
_HELD = re.compile(r"占|使用|借用|用|on |using |uses? |occup|block")
"""Words that hold a machine; without them it may be a task that is spoken of."""
_TOTAL_AFTER = re.compile(r"\s?(?:的活|all in|in total|in all|altogether|overall)")


def priorities(low: str) -> Iterator[tuple[int, int, int | None]]:
    """Where a folded message says how urgent something is, and how urgent that is."""
    for pattern in (_PRIORITY, _NORMAL):
        for match in pattern.finditer(low):
            yield match.start(), match.end(), priority(match[0])


class Pieces:
    """The pieces of one message."""

    def __init__(self, message: str) -> None:
        self.text = numbered(work_of(message))
        self.low = fold(self.text)
        self.markers = self._find_markers()
        """For the start of each line that is a list item, where its words begin, and its label."""
        self.heads = self._find_heads()
        """The names of items that stand there word for word: where they begin and end."""
        self.shift, self.able = shift(self.text), abilities(self.text)
        self.asked = list(asked(self.text, [skill for each in self.able for skill in each.skills]))
        self.sessions = {each.start: each for each in sessions(self.text)}
        """Stretches of time that are told by their two ends, by where they begin."""
        self.stock = stock(self.text, self._without_items())
        self.spans = self._find_spans()
        self._starts = [span.start for span in self.spans]

    def line_of(self, place: int) -> tuple[int, int]:
        """Where the line around `place` begins and ends."""
        end = self.text.find("\n", place)
        return self.text.rfind("\n", 0, place) + 1, len(self.text) if end < 0 else end

    def sentence_end(self, place: int) -> int:
        """Where the sentence around `place` ends."""
        ends = (self.low.find(stop, place) for stop in ("。", "\n", ". "))
        return min((at for at in ends if at >= 0), default=len(self.low))

    def begin_of(self, place: int) -> int:
        """Where the sentence around `place` begins."""
        found = ((self.low.rfind(stop, 0, place), len(stop)) for stop in ("。", "；", "\n", ". "))
        return max(at + length if at >= 0 else 0 for at, length in found)

    def end_of(self, place: int) -> int:
        """Where the sentence around `place` ends, or the part of it up to a semicolon."""
        end = self.low.find("；", place)
        return min(self.sentence_end(place), end if end >= 0 else len(self.low))

    def between(self, start: int, end: int) -> list[Span]:
        """The values that begin in a stretch of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.spans[first:last]

    def rest(self, clause: Clause, spans: Sequence[Span]) -> str:
        """What is left of a clause without its values."""
        ends = [clause.start, *(span.end for span in spans)]
        starts = [*(span.start for span in spans), clause.end]
        return "".join(self.low[a:b] for a, b in zip(ends, starts, strict=True))

    def words(self) -> str:
        """The message folded, with blanks for all values but names and machines."""
        words = self.low
        for span in self.spans:
            held = span.kind == "machine" and not _HELD.match(words, span.start)
            if not held and not (span.kind == "worker" and span.value.named):
                words = words[: span.start] + "\0" * (span.end - span.start) + words[span.end :]
        return words

    # The values in the text.

    def _find_spans(self) -> list[Span]:
        text = self.text
        taken = bytearray(len(text) + 1)
        said = [(each.start, each.end) for each in self.able]
        said += self.shift.places if self.shift else []
        for start, end in [*said, *roll(text), *self._total_spans()]:
            taken[start:end] = b"\1" * (end - start)
        found = [Span(start, end, "total", None) for start, end in [*said, *self._total_spans()]]
        found += list(self._stock_held())
        for start, end in self.heads.items():
            taken[start:end] = b"\1" * (end - start)
        for start, end, kind, worth in self._candidates():
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Span(start, end, kind, worth))
        return sorted(found, key=lambda span: span.start)

    def _stock_held(self) -> Iterator[Span]:
        """ "..., and there is only one lathe": said of a task, it holds one; "it needs all of us"."""
        for each in self.stock:
            if is_people(each.noun) or ";" in self.low[self.begin_of(each.start) : each.start]:
                continue
            if durations(self.text[self.begin_of(each.start) : each.start]):
                thing = Machine(each.start, each.end, each.noun, 1)
                yield Span(each.start, each.end, "machine", thing)
        for (start, end), amount in total_places(self.text):
            if self.low.startswith(("needs", "takes"), start):  # "it needs all four of us"
                yield Span(start, end, "worker", Worker(start, end, PEOPLE, amount))

    def _total_spans(self) -> list[tuple[int, int]]:
        totals = [place for place, _ in total_places(self.text)]
        trades = [(each.start, each.end) for each in trade_totals(self.text)]
        return [*totals, *trades, *((each.start, each.end) for each in self.stock)]

    def _without_items(self) -> str:
        text = self.text
        for start in self.markers:
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    def _candidates(self) -> Iterator[tuple[int, int, str, Any]]:
        text, low = self.text, self.low
        for session in self.sessions.values():
            yield session.start, session.end, "duration", session.minutes
            if session.day is not None:
                yield *session.day, "date", None
        labels = {f"at {label}" for _, label in self.markers.values()}
        yield from (
            (each.start, each.end, "limit", each)
            for each in limits(text)
            if each.words not in labels  # "after 1"
        )
        yield from (
            (each.start, each.end, "skill", each)
            if each.known
            else (each.start, each.end, "worker", Worker(*each[:2], each.noun, each.amount))
            for each in self.asked
        )
        for match in _DATE.finditer(low):
            yield match.start(), match.end(), "date", None
        for each in bounded(text):
            if self._begins_name(each.start, each.end):
                continue
            total = _TOTAL.search(low, max(0, each.start - 14), each.start)
            if not total and not _TOTAL_AFTER.match(low, each.end):
                yield each.start, each.end, "duration", each.minutes
        for start, end, urgency in priorities(low):
            yield start, end, "priority", urgency
        yield from ((each.start, each.end, "worker", each) for each in workers(text))
        yield from ((each.start, each.end, "worker", each) for each in persons(text))
        yield from (
            (each.start, each.end, "machine", each)
            for each in holds(text, frozenset(each.noun for each in self.stock))
        )

    def _find_heads(self) -> dict[int, int]:
        """Where the names of items begin and end that are told in brackets at the end of the line
        how long they take: "buy flour, eggs and sugar (1 hour)"."""
        found = {}
        for start, _ in self.markers.values():
            line = self.text[start : self.line_of(start)[1]].rstrip()
            told = _TOLD.search(line)
            if told and told.start() and durations(told["words"]):
                found[start] = start + told.start()
        return found

    def _begins_name(self, start: int, end: int) -> bool:
        """Whether it heads a list item with another duration: "24-hour tape fitting, 30 min"."""
        line = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", end)
        rest = self.text[end : stop if stop >= 0 else len(self.text)]
        return line in self.markers and self.markers[line][0] == start and bool(durations(rest))

    def _find_markers(self) -> dict[int, tuple[int, str]]:
        """For the start of each line that is a list item, where its words begin, and its label."""
        found: dict[int, tuple[int, str]] = {}
        place = 0
        for line in self.text.split("\n"):
            match = _MARKER.match(self.text, place, place + len(line))
            if match:
                label = next((each for each in match.groups() if each), "")
                found[place] = (match.end(), label)
            place += len(line) + 1
        return found if len(found) > 1 else {}

    # Clauses.

    def clauses(self) -> Iterator[Clause]:
        inside = bytearray(len(self.text) + 1)
        for span in self.spans:
            if span.kind in ("limit", "duration", "worker"):
                inside[span.start : span.end] = b"\1" * (span.end - span.start)
        start, sentence, line, heads = 0, True, True, 0
        if 0 in self.markers:
            start = self.markers[0][0]
            heads = self.heads.get(start, start)
        for match in _STOP.finditer(self.low):
            if inside[match.start()] or match.start() < max(start, heads):
                continue
            if (
                match[0] == ","
                and self.low[match.end() : match.end() + 1].isdigit()
                and self.low[match.start() - 1 : match.start()].isdigit()
            ):
                continue
            yield Clause(start, match.start(), sentence, line)
            sentence, line = bool(_ENDS.match(match[0])) or match[0] in "。；;\n", match[0] == "\n"
            start = match.end()
            if line and start in self.markers:
                start = self.markers[start][0]
                heads = self.heads.get(start, start)
        yield Clause(start, len(self.text), sentence, line)
