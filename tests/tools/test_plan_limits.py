"""Numbers that are far too large, and plans before that cannot have been: a sentence."""

import pytest

from tools.phrases import LANGUAGES
from tools.plan import MAX_MINUTES, MAX_PRIORITY, MAX_TASKS, Problem, Schedule
from tools.plan.costs import MAX_TOTAL
from tools.plan.problem import MAX_STABILITY
from tools.plan.schedule import MAX_PLAN
from tools.record import PlanError
from tools.solver import solve
from tools.solver.limits import MAX_MOVES

INT64 = 2**63
OFFICE = {"name": "office", "hours": [{"days": ["mon"], "start": "08:00", "end": "12:00"}]}
MONDAY = {"start": "2026-11-23T08:00"}
R = {"demands": {"r": 1}}


def tasks(count: int = 1, **more: object) -> list[dict[str, object]]:
    return [{"name": f"t{at}", "duration": 60} | more for at in range(count)]


def by(calendar: dict[str, object], **more: object) -> dict[str, object]:
    pool = {"name": "r", "calendar": calendar["name"]}
    return {"tasks": tasks(**R), "resources": [pool], "calendars": [calendar]} | MONDAY | more


def refusal(ask) -> PlanError:
    with pytest.raises(PlanError) as refused:
        ask()
    assert refused.value.say("en") != refused.value.say("zh")
    return refused.value


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"way": -3}, "-3"),
        ({"way": 10**30}, "10^30"),
        ({"start": 10**30}, "10^30"),
        ({"start": -5}, "-5"),
        ({"end": -60}, "-60"),
        ({"start": 61}, "61"),
        ({"end": MAX_PLAN + 1}, str(MAX_PLAN + 1)),
        ({"resources": {"r": -1}}, "-1"),
    ],
)
def test_a_plan_before_that_cannot_have_been_is_refused_with_its_task_and_value(wrong, said):
    each = {"task": "weld", "start": 0, "end": 60} | wrong
    error = refusal(lambda: Schedule.read({"status": "feasible", "assignments": [each]}))
    assert all(said in error.say(language) for language in LANGUAGES)
    assert all("weld" in error.say(language) for language in LANGUAGES)


def test_a_plan_before_has_each_task_once():
    twice = [{"task": "weld", "start": at, "end": at + 60} for at in (0, 90)]
    error = refusal(lambda: Schedule.read({"status": "feasible", "assignments": twice}))
    assert (error.key, error.values["task"]) == ("double-assignment", "weld")


def test_what_has_gone_since_the_plan_before_is_passed_over():
    gone = {"task": "t0", "start": 0, "end": 60, "resources": {"sold": 1}, "way": 7}
    nobody = gone | {"task": "cancelled"}
    before = Schedule.read({"status": "feasible", "assignments": [gone, nobody]})
    assert solve(Problem.read({"tasks": tasks()}), before=before, time_limit_seconds=1).optimal


@pytest.mark.parametrize("stability", [-5, MAX_STABILITY + 1, 10**18, 10**30])
def test_a_stability_out_of_range_is_refused(stability):
    problem = Problem.read({"tasks": tasks()})
    solve(problem, time_limit_seconds=0.1)
    said = refusal(lambda: Problem.read({"tasks": tasks(), "stability": stability}))
    for error in (said, refusal(lambda: solve(problem, stability=stability))):
        assert (error.key, error.values["limit"]) == ("bad-stability", MAX_STABILITY)


def test_of_a_large_plan_less_stability_can_be_added_up():
    problem = Problem.read({"tasks": tasks(5000, duration=MAX_MINUTES)})
    with pytest.raises(PlanError) as refused:
        solve(problem, stability=MAX_STABILITY)
    limit = refused.value.values["limit"]
    assert 0 < limit < MAX_STABILITY
    assert limit * 5000 * 5000 * MAX_MINUTES < MAX_MOVES


def test_the_largest_weighted_sums_fit_into_64_bits():
    """Every task, its setup and its lag take a year, one by one, after ten years of releases; with
    a calendar they end within sixty years, or cannot be placed."""
    ends = MAX_TASKS * 3 * MAX_MINUTES + 10 * MAX_MINUTES
    assert ends < MAX_PLAN
    assert MAX_TASKS * MAX_PRIORITY * ends + MAX_MOVES < INT64
    assert MAX_TASKS * MAX_PRIORITY * MAX_PLAN < INT64
    assert 60 * MAX_TOTAL + MAX_MOVES < INT64


@pytest.mark.parametrize("goal", ["waiting", "completion", "tardiness", "makespan"])
def test_the_largest_tasks_of_all_are_added_up_rightly(goal):
    late = {"duration": MAX_MINUTES, "priority": MAX_PRIORITY, "due": 0} | R
    problem = Problem.read({"tasks": tasks(200, **late), "resources": [{"name": "r"}]})
    plan = solve(problem, goal, time_limit_seconds=1)
    ends = [each.end for each in plan.assignments]
    assert max(ends) == 200 * MAX_MINUTES
    wanted = {"makespan": max(ends), "waiting": MAX_PRIORITY * (sum(ends) - 200 * MAX_MINUTES)}
    assert plan.objective == wanted.get(goal, MAX_PRIORITY * sum(ends))


def priced(count: int, amount: int) -> dict[str, object]:
    dear = {"name": "r", "capacity": 10**6, "cost": 10**6}
    long = tasks(count, duration=MAX_MINUTES, demands={"r": amount})
    return {"tasks": [*tasks(demands={"r": 1}), *long[1:]], "resources": [dear]}


def test_costs_that_cannot_be_added_up_name_the_dearest_task():
    error = refusal(lambda: Problem.read(priced(30, 10**6)))
    assert (error.key, error.values["task"]) == ("cost-too-large", "t1")
    assert error.values["cost"] == "8.8e+15"


def test_the_dearest_plan_that_is_taken_is_added_up_rightly():
    plan = solve(Problem.read(priced(2, 10**6)), "cost", time_limit_seconds=1)
    assert plan.objective == 10**6 * 60 + 10**6 * 10**6 * MAX_MINUTES


def test_costs_of_skills_and_stock_count_too():
    staff = {"name": "r", "capacity": 10**6, "cost": 10**6, "skills": ["weld"]}
    stock = {"name": "gold", "kind": "stock", "capacity": 10**6, "cost": 10**6}
    many = tasks(20_000, duration=MAX_MINUTES, skills={"weld": 1000})
    assert refusal_of_costs({"tasks": many, "resources": [staff]}) == "t0"
    needs = tasks(1, demands={"gold": 10**6})
    assert solve(
        Problem.read({"tasks": needs, "resources": [stock]}), "cost", time_limit_seconds=1
    ).objective in (10**12, 60 * 10**12)


def refusal_of_costs(data: dict[str, object]) -> object:
    with pytest.raises(PlanError) as refused:
        Problem.read(data)
    assert refused.value.key == "cost-too-large"
    return refused.value.values["task"]


@pytest.mark.parametrize(("capacity", "key"), [(1, "too-few-skilled"), (10**6, "too-many-heads")])
def test_a_million_heads_of_a_skill_are_refused_before_anybody_is_looked_for(capacity, key):
    pool = {"name": "r", "skills": ["weld"], "capacity": capacity}
    error = refusal(
        lambda: Problem.read({"tasks": tasks(skills={"weld": 10**6}), "resources": [pool]})
    )
    assert (error.key, error.values["task"], error.values["demand"]) == (key, "t0", 10**6)


def test_too_many_ways_are_refused_before_any_is_looked_at():
    error = refusal(lambda: Problem.read({"tasks": tasks(alternatives=["no way"] * 1001)}))
    assert (error.key, error.values["task"]) == ("too-many-ways", "t0")


def test_too_many_choices_of_people_are_refused():
    staff = [{"name": f"p{at}", "skills": ["weld"]} for at in range(2000)]
    crowd = tasks(11, skills={"weld": 1000})
    error = refusal(lambda: Problem.read({"tasks": crowd, "resources": staff}))
    assert (error.key, error.values["task"]) == ("too-many-choices", "t10")


@pytest.mark.parametrize("first", ["0001-01-01", "2026-01-01"])
@pytest.mark.parametrize("last", ["2300-12-31", "9999-12-31"])
def test_a_calendar_closed_for_ages_is_refused(first, last):
    closed = OFFICE | {"closed": [{"start": first, "end": last}]}
    error = refusal(lambda: Problem.read(by(closed)))
    assert (error.key, error.values["calendar"]) == ("not-open-in-reach", "office")


def test_a_calendar_that_opens_in_the_year_9999_is_refused():
    far = {"name": "far", "hours": [], "extra": [{"start": "9999-12-31"}]}
    assert refusal(lambda: Problem.read(by(far))).key == "not-open-in-reach"
    long = by(OFFICE | {"extra": far["extra"]}, tasks=tasks(duration=300, **R))
    assert refusal(lambda: Problem.read(long)).key == "longest-stretch"


@pytest.mark.parametrize(("field", "other"), [("started", {}), ("ended", {"started": 10})])
def test_what_has_happened_lies_before_now(field, other):
    data = {"tasks": tasks(**{field: 100}, **other), "now": 50}
    error = refusal(lambda: Problem.read(data))
    assert (error.key, error.values["task"]) == ("fact-after-now", "t0")
    assert all("100 min" in error.say(language) for language in LANGUAGES)
    assert Problem.read(data | {"now": 100}).now == 100


def test_a_fact_stands_even_if_what_it_waits_for_has_not_started():
    done = {"name": "done", "duration": 5, "started": 0, "ended": 9, "after": ["t0"]}
    problem = Problem.read({"tasks": [*tasks(), done], "now": 50})
    plan = solve(problem, time_limit_seconds=1)
    assert {each.task: each.start for each in plan.assignments} == {"t0": 50, "done": 0}


def test_a_machine_has_one_setup_between_two_families():
    setups = [{"before": "red", "after": "blue", "minutes": minutes} for minutes in (5, 50)]
    error = refusal(
        lambda: Problem.read({"tasks": tasks(), "resources": [{"name": "r", "setups": setups}]})
    )
    assert (error.key, error.values["before"]) == ("double-setup", "red")


@pytest.mark.parametrize(
    ("way", "key"),
    [
        ({"duration": 100 * MAX_MINUTES}, "bad-duration"),
        ({"duration": 0}, "bad-duration"),
        ({"duration": 5, "demands": {"r": 0}}, "bad-demand"),
    ],
)
def test_an_impossible_way_names_its_task(way, key):
    error = refusal(lambda: Problem.read({"tasks": tasks(3, alternatives=[way])}))
    assert (error.key, error.values["task"]) == (key, "t0")


def test_a_long_circle_and_long_names_can_be_said():
    ring = [
        {"name": f"{at}".rjust(200, "x"), "duration": 1, "after": [f"{at - 1}".rjust(200, "x")]}
        for at in range(1, 200)
    ]
    assert refusal(lambda: Problem.read({"tasks": ring})).key == "unknown-predecessor"
    ring[0]["after"] = [ring[-1]["name"]]
    assert refusal(lambda: Problem.read({"tasks": ring})).key == "cycle"


def test_ten_thousand_predecessors_are_planned():
    many = tasks(10_000, duration=1, **R)
    last = {"name": "last", "duration": 1, "after": [task["name"] for task in many]}
    pool = {"name": "r", "capacity": 5}
    plan = solve(Problem.read({"tasks": [*many, last], "resources": [pool]}), time_limit_seconds=1)
    assert plan.by_task["last"].start >= 2000


def test_closed_and_extra_stretches_may_overlap():
    calendar = OFFICE | {
        "closed": [{"start": "2026-11-23"}, {"start": "2026-11-22", "end": "2026-11-23"}],
        "extra": [
            {"start": "2026-11-23T13:00", "end": "2026-11-23T13:40"},
            {"start": "2026-11-23T13:20", "end": "2026-11-23T14:00"},
        ],
    }
    plan = solve(Problem.read(by(calendar)), time_limit_seconds=1)
    assert plan.by_task["t0"].start == 5 * 60


def test_who_is_away_does_not_work_extra_hours():
    calendar = OFFICE | {"extra": [{"start": "2026-11-24T08:00", "end": "2026-11-24T12:00"}]}
    away = {
        "name": "r",
        "calendar": "office",
        "absences": [{"start": "2026-11-23", "end": "2026-11-24"}],
    }
    plan = solve(Problem.read(by(calendar, resources=[away])), time_limit_seconds=1)
    assert plan.by_task["t0"].start == 7 * 24 * 60


def test_an_hour_that_daylight_saving_skips_is_not_now():
    berlin = {"start": "2027-03-28T00:00", "time_zone": "Europe/Berlin"}
    error = refusal(lambda: Problem.read(berlin | {"tasks": tasks(), "now": "2027-03-28T02:30"}))
    assert (error.key, error.values["value"]) == ("skipped-hour", "2027-03-28T02:30")
