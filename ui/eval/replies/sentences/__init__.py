"""Questions of customers, documents of houses in several trades, and which sentence answers which
question; written for Whyflow. `python -m ui.eval.replies.sentences` fits the chooser of sentences
(`tools/replies/weighing.py`) on those in `practice/` and measures it on those in `kept/`.

`TRADE.LANGUAGE.md` holds the documents, one below each `#`. A line of `TRADE.txt` is a question in
both languages and the beginning or another part of the sentence that answers it, in both; several
are parted by ` / `, and none means that no sentence does. `shipped.txt` asks of the procedures that
come with Whyflow. Letters that ask several things stand in `letters/` (`letters.py`).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from knowledge.embed import Framed
from knowledge.grids import markdown_tables
from knowledge.index import built_in
from knowledge.library import Library
from knowledge.passage import RULES, Document, Language, Passage
from tools.phrases import LANGUAGES

FOLDER = Path(__file__).parent
SHIPPED = "shipped"


class Example(NamedTuple):
    """A question with what a search found for it."""

    question: str
    language: Language
    right: tuple[str, ...]
    """Parts of the sentences that answer it; none if nothing does."""
    passages: Sequence[Passage]
    trade: str

    def answered_by(self, sentence: str) -> bool:
        return any(part in sentence for part in self.right)


def examples(part: str, embedder: Framed) -> Iterator[Example]:
    """Each question is asked of the documents in both languages, and of those in each alone.

    Args:
        part: `practice` or `kept`.
    """
    for file in sorted((FOLDER / part).glob("*.txt")):
        given = list(documents(file))
        for spoken in (LANGUAGES, *((each,) for each in LANGUAGES)):
            held = [each for each in given if each.language in spoken]
            with TemporaryDirectory() as folder, Library(Path(folder), embedder) as library:
                library.add(held)
                yield from _asked(file, library)


def _asked(file: Path, library: Library) -> Iterator[Example]:
    for line in file.read_text(encoding="utf-8").splitlines():
        english, chinese, *parts = line.split(" | ")
        right = tuple(each for part in parts for each in part.split(" / "))
        asked: tuple[tuple[Language, str], ...] = (("en", english), ("zh", chinese))
        for language, question in asked:
            found = library.search(question, language=language, kinds=RULES, doubtful=True)
            yield Example(question, language, right, found, file.stem)


def documents(file: Path) -> Iterator[Document]:
    if file.stem == SHIPPED:
        yield from (each for each in built_in() if each.kind in RULES)
        return
    for language in LANGUAGES:
        text = file.with_suffix(f".{language}.md").read_text(encoding="utf-8")
        for part in text.removeprefix("# ").split("\n# "):
            title, _, body = part.partition("\n")
            yield Document(
                source=f"{title}.md",
                title=title,
                text=markdown_tables(body).strip(),
                language=language,
            )
