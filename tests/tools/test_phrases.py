import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor
from hypothesis import given, settings
from hypothesis import strategies as st

import tools.phrases
from tools.phrases import LANGUAGES, SayableError, keys, say

FOLDER = Path(tools.phrases.__file__).parent
FILES = sorted(path.name for path in (FOLDER / "en").glob("*.ftl"))


class Variables(visitor.Visitor):
    """Gathers the names of the values that a message needs."""

    def __init__(self, catalogue: dict[str, ast.Message]) -> None:
        self.catalogue = catalogue
        self.shown: set[str] = set()
        self.chosen_by: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.shown.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.visit(self.catalogue[node.id.name])

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        self.chosen_by.add(node.selector.id.name)
        for variant in node.variants:
            self.visit(variant)


def messages(language: str) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for file in (FOLDER / language).glob("*.ftl"):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{language}/{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                found[entry.id.name] = entry
    return found


MESSAGES = {language: messages(language) for language in LANGUAGES}


def variables(language: str, key: str) -> Variables:
    gathered = Variables(MESSAGES[language])
    gathered.visit(MESSAGES[language][key])
    return gathered


def test_both_languages_have_the_same_files_and_the_same_messages():
    assert sorted(path.name for path in (FOLDER / "zh").glob("*.ftl")) == FILES
    assert keys("en") == keys("zh") == set(MESSAGES["en"]) == set(MESSAGES["zh"])


def test_a_message_needs_the_same_values_in_both_languages():
    for key in MESSAGES["en"]:
        en, zh = (variables(language, key) for language in ("en", "zh"))
        # Chinese has no plural, so a number that only chooses the English form may be missing.
        assert en.shown == zh.shown, key
        assert zh.chosen_by <= en.chosen_by | en.shown, key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", [1, 7, "seven"])
def test_a_message_can_be_said(language, value):
    for key in MESSAGES[language]:
        needed = variables(language, key)
        said = say(key, language, **dict.fromkeys(needed.shown | needed.chosen_by, value))
        assert said, key
        assert "{" not in said, key


def test_english_is_without_chinese_signs():
    for key in MESSAGES["en"]:
        needed = variables("en", key)
        said = say(key, "en", **dict.fromkeys(needed.shown | needed.chosen_by, ""))
        said = said.replace("中文", "")  # the button that leads to Chinese
        assert not re.search("[一-龥]", said), key


def test_a_missing_message_and_a_missing_value_are_errors_that_name_them():
    with pytest.raises(KeyError, match=r"no-such-key.*tools/phrases/zh"):
        say("no-such-key", "zh")
    with pytest.raises(KeyError, match="moment-later"):
        say("moment-later", "en")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text() | st.sampled_from(["{ $task }", "{", "}", "*[other]", "\u202eabc", "🔧", "-x"]))
def test_a_value_is_data_and_never_part_of_the_pattern(text):
    for language in LANGUAGES:
        assert text in say("why-start", language, task=text)


def test_one_is_said_in_the_singular():
    assert say("tasks-read", "en", count=1, names="a") == "I read one task: a."
    assert say("tasks-read", "en", count=2, names="a and b") == "I read 2 tasks: a and b."


def test_an_error_says_itself_in_either_language():
    error = SayableError("double-task", name="a")
    assert str(error) == error.say("en")
    assert "“a”" in error.say("zh")
