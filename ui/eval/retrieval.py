"""`whyflow eval retrieval`: how good the search is, beside words alone, vectors alone and Chroma as
it comes, with the same vectors in one run. The questions of `searches/kept.*` are only counted.
"""

import json
from collections.abc import Iterator, Sequence
from math import log2
from pathlib import Path
from typing import Any, NamedTuple

from knowledge.index import built_in
from knowledge.passage import Document, Language
from tools.person import SOMEBODY
from tools.phrases import LANGUAGES
from tools.replies.desk import Desk
from tools.search import beside
from ui import parts
from ui.eval import Asked
from ui.eval.rankers import SYSTEMS, Ranked, Remembering, ranked
from ui.eval.rows import Row, evenly, share
from ui.eval.speed import speeds

SEARCHES = Path(__file__).parent / "searches"
PAIRS: tuple[tuple[Language, Language], ...] = (
    ("zh", "zh"),
    ("en", "en"),
    ("zh", "en"),
    ("en", "zh"),
)
"""Language of the question and of the documents."""
XQUAD = {("zh", "zh"): 0.975, ("en", "en"): 0.975}
ACROSS, OWN, OWN_ACROSS, BANK, OFF, REFUSED = 0.88, 0.92, 0.88, 0.45, 0.95, 0.03
BINS = 5


class Question(NamedTuple):
    """A question and the documents that answer it."""

    text: str
    right: frozenset[str]


def measure(asked: Asked) -> Sequence[Row]:
    embedder = Remembering(parts.embedder(asked.settings))
    rows = [*_own(embedder, asked), *_nothing_fits(embedder)]
    for name, rated in (("xquad_zh_en", _xquad), ("tau3_banking_kb", _bank)):
        if (asked.data / name).is_dir():
            rows += rated(embedder, asked)
    return [*rows, *speeds(parts.embedder(asked.settings), asked)]


def _own(embedder: Remembering, asked: Asked) -> Iterator[Row]:
    """Recall of the own questions, of documents in one language at a time; of Whyflow as
    `search_knowledge` lists them, with the reply for what is asked."""
    documents, desk = built_in(), parts.desk(asked.settings, embedder, kept=False)
    for spoken, written in PAIRS:
        questions = [each for each in _kept(spoken, written) if each.right]
        chosen = [each for each in documents if each.language == written]
        with ranked(chosen, embedder) as corpus:
            for system in SYSTEMS:
                found = (
                    _listed(corpus, desk, each.text, written)
                    if system == SYSTEMS[0]
                    else corpus.documents(system, each.text)
                    for each in questions
                )
                pairs = zip(questions, found, strict=True)
                right = sum(not each.right.isdisjoint(some[:5]) for each, some in pairs)
                reach = (OWN if spoken == written else OWN_ACROSS) if system == SYSTEMS[0] else None
                name = f"retrieval-own:{spoken} → {written}, {system}"
                yield share(name, right, len(questions), reach)
        asked.tell(PAIRS.index((spoken, written)) + 1, len(PAIRS))


def _listed(corpus: Ranked, desk: Desk, question: str, language: Language) -> list[str]:
    template = desk.template_for(question, SOMEBODY, language)
    reply = desk.templates.cited(template) if template else None
    return [each.source for each in beside(corpus.passages(question), reply)]


def _kept(spoken: Language, written: Language) -> Iterator[Question]:
    """Of each question any of its documents counts as found."""
    lines = (SEARCHES / f"kept.{spoken}.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        yield Question(row["question"], frozenset(f"{name}.{written}.md" for name in row["about"]))


def _nothing_fits(embedder: Remembering) -> Iterator[Row]:
    """Of all documents in both languages."""
    told: list[tuple[bool, float, bool]] = []
    with ranked(built_in(), embedder) as corpus:
        for language in LANGUAGES:
            for question in _kept(language, language):
                looked = corpus.look(question.text)
                told.append((bool(question.right), looked.probability, looked.fits))
    off = [fits for real, _, fits in told if not real]
    refused = [not fits for real, _, fits in told if real]
    yield share("retrieval-off", off.count(False), len(off), OFF)
    yield share("retrieval-refused", sum(refused), len(refused), REFUSED, most=True)
    brier = sum((probability - real) ** 2 for real, probability, _ in told) / len(told)
    yield Row("retrieval-brier", brier, "score", most=True)
    for place in range(BINS):
        low, high = place / BINS, (place + 1) / BINS
        inside = [real for real, p, _ in told if low <= p < high or p == high == 1]
        yield share(f"retrieval-bin:{low:.0%} - {high:.0%}", sum(inside), len(inside))


def _xquad(embedder: Remembering, asked: Asked) -> Iterator[Row]:
    folder = asked.data / "xquad_zh_en"
    documents = {each: list(_documents(folder, each)) for each in LANGUAGES}
    questions = {each: evenly(list(_questions(folder, each)), asked.share) for each in LANGUAGES}
    for spoken, written in PAIRS:
        with ranked(documents[written], embedder) as corpus:
            for system in SYSTEMS:
                gains = [_gain(corpus, system, each) for each in questions[spoken]]
                reach = XQUAD.get((spoken, written), ACROSS) if system == SYSTEMS[0] else None
                name = f"retrieval-xquad:{spoken} → {written}, {system}, n = {len(gains)}"
                yield Row(name, sum(gains) / len(gains), "score", reach)


def _documents(folder: Path, language: Language) -> Iterator[Document]:
    for row in _lines(folder / f"retrieval_corpus.{language}.jsonl"):
        yield Document(source=row["id"], title=row["title"], text=row["text"], language=language)


def _questions(folder: Path, language: Language) -> Iterator[Question]:
    for row in _lines(folder / f"retrieval_queries.{language}.jsonl"):
        yield Question(row["text"], frozenset(row["relevant"]))


def _bank(embedder: Remembering, asked: Asked) -> Iterator[Row]:
    """The request is what the customer has been told to be and to want."""
    folder = asked.data / "tau3_banking_kb"
    documents = [
        Document(source=row["id"], title=row["title"], text=row["content"], language="en")
        for row in _lines(folder / "corpus.jsonl")
    ]
    tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    questions = [
        Question(task["user_scenario"]["instructions"], frozenset(task["required_documents"]))
        for task in tasks
        if task["required_documents"]
    ]
    with ranked(documents, embedder) as corpus:
        for system in SYSTEMS:
            found = [_recall(corpus, system, each, 10) for each in questions]
            reach = BANK if system == SYSTEMS[0] else None
            name = f"retrieval-bank:{system}, n = {len(found)}"
            yield Row(name, sum(found) / len(found), "score", reach)


def _recall(corpus: Ranked, system: str, question: Question, depth: int) -> float:
    """Share of the right documents among the first `depth`."""
    found = corpus.documents(system, question.text)[:depth]
    return len(question.right & set(found)) / len(question.right)


def _gain(corpus: Ranked, system: str, question: Question) -> float:
    """nDCG at 10, each right document worth the same."""
    found = corpus.documents(system, question.text)[:10]
    gain = sum(1 / log2(rank + 2) for rank, each in enumerate(found) if each in question.right)
    return gain / sum(1 / log2(rank + 2) for rank in range(min(10, len(question.right))))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
