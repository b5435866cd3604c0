"""More work than fits before its deadlines is found without the solver."""

from plans import line

from tools.conflict.explain import Search
from tools.conflict.repairs import MAKERS
from tools.conflict.trial import Trial
from tools.contradictions.overloads import overload
from tools.plan import Problem
from tools.solver import solve
from tools.solver.progress import Watch

POOL = [{"name": "m", "capacity": 2}]


def job(name: str, **fields: object) -> dict[str, object]:
    return {"name": name, "duration": 30, "deadline": 60, "demands": {"m": 1}} | fields


def shop(*jobs: dict[str, object], **more: object) -> Problem:
    return Problem.read({"tasks": list(jobs), "resources": POOL} | more)


def test_of_much_work_as_little_is_named_as_is_too_much():
    jobs = [job(f"t{n}") for n in range(3)]
    more = [job("long", duration=55), job("wide", demands={"m": 2}), job("late", deadline=150)]
    assert overload(shop(*jobs, *more)).tasks == ("wide", "long", "t0")
    assert overload(shop(*jobs, job("fourth"))) is None


def test_work_that_comes_late_is_too_much_for_the_time_that_is_left():
    late = [job(f"t{n}", release=40) for n in range(2)]
    assert overload(shop(job("first"), job("second"), *late)).tasks == ("t0", "t1")
    assert overload(shop(*(job(f"t{n}", deadline=45) for n in range(3)), now=20)) is not None
    gone = [{"name": "m", "capacity": 2, "absences": [{"start": 0, "end": 45, "amount": 1}]}]
    assert overload(shop(*(job(f"t{n}") for n in range(3)), resources=gone)) is not None


def test_what_may_be_left_out_or_done_otherwise_overloads_nobody():
    for other in ({"value": 3}, {"alternatives": [{"duration": 1}]}, {"deadline": None}):
        assert overload(shop(*(job(f"t{n}", duration=60, **other) for n in range(3)))) is None


def test_the_smallest_overload_of_many_tasks_is_proved_to_be_one():
    problem = line(*range(20, 44), deadline=[None] * 20 + [110] * 4)
    assert solve(problem, time_limit_seconds=0.1).status == "infeasible"
    search = Search(problem, (), Watch(60), None)
    found, minimal = search.confirmed(search.conflict())
    assert minimal
    kinds = ("duration", "demand", "deadline")
    assert {(each.kind, each.task or each.resource) for each in found} == {
        *((kind, task.name) for task in problem.tasks[-3:] for kind in kinds),
        ("capacity", "machine"),
    }


def test_those_who_have_a_skill_can_do_too_little_together():
    """Ann sews as well, and is away for a while; who is asked for by name is not counted again."""
    weld = {"demands": {}, "skills": {"weld": 1}}
    jobs = [job(f"t{n}", **weld) for n in range(4)]
    able = [{"name": "Ann", "skills": ["sew", "weld"]}, {"name": "Bob", "skills": ["weld"]}]
    assert overload(shop(*jobs, resources=able)) is None
    away = [able[0] | {"absences": [{"start": 10, "end": 11}]}, able[1]]
    search = Search(shop(*jobs, resources=away), (), Watch(60), None)
    assert overload(search.problem).tasks == ("t0", "t1", "t2", "t3")
    found, minimal = search.confirmed(search.conflict())
    assert minimal
    assert {each.kind for each in found} == {"duration", "deadline", "skill", "capacity", "absence"}


def test_a_large_overload_is_named_at_once_and_is_small_without_the_solver():
    tasks = [job(f"t{n}", duration=20 + n % 50, deadline=2400) for n in range(200)]
    search = Search(
        shop(*tasks, tasks[0] | {"name": "loose", "deadline": None}), (), Watch(9), None
    )
    found = search.conflict()
    named = {each.task for each in found} - {None}
    assert sum(min(69, search.problem.by_name[name].duration) for name in named) > 4800
    assert len(found) == 3 * len(named) + 1
    assert search.possible(found) is False


def test_more_units_are_tried_before_each_of_many_deadlines_is_moved():
    problem = shop(*(job(f"t{n}", duration=20 + n % 50, deadline=2400) for n in range(200)))
    said = Search(problem, (), Watch(9), None).conflict()
    trial = Trial(problem, (), said, Watch(60), None)
    first = next(repair for make in MAKERS for repair in make(trial))
    assert (first.kind, first.before, first.after) == ("capacity", 2, 4)
