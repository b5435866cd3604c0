"""The embedded language model for real, with a short prompt and two small tools."""

import hashlib
from pathlib import Path
from threading import Thread
from typing import Any, Literal

import pytest
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from agent.assistant import Assistant
from agent.conversations import Conversations
from agent.embedded import EmbeddedChat
from agent.local import prompt
from agent.settings import Settings
from agent.steps import Finished
from tools.phrases import SayableError


def explain_decision(kind: Literal["why", "what_if"], tasks: str = "") -> None:
    """The user asks why the plan is as it is, or what if something changed."""


def search_knowledge(question: str) -> None:
    """The user asks for a procedure, a rule, or how to reply to a customer."""


TOOLS = [explain_decision, search_knowledge]
START: list[BaseMessage] = [
    SystemMessage(
        "You are Whyflow. Read the user's message and choose one action.\n"
        "answer: anything else. Write one short polite sentence."
    ),
    HumanMessage("Why is cleaning last?"),
    AIMessage(
        "",
        tool_calls=[
            {"name": "explain_decision", "args": {"kind": "why", "tasks": "cleaning"}, "id": "1"}
        ],
    ),
    HumanMessage("Hello"),
    AIMessage("Hello, I am Whyflow."),
    HumanMessage("客户要退款怎么办？"),
    AIMessage(
        "",
        tool_calls=[
            {"name": "search_knowledge", "args": {"question": "客户要退款怎么办"}, "id": "2"}
        ],
    ),
]
WHY, HOW = "Why is shelving last?", "How do we handle a damaged parcel?"

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file.*null:ResourceWarning")


def ask(llm: EmbeddedChat, text: str) -> list[tuple[str, dict[str, Any]]]:
    answer = llm.bind_tools(TOOLS).invoke([*START, HumanMessage(text)])
    assert isinstance(answer, AIMessage)
    return [(call["name"], call["args"]) for call in answer.tool_calls]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def llm(gguf: Path, kept: Path) -> EmbeddedChat:
    return start(gguf, kept)


@pytest.fixture(scope="module")
def second(gguf: Path, kept: Path, llm: EmbeddedChat) -> EmbeddedChat:
    """Another start of the same program."""
    return start(gguf, kept)


def start(gguf: Path, kept: Path) -> EmbeddedChat:
    threads = Settings.read().threads
    made = EmbeddedChat(path=gguf, threads=threads, kept_prompts=kept, max_tokens=60)
    made.warm_up(START, TOOLS)
    return made


@pytest.fixture(scope="module")
def answers(llm: EmbeddedChat) -> dict[str, Any]:
    """What one start answers when it is asked one question after the other."""
    return {text: ask(llm, text) for text in (WHY, HOW)}


@pytest.mark.llm
class TestTheRealModel:
    def test_it_calls_tools_with_words_of_the_message(self, answers: dict[str, Any]) -> None:
        assert answers[WHY] == [("explain_decision", {"kind": "why", "tasks": "shelving"})]
        ((tool, arguments),) = answers[HOW]
        assert tool == "search_knowledge"
        assert arguments["question"] in HOW

    def test_it_answers_in_its_own_words_piece_by_piece(self, llm: EmbeddedChat) -> None:
        stream = llm.bind_tools(TOOLS).stream([*START, HumanMessage("Hello there!")])
        pieces = [chunk.text for chunk in stream if chunk.text]
        assert len(pieces) > 2
        assert not "".join(pieces).startswith("answer")

    def test_of_two_words_the_likelier_is_written_and_looking_changes_nothing(
        self, llm: EmbeddedChat
    ) -> None:
        turns = prompt([*START, HumanMessage(WHY)], ())
        before = llm.odds(turns, "Yes", "No")
        spent = llm.tokens_spent
        written = "".join(llm.write(turns, 'root ::= "Yes" | "No"'))
        assert written == ("Yes" if before > 0 else "No")
        assert 20 < llm.tokens_spent - spent < 1000  # the whole prompt, and one word
        assert llm.odds(turns, "Yes", "No") == pytest.approx(before, abs=0.2)
        assert llm.odds(turns, "No", "Yes") == pytest.approx(-before, abs=0.2)

    def test_another_start_takes_the_prompt_from_the_file_and_answers_the_same(
        self, answers: dict[str, Any], kept: Path, second: EmbeddedChat
    ) -> None:
        (file,) = kept.glob("*.kv")
        written = file.stat().st_mtime_ns
        second.warm_up(START, TOOLS)
        assert file.stat().st_mtime_ns == written
        assert {text: ask(second, text) for text in answers} == answers

    @pytest.mark.parametrize("damage", ["cut", "changed", "unsealed"])
    def test_a_damaged_file_is_read_anew_and_written_again(
        self, answers: dict[str, Any], kept: Path, second: EmbeddedChat, damage: str
    ) -> None:
        (file,) = kept.glob("*.kv")
        whole, seal = file.read_bytes(), file.with_suffix(".sha256")
        middle = len(whole) // 2
        if damage == "cut":
            file.write_bytes(whole[:middle])
        if damage == "changed":
            file.write_bytes(whole[:middle] + bytes(4096) + whole[middle + 4096 :])
        if damage == "unsealed":
            seal.write_bytes(b"\xff\xfe")
        second.warm_up(START, TOOLS)
        assert len(file.read_bytes()) == len(whole)
        assert seal.read_text() == hashlib.sha256(file.read_bytes()).hexdigest()
        assert ask(second, WHY) == answers[WHY]

    def test_a_folder_that_cannot_be_written_to_only_costs_time(
        self, second: EmbeddedChat, kept: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("in the way")
        second.kept_prompts = tmp_path / "file"
        second.warm_up(START, TOOLS)
        second.kept_prompts = kept
        assert ask(second, WHY)

    def test_two_threads_at_once_get_the_answers_of_one(
        self, llm: EmbeddedChat, answers: dict[str, Any]
    ) -> None:
        found: dict[str, Any] = {}
        threads = [
            Thread(target=lambda text=text: found.update({text: ask(llm, text)}))
            for text in answers
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == answers

    def test_who_stops_reading_leaves_the_model_free_for_the_next(self, llm: EmbeddedChat) -> None:
        stream = llm.write([{"role": "user", "content": "Tell me a long story."}], None)
        next(stream)
        stream.close()  # type: ignore[attr-defined]
        assert ask(llm, WHY)

    def test_a_message_that_does_not_fit_is_refused_with_what_to_do(
        self, llm: EmbeddedChat
    ) -> None:
        with pytest.raises(SayableError, match="Send it in parts"):
            ask(llm, "👩‍🔧" * 2000)


@pytest.mark.parametrize(
    "content",
    [b"", b"no model", b"GGUF" + bytes(100_000), b"GGUF\x03\x00\x00\x00" + b"\xff" * 1000],
)
def test_a_damaged_file_is_named_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "mine.gguf"
    file.write_bytes(content)
    with pytest.raises(SayableError) as caught:
        EmbeddedChat(path=file).load()
    assert caught.value.key == "llm-not-loaded"
    assert str(file) in str(caught.value)


def test_the_user_reads_which_file_is_damaged(tmp_path: Path, conversations: Conversations) -> None:
    file = tmp_path / "mine.gguf"
    file.write_bytes(b"no model")
    made = Assistant(EmbeddedChat(path=file), conversations, lambda *_: [], str)
    made.load()
    assert not made.ready
    (refused,) = made.turn("ann", "hi", "en")
    assert isinstance(refused, Finished)
    assert "mine.gguf" in refused.answer
