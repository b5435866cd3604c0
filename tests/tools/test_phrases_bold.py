"""Bold names are bold, whatever they begin and end with. CommonMark reads the signs around
`**喷涂（二）**需要` as such only with a blank behind them."""

from collections.abc import Iterator
from itertools import product

import pytest
from fluent.syntax import ast, visitor
from markdown_it import MarkdownIt
from test_phrases import MESSAGES, variables

from tools.phrases import LANGUAGES, say
from tools.telling.values import listing, sentences

NAME = "（一）喷涂（二）"
BOLD = "**喷涂（二）**"
PASSED = {
    "blockers": "link-",
    "tasks": ("conflict-", "comparison-", "floor-"),
    "task": tuple(f"conflict-{kind}" for kind in ("finish", "start", "order", "apart", "same")),
    "resource": ("conflict-", "repair-"),
}
"""Values that are bold already, and the beginnings of the messages that they stand in."""
render = MarkdownIt("commonmark").render


class Variants(visitor.Visitor):
    """Gathers what a value can be chosen by."""

    def __init__(self, language: str) -> None:
        self.catalogue = MESSAGES[language]
        self.found: dict[str, set[str | int]] = {}

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.visit(self.catalogue[node.id.name])

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        known = self.found.setdefault(node.selector.id.name, set())
        for variant in node.variants:
            key = variant.key
            if isinstance(key, ast.NumberLiteral):
                known.add(int(key.value))
            else:
                known.add({"one": 1, "other": 7}.get(key.name, key.name))
            self.visit(variant)


def said(key: str, language: str, plain: str, **values: str) -> Iterator[str]:
    """The message with every way that it can be chosen."""
    variants = Variants(language)
    variants.visit(MESSAGES[language][key])
    needed = dict.fromkeys(variables(language, key).shown, plain) | values
    for choice in product(*variants.found.values()):
        yield say(key, language, **needed | dict(zip(variants.found, choice, strict=True)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_in_brackets_is_bold_in_every_message(language):
    for key in MESSAGES[language]:
        for text in said(key, language, NAME):
            assert "**" not in render(text), (key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bold_name_that_ends_in_a_bracket_is_bold_in_what_it_is_put_into(language):
    for value, beginnings in PASSED.items():
        for key in MESSAGES[language]:
            if key.startswith(beginnings) and value in variables(language, key).shown:
                for text in said(key, language, "7", **{value: BOLD}):
                    assert "**" not in render(text), (key, text)


@pytest.mark.parametrize("count", [1, 2, 3, 13])
@pytest.mark.parametrize("language", LANGUAGES)
def test_bold_names_stay_bold_in_lists_and_paragraphs(language, count):
    told = listing([f"**{NAME}**"] * count, language)
    assert "**" not in render(told)
    assert "**" not in render(sentences([f"{told}。", f"**{NAME}。**", told], language))
