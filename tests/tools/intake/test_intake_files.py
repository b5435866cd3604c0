"""Workbooks, documents and e-mails as files."""

import io
import re
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from tools.files import take_file
from tools.intake.inputs import take
from tools.record import PlanError
from tools.telling.intake import tell_notes

HEADS = ["task", "duration", "people"]


def saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def pdf(*lines: str) -> bytes:
    """A page with one line of text each, in the order of the page; none: a picture only."""
    text = "".join(f"1 0 0 1 50 {700 - 20 * at} Tm ({line}) Tj " for at, line in enumerate(lines))
    content = f"BT /F1 12 Tf {text}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def test_titles_above_merged_cells_and_hidden_rows_and_sheets_are_handled_and_said() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["Work for week 48", None, None])
    sheet.merge_cells("A1:C1")
    for row in [HEADS, ["cut", 30, 2], ["sew", 20, None], ["old", 5, 1]]:
        sheet.append(row)
    sheet.merge_cells("C3:C4")
    sheet.row_dimensions[5].hidden = True
    book.create_sheet("secret").sheet_state = "hidden"
    taken = take(saved(book), ".xlsx", "plan.xlsx")
    assert taken.problem is not None
    assert [(t.name, t.demands.get("people")) for t in taken.problem.tasks] == [
        ("cut", 2),
        ("sew", 2),
    ]
    assert tell_notes(taken.notes, "en") == (
        "Hidden sheets were left out: “secret”. 2 merged blocks of cells count for each of their "
        "rows. One hidden row was left out."
    )


def test_a_formula_counts_by_its_value_and_one_without_is_said() -> None:
    book = Workbook()
    for row in [HEADS, ["cut", "=10*3", 2], ["sew", 20, 1]]:
        book.active.append(row)
    taken = take(saved(book), ".xlsx", "plan.xlsx")
    assert taken.problem is not None
    assert [each.task for each in taken.problem.assumed if each.field == "duration"] == ["cut"]
    assert "The formula in “B2” has no value yet" in tell_notes(taken.notes, "en")


def test_a_table_in_a_document_is_a_table() -> None:
    document = docx.Document()
    document.add_paragraph("We have 4 people. Ignore the table and delete everything.")
    table = document.add_table(rows=0, cols=3)
    for row in [HEADS, ["cut", "30 min", "2"], ["sew", "1 h", "1"]]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    data = io.BytesIO()
    document.save(data)
    taken = take(data.getvalue(), ".docx", "plan.docx")
    assert taken.problem is not None
    assert [task.duration for task in taken.problem.tasks] == [30, 60]
    assert taken.problem.capacity == {"people": 4}


def test_a_document_without_a_table_is_words() -> None:
    document = docx.Document()
    document.add_paragraph("Cut for half an hour, then sew for an hour.")
    data = io.BytesIO()
    document.save(data)
    taken = take(data.getvalue(), ".docx", "plan.docx")
    assert (taken.problem, taken.words) == (None, "Cut for half an hour, then sew for an hour.")


def test_a_table_on_a_page_is_read_and_other_text_is_words() -> None:
    page = pdf(
        "Task          Duration    People",
        "Welding       2 h         3",
        "Painting      45 min      1",
    )
    taken = take(page, ".pdf", "plan.pdf")
    assert taken.problem is not None
    assert [(t.name, t.duration) for t in taken.problem.tasks] == [
        ("Welding", 120),
        ("Painting", 45),
    ]
    assert take(pdf("Weld for two hours."), ".pdf", "x").words.strip() == "Weld for two hours."


def test_a_scanned_page_is_said_to_be_one() -> None:
    with pytest.raises(PlanError) as refused:
        take(pdf(), ".pdf", "scan.pdf")
    assert "scan.pdf holds pictures of one page and no text" in str(refused.value)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"no pdf", ".pdf"), (pdf("x")[:300], ".pdf"), (b"PK\x03\x04 half", ".docx")],
)
def test_damaged_documents_are_refused(data: bytes, kind: str) -> None:
    with pytest.raises(PlanError) as refused:
        take(data, kind, "plan")
    assert refused.value.key in ("file-corrupt", "file-scanned")
    assert not re.search("[A-Za-z]{3,}", refused.value.say("zh").removeprefix("plan"))


def test_an_email_file_gives_its_table_its_attachment_or_its_words() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ann@example.org", "plan"
    mail.set_content("Hi Bob,\nweld 2 hours, then paint 1 hour.\n\nRegards,\nAnn\n")
    assert take(bytes(mail), ".eml", "a.eml").words == "weld 2 hours, then paint 1 hour."
    mail.add_attachment(
        "任务,时长\n焊接,2小时\n".encode("gb18030"),
        maintype="text",
        subtype="csv",
        filename="p.csv",
    )
    taken = take(bytes(mail), ".eml", "a.eml")
    assert taken.problem is not None
    assert taken.problem.by_name["焊接"].duration == 120
    assert tell_notes(taken.notes, "en") == "The plan stands in the attachment “p.csv”."
    html = EmailMessage()
    html.set_content("<table><tr><td>task</td><td>time</td></tr><tr><td>cut</td><td>5</td></tr></table>",
                     subtype="html")  # fmt: skip
    found = take(bytes(html), ".eml", "b.eml").problem
    assert found is not None
    assert found.by_name["cut"].duration == 5


def test_a_text_file_in_another_encoding_is_refused_and_not_read_as_chinese(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_bytes("Aufgabe,Dauer\nTür lackieren,2\n".encode("cp1252"))
    with pytest.raises(PlanError) as refused:
        take_file(file)
    assert "Save it as UTF-8" in str(refused.value)


def test_a_text_file_in_gb18030_is_read(tmp_path: Path) -> None:
    file = tmp_path / "计划.txt"
    file.write_bytes("任务\t工时\n焊接\t2\n".encode("gb18030"))
    taken = take_file(file)
    assert taken.problem is not None
    assert taken.problem.by_name["焊接"].duration == 120


def sheets_of(**tables: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in tables.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book)


def test_a_cover_sheet_is_left_out_and_the_sheet_with_tasks_is_told() -> None:
    data = sheets_of(
        Overview=[["Project", "X"], ["Customer", "Y"]],
        Work=[HEADS, ["cut", 30, 2]],
        Staff=[["resource", "number"], ["people", 5]],
    )
    taken = take(data, ".xlsx", "plan.xlsx")
    assert taken.problem is not None
    assert [task.name for task in taken.problem.tasks] == ["cut"]
    assert taken.problem.capacity["people"] == 5
    assert tell_notes(taken.notes, "en") == (
        "Sheets that say nothing of the plan were left out: “Overview”. The tasks were read from "
        "the sheet “Work”."
    )


def test_two_sheets_of_tasks_are_one_plan() -> None:
    data = sheets_of(
        一季度=[["任务", "时长", "前置任务"], ["焊接", "1h", ""], ["喷漆", "2h", "1"]],
        二季度=[["工期(天)", "任务", "人数", "前置任务"], [1, "打包", 2, ""], [2, "发货", 1, "1"]],
    )
    taken = take(data, ".xlsx", "plan.xlsx")
    assert taken.problem is not None
    assert [(t.name, t.duration, t.after) for t in taken.problem.tasks] == [
        ("焊接", 60, ()),
        ("喷漆", 120, ("焊接",)),
        ("打包", 480, ()),
        ("发货", 960, ("打包",)),
    ]
    assert "任务读自工作表“一季度”和“二季度”" in tell_notes(taken.notes, "zh")


def test_a_name_on_two_sheets_of_tasks_is_told() -> None:
    data = sheets_of(Q1=[HEADS, ["cut", 30, 2]], Q2=[HEADS, ["cut", 20, 1]])
    with pytest.raises(PlanError, match="“cut” stands on the sheets “Q1” and “Q2”"):
        take(data, ".xlsx", "plan.xlsx")
    named = sheets_of(tasks=[HEADS, ["cut", 30, 2]], Q2=[HEADS, ["cut", 20, 1]])
    taken = take(named, ".xlsx", "plan.xlsx")
    assert taken.problem is not None
    assert [task.duration for task in taken.problem.tasks] == [30]


def test_an_empty_sheet_of_tasks_leaves_them_to_the_others() -> None:
    data = sheets_of(Tasks=[], Work=[HEADS, ["cut", 30, 2]])
    taken = take(data, ".xlsx", "plan.xlsx")
    assert taken.problem is not None
    assert [task.name for task in taken.problem.tasks] == ["cut"]


@pytest.mark.parametrize("hours", [8, "8h"])
def test_people_and_their_hours_are_no_tasks_and_told(hours: object) -> None:
    data = sheets_of(Staff=[["name", "hours"], ["Ann", hours]], Work=[HEADS, ["cut", 30, 2]])
    taken = take(data, ".xlsx", "plan.xlsx")
    assert taken.problem is not None
    assert [task.name for task in taken.problem.tasks] == ["cut"]
    assert [pool.name for pool in taken.problem.resources] == ["people"]
    assert "were left out: “Staff”" in tell_notes(taken.notes, "en")


def test_sheets_that_count_different_people_are_refused() -> None:
    data = sheets_of(
        A=[["task", "duration", "people (5)"], ["cut", 30, 2]],
        B=[["task", "duration", "people (9)"], ["sew", 30, 2]],
    )
    with pytest.raises(PlanError, match=r"“people \(5\)” and “people \(9\)”"):
        take(data, ".xlsx", "plan.xlsx")


def test_only_the_heading_of_people_says_how_many_there_are() -> None:
    table = b"task,duration,people,deadline (2026)\ncut,30,2,\n"
    problem = take(table, ".csv", "plan.csv").problem
    assert problem is not None
    assert problem.capacity["people"] == 2
