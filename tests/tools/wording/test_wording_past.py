"""Which past day a question is about, if any."""

from datetime import date

import pytest

from tools.wording.past import past_day, says_only_when

TODAY = date(2026, 7, 15)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("What did the rule say in May?", date(2026, 5, 31)),
        ("what was the fee in December", date(2025, 12, 31)),
        ("What did the refund policy say on 3 March 2025?", date(2025, 3, 3)),
        ("how long was the warranty as of March 12th", date(2026, 3, 12)),
        ("what did the price list say last month", date(2026, 6, 30)),
        ("which version was valid in 2024?", date(2024, 12, 31)),
        ("五月的规定是什么？", date(2026, 5, 31)),
        ("去年12月的退货政策怎么说", date(2025, 12, 31)),
        ("2025年3月8日当时的运费是多少", date(2025, 3, 8)),
        ("上个月的规则是怎么写的", date(2026, 6, 30)),
        ("2024年的制度是什么", date(2024, 12, 31)),
    ],
)
def test_a_question_about_the_past_names_its_day(question, day):
    assert past_day(question, TODAY) == day


@pytest.mark.parametrize(
    "question",
    [
        "How do we handle a refund?",
        "May I return this?",
        "A customer bought it in May, can she return it?",
        "What did the rule say in July?",
        "what was decided on 30 February",
        "客户5月买的还能退吗",
        "7月的规定是什么",
        "2月30日当时怎么规定的",
    ],
)
def test_other_questions_are_about_today(question):
    assert past_day(question, TODAY) is None


@pytest.mark.parametrize(
    ("question", "only"),
    [
        ("What did the rule say in May?", True),
        ("And how was it in February 2026?", True),
        ("how long was that last year", True),
        ("which version was valid in 2024?", True),
        ("五月份的规定是怎么说的？", True),
        ("那去年12月当时是多少呢", True),
        ("what was the fee in December", False),
        ("How long was the warranty as of March 12th?", False),
        ("去年12月的退货政策怎么说", False),
        ("2025年3月8日当时的运费是多少", False),
    ],
)
def test_what_a_question_about_the_past_is_about_may_have_been_said_before(question, only):
    assert says_only_when(question) is only
