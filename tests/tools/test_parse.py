from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runtimes import left, runtime

from knowledge.numbers import spans
from tools.intake.taken import Taken
from tools.parse import TaskWords, parse_tasks, read_tasks
from tools.plan import Problem
from tools.plan.dates import moment_of
from tools.plan.task import ASSUMED_MINUTES
from tools.prose.clock import Clock
from tools.record import PlanError
from tools.wording.durations import durations

TUESDAY = Clock(datetime(2026, 11, 24, 8))
ZH = (
    "焊接需要10个人做2小时，优先级1；喷涂5个人3小时，优先级2，焊接之后；"
    "装配3个人1小时，优先级3，喷涂之后。共15人。"
)
ZH_ROWS = [
    ("焊接", "2小时", "10个人", "优先级1"),
    ("喷涂", "3小时", "5个人", "优先级2"),
    ("装配", "1小时", "3个人", "优先级3"),
]


def read(message: str, *rows: tuple[str, ...]) -> Problem:
    fields = ("name", "duration", "people", "priority")
    copied = [TaskWords(**dict(zip(fields, row, strict=False))) for row in rows]
    return read_tasks(copied, Taken(words=message), TUESDAY)


def assumed(problem: Problem) -> set[tuple[str, str | None]]:
    return {(each.field, each.task or each.resource) for each in problem.assumed}


def test_the_workshop_is_read_without_a_single_assumption():
    problem = read(ZH, *ZH_ROWS)
    told = [(t.name, t.duration, dict(t.demands), t.priority, t.after) for t in problem.tasks]
    assert told == [
        ("焊接", 120, {"people": 10}, 1, ()),
        ("喷涂", 180, {"people": 5}, 2, ("焊接",)),
        ("装配", 60, {"people": 3}, 3, ("喷涂",)),
    ]
    assert problem.capacity == {"people": 15}
    assert problem.assumed == ()


@pytest.mark.parametrize(
    "turned",
    [
        lambda name, time, people, weight: (name, people, time, weight),
        lambda name, time, people, weight: (name, time, weight, people),
        lambda name, time, people, weight: (name, weight, people, time),
        lambda name, time, people, weight: (name, people, weight, time),
    ],
)
def test_swapped_cells_are_told_apart_by_their_words(turned):
    assert read(ZH, *(turned(*row) for row in ZH_ROWS)) == read(ZH, *ZH_ROWS)


@pytest.mark.parametrize(
    "row",
    [
        ("共15人", "", "15人"),
        ("15人", "", "15人"),
        ("总人数", "", "15人"),
        ("", "2小时", "10个人"),
        ("焊接", "2小时", "10个人", "优先级1"),
        (" 焊接 ", "9小时"),
    ],
)
def test_a_total_a_nameless_row_and_a_repetition_are_no_tasks(row):
    assert read(ZH, *ZH_ROWS, row) == read(ZH, *ZH_ROWS)


def test_names_that_differ_in_case_and_blanks_are_one():
    problem = read("Cut  wood, 1 hour. cut wood", ("Cut  wood", "1 hour"), ("cut wood", ""))
    assert [task.name for task in problem.tasks] == ["Cut wood"]  # as the message writes it first
    assert problem.assumed == ()


def test_what_is_missing_is_assumed_and_listed_exactly():
    message = "Packing: 2 hours, 3 people, priority 2. Then deliver."
    problem = read(message, ("Packing", "2 hours", "3 people", "priority 2"), ("deliver",))
    deliver = problem.task("deliver")
    assert (deliver.duration, dict(deliver.demands), deliver.priority) == (
        ASSUMED_MINUTES,
        {"people": 1},
        1,
    )
    assert assumed(problem) == {
        ("duration", "deliver"),
        ("demand", "deliver"),
        ("priority", "deliver"),
        ("capacity", "people"),
    }
    assert problem.capacity == {"people": 3}


def test_where_nobody_and_nothing_is_counted_nothing_is_assumed_about_it():
    problem = read("Cook 1 hour, eat 30 min", ("Cook", "1 hour"), ("eat", "30 min"))
    assert problem.resources == ()
    assert problem.assumed == ()


def test_priority_words_of_another_task_are_not_taken_over():
    message = "Packing takes 2 hours, priority 3; delivery 1 hour."
    rows = [("Packing", "2 hours", "", "priority 3"), ("delivery", "1 hour", "", "priority 3")]
    problem = read(message, *rows)
    assert [task.priority for task in problem.tasks] == [3, 1]
    assert assumed(problem) == {("priority", "delivery")}


@pytest.mark.parametrize("words", ["Priority 4 each", "All with priority 4", "priority 4 for both"])
def test_one_priority_may_be_given_to_all(words):
    message = f"Packing 2 hours and delivery 1 hour. {words}."
    rows = [("Packing", "2 hours", "", "priority 4"), ("delivery", "1 hour", "", "priority 4")]
    assert [task.priority for task in read(message, *rows).tasks] == [4, 4]


def test_the_number_of_a_list_item_is_no_priority():
    message = "1. Packing 20 min\n2. delivery 1 hour"
    problem = read(message, ("Packing", "20 min", "", "1"), ("delivery", "1 hour", "", "2"))
    assert [task.priority for task in problem.tasks] == [1, 1]


def test_numbers_that_a_model_made_up_are_not_taken():
    problem = read("Packing and delivery", ("Packing", "5 hours", "9 people", "priority 7"))
    (task,) = problem.tasks
    assert (task.duration, dict(task.demands), task.priority) == (ASSUMED_MINUTES, {}, 1)
    assert assumed(problem) == {("duration", "Packing")}


@pytest.mark.parametrize("copy", ["two hours", "2 hours", "2  Hours", "２hours", "120 minutes"])
def test_a_copy_may_differ_in_signs_but_not_in_worth(copy):
    assert read("Packing takes 2 hours", ("Packing", copy)).tasks[0].duration == 120


CELLS = st.sampled_from(
    [
        "",
        "1 hour",
        "2 hours",
        "90 min",
        "3 people",
        "5 people",
        "priority 2",
        "priority 8",
        "4",
        "x",
    ]
)
ROWS = st.tuples(st.sampled_from(["packing", "delivery", "billing"]), CELLS, CELLS, CELLS)
CLAUSES = st.sampled_from(
    [
        "packing takes 2 hours",
        "delivery 90 min with 3 people",
        "billing",
        "priority 8 for billing",
        "we have 5 people",
        "4",
    ]
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(CLAUSES, min_size=1, max_size=5), st.lists(ROWS, min_size=1, max_size=4))
def test_every_number_is_the_messages_or_marked_as_assumed(clauses, rows):
    message = "; ".join(clauses)
    try:
        problem = read(message, *rows)
    except PlanError as refused:
        assert refused.key in ("demand-above-capacity", "no-tasks-read")  # noqa: PT017 (the rule of another test)
        return
    known, lengths = (
        {each.value for each in spans(message)},
        {e.minutes for e in durations(message)},
    )
    guessed = {(each.field, each.task) for each in problem.assumed}
    for task in problem.tasks:
        assert task.duration in lengths or ("duration", task.name) in guessed
        assert task.priority in {1, *known}
        assert set(task.demands.values()) <= known or ("demand", task.name) in guessed
    for pool in problem.resources:
        assert pool.capacity in known or ("capacity", None) in guessed


@pytest.mark.parametrize(
    ("key", "message", "row"),
    [
        ("no-tasks-read", "hello", ("", "")),
        ("bad-duration", "Packing 0 hours", ("Packing", "0 hours")),
        ("bad-priority", "Packing priority 0", ("Packing", "", "", "priority 0")),
        ("bad-name", "x" * 300 + " 1 hour", ("x" * 300, "1 hour")),
        ("demand-above-capacity", "2 people in all. Packing 3 people", ("Packing", "", "3 people")),
    ],
)
def test_words_that_make_no_plan_are_refused_by_the_domains_own_sentence(key, message, row):
    with pytest.raises(PlanError) as refused:
        read(message, row)
    assert refused.value.key == key


def test_the_tool_leaves_the_problem_and_forgets_the_old_plan():
    rows = [TaskWords(name="焊接", duration="2小时", people="10个人")]
    update = left(parse_tasks.func(rows, runtime("焊接需要10个人做2小时。共15人。", "zh")))
    assert update["problem"].task("焊接").duration == 120
    assert update["schedule"] is None
    assert update["explanation"] is None
    assert "焊接" in update["words"]


def test_the_tool_refuses_in_the_language_of_the_conversation():
    update = left(parse_tasks.func([], runtime("你好", "zh")))
    assert update["status"] == "error"
    assert update["possible"] is False
    assert update["answer"].startswith("这段话里没有找到任务")
    assert "problem" not in update


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("post journals after both of those", "post journals"),
        ("get sign-off at the end", "get sign-off"),
        ("盘点之后", "盘点"),
        ("after", "after"),
    ],
)
def test_words_about_the_order_are_no_part_of_a_name(said, name):
    assert read(f"{said}: 1 hour", (said, "1 hour", "", "")).tasks[0].name == name


def test_a_row_that_names_only_people_is_no_task():
    message = "Scan the files: 2 clerks, 1 hour. Bind them: 1 clerk, 20 minutes. Three clerks."
    rows = [
        ("Scan the files", "1 hour", "2 clerks", ""),
        ("Bind them", "20 minutes", "1 clerk", ""),
        ("Three clerks.", "1 hour", "2 clerks", ""),
    ]
    problem = read(message, *rows)
    assert [task.name for task in problem.tasks] == ["Scan the files", "Bind them"]
    assert dict(problem.capacity) == {"people": 3}
    assert problem.assumed == ()


def test_an_amount_that_belongs_to_another_task_is_not_taken_over():
    message = "钻孔1个人半小时；打扫喷房两个人一小时。共4人。"
    problem = read(message, ("钻孔", "半小时", "1个人", ""), ("打扫喷房", "一小时", "1个人", ""))
    assert problem.task("打扫喷房").demands == {"people": 2}


def test_urgency_of_one_task_marks_the_priorities_of_the_others():
    problem = read("查房1小时，最紧急；发药40分钟。")
    assert {each.task for each in problem.assumed if each.field == "priority"} == {"发药"}


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles"])
def test_times_are_read_from_the_clock_of_the_user(zone):
    said = runtime("Weld 2 hours, must be done by tomorrow 3 pm.", zone=zone)
    problem = left(parse_tasks.func([], said))["problem"]
    assert problem.time_zone == zone
    now = datetime.now(ZoneInfo(zone))
    assert abs(problem.start.replace(tzinfo=ZoneInfo(zone)) - now) < timedelta(hours=1)
    limit = moment_of(problem.task("Weld").deadline, problem)
    assert (limit.hour, limit.minute) == (15, 0)
    assert limit.date() in {(now + timedelta(days=1, minutes=m)).date() for m in (0, 15)}


@pytest.mark.parametrize(
    ("message", "language", "words"),
    [
        ("Paint the fence, 3 hours, 1 person", "en", "with 3 tasks, is put aside. “undo”"),
        ("刷围栏3小时1人", "zh", "之前的计划（3 项任务）先放在一边；说“撤销”"),
    ],
)
def test_a_plan_that_is_given_up_for_less_is_told(message, language, words):
    update = left(parse_tasks.func([], runtime(message, language, problem=read(ZH))))
    assert words in update["preface"]


@pytest.mark.parametrize("message", [ZH, "焊接2小时2人，喷涂1小时1人"])
def test_a_plan_that_is_told_anew_puts_none_aside_in_words(message):
    update = left(parse_tasks.func([], runtime(message, "zh", problem=read(ZH))))
    assert "撤销" not in update["preface"]
