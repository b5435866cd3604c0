"""Words of both languages for the same things."""

import pytest

from knowledge.concepts import concepts_of
from knowledge.glossary import heard, things, ways_to_say


def said(text):
    return [things()[each.thing].english[0] for each in heard(text)]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("优惠券坏了，要退货", ["coupon", "damage", "return"]),  # 优惠券 is no 优惠
        ("I don't want the shoes that were shipped", ["not", "shoe", "ship"]),
        ("Money back for cancelled orders?", ["refund", "cancel", "order"]),
        ("VIP客人的行李", ["vip", "guest", "luggage"]),
        ("the feed of lobsters", []),  # no fee
        ("It was sold. Out of that, we", ["sell"]),  # not sold out
        ("优，惠", []),
        ("e mails, E-mails", ["e-mail"] * 2),
        ("When does your store in Hangzhou close?", ["shop", "hangzhou", "close"]),
        ("杭州店几点关门", ["hangzhou", "close"]),
        ("", []),
    ],
)
def test_known_words_are_heard_in_their_forms_and_the_longest_first(text, known):
    assert said(text) == known


def test_a_word_stands_where_it_was_written():
    text = "Ｍoney back, 5 yuan"
    (each,) = heard(text)
    assert text[each.start : each.end] == "Ｍoney back"


def test_each_thing_is_told_once_in_all_words_of_both_languages():
    (refund,) = ways_to_say("退款，退款！")
    assert {"refund", "refunds", "refunded", "money back", "reimbursed", "退钱"} <= set(refund)
    assert ways_to_say("refund or refunds") == [refund]


def test_no_word_stands_twice():
    english = [word for thing in things() for word in set(thing.english)]
    chinese = [word for thing in things() for word in thing.chinese]
    assert len(english) == len(set(english))
    assert len(chinese) == len(set(chinese))


def test_every_word_of_the_glossary_is_heard_as_itself():
    for number, thing in enumerate(things()):
        for word in (*thing.english, *thing.chinese):
            assert [each.thing for each in heard(word)] == [number], word


def test_what_is_left_of_a_sentence_is_not_covered():
    assert concepts_of("Refunds are paid to the customer.").covered == 1
    assert concepts_of("The lobster is paid to the customer.").covered < 1
    assert concepts_of("退款付款给客户").covered == 1
    assert concepts_of("龙虾退款").covered == 0.5
