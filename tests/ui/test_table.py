"""The two tables and the problem say the same, and what cannot be read is named."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standin import problem

from tools.phrases import LANGUAGES
from tools.plan import Assumption, Problem, Resource, Task
from tools.record import PlanError
from tools.table import COLUMNS, capacity_rows, changed_elsewhere, read_problem, task_rows

names = (
    st.text(string.ascii_letters + "打包送货 -().", min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and text not in ("people", "人"))
)
times = st.none() | st.integers(0, 100_000)


@st.composite
def problems(draw) -> Problem:
    pools = draw(st.lists(names, max_size=3, unique=True))
    resources = tuple(Resource(name=name, capacity=draw(st.integers(1, 9))) for name in pools)
    tasks = []
    for name in draw(st.lists(names, min_size=1, max_size=5, unique=True)):
        needs = draw(st.lists(st.sampled_from(resources), unique=True)) if resources else []
        earlier = [task.name for task in tasks]
        tasks.append(
            Task(
                name=name,
                duration=draw(st.integers(1, 5000)),
                demands={pool.name: draw(st.integers(1, pool.capacity)) for pool in needs},
                priority=draw(st.integers(1, 999)),
                after=tuple(
                    draw(st.lists(st.sampled_from(earlier), unique=True)) if earlier else ()
                ),
                release=draw(st.integers(0, 5000)),
                due=draw(times),
                deadline=draw(times),
            )
        )
    guessed = tuple(
        Assumption(field="duration", task=task.name) for task in tasks if draw(st.booleans())
    )
    return Problem(tasks=tuple(tasks), resources=resources, assumed=guessed)


def rows(**cells: str) -> list[str]:
    return [cells.get(column, "") for column in COLUMNS]


def read(*tasks: list[str], pools=(), old=None, language="en") -> Problem:
    return read_problem(tasks, pools, old, language)


@pytest.mark.parametrize("language", LANGUAGES)
@given(wanted=problems())
def test_a_problem_survives_the_tables(wanted, language):
    back = read_problem(
        task_rows(wanted, language), capacity_rows(wanted, language), wanted, language
    )
    assert back.tasks == wanted.tasks
    assert back.resources == wanted.resources
    assert set(back.assumed) == set(wanted.assumed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scripted_problem_survives_the_tables(language):
    wanted = problem()
    back = read_problem(
        task_rows(wanted, language), capacity_rows(wanted, language), wanted, language
    )
    assert back.tasks == wanted.tasks
    assert back.resources == wanted.resources


@pytest.mark.parametrize(
    ("text", "minutes"), [("90", 90), ("1h30", 90), ("2小时", 120), ("9０", 90), ("1 h 5 min", 65)]
)
def test_durations_are_read_as_people_write_them(text, minutes):
    assert read(rows(name="A", duration=text)).tasks[0].duration == minutes


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"name": "A", "duration": "soon"}, ["soon", "row 2", "“A”", "1h30"]),
        ({"name": "A", "duration": "2 h", "priority": "high"}, ["high", "row 2", "priority"]),
        ({"name": "A", "duration": "2 h", "deadline": "x"}, ["x", "row 2", "deadline"]),
        ({"name": "A"}, ["“A”", "row 2", "duration"]),
        ({"duration": "2 h"}, ["Row 2", "name"]),
        ({"name": "A", "duration": "2 h", "priority": "0"}, ["“0”", "row 2", "from 1 up"]),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_with_its_row_and_value(cells, words):
    with pytest.raises(PlanError) as caught:
        read(rows(name="First", duration="1"), rows(**cells))
    assert all(word in caught.value.say("en") for word in words)
    assert caught.value.say("zh")


def test_empty_rows_are_no_mistake():
    assert len(read(rows(name="A", duration="5"), rows(), rows()).tasks) == 1


def test_a_value_that_is_overwritten_is_no_longer_assumed():
    first = read(rows(name="A", duration="≈ 1 h"))
    assert [entry.field for entry in first.assumed] == ["duration"]
    assert read(rows(name="A", duration="2 h"), old=first).assumed == ()


def test_a_renamed_task_is_renamed_where_others_wait_for_it():
    old = read(rows(name="A", duration="5"), rows(name="B", duration="5", after="A"))
    typed = (rows(name="Prepare", duration="5"), rows(name="B", duration="5", after="A"))
    assert read(*typed, old=old).by_name["B"].after == ("Prepare",)
    assert changed_elsewhere(typed, old)
    assert not changed_elsewhere(task_rows(old, "en"), old)


def test_a_renamed_resource_is_renamed_where_tasks_need_it():
    old = read(rows(name="A", duration="5", needs="nurse × 2"), pools=[["nurse", "3"]])
    new = read(rows(name="A", duration="5", needs="nurse × 2"), pools=[["doctor", "3"]], old=old)
    assert new.tasks[0].demands == {"doctor": 2}


def test_deleting_a_task_that_another_waits_for_is_refused():
    old = read(rows(name="A", duration="5"), rows(name="B", duration="5", after="A"))
    with pytest.raises(PlanError) as caught:
        read(rows(name="B", duration="5", after="A"), old=old)
    assert caught.value.key == "unknown-predecessor"


def test_a_new_resource_in_a_task_is_taken_on_and_marked_as_assumed():
    new = read(
        rows(name="A", duration="5", needs="van × 2, Ann"),
        rows(name="B", duration="1", needs="van"),
    )
    assert new.capacity == {"van": 2, "Ann": 1}
    assert {entry.resource for entry in new.assumed} == {"van", "Ann"}


def test_names_with_commas_stay_whole():
    old = Problem(
        tasks=(
            Task(name="Clean, dry, pack", duration=5),
            Task(name="Send", duration=5, after=("Clean, dry, pack",)),
        )
    )
    assert read_problem(task_rows(old, "en"), [], old, "en").tasks == old.tasks


def test_people_are_shown_and_read_in_chinese():
    old = Problem(
        tasks=(Task(name="A", duration=5, demands={"people": 2}),),
        resources=(Resource(name="people", capacity=3),),
    )
    assert task_rows(old, "zh")[0][2] == "人 × 2"
    assert read_problem(task_rows(old, "zh"), capacity_rows(old, "zh"), old, "zh") == old
