"""Files that are too large or say nonsense: a sentence with the culprit, before much is read."""

import io
import json
import zipfile

import pytest
from openpyxl import Workbook

from tools.files import MAX_BYTES, read_data, read_schedule, take_stream
from tools.intake.sheets import MAX_COLUMNS
from tools.phrases import LANGUAGES
from tools.plan import MAX_TASKS
from tools.record import PlanError

HEADS = ["task", "duration", "needs"]


def workbook(tasks, **tables) -> bytes:
    book = Workbook(write_only=True)
    for title, rows in {"tasks": tasks, **tables}.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def refusal(data: bytes, kind: str) -> PlanError:
    with pytest.raises(PlanError) as refused:
        read_data(data, kind, "plan")
    assert refused.value.say("en") != refused.value.say("zh")
    return refused.value


def table(heads: str, *rows: str) -> bytes:
    return "\n".join([heads, *rows]).encode()


def packed(text: bytes) -> bytes:
    """A workbook in which a name is `text`."""
    whole, data = zipfile.ZipFile(io.BytesIO(workbook([HEADS, ["marker", 5]]))), io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as book:
        for part in whole.namelist():
            book.writestr(part, whole.read(part).replace(b"marker", text))
    return data.getvalue()


ROWS = [[f"t{at}", 60] for at in range(100_000)]


@pytest.mark.parametrize(
    ("data", "kind", "key"),
    [
        (table("task,duration", *(f"{n},{d}" for n, d in ROWS)), ".csv", "file-too-many-rows"),
        (workbook([HEADS, *ROWS]), ".xlsx", "file-too-many-rows"),
        (
            json.dumps({"tasks": [{"name": n, "duration": d} for n, d in ROWS]}).encode(),
            ".json",
            "too-many-tasks",
        ),
    ],
    ids=["csv", "xlsx", "json"],
)
def test_a_hundred_thousand_tasks_are_refused_before_all_are_read(data, kind, key):
    error = refusal(data, kind)
    assert (error.key, error.values["limit"]) == (key, MAX_TASKS)


def test_as_many_tasks_as_there_may_be_are_read():
    rows = (f"{name},{minutes}" for name, minutes in ROWS[:MAX_TASKS])
    assert len(read_data(table("task,duration", *rows), ".csv", "plan").tasks) == MAX_TASKS


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    error = refusal(packed(b"m" * 300_000_000), ".xlsx")
    assert (error.key, error.values["size"]) == ("file-unpacked", 300)


def test_a_cell_far_away_is_no_row_of_the_table():
    book = Workbook()
    for row in (HEADS, ["a", 5]):
        book.active.append(row)
    book.active.cell(1_048_576, 16_384, " ")
    data = io.BytesIO()
    book.save(data)
    assert len(read_data(data.getvalue(), ".xlsx", "plan").tasks) == 1


def test_empty_columns_at_the_end_are_no_columns():
    heads = "task,duration" + "," * 100_000
    assert len(read_data(table(heads, *(f"a{at},1" for at in range(50))), ".csv", "x").tasks) == 50


def test_too_many_columns_are_refused():
    heads = "task,duration" + ",more" * MAX_COLUMNS
    assert refusal(table(heads, "a,1"), ".csv").key == "file-too-many-columns"


def test_two_columns_that_mean_the_same_are_refused():
    error = refusal(table("task,duration,minutes", "a,1,2"), ".csv")
    assert (error.key, error.values["found"]) == ("file-double-column", "duration, minutes")


@pytest.mark.parametrize("people", ["-1", "1.5", "many", "nan", "TRUE", "12345678901"])
def test_people_are_a_number(people):
    error = refusal(table("task,people,duration", f"weld,{people},5"), ".csv")
    said = [error.say(language) for language in LANGUAGES]
    assert error.key == "page-bad-number"
    assert all("weld" in sentence and people in sentence for sentence in said)


def test_no_people_are_no_need():
    assert read_data(table("task,people,duration", "weld,0,5"), ".csv", "x").tasks[0].demands == {}


@pytest.mark.parametrize(
    ("total", "key"),
    [("0", "page-bad-number"), ("-5", "page-bad-number"), ("987654321", "bad-capacity")],
)
def test_a_total_of_people_in_the_heading_is_a_number(total, key):
    error = refusal(table(f"task,duration,people ({total})", "weld,5,1"), ".csv")
    assert error.key == key
    assert total in str(error)


@pytest.mark.parametrize("needs", ["press × 0", "press × -2", "press × 1.5", "press × 123456789"])
def test_an_amount_in_a_cell_is_a_number(needs):
    error = refusal(workbook([HEADS, ["weld", 5, needs]]), ".xlsx")
    assert (error.key, error.values["task"]) == ("page-bad-number", "weld")
    assert needs.split()[-1] in str(error)


@pytest.mark.parametrize("capacity", [0, -2, 2.5, "none"])
def test_a_capacity_in_a_cell_is_a_number(capacity):
    pools = [["resource", "capacity"], ["press", capacity]]
    error = refusal(workbook([HEADS, ["weld", 5, "press"]], resources=pools), ".xlsx")
    assert error.key == "page-bad-number"
    assert str(capacity) in str(error)


@pytest.mark.parametrize(
    "tables",
    [
        {"plan": [["start", "2026-11-23 08:00"], ["time zone", "Mars/Base"]]},
        {"calendars": [["calendar", "hours", "time zone"], ["c", "mon 08:00-17:00", "Mars/Base"]]},
    ],
)
def test_an_unknown_time_zone_in_a_cell_is_named(tables):
    error = refusal(workbook([HEADS, ["weld", 5]], **tables), ".xlsx")
    assert (error.key, error.values["value"]) == ("unknown-time-zone", "'Mars/Base'")


def test_a_number_of_thousands_of_digits_is_refused():
    data = b'{"tasks": [{"name": "a", "duration": ' + b"9" * 5000 + b"}]}"
    assert refusal(data, ".json").key == "file-digits"


@pytest.mark.parametrize("text", ["[" * 100_000, "[]", "null", "{", "9" * 5000, "\ud800"])
def test_a_plan_before_that_is_none_is_refused(tmp_path, text):
    path = tmp_path / "before.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(PlanError) as refused:
        read_schedule(path)
    assert refused.value.say("en") != refused.value.say("zh")


def test_a_key_that_stands_twice_is_refused_because_one_value_would_be_lost():
    data = b'{"tasks": [{"name": "weld", "duration": 60, "duration": 90}]}'
    error = refusal(data, ".json")
    assert error.key == "file-key-twice"
    assert "duration" in error.say("en")


def test_standard_input_ends_where_a_file_would():
    with pytest.raises(PlanError) as refused:
        take_stream(io.BytesIO(b" " * (MAX_BYTES + 1)))
    assert refused.value.key == "file-too-large"
    assert take_stream(io.BytesIO(b'{"tasks": [{"name": "a", "duration": 5}]}')).problem
