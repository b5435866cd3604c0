"""The chart says what the schedule says, whatever the names are."""

import pytest
from standin import plan, problem

from tools.plan import Assignment, Problem, Schedule, Task
from ui.page.chart.axis import MOST, labels, ticks
from ui.page.chart.fit import cells, lines
from ui.page.chart.gantt import gantt
from ui.page.chart.key import LATE, NOW, legend, shift
from ui.page.chart.marks import waiting


def bars(figure) -> dict[int, tuple[int, int]]:
    """Row -> (start, length) of the tasks' own bars."""
    return {
        row: (start, length)
        for trace in figure.data
        if trace.meta == "task"
        for row, start, length in zip(trace.y, trace.base, trace.x, strict=True)
    }


def test_every_task_has_a_bar_at_its_time_and_the_earliest_is_on_top():
    wanted = problem()
    schedule = plan(wanted)
    figure = gantt(wanted, schedule, "en")
    drawn = [bars(figure)[row] for row in range(len(schedule.assignments))]
    assert sorted(drawn) == sorted((a.start, a.end - a.start) for a in schedule.assignments)
    assert [start for start, _ in drawn] == sorted(start for start, _ in drawn)
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


def test_a_single_row_has_an_axis_too():
    wanted = Problem(tasks=(Task(name="A", duration=90),))
    layout = gantt(wanted, plan(wanted), "en").layout
    assert layout.height - layout.minreducedheight >= 40  # Plotly makes room for it only then


def test_a_late_task_has_a_red_edge():
    wanted = Problem(tasks=(Task(name="A", duration=90, due=60), Task(name="B", duration=10)))
    figure = gantt(wanted, plan(wanted), "en")
    colours = [c for trace in figure.data if trace.meta == "task" for c in trace.marker.line.color]
    assert colours.count(LATE) == 1


def test_due_times_and_deadlines_are_marked_and_the_axis_reaches_them():
    wanted = problem()
    figure = gantt(wanted, plan(wanted), "en")
    traces = [trace for trace in figure.data if trace.type == "scatter"]
    marked = {minute for trace in traces if trace.mode == "markers" for minute in trace.x}
    assert marked == {80, 240}
    assert figure.layout.xaxis.range[1] >= 240


def test_moved_tasks_are_named_with_how_far_they_moved():
    wanted = problem()
    later = wanted.replace_task("Inspect", duration=45)
    figure = gantt(later, plan(later), "en", before=plan(wanted))
    labels = figure.layout.yaxis.ticktext
    assert [("15 min later" in label) for label in labels if "打包" in label] == [True]
    assert not any("later" in label for label in labels if "Inspect" in label)
    assert shift("打包并贴标签", plan(later), plan(wanted)) == 15


def test_names_cannot_bring_markup_into_the_chart():
    wanted = problem("<b>x</b><a href='javascript:1'>")
    drawn = gantt(wanted, plan(wanted), "en").to_json()
    assert "<a href" not in drawn
    assert "<b>x" not in drawn


def test_an_empty_schedule_gives_an_empty_chart():
    figure = gantt(problem(), Schedule(status="unknown"), "zh")
    assert bars(figure) == {}


def test_people_are_called_people_in_the_readers_language():
    wanted = problem()
    words = [text for _, _, text in legend(wanted, plan(wanted), "zh")]
    assert "人" in words
    assert "people" not in words


def test_the_axis_has_few_round_labels_at_any_length():
    for end in [1, 7, 60, 149, 150, 480, 1441, 10_000, 527_040, 5_270_400]:
        at = ticks(end)
        assert at[0] == 0
        assert len(at) <= MOST + 1
        assert all(minute % 5 == 0 for minute in at)


def test_labels_fit_their_width_in_both_scripts():
    for name in [
        "打包并贴标签然后送到仓库门口等待司机签收",
        "Inspect incoming goods and write the report",
    ]:
        shown = lines(name, width=20, most=2)
        assert len(shown) == 2
        assert all(cells(line) <= 20 for line in shown)
    assert lines("Pack", width=20, most=2) == ["Pack"]


def spans(figure, meta) -> list[tuple[float, int, int]]:
    """(row, begin, end) of closed hours or pauses."""
    return [
        (row, begin, begin + length)
        for trace in figure.data
        if trace.meta == meta
        for row, begin, length in zip(trace.y, trace.base, trace.x, strict=True)
    ]


def written(figure) -> list[str]:
    """What stands on bars."""
    return [text for trace in figure.data if trace.text for text in trace.text if text]


def test_what_stands_on_a_bar_is_above_its_pauses_and_no_line_goes_through_it():
    figure = gantt(OFFICE, OFFICE_PLAN, "en", view="resource")
    order = [trace.meta for trace in figure.data]
    assert order.index("label") > order.index("pause") > order.index("task")
    (label,) = (trace for trace in figure.data if trace.meta == "label")
    assert set(label.text) == {"Read"}
    row = Assignment(task="b", start=90, end=100, resources={})
    bars = [(0, row), (0, Assignment(task="a", start=20, end=60, resources={}))]
    assert [*waiting(bars, {"b": 10}).x] == [10, 20, None, 60, 90, None]
    assert [*waiting([(0, row)], {"b": 10}).x] == [10, 90, None]


def test_closed_hours_are_one_band_behind_neighbours_with_the_same_hours():
    figure = gantt(OFFICE, OFFICE_PLAN, "en")
    assert spans(figure, "closed")[0] == (0.5, 60, 120)
    assert next(trace.width for trace in figure.data if trace.meta == "closed")[0] == 2


def test_a_pause_is_drawn_over_the_bar_of_a_task_that_may_pause_and_of_no_other():
    assert spans(gantt(OFFICE, OFFICE_PLAN, "en"), "pause") == [(0, 60, 120)]


def test_the_view_by_resource_has_rows_for_all_and_as_many_as_things_at_once():
    figure = gantt(OFFICE, OFFICE_PLAN, "en", view="resource")
    assert list(figure.layout.yaxis.ticktext) == ["clerk × 2", "", "printer", "No resource"]
    assert sorted(written(figure)) == ["Archive", "Archive", "Read", "◆ Lunch"]
    assert bars(figure)[3] == (60, 30)


def test_people_are_named_on_the_bar_and_equipment_is_not():
    figure = gantt(OFFICE, OFFICE_PLAN, "en")
    assert sorted(written(figure)) == ["clerk", "clerk"]


def test_done_running_and_fixed_tasks_have_signs_that_the_legend_explains():
    task = {"duration": 30}
    wanted = Problem.read(
        {
            "now": 40,
            "tasks": [
                task | {"name": "a", "started": 0, "ended": 30},
                task | {"name": "b", "started": 20},
                task | {"name": "c", "fixed": 60},
                task | {"name": "d"},
            ],
        }
    )
    figure = gantt(wanted, plan(wanted), "en")
    assert set(figure.layout.yaxis.ticktext) == {"✓ a", "▸ b", "◆ c", "d"}
    words = {words for _, _, words in legend(wanted, plan(wanted), "en")}
    assert {"✓ Done", "▸ Running", "◆ Fixed start", "Now, 40 min after the start"} <= words
    assert [line.x0 for line in figure.layout.shapes] == [40]


def test_a_missed_due_time_is_a_red_mark_and_a_kept_one_is_not():
    wanted = Problem(
        tasks=(Task(name="A", duration=90, due=60), Task(name="B", duration=10, due=60))
    )
    (marks,) = [trace for trace in gantt(wanted, plan(wanted), "en").data if 60 in (trace.x or ())][
        -1:
    ]
    assert list(marks.marker.color).count(LATE) == 1


def test_hours_and_minutes_of_an_axis_without_a_clock_stand_in_two_lines():
    wanted = Problem(tasks=(Task(name="A", duration=120),))
    words = ["0 小时", "30 分钟", "1 小时", "1 小时<br>30 分钟", "2 小时"]
    assert labels(wanted, 120, "zh")[1] == words


def test_the_axis_shows_dates_and_times_of_the_plans_own_zone():
    wanted = OFFICE.model_copy(update={"time_zone": "Asia/Shanghai"})
    assert labels(wanted, 150, "en") == ([0, 60, 120], ["08:00<br>Tue 24 Nov", "09:00", "10:00"])
    at, words = labels(wanted, 5 * 1440, "zh")
    assert words == ["11月25日<br>周三", "11月27日<br>周五", "11月29日<br>周日"]
    assert at == [960, 960 + 2 * 1440, 960 + 4 * 1440]


def test_midnight_stays_midnight_when_the_clocks_are_put_back():
    wanted = Problem.read(
        {
            "start": "2026-10-24T00:00",
            "time_zone": "Europe/London",
            "tasks": [{"name": "a", "duration": 5}],
        }
    )
    assert labels(wanted, 3000, "en")[0] == [0, 1440, 2940]


@pytest.mark.parametrize("end", [1, 7, 60, 150, 481, 1441, 10_000, 527_040, 5_270_400])
def test_the_axis_of_a_clock_has_few_labels_at_any_length(end):
    at, words = labels(OFFICE, end, "en")
    assert len(at) == len(words) <= MOST + 1
    assert all(0 <= minute <= end for minute in at)


def test_two_thousand_tasks_with_calendars_are_drawn_without_thousands_of_bands():
    names = [f"t{number}" for number in range(2000)]
    tasks = [{"name": name, "duration": 60, "demands": {"clerk": 1}} for name in names]
    wanted = Problem.read(OFFICE.model_dump(exclude={"tasks"}) | {"tasks": tasks})
    rows = [
        Assignment(task=name, start=start, end=start + 60, resources={"clerk": 1})
        for start, name in enumerate(names)
    ]
    figure = gantt(wanted, Schedule(status="feasible", assignments=rows), "en")
    assert len(bars(figure)) == 2000
    assert len(spans(figure, "closed")) < 300


OFFICE = Problem.read(
    {
        "start": "2026-11-24T08:00",
        "calendars": [
            {
                "name": "office",
                "hours": [
                    {"days": ["tue"], "start": "08:00", "end": "09:00"},
                    {"days": ["tue"], "start": "10:00", "end": "18:00"},
                ],
            }
        ],
        "tasks": [
            {"name": "Read", "duration": 90, "demands": {"clerk": 1}, "pausable": True},
            {"name": "Archive", "duration": 30, "demands": {"clerk": 1, "printer": 1}},
            {"name": "Lunch", "duration": 30, "fixed": 60},
        ],
        "resources": [
            {"name": "clerk", "kind": "people", "capacity": 2, "calendar": "office"},
            {"name": "printer", "calendar": "office"},
        ],
    }
)
OFFICE_PLAN = Schedule(
    status="optimal",
    assignments=(
        Assignment(task="Read", start=0, end=150, resources={"clerk": 1}),
        Assignment(task="Archive", start=10, end=40, resources={"clerk": 1, "printer": 1}),
        Assignment(task="Lunch", start=60, end=90),
    ),
)


def drawn(view: str) -> dict[tuple[str, int], str]:
    """The colour of each bar, by its task and row."""
    wanted = problem()
    figure = gantt(wanted, plan(wanted), "en", view=view)
    return {
        (task, row): trace.marker.color
        for trace in figure.data
        if trace.meta == "task"
        for task, row in zip(trace.customdata, trace.y, strict=True)
    }


def said(view: str) -> dict[str, str]:
    """The colours that the legend names."""
    wanted = problem()
    return {words: each for _, each, words in legend(wanted, plan(wanted), "en", None, view)}


def test_a_bar_has_the_colour_that_the_legend_gives_its_first_resource():
    held = {"Inspect": "Ann", "打包并贴标签": "Ann", "Call the customer": "people"}
    assert {task: colour for (task, _), colour in drawn("task").items()} == {
        task: said("task")[name] for task, name in held.items()
    }


def test_in_the_row_of_a_resource_all_bars_have_its_colour():
    assert {(row, colour) for (_, row), colour in drawn("resource").items()} == {
        (0, said("resource")["Ann"]),
        (1, said("resource")["people"]),
    }


def test_a_resource_has_the_same_colour_in_both_views():
    assert said("task").items() <= said("resource").items()


def test_the_view_by_resource_keeps_due_times_and_waiting_in_the_rows_of_their_tasks():
    wanted = problem()
    figure = gantt(wanted, plan(wanted), "en", view="resource")
    assert {"chain", "waiting"} <= {trace.meta for trace in figure.data}
    lines = [trace for trace in figure.data if trace.type == "scatter"]
    marks = [trace for trace in lines if trace.mode == "markers"]
    places = {(row, at) for trace in marks for row, at in zip(trace.y, trace.x, strict=True)}
    assert places == {(0, 80), (1, 80), (1, 240)}
    assert any("打包" in text for trace in marks for text in trace.hovertext)


def test_the_clock_is_shown_where_the_plan_does_not_say_what_time_it_is():
    figure = gantt(OFFICE, OFFICE_PLAN, "en", clock=30)
    assert [(line.x0, line.line.color) for line in figure.layout.shapes] == [(30, NOW)]
    told = [words for _, _, words in legend(OFFICE, OFFICE_PLAN, "en", clock=30)]
    assert any(words.startswith("Now, ") for words in told)
    assert gantt(OFFICE, OFFICE_PLAN, "en").layout.shapes == ()
