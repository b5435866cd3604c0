"""What a message announces before or after its tasks: how many tasks there are, and who is there
for them: “Eight jobs for our move, 5 people.”, “六件事，我们五个人：”, “Two nurses and one doctor.”"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.prose.workers import Worker, workers
from tools.wording.durations import durations
from tools.wording.quantities import count

_SENTENCE = re.compile(r"(?:[^。;；\n!！?？.]|\.(?!\s|$))+[。;；\n!！?？.]?")
_TASKS = lazily.compile(
    rf"(?<![a-z])(?:the |these |my |our |those )?(?P<number>{NUMBER}) (?:(?:different|separate|small|more|main|open) )?(?:tasks|jobs|things|steps|items|to-?dos|chores)(?![a-z])"
    rf"|(?<![第前上下后每逐])(?P<zh>{NUMBER})\s?(?:[个项件样道](?:小?任务|工作|活儿?|事情?|工序|步骤)|步(?=[，,：:。、\s]|走|$))"
)
_PART = re.compile(r"[^,，、()（）:：;；。.\n!！?？–—]+")
_LISTED = re.compile(r"(?:(?!(?<![a-z])and(?![a-z]))[^,，、和;；。.\n!！?？])+")
_THING = lazily.compile(
    rf"\s*(?:(?:only |just |our )?{NUMBER} [a-z -]{{2,24}}|(?:只有|有|就)?{NUMBER}\s?[台辆部架间套个把张条]\S{{1,8}}|\S{{1,8}}{NUMBER}\s?[台辆部架间套个把张条])\s*"
)
_THERE = re.compile(
    r"(?<![a-z])(?:we|there) (?:have|are|is)(?! to(?![a-z]))(?![a-z])|(?<![a-z])(?:we've got|we're|there's|i have|with us|of us|on (?:site|shift|duty)|available|at hand)(?![a-z])"
    r"|一共|总共|共(?=[\d一二两三四五六七八九十])|我们|咱们?|现场|可用|到岗|当班|在[岗场]|(?<![没需])有"
)
"""Says that they are there."""
_LEADS = r"(?:^|(?:(?<![a-z])(?:and|with|plus|have|are|is|got|only|just|for|us|we)|there's|we're|we've|和|与|及|有|共|就|只|我们|咱们?|现场|今天|明天|都是|是|外加|[班组队店])(?: about| only| just| the| a| an)?\s*$)"
_FOLLOWS = r"\s*(?:$|(?:and|plus|on (?:site|shift|duty|call)|today|tomorrow|available|here|there|in (?:all|total)|altogether|at hand|now)(?![a-z])|和|与|及|外加|都?可用|都?在|今天|明天|当班|做|干|来[做干]|[吧哈啊哦呢])"
_BEFORE, _BEHIND = re.compile(_LEADS), re.compile(_FOLLOWS)


class _Sentence(NamedTuple):
    start: int
    words: str
    """Folded, with the sign that ends it; a heading ends at its colon."""

    @property
    def lists(self) -> bool:
        """Whether what it announces follows at once."""
        return self.words.rstrip(" ").endswith((":", "：", "\n"))


def announced(text: str) -> int | None:
    """How many tasks a message says it has, before it tells of them."""
    for sentence in list(_sentences(text))[:2]:
        if match := _TASKS.search(sentence.words):
            return count(match["number"] or match["zh"])
    return None


def roster(text: str) -> Iterator[Worker]:
    """Who is said to be there, and not to be needed by a task: in sentences without durations."""
    sentences = list(_sentences(text))
    first = min((each.start for each in durations(text)), default=len(text))
    listed = any(each.lists for each in sentences[:1])
    for number, sentence in enumerate(sentences):
        heads = sentence.start < first
        for part in _PART.finditer(sentence.words):
            if crew := list(_crew(part[0])):
                plain = heads and number < 2 and not (listed or sentence.lists)
                if _says_there(sentence, part[0], crew, heads=heads, plain=plain):
                    begin = sentence.start + part.start()
                    for each in crew:
                        yield each._replace(start=begin + each.start, end=begin + each.end)


def closing(text: str) -> list[Worker]:
    """Who is counted in a last sentence that does nothing but count, behind one that tells of
    several tasks: “... One oven, four people.”, “……柜员3名，保安1名。”"""
    sentences = list(_SENTENCE.finditer(fold(text).rstrip()))
    if len(sentences) < 2 or len(durations(sentences[-2][0])) < 2 or durations(sentences[-1][0]):
        return []
    found = []
    for part in _LISTED.finditer(sentences[-1][0]):
        crew = [each for each in workers(part[0]) if each.amount and not each.named]
        counted = crew and crew[0].end - crew[0].start >= len(part[0].strip())
        if not (counted or _THING.fullmatch(part[0])):
            return []
        begin = sentences[-1].start() + part.start()
        found += [w._replace(start=begin + w.start, end=begin + w.end) for w in crew]
    return found


def _says_there(
    sentence: _Sentence, part: str, crew: Sequence[Worker], *, heads: bool, plain: bool
) -> bool:
    """Whether it is about who is there.

    Args:
        heads: the sentence stands before the tasks.
        plain: it may be nothing but that: “Two nurses and one doctor.”
    """
    if _THERE.search(sentence.words):
        return True
    alone = len(part.strip()) >= len(sentence.words.strip(" ,，.。:：\n"))
    if alone:
        return plain and not part[: crew[0].start].strip()
    several = len({each.noun for each in crew}) > 1
    return heads and (several or sentence.lists or bool(_TASKS.search(sentence.words)))


def _sentences(text: str) -> Iterator[_Sentence]:
    """Those before the first duration, then all others without one; a heading goes to its colon."""
    low = fold(text)
    for match in _SENTENCE.finditer(low):
        head = re.match(r"[^:：]*[:：]", match[0])
        words = match[0]
        if durations(words):
            if head is None or durations(head[0]) or match.start():
                continue
            words = head[0]
        if words.strip():
            yield _Sentence(match.start(), words)


def _crew(part: str) -> Iterator[Worker]:
    """Those that are counted side by side in a part of a sentence, if it does nothing but count
    them there: “two nurses and one doctor”, but not “send two nurses to the ward”."""
    found = [each for each in workers(part) if each.amount and not each.named]
    for place, each in enumerate(found):
        joined = place > 0 and not part[found[place - 1].end : each.start].strip()
        before = joined or _BEFORE.search(part[: each.start].strip())
        follows = place + 1 < len(found) and not part[each.end : found[place + 1].start].strip()
        if not (before and (follows or _BEHIND.match(part, each.end))):
            return
    yield from found
