"""The chart says what the schedule says, whatever the names are."""

from standin import plan, problem

from tools.plan import Problem, Schedule, Task
from ui.axis import MOST, ticks
from ui.fit import cells, lines
from ui.gantt import gantt
from ui.key import LATE, legend, shift


def bars(figure) -> dict[int, tuple[int, int]]:
    """Row -> (start, length), over all bar traces of full width."""
    return {
        row: (start, length)
        for trace in figure.data
        if trace.type == "bar" and trace.width > 0.5
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


def test_a_late_task_has_a_red_edge():
    wanted = Problem(tasks=(Task(name="A", duration=90, due=60), Task(name="B", duration=10)))
    figure = gantt(wanted, plan(wanted), "en")
    colours = [colour for trace in figure.data[:1] for colour in trace.marker.line.color]
    assert colours.count(LATE) == 1


def test_due_times_and_deadlines_are_marked_and_the_axis_reaches_them():
    wanted = problem()
    figure = gantt(wanted, plan(wanted), "en")
    marked = {minute for trace in figure.data if trace.type == "scatter" for minute in trace.x}
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
