"""A turn as messages of the chat."""

import pytest
from standin import ATTACK, Scripted

from agent.steps import Called, Finished, Loading, Message, Planning, Returned, Said, Thinking
from tools.phrases import LANGUAGES
from tools.registry import TOOLS
from tools.solver.progress import Progress
from ui.edge import guarded, safely
from ui.markup import fenced, formatted, plain
from ui.page.stream import history, stream


def text(bubble) -> str:
    return bubble["content"][0]["text"]


def test_the_first_thing_shown_is_a_status_line_before_any_step():
    first = next(stream(iter(()), "en"))
    assert first[0]["metadata"]["status"] == "pending"
    assert first[0]["metadata"]["title"] == "Reading your message …"


def test_loading_is_said_as_loading():
    *_, shown = stream([Loading()], "zh")
    assert "加载" in shown[0]["metadata"]["title"]


def test_a_solve_says_how_far_it_is_and_the_tool_ends_it():
    progress = Progress(goal="makespan", value=90, bound=60, seconds=3.2)
    steps = [Called("1", "x", {}), Planning(progress), Returned("1", "x", "42")]
    *_, solving, done = stream(steps, "en")
    assert (
        solving[-1]["metadata"]["title"] == "Best so far: time to the end of the last task "
        "1 h 30 min; no plan can be below 1 h (3 s)"
    )
    assert "Best so far" not in done[-1]["metadata"]["title"]


def test_a_tool_that_was_passed_only_the_message_says_so():
    steps = [Called("1", "parse_tasks", {"tasks": []}), Returned("1", "parse_tasks", "3 tasks")]
    shown = list(stream(steps, "en"))[-1][0]["content"][0]["text"]
    assert "Your message, as you wrote it." in shown
    assert "[]" not in shown


def test_tool_steps_fold_with_their_real_arguments_and_result():
    running, done = list(stream([Called("1", "x", {"a": "甲"}), Returned("1", "x", "42")], "en"))[
        1:
    ]
    assert running[0]["metadata"]["status"] == "pending"
    assert done[0]["metadata"] == {"title": "x", "status": "done"}
    assert '"a": "甲"' in text(done[0])
    assert "42" in text(done[0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool", [each.name for each in TOOLS])
def test_every_tool_says_what_it_does_in_the_users_words(tool, language):
    *_, shown = stream([Called("1", tool, {}), Returned("1", tool, "done")], language)
    assert "_" not in shown[0]["metadata"]["title"]


def test_a_tool_that_could_not_is_said_so():
    *_, shown = stream([Called("1", "x", {}), Returned("1", "x", "no", ok=False)], "en")
    assert "not possible as asked" in shown[0]["metadata"]["title"]


def test_the_answer_grows_and_the_finished_answer_replaces_it():
    shown = [text(bubbles[-1]) for bubbles in stream([Said("a"), Said("b"), Finished("AB!")], "en")]
    assert shown[1:] == ["a", "ab", "AB!"]


def test_the_status_goes_when_the_answer_comes():
    *_, shown = stream([Thinking(), Said("a")], "en")
    assert len(shown) == 1


def test_a_saved_conversation_looks_like_the_streamed_one():
    steps = [Called("1", "x", {}), Returned("1", "x", "42"), Said("an"), Finished("answer")]
    *_, live = stream(steps, "en")
    saved = history([Message("user", "hi"), Message("assistant", "answer", tuple(steps[:2]))], "en")
    assert saved[1:] == live


def test_a_turn_that_breaks_ends_in_a_calm_sentence_with_a_reference(caplog):
    *_, last = safely(Scripted().turn("s", "break", "en"), "en")
    reference = last.answer.rsplit(" ", 1)[-1]
    assert len(caplog.records) == 1
    assert reference in caplog.text
    assert "scripted" not in last.answer


def test_an_event_that_breaks_becomes_a_toast_with_the_logged_reference(caplog):
    gradio = pytest.importorskip("gradio")

    @guarded("zh")
    def event() -> None:
        raise RuntimeError("scripted")

    with pytest.raises(gradio.Error) as caught:
        event()
    assert len(caplog.records) == 1
    assert caught.value.message.rsplit("：", 1)[-1] in caplog.text
    assert "scripted" not in caught.value.message


def test_what_users_type_is_shown_as_typed_and_not_as_markup():
    shown = plain(f"{ATTACK} *a* ![p](http://x/p.png) [l](http://x) `c` $x$ | # h")
    assert not set("<*[]`$|#!") & set(shown.replace("&#", ""))


def test_answers_keep_markdown_but_no_html_and_no_pictures():
    assert formatted("**a** [l](x)") == "**a** [l](x)"
    assert "<" not in formatted(ATTACK)
    assert "![" not in formatted("![p](http://x/p.png)")


def test_a_fence_in_a_result_does_not_end_the_code_block():
    block = fenced("a\n```\n<b>\n````\nc").splitlines()
    assert block[0] == "`````text"
    assert block[-1] == "`````"
