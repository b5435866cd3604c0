"""Questions by pointing at a task: those that make sense, what they ask for, and their words."""

import pytest

from tools.explain import answered
from tools.meaning import meaning
from tools.phrases import LANGUAGES
from tools.plan import Problem
from tools.pointing import ASKS, Pointed, asks, meant, tell_question
from tools.question import Question
from tools.record import PlanError
from tools.solver import solve
from tools.studies.clock import Budget

SHOP = Problem.read(
    {
        "start": "2026-11-23T08:00",
        "tasks": [
            {"name": "wiring", "duration": 60, "skills": {"electric": 1}, "priority": 9},
            {"name": "milling", "duration": 60, "demands": {"mill": 1}, "priority": 9},
            {"name": "drilling", "duration": 30, "demands": {"mill": 1}, "due": 60},
            {"name": "packing", "duration": 30, "after": ["milling"]},
        ],
        "resources": [
            {"name": "Ann", "skills": ["electric"]},
            {"name": "Ben", "skills": ["electric"]},
            {"name": "mill"},
        ],
    }
)
PLAN = solve(SHOP, time_limit_seconds=5)
"""Wiring and milling at 8:00, then drilling, which is late, and packing at 9:00."""


def test_what_starts_at_once_is_not_asked_why_it_is_not_sooner():
    assert list(asks(SHOP, PLAN, "wiring")) == ["why", "who", "instead", "longer", "dropped"]
    assert list(asks(SHOP, PLAN, "milling")) == ["why", "longer", "dropped"]


def test_what_waits_for_a_resource_may_be_sooner_first_or_in_time():
    found = asks(SHOP, PLAN, "drilling")
    assert list(found) == ["why", "earlier", "longer", "dropped", "first", "in_time"]
    assert found["earlier"].when == (0, 0)
    assert found["first"].tasks[0] == "drilling"
    assert found["in_time"].limit == 60


def test_what_must_wait_for_another_task_cannot_be_sooner():
    assert "earlier" not in asks(SHOP, PLAN, "packing")


def test_the_soonest_start_is_one_that_the_hours_allow():
    hours = [{"days": ["mon"], "start": "09:00", "end": "17:00"}]
    late = Problem.read(
        SHOP.model_dump()
        | {
            "calendars": [{"name": "day", "hours": hours}],
            "resources": [
                *(each.model_dump() for each in SHOP.resources[:2]),
                {"name": "mill", "calendar": "day"},
            ],
        }
    )
    plan = solve(late, time_limit_seconds=5)
    assert asks(late, plan, "drilling")["earlier"].when == (60, 60)


def test_of_what_has_begun_only_what_can_still_be_different_is_asked():
    begun = SHOP.replace_task("wiring", started=0)
    plan = solve(begun, time_limit_seconds=5)
    assert {"earlier", "dropped", "first"}.isdisjoint(asks(begun, plan, "wiring"))
    assert "longer" in asks(begun, plan, "wiring")
    done = SHOP.replace_task("wiring", started=0, ended=50)
    assert "longer" not in asks(done, solve(done, time_limit_seconds=5), "wiring")


@pytest.mark.parametrize("task", SHOP.by_name)
def test_each_question_has_words_and_the_computed_answer_of_its_kind(task):
    kinds = {"earlier": "not_then", "longer": "what_if", "dropped": "what_if", "first": "first_by"}
    kinds |= {"instead": "who"}
    for ask, asked in asks(SHOP, PLAN, task).items():
        told = answered(SHOP, PLAN, asked, Budget(5))
        assert told.certificate.kind == kinds.get(ask, ask)
        for language in LANGUAGES:
            assert task in tell_question(SHOP, PLAN, asked, language)


@pytest.mark.parametrize("task", SHOP.by_name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_mean_the_same_when_somebody_types_them(task, language):
    for asked in asks(SHOP, PLAN, task).values():
        words = tell_question(SHOP, PLAN, asked, language)
        read = meaning(SHOP, Question(words))
        assert (read.kind, read.changes) == (asked.kind, asked.changes), words
        if read.tasks:
            assert read.tasks[0] == asked.tasks[0], words


def test_a_bar_on_another_asks_about_their_order():
    assert meant(SHOP, PLAN, Pointed("packing", "wiring")).tasks == ("wiring", "packing")


def test_what_makes_no_sense_any_more_is_refused_in_words():
    assert set(asks(SHOP, PLAN, "drilling")) < set(ASKS)
    with pytest.raises(PlanError) as refused:
        meant(SHOP, PLAN, Pointed("drilling", ask="who"))
    assert refused.value.key == "ask-no-more"
    assert "drilling" in refused.value.say("zh")
    with pytest.raises(PlanError):
        asks(SHOP, PLAN, "sawing")
