import pytest

from knowledge.passage import Passage
from knowledge.templates.record import Template
from knowledge.templates.slots import Slot, kind_of
from tools.phrases import LANGUAGES
from tools.replies.blanking import Origin, blanked, cue_of
from tools.replies.drafting import DraftError, draft_of, shown_name
from tools.replies.filling import Known, candidates, fill
from tools.replies.making import near_duplicates, template_from

REFUND = Template(
    id="refund",
    title="Refund",
    intent="refund",
    language="en",
    warm="Dear {customer_name},\n\nWe will return {refund_amount} for order {order_number}.\n"
    "{agent_name}",
    brief="{refund_amount} for {order_number}.",
)


def filled(message: str, *names: str, **known: object) -> dict[str, str]:
    slots = [Slot(name=name, kind=kind_of(name)) for name in names]
    return {each.slot: each.value for each in fill(slots, Known(message=message, **known))}


def test_a_draft_has_no_text_while_a_blank_is_open():
    draft = draft_of(REFUND, "warm", fill(REFUND.slots(), Known("Refund order 5531", person="Ann")))
    assert [slot.name for slot in draft.open] == ["customer_name", "refund_amount"]
    with pytest.raises(DraftError, match="customer name, refund amount"):
        _ = draft.text
    done = draft.with_values({"customer_name": "Bo Li", "refund_amount": "$12"})
    assert done.text == "Dear Bo Li,\n\nWe will return $12 for order 5531.\nAnn"


def test_every_value_shows_where_it_comes_from():
    message = "My name is Bo Li and I want my money back for order 5531."
    known = Known(message, ticket={"Amount": "$12"}, said={"agent_name": "Ann"})
    draft = draft_of(REFUND, "warm", fill(REFUND.slots(), known))
    sources = {each.slot: each.source for each in draft.filled}
    assert sources["order_number"].kind == "message"
    assert "order 5531" in sources["order_number"].quote
    assert (sources["refund_amount"].kind, sources["refund_amount"].place) == ("ticket", "Amount")
    assert sources["agent_name"].kind == "house"
    assert draft.values["customer_name"].value == "Bo Li"


def test_nothing_that_was_kept_goes_before_the_writers_own_name():
    slots = [Slot(name=name, kind="name") for name in ("agent_name", "客服")]
    said = {"agent_name": "Bob", "客服": "老王"}
    known = Known("?", person="Ann", said=said, said_by="own")
    assert [each.value for each in fill(slots, known)] == ["Ann", "Ann"]
    known = Known("?", said=said, said_by="own")
    assert [each.source.kind for each in fill(slots, known)] == ["own", "own"]


@pytest.mark.parametrize("value", ["{order_number}", "[amount]", "x" * 501, "a lot"[:1] + "?"])
def test_a_value_that_would_leave_a_blank_in_the_text_is_refused(value):
    with pytest.raises(DraftError):
        draft_of(REFUND, "brief", ()).with_values({"refund_amount": value})


def test_an_emptied_value_opens_its_blank_again():
    draft = draft_of(REFUND, "brief", ()).with_values({"refund_amount": "$12", "order_number": "1"})
    assert draft.text == "$12 for 1."
    assert [slot.name for slot in draft.with_values({"order_number": " "}).open] == ["order_number"]


@pytest.mark.parametrize(
    ("message", "slot", "value"),
    [
        ("cancel order 5531 please", "order_number", "5531"),
        ("取消5531号订单", "order_number", "5531"),
        ("订单A-7781还没到", "order_number", "A-7781"),
        ("I paid $89 for it", "refund_amount", "$89"),
        ("please block the card ending in 4471", "card_last_digits", "4471"),
        ("5 月 3 日那笔，5月3日扣了两次", "transaction_date", "5月3日"),
        ("我叫王芳，想退款", "customer_name", "王芳"),
        ("Where is it?\n\nKind regards,\nMaria Rossi", "customer_name", "Maria Rossi"),
        ("Where is it? Regards, Tom Hill", "customer_name", "Tom Hill"),
        ("Where is it?\nAnna Berg", "customer_name", "Anna Berg"),
        ("Broken again. Thanks\nAnna Berg\n+49 170 5551234", "customer_name", "Anna Berg"),
        ("Please refund it.\nThank you!\nAnna\nOrder 5531", "customer_name", "Anna"),
        ("Best wishes\nÅsa Ek", "customer_name", "Åsa Ek"),
        ("杯子碎了。\n李娜", "customer_name", "李娜"),
        ("杯子碎了，谢谢！\n李娜\n13800001111", "customer_name", "李娜"),
        ("我要退款，联系人：王芳", "customer_name", "王芳"),
        ("送货时间能改吗?谢谢,王芳", "customer_name", "王芳"),
        ("I want my money back. - Tom Reid", "customer_name", "Tom Reid"),
        ("Order 5531, yes, order 5531 again", "order_number", "5531"),
    ],
)
def test_a_value_is_read_from_the_customers_message(message, slot, value):
    assert filled(message, slot) == {slot: value}


@pytest.mark.parametrize(
    ("message", "slot"),
    [
        ("cancel order 5531 or order 5532", "order_number"),  # which of the two?
        ("my order has not come, call 5551234", "case_number"),  # the house gives that number
        ("I need it by 12 May", "new_delivery_date"),  # a wish is no promise
        ("invoice 88123 is wrong", "order_number"),  # another thing's number
        ("where is it", "order_number"),
        ("cancel order 5531", "customer_support_phone_number"),  # the house's own
        ("I am so angry", "customer_name"),
        ("Where is it?\nThank You", "customer_name"),
        ("Thanks\nKind Regards", "customer_name"),
        ("Thanks\nOrder 5531", "customer_name"),
        ("Can it come? - Thanks", "customer_name"),
        ("能改吗？谢谢，祝好", "customer_name"),
    ],
)
def test_a_blank_stays_open_where_nothing_or_two_things_could_be_meant(message, slot):
    assert filled(message, slot) == {}


def test_the_values_that_could_be_meant_are_offered():
    slot = Slot(name="order_number", kind="number")
    assert candidates(slot, Known("order 5531 or order 5532")) == ["5531", "5532"]


def test_a_known_product_is_found_again_in_a_message():
    seen = {"account_type": ["Pro", "Premium", "Pro Plus"]}
    assert filled("switch to the pro plus account", "account_type", seen=seen) == {
        "account_type": "pro plus"
    }
    assert filled("from Pro to Premium", "account_type", seen=seen) == {}


def permit(text: str, source: str = "permit.en.md") -> Passage:
    return Passage(
        id="0" * 24, text=text, title="Permits", heading="", source=source, kind="procedure",
        field="", language="en", place=0,
    )  # fmt: skip


def test_a_procedure_gives_a_value_with_its_sentence():
    passage = permit("- The amount of the fee is 120 yuan; the head may waive it.")
    (each,) = fill([Slot(name="fee_amount", kind="amount")], Known("?", procedures=[passage]))
    assert (each.value, each.source.kind, each.source.place) == (
        "120 yuan", "procedure", "permit.en.md"
    )  # fmt: skip


def test_a_procedure_that_contradicts_itself_fills_nothing():
    two = [permit("The fee amount is 120 yuan."), permit("The fee amount is 90 yuan.")]
    assert fill([Slot(name="fee_amount", kind="amount")], Known("?", procedures=two)) == ()
    same = [permit("The fee amount is 120 yuan."), permit("Its fee amount of 120 yuan is due.")]
    assert fill([Slot(name="fee_amount", kind="amount")], Known("?", procedures=same))


def test_a_good_reply_becomes_a_template():
    made = template_from(
        "Dear Bo Li, order #5531 is cancelled and $12 come back to you. See [Live Chat].",
        Origin("cancel #5531, Bo Li", values={"customer_name": "Bo Li", "order_number": "#5531"}),
        "cancel",
        id="mine",
    )
    assert made.warm == (
        "Dear {customer_name}, order {order_number} is cancelled and {amount} come back to "
        "you. See {live_chat}."
    )
    assert made.cues == ("cancel {order_number}, {customer_name}",)
    assert made.title == "cancel …, …"
    assert made.known == ()


@pytest.mark.parametrize(
    ("reply", "values", "blank"),
    [
        ("Order {order_number} of order", {"thing": "order"}, "{thing} {order_number} of {thing}"),
        ("{订单号}：订单已取消", {"事": "订单"}, "{订单号}：{事}已取消"),
        ("尊敬的Bo Li您好", {"customer_name": "Bo Li"}, "尊敬的{customer_name}您好"),
        ("Dear Will, we will", {"customer_name": "Will Lee"}, "Dear {customer_name}, we will"),
        ("$5 now and $7 later, $5", {}, "{amount} now and {amount_2: amount} later, {amount}"),
        ("Open on Monday, 9 May", {}, "Open on Monday, 9 May"),
    ],
)
def test_each_value_becomes_a_slot_and_none_within_another(reply, values, blank):
    assert blanked(reply, Origin(values=values)) == blank


def test_what_the_customer_and_the_ticket_say_is_blanked_also_where_no_slot_was():
    origin = Origin(
        "I bought it on 9 May 2026 for $5", {"order": "A17", "Branch": "Elm"}, {},
        lambda text: [("phone_number", "555")] if "555" in text else [],
    )  # fmt: skip
    assert blanked("A17 of 9 May 2026, Elm, call 555", origin) == (
        "{order_number} of {date}, {branch}, call {phone_number}"
    )
    assert cue_of(origin) == "I bought it on {date} for {amount}"


def test_nearly_the_same_template_is_pointed_out():
    same = REFUND.warm.replace("return", "give back")
    assert [each.id for each, _ in near_duplicates(same, [REFUND], "en")] == ["refund"]
    assert not list(near_duplicates("Your card is blocked as of now.", [REFUND], "en"))
    assert not list(near_duplicates(same, [REFUND], "zh"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slot_has_a_name_for_people(language):
    assert shown_name(Slot(name="my_own_thing", kind="text"), language) == "my own thing"
    assert shown_name(Slot(name="订单号", kind="number"), language) == "订单号"
    twelfth = {"en": "sentence 12", "zh": "第 12 句"}[language]
    assert shown_name(Slot(name="sentence_12", kind="text"), language) == twelfth
