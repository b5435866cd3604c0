"""Text from people, models and documents, made harmless for the place where it is shown.

Gradio's chat reads Markdown and HTML and cleans the HTML; here nothing of it is left to clean:
a `<` stays a `<` that one can read, and no picture is fetched because a text mentions one.
"""

import re
from html import escape

_ACTIVE = re.compile(r"[\\`*_\[\]#~|$!+=>-]")
_LEADING = re.compile(r"^[ \t]+", re.MULTILINE)


def plain(text: str) -> str:
    """Markdown that shows `text` as it was written: what a user typed."""
    entities = _ACTIVE.sub(lambda found: f"&#{ord(found[0])};", text.replace("&", "&amp;"))
    safe = entities.replace("<", "&lt;")
    return _LEADING.sub(lambda found: "&nbsp;" * len(found[0]), safe)


def formatted(text: str) -> str:
    """Markdown without HTML and without pictures: what the assistant says."""
    return text.replace("<", "&lt;").replace("![", "!&#91;")


def fenced(text: str, kind: str = "text") -> str:
    """A Markdown code block around `text`, with a fence that the text does not contain."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{kind}\n{text.rstrip()}\n{fence}"


def html(text: str) -> str:
    """`text` inside an HTML element or attribute."""
    return escape(text, quote=True)
