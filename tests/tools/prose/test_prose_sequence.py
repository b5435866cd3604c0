"""Where it is known from who waits for whom."""

from datetime import datetime

import pytest

from tools.intake.taken import Taken
from tools.parse import read_tasks
from tools.plan import Problem
from tools.prose.clock import Clock
from tools.telling import tell_assumed


def order_words(text: str) -> dict[str | None, str]:
    problem = read_tasks([], Taken(words=text), Clock(datetime(2026, 11, 24, 8)))
    assert [task.name for task in problem.tasks if task.after]
    return {each.task: each.words for each in problem.origins if each.field == "order"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Weld 2 hours; paint 3 hours after welding; pack 1 hour, after painting.",
            {"paint": "paint 3 hours after welding", "pack": "pack 1 hour, after painting"},
        ),
        (
            "焊接2小时，喷漆3小时，组装1小时。喷漆要等焊接完成；组装在喷漆之后。",
            {"喷漆": "喷漆要等焊接完成", "组装": "组装在喷漆之后"},
        ),
        (
            "Do these one after another:\n1. Weld 2 hours\n2. Paint 3 hours\n3. Pack 1 hour",
            {"Paint": "Paint 3 hours", "Pack": "Pack 1 hour"},
        ),
    ],
)
def test_who_waits_for_whom_is_from_the_words_that_say_so(text: str, words: dict[str, str]) -> None:
    assert order_words(text) == words


@pytest.mark.parametrize(
    ("after", "language", "told"),
    [
        ([], "en", "it waits for nothing"),
        (["weld"], "en", "took “weld”"),
        ([], "zh", "所以不等待"),
        (["weld"], "zh", "先按等 “weld” 安排"),
    ],
)
def test_of_an_order_that_is_not_sure_it_is_told_what_was_taken(after, language, told) -> None:
    tasks = [{"name": "weld", "duration": 60}, {"name": "paint", "duration": 60, "after": after}]
    assumed = [{"field": "order", "task": "paint"}]
    problem = Problem.read({"tasks": tasks, "resources": [], "assumed": assumed})
    assert told in tell_assumed(problem, language)
