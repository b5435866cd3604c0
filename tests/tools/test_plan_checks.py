"""Contradictions that need no solver are found when a problem is made, and named."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.phrases import LANGUAGES
from tools.plan import DAYS, MAX_TASKS, Problem
from tools.record import PlanError

DAY = 24 * 60
OFFICE = {
    "name": "office",
    "hours": [
        {"days": DAYS[:5], "start": "08:00", "end": "12:00"},
        {"days": DAYS[:5], "start": "13:00", "end": "17:00"},
    ],
}
NIGHT = {"name": "night", "hours": [{"days": DAYS, "start": "22:00", "end": "06:00"}]}


def problem(*tasks: dict[str, object], **fields: object) -> dict[str, object]:
    tasks = tasks or ({},)
    named = [{"name": chr(97 + at), "duration": 5} | task for at, task in enumerate(tasks)]
    return {"tasks": named} | fields


def dated(*tasks: dict[str, object], **fields: object) -> dict[str, object]:
    return problem(*tasks, **({"start": "2026-11-23T08:00", "calendars": [OFFICE, NIGHT]} | fields))


def calendar(*hours: tuple[str, str, str], **more: object) -> dict[str, object]:
    entries = [{"days": [day], "start": start, "end": end} for day, start, end in hours]
    return {"calendars": [{"name": "shift", "hours": entries} | more]}


def resources(*each: dict[str, object]) -> list[dict[str, object]]:
    return [{"name": f"r{at}"} | resource for at, resource in enumerate(each)]


R0, BOTH = {"demands": {"r0": 1}}, {"demands": {"r0": 1, "r1": 1}}
BY_OFFICE = resources({"calendar": "office"})
WELDERS = resources({"skills": ["weld", "cut"]}, {"skills": ["weld", "cut"]}, {"skills": ["drive"]})

REFUSED = [
    ("double-calendar", dated(calendars=[OFFICE, OFFICE]), "office"),
    ("unknown-calendar", dated(resources=resources({"calendar": "z"})), "office, night"),
    ("calendar-needs-start", dated(start=None, resources=BY_OFFICE), "office"),
    ("never-open", problem(calendars=[{"name": "shift", "hours": []}]), "shift"),
    (
        "never-open",
        dated(calendars=[{"name": "x", "hours": [], "extra": [{"start": "2020-01-01"}]}]),
        "x",
    ),
    (
        "hours-overlap",
        problem(**calendar(("mon", "08:00", "12:00"), ("mon", "11:00", "13:00"))),
        "11:00-13:00",
    ),
    (
        "hours-overlap",
        problem(**calendar(("sun", "22:00", "06:00"), ("mon", "05:00", "07:00"))),
        "05:00-07:00",
    ),
    (
        "hours-overlap",
        problem(**calendar(("fri", "08:00", "12:00"), ("fri", "08:00", "12:00"))),
        "shift",
    ),
    (
        "no-days",
        problem(calendars=[{"name": "x", "hours": [{"days": [], "start": "8:00", "end": "9:00"}]}]),
        "“x”",
    ),
    ("bad-clock", problem(**calendar(("mon", "8", "12:00"))), "'8'"),
    ("bad-clock", problem(**calendar(("mon", "08:00", "24:01"))), "24:01"),
    ("bad-date", problem(**calendar(closed=[{"start": "Christmas"}])), "Christmas"),
    (
        "stretch-ends-early",
        problem(**calendar(closed=[{"start": "2026-12-26", "end": "2026-12-24"}])),
        "2026-12-24",
    ),
    (
        "stretch-ends-early",
        problem(**calendar(closed=[{"start": "2026-12-26T13:00", "end": "2026-12-26T12:00"}])),
        "12:00",
    ),
    ("unknown-time-zone", problem(**calendar(time_zone="Europe/Atlantis")), "Europe/Atlantis"),
    (
        "skipped-hour",
        dated(
            time_zone="Europe/Berlin",
            **calendar(
                ("mon", "8:00", "9:00"),
                closed=[{"start": "2027-03-28T02:30", "end": "2027-03-28T12:00"}],
            ),
        ),
        "2027-03-28T02:30",
    ),
    (
        "absence-ends-early",
        problem(resources=resources({"absences": [{"start": 9, "end": 9}]})),
        "r0",
    ),
    (
        "absence-out-of-reach",
        problem(resources=resources({"absences": [{"start": -9, "end": 9}]})),
        "-9",
    ),
    (
        "bad-absence",
        problem(resources=resources({"absences": [{"start": 1, "end": 9, "amount": 0}]})),
        "r0",
    ),
    ("bad-now", problem(now=-1), "-1"),
    ("bad-cost", problem(resources=resources({"cost": -1})), "-1"),
    (
        "setups-of-many",
        problem(
            resources=resources(
                {"capacity": 2, "setups": [{"before": "x", "after": "y", "minutes": 5}]}
            )
        ),
        "r0",
    ),
    (
        "bad-setup",
        problem(resources=resources({"setups": [{"before": "x", "after": "y", "minutes": -5}]})),
        "-5",
    ),
    ("stock-works", problem(resources=resources({"kind": "stock", "skills": ["x"]})), "r0"),
    (
        "stock-too-small",
        problem(
            {"demands": {"r0": 3}},
            {"demands": {"r0": 3}},
            resources=resources({"kind": "stock", "capacity": 5}),
        ),
        "6",
    ),
    ("too-few-skilled", problem({"skills": {"weld": 3}}, resources=WELDERS), "weld"),
    ("too-few-skilled", problem({"skills": {"fly": 1}}, resources=WELDERS), "fly"),
    (
        "too-few-besides",
        problem({"skills": {"weld": 2}, "demands": {"r0": 1}}, resources=WELDERS),
        "r0",
    ),
    (
        "skills-not-covered",
        problem({"skills": {"weld": 1, "cut": 2}}, resources=WELDERS),
        "weld, cut",
    ),
    ("fixed-before-release", problem({"fixed": 5, "release": 6}), "6 min"),
    ("fixed-before-release", dated({"fixed": 5, "release": 60}), "2026-11-23 09:00"),
    ("fixed-past-deadline", problem({"fixed": 5, "deadline": 9}), "9 min"),
    ("bad-value", problem({"value": 0}), "0"),
    ("bad-lag", problem({"links": [{"task": "b", "lag": 10**9}]}, {}), "1000000000"),
    ("unknown-other", problem({"apart": ["z"]}), "“z”"),
    ("unknown-other", problem({"same_people": ["z"]}), "“z”"),
    ("names-itself", problem({"apart": ["a"]}), "“a”"),
    ("ended-before-start", problem({"started": 9, "ended": 8}), "“a”"),
    ("ended-before-start", problem({"ended": 8}), "“a”"),
    (
        "cycle-adds-up",
        problem({"links": [{"task": "b", "kind": "start-start"}]}, {"after": ["a"]}),
        "→",
    ),
    ("longest-stretch", dated({"duration": 241} | R0, resources=BY_OFFICE), "240"),
    (
        "longest-stretch",
        dated(
            {"duration": 241, "demands": {"r0": 3}},
            resources=resources(
                {
                    "calendar": "office",
                    "capacity": 3,
                    "absences": [{"start": 0, "end": DAY, "amount": 1}],
                }
            ),
        ),
        "240",
    ),
    (
        "longest-stretch",
        dated(
            {"duration": 481, "skills": {"weld": 1}},
            resources=resources(
                {"calendar": "office", "skills": ["weld"]},
                {"calendar": "night", "skills": ["weld"]},
            ),
        ),
        "480",
    ),
    (
        "longest-stretch",
        dated(
            {"duration": 300, "alternatives": [{"duration": 250, "demands": {"r0": 1}}]} | R0,
            resources=BY_OFFICE,
        ),
        "300",
    ),
    (
        "never-open-together",
        dated(BOTH, resources=resources({"calendar": "office"}, {"calendar": "night"})),
        "r0, r1",
    ),
    (
        "never-open-together",
        dated(
            BOTH | {"pausable": True},
            resources=resources({"calendar": "office"}, {"calendar": "night"}),
        ),
        "r0, r1",
    ),
]


@pytest.mark.parametrize(("key", "data", "culprit"), REFUSED)
def test_a_contradiction_names_its_culprit_in_both_languages(key, data, culprit):
    with pytest.raises(PlanError) as refused:
        Problem.read(data)
    assert refused.value.key == key
    assert all(culprit in refused.value.say(language) for language in LANGUAGES)


ALLOWED = [
    dated({"duration": 240} | R0, resources=BY_OFFICE),
    dated({"duration": 999, "pausable": True} | R0, resources=BY_OFFICE),
    dated({"duration": 999, "value": 5} | R0, resources=BY_OFFICE),
    dated({"duration": 999, "started": 0} | R0, resources=BY_OFFICE),
    dated(
        {"duration": 999, "alternatives": [{"duration": 240, "demands": {"r0": 1}}]} | R0,
        resources=BY_OFFICE,
    ),
    dated(
        {"duration": 480, "skills": {"weld": 1}},
        resources=resources(
            {"calendar": "office", "skills": ["weld"]}, {"calendar": "night", "skills": ["weld"]}
        ),
    ),
    # the clock is put back in the night of 25 October: one night is an hour longer
    dated(
        {"duration": 540} | R0,
        time_zone="Europe/Berlin",
        resources=resources({"calendar": "night"}),
    ),
    # one long Saturday, a year and a half away
    dated(
        {"duration": 600} | R0,
        resources=BY_OFFICE,
        calendars=[OFFICE | {"extra": [{"start": "2028-05-06T06:00", "end": "2028-05-06T16:00"}]}],
    ),
    # closed for the next hundred days
    dated(
        {"duration": 60} | R0, resources=resources({"absences": [{"start": 0, "end": 100 * DAY}]})
    ),
    dated(
        {"duration": 60} | R0,
        resources=BY_OFFICE,
        calendars=[OFFICE | {"closed": [{"start": "2026-01-01", "end": "2027-06-30"}]}],
    ),
    problem(**calendar(("sun", "22:00", "06:00"), ("mon", "06:00", "07:00"))),
    problem({"skills": {"weld": 1, "cut": 1, "drive": 1}}, resources=WELDERS),
    problem(
        {"demands": {"r0": 3}},
        {"demands": {"r0": 3}, "value": 1},
        resources=resources({"kind": "stock", "capacity": 5}),
    ),
    problem(
        {"demands": {"r0": 3}},
        {"demands": {"r0": 3}, "alternatives": [{"duration": 9}]},
        resources=resources({"kind": "stock", "capacity": 5}),
    ),
    problem({"fixed": 5, "release": 6, "started": 2}),
    problem(
        resources=resources({"setups": [{"before": "nobody", "after": "has it", "minutes": 5}]})
    ),
]


@pytest.mark.parametrize("data", ALLOWED)
def test_what_can_be_planned_is_taken(data):
    assert Problem.read(data).tasks


def test_a_hundred_thousand_tasks_are_refused_before_they_are_looked_at():
    with pytest.raises(PlanError) as refused:
        Problem.read({"tasks": ["not even a task"] * 100_000})
    assert (refused.value.key, refused.value.values["count"]) == ("too-many-tasks", 100_000)
    assert refused.value.values["limit"] == MAX_TASKS


def test_ten_thousand_predecessors_are_taken_and_a_circle_among_them_is_found():
    many = [{"name": f"t{at}", "duration": 1} for at in range(10_000)]
    last = {"name": "last", "duration": 1, "after": [task["name"] for task in many]}
    assert len(Problem.read({"tasks": [*many, last]}).tasks[-1].predecessors) == 10_000
    many[7777] |= {"links": [{"task": "last", "kind": "finish-finish"}]}
    with pytest.raises(PlanError) as refused:
        Problem.read({"tasks": [*many, last]})
    assert refused.value.values["tasks"] == "t7777 → last → t7777"


def can_be_covered(needs: list[str], people: list[set[str]]) -> bool:
    """Every person for every need, tried one after another."""
    if not needs:
        return True
    return any(
        needs[0] in skills and can_be_covered(needs[1:], people[:at] + people[at + 1 :])
        for at, skills in enumerate(people)
    )


skill_sets = st.sets(st.sampled_from("abc"))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.dictionaries(st.sampled_from("abc"), st.integers(1, 3), min_size=1),
    st.lists(skill_sets, max_size=5),
    st.integers(0, 3),
)
def test_skills_are_refused_exactly_if_no_people_cover_them(needs, people, held):
    """The first `held` people are asked for by name, so they cannot serve a skill as well."""
    held = min(held, len(people))
    task = {"skills": needs, "demands": {f"r{at}": 1 for at in range(held)}}
    staff = resources(*({"skills": sorted(skills)} for skills in people))
    slots = [skill for skill, amount in needs.items() for _ in range(amount)]
    if can_be_covered(slots, people[held:]):
        assert Problem.read(problem(task, resources=staff))
        return
    with pytest.raises(PlanError) as refused:
        Problem.read(problem(task, resources=staff))
    assert refused.value.key in ("too-few-skilled", "too-few-besides", "skills-not-covered")


json_scraps = (
    st.none()
    | st.integers(-3, 10**9)
    | st.sampled_from(
        [
            "",
            "mon",
            "08:00",
            "2026-11-24",
            "2027-03-28T02:30",
            "UTC",
            "weld",
            "r",
            "a",
            "stock",
            "x" * 300,
        ]
    )
)
records = st.recursive(
    json_scraps,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "name",
                    "duration",
                    "hours",
                    "days",
                    "start",
                    "end",
                    "closed",
                    "calendar",
                    "skills",
                    "absences",
                    "links",
                    "task",
                    "lag",
                    "due",
                    "fixed",
                    "ended",
                    "setups",
                    "amount",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "tasks": st.lists(records, max_size=2) | st.just([{"name": "a", "duration": 5}]),
            "resources": st.lists(records, max_size=2),
            "calendars": st.lists(records, max_size=2),
            "start": json_scraps,
            "time_zone": json_scraps,
            "now": json_scraps,
            "goals": records,
        },
    )
)
def test_any_json_about_calendars_is_a_problem_or_a_sentence(data):
    with suppress(PlanError):
        Problem.read(data)
        return
    with pytest.raises(PlanError) as refused:
        Problem.read(data)
    assert all(refused.value.say(language) for language in LANGUAGES)
