"""Files become templates: the built-in documents, and a user's Markdown or CSV. It knows how they
are written down; it knows no store.

A Markdown template has a header (title, intent, language, field, audience, valid_from,
valid_until) and the sections `When to use`, `Reply`, `Formal`, `Brief`, `Before sending`, or their
Chinese names; a heading above them is its title. A table has a column `reply` (or `response`,
`回复`) and may have what a header has, and what the customer said (`message`, `instruction`,
`问题`). The names of a header are those of documents (`about.py`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from knowledge.about import about, header_fields, unfit
from knowledge.fields import FIELDS, Field, of_fields
from knowledge.language import language_of
from knowledge.passage import KnowledgeError
from knowledge.rows import csv_rows
from knowledge.templates.record import Template
from knowledge.templates.slots import imported, pieces_of
from knowledge.text import text_of

BUILT_IN = Path(__file__).parents[1] / "documents" / "replies"
SECTIONS = {
    "when to use": "cues", "何时使用": "cues",
    "reply": "warm", "回复": "warm",
    "formal": "formal", "正式": "formal",
    "brief": "brief", "简短": "brief",
    "before sending": "checks", "发送前": "checks",
}  # fmt: skip
COLUMNS = {
    "reply": ("reply", "response", "template", "回复", "模板"),
    "intent": ("intent", "category", "意图"),
    "message": ("message", "instruction", "question", "问题", "客户消息"),
    "title": ("title", "标题"),
    "language": ("language", "语言"),
}
_HEADER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_SECTION = re.compile(r"^##[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"\A\s*#[ \t]+(.+?)[ \t#]*(?:\n|\Z)")
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")


def built_in(fields: Sequence[Field] = FIELDS) -> list[Template]:
    """The templates that come with Whyflow, for these fields."""
    files = of_fields(sorted(BUILT_IN.glob("*.md")), fields)
    return [template for file in files for template in read_file(file)]


def read_file(path: Path) -> list[Template]:
    """All templates in a file.

    Raises:
        KnowledgeError: it cannot be read, or a slot in it is malformed (with its place).
    """
    if path.suffix.lower() == ".csv":
        return list(from_rows(csv_rows(text_of(path, path.name), path.name), path.name))
    return [_from_markdown(text_of(path, path.name), path)]


class Read(NamedTuple):
    """What could be read of some files, and why the rest could not, each with its place."""

    templates: list[Template]
    skipped: list[KnowledgeError]


def read_files(paths: Iterable[Path]) -> Read:
    """The templates of all files; what is wrong in a file or a row stops no other."""
    found = Read([], [])
    for path in paths:
        for read in _readings(path, found.skipped):
            try:
                found.templates.append(read())
            except KnowledgeError as error:
                found.skipped.append(error)
    return found


def _readings(path: Path, skipped: list[KnowledgeError]) -> list[Callable[[], Template]]:
    """A call for each template of a file; none if the file cannot be read at all."""
    try:
        text = text_of(path, path.name)
        rows = csv_rows(text, path.name) if path.suffix.lower() == ".csv" else None
    except KnowledgeError as error:
        skipped.append(error)
        return []
    if rows is None:
        return [partial(_from_markdown, text, path)]
    numbered = [(number, row) for number, row in enumerate(rows, 1) if row]
    return [partial(_from_row, row, f"{path.name}#{number}") for number, row in numbered]


def from_rows(rows: list[dict[str, str]], source: str) -> Iterator[Template]:
    """A template for each row that has a reply."""
    for number, row in enumerate(rows, 1):
        if _column(row, COLUMNS["reply"]):
            yield _from_row(row, f"{source}#{number}")


def _from_row(row: dict[str, str], place: str) -> Template:
    known = {name: _column(row, names) for name, names in COLUMNS.items()}
    if not known["reply"]:
        raise KnowledgeError("no-reply-text", file=place)
    text = imported(known["reply"])
    pieces_of(text, place)
    title = known["title"] or known["message"] or text[:60]
    given = {
        **_limits(row, place),
        "id": place,
        "title": title,
        # Rows that do not say what they are for are not all for the same.
        "intent": known["intent"] or title,
        "language": "zh" if language_of(known["language"] + text) == "zh" else "en",
        "warm": text,
        "cues": (known["message"],) if known["message"] else (),
    }
    return _template(given, place)


def _template(given: Mapping[str, Any], place: str) -> Template:
    try:
        return Template.model_validate(given)
    except ValidationError as error:
        raise unfit(error, Template, place) from error


def _limits(said: Mapping[Any, Any], place: str) -> dict[str, Any]:
    """Who may use a template and when, and its trade, by whichever names."""
    known = about(said, place)
    begins, ends = known.get("valid_from"), known.get("valid_until")
    if begins and ends and ends < begins:
        raise KnowledgeError("ends-early", file=place, begins=begins, ends=ends)
    names = ("field", "audience", "valid_from", "valid_until")
    return {name: known[name] for name in names if name in known}


def _column(row: Mapping[str, str], names: tuple[str, ...]) -> str:
    lowered = {name.strip().lower(): value for name, value in row.items()}
    return next((lowered[name].strip() for name in names if lowered.get(name)), "")


def _from_markdown(text: str, path: Path) -> Template:
    header = _HEADER.match(text)
    fields = _fields(header.group(1), path.name) if header else {}
    rest = text[header.end() :] if header else text
    sections, heading = _sections(rest), _TITLE.match(rest)
    if not sections.get("warm"):
        raise KnowledgeError("no-reply-text", file=path.name)
    for tone in ("warm", "formal", "brief"):
        # With the place in the file, which the record alone could not name.
        _check(text, sections.get(tone, ""), path.name)
    name = path.name.removesuffix(path.suffix)
    said = sections.get("cues", "")
    given = {
        "id": name,
        "title": heading.group(1) if heading else name,
        "intent": name.rsplit(".", 1)[0],
        "language": language_of(sections["warm"]),
        **fields,
        **{tone: sections.get(tone, "") for tone in ("warm", "formal", "brief")},
        "cues": tuple(_QUOTED.findall(said)),
        "checks": tuple(_items(sections.get("checks", ""))),
    }
    return _template(given, path.name)


def _fields(header: str, source: str) -> dict[str, Any]:
    fields = header_fields(header, source)
    known = about(fields, source)
    named = {name: known[name] for name in ("title", "language") if name in known}
    intent = next((fields[name] for name in COLUMNS["intent"] if fields.get(name)), None)
    return named | _limits(fields, source) | ({"intent": str(intent)} if intent else {})


def _sections(text: str) -> dict[str, str]:
    """Field of the template -> its text. Unknown sections are left alone."""
    heads = list(_SECTION.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)][: len(heads)]
    return {
        SECTIONS[head.group(1).lower()]: imported(text[head.end() : end].strip())
        for head, end in zip(heads, ends, strict=True)
        if head.group(1).lower() in SECTIONS
    }


def _check(whole: str, section: str, source: str) -> None:
    before = whole.find(section) if section else -1
    if before >= 0:
        # Spaces instead of the rest keep lines and characters counted as in the file.
        blank = re.sub(r"[^\n]", " ", whole[:before])
        pieces_of(blank + section, source)


def _items(text: str) -> Iterator[str]:
    yield from (line[2:].strip() for line in text.splitlines() if line.startswith("- "))
