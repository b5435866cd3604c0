"""One small plan for each cause, made by hand."""

from typing import Any

import pytest

from tools.phrases import LANGUAGES
from tools.plan import Problem, Schedule
from tools.reasons.chain import binding, chain, precedence_path
from tools.reasons.links import Busy, Link
from tools.telling import tell_link
from ui.eval.judge.claims import Claims

DAY = {
    "name": "day",
    "hours": [
        {"days": ["mon", "tue", "wed", "thu", "fri"], "start": "08:00", "end": "12:00"},
        {"days": ["mon", "tue", "wed", "thu", "fri"], "start": "13:00", "end": "17:00"},
    ],
}
ANN = {"name": "Ann", "skills": ["weld"]}
BO = {"name": "Bo", "skills": ["weld"]}
MACHINE = {"name": "saw"}
CREW = {"name": "crew", "capacity": 3}


def problem(*tasks: dict[str, Any], resources: Any = (), **fields: Any) -> Problem:
    data = [{"duration": 60} | task for task in tasks]
    return Problem.read({"tasks": data, "resources": list(resources)} | fields)


def dated(*tasks: dict[str, Any], resources: Any = ()) -> Problem:
    """From eight o'clock on a Monday, for those who work by the calendar `day`."""
    fields = {"calendars": [DAY], "start": "2026-11-23T08:00"}
    return problem(*tasks, resources=resources, **fields)


def plan(of: Problem, *rows: tuple[Any, ...], **fields: Any) -> Schedule:
    """Rows are start, end and what is held beside the task's own demands."""
    assignments = []
    for task, (start, end, *more) in zip(of.tasks, rows, strict=True):
        held = {**task.demands, **(more[0] if more else {})}
        row = {"task": task.name, "start": start, "end": end, "resources": held}
        assignments.append(row)
    return Schedule.read({"status": "feasible", "assignments": assignments} | fields)


def why(of: Problem, schedule: Schedule, name: str, **more: Any) -> tuple[Link, ...]:
    """The links of one task, each of them judged and said in both languages."""
    links = binding(of, schedule, name, **more)
    for link in links:
        assert Claims(of, schedule).untrue(link) == []
        assert all(name in tell_link(link, language, of) for language in LANGUAGES)
    return links


def test_what_has_started_or_is_fixed_starts_then():
    asked = problem(
        {"name": "a", "started": 5},
        {"name": "b", "fixed": 9},
        {"name": "c"},
        now=7,
    )
    schedule = plan(asked, (5, 65), (9, 69), (7, 67))
    causes = [why(asked, schedule, name)[0].cause for name in "abc"]
    assert causes == ["fact", "fixed", "now"]


@pytest.mark.parametrize(
    ("kind", "lag", "start", "said"),
    [
        ("finish-start", 0, 60, "must wait for **a**, which ends after 1 h."),
        ("finish-start", 15, 75, "must wait until 15 min after **a** ends; it may start after"),
        ("finish-start", -10, 50, "may start no sooner than 10 min before **a** ends, that is"),
        ("start-start", 0, 0, "starts at the beginning"),
        ("start-start", 20, 20, "must wait until 20 min after **a** starts; it may start after"),
        ("finish-finish", 0, 30, "may finish no sooner than **a**, that is after 1 h."),
        ("finish-finish", 5, 35, "may finish no sooner than 5 min after **a**, that is after"),
    ],
)
def test_a_predecessor_is_told_with_its_kind_and_lag(kind, lag, start, said):
    links = [{"task": "a", "kind": kind, "lag": lag}]
    asked = problem({"name": "a"}, {"name": "b", "duration": 30, "links": links})
    (link,) = why(asked, plan(asked, (0, 60), (start, start + 30)), "b")
    assert said in tell_link(link, "en")
    if link.cause == "predecessor":
        assert (link.kind, link.lag, link.blockers) == (kind, lag, ("a",))


def test_of_a_lag_and_a_long_predecessor_the_one_that_binds_is_named():
    links = [{"task": "paint", "lag": 120}]
    asked = problem(
        {"name": "paint"}, {"name": "long", "duration": 170}, {"name": "fit", "links": links}
    )
    schedule = plan(asked, (0, 60), (0, 170), (180, 240))
    assert why(asked, schedule, "fit")[0].blockers == ("paint",)


def test_a_break_is_told_with_the_piece_that_does_not_fit_before_it():
    """Three hours in one piece: from eleven, when the first task ends, one hour is left."""
    saw = MACHINE | {"calendar": "day"}
    asked = dated(
        {"name": "first", "duration": 180},
        {"name": "cut", "duration": 180, "demands": {"saw": 1}, "after": ["first"]},
        resources=[saw],
    )
    schedule = plan(asked, (0, 180), (300, 480))
    closed, waits = why(asked, schedule, "cut")
    assert (closed.cause, closed.resource, closed.there) == ("closed", "saw", 0)
    assert (closed.since, closed.until, closed.latest, closed.piece) == (240, 300, None, 180)
    assert closed.left == 60
    assert (waits.cause, waits.blockers, waits.tried) == ("predecessor", ("first",), 179)
    assert tell_link(closed, "en", asked) == (
        "**cut** cannot start sooner: saw is not available from 12:00 to 13:00. It takes 3 h in "
        "one piece, and the longest stretch before that is 1 h."
    )
    causes = [(link.task, link.cause) for link in chain(asked, schedule, "cut")]
    assert causes == [("cut", "closed"), ("cut", "predecessor"), ("first", "start")]


def test_before_a_break_the_machine_was_busy():
    saw = MACHINE | {"calendar": "day"}
    one = {"demands": {"saw": 1}}
    asked = dated(
        {"name": "first", "duration": 200} | one,
        {"name": "second", "duration": 60} | one,
        resources=[saw],
    )
    closed, held = why(asked, plan(asked, (0, 200), (300, 360)), "second")
    assert (closed.cause, closed.latest, closed.left) == ("closed", 180, None)
    assert (held.cause, held.blockers, held.tried, held.until) == ("resource", ("first",), 180, 200)
    assert tell_link(closed, "en", asked).endswith("it would have to start by 11:00.")


def test_a_task_that_fits_before_the_break_as_well_is_not_blamed_on_it():
    saw = MACHINE | {"calendar": "day"}
    asked = dated({"name": "cut", "demands": {"saw": 1}}, resources=[saw])
    (link,) = why(asked, plan(asked, (300, 360)), "cut")
    assert (link.cause, link.tried, link.effect) == ("choice", 180, "better")


def test_a_task_that_may_pause_starts_before_the_break_unless_its_machine_is_held_during_it():
    saw = MACHINE | {"calendar": "day"}
    asked = dated(
        {"name": "oven on", "duration": 20, "demands": {"oven": 1}, "fixed": 250},
        {"name": "bake", "duration": 90, "demands": {"saw": 1, "oven": 1}, "pausable": True},
        resources=[saw, {"name": "oven"}],
    )
    closed, held = why(asked, plan(asked, (250, 270), (300, 390)), "bake")
    assert (closed.cause, closed.latest, closed.piece) == ("closed", 239, None)
    assert (held.cause, held.resource, held.blockers) == ("resource", "oven", ("oven on",))
    assert (held.until, held.tried) == (270, 239)


def test_units_that_are_away_are_not_busy():
    away = [{"start": 0, "end": 30, "amount": 2}]
    crew = CREW | {"absences": away}
    asked = problem({"name": "a", "demands": {"crew": 2}}, resources=[crew])
    (link,) = why(asked, plan(asked, (30, 90)), "a")
    assert (link.cause, link.there, link.demand, link.since) == ("closed", 1, 2, 0)
    assert "needs 2 crew, and from 0 h to 30 min there is only 1" in tell_link(link, "en")


@pytest.mark.parametrize(("duration", "causes"), [(90, ["closed"]), (40, ["choice"])])
def test_a_task_that_may_pause_pauses_while_closed_but_not_while_some_are_away(duration, causes):
    """Of two, one is away from 60 to 120: nobody may work, and it is no closed time either."""
    crew = {"name": "crew", "capacity": 2, "absences": [{"start": 60, "end": 120, "amount": 1}]}
    task = {"name": "a", "duration": duration, "demands": {"crew": 2}, "pausable": True}
    asked = problem(task, resources=[crew])
    links = why(asked, plan(asked, (120, 120 + duration)), "a")
    assert [link.cause for link in links] == causes
    assert (links[0].latest, links[0].tried) == ((None, 119) if duration == 90 else (None, 20))


def test_units_that_come_back_end_the_wait_although_no_task_ends():
    crew = CREW | {"absences": [{"start": 0, "end": 30, "amount": 1}]}
    asked = problem(
        {"name": "long", "demands": {"crew": 2}, "duration": 100},
        {"name": "a", "demands": {"crew": 1}},
        resources=[crew],
    )
    (link,) = why(asked, plan(asked, (0, 100), (30, 90)), "a")
    assert (link.cause, link.free, link.there) == ("resource", 0, 2)
    assert link.blockers == ("long",)
    told = tell_link(link, "en")
    assert "none was free: 2 were there, and **long** held all of it" in told
    assert "没有空闲的：当时共有 2 个，全部被 **long** 占用" in tell_link(link, "zh")


def test_a_setup_is_told_with_its_families():
    setups = [{"before": "red", "after": "blue", "minutes": 30}]
    saw = MACHINE | {"setups": setups}
    one = {"demands": {"saw": 1}}
    asked = problem(
        {"name": "a", "family": "red"} | one, {"name": "b", "family": "blue"} | one, resources=[saw]
    )
    (link,) = why(asked, plan(asked, (0, 60), (90, 150)), "b")
    assert (link.cause, link.minutes, link.families) == ("setup", 30, ("red", "blue"))
    assert (link.pair, link.blockers) == (("a", "b"), ("a",))
    assert "saw has to be set up from red to blue, which takes 30 min" in tell_link(link, "en")


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_tasks_that_must_lie_apart_wait_for_each_other(names):
    tasks = {name: {"name": name} for name in "ab"}
    tasks[names[0]]["apart"] = [names[1]]
    asked = problem(*tasks.values())
    (link,) = why(asked, plan(asked, (0, 60), (60, 120)), "b")
    assert (link.cause, link.blockers) == ("apart", ("a",))


def test_too_few_who_can_weld_are_told_by_name():
    asked = problem(
        {"name": "seam", "skills": {"weld": 1}},
        {"name": "hull", "skills": {"weld": 2}},
        resources=[ANN, BO],
    )
    (link,) = why(asked, plan(asked, (0, 60, {"Bo": 1}), (60, 120, {"Ann": 1, "Bo": 1})), "hull")
    assert (link.cause, link.skills, link.demand, link.free) == ("skill", ("weld",), 2, 1)
    assert link.who == (Busy(name="Bo", task="seam"),)
    assert link.blockers == ("seam",)
    assert "find only 1 free: Bo is busy with **seam**" in tell_link(link, "en")


def test_somebody_else_who_is_free_makes_it_a_choice():
    asked = problem(
        {"name": "a", "skills": {"weld": 1}},
        {"name": "b", "skills": {"weld": 1}},
        resources=[ANN, BO],
    )
    (link,) = why(asked, plan(asked, (0, 60, {"Ann": 1}), (60, 120, {"Ann": 1})), "b")
    assert (link.cause, link.others, link.tried, link.effect) == ("choice", True, 59, None)


def test_somebody_else_who_leaves_too_soon_is_no_help():
    bo = BO | {"absences": [{"start": 90, "end": 200}]}
    asked = problem(
        {"name": "a", "skills": {"weld": 1}},
        {"name": "b", "skills": {"weld": 1}},
        resources=[ANN, bo],
    )
    (link,) = why(asked, plan(asked, (0, 60, {"Ann": 1}), (60, 120, {"Ann": 1})), "b")
    assert (link.cause, link.free) == ("skill", 0)
    assert set(link.who) == {Busy(name="Ann", task="a"), Busy(name="Bo")}
    assert "find nobody free" in tell_link(link, "en")


def test_nobody_there_before_the_shift_begins():
    ann, bo = ({**each, "absences": [{"start": 0, "end": 30}]} for each in (ANN, BO))
    asked = problem({"name": "a", "skills": {"weld": 1}}, resources=[ann, bo])
    (link,) = why(asked, plan(asked, (30, 90, {"Ann": 1})), "a")
    assert (link.cause, link.free) == ("skill", 0)
    assert set(link.who) == {Busy(name="Ann"), Busy(name="Bo")}


def test_the_same_person_is_waited_for_although_another_is_free():
    asked = problem(
        {"name": "seam", "skills": {"weld": 1}},
        {"name": "polish", "skills": {"weld": 1}, "same_people": ["seam"]},
        resources=[ANN, BO],
    )
    (link,) = why(asked, plan(asked, (0, 60, {"Ann": 1}), (60, 120, {"Ann": 1})), "polish")
    assert (link.cause, link.mate, link.blockers) == ("mates", "seam", ("seam",))
    assert link.who == (Busy(name="Ann", task="seam"),)


def test_a_task_that_needs_more_takes_all_of_the_same_people_along():
    asked = problem(
        {"name": "seam", "skills": {"weld": 1}},
        {"name": "busy", "skills": {"weld": 1}, "fixed": 60},
        {"name": "hull", "skills": {"weld": 2}, "same_people": ["seam"]},
        resources=[ANN, BO, {"name": "Cy", "skills": ["weld"]}],
    )
    rows = ((0, 60, {"Ann": 1}), (60, 120, {"Ann": 1}), (120, 180, {"Ann": 1, "Bo": 1}))
    (link,) = why(asked, plan(asked, *rows), "hull")
    assert (link.cause, link.mate, link.who) == ("mates", "seam", (Busy(name="Ann", task="busy"),))


def test_what_stays_where_it_was_when_planning_again_is_kept():
    asked = problem({"name": "a"})
    old = plan(asked, (20, 80))
    assert why(asked, old, "a", before=old)[0].cause == "kept"
    other = plan(asked, (25, 85), goal="moves")
    (link,) = why(asked, other, "a", before=old)
    assert (link.cause, link.tried, link.goal, link.effect) == ("choice", 24, "moves", "better")


def test_fewer_people_are_a_reason_to_start_later():
    people = {"name": "people", "capacity": 4}
    asked = problem(
        {"name": "a", "demands": {"people": 2}},
        {"name": "b", "demands": {"people": 2}},
        resources=[people],
    )
    schedule = plan(asked, (0, 60), (60, 120), goal="people")
    (link,) = why(asked, schedule, "b")
    assert (link.cause, link.goal, link.effect) == ("choice", "people", "worse")
    assert "but then the number of people would be larger" in tell_link(link, "en")


def test_a_predecessor_that_is_left_out_holds_nothing_up():
    asked = problem({"name": "a", "value": 5}, {"name": "b", "after": ["a"], "release": 9})
    row = {"task": "b", "start": 9, "end": 69}
    schedule = Schedule.read({"status": "feasible", "assignments": [row], "left_out": ["a"]})
    assert why(asked, schedule, "b")[0].cause == "release"


def test_a_path_of_links_counts_only_if_it_makes_the_later_task_later():
    def path(*links: dict[str, Any], **fields: Any) -> tuple[str, ...]:
        said = [{"task": "a"} | link for link in links]
        asked = problem({"name": "a"}, {"name": "b", "links": said} | fields, now=5)
        return precedence_path(asked, "a", "b")

    assert path({"kind": "finish-start", "lag": 30}) == ("a", "b")
    assert path({"kind": "finish-start", "lag": -59}) == ("a", "b")
    assert path({"kind": "finish-start", "lag": -60}) == ()
    assert path({"kind": "start-start", "lag": 1}) == ("a", "b")
    assert path({"kind": "start-start", "lag": 0}) == ()
    assert path({"kind": "finish-finish", "lag": 1}) == ("a", "b")
    assert path({"kind": "finish-finish", "lag": 0}) == ()
    assert path({"kind": "finish-finish", "lag": 1}, pausable=True) == ()
    assert path({"kind": "finish-start"}, started=3) == ()


def test_a_link_that_adds_nothing_leads_a_path_on():
    together = [{"task": "b", "kind": "start-start"}]
    asked = problem({"name": "a"}, {"name": "b", "after": ["a"]}, {"name": "c", "links": together})
    assert precedence_path(asked, "a", "c") == ("a", "b", "c")
    assert precedence_path(asked, "b", "c") == ()
