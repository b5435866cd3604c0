"""The questions of a letter, each answered by itself."""

import pytest

from knowledge.passage import Passage
from tools.replies.answering import Answer, Cited
from tools.replies.questions import Question, answered, questions_in
from tools.replies.telling import tell_answer

LETTER = "We came last week. My kettle leaks! Can I send it back? Who pays the postage? Thank you."


def passage(text: str, id: str) -> Passage:
    return Passage(
        id=id * 24,
        text=text,
        title="Returns",
        heading="",
        source="returns.en.md",
        kind="procedure",
        field="",
        language="en",
        place=0,
    )


def says(text: str, id: str = "1", **fields: object) -> Answer:
    sentences = (Cited(text=text, number=1),)
    return Answer.model_validate(
        {"sentences": sentences, "passages": (passage(text, id),)} | fields
    )


def test_each_question_has_the_sentence_before_it():
    back, postage = questions_in(LETTER)
    assert back == Question("Can I send it back?", "My kettle leaks!")
    assert back.wider == "My kettle leaks! Can I send it back?"
    assert postage == Question("Who pays the postage?", "Can I send it back?")


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("hey when's yoga. are there mats or do we bring our own", 2),
        ("你好，请问押金多少。车好停吗", 2),
        ("I'd like a chat beforehand, does that cost extra. Bye for now.", 1),
        ("刷卡可以。几点关门", 1),
    ],
)
def test_a_question_needs_no_question_mark(message, asked):
    assert len(questions_in(message)) == asked


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        (
            "Are you open on Sundays? I also want to rent an e-bike. How much is it?",
            ["Are you open on Sundays?", "I also want to rent an e-bike. How much is it?"],
        ),
        (
            "我想租电动车。要多少钱?我还想补胎。要多少钱?",
            ["我想租电动车。 要多少钱?", "我还想补胎。 要多少钱?"],
        ),
        ("Hi Ann. How are you? Are you open on Sundays?", ["Are you open on Sundays?"]),
        ("Are you open on Sundays? Are you open on Sundays?", ["Are you open on Sundays?"]),
    ],
)
def test_a_question_that_does_not_say_what_it_is_about_has_the_sentence_before_it(message, asked):
    assert [each.words for each in questions_in(message)] == asked


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("How much is a litre of paint, and can I bring it back?",
         ["How much is a litre of paint", "can I bring it back?"]),
        ("My bike squeaks. How much is it and how long does it take?",
         ["My bike squeaks. How much is it", "My bike squeaks. how long does it take?"]),
        ("洗一床被子多少钱、要等多久？", ["洗一床被子多少钱", "洗一床被子 要等多久？"]),
        ("办卡要带什么，多久能拿到？", ["办卡要带什么", "多久能拿到？"]),
        ("If it rains, can I cancel?", ["If it rains, can I cancel?"]),
        ("Do I have to bring it along, box and all?",
         ["Do I have to bring it along, box and all?"]),
        ("Are there mats or do we bring our own?", ["Are there mats or do we bring our own?"]),
        ("有没有大号的，红色或者蓝色都行？", ["有没有大号的，红色或者蓝色都行？"]),
    ],
)  # fmt: skip
def test_a_sentence_that_asks_two_things_is_two_questions(message, asked):
    assert [each.words for each in questions_in(message)] == asked


def test_a_row_answers_both_things_that_one_sentence_asks():
    row = says("Chain: 9 euros, next day", by_meaning=True)
    found = answered("How much is a chain and how long does it take?", lambda _: row)
    assert found is not None
    assert found.unanswered == ()
    found = answered("How much is a chain? How long does it take?", lambda _: row)
    assert found is not None
    assert len(found.unanswered) == 1


def test_what_a_letter_asks_beyond_what_is_looked_up_is_named():
    message = " ".join(f"Is model X{number} in stock?" for number in range(14))
    looked: list[Question] = []
    found = answered(message, lambda each: looked.append(each) or says("All models are in stock."))
    assert found is not None
    assert len(looked) == 12
    assert found.unanswered == ("Is model X12 in stock?", "Is model X13 in stock?")


def test_a_message_that_asks_nothing_is_looked_up_as_a_whole():
    message = "My kettle leaks. I want my money back."
    assert questions_in(message) == [Question(message)]


def test_answers_stand_in_the_order_of_the_questions_with_their_own_passages():
    told = {
        "Can I send it back?": says("Goods are taken back.", "1"),
        "Who pays the postage?": says("We pay the postage.", "2", by_meaning=True),
    }
    found = answered(LETTER, lambda each: told[each.words])
    assert found is not None
    assert [(each.asked, each.text, each.number) for each in found.sentences] == [
        ("Can I send it back?", "Goods are taken back.", 1),
        ("Who pays the postage?", "We pay the postage.", 2),
    ]
    assert [each.text for each in found.passages] == [
        "Goods are taken back.",
        "We pay the postage.",
    ]
    assert found.unanswered == ()
    assert not found.by_meaning


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_nothing_answers_is_named(language):
    found = answered(LETTER, lambda each: None if "postage" in each.words else says("Yes, do."))
    assert found is not None
    assert found.unanswered == ("Who pays the postage?",)
    assert "- Who pays the postage?" in tell_answer(found, language)


def test_a_sentence_that_answers_two_questions_is_told_once():
    found = answered(LETTER, lambda _: says("We take it back and pay the postage."))
    assert found is not None
    assert [(each.asked, each.also) for each in found.sentences] == [
        ("Can I send it back?", ("Who pays the postage?",))
    ]
    assert found.unanswered == ()


@pytest.mark.parametrize("worded", [True, False])
def test_what_answers_one_question_is_no_guess_at_another(worded):
    told = {
        "Can I send it back?": says("We take it back.", by_meaning=not worded),
        "Who pays the postage?": says("We take it back.", by_meaning=True),
    }
    found = answered(LETTER, lambda each: told[each.words])
    assert found is not None
    assert found.unanswered == ("Who pays the postage?",)


def test_where_nothing_is_answered_there_is_no_answer():
    assert answered(LETTER, lambda _: None) is None
