"""The kind of value that a customer asks for, and the sentences that hold one."""

import pytest

from knowledge.numbers import fold
from tools.replies.values import MEASURED, WORDED, Kind

MONEY, LENGTH, CLOCK, DAY = MEASURED
PLACE, PERSON, RULE = WORDED


@pytest.mark.parametrize(
    ("kind", "question", "has", "has_not"),
    [
        (MONEY, "How much is a pump?", "A pump costs 260 yuan.", "A pump takes 3 days."),
        (MONEY, "停车要多少钱", "住店客人停车免费。", "停车场有 20 个车位。"),
        (MONEY, "Do you charge a fee?", "Free of charge.", "Free to choose."),
        (LENGTH, "How long is the warranty?", "It is covered for 24 months.", "Call 3344 5566."),
        (LENGTH, "保修多久", "意式咖啡机保修三年。", "保修须提供小票。"),
        (CLOCK, "When does your store in Hangzhou close?", "营业时间：10:00-21:00", "周一休息。"),
        (CLOCK, "杭州店几点关门", "Open 9 am to 6 pm", "Closed on Mondays."),
        (DAY, "When will I get my money back?", "Refunds take 5 working days.", "We do refund."),
        (DAY, "什么时候能看牙", "林医生周三下午看诊。", "林医生看儿童牙科。"),
        (PLACE, "Where is the West Gate station?", "Opposite the bus terminal.", "It has bikes."),
        (PLACE, "诊所在哪儿", "诊所在中山路 101 号三楼。", "诊所周日休息。"),
        (PERSON, "Who do I complain to?", "Ms Shen answers complaints.", "It takes a week."),
        (PERSON, "公司租机器找谁", "请联系钱女士。", "租期最短一个月。"),
        (RULE, "Can I bring my dog?", "Dogs may come along.", "The dog is called Bo."),
        (RULE, "可以带狗进店吗", "店内禁止携带宠物。", "店里有一只狗。"),
    ],
)  # fmt: skip
def test_a_sentence_holds_the_kind_of_value_that_is_asked_for(
    kind: Kind, question: str, has: str, has_not: str
) -> None:
    assert kind.asks.search(fold(question))
    assert kind.has(has)
    assert not kind.has(has_not)


@pytest.mark.parametrize(
    ("kind", "question"),
    [(MONEY, "How much longer does it take?"), (DAY, "When does the shop open?"),
     (LENGTH, "多少钱")],
)  # fmt: skip
def test_another_kind_is_not_taken_for_it(kind: Kind, question: str) -> None:
    assert not kind.asks.search(fold(question))
