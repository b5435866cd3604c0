"""Marks of sources lead to the passages of the newest answer; older ones only name them."""

import pytest
from standin import PASSAGE

from agent.steps import Called, Message, Snapshot
from ui.page.export import exported
from ui.page.marks import newest_only
from ui.page.stream import citing, history


def answer(text: str, tool: str = "search_knowledge") -> Message:
    return Message("assistant", text, (Called("1", tool, {}),))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "From “Refunds” [1]:\n\n> see [1]\n\nSee: B [2].",
            "From “Refunds”:\n\n> see [1]\n\nSee: B.",
        ),
        ("摘自《退款》[1]：", "摘自《退款》："),
    ],
)
def test_marks_of_older_answers_that_led_nowhere_are_taken_away(text, left):
    talk = [answer(text), Message("user", "and [1]?"), answer("From “Damaged goods” [1]:")]
    old, asked, new = newest_only(talk, [PASSAGE])
    assert (old.text, asked, new) == (left, talk[1], talk[2])
    shown = citing(history([old, asked, new], "en"), 1)
    assert "(#source-1)" in shown[-1]["content"][0]["text"]


def test_where_no_passages_are_kept_nothing_is_marked():
    assert newest_only([answer("From “A” [1]:")], [])[0].text == "From “A”:"


def test_a_task_with_such_a_name_and_a_reply_with_its_own_list_stay_as_they_are():
    plan = answer("3 tasks from the procedure “Returns” [1]: Pump [1], Valve [2]", "parse_tasks")
    reply = answer("Within 5 days [1].\n\n[1] Refunds", "draft_reply")
    other = Message("assistant", "Pump [1] comes first.")
    told, same, last = newest_only([plan, reply, other], [])
    assert told.text == "3 tasks from the procedure “Returns”: Pump [1], Valve [2]"
    assert (same, last) == (reply, other)


def test_a_downloaded_conversation_lists_what_it_cites():
    talk = (answer("From “Old” [1]:"), answer("From “Damaged goods” [1]:"))
    file = exported("talk", Snapshot(messages=talk, passages=(PASSAGE,)), "x", "en")
    text = file.data.decode()
    assert "“Old”:" in text
    assert text.endswith(
        "## Sources\n\n- [1] Damaged goods › On arrival (procedures/damaged.en.md)\n"
    )
