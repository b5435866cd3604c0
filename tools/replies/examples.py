"""What customers write, by intent and in both languages: the examples that come with Whyflow. It
knows how the files are written.

A file has a line `[intent]` before its examples, each `English | Chinese`. `vectors.npz` holds what
multilingual-e5 makes of them, so that nobody has to wait for that; `python -m ui.eval.replies`
writes it again after a change.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from knowledge.embed import Embeds, Vectors
from knowledge.templates.store import Templates

FOLDER = Path(__file__).parent / "examples"
VECTORS = FOLDER / "vectors.npz"
KEPT = np.float16

Pair = tuple[str, str, str]
"""An intent, and a message in English and Chinese."""


def pairs(file: Path) -> Iterator[Pair]:
    """The examples of a file."""
    intent = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            intent = line.strip("[] ")
        elif line.strip():
            english, chinese = line.split(" | ")
            yield intent, english.strip(), chinese.strip()


def built_in() -> list[tuple[str, str]]:
    """(text, intent) of all examples, the languages in turn."""
    found = [pair for file in sorted(FOLDER.glob("*.txt")) for pair in pairs(file)]
    return [(text, intent) for intent, *texts in found for text in texts]


class Remembering:
    """An embedder that knows the vectors of the examples."""

    def __init__(self, embedder: Embeds) -> None:
        self._embedder = embedder
        with np.load(VECTORS) as saved:
            known = (saved["vectors"].astype(np.float32), saved["texts"].tolist())
        self._known = dict(zip(known[1], known[0], strict=True))

    def queries(self, texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        found = dict(zip(new, self._embedder.queries(new), strict=True)) if new else {}
        return np.array([found[t] if t in found else self._known[t] for t in texts])

    def examples(self, texts: Sequence[str], templates: Templates) -> Vectors:
        """Of what is learnt from: the vectors of a house's own cues are kept with its templates, so
        that they are made only once. What customers write is never kept."""
        kept = templates.vectors()
        held = {text: np.frombuffer(kept[text], KEPT) for text in texts if text in kept}
        new = list(dict.fromkeys(text for text in texts if text not in held))
        held |= dict(zip(new, self.queries(new), strict=True)) if new else {}
        own = {text: row for text, row in held.items() if text not in self._known}
        if own.keys() != kept.keys():
            rows = {text: row.astype(KEPT).tobytes() for text, row in own.items()}
            templates.keep_vectors(rows)
        return np.array([held[text] for text in texts], dtype=np.float32)

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.passages(texts)
