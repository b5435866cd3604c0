"""Conversations on disk: what comes back, what is thrown away, what stays inert."""

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage, HumanMessage
from langgraph.graph.state import CompiledStateGraph
from scripted import ScriptedChat, call

from agent.agent import build_agent
from agent.assistant import Assistant
from agent.chats import Chats
from agent.conversations import STEPS, Conversations, config
from knowledge.database import open_database
from knowledge.passage import KnowledgeError
from tools.person import SOMEBODY
from tools.plan import Problem

Make = Callable[..., Assistant]
PROBLEM = Problem.read({"tasks": [{"name": "weld", "duration": 5, "demands": {}}]})


@pytest.fixture
def graph(conversations: Conversations) -> CompiledStateGraph:
    return build_agent(ScriptedChat(script=[]), conversations)


def say(graph: CompiledStateGraph, session: str, text: str, **values: object) -> None:
    messages = [HumanMessage(text), AIMessage("Hello.")]
    graph.update_state(config(session), {"messages": messages, **values}, as_node="model")


def texts(graph: CompiledStateGraph, session: str) -> list[str]:
    return [each.text for each in graph.get_state(config(session)).values.get("messages", [])]


def rows(conversations: Conversations, table: str) -> int:
    with conversations.cursor() as cursor:
        found = cursor.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(found[0])


def test_a_record_comes_back_as_it_was(graph: CompiledStateGraph) -> None:
    say(graph, "ann", "hi", problem=PROBLEM)
    assert graph.get_state(config("ann")).values["problem"] == PROBLEM


def test_many_turns_leave_one_row(assistant: Make, conversations: Conversations) -> None:
    tasks = [{"name": "weld", "duration": "2 hours"}]
    calls = [call("explain_decision", kind="why", tasks="weld") for _ in range(15)]
    made = assistant(call("parse_tasks", tasks=tasks), *calls)
    list(made.turn("ann", "weld 2 hours", "en"))
    with conversations.cursor(transaction=False) as cursor:
        cursor.execute("PRAGMA synchronous = OFF")
    for _ in range(15):
        list(made.turn("ann", "why weld?", "en"))
        made.replan("ann", PROBLEM)
    assert rows(conversations, "checkpoints") == 1
    assert rows(conversations, "writes") == 0
    assert len(made.snapshot("ann").messages) == 32


def test_a_turn_adds_to_the_file_only_what_was_said(
    assistant: Make, conversations: Conversations, tmp_path: Path
) -> None:
    made = assistant(*["Hello."] * 60)
    sizes = []
    for _ in range(3):
        for _ in range(20):
            list(made.turn("ann", "hi", "en"))
        with conversations.cursor(transaction=False) as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sizes.append((tmp_path / "conversations.sqlite").stat().st_size)
    # Answer, question and their envelopes; freed pages are used again.
    assert sizes[2] - sizes[0] < 40 * 2500


def written(tmp_path: Path) -> int:
    """Bytes that were written into the files of the folder since this was asked last."""
    logs = list(tmp_path.glob("*.sqlite-wal"))
    size = sum(log.stat().st_size for log in logs)
    for log in logs:
        with closing(sqlite3.connect(str(log).removesuffix("-wal"))) as opened:
            opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return size


def test_a_turn_reads_and_writes_no_more_for_what_was_said_before(
    assistant: Make, tmp_path: Path
) -> None:
    chats = Chats(tmp_path / "chats.sqlite")
    made = assistant(*["Hello. " * 30] * 60, chats=chats)
    costs = []
    for number in range(60):
        written(tmp_path)
        list(made.turn("ann", f"hi there {'very ' * 40}number {number}", "en"))
        costs.append(written(tmp_path))
    assert max(costs[50:]) <= max(costs[5:15]) + 4 * 4200  # some pages of SQLite
    assert len(made._values("ann")["messages"]) == 2
    assert len(made.snapshot("ann").messages) == 120
    chats.close()


def test_a_conversation_from_before_turns_were_put_by_goes_on(
    assistant: Make, graph: CompiledStateGraph
) -> None:
    say(graph, "ann", "one")
    say(graph, "ann", "two")
    made = assistant("Third.")
    assert [each.text for each in made.snapshot("ann").messages][::2] == ["one", "two"]
    list(made.turn("ann", "three", "en"))
    assert [each.text for each in made.snapshot("ann").messages][::2] == ["one", "two", "three"]
    assert texts(graph, "ann")[:1] == ["three"]
    assert [made.take_back("ann") for _ in range(4)] == ["three", "two", "one", ""]
    assert made.snapshot("ann").messages == ()


def test_what_was_put_by_before_the_process_ended_is_not_there_twice(
    assistant: Make, conversations: Conversations
) -> None:
    made = assistant(call("search_knowledge", question="refund"), "Hello.")
    list(made.turn("ann", "how do we refund?", "en"))
    before = made.snapshot("ann")
    conversations.put_by("ann", made._values("ann")["messages"])
    assert made.snapshot("ann") == before
    list(made.turn("ann", "hi", "en"))
    assert made.snapshot("ann").messages[:2] == before.messages  # with the steps of its tools
    assert len(made.snapshot("ann").messages) == 4


def test_of_a_conversation_that_is_deleted_nothing_stays(
    assistant: Make, conversations: Conversations
) -> None:
    made = assistant("Hello.", "Hello.", "Hello.")
    for session in ("ann", "ann", "bob"):
        list(made.turn(session, "hi", "en"))
    made.forget("ann", SOMEBODY)
    assert rows(conversations, "said") == 0
    assert rows(conversations, "checkpoints") == 1
    assert made.snapshot("ann").messages == ()


def test_a_file_of_a_newer_whyflow_is_refused(tmp_path: Path) -> None:
    open_database(tmp_path / "conversations.sqlite", (*STEPS, "CREATE TABLE more (x);")).close()
    with pytest.raises(KnowledgeError, match="newer"):
        Conversations(tmp_path / "conversations.sqlite")


def test_forgetting_the_past_of_one_conversation_leaves_the_others(
    graph: CompiledStateGraph, conversations: Conversations
) -> None:
    for session in ("ann", "bob"):
        say(graph, session, "one")
        say(graph, session, "two")
    conversations.forget_past("ann")
    assert rows(conversations, "checkpoints") == 3
    assert texts(graph, "ann") == texts(graph, "bob") == ["one", "Hello.", "two", "Hello."]


def test_going_back_to_a_mark_undoes_what_came_after_it(
    graph: CompiledStateGraph, conversations: Conversations
) -> None:
    say(graph, "ann", "one")
    say(graph, "bob", "one")
    mark = conversations.latest("ann")
    say(graph, "ann", "two", problem=PROBLEM)
    say(graph, "bob", "two")
    conversations.forget_since("ann", mark)
    assert graph.get_state(config("ann")).values.get("problem") is None
    assert texts(graph, "ann") == ["one", "Hello."]
    assert texts(graph, "bob") == ["one", "Hello.", "two", "Hello."]


def test_going_back_to_before_the_first_message_leaves_nothing(
    graph: CompiledStateGraph, conversations: Conversations
) -> None:
    mark = conversations.latest("ann")
    assert mark == ""
    say(graph, "ann", "one")
    conversations.forget_since("ann", mark)
    assert texts(graph, "ann") == []


def test_only_the_owner_can_look_into_the_folder(tmp_path: Path) -> None:
    Conversations(tmp_path / "data" / "conversations.sqlite").close()
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_conversations_without_a_file_stay_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Conversations(None).close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "conversations.sqlite"
    file.write_text("my diary, which is a little longer than a header")
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        Conversations(file)
    assert file.read_text().startswith("my diary")
