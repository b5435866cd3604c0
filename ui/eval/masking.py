"""How much personal data is found, and how much else is taken for it: in 200 Chinese sentences of
our own, and in the English ones of presidio_synth."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from tools.personal.finding import find
from tools.phrases import SayableError
from ui.eval import Asked
from ui.eval.rows import Row, share

OURS = Path(__file__).parent / "personal" / "sentences.zh.txt"
THEIRS = Path("presidio_synth") / "synth_dataset_v2.json"
REACH = 0.95
AIMED = ("PHONE", "ID", "CARD", "EMAIL")
KINDS = {
    "PHONE_NUMBER": "PHONE",
    "US_SSN": "ID",
    "CREDIT_CARD": "CARD",
    "EMAIL_ADDRESS": "EMAIL",
    "IBAN_CODE": "ACCOUNT",
    "PERSON": "NAME",
    "US_DRIVER_LICENSE": "LICENCE",
}
"""What the public data call it; its other kinds (places, dates, ...) are not looked for."""
_MARKED = re.compile(r"\[([A-Z]+)\|([^\]]+)\]")


@dataclass(frozen=True)
class Sentence:
    """A text, and where its personal data stands."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def measure(asked: Asked) -> Sequence[Row]:
    """Recall for each kind and language, and the share of what was found that is none.

    Raises:
        SayableError: the public data are not there.
    """
    return [*_rows("zh", ours()), *_rows("en", theirs(asked.data / THEIRS))]


def ours() -> Iterator[Sentence]:
    """The sentences of this house."""
    for line in OURS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield _sentence(line)


def theirs(file: Path) -> Iterator[Sentence]:
    """The public sentences."""
    try:
        cases = json.loads(file.read_text(encoding="utf-8"))
    except OSError:
        raise SayableError("masking-no-data", file=str(file)) from None
    for case in cases:
        spans = (
            (span["start_position"], span["end_position"], KINDS[span["entity_type"]])
            for span in case["spans"]
            if span["entity_type"] in KINDS
        )
        yield Sentence(case["full_text"], tuple(spans))


def _sentence(line: str) -> Sentence:
    text, spans, at = "", [], 0
    for mark in _MARKED.finditer(line):
        text += line[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), mark[1]))
        text, at = text + mark[2], mark.end()
    return Sentence(text + line[at:], tuple(spans))


def _rows(language: str, sentences: Iterable[Sentence]) -> Iterator[Row]:
    there: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    found = needless = 0
    for sentence in sentences:
        covered = set(chain.from_iterable(range(a, b) for a, b, _ in find(sentence.text)))
        for start, end, kind in sentence.spans:
            there[kind] += 1
            hidden[kind] += _digits_or_all(sentence.text, start, end) <= covered
        for start, end, _ in find(sentence.text):
            found += 1
            needless += not any(start < b and a < end for a, b, _ in sentence.spans)
    for kind in sorted(there, key=lambda kind: (kind not in AIMED, kind)):
        aim = REACH if kind in AIMED else None
        yield share(f"masked: {kind} {language}", hidden[kind], there[kind], aim)
    yield share(f"masked-needless: {language}", needless, found, None, most=True)


def _digits_or_all(text: str, start: int, end: int) -> set[int]:
    """What must be hidden: every letter and digit, whatever stands between them."""
    return {place for place in range(start, end) if text[place].isalnum()}
