"""Small HTML pages from templates, which escape whatever they are given, in both languages."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tools.phrases import Language, say
from ui.locale import TAGS


def render(folder: Path, name: str, language: Language, /, **values: object) -> str:
    """The template `name` in `folder`, in which `say` gives the words of `language`."""
    return _templates(folder, language).get_template(name).render(values)


@cache
def _templates(folder: Path, language: Language) -> Environment:
    templates = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def words(key: str, **values: Any) -> str:
        return say(key, language, **values)

    templates.globals.update(say=words, language=language, tag=TAGS[language])
    return templates
