"""Every format is read, and every way a file can be wrong is named."""

import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from pypdf import PdfReader, PdfWriter

from knowledge import readers
from knowledge.passage import KnowledgeError
from knowledge.pdfs import page_text, plain_letters
from knowledge.readers import read


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refused(path: Path) -> KnowledgeError:
    with pytest.raises(KnowledgeError) as caught:
        read(path, path.name)
    assert path.name in str(caught.value)
    return caught.value


def pdf(text: str) -> bytes:
    """The smallest PDF with one page of text."""
    return placed_pdf([(50, 700, text)])


def placed_pdf(texts: Sequence[tuple[int, int, str]]) -> bytes:
    """A page with texts at their places, from the left and from the bottom."""
    stream = " ".join(f"BT /F1 12 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in texts)
    page = "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"{page}/MediaBox[0 0 600 800]>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    tail = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return (body + head + table + tail).encode()


def test_markdown_takes_its_fields_from_the_header_and_drops_a_repeated_title(tmp_path):
    header = "---\ntitle: 退货\nkind: procedure\nfield: retail\nlanguage: zh\ntags: [a]\n---\n"
    (found,) = read(written(tmp_path, "a.md", f"{header}\n# 退货\n\n先登记。"), "a.md")
    assert (found.title, found.kind, found.field, found.language) == (
        "退货",
        "procedure",
        "retail",
        "zh",
    )
    assert found.text == "先登记。"


def test_markdown_without_a_header_is_called_by_its_first_heading(tmp_path):
    (found,) = read(written(tmp_path, "a.md", "# Returns\r\n\r\nWrite it down."), "a.md")
    assert (found.title, found.text, found.kind) == ("Returns", "Write it down.", "document")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_text_in_each_encoding_is_read(tmp_path, encoding):
    (found,) = read(written(tmp_path, "规则.txt", "破损包裹两天内补发。".encode(encoding)), "a.txt")
    assert (found.text, found.title, found.language) == ("破损包裹两天内补发。", "规则", "zh")


@pytest.mark.parametrize(
    "content",
    ["Question,Answer\nOpen when?,At nine\n", "问题;答案\nOpen when?;At nine\n"],
)
def test_each_row_of_a_table_is_a_document(tmp_path, content):
    (found,) = read(written(tmp_path, "a.csv", content), "a.csv")
    assert (found.title, found.text, found.source) == ("Open when?", "At nine", "a.csv#1")


def test_a_row_without_a_text_column_becomes_lines_of_column_and_value(tmp_path):
    (found,) = read(written(tmp_path, "a.csv", "id,Town,Hours\n7,Leeds,9-17\n8\n"), "a.csv")[:1]
    assert (found.source, found.text) == ("a.csv#7", "id: 7\nTown: Leeds\nHours: 9-17")


def test_json_lines_are_documents_called_by_their_id(tmp_path):
    rows = '{"id": "x", "title": "T", "content": "C"}\n\n{"title": "U", "content": "D"}\n'
    found = read(written(tmp_path, "a.jsonl", rows), "a.jsonl")
    assert [(d.source, d.title, d.text) for d in found] == [
        ("a.jsonl#x", "T", "C"),
        ("a.jsonl#2", "U", "D"),
    ]


def test_word_keeps_headings_and_tables(tmp_path):
    made = docx.Document()
    made.add_heading("Returns", level=1)
    made.add_paragraph("Write it down.")
    made.add_heading("Limits", level=2)
    made.add_table(rows=1, cols=2).rows[0].cells[0].text = "50 yuan"
    made.save(str(tmp_path / "a.docx"))
    (found,) = read(tmp_path / "a.docx", "a.docx")
    assert found.title == "Returns"
    assert found.text == "Write it down.\n\n## Limits\n\n50 yuan"


def listed(paragraph, list_, level=0):
    """Makes it an item of a list, as Word does for what is numbered by hand."""
    item = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    item.get_or_add_ilvl().val, item.get_or_add_numId().val = level, list_


def test_word_keeps_the_numbers_of_its_lists(tmp_path):
    """Word writes them nowhere into the text: they follow from the list and from the style."""
    made = docx.Document()
    for text in ("Find the order", "Ask", "by phone", "Refund"):
        made.add_paragraph(text, style="List Number")
    listed(made.paragraphs[2], 5, level=1)
    made.add_paragraph("Stay calm", style="List Bullet")
    made.save(str(tmp_path / "a.docx"))
    (found,) = read(tmp_path / "a.docx", "a.docx")
    steps = ["1. Find the order", "2. Ask", "- by phone", "3. Refund"]
    assert found.text.split("\n\n") == [*steps, "- Stay calm"]


def test_a_word_list_that_begins_anew_is_numbered_anew(tmp_path):
    made = docx.Document()
    numbering = made.part.numbering_part.element
    anew = numbering.add_num(numbering.num_having_numId(5).abstractNumId.val)
    anew.add_lvlOverride(ilvl=0).add_startOverride(1)
    for list_, text in ((5, "Look"), (5, "Ask"), (anew.numId, "Pack"), (anew.numId, "Send")):
        listed(made.add_paragraph(text), list_)
    made.save(str(tmp_path / "a.docx"))
    (found,) = read(tmp_path / "a.docx", "a.docx")
    assert found.text.split("\n\n") == ["1. Look", "2. Ask", "1. Pack", "2. Send"]


def test_a_page_keeps_the_numbers_of_its_lists(tmp_path):
    page = "<ol><li>Look<li>Ask<ol><li>kindly</ol><li>Send</ol><ul><li>A</ul><ol start=4><li>B</ol>"
    (found,) = read(written(tmp_path, "a.html", page), "a.html")
    lines = [line for line in found.text.split("\n") if line]
    assert lines == ["1. Look", "2. Ask", "- kindly", "3. Send", "- A", "4. B"]


def worded(folder, rows, *, repeated):
    """A Word file with a table."""
    made = docx.Document()
    table = made.add_table(rows=0, cols=len(rows[0]))
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    if repeated:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    made.save(str(folder / "prices.docx"))
    return read(folder / "prices.docx", "prices.docx")[0].text.split("\n")


@pytest.mark.parametrize(
    ("rows", "repeated", "lines"),
    [
        (
            [("Work", "Price"), ("New sole", "90 yuan"), ("Cleaning", "")],
            False,
            ["Work: New sole, Price: 90 yuan", "Work: Cleaning"],
        ),
        ([("项目", "价格"), ("换底", "90元。")], False, ["项目：换底，价格：90元"]),
        ([("Who", "Does"), ("Clerk", "packs")], True, ["Who: Clerk, Does: packs"]),
        # A first row with figures names nothing, and neither does one above rows without any.
        ([("Sole", "90 yuan"), ("Heel", "40 yuan")], False, ["Sole, 90 yuan", "Heel, 40 yuan"]),
        ([("Who", "Does"), ("Clerk", "packs")], False, ["Who, Does", "Clerk, packs"]),
    ],
)
def test_a_row_of_a_table_in_word_has_its_headings(tmp_path, rows, repeated, lines):
    assert worded(tmp_path, rows, repeated=repeated) == lines


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            "<tr><th rowspan=2>Town<th colspan=2>Fee<tr><th>day<th>night"
            "<tr><td rowspan=2>Leeds<td>3<td>4<tr><td>5<td>6<tr><td colspan=3>In pounds",
            ["Town: Leeds, Fee day: 3, Fee night: 4", "Town: Leeds, Fee day: 5, Fee night: 6",
             "In pounds"],
        ),
        ("<tr><th>Post<td>3 euros<tr><th>Van<td>9 euros", ["Post: 3 euros", "Van: 9 euros"]),
        ("<tr><td><h2>Fees</h2><p>None.</p></td><td>Menu</td></tr>", ["## Fees", "None.", "Menu"]),
        ("<tr><td>A<table><tr><th>B<th>C<tr><td>1<td>2</table></td></tr>", ["A", "B: 1, C: 2"]),
        ("<tr><td rowspan=0 colspan=x>A<td colspan=999999>B", ["A" + ", B" * 50]),
    ],
)  # fmt: skip
def test_a_row_of_a_table_on_a_page_has_its_headings(tmp_path, table, lines):
    (found,) = read(written(tmp_path, "a.html", f"<table>{table}</table>"), "a.html")
    assert [line for line in found.text.split("\n") if line] == lines


def test_a_row_of_a_table_in_markdown_has_its_headings(tmp_path):
    text = (
        "Fees:\n\n| Work | Fee |\n|---|--:|\n| Sole | 90 \\| 99 |\n\na | b\n```\nx | y\n--|--\n```"
    )
    (found,) = read(written(tmp_path, "a.md", text), "a.md")
    told = "Fees:\n\nWork: Sole, Fee: 90 | 99\n\na | b\n```\nx | y\n--|--\n```"
    assert found.text == told


def test_a_pdf_is_read(tmp_path):
    (found,) = read(written(tmp_path, "a.pdf", pdf("Returns take two days")), "a.pdf")
    assert found.text == "Returns take two days"


def test_a_web_page_is_read_without_what_surrounds_it(tmp_path):
    page = (
        "<html><head><title>Returns &amp; refunds</title><style>p {}</style><body><nav>Home</nav>"
        "<h2>Limits</h2><p>Within  <b>7</b> days.<br>Keep the box.<ul><li>one<li>two</ul>"
        "<table><tr><th>Sum</th><th>Who</th></tr><tr><td>200</td><td>agent</td></tr></table>"
        "<script>alert('no')</script></body></html>"
    )
    (found,) = read(written(tmp_path, "a.html", page), "a.html")
    assert found.title == "Returns & refunds"
    assert found.text == (
        "## Limits\n\nWithin 7 days.\nKeep the box.\n\n- one\n- two\n\nSum: 200, Who: agent"
    )


def test_rows_of_each_visible_sheet_are_documents(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Fees"
    book.active.append(["编号", "标题", "内容", "生效日期", "可见范围"])
    book.active.append([7, "运费", "十元", datetime(2026, 5, 1), "客服、仓库"])
    for title, state in (("More", "visible"), ("Old", "hidden")):
        sheet = book.create_sheet(title)
        sheet.append(["question", "answer"])
        sheet.append(["Open when?", 9.0])
        sheet.sheet_state = state
    book.save(tmp_path / "a.xlsx")
    fees, more = read(tmp_path / "a.xlsx", "a.xlsx")
    assert (fees.source, fees.title, fees.text) == ("a.xlsx#7", "运费", "十元")
    assert (fees.valid_from, fees.audience) == (date(2026, 5, 1), ("仓库", "客服"))
    assert (more.source, more.text) == ("a.xlsx#More/1", "9")


def test_a_header_says_who_may_see_it_and_when_it_holds(tmp_path):
    header = "---\nversion: 2.1\nvalid_from: 2026-05-01\n失效日期: 2026年5月31日\nowner: Ann\n"
    path = written(tmp_path, "a.md", f"{header}audience: [sales, hr]\n---\ntext")
    (found,) = read(path, "a.md", {"owner": "Ben", "field": "retail"})
    assert (found.version, found.owner, found.field) == ("2.1", "Ann", "retail")
    assert (found.valid_from, found.valid_until) == (date(2026, 5, 1), date(2026, 5, 31))
    assert found.audience == ("hr", "sales")


def test_utf_16_with_its_mark_is_read(tmp_path):
    (found,) = read(written(tmp_path, "a.txt", "规则 one".encode("utf-16")), "a.txt")
    assert found.text == "规则 one"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.exe", "x", "unknown-type"),
        ("a.txt", "", "empty"),
        ("a.txt", " \n", "empty"),
        ("a.csv", "title,content\n", "empty"),
        ("a.md", "---\ntitle: only a header\n---\n", "empty"),
        ("a.txt", b"MZ\x00\x01", "not-text"),
        ("a.txt", b"\xff\xff\xff", "not-text"),
        ("a.txt", "Gr\xf6\xdfen und it’s".encode("cp1252"), "not-text"),
        ("a.csv", "標題,內容\n訂單,請問編號是多少？\n".encode("big5"), "not-text"),
        (
            "a.md",
            b"x" + "客户收到的包裹如果损坏，请在七天之内拍照并联系客服。".encode()[:-2],
            "not-text",
        ),
        ("a.md", "---\ntitle: [\n---\ntext", "bad-header"),
        ("a.md", "---\n- a list\n---\ntext", "bad-header"),
        ("a.md", "---\nkind: song\n---\ntext", "bad-choice"),
        ("a.md", "---\nvalid_from: soon\n---\ntext", "bad-date"),
        ("a.md", "---\nvalid_from: 2026-02-30\n---\ntext", "bad-header"),
        ("a.md", "---\nvalid_from: 2026-06-01\nvalid_until: 2026-05-01\n---\ntext", "ends-early"),
        ("a.csv", "title,content,valid until\nT,C,soon\n", "bad-date"),
        ("a.html", "<script>x</script>", "empty"),
        ("a.xlsx", "no zip", "corrupt"),
        ("a.jsonl", '{"title": ', "bad-line"),
        ("a.jsonl", "[1]", "bad-line"),
        ("a.docx", "no zip", "corrupt"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "encrypted"),
        ("a.pdf", "no pdf", "corrupt"),
        ("a.pdf", pdf("x")[:200], "corrupt"),
        ("a.pdf", pdf(""), "no-text-in-pdf"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(tmp_path, name, content, reason):
    assert refused(written(tmp_path, name, content)).reason == reason


def test_a_zip_that_is_no_word_file_is_corrupt(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert refused(tmp_path / "a.docx").reason == "corrupt"


TABLE = [
    (50, 700, "Opening hours"),
    *((50, 670, "Shop"), (150, 670, "Address"), (400, 670, "Open")),
    *((50, 655, "Suzhou"), (150, 655, "7 River Street, behind the big"), (400, 655, "9:00-18:00")),
    (150, 640, "library"),
    *((50, 625, "Wuxi"), (150, 625, "2 Lake Road"), (400, 625, "10:00-17:00")),
    (50, 590, "Dogs are welcome."),
]


def test_a_row_of_a_table_in_a_pdf_keeps_its_headings(tmp_path):
    (found,) = read(written(tmp_path, "a.pdf", placed_pdf(TABLE)), "a.pdf")
    assert found.text.splitlines() == [
        "Opening hours",
        "Shop: Suzhou, Address: 7 River Street, behind the big library, Open: 9:00-18:00",
        "Shop: Wuxi, Address: 2 Lake Road, Open: 10:00-17:00",
        "Dogs are welcome.",
    ]


def test_columns_of_prose_in_a_pdf_are_no_table(tmp_path):
    columns = [(50, "Goods may come back"), (300, "The shop is open"), (50, "within two weeks."),
               (300, "every day.")]  # fmt: skip
    texts = [(x, 700 - 15 * (at // 2), text) for at, (x, text) in enumerate(columns)]
    (found,) = read(written(tmp_path, "a.pdf", placed_pdf(texts)), "a.pdf")
    assert ":" not in found.text


def test_a_sentence_of_a_pdf_that_was_cut_at_the_end_of_a_line_is_whole():
    plain = (
        "Rules\n"
        "Goods may come back within two weeks if they are unused and if the\n"
        "receipt is there.\n"
        "- Seeds and flowers that were cut stay with the customer in any case\n"
        "- Gift cards"
    )
    assert page_text(plain, "").splitlines()[1:3] == [
        "Goods may come back within two weeks if they are unused and if the receipt is there.",
        "- Seeds and flowers that were cut stay with the customer in any case",
    ]
    chinese = "商品在签收以后十四天以内可以退货，退货时请附上购买\n时的小票。"
    assert page_text(chinese, "") == chinese.replace("\n", "")


def test_radicals_and_ligatures_of_a_pdf_are_characters_and_letters():
    assert plain_letters("门店⼿册，⾃⾏⻋的⻓度，staﬀ") == "门店手册，自行车的长度，staff"


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_an_encrypted_pdf_is_refused_only_if_it_needs_a_password(tmp_path, algorithm):
    for name, password in (("closed.pdf", "password"), ("open.pdf", "")):
        writer = PdfWriter(PdfReader(written(tmp_path, "plain.pdf", pdf("secret"))))
        writer.encrypt(password, owner_password="owner", algorithm=algorithm)
        writer.write(tmp_path / name)
    assert refused(tmp_path / "closed.pdf").reason == "encrypted"
    assert read(tmp_path / "open.pdf", "open.pdf")[0].text == "secret"


def test_a_file_over_the_limit_is_refused_unread(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(readers.MAX_MB * 1_000_000 + 1)  # a hole: takes no space on disk
    assert refused(tmp_path / "a.txt").reason == "too-large"


def test_a_missing_file_is_named(tmp_path):
    assert refused(tmp_path / "gone.txt").reason == "unreadable"
