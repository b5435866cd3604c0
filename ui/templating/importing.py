"""Files that become templates: what of them somebody may take in, and what is said of the rest."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from knowledge.passage import KnowledgeError
from knowledge.templates.reading import Read, read_files
from knowledge.templates.record import Template
from knowledge.templates.store import Templates
from tools.person import Person
from tools.phrases import Language, say
from tools.replies.owners import may_change, may_see
from ui.edge import of_knowledge
from ui.markup import html


def importable(files: Iterable[Path], templates: Templates, person: Person) -> Read:
    """The templates of files, but for those that would replace somebody else's or are for a team of
    others."""
    read, held = read_files(files), [each.template for each in templates.listed()]
    theirs = {each.id for each in held if may_see(person, each) and may_change(person, each)}
    taken = {each.id for each in held} - theirs
    mine, errors = list[Template](), list(read.skipped)
    for each in read.templates:
        if each.id in taken:
            errors.append(KnowledgeError("taken-unowned", file=each.id))
        elif team := _strange(each, person):
            errors.append(KnowledgeError("foreign-team", file=each.id, team=team))
        else:
            mine.append(each)
    return Read(mine, errors)


def _strange(template: Template, person: Person) -> str:
    """A team of others that it is for; admins take in for all."""
    others = set(template.audience) - person.audiences
    return "" if person.at_least("admin") else min(others, default="")


def skipped(errors: Sequence[KnowledgeError], language: Language) -> str:
    """What was not taken in, and why; empty if all was."""
    lines = [f"<li>{html(of_knowledge(each).say(language))}</li>" for each in errors]
    head = html(say("templates-skipped", language))
    return f"<p>{head}</p><ul>{''.join(lines)}</ul>" if lines else ""
