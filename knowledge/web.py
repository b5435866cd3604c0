"""A page in HTML becomes Markdown: its headings, paragraphs, lists and tables, and nothing of what
surrounds them. It runs no script and follows no link."""

import re
from html.parser import HTMLParser

HIDDEN = frozenset({"script", "style", "template", "noscript", "nav", "svg", "head"})
BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "ul", "ol", "table", "tr"}
    | {"blockquote", "pre", "dl", "dt", "dd", "br", "hr", "figure", "form", "body"}
)
CELLS = frozenset({"td", "th"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.title = ""
        self._open: list[str] = []  # what is open of HIDDEN, and `title`

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._open.clear()  # the end of a head need not be written
        if tag in HIDDEN or tag == "title":
            self._open.append(tag)
        elif re.fullmatch("h[1-6]", tag):
            self.parts.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in CELLS:
            self.parts.append(" | " if self.parts and not self.parts[-1].endswith("\n") else "")
        elif tag in BLOCKS:
            self.parts.append("\n" if tag in ("tr", "br") else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:  # a tag that was never closed hides only as far as the next outer one
            while self._open.pop() != tag:
                pass
        elif re.fullmatch("h[1-6]", tag) or tag in BLOCKS - {"tr", "br"}:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["title"]:
            self.title += data
        elif not self._open:
            text = re.sub(r"\s+", " ", data)
            if not self.parts or self.parts[-1].endswith("\n"):
                text = text.lstrip()  # white space between blocks is none
            self.parts.append(text)


def html_text(text: str) -> tuple[str, str]:
    """The title, perhaps empty, and the text of a page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    lines = (line.strip() for line in "".join(reader.parts).split("\n"))
    return " ".join(reader.title.split()), re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
