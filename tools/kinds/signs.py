"""What counts of a message when it is weighed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from knowledge.numbers import fold
from tools.wording.durations import durations
from tools.wording.hints import hints
from tools.wording.questions import only_tells
from tools.wording.stories import is_over


class Signs(NamedTuple):
    """What counts of a message."""

    text: str
    """Names of tasks blanked by `_`, those of resources by `@`."""
    cues: tuple[str, ...]
    """What code reads in it, such as `tasks=2`."""


def signs_of(text: str, cues: Iterable[str] = ()) -> Signs:
    """A message with names blanked, and what code reads in it besides its shape and its hints."""
    hinted = (f"hint={name}" for name in hints(fold(text)))
    return Signs(text, tuple(dict.fromkeys((*cues, *_shape(text), *hinted))))


def _shape(text: str) -> Iterator[str]:
    """What tells work that is described from what is said about it, and what is only told from
    what is asked or wished."""
    yield f"asks={not only_tells(text)}"
    yield f"over={is_over(text)}"
    yield f"durations={min(3, len(durations(text)))}"
    yield f"long={min(4, len(text) // 60)}"
    yield f"lines={min(3, text.count(chr(10)))}"
    yield f"mark={text.rstrip()[-1:] in ('?', '？')}"
