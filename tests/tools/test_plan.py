import copy
import json
import pickle
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import WORKSHOP, any_problems
from pydantic import ValidationError

from tools.phrases import LANGUAGES
from tools.plan import MAX_TASKS, Assumption, Problem, Resource, Schedule, Task
from tools.record import Amounts, PlanError
from tools.solver import solve

HUGE = 10**5000  # more digits than Python will write


def problem(*tasks: dict[str, object], **fields: object) -> dict[str, object]:
    return {"tasks": [{"name": "a", "duration": 5} | task for task in tasks], **fields}


def pool(amount: object) -> list[dict[str, object]]:
    return [{"name": "crew", "capacity": amount}]


A, B = {"name": "a"}, {"name": "b"}

REFUSED = [
    ("no-tasks", problem(), ""),
    ("double-task", problem(A, A), "“a”"),
    ("double-task", problem(A, {"name": " a\n"}), "“a”"),
    ("double-resource", problem(A, resources=pool(1) + pool(2)), "crew"),
    ("missing-field", {}, "tasks"),
    ("missing-field", {"tasks": [{"name": "a"}]}, "tasks.0.duration (“a”)"),
    ("unknown-field", problem({"colour": "red"}), "'red'"),
    ("not-an-object", "a plan", "'a plan'"),
    ("not-a-list", problem({"after": 3}), "3"),
    ("bad-field", problem(A, assumed=[{"field": "colour"}]), "'colour'"),
    ("not-a-choice", problem(A, goals=["fun"]), "'moves'"),
    ("not-text", problem(A, time_zone=3), "3"),
    ("not-a-flag", problem({"pausable": 1}), "1"),
    ("no-calendars", problem(A, resources=[{"name": "crew", "calendar": "day"}]), "day"),
    ("not-whole", problem({"duration": "soon"}), "'soon'"),
    ("not-whole", problem({"duration": None}), "None"),
    ("not-whole", problem({"duration": True}), "True"),
    ("not-whole", problem({"priority": False}), "False"),
    ("not-whole", problem({"release": True}), "True"),
    ("not-whole", problem({"due": True}), "True"),
    ("not-whole", problem({"deadline": False}), "False"),
    ("not-whole", problem({"demands": {"crew": True}}, resources=pool(1)), "True"),
    ("not-whole", problem(A, resources=pool(True)), "True"),
    ("not-whole", problem({"duration": 2.5}), "2.5"),
    ("not-whole", problem({"duration": float("nan")}), "nan"),
    ("not-whole", problem({"duration": float("inf")}), "inf"),
    ("not-whole", problem({"duration": []}), "[]"),
    ("bad-name", problem({"name": ""}), "''"),
    ("bad-name", problem({"name": " \t\n"}), "' "),
    ("bad-name", problem({"name": "x" * 201}), "xxx"),
    ("bad-name", problem({"name": None}), "None"),
    ("bad-name", problem({"name": True}), "True"),
    ("bad-name", problem({"name": HUGE}), "10^5000"),
    ("bad-name", problem({"name": "a\0b"}), "x00"),
    ("bad-name", problem({"name": "\ud800"}), "ud800"),
    ("bad-duration", problem({"duration": 0}), "0"),
    ("bad-duration", problem({"duration": -7}), "-7"),
    ("bad-duration", problem({"duration": 527_041}), "527041"),
    ("bad-duration", problem({"duration": 10**400}), "10^400"),
    ("bad-duration", problem({"duration": -HUGE}), "-10^5000"),
    ("bad-priority", problem({"priority": 0}), "0"),
    ("bad-priority", problem({"priority": -3}), "-3"),
    ("bad-priority", problem({"priority": 1001}), "1001"),
    ("bad-minute", problem({"release": -1}), "-1"),
    ("bad-minute", problem({"due": 10**8}), "100000000"),
    ("bad-minute", problem({"deadline": -5}), "-5"),
    ("bad-demand", problem({"demands": {"crew": 0}}, resources=pool(1)), "0"),
    ("bad-demand", problem({"demands": {"crew": -2}}, resources=pool(1)), "-2"),
    ("bad-demand", problem({"demands": {"crew": HUGE}}, resources=pool(1)), "10^5000"),
    ("bad-capacity", problem(A, resources=pool(0)), "0"),
    ("bad-capacity", problem(A, resources=pool(10**7)), "10000000"),
    ("waits-for-itself", problem({"after": ["a"]}), "“a”"),
    ("unknown-predecessor", problem({"after": ["z"]}), "“z”"),
    ("unknown-resource", problem({"demands": {"crew": 1}}), "crew"),
    ("demand-above-capacity", problem({"demands": {"crew": 4}}, resources=pool(3)), "4"),
    ("demand-above-capacity", problem({"demands": {"crew": 4}}, resources=pool(3)), "3"),
    ("cycle", problem(A | {"after": ["b"]}, B | {"after": ["a"]}), "→"),
]


@pytest.mark.parametrize(("key", "data", "value"), REFUSED)
def test_what_cannot_be_planned_is_refused_with_its_value_in_both_languages(key, data, value):
    with pytest.raises(PlanError) as refused:
        Problem.read(data)
    assert refused.value.key == key
    said = {language: refused.value.say(language) for language in LANGUAGES}
    assert all(value in sentence for sentence in said.values())
    assert said["zh"] != said["en"]
    assert str(refused.value) == said["en"]


def test_the_pool_of_everybody_has_its_name_in_each_language():
    with pytest.raises(PlanError) as refused:
        Problem.read(problem({"demands": {"people": 4}}))
    assert "人" in refused.value.say("zh")
    assert "people" not in refused.value.say("zh")


def test_a_circle_names_its_tasks_in_the_order_of_work_and_no_others():
    waits = {"a": [], "b": ["a", "d"], "c": ["b"], "d": ["c"], "e": ["d"]}
    tasks = [{"name": name, "duration": 1, "after": after} for name, after in waits.items()]
    with pytest.raises(PlanError) as refused:
        Problem.read({"tasks": tasks})
    first, *rest = refused.value.values["tasks"].split(" → ")
    assert rest[-1] == first
    assert set(rest) == {"b", "c", "d"}
    for earlier, later in pairwise([first, *rest]):
        assert earlier in waits[later]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=10))
def test_a_problem_is_refused_as_a_circle_exactly_if_there_is_one(edges):
    after = {at: sorted({a for a, b in edges if b == at and a != at}) for at in range(6)}
    left = set(after)
    while free := [at for at in left if not left & set(after[at])]:
        left -= set(free)
    tasks = [{"name": str(at), "duration": 1, "after": list(map(str, after[at]))} for at in after]
    if not left:
        Problem.read({"tasks": tasks})
        return
    with pytest.raises(PlanError) as refused:
        Problem.read({"tasks": tasks})
    assert refused.value.key == "cycle"
    names = refused.value.values["tasks"].split(" → ")
    assert all(int(a) in after[int(b)] for a, b in pairwise(names))


def test_whole_numbers_may_be_written_as_text_or_with_a_point():
    (task,) = Problem.read(problem({"duration": "90", "priority": 2.0, "name": 7})).tasks
    assert (task.name, task.duration, task.priority) == ("7", 90, 2)


def test_names_are_trimmed_wherever_they_stand():
    tasks = [{"name": " cut\n wood ", "duration": 1}, {"name": "b", "duration": 1}]
    tasks[1] |= {"after": ["cut  wood"], "demands": {" crew": 1}}
    read = Problem.read({"tasks": tasks, "resources": [{"name": "crew ", "capacity": 1}]})
    assert read.tasks[1].after == ("cut wood",)
    assert read.tasks[1].demands == {"crew": 1}


@settings(max_examples=50, deadline=None, derandomize=True)
@given(any_problems())
def test_a_problem_goes_to_json_and_back_unchanged(given_problem):
    data = json.loads(given_problem.model_dump_json())
    assert Problem.read(data) == given_problem
    assert Problem.model_validate_json(given_problem.model_dump_json()) == given_problem
    assert pickle.loads(pickle.dumps(given_problem)) == given_problem
    assert copy.deepcopy(given_problem) == given_problem


def test_a_schedule_goes_to_json_and_back_unchanged():
    schedule = solve(WORKSHOP, time_limit_seconds=1)
    assert Schedule.read(json.loads(schedule.model_dump_json())) == schedule
    late = solve(WORKSHOP.replace_task("assembly", deadline=70), time_limit_seconds=1)
    assert late.misses
    assert Schedule.model_validate_json(late.model_dump_json()) == late


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_cannot_write_is_refused(number):
    with pytest.raises(PlanError, match="seconds"):
        Schedule.read({"status": "unknown", "seconds": number})


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from([10**400, -(10**400), "\ud800", "1e9", 10**20]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5) | st.just("\ud800"), inner, max_size=3)
        | st.fixed_dictionaries({"tasks": st.lists(inner, max_size=3)})
        | st.fixed_dictionaries(
            {"name": inner, "duration": inner},
            optional={"demands": inner, "after": inner, "priority": inner, "deadline": inner},
        )
        | st.fixed_dictionaries({"name": inner, "capacity": inner})
        | st.fixed_dictionaries({"tasks": inner, "resources": inner, "assumed": inner})
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(json_values)
def test_arbitrary_json_is_a_problem_or_a_sentence_and_nothing_else(data):
    with suppress(PlanError):
        Problem.read(data)
        return
    with pytest.raises(PlanError) as refused:
        Problem.read(data)
    assert all(refused.value.say(language).encode() for language in LANGUAGES)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda deep: deep,
        lambda deep: {"tasks": deep},
        lambda deep: problem({"name": deep}),
        lambda deep: problem({"duration": deep}),
        lambda deep: problem({"demands": deep}),
        lambda deep: problem({"demands": {"crew": deep}}),
        lambda deep: problem({"after": deep}),
    ],
)
def test_json_of_any_depth_is_refused_calmly(wrap):
    deep: object = 1
    for turn in range(50_000):
        deep = [deep] if turn % 2 else {"a": deep}
    with pytest.raises(PlanError) as refused:
        Problem.read(wrap(deep))
    assert len(refused.value.say("en")) < 300
    while isinstance(deep, list | dict) and deep:  # or taking it apart overflows the stack
        deep = deep.pop() if isinstance(deep, list) else deep.pop("a")


def chain(count: int) -> dict[str, object]:
    return {
        "tasks": [
            {"name": f"t{at}", "duration": 5, "after": [f"t{at - 1}"] if at else []}
            for at in reversed(range(count))
        ]
    }


def test_fifty_thousand_tasks_in_one_chain_are_a_problem():
    assert len(Problem.read(chain(MAX_TASKS)).tasks) == 50_000


def test_one_task_more_is_refused_with_both_numbers():
    with pytest.raises(PlanError, match=r"50,001 .* 50,000"):
        Problem.read(chain(MAX_TASKS + 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda task: setattr(task, "duration", 1),
        lambda task: delattr(task, "duration"),
        lambda task: task.demands.__setitem__("people", 1),
        lambda task: task.demands.update(people=1),
        lambda task: task.demands.pop("people"),
        lambda task: task.demands.popitem(),
        lambda task: task.demands.clear(),
        lambda task: task.demands.setdefault("oven", 1),
        lambda task: task.demands.__delitem__("people"),
        lambda task: task.demands.__ior__({"oven": 1}),
    ],
)
def test_nothing_of_a_task_can_be_changed(change):
    (task,) = Problem.read(
        problem({"demands": {"people": 3}}, resources=[{"name": "people", "capacity": 3}])
    ).tasks
    with pytest.raises((TypeError, ValidationError)):
        change(task)
    assert task.demands == {"people": 3}
    assert task.duration == 5


def test_amounts_do_not_follow_the_mapping_they_came_from():
    given_amounts = {"people": 3}
    task = Task(name="a", duration=1, demands=given_amounts)
    given_amounts["people"] = 9
    assert task.demands == {"people": 3}
    assert copy.deepcopy(task.demands) is task.demands
    assert pickle.loads(pickle.dumps(task.demands)) == Amounts(people=3)


def test_a_replaced_task_is_checked_like_a_new_one():
    assert WORKSHOP.replace_task("welding", duration=60).task("welding").duration == 60
    assert WORKSHOP.task("welding").duration == 120
    with pytest.raises(PlanError, match="-1"):
        WORKSHOP.replace_task("welding", duration=-1)
    with pytest.raises(PlanError, match="circle"):
        WORKSHOP.replace_task("welding", after=["assembly"])
    with pytest.raises(PlanError, match="polishing"):
        WORKSHOP.replace_task("polishing", duration=1)


def test_an_unknown_task_is_told_with_the_known_ones():
    with pytest.raises(PlanError) as refused:
        WORKSHOP.task("polishing")
    for language, comma in (("en", ", "), ("zh", "、")):
        assert "polishing" in refused.value.say(language)
        assert comma.join(["welding", "painting", "assembly"]) in refused.value.say(language)


def test_an_empty_schedule_ends_at_once():
    assert Schedule(status="unknown").makespan == 0
    assert not Schedule(status="unknown").planned


def test_each_field_carries_its_words_into_the_schema():
    schema = Task.model_json_schema()
    assert schema["properties"]["after"]["description"].startswith("Names of tasks")
    assert "name" in Resource.model_json_schema()["required"]
    assert Assumption(field="order", task="a").resource is None
