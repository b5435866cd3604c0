"""What only tells what is over, and what wants something by it."""

import pytest

from tools.wording.stories import is_over


@pytest.mark.parametrize(
    "text",
    [
        "Her hip took nearly four hours in the end; she is comfortable.",
        "The scanner was serviced in September.",
        "last spring the three of us painted that hall twice",
        "the trainee ate three rolls in ten minutes!",
        "I remember our first oven, we began at four in the morning",
        "上个月对账对了整整五个小时，眼睛都快瞎了",
        "昨儿切板切到手，缝了两针",
        "以前我们都是拿纸单子找，一天走三万步",
    ],
)
def test_a_story_is_over(text: str) -> None:
    assert is_over(text)


@pytest.mark.parametrize(
    "text",
    [
        "last week it took us four hours, so plan four",
        "the saw broke yesterday, take it off",
        "why did it take longer yesterday?",
        "painting takes three hours",
        "周四以前全部做完",
        "昨天说好了，焊接改成三小时",
        "质检为啥拖到那会儿",
        "上次那个客户的合同怎么写的",
    ],
)
def test_what_counts_from_now_on_is_not(text: str) -> None:
    assert not is_over(text)
