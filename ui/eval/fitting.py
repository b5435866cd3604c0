"""Makes what `knowledge/ranking.py` knows about e5: `python -m ui.eval.fitting`, some minutes.

It reads `searches/practice.*`, examples of what customers write, and the built-in documents;
`searches/kept.*` is never opened. Each question is asked of several libraries: all built-in
documents, those in one language, and for a question that they do not answer, a library in which
somebody has written down the answer. So the weights learn what a library holds and not which
questions are usual.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from agent.settings import Settings
from knowledge.chunks import cut_up
from knowledge.index import built_in
from knowledge.lexical import shared, words
from knowledge.passage import Language
from knowledge.postings import Segment, segment_of
from knowledge.ranking import FILE, SIGNALS, Frame, Vectors, crossed
from tools.phrases import LANGUAGES
from tools.replies.examples import FOLDER as EXAMPLES
from tools.replies.examples import Remembering, pairs
from tools.replies.intents import OUTSIDE
from ui import parts

FOLDER = Path(__file__).parent / "searches"
REFUSED = 0.03
"""Share of the real questions that may be refused, in cross-validation."""
STRENGTH = {"topic": 10.0, "signals": 0.1}
"""How far the weights may follow the examples (C of logistic regression)."""
EVERY = 3
"""Of so many messages of customers one is taken."""
PARTS = 10
"""Of the cross-validation; a question and its translation are always in the same."""


class Texts(NamedTuple):
    """Passages with their languages, vectors and words."""

    counted: list[list[str]]
    languages: list[Language]
    vectors: Vectors
    segments: list[Segment]

    @classmethod
    def of(cls, counted: list[list[str]], languages: list[Language], vectors: Vectors) -> "Texts":
        return cls(counted, languages, vectors, [segment_of(dict(enumerate(counted)))])


class Asked(NamedTuple):
    """A question."""

    text: str
    language: Language
    about: list[str]
    """The documents that answer it; none if nothing does."""
    vector: Vectors
    line: int
    """Its line, which is that of its translation in the other language."""


def questions() -> Iterator[tuple[int, Language, str, list[str]]]:
    """(line, language, question, documents that answer it)."""
    for language in LANGUAGES:
        lines = (FOLDER / f"practice.{language}.jsonl").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            row = json.loads(line)
            yield number, language, row["question"], row["about"]


def messages(start: int) -> Iterator[tuple[int, Language, str, list[str]]]:
    """What customers write, some of each intent, and all that is none of our business."""
    found = [pair for file in sorted(EXAMPLES.glob("*.txt")) for pair in pairs(file)]
    for number, (intent, english, chinese) in enumerate(found, start):
        about = [] if intent == OUTSIDE else [f"replies/{intent}"]
        if not about or number % EVERY == 0:
            yield number, "en", english, about
            yield number, "zh", chinese, about


def main() -> None:
    embedder = parts.embedder(Settings.read())
    cuts = [cut_up(document) for document in built_in()]
    texts = [text for cut in cuts for text in cut.texts]
    spoken = [cut.document.language for cut in cuts for _ in cut.texts]
    library = Texts.of([words(text) for text in texts], spoken, embedder.passages(texts))
    rows = list(questions())
    rows += messages(len(rows))
    vectors = Remembering(embedder).queries([question for _, _, question, _ in rows])
    asked = [
        Asked(question, language, about, vector, line)
        for (line, language, question, about), vector in zip(rows, vectors, strict=True)
    ]
    frame = _frame(library, asked)
    fitted = _fitted(frame, asked, _examples(frame, library, asked))
    np.savez_compressed(
        FILE,
        questions=np.stack([fitted.questions[each] for each in ("en", "zh")]),
        passages=np.stack([fitted.passages[each] for each in ("en", "zh")]),
        off=fitted.off.astype(np.float16),
        topic=fitted.topic,
        middle=fitted.middle,
        spread=fitted.spread,
        weights=fitted.weights,
        bias=fitted.bias,
        cut=fitted.cut,
    )
    print(dict(zip(SIGNALS, fitted.weights.round(2).tolist(), strict=False)), fitted.cut)


def _frame(library: Texts, asked: list[Asked]) -> Frame:
    """The means and the bank, without weights."""
    languages = np.array(library.languages)
    spoken = {each: np.stack([q.vector for q in asked if q.language == each]) for each in LANGUAGES}
    zero = np.zeros(len(SIGNALS), dtype=np.float32)
    frame = Frame(
        questions={each: spoken[each].mean(axis=0) for each in LANGUAGES},
        passages={each: library.vectors[languages == each].mean(axis=0) for each in LANGUAGES},
        off=np.zeros((1, library.vectors.shape[1]), dtype=np.float32),
        topic=np.zeros(library.vectors.shape[1] + 1, dtype=np.float32),
        middle=zero,
        spread=zero + 1,
        weights=zero,
        bias=0.0,
        cut=0.0,
    )
    off = [frame.centred(q.vector, q.language) for q in asked if not q.about]
    return replace(frame, off=np.stack(off))


class Example(NamedTuple):
    """A question of a library."""

    signals: Vectors
    fits: bool
    usual: bool
    """Asked of all built-in documents, as they are."""
    group: int


def _examples(frame: Frame, library: Texts, asked: list[Asked]) -> list[Example]:
    topics, frames = _topics(frame, asked)
    banked = [question.line for question in asked if not question.about]
    parts = list(_in_one_language(library))
    translated = {(q.line, q.language): q for q in asked}
    found = []
    for question, topic in zip(asked, topics, strict=True):
        # Neither itself nor its translation may be in the bank: new questions are not either.
        others = frame.off[[line != question.line for line in banked]]
        known = replace(frames[topic], off=others)
        tried = [(library, bool(question.about))] + [(part, bool(question.about)) for part in parts]
        if not question.about:
            other: Language = "zh" if question.language == "en" else "en"
            for answer in (question, translated[question.line, other]):
                tried.append((_with(library, answer, frame), True))
        for place, (part, fits) in enumerate(tried):
            signals = _signals(known, part, question)
            found.append(Example(signals, fits, place == 0, _group(question)))
    return found


def _group(question: Asked) -> int:
    """The same for a question and its translation."""
    return question.line + 10_000 * (not question.about)


def _topics(frame: Frame, asked: list[Asked]) -> tuple[list[int], list[Frame]]:
    """For each question, which of the frames has not seen it."""
    vectors = np.stack([frame.centred(q.vector, q.language) for q in asked])
    real = np.array([bool(q.about) for q in asked])
    chosen, frames = [0] * len(asked), []
    groups = [_group(question) for question in asked]
    for seen, unseen in GroupKFold(PARTS).split(vectors, real, groups):
        frames.append(replace(frame, topic=_topic(vectors[seen], real[seen])))
        for place in unseen:
            chosen[place] = len(frames) - 1
    return chosen, frames


def _topic(vectors: Vectors, real: np.ndarray[Any, Any]) -> Vectors:
    model = LogisticRegression(C=STRENGTH["topic"], max_iter=5000).fit(vectors, real)
    return np.append(model.coef_[0], model.intercept_[0]).astype(np.float32)


def _in_one_language(library: Texts) -> Iterator[Texts]:
    for language in LANGUAGES:
        chosen = [place for place, each in enumerate(library.languages) if each == language]
        counted = [library.counted[place] for place in chosen]
        yield Texts.of(counted, [language] * len(chosen), library.vectors[chosen])


def _with(library: Texts, question: Asked, frame: Frame) -> Texts:
    """A library in which a document has this question for its title."""
    shift = frame.passages[question.language] - frame.questions[question.language]
    # Half way to the library, because a text that answers is not a copy of the question.
    vector = 0.7 * (question.vector + shift) + 0.3 * frame.passages[question.language]
    vectors = np.vstack([library.vectors, vector / np.linalg.norm(vector)])
    counted = [*words(question.text), *library.counted[0][:100]]
    place = len(library.counted)
    return Texts(
        [*library.counted, counted],
        [*library.languages, question.language],
        vectors,
        [*library.segments, segment_of({place: counted})],
    )


def _signals(frame: Frame, library: Texts, question: Asked) -> Vectors:
    lengths = np.array([len(each) for each in library.counted], dtype=np.float32)
    alive = np.ones(len(lengths), dtype=bool)
    numbers = range(len(lengths))
    found = frame.candidates(
        question.vector, question.language, question.language, numbers, library.languages,
        library.vectors, shared(question.text, library.segments, lengths, alive),
    )  # fmt: skip
    return frame.signals(question.vector, question.language, len(words(question.text)), found)


def _fitted(frame: Frame, asked: list[Asked], examples: list[Example]) -> Frame:
    signals = np.stack([each.signals for each in examples])
    fits = np.array([each.fits for each in examples])
    usual = np.array([each.usual for each in examples])
    middle, spread = signals.mean(axis=0), signals.std(axis=0)
    rows = crossed((signals - middle) / spread)
    level, width = rows.mean(axis=0), rows.std(axis=0)
    scaled = (rows - level) / width
    model = LogisticRegression(C=STRENGTH["signals"], max_iter=5000)
    groups = [each.group for each in examples]
    guessed = cross_val_predict(
        model, scaled, fits, groups=groups, cv=GroupKFold(PARTS), method="predict_proba"
    )[:, 1]
    for refused in (0.01, 0.02, 0.04, 0.05, REFUSED):
        cut = float(np.quantile(guessed[fits & usual], refused))
        recognised = (guessed[~fits & usual] < cut).mean()
        print(f"real ones refused {refused:.3f}, nothing fits recognised {recognised:.3f}")
    model.fit(scaled, fits)
    weights = model.coef_[0] / width
    vectors = np.stack([frame.centred(q.vector, q.language) for q in asked])
    return replace(
        frame,
        topic=_topic(vectors, np.array([bool(q.about) for q in asked])),
        middle=middle,
        spread=spread,
        weights=weights.astype(np.float32),
        bias=float(model.intercept_[0] - level @ weights),
        cut=cut,
    )


if __name__ == "__main__":
    main()
