"""Every text that people see comes from the catalogues: sources hold no sentence of their own, and
a page in one language shows no words of the other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import loops
import pytest
from standin import Scripted

from tools.phrases import LANGUAGES, Language
from ui.opening import Opening
from ui.pages import PAGES

UI = Path(__file__).parents[2] / "ui"
ELSEWHERE = ("bench", "eval", "load", "commands")
"""Folders whose words are for a terminal, or are data."""
SHOWN = {"label", "placeholder", "info", "title", "submit_btn", "stop_btn", "description", "value"}
"""Arguments of widgets that people read."""
NAMES = {"Whyflow", "English"}
HAN, WORD = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2,}")
TAG = re.compile(r"<script\b.*|<[^>]*(?:>|$)|^[^<]*>|\{\{.*?\}\}|\{%.*?%\}|&#?\w+;", re.DOTALL)
READS_BOTH = {
    "export.py": "names of sheets that are read back",
    "embed.js": "one file for other pages, which has its button's two names",
}
"""What knows words of both languages, and why."""
FOREIGN: dict[Language, re.Pattern[str]] = {"en": HAN, "zh": re.compile(r"[A-Za-z]{3,}")}
SAME = {
    "Whyflow", "Markdown", "Excel", "CSV", "ICS", "PNG", "JSON", "XLSX", "DOCX", "PDF", "TXT",
    "mon", "fri", "中文", "English", "whyflow", "UTC", "URL", "API",
}  # fmt: skip
"""Names that are the same in both languages, and the name of the other language in the switch."""


def sources() -> list[Path]:
    return [
        path
        for path in sorted(UI.rglob("*.py"))
        if not set(path.relative_to(UI).parts[:-1]) & set(ELSEWHERE)
    ]


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """String constants but docstrings, with their lines."""
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def words(text: str) -> set[str]:
    return {word for word in WORD.findall(TAG.sub(" ", text)) if word not in NAMES}


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(UI).as_posix())
def test_a_source_has_no_sentence_of_its_own(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [
        (line, text)
        for line, text in texts(tree)
        if (HAN.search(text) and path.name not in READS_BOTH)
        or (re.search(r"</?[a-z]+[ >]", text) and words(text))
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("gr."):
            given = [each.value for each in node.keywords if each.arg in SHOWN]
            for each in given:
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    told = words(each.value)
                    found += [(each.lineno, each.value)] if told and " " in each.value else []
    assert not found, "say() it from tools/phrases/"


@pytest.mark.parametrize("path", sorted(UI.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_sentence_of_its_own(path: Path) -> None:
    if path.name == "starting.html":
        pytest.skip("shown in both languages at once, before anything is imported")
    text = re.sub(
        r"<(style|script)\b.*?</\1>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    text = re.sub(r"\{[%#].*?[%#]\}| \w+=\"[^\"]*\"", " ", text, flags=re.DOTALL)
    text = re.sub(r">中文<", "><", text)  # the way to the other language is in that language
    assert not words(text)
    assert not HAN.search(text)


@pytest.mark.parametrize("path", sorted(UI.rglob("*.js")), ids=lambda path: path.name)
def test_a_script_shows_no_sentence_of_its_own(path: Path) -> None:
    code = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    shown = re.findall(
        r"(?:textContent|innerText|title|placeholder|ariaLabel)\s*=\s*[\"'`]([^\"'`]+)", code
    )
    assert not [text for text in shown if WORD.search(text)]
    assert path.name in READS_BOTH or not HAN.search(code)


def visible(value: object, name: str = "") -> Iterator[str]:
    """All that a page's configuration shows."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key == "choices":
                each = [label for label, _ in each or ()]
            if key != "value" or "choices" not in value:  # the value of a choice is not shown
                yield from visible(each, str(key))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from visible(each, name)
    elif isinstance(value, str) and name in SHOWN | {"choices", "headers", "text", "data"}:
        yield value


@pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting' is deprecated")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path or "desk")
def test_a_page_shows_no_words_of_the_other_language(page, language: Language) -> None:
    async def build() -> Any:  # Gradio, built where no loop runs, opens loops it never closes
        return page.build(Opening(Scripted), language)

    blocks = loops.run(build())
    props = [each["props"] for each in blocks.get_config_file()["components"]]
    shown = [TAG.sub(" ", text) for each in props for text in visible(each)]
    foreign = {
        word
        for text in shown
        for word in re.findall(r"[A-Za-z]{3,}|[\u4e00-\u9fff]+", text)
        if FOREIGN[language].search(word) and word not in SAME
    }
    assert not foreign
