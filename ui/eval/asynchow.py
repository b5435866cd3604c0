"""`whyflow eval asynchow`: steps, durations and constraints out of 300 public texts: is the least
total time right? Days are whole days there, not days of work, and nothing else is scarce."""

import json
from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter
from typing import Any

from tools.prose.links import links
from tools.prose.rows import read_rows
from tools.wording.durations import SECONDS, durations
from ui.eval import Asked
from ui.eval.effort import Effort
from ui.eval.rows import Row, evenly, share

AIM = 0.97


def measure(asked: Asked) -> Sequence[Row]:
    """The rows of the table; single texts are neither shown nor kept."""
    cases = [case for case in _cases(asked) if case["self_check_longest_path"]]
    cases = evenly(cases, asked.share)
    right, effort = 0, Effort()
    for done, case in enumerate(cases, 1):
        began = perf_counter()
        found = shortest_seconds(case["text"])
        effort.add(perf_counter() - began)
        low, high = case["answer_seconds_min"], case["answer_seconds_max"]
        right += found is not None and low <= found <= high
        asked.tell(done, len(cases))
    return [share("asynchow", right, len(cases), AIM), *effort.rows("asynchow")]


def _cases(asked: Asked) -> Iterator[Mapping[str, Any]]:
    file = asked.data / "asynchow" / "asynchow.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def shortest_seconds(text: str) -> float | None:
    """The longest chain of tasks in `text`; None if a task has no duration."""
    read = read_rows(text)
    lasting = {}
    for row in read.rows:
        found = durations(row.duration.words, SECONDS) if row.duration else ()
        if not found:
            return None
        lasting[row.name] = found[0].minutes
    after = links(read).after
    ends: dict[str, int] = {}

    def end(name: str) -> int:
        if name not in ends:
            ends[name] = lasting[name] + max(map(end, after[name]), default=0)
        return ends[name]

    return max(map(end, lasting), default=None)
