"""The sentences of passages, and what stands above each."""

from knowledge.passage import Passage
from tools.replies.told import told_in


def passage(text: str, **fields: object) -> Passage:
    known = {"id": "0" * 24, "title": "Shop", "heading": "", "source": "shop.md", "place": 0}
    given = {"text": text, "kind": "document", "field": "", "language": "en"}
    return Passage.model_validate(known | given | fields)


def told(text: str, **fields: object) -> list[tuple[str, str]]:
    return [(each.text, each.above) for each in told_in([passage(text, **fields)])]


def test_a_sentence_stands_below_its_title_and_its_nearest_heading() -> None:
    assert told("We repair. \n## Prices\n- A look costs 8 yuan.", heading="Service") == [
        ("We repair.", "Shop\nService"),
        ("A look costs 8 yuan.", "Shop\nPrices"),
    ]


def test_an_answer_stands_below_its_question() -> None:
    assert told(
        "How long is the warranty?\nTwo years. Keep the receipt.\n可以退货吗？七天内可以。"
    ) == [
        ("Two years.", "Shop\nHow long is the warranty?"),
        ("Keep the receipt.", "Shop\nHow long is the warranty?"),
        ("七天内可以。", "Shop\n可以退货吗？"),
    ]


def test_a_sentence_that_is_cut_at_the_end_of_a_line_is_whole() -> None:
    text = "Goods may come back within two weeks if they are\nunused. Seeds may not."
    assert [text for text, _ in told(text)] == [
        "Goods may come back within two weeks if they are unused.",
        "Seeds may not.",
    ]


def test_rows_stay_apart_however_long_they_are() -> None:
    rows = [f"Shop: {name}, Address: 7 River Street, Open: 9:00-18:00" for name in ("Wuxi", "Yiwu")]
    assert [text for text, _ in told("\n".join(rows))] == rows


def test_neither_a_figure_nor_an_address_nor_a_title_ends_a_sentence() -> None:
    text = "It costs 1.8 yuan. Ask Mr. Wu, wu@shop.example. 打电话给吴先生。"
    assert [text for text, _ in told(text)] == [
        "It costs 1.8 yuan.",
        "Ask Mr. Wu, wu@shop.example.",
        "打电话给吴先生。",
    ]


def test_a_sentence_that_says_nothing_alone_stays_with_the_one_before_it() -> None:
    text = (
        "A bike is kept for 30 days. After that we charge 3 yuan a day. Bring the slip.\n"
        "可以寄存三天。之后每天收5元。请带取车单。\nIs it free? Otherwise you pay."
    )
    assert [text for text, _ in told(text)] == [
        "A bike is kept for 30 days. After that we charge 3 yuan a day.",
        "Bring the slip.",
        "可以寄存三天。之后每天收5元。",
        "请带取车单。",
        "Otherwise you pay.",
    ]


def test_an_item_that_is_no_sentence_is_told_with_what_stands_above_its_list() -> None:
    text = (
        "## Not taken back\n- Mixed paint\n- Plants die soon.\n- Filling: 300 yuan\n"
        "## 退货\n我们开门。以下商品不能退：\n\n- 打开过的茶叶\n- 鲜花\n门店周一休息。\n"
    )
    assert [text for text, _ in told(text)] == [
        "Not taken back: Mixed paint",
        "Plants die soon.",
        "Filling: 300 yuan",
        "我们开门。",
        "以下商品不能退：打开过的茶叶",
        "以下商品不能退：鲜花",
        "门店周一休息。",
    ]
