"""Letters of customers who ask several things, and what answers each. `PART/letters/` holds those
to a house in a language, parted by `---`: the letter, `===`, and a line for each question: its
words in the letter, and parts of the sentences that answer it in either language; none if no
document does. Each letter is answered from documents in both languages, and in each alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from knowledge.embed import Framed
from knowledge.library import Library
from knowledge.nearness import Meaning
from knowledge.passage import RULES, Language
from knowledge.request import parts
from tools.phrases import LANGUAGES
from tools.replies.answering import Answer
from tools.replies.questions import answered, answering
from ui.eval.replies.sentences import FOLDER, documents


class Wanted(NamedTuple):
    """What a letter asks."""

    words: str
    right: tuple[str, ...]
    """Parts of the sentences that answer it; none if nothing does."""


def outcomes(part: str, embedder: Framed, meaning: Meaning) -> Counter[str]:
    """How the questions of letters are answered.

    Args:
        part: `practice` or `kept`.
    """
    counts = Counter[str]()
    for house in sorted(
        {file.name.split(".")[0] for file in (FOLDER / part / "letters").glob("*")}
    ):
        held = list(documents(FOLDER / part / f"{house}.txt"))
        for spoken in (LANGUAGES, *((each,) for each in LANGUAGES)):
            with TemporaryDirectory() as folder, Library(Path(folder), embedder) as library:
                library.add([each for each in held if each.language in spoken])
                for written in LANGUAGES:
                    counts.update(_told(part, house, written, library, meaning))
    return counts


def _told(
    part: str, house: str, language: Language, library: Library, meaning: Meaning
) -> Iterator[str]:
    search = partial(library.search, language=language, kinds=RULES, doubtful=True)
    answer = answering(search, language, meaning.near, meaning.alike)
    for letter, asked in letters(FOLDER / part / "letters" / f"{house}.{language}.txt"):
        found = answered(letter, answer)
        for each in asked:
            yield from outcome(each, found)


def letters(file: Path) -> Iterator[tuple[str, list[Wanted]]]:
    for block in file.read_text(encoding="utf-8").strip().split("\n---\n"):
        letter, _, lines = block.partition("\n===\n")
        yield letter.strip(), [_wanted(line) for line in lines.strip().splitlines()]


def _wanted(line: str) -> Wanted:
    words, _, right = line.partition(" | ")
    return Wanted(words.rstrip(" |"), tuple(e.strip() for e in right.split(" / ") if e.strip()))


def outcome(wanted: Wanted, answer: Answer | None) -> Iterator[str]:
    given = _given(wanted.words, answer) if answer else []
    if not wanted.right:
        yield "nothing answers"
        yield f"nothing answers: {'quoted' if given else 'refused'}"
        return
    yield "questions"
    if given:
        yield "answered"
        if any(right in text for right in wanted.right for text in given[:1]):
            yield "right first"


def _given(words: str, answer: Answer) -> Sequence[str]:
    """The sentences told to a question. One that answers two is told once, to the first."""
    told = [each.text for each in answer.sentences if _same(words, each.asked)]
    if told or any(_same(words, each) for each in answer.unanswered):
        return told
    return [each.text for each in answer.sentences]


def _same(words: str, asked: str) -> bool:
    return words in asked or asked in words or any(each in asked for each in parts(words))
