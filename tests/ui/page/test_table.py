"""The two tables and the problem say the same, and what cannot be read is named."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from standin import problem
from written import written_problems

from tools.phrases import LANGUAGES
from tools.plan import Assumption, Problem, Resource, Task
from tools.record import PlanError
from tools.table import (
    COLUMNS,
    calendar_rows,
    changed_elsewhere,
    columns,
    plan_rows,
    read_problem,
    resource_columns,
    resource_rows,
    task_rows,
)

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
@settings(deadline=None)
@given(wanted=problems())
def test_a_problem_survives_the_tables(wanted, language):
    back = read_problem(
        task_rows(wanted, language), resource_rows(wanted, language), wanted, language
    )
    assert back.tasks == wanted.tasks
    assert back.resources == wanted.resources
    assert set(back.assumed) == set(wanted.assumed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scripted_problem_survives_the_tables(language):
    wanted = problem()
    back = read_problem(
        task_rows(wanted, language), resource_rows(wanted, language), wanted, language
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
    assert read_problem(task_rows(old, "zh"), resource_rows(old, "zh"), old, "zh") == old


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=80, deadline=None, derandomize=True)
@given(wanted=written_problems())
def test_everything_that_a_problem_says_stands_in_its_tables(wanted, language):
    back = read_problem(
        task_rows(wanted, language, columns(wanted)),
        resource_rows(wanted, language, resource_columns(wanted)),
        None,
        language,
        shown=columns(wanted),
        of_resources=resource_columns(wanted),
        calendars=calendar_rows(wanted, language),
        plan=plan_rows(wanted, language),
    )
    assert back == wanted


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(wanted=written_problems())
def test_what_no_column_shows_survives_an_edit(wanted, language):
    rows, pools = task_rows(wanted, language), resource_rows(wanted, language)
    assert read_problem(rows, pools, wanted, language) == wanted
    rows[0][0] = pools[0][0] = "renamed"
    new = read_problem(rows, pools, wanted, language).model_dump()
    names = {wanted.tasks[0].name: "renamed"}
    pool_names = {pool.name: "renamed" for pool in wanted.resources[:1]}
    for task, was in zip(new["tasks"], wanted.model_dump()["tasks"], strict=True):
        was["name"] = names.get(was["name"], was["name"])
        for field in ("after", "apart", "same_people"):
            was[field] = tuple(names.get(name, name) for name in was[field])
        for link in was["links"]:
            link["task"] = names.get(link["task"], link["task"])
        for way in (was, *was["alternatives"]):
            way["demands"] = {pool_names.get(k, k): v for k, v in way["demands"].items()}
        assert task == was
    for pool, before in zip(new["resources"], wanted.model_dump()["resources"], strict=False):
        assert pool == before | {"name": pool["name"], "kind": pool["kind"]}


def test_people_who_get_another_name_are_still_people():
    old = Problem(
        tasks=(
            Task(name="A", duration=5, demands={"people": 1}),
            Task(name="B", duration=5, demands={"people": 1}, same_people=("A",)),
        ),
        resources=(Resource(name="people"),),
    )
    pools = resource_rows(old, "en")
    pools[0][0] = "crew"
    (crew,) = read_problem(task_rows(old, "en"), pools, old, "en").resources
    assert (crew.name, crew.kind) == ("crew", "people")


NOON = {"start": "2026-11-24T08:00", "time_zone": "Asia/Shanghai"}
WELD = {"name": "Weld", "duration": 60}


def said(language: str = "en", **cells: str) -> Task:
    """What one row says that stands after the task Weld, with a press and people who can weld."""
    shown = ("name", "duration", *cells)
    return read_problem(
        [["Weld", "1 h"], ["B", "1 h", *cells.values()]],
        [["press", "3", ""], ["Ann", "1", "weld"], ["王芳", "1", "weld, 护理"]],
        None,
        language,
        shown=shown,
        of_resources=("resource", "capacity", "skills"),
        plan=[["start", "2026-11-24 08:00"], ["time zone", "Asia/Shanghai"]],
    ).by_name["B"]


@pytest.mark.parametrize(
    ("cell", "kind", "lag"),
    [
        ("Weld + 30 min", "finish-start", 30),
        ("Weld+30", "finish-start", 30),
        ("Weld - 10 min", "finish-start", -10),
        ("Weld SS + 1 h", "start-start", 60),
        ("Weld ss", "start-start", 0),
        ("Weld FF", "finish-finish", 0),
        ("Weld 开始-开始 + 1小时", "start-start", 60),
        ("Weld 完成-完成", "finish-finish", 0),
        ('"Weld" FF - 1h30', "finish-finish", -90),
    ],
)
def test_what_a_task_waits_for_is_read_with_its_kind_and_lag(cell, kind, lag):
    task = said(after=cell)
    assert task.after == ()
    assert [(link.task, link.kind, link.lag) for link in task.links] == [("Weld", kind, lag)]


def test_a_name_that_ends_like_a_link_is_a_name():
    tasks = [rows(name="Weld", duration="5"), rows(name="Weld SS", duration="5")]
    new = read(*tasks, rows(name="B", duration="5", after='Weld SS, "Weld" SS, "Weld SS" SS'))
    assert new.by_name["B"].after == ("Weld SS",)
    assert [link.task for link in new.by_name["B"].links] == ["Weld", "Weld SS"]


def test_a_task_after_a_slip_of_the_pen_is_unknown_and_not_another_one():
    with pytest.raises(PlanError) as caught:
        read(rows(name="Pre", duration="5"), rows(name="B", duration="5", after="Press"))
    assert caught.value.key == "unknown-predecessor"


def test_needs_are_resources_or_skills_that_somebody_has():
    task = said(needs="press × 2, weld, 护理, crane")
    assert task.demands == {"press": 2, "crane": 1}
    assert task.skills == {"weld": 1, "护理": 1}


def test_a_skill_called_like_a_resource_is_marked_as_a_skill():
    wanted = Problem(
        tasks=(Task(name="A", duration=5, demands={"weld": 1}, skills={"weld": 1}),),
        resources=(Resource(name="weld"), Resource(name="Ann", skills=("weld",))),
    )
    assert task_rows(wanted, "en")[0][2] == "weld, skill: weld"
    assert task_rows(wanted, "zh")[0][2] == "weld, 技能: weld"


@pytest.mark.parametrize(
    ("cell", "minute"),
    [
        ("2026-11-24 14:00", 360),
        ("2026-11-24 14:00:00", 360),
        ("2026/11/24 14:00", 360),
        ("2026年11月24日14:00", 360),
        ("2026-11-24T14:00+08:00", 360),
        ("2026-11-24T06:00Z", 360),
        ("2026-11-24", 960),
        ("6 h", 360),
        ("360", 360),
    ],
)
def test_a_deadline_is_a_date_or_minutes_from_the_start(cell, minute):
    assert said(deadline=cell).deadline == minute


def test_dates_are_shown_on_the_wall_clock_and_whole_days_without_a_time():
    wanted = Problem.read(
        NOON | {"tasks": [WELD | {"release": 360, "due": 960, "deadline": 1021, "fixed": 960}]}
    )
    shown = ("release", "due", "deadline", "fixed")
    assert task_rows(wanted, "en", shown) == [
        ["2026-11-24 14:00", "2026-11-24", "2026-11-25 01:01", "2026-11-25"]
    ]


def test_other_ways_pauses_and_the_rest_are_read_in_both_languages():
    ways = said(**{"or": "3 h, press; 2 h, press × 2, weld", "pausable": "yes"})
    assert [(way.duration, way.demands, way.skills) for way in ways.alternatives] == [
        (180, {"press": 1}, {}),
        (120, {"press": 2}, {"weld": 1}),
    ]
    assert ways.pausable
    chinese = said("zh", **{"or": "3小时，press；2小时", "pausable": "是", "family": "红"})
    assert [way.duration for way in chinese.alternatives] == [180, 120]
    assert (chinese.pausable, chinese.family) == (True, "红")
    assert not said(**{"pausable": "否"}).pausable


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        ({"or": "press, 3 h"}, "page-bad-way"),
        ({"pausable": "perhaps"}, "page-bad-flag"),
        ({"value": "much"}, "page-bad-number"),
        ({"deadline": "next week"}, "page-bad-time"),
        ({"deadline": "2026-13-24"}, "bad-date"),
        ({"fixed": "2026-11-23"}, "before-start"),
    ],
)
def test_a_further_cell_that_cannot_be_read_is_named(cells, key):
    with pytest.raises(PlanError) as caught:
        said(**cells)
    assert caught.value.key == key
    assert all(cell in caught.value.say("en") or "press" in cell for cell in cells.values())


def pool(**cells: str) -> Resource:
    return read_problem(
        [["A", "5"]],
        [["r", *cells.values()]],
        None,
        "en",
        of_resources=("resource", *cells),
        calendars=[["day", "mon-fri 08:00-12:00, 13:00-17:00"]],
        plan=[["start", "2026-11-24 08:00"]],
    ).resources[0]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("2026-11-25", (960, 2400, None, "")),
        ("2026-11-25 to 2026-11-26", (960, 3840, None, "")),
        ("2026-11-25 至 2026-11-26 × 2 展会", (960, 3840, 2, "展会")),
        ("2026-11-24 13:00 to 14:30 (dentist; again)", (300, 390, None, "dentist; again")),
        ("1 h to 90", (60, 90, None, "")),
    ],
)
def test_an_absence_has_days_or_times_an_amount_and_a_reason(cell, wanted):
    (away,) = pool(capacity="3", absences=cell).absences
    assert (away.start, away.end, away.amount, away.reason) == wanted


@pytest.mark.parametrize(("language", "until"), [("en", "to"), ("zh", "至")])
def test_stretches_are_written_in_the_language_of_the_page_and_read_again(language, until):
    plan = Problem.read(
        {
            "start": "2026-11-24T08:00",
            "calendars": [
                {
                    "name": "day",
                    "hours": [{"days": ["tue"], "start": "08:00", "end": "16:00"}],
                    "closed": [
                        {"start": "2026-12-24", "end": "2026-12-26"},
                        {"start": "2027-01-01"},
                    ],
                }
            ],
            "tasks": [{"name": "A", "duration": 5}],
            "resources": [{"name": "r", "calendar": "day", "absences": [{"start": 0, "end": 60}]}],
        }
    )
    (closed,) = [row[2] for row in calendar_rows(plan, language)]
    assert closed == f"2026-12-24 {until} 2026-12-26; 2027-01-01"
    columns = resource_columns(plan)
    rows = resource_rows(plan, language, columns)
    assert f"2026-11-24 08:00 {until} 2026-11-24 09:00" in rows[0]
    read = read_problem(
        task_rows(plan, language, ("name", "duration")),
        rows,
        plan,
        language,
        shown=("name", "duration"),
        of_resources=columns,
        calendars=calendar_rows(plan, language),
    )
    assert read == plan


def test_a_resource_has_its_kind_skills_calendar_cost_and_setups():
    read = pool(kind="人员", skills="weld, 护理", calendar="day", cost="40")
    assert (read.kind, read.skills, read.calendar, read.cost) == (
        "people",
        ("weld", "护理"),
        "day",
        40,
    )
    setups = pool(setups="red > blue 30 min; blue 2 → red: 1 h").setups
    assert [(each.before, each.after, each.minutes) for each in setups] == [
        ("red", "blue", 30),
        ("blue 2", "red", 60),
    ]


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        ({"kind": "magic"}, "page-bad-choice"),
        ({"absences": "in May"}, "page-bad-stretch"),
        ({"setups": "red to blue"}, "page-bad-setup"),
        ({"cost": "-1"}, "page-bad-number"),
        ({"calendar": "night"}, "unknown-calendar"),
    ],
)
def test_a_cell_of_a_resource_that_cannot_be_read_is_named(cells, key):
    with pytest.raises(PlanError) as caught:
        pool(**cells)
    assert caught.value.key == key
    assert all(
        cell in caught.value.say(language) for cell in cells.values() for language in LANGUAGES
    )


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("mon-fri 08:00-12:00, 13:00-17:00", [(5, "08:00", "12:00"), (5, "13:00", "17:00")]),
        ("Mon, Wed 8:00 to 12:00; sat 09:00-12:00", [(2, "08:00", "12:00"), (1, "09:00", "12:00")]),
        ("周一至周五 08:00-12:00、13:00-17:00", [(5, "08:00", "12:00"), (5, "13:00", "17:00")]),
        ("工作日 22:00-06:00；周末 8:00至9:00", [(5, "22:00", "06:00"), (2, "08:00", "09:00")]),
        ("09:00-17:00", [(7, "09:00", "17:00")]),
        ("fri-mon 09:00-17:00", [(4, "09:00", "17:00")]),
    ],
)
def test_working_hours_are_read_as_people_write_them(cell, wanted):
    read = read_problem([["A", "5"]], [], None, "en", calendars=[["day", cell]])
    assert [(len(each.days), each.start, each.end) for each in read.calendars[0].hours] == wanted


@pytest.mark.parametrize("cell", ["always", "mon-fri", "mon 8-12", "25:00-26:00", "mon 08:00"])
def test_hours_that_cannot_be_read_are_refused(cell):
    with pytest.raises(PlanError) as caught:
        read_problem([["A", "5"]], [], None, "en", calendars=[["day", cell]])
    assert caught.value.key in ("page-bad-hours", "bad-clock")


def test_a_new_start_leaves_dates_where_they_are():
    old = Problem.read(
        NOON
        | {
            "tasks": [WELD | {"fixed": 60, "deadline": 960}],
            "resources": [{"name": "r", "absences": [{"start": 60, "end": 120}]}],
        }
    )
    later = [["start", "2026-11-24 08:30"], ["time zone", "Asia/Shanghai"]]
    new = read_problem(task_rows(old, "en"), resource_rows(old, "en"), old, "en", plan=later)
    assert (new.tasks[0].fixed, new.tasks[0].deadline) == (30, 930)
    assert (new.resources[0].absences[0].start, new.resources[0].absences[0].end) == (30, 90)


def test_a_renamed_calendar_is_renamed_where_resources_work_by_it():
    old = Problem.read(
        NOON
        | {
            "tasks": [WELD],
            "resources": [{"name": "r", "calendar": "day"}],
            "calendars": [
                {"name": "day", "hours": [{"days": ["mon"], "start": "8:00", "end": "9:00"}]}
            ],
        }
    )
    calendars = calendar_rows(old, "en")
    calendars[0][0] = "early"
    new = read_problem(
        task_rows(old, "en"), resource_rows(old, "en"), old, "en", calendars=calendars
    )
    assert new.resources[0].calendar == new.calendars[0].name == "early"


def test_ten_thousand_names_in_a_cell_are_read():
    names = [f"t{at}" for at in range(10_000)]
    tasks = [["last", "5", ", ".join(names)], *([name, "5"] for name in names)]
    new = read_problem(tasks, [], None, "en", shown=("name", "duration", "after"))
    assert new.tasks[0].after == tuple(names)


@pytest.mark.parametrize(("language", "named"), [("en", "weight of moves"), ("zh", "变动的代价")])
def test_a_weight_of_moves_that_is_no_number_is_refused_with_its_place(language, named):
    old = Problem(tasks=(Task(name="A", duration=5),))
    rows = plan_rows(old, language)
    rows[3][1] = "often"
    with pytest.raises(PlanError) as caught:
        read_problem(task_rows(old, language), [], old, language, plan=rows)
    assert named in caught.value.say(language)
    assert "often" in caught.value.say(language)
