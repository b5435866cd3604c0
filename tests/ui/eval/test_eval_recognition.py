"""Questions about plans and what they mean."""

import json
from collections import Counter

import pytest

from ui.eval.recognition import FOLDER, by_code, judged, problem_of, same

FILES = sorted(FOLDER.glob("*.jsonl"))
HALVES = [file for file in FILES if not file.name.startswith("second")]
OWN = {"ask", "helps", "overall", "changed"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_question_is_about_what_its_plan_has(file):
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(lines) >= (100 if file in HALVES else 60)
    for each in lines:
        problem = problem_of(each["problem"])
        named = [each["task"]] if "task" in each else each.get("tasks", [])
        assert set(named) <= problem.by_name.keys(), each["question"]
        assert each["kind"] in OWN or each.keys() > {"problem", "question", "kind"}


def test_both_halves_have_the_same_mix_of_kinds():
    for language in ("en", "zh"):
        kinds = [
            Counter(json.loads(line)["kind"] for line in file.read_text("utf-8").splitlines())
            for file in HALVES
            if file.stem.endswith(language)
        ]
        assert kinds[0] == kinds[1]


def test_tasks_may_stand_in_any_order_and_new_tasks_may_be_named_otherwise():
    assert same({"kind": "order", "tasks": ["a", "b"]}, {"kind": "order", "tasks": ["b", "a"]})
    one = {"kind": "add", "task": {"name": "stock check", "duration": 5}}
    assert same(
        {"kind": "what_if", "changes": [one]},
        {"kind": "what_if", "changes": [{"kind": "add", "task": {"name": "check", "duration": 5}}]},
    )


def test_a_new_task_is_known_with_the_skills_it_needs_and_what_it_waits_for():
    asked = "What if we also had to do tarts, 1 hour, pastry, after Croissants?"
    (added,) = by_code()(problem_of("bakery"), asked)["changes"]
    wanted = {"duration": 60, "skills": {"pastry": 1}, "after": ["Croissants"]}
    assert added == {"kind": "add", "task": wanted}


def test_another_kind_task_or_value_is_wrong():
    meant = {"kind": "not_then", "task": "a", "first": 60, "last": 60}
    assert not same(meant, meant | {"kind": "why"})
    assert not same(meant, meant | {"task": "b"})
    assert not same(meant, meant | {"first": 61})


@pytest.mark.parametrize("language", ["en", "zh"])
def test_code_alone_recognises_most_questions(language):
    found = list(judged("dev", language, by_code()))
    assert sum(each.right for each in found) >= 0.65 * len(found)


@pytest.mark.parametrize("writer", ["i", "j", "k"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_a_new_writer_asked_stays_recognised(language, writer):
    found = list(judged(f"practice/{writer}", language, by_code()))
    assert sum(each.right for each in found) >= 0.9 * len(found)
