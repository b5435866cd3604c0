import pytest

from tools.wording.cases import case_in, says_what


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("create the tasks for this return", "this return"),
        ("Please create all the tasks needed for the damaged parcel.", "the damaged parcel"),
        ("can you make the steps for it?", "it"),
        ("Set up the work for a lost card, please", "a lost card"),
        ("把这次退货要做的事排出来", "这次退货"),
        ("请把这个投诉的步骤列出来", "这个投诉"),
        ("为这次退款创建任务", "这次退款"),
        ("生成包裹破损的任务", "包裹破损"),
        ("帮我安排这单换货要做的工作", "这单换货"),
    ],
)
def test_the_work_of_a_case_is_asked_for(message, topic):
    assert case_in(message) == topic


@pytest.mark.parametrize(
    "message",
    [
        "create the tasks for painting: priming 2 hours, then paint 3 hours",
        "create a plan",
        "把焊接排在前面",
        "安排焊接 2 小时，喷涂 3 小时",
        "How do we handle a return?",
        "why do the tasks for this return take so long?",
        "任务A的工作要多久",
    ],
)
def test_tasks_that_are_described_and_other_wishes_are_something_else(message):
    assert case_in(message) is None


@pytest.mark.parametrize("topic", ["it", "this case", "这件事", "这个客户", "that"])
def test_a_word_that_points_back_names_nothing(topic):
    assert not says_what(topic)


@pytest.mark.parametrize("topic", ["this return", "这次退货", "the damaged parcel"])
def test_a_case_is_named(topic):
    assert says_what(topic)
