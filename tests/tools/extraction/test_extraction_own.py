"""What stands in a task's own words is not another's."""

import pytest

from tools.extraction.own import Own
from tools.extraction.values import Value, named, values
from tools.prose.records import Row

LIST = "Approve 20 minutes, Hugo. Transfer 10 minutes, Gail. Lock up 5 minutes."


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        (LIST, [False, True, False]),
        (f"{LIST} Hugo does everything else.", [False, False, False]),
    ],
)
def test_who_stands_in_a_tasks_own_words_does_no_other_that_has_its_own(text, excluded):
    """Of “approve 20 minutes, Hugo; transfer 10 minutes, Gail” both were given to Hugo."""
    rows = [
        Row(n, text.index(n), text.index(n) + len(n)) for n in ("Approve", "Transfer", "Lock up")
    ]
    hugo, gail = (named("person", text, text.index(n), text.index(n) + 4) for n in ("Hugo", "Gail"))
    own = Own(text.lower(), rows, [hugo, gail])
    assert [own.excludes(number, hugo) for number in range(3)] == excluded


def test_a_machine_may_be_anybodys():
    text = "Cut 1 h, lathe, bore 1 h, drill"
    rows = [Row("Cut", 0, 3), Row("bore", 16, 20)]
    lathe = Value("machine", text.index("lathe"), text.index("lathe") + 5, "lathe")
    assert not Own(text.lower(), rows, [lathe]).excludes(1, lathe)


def test_values_that_lead_to_a_name_are_that_tasks():
    """Of “3 people for 4 hours to unload, then 2 people for 2 hours to sort” each task had the
    next one's."""
    text = "I need 3 people for 4 hours to unload, then 2 people for 2 hours to sort."
    rows = [
        Row(name, text.index(name), text.index(name) + len(name)) for name in ("unload", "sort")
    ]
    said = list(values(text))
    own = Own(text.lower(), rows, said)
    led = {value.key: [own.leads(number, value) for number in range(2)] for value in said}
    assert led == {3: [True, False], 240: [True, False], 2: [False, True], 120: [False, True]}
    (two,) = (value for value in said if value.key == 120)
    assert own.excludes(0, two)


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("1个人用2小时整理，2个人用1小时盘点。", {120: 0, 60: 1}),
        ("喷漆30分钟整理，40分钟盘点。", {30: None, 40: 1}),
        ("喷漆，1小时，整理2小时，盘点", {60: None, 120: None}),
    ],
)
def test_in_chinese_they_lead_to_it_from_the_beginning_of_a_clause_on(text, led):
    rows = [Row(n, text.index(n), text.index(n) + 2) for n in ("整理", "盘点")]
    said = [value for value in values(text) if value.kind == "duration"]
    own = Own(text, rows, list(values(text)))
    whose = {v.key: next((n for n in range(2) if own.leads(n, v)), None) for v in said}
    assert whose == led


def test_a_trade_that_is_counted_is_no_number_of_people_beside_it():
    text = "司机一名开车，两个钳工换轴承"
    rows = [Row(n, text.index(n), text.index(n) + len(n)) for n in ("开车", "换轴承")]
    trades = [named("trade", text, text.index(n), text.index(n) + 2) for n in ("司机", "钳工")]
    own = Own(text, rows, [*values(text), *trades])
    counted = [value for value in values(text) if value.kind == "people"]
    assert not [v for v in counted for row in range(2) if own.leads(row, v)]
