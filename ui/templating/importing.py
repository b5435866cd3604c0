"""Files that become templates: what of them somebody may take in, and what is said of the rest."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from knowledge.passage import KnowledgeError
from knowledge.templates.reading import read_files
from knowledge.templates.record import Template
from knowledge.templates.store import Templates
from tools.person import Person
from tools.phrases import Language, say
from tools.replies.owners import may_change, may_see
from ui.edge import of_knowledge
from ui.markup import html
from ui.personal import Finding, in_template


class Importable(NamedTuple):
    """What becomes of files."""

    templates: list[Template]
    skipped: list[KnowledgeError]
    found: list[Finding]
    """What looks like a customer's in templates that are skipped until somebody has said that it
    may stay."""


def importable(
    files: Iterable[Path], templates: Templates, person: Person, *, stays: bool
) -> Importable:
    """The templates of files, but for those that would replace somebody else's, are for a team of
    others, or hold a customer's data.

    Args:
        stays: somebody has said that such data may stay.
    """
    read, held = read_files(files), [each.template for each in templates.listed()]
    theirs = {each.id for each in held if may_see(person, each) and may_change(person, each)}
    taken = {each.id for each in held} - theirs
    mine = Importable([], list(read.skipped), [])
    for each in read.templates:
        found = [] if stays else in_template(each)
        if each.id in taken:
            mine.skipped.append(KnowledgeError("taken-unowned", file=each.id))
        elif team := _strange(each, person):
            mine.skipped.append(KnowledgeError("foreign-team", file=each.id, team=team))
        elif found:
            mine.skipped.append(KnowledgeError("personal", file=each.id))
            mine.found.extend(found)
        else:
            mine.templates.append(each)
    return mine


def _strange(template: Template, person: Person) -> str:
    """A team of others that it is for; admins take in for all."""
    others = set(template.audience) - person.audiences
    return "" if person.at_least("admin") else min(others, default="")


def skipped(errors: Sequence[KnowledgeError], language: Language) -> str:
    """What was not taken in, and why; empty if all was."""
    lines = [f"<li>{html(of_knowledge(each).say(language))}</li>" for each in errors]
    head = html(say("templates-skipped", language))
    return f"<p>{head}</p><ul>{''.join(lines)}</ul>" if lines else ""
