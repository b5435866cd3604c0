from dataclasses import replace
from typing import Any

import pytest
from hashing import Hashing
from runtimes import left, runtime

from knowledge.feedback import Feedback
from knowledge.templates.reading import built_in
from knowledge.templates.store import Templates
from tools.draft import continued, customers_words, draft_reply, goes_on
from tools.phrases import LANGUAGES
from tools.replies.desk import Desk
from tools.state import Runtime


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(Templates(None, built_in()), Feedback(None), Hashing())


def turn(desk: Desk, message: str, language: str = "en", **state: Any) -> Runtime:
    made = runtime(message, language, **state)
    return replace(made, context=replace(made.context, desk=desk))


def drafted(desk: Desk, message: str, language: str = "en", **state: Any) -> dict[str, Any]:
    return left(draft_reply.func(message, "warm", turn(desk, message, language, **state)))


def test_a_reply_is_drafted_and_what_is_missing_is_asked_for_once(desk):
    update = drafted(desk, "Reply to the customer: I want my money back for order 5531, I paid $89")
    draft = update["draft"]
    assert draft.intent == "retail-refund-request"
    assert draft.values["order_number"].value == "5531"
    assert draft.values["refund_amount"].value == "$89"
    assert "Please give me these" in update["answer"]
    assert "customer’s name" in update["answer"]


def test_what_is_said_next_fills_the_blanks(desk):
    first = drafted(desk, "回复客户：我要退款，订单5531，金额89元", "zh")["draft"]
    assert first.language == "zh"
    update = drafted(desk, "我叫王芳。", "zh", draft=first)
    assert update["draft"].values["customer_name"].value == "王芳"
    assert update["draft"].values["order_number"].value == "5531"


def test_a_new_customer_is_not_taken_for_more_about_the_last_one(desk):
    draft = drafted(desk, "Reply to: I want my money back")["draft"]
    assert continued(draft, "Reply to the customer: order 5531 is late") is None


def test_a_tone_is_read_outside_of_the_customers_words(desk):
    update = drafted(desk, 'A formal reply to "can you be brief, I want my money back"')
    assert update["draft"].tone == "formal"


@pytest.mark.parametrize(
    ("language", "message", "said", "tone"),
    [
        ("en", "I want my money back for order 5531, I paid $89", "make it more formal", "formal"),
        ("zh", "我要退款，订单5531，金额89元", "请改得简短一点", "brief"),
    ],
)
def test_a_tone_that_is_asked_for_next_changes_the_last_draft(desk, language, message, said, tone):
    asked = "Reply to: " if language == "en" else "回复客户："
    first = drafted(desk, asked + message, language)["draft"]
    update = drafted(desk, said, language, draft=first)
    assert (update["draft"].template, update["draft"].tone) == (first.template, tone)
    assert update["draft"].values["order_number"].value == "5531"
    back = drafted(
        desk, "less formal" if tone == "formal" else "别太短", language, draft=update["draft"]
    )
    assert back["draft"].values == first.values
    assert back["draft"].body == first.body


def test_a_blank_is_filled_and_the_tone_changed_by_one_message(desk):
    first = drafted(desk, "Reply to: I want my money back for order 5531, I paid $89")["draft"]
    said = "My name is Bo Li, and make it formal"
    update = drafted(desk, said, draft=first)["draft"]
    assert (update.values["customer_name"].value, update.tone) == ("Bo Li", "formal")


def test_the_last_blank_is_not_filled_with_a_wish_for_another_tone(desk):
    first = drafted(desk, "Reply to: I want my money back for order 5531, I paid $89")["draft"]
    last = first.with_values({slot.name: "Bo Li" for slot in first.open[1:]})
    assert len(last.open) == 1
    update = drafted(desk, "it's too long", draft=last)["draft"]
    assert update.tone == "brief"
    assert "it's too long" not in {each.value for each in (*update.filled, *update.spare)}


def test_a_customer_who_names_a_tone_is_a_new_one(desk):
    first = drafted(desk, "Reply to: I want my money back for order 5531, I paid $89")["draft"]
    for said in (
        "Reply to: you were not friendly",
        "Your staff were not friendly to me when I wanted my money back",
    ):
        assert drafted(desk, said, draft=first)["draft"] != first
        assert not goes_on(first, said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_none_of_our_business_is_handed_over(desk, language):
    update = drafted(desk, "tell me a joke" if language == "en" else "讲个笑话", language)
    assert update["draft"] is None
    assert update["handover"].reason == "outside"
    assert update["possible"] is False


def test_without_a_desk_it_says_so():
    update = left(draft_reply.func("x", "warm", runtime("Reply to: x")))
    assert update["possible"] is False


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Draft a reply to this customer: where is my parcel", "where is my parcel"),
        ("怎么回复客户：“快递还没到，已经五天了，怎么回事”", "快递还没到，已经五天了，怎么回事"),
        ("where is my parcel", "where is my parcel"),
        ("My order: it is late", "My order: it is late"),
    ],
)
def test_the_customers_words_are_told_from_the_wish(said, words):
    assert customers_words(said) == words
