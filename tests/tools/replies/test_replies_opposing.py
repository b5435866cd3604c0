"""Sentences of documents of one language that contradict each other, in any words."""

import pytest

from knowledge.passage import Passage
from tools.replies.asking import Wanted
from tools.replies.opposing import Asked, Opposing
from tools.replies.told import Told, told_in


def passage(text: str, source: str) -> Passage:
    known = {"id": "0" * 24, "title": "", "heading": "", "place": 0, "kind": "document"}
    language = "en" if text.isascii() else "zh"
    given = {"text": text, "source": source, "field": "", "language": language}
    return Passage.model_validate(known | given)


def against(
    question: str, one: str, other: str, *, alike: float = 0.86, farther: float = 0.2
) -> list[str]:
    """What is shown against the first.

    Args:
        alike: cosine of the two.
        farther: how much farther the other one is from the question.
    """
    passages = [passage(one, "a.md"), passage(other, "b.md")]
    told: list[Told] = told_in(passages)
    close = [1.0 - farther * (each.number - 1) for each in told]
    asked = Asked.of(Wanted.of(question, [each.text for each in told]), told, close)
    opposing = Opposing(told, passages, asked, lambda a, b: [[alike] * len(b)] * len(a))
    return [each.text for each in opposing.against(told[:1])]


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("How long is the warranty?", "Appliances have a warranty of 24 months.",
         "The warranty on all our machines runs for three years."),
        ("How heavy may a suitcase be?", "A suitcase may weigh 20 kg.",
         "The limit for suitcases is 23 kilograms."),
        ("新价目表什么时候生效？", "新价目表自 7 月 1 日起生效。", "8月1日开始执行新价目表。"),
        ("配送费多少？", "每单配送费 12 元。", "送货一次收取 15 块钱。"),
    ],
)  # fmt: skip
def test_the_same_in_other_words_and_with_another_figure_is_shown(
    question: str, one: str, other: str
) -> None:
    assert against(question, one, other) == [other]
    assert against(question, other, one) == [one]


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("What do adults pay?", "Adults pay 80 yuan for a ticket.",
         "Children pay 40 yuan for a ticket."),
        ("How long does standard delivery take?", "Standard delivery takes 3 days.",
         "Express delivery takes 1 day."),
        ("小储物柜多少钱？", "小储物柜每天 5 元。", "大储物柜每天 10 元。"),
    ],
)  # fmt: skip
def test_a_sentence_about_something_else_in_the_same_words_is_not(
    question: str, one: str, other: str
) -> None:
    assert against(question, one, other, alike=0.9) == []


def test_other_words_must_mean_the_same_and_answer_about_as_well() -> None:
    texts = ("The warranty is 24 months.", "We keep the parts of machines for ten years.")
    assert against("How long is the warranty?", *texts, alike=0.5) == []
    assert against("How long is the warranty?", *texts, farther=1.5) == []


def test_the_same_time_in_another_unit_is_none() -> None:
    assert against("How long is it?", "The warranty is 24 months.", "Warranty: two years") == []
