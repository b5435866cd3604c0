"""What the tables of the page say, and which of them follow an edit."""

import pandas
import pytest

from tools.phrases import LANGUAGES
from tools.plan import Problem
from tools.record import PlanError
from ui.page import tables
from ui.page.edits import Sheets, follow, merged, read_sheets
from ui.page.goals import NONE, chosen, first_choices, then_choices, with_goals

PLAN = Problem.read(
    {
        "start": "2026-11-24T08:00",
        "calendars": [
            {"name": "day", "hours": [{"days": ["tue"], "start": "08:00", "end": "16:00"}]}
        ],
        "tasks": [
            {"name": "Cut", "duration": 60, "demands": {"Ann": 1}, "pausable": True},
            {"name": "Sew", "duration": 30, "after": ["Cut"], "due": "2026-11-24T12:00"},
        ],
        "resources": [{"name": "Ann", "kind": "people", "calendar": "day"}],
        "goals": ["tardiness", "people", "cost"],
    }
)


def frame(cells: tables.Cells, language) -> pandas.DataFrame:
    return pandas.DataFrame(cells.rows, columns=tables.table.headers(language, cells.columns))


def sheets(language, problem: Problem | None = PLAN) -> Sheets:
    """The tables as Gradio gives them back."""
    frames = [
        frame(tables.task_cells(problem, language), language),
        frame(tables.pool_cells(problem, language), language),
        frame(tables.calendar_cells(problem, language), language),
        pandas.DataFrame(tables.frame_rows(problem, language)),
    ]
    return Sheets.read(frames, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_that_nobody_touched_say_the_same_plan(language):
    assert read_sheets(sheets(language), PLAN, language) == PLAN
    assert follow(sheets(language), PLAN, PLAN, language) == {}


def test_an_empty_plan_shows_only_the_usual_columns():
    empty = sheets("en", None)
    assert empty.tasks.columns == tables.COLUMNS
    assert empty.pools.columns == tables.RESOURCE_COLUMNS


def test_used_columns_are_shown_and_more_can_be_added_in_their_place():
    cells = tables.task_cells(PLAN, "en")
    assert cells.columns == (*tables.COLUMNS, "pausable")
    more = tables.wider(cells, tables.TASKS, "or")
    assert more.columns == (*tables.COLUMNS, "or", "pausable")
    assert more.rows[0][-2:] == ["", "yes"]
    assert tables.wider(more, tables.TASKS, "or") == more
    assert tables.task_cells(PLAN, "en", more.columns).columns == more.columns


def test_every_addable_column_belongs_to_a_table():
    offered = [value for _, value in tables.more_columns("en") if value]
    known = {"tasks": tables.TASKS, "pools": tables.POOLS}
    assert all(value.split(":")[1] in known[value.split(":")[0]] for value in offered)


def edited(table: str, row: int, column: int, text: str) -> tuple[Sheets, Problem]:
    typed = sheets("en")
    cells = getattr(typed, table)
    (cells.rows if table != "frame" else cells)[row][column] = text
    return typed, read_sheets(typed, PLAN, "en")


def test_a_renamed_task_is_written_where_others_wait_for_it_and_nothing_else_is():
    typed, problem = edited("tasks", 0, 0, "Trim")
    new = follow(typed, PLAN, problem, "en")
    assert new.keys() == {"tasks"}
    assert new["tasks"].rows[1][4] == "Trim"


def test_a_renamed_calendar_is_written_where_a_resource_names_it():
    typed, problem = edited("calendars", 0, 0, "early")
    new = follow(typed, PLAN, problem, "en")
    assert new.keys() == {"pools"}
    assert "early" in new["pools"].rows[0]


def test_a_new_calendar_leaves_an_empty_row_for_another():
    typed = sheets("en")
    typed.calendars.rows[1][:2] = ["night", "mon-sun 22:00-06:00"]
    problem = read_sheets(typed, PLAN, "en")
    assert follow(typed, PLAN, problem, "en")["calendars"].rows[-1] == [""] * 5


def test_what_two_windows_changed_is_both_kept():
    shown = Sheets.of(PLAN, "en")
    mine, now = sheets("en"), Sheets.of(PLAN.replace_task("Cut", duration=90), "en")
    mine.tasks.rows[1][1] = "45"
    mine.frame[0][1] = "2026-11-24 09:00"
    meant = merged(mine, shown, now)
    problem = read_sheets(meant, PLAN, "en")
    assert [task.duration for task in problem.tasks] == [90, 45]
    assert meant.pools == now.pools


def test_whoever_changes_the_same_cell_last_has_it():
    shown = Sheets.of(PLAN, "en")
    mine, now = sheets("en"), Sheets.of(PLAN.replace_task("Cut", duration=90), "en")
    mine.tasks.rows[0][1] = "45"
    assert merged(mine, shown, now).tasks.rows[0][1] == "45"


@pytest.mark.parametrize("change", ["row gone", "row came", "another name", "another column"])
def test_a_change_to_a_row_that_another_window_moved_is_to_be_made_again(change):
    shown, now, mine = Sheets.of(PLAN, "en"), sheets("en"), sheets("en")
    mine.tasks.rows[1][1] = "45"
    if change == "row gone":
        now.tasks.rows.pop()
    elif change == "row came":
        now.tasks.rows.append([""] * len(now.tasks.columns))
    elif change == "another name":
        now.tasks.rows[1][0] = "Iron"
    else:
        now = now._replace(tasks=tables.wider(now.tasks, tables.TASKS, "or"))
    with pytest.raises(PlanError, match="another window"):
        merged(mine, shown, now)


def test_another_start_keeps_dates_and_writes_them_anew():
    typed, problem = edited("frame", 0, 1, "2026-11-24 09:00")
    assert problem.task("Sew").due == 180
    assert follow(typed, PLAN, problem, "en").keys() == {"tasks", "pools"}


def test_goals_are_chosen_in_order_and_later_ones_stay():
    assert chosen(None) == ("waiting", NONE)
    assert chosen(PLAN) == ("tardiness", "people")
    assert with_goals(PLAN, "tardiness", "balance").goals == ("tardiness", "balance", "cost")
    assert with_goals(PLAN, "makespan", NONE).goals == ("makespan",)
    assert with_goals(PLAN, "cost", "cost").goals == ("cost",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_goal_has_words_and_what_is_lost_is_offered_where_something_may_be(language):
    assert [goal for _, goal in first_choices(PLAN, language)] == [
        "waiting",
        "makespan",
        "tardiness",
        "completion",
        "people",
        "cost",
        "balance",
    ]
    optional = PLAN.replace_task("Sew", value=5)
    assert "value" in [goal for _, goal in first_choices(optional, language)]
    words = [word for word, _ in then_choices(optional, language)]
    assert len(set(words)) == len(words)
