import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import NAMES, WORKSHOP, any_problems, line, many
from pydantic import BaseModel

from tools.explain import why
from tools.phrases import LANGUAGES
from tools.plan import Assignment, Miss, Move, Problem, Reached, Schedule
from tools.plan.changes import DropTask, SetCapacity, SetDeadline, SetDuration, SetPriority, apply
from tools.reasons.links import Link
from tools.reasons.records import Comparison, Explanation, Order, WhatIf, Why
from tools.solver import solve
from tools.telling import (
    SHOWN,
    amount,
    listing,
    moment,
    span,
    tell_assumed,
    tell_change,
    tell_explanation,
    tell_problem,
    tell_schedule,
    when,
)
from tools.telling.comparison import NAMED

some = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

HOURS = re.compile(r"([\d,]+) (?:h|小时)(?: (\d+) (?:min|分钟))?|(\d+) (?:min|分钟)")
NUMBER = re.compile(r"-?\d[\d,]*")


def numbers(text: str) -> Iterator[int]:
    """The numbers that a text says; “1 h 30 min” is one of them, 90."""
    text = re.sub(r"^\d+\. ", "", text, flags=re.MULTILINE)  # numbers of list items
    text = re.sub(r"\bone task\b", "1 task", text, flags=re.IGNORECASE)
    for hours, rest, minutes in HOURS.findall(text):
        yield int(minutes) if minutes else 60 * int(hours.replace(",", "")) + int(rest or 0)
    for found in NUMBER.findall(HOURS.sub(" ", text)):
        yield int(found.replace(",", ""))


def held(data: Any) -> Iterator[int]:
    """The numbers that a record holds, and how many things are in its lists."""
    if isinstance(data, Miss):
        yield data.minutes
    if isinstance(data, Schedule):
        yield data.makespan
    if isinstance(data, Comparison):
        moved = sum(each.shifts for each in data.moves)
        for count in (moved, len(data.moves) - moved):
            yield from (count, count - NAMED)
    if isinstance(data, BaseModel):
        data = {name: getattr(data, name) for name in type(data).model_fields}
    if isinstance(data, dict):
        data = tuple(data.values())
    if isinstance(data, list | tuple):
        yield from (len(data), len(data) - SHOWN)
        for each in data:
            yield from held(each)
    elif isinstance(data, int):
        yield from (data, abs(data))  # “between 3 less and 5 more”


WORDS = st.text("abcxyz 中文", min_size=1, max_size=6).filter(str.strip)
"""Names without digits, so that every number in a sentence is one of the record's."""


def links(names: st.SearchStrategy[str]) -> st.SearchStrategy[Link]:
    amount = st.integers(0, 99)
    return st.builds(
        Link,
        task=names,
        start=st.integers(0, 10**6),
        end=st.integers(0, 10**6),
        cause=st.sampled_from(["start", "release", "predecessor", "resource", "choice"]),
        blockers=st.lists(names, max_size=15).map(tuple),
        resource=names | st.just("people"),
        demand=amount,
        free=amount,
    )


def comparisons(names: st.SearchStrategy[str]) -> st.SearchStrategy[Comparison]:
    moves = st.builds(Move, task=names, before=st.integers(0, 9999), after=st.integers(0, 9999))
    whole = st.integers(0, 10**7)
    return st.builds(
        Comparison,
        goal=st.sampled_from(["waiting", "makespan", "tardiness"]),
        before=whole,
        after=whole,
        least=st.integers(-(10**7), 10**7),
        most=st.integers(-(10**7), 10**7),
        end_before=st.integers(0, 5000),
        end_after=st.integers(0, 5000),
        moves=st.lists(moves, max_size=15).map(tuple),
    )


def changes_of(names: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    some_minutes = st.integers(0, 10**5)
    return st.one_of(
        st.builds(SetCapacity, resource=names | st.just("people"), capacity=st.integers(0, 999)),
        st.builds(SetDuration, task=names, minutes=some_minutes),
        st.builds(SetPriority, task=names, priority=st.integers(1, 1000)),
        st.builds(DropTask, task=names),
        st.builds(SetDeadline, task=names, minute=some_minutes),
    )


def explanations(names: st.SearchStrategy[str]) -> st.SearchStrategy[Explanation]:
    status = st.sampled_from(["optimal", "feasible", "infeasible", "unknown"])
    certificate = st.one_of(
        st.builds(Why, task=names, chain=st.lists(links(names), min_size=1, max_size=4).map(tuple)),
        st.builds(
            Order,
            first=names,
            second=names,
            starts=st.tuples(st.integers(0, 9999), st.integers(0, 9999)),
            together=st.booleans(),
            asked_reversed=st.booleans(),
            rule=st.lists(names, min_size=2, max_size=5).map(tuple) | st.just(()),
            impossible=st.booleans(),
            comparison=st.none() | comparisons(names),
        ),
        st.builds(
            WhatIf,
            changes=st.lists(changes_of(names), min_size=1, max_size=3).map(tuple),
            comparison=st.none() | comparisons(names),
            status=status,
            end=st.none() | st.integers(0, 9999),
        ),
    )
    return st.builds(Explanation, certificate=certificate)


def schedules(names: st.SearchStrategy[str]) -> st.SearchStrategy[Schedule]:
    minute = st.integers(0, 10**5)
    row = st.builds(
        lambda task, times: Assignment(task=task, start=min(times), end=max(times)),
        names,
        st.tuples(minute, minute),
    )
    miss = st.builds(
        lambda task, deadline, late: Miss(task=task, deadline=deadline, end=deadline + late),
        names,
        minute,
        st.integers(1, 999),
    )
    return st.builds(
        Schedule,
        status=st.sampled_from(["optimal", "feasible", "infeasible", "unknown"]),
        goal=st.sampled_from(["waiting", "makespan", "tardiness"]),
        objective=st.integers(0, 10**9),
        bound=st.none() | st.integers(0, 10**9),
        assignments=st.lists(row, max_size=15, unique_by=lambda each: each.task).map(tuple),
        misses=st.lists(miss, max_size=3).map(tuple),
    )


@some
@given(explanations(WORDS))
def test_every_number_of_an_explanation_stands_in_its_certificate(explanation):
    known = set(held(explanation.certificate))
    for language in LANGUAGES:
        assert set(numbers(tell_explanation(explanation, language))) <= known


@some
@given(schedules(WORDS))
def test_every_number_about_a_plan_stands_in_the_plan(schedule):
    known = set(held(schedule))
    for language in LANGUAGES:
        assert set(numbers(tell_schedule(WORKSHOP, schedule, language))) <= known


@some
@given(any_problems())
def test_any_problem_can_be_told_with_its_assumptions(problem):
    for language in LANGUAGES:
        told = tell_problem(problem, language)
        assert all(task.name in told for task in problem.tasks)


@some
@given(explanations(NAMES), schedules(NAMES))
def test_names_with_special_signs_stay_as_they_are(explanation, schedule):
    for language in LANGUAGES:
        told = tell_explanation(explanation, language)
        match explanation.certificate:
            case Why(task=task):
                assert task in told
            case Order(first=first, second=second):
                assert first in told
                assert second in told
        tell_schedule(WORKSHOP, schedule, language)


@pytest.mark.parametrize("name", ["a | b", "{ $start }", "**x**", "<b>x</b>", "🔧", "שלום", "\\|"])
def test_a_name_in_the_table_stays_in_its_cell(name):
    problem = Problem.read({"tasks": [{"name": name, "duration": 90}]})
    schedule = solve(problem, time_limit_seconds=1)
    for language in LANGUAGES:
        (row,) = tell_schedule(problem, schedule, language).splitlines()[-1:]
        assert len(re.findall(r"(?<!\\)\|", row.replace("\\\\", ""))) == 4
        assert re.sub(r"\\([\\|])", r"\1", row).startswith(f"| {name} | ")


@pytest.mark.parametrize(
    ("minutes", "en", "zh"),
    [
        (0, "0 h", "0 小时"),
        (1, "1 min", "1 分钟"),
        (59, "59 min", "59 分钟"),
        (60, "1 h", "1 小时"),
        (90, "1 h 30 min", "1 小时 30 分钟"),
        (1440, "24 h", "24 小时"),
    ],
)
def test_a_duration_is_said_in_hours_and_minutes(minutes, en, zh):
    assert (span(minutes, "en"), span(minutes, "zh")) == (en, zh)


def test_the_start_of_the_plan_is_at_once():
    assert (moment(0, "en"), moment(0, "zh")) == ("at once", "立即")
    assert (moment(90, "en"), moment(90, "zh")) == ("after 1 h 30 min", "1 小时 30 分钟后")


def test_a_long_list_is_cut_and_counted():
    assert listing([], "en") == ""
    assert listing(["a"], "en") == "a"
    assert listing("ab", "en") == "a and b"
    assert listing("abc", "zh") == "a、b 和 c"
    assert listing("甲乙", "zh") == "甲和乙"
    assert listing(["12:00", "乙"], "zh") == "12:00 和乙"
    assert listing("abcdefghijkl", "en").endswith("k and l")
    assert listing("abcdefghijklmn", "en").endswith("k, l and 2 more")
    assert "2" in listing("abcdefghijklmn", "zh")
    assert len(tell_problem(many(2000), "en")) < 300


def test_the_workshop_is_told_with_its_proof():
    told = tell_schedule(WORKSHOP, solve(WORKSHOP, time_limit_seconds=2), "en")
    assert "it ends after 6 h" in told or "ends after 6 h" in told
    assert "proved optimal" in told
    assert "1,140 priority-minutes" in told
    assert "| painting | 2 h | 5 h |" in told


def test_an_unproved_plan_is_never_called_optimal():
    plan = solve(WORKSHOP, time_limit_seconds=1)
    unproved = plan.model_copy(update={"status": "feasible", "bound": 1000})
    assert "not proved optimal" in tell_schedule(WORKSHOP, unproved, "en")
    assert "尚未证明最优" in tell_schedule(WORKSHOP, unproved, "zh")


def test_missed_deadlines_are_told_with_their_minutes():
    problem = line(40, 50, deadline=[None, 40], after=[[], ["a"]])
    told = tell_schedule(problem, solve(problem, time_limit_seconds=1), "en")
    assert "**b** can end after 1 h 30 min, 50 min past its deadline of 40 min" in told


def test_an_assumption_about_what_is_gone_is_not_told():
    tasks = [{"name": "a", "duration": 5, "demands": {"crew": 1}}, {"name": "b", "duration": 5}]
    assumed = [
        {"field": "duration", "task": "a"},
        {"field": "demand", "task": "a", "resource": "crew"},
        {"field": "order", "task": "b"},
        {"field": "capacity", "resource": "crew"},
    ]
    pools = [{"name": "crew", "capacity": 1}]
    problem = Problem.read({"tasks": tasks, "resources": pools, "assumed": assumed})
    told = tell_problem(apply(problem, [DropTask(task="a")]), "en")
    assert "a: takes" not in told
    assert "b: I could not tell" in told


@pytest.mark.parametrize(
    ("change", "en", "zh"),
    [
        (SetCapacity(resource="people", capacity=20), "20 people", "有 20 个人"),
        (SetDuration(task="a", minutes=90), "“a” taking 1 h 30 min", "“a”用时 1 小时 30 分钟"),
        (SetPriority(task="a", priority=9), "“a” at priority 9", "“a”的优先级为 9"),
        (DropTask(task="a"), "“a” left out", "不做“a”"),
        (SetDeadline(task="a", minute=60), "“a” finished by 1 h", "“a”要在 1 小时 前完成"),
    ],
)
def test_each_change_is_said(change, en, zh):
    assert (tell_change(change, "en"), tell_change(change, "zh")) == (en, zh)


def test_a_resource_that_is_partly_held_by_others_is_not_blamed_on_the_one_that_ended():
    """Of three units one goes on, one ends, two are needed: the one that ended held one."""
    tasks = [
        {"name": "on", "duration": 90, "demands": {"crew": 1}, "priority": 9},
        {"name": "ends", "duration": 30, "demands": {"crew": 1}, "priority": 9},
        {"name": "waits", "duration": 60, "demands": {"crew": 2}},
    ]
    problem = Problem.read({"tasks": tasks, "resources": [{"name": "crew", "capacity": 3}]})
    plan = solve(problem, time_limit_seconds=1)
    told = tell_explanation(why(problem, plan, "waits"), "en")
    assert "only 1 was free, until **ends** ended" in told
    assert "rest" not in told


CLOCK = Problem.read(
    {
        "start": "2026-11-24T08:00",
        "tasks": [
            {"name": "cut", "duration": 60, "skills": {"saw": 1}},
            {"name": "glue", "duration": 1500, "after": ["cut"], "value": 7},
            {"name": "paint", "duration": 30, "after": ["cut"], "value": 2},
        ],
        "resources": [
            {"name": "Ann", "kind": "people", "cost": 60, "skills": ["saw"]},
            {"name": "Bo", "kind": "people", "skills": ["saw"]},
        ],
    }
)
CLOCK_PLAN = Schedule(
    status="optimal",
    goal="value",
    objective=2,
    bound=2,
    then=(Reached(goal="cost", value=6090), Reached(goal="people", value=1)),
    assignments=(
        Assignment(task="cut", start=0, end=60, resources={"Ann": 1}),
        Assignment(task="glue", start=60, end=1560),
    ),
    left_out=("paint",),
)


def test_with_a_start_the_clock_is_read_people_are_named_and_what_is_left_out_is_said():
    told = tell_schedule(CLOCK, CLOCK_PLAN, "en")
    assert "the last one ends on Wed 25 Nov, 10:00" in told
    assert "| Task | Start | End | Who |" in told
    assert "| cut | 08:00 | 09:00 | Ann |" in told
    assert "| glue | 09:00 | Wed 25 Nov, 10:00 |  |" in told
    assert "Left out: paint (worth 2)." in told
    assert "cost 101.50 and number of people 1 person" in told
    told = tell_schedule(CLOCK, CLOCK_PLAN, "zh")
    assert "11月25日周三 10:00全部完成" in told
    assert "| 任务 | 开始 | 结束 | 谁来做 |" in told


def test_reasons_are_told_by_the_clock_too():
    told = tell_explanation(why(CLOCK, CLOCK_PLAN, "glue"), "en", CLOCK)
    assert "**glue** starts at 09:00, because" in told
    assert "must wait for **cut**, which ends at 09:00" in told
    assert "（" not in told


def test_a_date_in_another_year_names_it():
    assert when(CLOCK, 60 * 24 * 60, "en") == "Sat 23 Jan 2027, 08:00"
    assert when(CLOCK, 60 * 24 * 60, "zh") == "2027年1月23日周六 08:00"
    assert when(CLOCK, 60, "en", dated=True) == "Tue 24 Nov, 09:00"


@pytest.mark.parametrize(
    ("goal", "en", "zh"),
    [
        ("waiting", "1,140 priority-minutes", "1140 优先级·分钟"),
        ("makespan", "19 h", "19 小时"),
        ("people", "1,140 people", "1140 人"),
        ("cost", "19", "19"),
        ("balance", "19 h", "19 小时"),
    ],
)
def test_the_value_of_a_goal_has_its_own_unit(goal, en, zh):
    assert amount(goal, 1140, "en") == en
    assert amount(goal, 1140, "zh").replace(",", "") == zh


def test_every_resource_that_was_assumed_is_named():
    tasks = [{"name": "a", "duration": 5, "demands": {"press": 1, "lift": 1, "van": 2}}]
    pools = [{"name": "press"}, {"name": "lift"}, {"name": "van", "capacity": 2}]
    assumed = [{"field": "capacity", "resource": name} for name in ("press", "lift", "van")]
    assumed += [{"field": "demand", "task": "a", "resource": name} for name in ("press", "lift")]
    told = tell_assumed(
        Problem.read({"tasks": tasks, "resources": pools, "assumed": assumed}), "en"
    )
    for words in ("1 press in all", "1 lift in all", "2 van in all", "1 press\n", "1 lift"):
        assert words in told


@pytest.mark.parametrize(("language", "said"), [("en", "First come"), ("zh", "最先做的是")])
def test_of_a_long_plan_it_is_said_what_comes_first(language, said):
    """“In which order should we answer these 30 tickets?” was answered by a count and an end."""
    names = [f"ticket {number:02}" for number in range(30)]
    tasks = [{"name": n, "duration": 10, "demands": {"clerk": 1}} for n in names]
    problem = Problem.read({"tasks": tasks, "resources": [{"name": "clerk"}]})
    schedule = solve(problem, time_limit_seconds=2)
    first = sorted(schedule.assignments, key=lambda each: each.start)[:5]
    told = tell_schedule(problem, schedule, language)
    (sentence,) = [line for line in told.splitlines() if line.startswith(said)]
    assert [name for name in names if name in sentence] == sorted(each.task for each in first)
