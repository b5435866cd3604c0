"""Times that lie between two tasks."""

from datetime import datetime

import pytest

from tools.intake.inputs import take_text
from tools.parse import read_tasks
from tools.prose.clock import Clock
from tools.prose.lags import lags
from tools.prose.records import Row

TUESDAY = Clock(datetime(2026, 11, 24, 8, 0))


def rows(text: str, names: str) -> list[Row]:
    low = text.lower()
    places = [(n, low.index(n.lower())) for n in names.split(", ")]
    return [Row(n, at, at + len(n)) for n, at in places]


@pytest.mark.parametrize(
    ("text", "names", "minutes"),
    [
        ("Filling 1 h. Labelling 30 minutes, 2 hours after filling.", "Labelling, Filling", 120),
        (
            "Filling 1 h. Labelling takes 30 minutes and starts at least 2 hours after filling.",
            "Labelling, Filling",
            120,
        ),
        (
            "Lay slabs 2 h. Pointing can't start until 24 hours after lay slabs is done, 4 hours.",
            "Pointing, Lay slabs",
            1440,
        ),
        ("Weld 2 h, paint 1 h. Wait 3 hours between weld and paint.", "paint, Weld", 180),
        ("First coat 1 h; second coat 40 min, 4 hours after that.", "second coat, First coat", 240),
        ("焊接2小时，焊接完等1小时再打磨，打磨40分钟。", "打磨, 焊接", 60),
        ("焊接2小时，打磨40分钟，要在焊接完成至少1小时之后。", "打磨, 焊接", 60),
        ("喷漆1小时，打包20分钟。喷漆和打包之间要隔2小时。", "打包, 喷漆", 120),
    ],
)
def test_a_time_between_two_tasks_is_a_lag(text, names, minutes):
    found = rows(text, names)
    later, sooner = found
    (lag,) = lags(text, sorted(found, key=lambda row: row.start))
    assert (lag.task, lag.other, lag.minutes) == (later.name, sooner.name, minutes)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Set up the stage 2 hours, sound check 1 hour after the stage", "stage, sound check"),
        ("冷却1小时后取样，取样15分钟。", "冷却, 取样"),
        ("After filling we label for 30 minutes.", "filling, label"),
    ],
)
def test_how_long_a_task_takes_is_no_lag(text, names):
    assert not lags(text, rows(text, names))


def test_a_lag_is_part_of_the_problem_with_the_words_it_is_from():
    text = "Filling: 1 hour. Labelling: 30 minutes, 2 hours after filling."
    problem = read_tasks([], take_text(text), TUESDAY)
    filling, labelling = problem.tasks
    assert (filling.duration, labelling.duration) == (60, 30)
    assert [(link.task, link.lag) for link in labelling.predecessors] == [("Filling", 120)]
    assert [o.words for o in problem.origins if o.field == "order"] == ["2 hours"]
