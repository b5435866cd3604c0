"""A unit that is told for all numbers, and times in a row, are written beside their tasks; nothing
else of a message is touched."""

from datetime import datetime

import pytest

from tools.intake.taken import Taken
from tools.parse import read_tasks
from tools.prose.clock import Clock
from tools.prose.completed import completed

TUESDAY = Clock(datetime(2026, 11, 24, 8, 0))


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        ("All durations in minutes: cut 30, sew 45.", "cut 30 minutes, sew 45 minutes."),
        ("Cut 30 and iron 20 (all in minutes)", "Cut 30 minutes and iron 20 minutes"),
        ("Times are in hours: digging 3, piping 2.5.", "digging 3 hours, piping 2.5 hours."),
        ("单位都是分钟：裁剪30，缝制45。", "裁剪30分钟，缝制45分钟。"),
        ("时间单位小时：挖沟3，铺管2。", "挖沟3小时，铺管2小时。"),
        ("裁剪30，缝制45，都是分钟。", "裁剪30分钟，缝制45分钟"),
    ],
)  # fmt: skip
def test_a_unit_for_all_stands_behind_each_bare_number(told, whole):
    assert completed(told) == whole


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        ("Cut and sew take 2 h and 1 h. Iron 1 h.", "Cut 2 h and sew 1 h. Iron 1 h."),
        ("Cut and sew both go by van, 2 h and 1 h.", "Cut 2 h and sew 1 h both go by van."),
        ("Washing and drying take 40 and 60 minutes.", "Washing 40 minutes and drying 60 minutes."),
        ("Sweep, mop and wax: 2, 3 and 4 min.", "Sweep 2 min, mop 3 min and wax 4 min."),
        ("Cut and sew, 3 h and 2 h respectively, Bo.", "Cut 3 h and sew 2 h, Bo."),
        ("切割、折弯、焊接依次用时1小时、2小时、3小时。", "切割1小时、折弯2小时、焊接3小时依次。"),
        ("铣削和钻孔都在机床上，分别2小时和1小时；检验", "铣削2小时和钻孔1小时都在机床上；检验"),
    ],
)  # fmt: skip
def test_times_in_a_row_stand_behind_the_task_in_their_place(told, whole):
    assert completed(told) == whole


@pytest.mark.parametrize(
    "told",
    [
        "Clean room 12, 20 min, and room 14, 30 min.",
        "Replacing the bearings takes between 60 and 90 minutes.",
        "Cook and serve, 2 h, 30 min break.",
        "Cut 1 h, glue and paint, 2 h and 3 people.",
        "Load engines 1, 2 and 3, 20 min each.",
        "The report is written in minutes. Call ward 3, 10 min; call ward 4, 10 min.",
        "打扫206，40分钟；打扫207，30分钟。",
    ],
)
def test_what_needs_nothing_written_out_stays_as_it_is(told):
    assert completed(told) == told


def test_the_words_of_a_value_are_those_of_the_message():
    problem = read_tasks([], Taken(words="单位都是分钟：裁剪30，缝制45。"), TUESDAY)
    assert [task.duration for task in problem.tasks] == [30, 45]
    assert [each.words for each in problem.origins if each.field == "duration"] == ["30", "45"]
