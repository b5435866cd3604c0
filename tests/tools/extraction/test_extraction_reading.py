"""What the network says -> rows, order and a problem; and the network as it is shipped."""

from datetime import datetime

import pytest

from tools.extraction.reading import Extract, Extractor, Owned, amount, reading
from tools.extraction.units import Units
from tools.extraction.values import Value, named, values
from tools.extraction.whole import full_names
from tools.plan import PEOPLE
from tools.prose.clock import Clock
from tools.prose.problem import problem_of

TUESDAY = Clock(datetime(2026, 11, 24, 8, 0))


def units_of(text: str) -> Units:
    """One unit for each character."""
    return Units([(at, at + 1) for at in range(len(text))], [], [])


def spans(text: str, *names: str) -> list[tuple[int, int]]:
    return [(text.index(name), text.index(name) + len(name) - 1) for name in names]


def value(text: str, kind: str, words: str, key: object) -> Value:
    return Value(kind, text.index(words), text.index(words) + len(words), key)


def test_a_value_goes_to_the_task_that_it_belongs_to():
    text = "Cut 1 h, then glue 2 h, two people"
    found = Extract(
        spans(text, "Cut", "glue"),
        [
            Owned([value(text, "duration", "1 h", 60)], [0.9, 0.2]),
            Owned([value(text, "duration", "2 h", 120)], [0.4, 0.8]),
            Owned([value(text, "people", "two people", 2)], [0.7, 0.9]),
        ],
        [[0.0, 0.1], [0.95, 0.0]],
    )
    problem = problem_of(reading(text, units_of(text), found), TUESDAY)
    assert [task.duration for task in problem.tasks] == [60, 120]
    assert [task.demands for task in problem.tasks] == [{PEOPLE: 2}, {PEOPLE: 2}]
    assert [task.after for task in problem.tasks] == [(), ("Cut",)]
    origins = {(each.task, each.field): each.words for each in problem.origins}
    assert origins["Cut", "duration"] == "1 h"


def test_of_two_values_the_surer_one_counts():
    text = "Cut 1 h 2 h"
    owned = [
        Owned([value(text, "duration", "1 h", 60)], [0.6]),
        Owned([value(text, "duration", "2 h", 120)], [0.9]),
    ]
    rows = reading(text, units_of(text), Extract(spans(text, "Cut"), owned, [[0.0]])).rows
    assert rows[0].duration.value == 120


def test_what_must_be_somebodys_is_the_likeliest_ones_where_none_is_sure():
    """“Priority 9” of one task was lost, and 1 assumed in its place."""
    text = "Cut 1 h, glue 2 h, two people, priority 9"
    owned = [
        Owned([value(text, "duration", "1 h", 60)], [0.9, 0.2]),
        Owned([value(text, "duration", "2 h", 120)], [0.1, 0.3]),
        Owned([value(text, "people", "two people", 2)], [0.1, 0.3]),
        Owned([value(text, "priority", "priority 9", 9)], [0.1, 0.3]),
    ]
    found = Extract(spans(text, "Cut", "glue"), owned, [[0.0, 0.0]] * 2)
    cut, glue = reading(text, units_of(text), found).rows
    assert (cut.duration.value, cut.priority) == (60, None)
    assert (glue.duration.value, glue.priority.value) == (120, 9)


@pytest.mark.parametrize(
    ("text", "people", "first", "second"),
    [
        ("Sew 3 h, 2 people, sorry, I meant 2 h", "2 people", "3 h", "2 h"),
        ("Sew 3小时2个人，说错了，2小时", "2个人", "3小时", "2小时"),
        ("Sew 3 h, 2 people - no, make that 2 h", "2 people", "3 h", "2 h"),
    ],
)
def test_what_is_taken_back_counts_no_more_and_what_stands_between_is_kept(
    text: str, people: str, first: str, second: str
) -> None:
    """The three hours stayed, and the two people were lost."""
    owned = [
        Owned([value(text, "duration", first, 180)], [0.9]),
        Owned([value(text, "people", people, 2)], [0.3]),
        Owned([value(text, "duration", second, 120)], [0.2]),
    ]
    (row,) = reading(text, units_of(text), Extract(spans(text, "Sew"), owned, [[0.0]])).rows
    assert (row.duration.value, row.held[PEOPLE].value) == (120, 2)


def test_other_words_between_two_values_take_nothing_back() -> None:
    text = "Cut 1 h, no more than 2 h"
    owned = [
        Owned([value(text, "duration", "1 h", 60)], [0.9]),
        Owned([value(text, "duration", "2 h", 120)], [0.2]),
    ]
    (row,) = reading(text, units_of(text), Extract(spans(text, "Cut"), owned, [[0.0]])).rows
    assert row.duration.value == 60


@pytest.mark.parametrize(
    ("text", "mark", "name"),
    [
        ("盘点仓库大概要2小时", "盘点仓库大", "盘点仓库"),
        ("客户退款优先级5", "客户退款优", "客户退款"),
        ("税务申报下周三截止", "税务申报下", "税务申报"),
    ],
)
def test_a_name_takes_no_half_of_the_word_behind_it(text: str, mark: str, name: str) -> None:
    ((start, end),) = full_names(text, [(0, len(mark))], [])
    assert text[start:end] == name


def test_the_half_of_a_word_for_a_limit_is_no_task(extractor) -> None:
    problem = problem_of(extractor("工资表2小时；增值税申报下周三下午五点截止，3小时。"), TUESDAY)
    assert [task.name for task in problem.tasks] == ["工资表", "增值税申报"]


@pytest.mark.parametrize(
    ("text", "names", "after"),
    [
        (
            "Step 1: mix dough 20 min. Step 2: let rise 1 hour. Step 3: bake 35 min.",
            ["mix dough", "let rise", "bake"],
            [0, 1, 1],
        ),
        (
            "🔧 Fix pump – 2 h; 🎨 paint door – 1 h after fixing the pump",
            ["Fix pump", "paint door"],
            [0, 1],
        ),
    ],
)
def test_steps_are_in_order_and_pictures_are_no_tasks(extractor, text, names, after) -> None:
    problem = problem_of(extractor(text), TUESDAY)
    assert [task.name for task in problem.tasks] == names
    assert [len(task.after) for task in problem.tasks] == after


def test_how_many_there_are_in_all_is_no_need_of_a_task():
    text = "We have four mechanics. Fetch the tyres, 2 mechanics, 1 hour."
    four, two = (value(text, "trade", words, "mechanic") for words in ("mechanics", "mechanics,"))
    owned = [Owned([four, two], [0.9])]
    (row,) = reading(text, units_of(text), Extract(spans(text, "Fetch"), owned, [[0.0]])).rows
    assert row.held["mechanic"].value == 2


def test_people_who_can_do_something_are_of_that_trade():
    text = "Cut 1 h, two people who can weld"
    owned = [
        Owned([value(text, "people", "two people", 2)], [0.9]),
        Owned([value(text, "trade", "weld", "weld")], [0.8]),
    ]
    rows = reading(text, units_of(text), Extract(spans(text, "Cut"), owned, [[0.0]])).rows
    assert {name: said.value for name, said in rows[0].held.items()} == {"weld": 2}


def test_the_rules_have_a_word_in_what_the_network_is_not_sure_of():
    for text, waits in (("Cut (1 h), then glue (2 h)", True), ("Cut (1 h), glue (2 h)", False)):
        found = Extract(spans(text, "Cut", "glue"), [], [[0.0, 0.0], [0.5, 0.0]])
        order = reading(text, units_of(text), found).order
        assert order is not None
        assert (order.after["glue"] == ("Cut",)) is waits


def test_what_starts_together_comes_from_the_rules():
    text = "Cut (1 h) and glue (2 h) start at the same time"
    found = Extract(spans(text, "Cut", "glue"), [], [[0.0, 0.0], [0.0, 0.0]])
    order = reading(text, units_of(text), found).order
    assert order is not None
    assert order.together == {"glue": ("Cut",)}


def test_what_would_close_a_circle_is_left_out_and_the_surest_kept():
    text = "Cut glue"
    found = Extract(spans(text, "Cut", "glue"), [], [[0.0, 0.7], [0.9, 0.0]])
    order = reading(text, units_of(text), found).order
    assert order.after == {"Cut": (), "glue": ("Cut",)}


def test_two_tasks_of_one_name_stay_two():
    text = "Cut. Cut"
    found = Extract([(0, 2), (5, 7)], [], [[0.0, 0.0], [0.0, 0.0]])
    assert [row.name for row in reading(text, units_of(text), found).rows] == ["Cut", "Cut (2)"]


@pytest.mark.parametrize(
    ("text", "words", "many"),
    [
        ("two nurses", "nurses", 2),
        ("a nurse", "nurse", 1),
        ("the crane", "crane", 1),
        ("3 forklifts", "forklifts", 3),
        ("焊工两名", "焊工", 2),
        ("三台铣床", "铣床", 3),
        ("room 214", "room", 1),
    ],
)
def test_how_many_are_asked_for_stands_beside_the_name(text, words, many):
    start = text.index(words)
    assert amount(named("trade", text, start, start + len(words)), text) == many


@pytest.fixture(scope="module")
def extractor(e5_folder) -> Extractor:
    return Extractor(e5_folder)


@pytest.mark.parametrize(
    ("text", "names", "minutes", "after"),
    [
        (
            "Please sand the door, 40 minutes, Anna does it; once that is done it gets painted by "
            "two people in an hour.",
            ["sand the door", "painted"],
            [40, 60],
            [0, 1],
        ),
        (
            "先磨木板，四十分钟，小王来；磨完再刷漆，两个人一个小时。",
            ["磨木板", "刷漆"],
            [40, 60],
            [0, 1],
        ),
    ],
)
def test_the_network_as_it_is_shipped_reads_simple_prose(extractor, text, names, minutes, after):
    problem = problem_of(extractor(text), TUESDAY)
    for task, name in zip(problem.tasks, names, strict=True):
        assert name in task.name or task.name in name
    assert [task.duration for task in problem.tasks] == minutes
    assert [len(task.after) for task in problem.tasks] == after


@pytest.mark.parametrize(
    "text", ["", "\n", "?", "weld " * 600, "Thanks, that was very kind of you!"]
)
def test_what_has_no_tasks_or_is_too_long_is_left_to_the_rules(extractor, text):
    assert extractor(text) is None


def test_how_many_there_are_is_no_need_of_a_task():
    assert [each.kind for each in values("焊接2小时，15人可用")] == ["duration"]


def test_a_message_that_is_asked_about_twice_is_looked_at_once(extractor, monkeypatch):
    first = extractor("Sweep the yard, 20 minutes, then lock the gate, 5 minutes")
    monkeypatch.setattr("tools.extraction.reading.extract", None)
    again = extractor("Sweep the yard, 20 minutes, then lock the gate, 5 minutes")
    assert again.rows == first.rows
    assert again.rows is not first.rows  # what is made of one reading leaves the other alone


def test_a_trade_that_is_counted_is_that_trade_unless_others_are_counted_alike():
    text = "Cut 1 h, four porters"
    porters = Owned([value(text, "people", "four porters", 4)], [0.9])
    rows = reading(text, units_of(text), Extract(spans(text, "Cut"), [porters], [[0.0]])).rows
    assert {name: said.value for name, said in rows[0].held.items()} == {"porter": 4}
    text = "Check it, 1 nurse; file it, 1 person"
    one = Owned(
        [value(text, "people", "1 nurse", 1), value(text, "people", "1 person", 1)], [0.1, 0.9]
    )
    found = Extract(spans(text, "Check it", "file it"), [one], [[0.0, 0.0], [0.0, 0.0]])
    rows = reading(text, units_of(text), found).rows
    assert [list(row.held) for row in rows] == [[], [PEOPLE]]


@pytest.mark.parametrize("there", ["are 3 people and have", "are three with", "are 3 people and"])
def test_a_machine_that_is_counted_beside_the_people_is_not_assumed(extractor, there):
    text = f"We {there} one oven. Roasting 2 hours in the oven. Dessert 1 hour in the oven."
    problem = problem_of(extractor(text), TUESDAY)
    assert problem.capacity == {PEOPLE: 3, "oven": 1}
    assert not [each for each in problem.assumed if each.field == "capacity"]


def test_the_people_who_are_counted_are_no_task(extractor):
    """“painting 5 people” was read as painting and people."""
    read = extractor(
        "Welding needs 10 people for 2 hours, priority 1; painting 5 people, 3 hours, priority 2, "
        "after welding; assembly 3 people, 1 hour, priority 3, after painting. 15 people in all."
    )
    assert [row.name for row in read.rows] == ["Welding", "painting", "assembly"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "Please plan: stocktake needs 4 people for 3 hours, cleaning 2 people 1 hour, delivery "
            "1 person 45 minutes after stocktake. We have six people.",
            {"stocktake": (), "cleaning": (), "delivery": ("stocktake",)},
        ),
        (
            "painting takes 3 hours with 5 staff, welding takes 2 hours with 10 staff before that, "
            "assembly 3 staff 1 hour at the end",
            {"painting": ("welding",), "welding": (), "assembly": ("painting",)},
        ),
        (
            "A needs 2 people for 1 hour, B 3 people for 2 hours after A, C 1 person 30 min.",
            {"A": (), "B": ("A",), "C": ()},
        ),
        (
            "iron 1 h, fold 20 min. Folding can't start before ironing is done.",
            {"iron": (), "fold": ("iron",)},
        ),
    ],
)
def test_no_order_is_invented_or_turned_round_and_no_name_is_lost(extractor, text, after):
    problem = problem_of(extractor(text), TUESDAY)
    assert {task.name: task.after for task in problem.tasks} == after


@pytest.mark.parametrize(
    ("text", "mark", "name"),
    [
        ("需求评审1天", "求评审", "需求评审"),
        ("李娜负责测试4小时", "责测试", "测试"),
        ("必须完成年终结算6小时", "成年终结算", "年终结算"),
        ("A产线换模1小时", "产线换模", "A产线换模"),
        ("\U0001f4e6拆箱45分钟", "\U0001f4e6拆箱", "拆箱"),
        ("先拆箱45分钟", "拆箱", "拆箱"),
        ("装订要20分钟", "装订要", "装订"),
    ],
)
def test_a_name_that_was_cut_in_two_is_made_whole(text, mark, name):
    (row,) = reading(text, units_of(text), Extract(spans(text, mark), [], [[0.0]])).rows
    assert row.name == name


def test_what_only_comes_back_to_a_task_is_no_other_one():
    text = "烘2小时，磨1小时（烘后）"
    marks = [(0, 0), (5, 5), (10, 10)]
    owned = [
        Owned([value(text, "duration", "2小时", 120)], [0.9, 0.1, 0.2]),
        Owned([value(text, "duration", "1小时", 60)], [0.1, 0.9, 0.1]),
    ]
    waits = [[0.0, 0.1, 0.1], [0.3, 0.0, 0.9], [0.0, 0.0, 0.0]]
    read = reading(text, units_of(text), Extract(marks, owned, waits))
    assert [row.name for row in read.rows] == ["烘", "磨"]
    assert read.order.after == {"烘": (), "磨": ("烘",)}


def test_a_value_is_rather_whose_the_rules_say():
    text = "小王拖地30分钟，小张扫院子10分钟"
    owned = [
        Owned([value(text, "duration", "30分钟", 30)], [0.9, 0.1]),
        Owned([value(text, "duration", "10分钟", 10)], [0.1, 0.9]),
        Owned([value(text, "person", "小王", "小王")], [0.9, 0.1]),
        Owned([value(text, "person", "小张", "小张")], [0.6, 0.9]),
    ]
    found = Extract(spans(text, "拖地", "扫院子"), owned, [[0.0, 0.0]] * 2)
    mop, sweep = reading(text, units_of(text), found).rows
    assert (set(mop.held), set(sweep.held)) == ({"小王"}, {"小张"})


def test_tasks_that_are_named_first_take_the_times_that_are_told_afterwards():
    text = "Set out the desks, print the plan. Desks 2 h, plan 1 h"
    found = Extract(
        spans(text, "Set out the desks", "print the plan", "Desks", "plan 1"),
        [
            Owned([value(text, "duration", "2 h", 120)], [0.1, 0.1, 0.9, 0.1]),
            Owned([value(text, "duration", "1 h", 60)], [0.1, 0.1, 0.1, 0.9]),
        ],
        [[0.0] * 4 for _ in range(4)],
    )
    rows = reading(text, units_of(text), found).rows
    times = [(row.name, row.duration.value) for row in rows]
    assert times == [("Set out the desks", 120), ("print the plan", 60)]


def test_a_time_right_behind_a_task_that_is_named_again_is_its_own():
    text = "Clean the kitchen and wash the windows. Kitchen 1 h, windows 2 h, lawn 30 min"
    owned = [
        Owned([value(text, "duration", "1 h", 60)], [0.9, 0.1]),
        Owned([value(text, "duration", "2 h", 120)], [0.1, 0.3]),
        Owned([value(text, "duration", "30 min", 30)], [0.1, 0.9]),
    ]
    found = Extract(spans(text, "Clean the kitchen", "wash the windows"), owned, [[0.0] * 2] * 2)
    rows = reading(text, units_of(text), found).rows
    assert [row.duration.value for row in rows] == [60, 120]


@pytest.mark.parametrize(
    ("text", "mark", "name"),
    [
        ("201打扫50分钟", "打扫", "201打扫"),
        ("仪式11:58开始", "仪式11", "仪式"),
        ("drive over to Ludlow, 1 h", "drive over to", "drive over to Ludlow"),
        ("drive over to, 1 h", "drive over to", "drive over to"),
        ("一楼打扫，二楼打扫", "扫", "打扫"),
        ("打扫", "扫", "扫"),
    ],
)
def test_names_are_made_whole(text, mark, name):
    place = text.rindex(mark), text.rindex(mark) + len(mark)
    ((start, end),) = full_names(text, [place], [])
    assert text[start:end] == name
