"""The words of a message that the order of its tasks was read from."""

from collections.abc import Iterator, Mapping, Sequence

from knowledge.numbers import fold
from tools.prose.records import Row
from tools.prose.segments import STOP, Segment
from tools.wording.names import mentions

_EDGES = " \t\n,.;，。；"


def words_of_order(
    message: str,
    rows: Sequence[Row],
    after: Mapping[str, Sequence[str]],
    parts: Mapping[str, Segment],
) -> Iterator[tuple[str, str]]:
    """For each task that waits for another: the sentence that speaks of both and of the fewest
    others; without one the words about the task.

    Args:
        rows: in the order of the message.
        parts: where the words about each task stand.
    """
    waiting = [row.name for row in rows if after.get(row.name)]
    if not waiting:
        return
    told: dict[str, str] = {}
    sentences = _sentences(message, [row.name for row in rows])
    for start, end, names in sorted(sentences, key=lambda each: len(each[2])):
        for name in names & set(waiting) - told.keys():
            if names & set(after[name]):
                told[name] = message[start:end].strip()
    for name in waiting:
        part = parts[name]
        yield (
            name,
            told.get(name) or message[part.start : part.end].strip(_EDGES).partition("\n")[0],
        )


def _sentences(message: str, names: Sequence[str]) -> list[tuple[int, int, set[str]]]:
    """Where each sentence stands, and the names that it mentions."""
    low = fold(message)
    ends = [*(each.start() for each in STOP.finditer(low)), len(low)]
    found = mentions(low, names)
    sentences, at, start = [], 0, 0
    for end in ends:
        said = set()
        while at < len(found) and found[at].start < end:
            said.add(found[at].name)
            at += 1
        sentences.append((start, end, said))
        start = end + 1
    return sentences
