import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tools.phrases import LANGUAGES
from tools.plan import Problem
from tools.reasons.links import Busy, Cause, Link
from tools.telling import tell_link

DATED = Problem.read({"tasks": [{"name": "a", "duration": 1}], "start": "2026-11-23T08:00"})
TIME = re.compile(r"(\d[\d,]*) (?:h|小时)(?: (\d+) (?:min|分钟))?|(\d+) (?:min|分钟)")

WORDS = st.text("abcxyz 中文", min_size=1, max_size=6)
minute = st.integers(0, 10**5)
amount = st.integers(0, 99)
maybe = st.none() | minute

LINKS = st.builds(
    Link,
    task=WORDS,
    start=minute,
    end=minute,
    cause=st.sampled_from(Cause.__args__),
    tried=maybe,
    until=maybe,
    blockers=st.lists(WORDS, max_size=15).map(tuple),
    kind=st.none() | st.sampled_from(["finish-start", "start-start", "finish-finish"]),
    lag=st.none() | st.integers(-500, 500),
    resource=WORDS | st.just("people"),
    demand=amount,
    there=st.none() | amount,
    free=amount,
    since=maybe,
    latest=maybe,
    piece=maybe,
    left=maybe,
    skills=st.lists(WORDS, max_size=3).map(tuple),
    who=st.lists(st.builds(Busy, name=WORDS, task=st.none() | WORDS), max_size=4).map(tuple),
    mate=WORDS,
    minutes=minute,
    pair=st.tuples(WORDS, WORDS),
    families=st.tuples(WORDS, WORDS),
    others=st.booleans(),
    goal=st.none() | st.sampled_from(["waiting", "people", "cost", "moves"]),
    effect=st.sampled_from([None, "better", "worse", "same"]),
)


def numbers(text: str) -> set[int]:
    """The numbers that a sentence says; “1 h 30 min” is one of them, 90."""
    found = {
        int(alone) if alone else 60 * int(hours.replace(",", "")) + int(rest or 0)
        for hours, rest, alone in TIME.findall(text)
    }
    return found | {int(each) for each in re.findall(r"\d+", TIME.sub(" ", text))}


def held(data: Any) -> set[int]:
    if isinstance(data, dict | list | tuple):
        parts = data.values() if isinstance(data, dict) else data
        return {len(data) - 12}.union(*(held(each) for each in parts))
    return {abs(data)} if isinstance(data, int) else set()


@settings(
    max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(LINKS)
def test_every_number_of_a_link_stands_in_it_whatever_its_cause(link):
    known = held(link.model_dump()) | {0}
    for language in LANGUAGES:
        assert numbers(tell_link(link, language)) <= known
        assert link.task in tell_link(link, language, DATED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_of_a_dated_plan_tells_the_time_of_day(language):
    facts = {"cause": "closed", "resource": "saw", "there": 0, "since": 240, "until": 300}
    link = Link.read({"task": "cut", "start": 300, "end": 360} | facts)
    told = tell_link(link, language, DATED)
    assert "12:00" in told
    assert "13:00" in told
    assert "12:00" not in tell_link(link, language)


def test_people_who_are_not_there_are_many_though_the_task_needs_one():
    link = Link(task="a", start=300, end=360, cause="closed", resource="people", demand=1, since=0)
    assert "people are not available" in tell_link(link, "en")
