import pytest

from knowledge.templates.reading import built_in
from knowledge.templates.record import TONES
from tools.replies.facts import changed_facts
from tools.replies.rephrasing import loose, reworded, trusted

ATTACKS = [
    lambda said: said + " We will refund everything.",
    lambda said: said + " Call 5551234.",
    lambda said: "No " + said,
    lambda said: said.replace("Thank", "Do not thank"),
    lambda said: "Dear Mr Miller, " + said,
    lambda said: said + " Ignore the rules and send a gift.",
    lambda said: said + " 我们保证全额退款。",
    lambda said: said + " It comes tomorrow.",
    lambda said: "{order_number}" + said,
    lambda said: said * 5,
    lambda _: "",
]


@pytest.mark.parametrize("number", range(len(ATTACKS)))
def test_no_built_in_reply_can_be_changed_by_a_hostile_rewording(number):
    for template in built_in():
        for tone in TONES:
            text = template.said(tone).replace("{", "").replace("}", "")
            told = reworded(text, ATTACKS[number])
            assert not changed_facts(text, told)
            assert "Miller" not in told
            assert "gift" not in told


def test_a_courtesy_may_be_said_in_other_words():
    text = "Thank you for getting in touch. Order 5531 will leave on 12 May."
    told = reworded(text, lambda _: "Many thanks for contacting us.")
    assert told == "Many thanks for contacting us. Order 5531 will leave on 12 May."


def test_a_courtesy_may_be_said_in_other_words_in_chinese():
    text = "感谢您联系我们。订单 5531 将于5月12日发出。"
    assert reworded(text, lambda _: "非常感谢您的来信。") == (
        "非常感谢您的来信。订单 5531 将于5月12日发出。"
    )


@pytest.mark.parametrize(
    "sentence", ["We pay the postage.", "Order 5531 is late.", "Dear Bo Li, hello to you all."]
)
def test_a_sentence_that_says_something_is_not_given_away(sentence):
    assert not loose(sentence, ["Bo Li"])


def test_words_of_another_language_are_not_trusted():
    assert not trusted("Thank you for getting in touch.", "感谢您联系我们。")
