"""The numbers and bullets that Word shows before paragraphs and does not write into their text. A
procedure lives by them: without, its steps are sentences like all others. It knows no files.
"""

from typing import Any

BULLET = "- "


class Numbering:
    """The lists of one document; its paragraphs are asked about in their order."""

    def __init__(self, document: Any) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE

        try:
            self._lists = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
        except KeyError:  # a document that has no lists
            self._lists = None
        self._next: dict[str, int] = {}
        self._begun: set[str] = set()

    def mark(self, paragraph: Any) -> str:
        """What stands before a paragraph; empty if it is no item. An item of a list within a list
        has a bullet: as a number it would be taken for one of the list around it."""
        id, level = _item(paragraph)
        if self._lists is None or id in ("", "0"):
            return ""
        kind = self._lists.xpath(f"./w:num[@w:numId='{id}']/w:abstractNumId/@w:val")
        if not kind or level != "0" or self._format(kind[0]) == "bullet":
            return BULLET
        if self._format(kind[0]) == "none":
            return ""
        number = self._starts(id) or self._next.get(kind[0]) or self._first(kind[0])
        self._next[kind[0]] = number + 1
        return f"{number}. "

    def _format(self, kind: str) -> str:
        return next(iter(self._said(kind, "numFmt")), "bullet")

    def _first(self, kind: str) -> int:
        return int(next(iter(self._said(kind, "start")), "1"))

    def _said(self, kind: str, name: str) -> list[str]:
        lists = f"./w:abstractNum[@w:abstractNumId='{kind}']"
        return list(self._lists.xpath(f"{lists}/w:lvl[@w:ilvl='0']/w:{name}/@w:val"))

    def _starts(self, id: str) -> int:
        """The number that a list begins with again, at its first item; else 0."""
        if id in self._begun:
            return 0
        self._begun.add(id)
        again = f"./w:num[@w:numId='{id}']/w:lvlOverride[@w:ilvl='0']/w:startOverride/@w:val"
        return int(next(iter(self._lists.xpath(again)), "0"))


def _item(paragraph: Any) -> tuple[str, str]:
    """The list that a paragraph is of, and how deep it stands there: as it says, else its style."""
    said = [paragraph._p]
    style = paragraph.style
    while style is not None:
        said.append(style.element)
        style = style.base_style
    for each in said:
        if ids := each.xpath("./w:pPr/w:numPr/w:numId/@w:val"):
            levels = each.xpath("./w:pPr/w:numPr/w:ilvl/@w:val")
            return str(ids[0]), str(next(iter(levels), "0"))
    return "", "0"
