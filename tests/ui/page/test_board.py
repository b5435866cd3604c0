"""What the right side of the page says of a conversation."""

from datetime import UTC, datetime, timedelta

import pytest
from standin import plan, problem

from tools.phrases import LANGUAGES
from tools.plan import Problem
from ui.page import panels
from ui.page.board import minute_now

DATED = Problem.read(
    problem().model_dump() | {"start": "2026-11-24 08:00", "time_zone": "Asia/Shanghai"}
)
START = datetime(2026, 11, 24, 0, tzinfo=UTC)


@pytest.mark.parametrize(("minutes", "shown"), [(-1, None), (0, 0), (25, 25), (10_000, None)])
def test_the_clock_is_known_to_a_plan_that_goes_on_now(minutes, shown):
    def clock() -> datetime:
        return START + timedelta(minutes=minutes)

    assert minute_now(DATED, plan(DATED), clock) == shown


def test_a_plan_without_dates_knows_no_clock():
    assert minute_now(problem(), plan(problem())) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verdict_above_another_plan_says_whose_it_is(language):
    told = {"en": "Your plan:", "zh": "您的计划："}[language]
    assert told in panels.verdict(plan(problem()), language, compared=True)
    assert told not in panels.verdict(plan(problem()), language)
