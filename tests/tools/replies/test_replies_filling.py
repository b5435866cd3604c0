"""Blanks that get their values from fields of a ticket and from procedures."""

import pytest

from knowledge.passage import Passage
from knowledge.templates.reading import built_in
from knowledge.templates.record import TONES
from knowledge.templates.slots import Slot
from tools.phrases import LANGUAGES
from tools.replies.drafting import shown_name
from tools.replies.filling import Known, candidates, fill, lasting

SLOTS = sorted(
    {slot for each in built_in() for tone in TONES for slot in each.slots(tone)},
    key=lambda slot: slot.name,
)
FEE = Slot(name="fee_amount", kind="amount")


def passage(text: str, language: str = "en", source: str = "fees.md") -> Passage:
    return Passage(
        id="0" * 24, text=text, title="Fees", heading="", source=source, kind="procedure",
        field="", language=language, place=0,
    )  # fmt: skip


def values(slot: Slot, *found: Passage) -> list[str]:
    return [each.value for each in fill([slot], Known("?", procedures=found))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_that_is_called_as_the_form_calls_it_fills_its_blank(language):
    assert len(SLOTS) >= 80
    for slot in SLOTS:
        for heading in (shown_name(slot, language), slot.name, slot.name.upper().replace("_", " ")):
            (each,) = fill([slot], Known("?", ticket={heading: "A 12"}))
            assert (each.value, each.source.kind, each.source.place) == ("A 12", "ticket", heading)


def test_the_name_on_the_form_counts_before_other_names():
    slot = Slot(name="order_number", kind="number")
    (each,) = fill([slot], Known("?", ticket={"order": "summer sale 1", "订单号": "5531"}))
    assert each.value == "5531"


def test_a_field_of_another_name_fills_nothing():
    assert fill([FEE], Known("?", ticket={"费用": "5 元", "fee": "5 yuan"})) == ()


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("- The amount of the fee is 120 yuan; the head may waive it.", "en", "120 yuan"),
        ("The fee amount is 120 yuan.", "en", "120 yuan"),
        ("费用金额为 120 元。", "zh", "120 元"),
    ],
)
def test_a_procedure_that_names_the_blank_gives_its_value(text, language, value):
    assert values(FEE, passage(text, language)) == [value]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The new card costs 15 yuan; a team leader may waive the fee if it was stolen.", "en"),
        ("新卡工本费 15 元，客服主管可批准免收费用。", "zh"),
        ("费用金额为 120 元。", "en"),
        ("The amount of the fee is 120 yuan. Later the amount of the fee is 90 yuan.", "en"),
    ],
)
def test_a_procedure_about_something_else_leaves_the_blank_open(text, language):
    assert values(FEE, passage(text, language)) == []


def test_only_the_document_that_fits_best_is_asked():
    other = passage("The amount of the fee is 120 yuan.", source="other.md")
    assert values(FEE, passage("Be kind."), other) == []
    assert values(FEE, passage("Be kind.", source="other.md"), other) == ["120 yuan"]


def test_a_text_stands_behind_its_name_and_a_colon():
    slot = Slot(name="opening_hours", kind="text")
    assert values(slot, passage("Opening hours: 8 to 5")) == ["8 to 5"]
    assert values(slot, passage("Note: opening hours may change")) == []


@pytest.mark.parametrize(
    "message", ["我有 2300 分，优惠券能抵多少钱？", "I used my coupon: 500 points"]
)
def test_what_is_counted_names_no_order_and_no_coupon(message):
    slots = [Slot(name=f"{name}_number", kind="number") for name in ("order", "coupon")]
    assert fill([*slots, Slot(name="coupon_code", kind="number")], Known(message)) == ()


def test_the_only_amount_is_what_was_paid_also_beside_the_number_of_an_order():
    slots = [Slot(name="refund_amount", kind="amount"), Slot(name="order_number", kind="number")]
    told = fill(slots, Known("I bought a jacket (order LO-20931) for 459 yuan, money back please"))
    assert [each.value for each in told] == ["459 yuan", "LO-20931"]


@pytest.mark.parametrize(
    "message",
    [
        "My order 4455 cost $30, but my friend's order 9988 cost $75. Refund mine please.",
        "我的订单花了30元，朋友的订单花了75元。退我的那一单。",
    ],
)
def test_the_next_sentence_does_not_say_which_of_two_amounts_is_meant(message):
    slot = Slot(name="refund_amount", kind="amount")
    assert fill([slot], Known(message)) == ()
    assert len(candidates(slot, Known(message))) == 2


ORDER, CUSTOMER = Slot(name="order_number", kind="number"), Slot(name="customer_name", kind="name")


@pytest.mark.parametrize(
    ("message", "order"),
    [
        ("订单号 5531 退款 13800138000", "5531"),
        ("订单号5531，电话13800138000", "5531"),
        ("订单 553 没到 13800138000", "553"),
        ("单号：7，13800138000", "7"),
        ("快递单号 SF123456，订单 5531", "5531"),
        ("订单号123456789012345678", "123456789012345678"),
        ("order 5531, 555-0134, Jane Doe", "5531"),
        ("order no. 53, 555-0134", "53"),
        ("order #53 is late, card 4111 1111 1111 1111", "53"),
        ("Where is order 123456789, phone 13800138000", "123456789"),
        ("my order 7123-4567 is late", "7123-4567"),
    ],
)
def test_a_number_right_behind_the_word_of_its_kind_is_meant_whatever_its_length(message, order):
    assert [each.value for each in fill([ORDER], Known(message))] == [order]


@pytest.mark.parametrize(
    "message",
    [
        "李娜 13800138000",
        "取消订单 13800138000",
        "order 2 chairs, 13800138000",
        "my order has not come, call 415-555-0132",
        "my order was paid with 4111 1111 1111 1111",
        "退掉订单，身份证 11010519491231002X",
    ],
)
def test_a_phone_a_card_or_an_identity_is_no_order_nor_offered_as_one(message):
    card = Slot(name="card_last_digits", kind="number")
    assert fill([ORDER, card], Known(message)) == ()
    assert candidates(ORDER, Known(message)) == []


def test_what_somebody_calls_unacceptable_is_no_name():
    assert fill([CUSTOMER], Known("This is Unacceptable! Where is my order 5531?")) == ()


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("My order is late, my name is Ann Smith. Refund please.", "Ann Smith"),
        ("My name is Maria. Please help", "Maria"),
        ("I am Tom O'Neil-Ford. Where is it?", "Tom O'Neil-Ford"),
        ("This is J. R. Tolkien. Please call", "J. R. Tolkien"),
        ("my name is Dr. Élise Noël. Thanks", "Dr. Élise Noël"),
    ],
)
def test_a_name_ends_where_its_sentence_does(message, name):
    assert [each.value for each in fill([CUSTOMER], Known(message))] == [name]


@pytest.mark.parametrize(
    "message",
    [
        "订单号 5531 和订单号 5532",
        "订单5531和5532都没收到，只退5532",
        "My order 5531 and 5532 are late",
        "order 5531, 5532 or 5533",
    ],
)
def test_of_two_numbers_with_the_same_word_none_is_taken(message):
    assert fill([ORDER], Known(message)) == ()


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("李娜 13800138000", "李娜"),
        ("订单号 5531 李娜 13800138000 要退款", "李娜"),
        ("13800138000 欧阳娜，北京市朝阳区建国路1号", "欧阳娜"),
        ("姓名 李娜 电话13800138000", "李娜"),
        ("我叫李娜电话13800138000", "李娜"),
        ("我是李娜，要退款", "李娜"),
        ("order 5531, 555-0134, Jane Doe", "Jane Doe"),
        ("Jane Doe, 415-555-0132, order 5531", "Jane Doe"),
    ],
)
def test_who_stands_beside_a_phone_or_says_who_they_are_is_the_customer(message, name):
    assert [each.value for each in fill([CUSTOMER], Known(message))] == [name]


@pytest.mark.parametrize(
    "message",
    [
        "我是老客户，要退款",
        "祝好 13800138000",
        "苏州 13800138000",
        "13800138000 高峰期打不通",
        "Customer Service, 415-555-0132",
        "Order 5531, 415-555-0132",
    ],
)
def test_other_words_beside_a_phone_are_no_name(message):
    assert fill([CUSTOMER], Known(message)) == ()


ORDER = Slot(name="order_number", kind="number")


@pytest.mark.parametrize(
    ("message", "number"),
    [
        ("My Stihl MS 180 does not start.", []),
        ("It has been here since 2016.", []),
        ("Where is it, please? PO 5531", ["5531"]),
        ("Where is 5531, please?", ["5531"]),
        ("Where is my order 2016?", ["2016"]),
    ],
)
def test_neither_the_rest_of_a_models_name_nor_a_year_is_the_number_of_an_order(message, number):
    assert [each.value for each in fill([ORDER], Known(message))] == number


def test_what_differs_from_customer_to_customer_is_not_kept_for_every_reply():
    kept = {slot.name for slot in SLOTS if lasting(slot)}
    assert kept >= {"agent_name"}
    assert kept.isdisjoint({"customer_name", "order_number", "refund_amount", "case_number"})
