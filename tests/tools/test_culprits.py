"""Errors that name whose value they are about, whatever the value is."""

import pytest

from tools.phrases import LANGUAGES
from tools.plan import Problem
from tools.record import PlanError

MONDAY = [{"days": ["mon"], "start": "08:00", "end": "12:00"}]
SKIPPED = "2026-03-29T02:30"


def refused(**fields):
    said = {
        "tasks": [{"name": "Cut", "duration": 5, "demands": {"saw": 1}}],
        "resources": [{"name": "saw", "calendar": "day"}],
        "calendars": [{"name": "day", "hours": MONDAY}],
        "start": "2026-03-24T08:00",
        "time_zone": "Europe/Berlin",
    }
    with pytest.raises(PlanError) as caught:
        Problem.read(said | fields)
    return caught.value


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("bad-clock", {"hours": [MONDAY[0] | {"end": "25:00"}]}),
        ("stretch-ends-early", {"closed": [{"start": "2026-12-24", "end": "2026-12-20"}]}),
        ("skipped-hour", {"closed": [{"start": SKIPPED, "end": "2026-03-30"}]}),
        ("unknown-time-zone", {"time_zone": "Mars/Olympus"}),
    ],
)
def test_a_calendar_with_an_error_is_named(key, fields):
    error = refused(calendars=[{"name": "day", "hours": MONDAY} | fields])
    assert error.key == key
    assert error.say("en").startswith("In the calendar “day”: ")
    assert error.say("zh").startswith("日历“day”：")


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("skipped-hour", {"deadline": SKIPPED}),
        ("bad-date", {"due": "2026-02-31"}),
        ("bad-lag", {"links": [{"task": "B", "lag": 10**9}]}),
    ],
)
def test_a_task_with_an_error_is_named(key, fields):
    error = refused(tasks=[{"name": "Cut", "duration": 5} | fields])
    assert error.key == key
    assert error.say("en").startswith("In the task “Cut”: ")
    assert error.say("zh").startswith("任务“Cut”：")


@pytest.mark.parametrize("wrong", [{"kind": "sf"}, {"lag": 1.5}, {"lagg": 3}])
def test_of_a_link_the_task_that_waits_is_named(wrong):
    """And not the one that is waited for, where nothing is wrong."""
    error = refused(tasks=[{"name": "Cut", "duration": 5, "links": [{"task": "B"} | wrong]}])
    assert "tasks.0.links.0." in error.say("en")
    for language in LANGUAGES:
        assert "Cut" in error.say(language)
        assert "B" not in error.say(language)


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("skipped-hour", {"absences": [{"start": SKIPPED, "end": "2026-04-01"}]}),
        ("bad-setup", {"setups": [{"before": "a", "after": "b", "minutes": -1}]}),
    ],
)
def test_a_resource_with_an_error_is_named(key, fields):
    error = refused(resources=[{"name": "saw"} | fields])
    assert error.key == key
    assert error.say("en").startswith("In the resource “saw”: ")
    assert error.say("zh").startswith("资源“saw”：")


def test_who_is_named_already_is_not_named_twice():
    for language in LANGUAGES:
        late = refused(tasks=[{"name": "Cut", "duration": 5, "deadline": "2026-02-20"}])
        assert late.say(language).count("Cut") == 1
        assert refused(tasks=[{"name": "Cut", "duration": 0}]).say(language).count("Cut") == 1
        assert "x" * 99 not in refused(tasks=[{"name": "x" * 999, "duration": 5}]).say(language)
