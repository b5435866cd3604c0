"""A language model behind a server: a tiny one that fails in every way, and a real one."""

import json
import logging
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, HumanMessage, SystemMessage

from agent.assistant import Assistant
from agent.llm import build_llm
from agent.settings import Settings
from agent.steps import Finished, Said
from tools.phrases import say

Make = Callable[..., Assistant]
Reply = Callable[[BaseHTTPRequestHandler], None]

TASKS = "Welding takes 2 hours, painting takes 1 hour after welding."
KEY = "sk-very-secret-0123456789"


def events(*deltas: dict[str, Any], end: bool = True) -> Reply:
    """A stream of answers as the protocol has it."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/event-stream")
        request.end_headers()
        for delta in deltas:
            choice = {"index": 0, "delta": delta, "finish_reason": None}
            event = {"id": "1", "object": "chat.completion.chunk", "model": "m", "created": 0}
            request.wfile.write(
                b"data: %s\n\n" % json.dumps(event | {"choices": [choice]}).encode()
            )
            request.wfile.flush()
        if end:
            request.wfile.write(b"data: [DONE]\n\n")

    return reply


def words(*pieces: str) -> Reply:
    return events(*({"role": "assistant", "content": piece} for piece in pieces))


def tool(name: str, arguments: str) -> Reply:
    middle = len(arguments) // 2
    first = {"name": name, "arguments": arguments[:middle]}
    return events(
        {"tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": first}]},
        {"tool_calls": [{"index": 0, "function": {"arguments": arguments[middle:]}}]},
    )


def body(status: int, text: str, kind: str = "application/json") -> Reply:
    def reply(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(text.encode())))
        request.end_headers()
        request.wfile.write(text.encode())

    return reply


class Server:
    """Answers each request with the next reply of its script; the last one stays."""

    def __init__(self, port: int = 0) -> None:
        self.script: list[Reply] = []
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.over = Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                server.requests.append(json.loads(self.rfile.read(length)))
                server.keys.append(self.headers["Authorization"])
                reply = server.script.pop(0) if len(server.script) > 1 else server.script[0]
                reply(self)

            def log_message(self, *_: object) -> None:
                """Nothing on the screen."""

        self._http = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._http.daemon_threads = True
        self.port = self._http.server_port
        self._thread = Thread(target=self._http.serve_forever, args=(0.02,))
        self._thread.start()

    def slow(self, _: BaseHTTPRequestHandler) -> None:
        self.over.wait(30)

    def close(self) -> None:
        self.over.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def llm_at(port: int, **settings: Any) -> BaseChatModel:
    address = f"openai:http://127.0.0.1:{port}/v1#m"
    return build_llm(Settings(llm=address, **settings), _no_weights)


def _no_weights(_: object) -> Path:
    raise AssertionError("a server needs no weights here")


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


def ask(assistant: Assistant, text: str) -> Finished:
    *_, last = assistant.turn("ann", text, "en")
    assert isinstance(last, Finished)
    return last


def check_then_works(assistant: Assistant, failed: Finished, question: str) -> None:
    """The failed turn is kept as question and sentence, and the server's next answer is used."""
    assert not failed.ok
    assert [each.text for each in assistant.snapshot("ann").messages] == [question, failed.answer]
    assert ask(assistant, "hi").answer.startswith("Hello there.")
    assert len(assistant.snapshot("ann").messages) == 4


class TestProtocol:
    def test_own_words_are_streamed(self, server: Server, assistant: Make) -> None:
        server.script = [words("Hel", "lo ", "there.")]
        steps = list(assistant(llm_at(server.port)).turn("ann", "hi", "en"))
        assert [each.text for each in steps if isinstance(each, Said)] == ["Hel", "lo ", "there."]

    def test_a_tool_is_called(self, server: Server, assistant: Make) -> None:
        rows = [{"name": "Welding", "duration": "2 hours"}, {"name": "painting", "duration": "1 h"}]
        server.script = [tool("parse_tasks", json.dumps({"tasks": rows}))]
        made = assistant(llm_at(server.port))
        assert ask(made, TASKS.replace("1 hour", "1 h")).ok
        problem = made.snapshot("ann").problem
        assert problem is not None
        assert [task.duration for task in problem.tasks] == [120, 60]
        assert len(server.requests) == 1

    def test_the_request_names_the_model_the_tools_and_no_sampling(
        self, server: Server, assistant: Make
    ) -> None:
        server.script = [words("Hello.")]
        ask(assistant(llm_at(server.port)), "hi")
        (request,) = server.requests
        assert request["model"] == "m"
        assert request["temperature"] == 0
        assert request["stream"] is True
        assert {each["function"]["name"] for each in request["tools"]} >= {"parse_tasks"}
        assert request["messages"][-1] == {"role": "user", "content": "hi"}
        assert len(request["messages"]) > 2
        assert server.keys == ["Bearer none"]

    def test_no_message_is_without_a_text(self, server: Server, assistant: Make) -> None:
        server.script = [tool("parse_tasks", '{"tasks": 5}'), words("Hello.")]
        ask(assistant(llm_at(server.port)), TASKS)
        for request in server.requests:
            assert all(isinstance(message["content"], str) for message in request["messages"])

    def test_the_key_is_sent_to_the_server_and_to_nobody_else(
        self, server: Server, assistant: Make, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        server.script = [body(401, '{"error": {"message": "bad key"}}'), words("Hello there.")]
        settings = Settings(llm_key=KEY)
        llm = llm_at(server.port, llm_key=KEY)
        made = assistant(llm)
        failed = ask(made, "hello")
        check_then_works(made, failed, "hello")
        assert set(server.keys) == {f"Bearer {KEY}"}
        shown = [repr(settings), str(settings), repr(llm), str(llm), caplog.text, failed.answer]
        assert not any(KEY in each for each in shown)


class TestFailures:
    @pytest.mark.parametrize(
        "failure",
        [
            pytest.param(body(500, "oops", "text/plain"), id="500"),
            pytest.param(body(503, "{}"), id="503"),
            pytest.param(body(400, '{"error": {"message": "bad"}}'), id="400"),
            pytest.param(body(404, "<html>", "text/html"), id="404"),
            pytest.param(body(200, "<html>welcome</html>", "text/html"), id="a page"),
            pytest.param(body(200, "{oops"), id="no JSON"),
            pytest.param(body(200, "data: {oops\n\n", "text/event-stream"), id="no JSON events"),
            pytest.param(body(200, "data: 5\n\n", "text/event-stream"), id="a number"),
            pytest.param(body(200, ""), id="nothing"),
            pytest.param(events(), id="no answer"),
            pytest.param(
                body(200, 'data: {"error": {"message": "full"}}\n\n', "text/event-stream"),
                id="an error among the events",
            ),
        ],
    )
    def test_a_server_that_fails_gets_a_calm_sentence_and_the_next_turn_works(
        self, server: Server, assistant: Make, failure: Reply
    ) -> None:
        server.script = [failure]
        made = assistant(llm_at(server.port))
        failed = ask(made, "hello")
        assert any(
            failed.answer.startswith(say(key, "en", why="", reference="")[:20])
            for key in ("llm-down", "unexpected")
        )
        server.script = [words("Hello there.")]
        check_then_works(made, failed, "hello")

    def test_a_server_that_is_not_there_is_named_as_the_cause(self, assistant: Make) -> None:
        port = free_port()
        made = assistant(llm_at(port))
        failed = ask(made, "hello")
        assert failed.answer.startswith(say("llm-down", "en", why="")[:20])
        assert "ConnectionError" in failed.answer
        server = Server(port)
        server.script = [words("Hello there.")]
        check_then_works(made, failed, "hello")
        server.close()

    def test_the_sentence_is_in_the_language_of_the_message(self, assistant: Make) -> None:
        failed = ask(assistant(llm_at(free_port())), "你好")
        assert failed.answer.startswith("语言模型")

    def test_a_server_that_is_too_slow_is_not_waited_for(
        self, server: Server, assistant: Make
    ) -> None:
        server.script = [server.slow]
        made = assistant(llm_at(server.port, llm_timeout_seconds=0.2))
        failed = ask(made, "hello")
        assert failed.answer.startswith(say("llm-down", "en", why="")[:20])
        server.script = [words("Hello there.")]
        made = assistant(llm_at(server.port))
        check_then_works(made, failed, "hello")

    def test_malformed_arguments_go_back_once_and_then_end_calmly(
        self, server: Server, assistant: Make
    ) -> None:
        server.script = [tool("search_knowledge", '{"question": }')]
        made = assistant(llm_at(server.port))
        failed = ask(made, "hello")
        assert failed == Finished(say("not-understood", "en"), ok=False)
        assert len(server.requests) == 2
        server.script = [words("Hello there.")]
        assert ask(made, "hi").ok

    def test_malformed_arguments_that_are_mended_do_no_harm(
        self, server: Server, assistant: Make
    ) -> None:
        server.script = [
            tool("search_knowledge", "{oops"),
            tool("search_knowledge", '{"question": "x"}'),
        ]
        answer = ask(assistant(llm_at(server.port)), "How do we handle a refund?")
        assert answer.answer.startswith(say("found-nothing", "en"))


@pytest.mark.llm
class TestRealServer:
    """llama-cpp-python's own server. It makes calls of a tool that is asked for; left the choice,
    its chat format writes them as plain text."""

    def test_it_streams_words_and_calls_the_tool_that_is_asked_for(
        self, real_server: str, assistant: Make
    ) -> None:
        llm = build_llm(Settings(llm=f"openai:{real_server}#qwen"), _no_weights)
        start = SystemMessage("You are Whyflow. Be brief.")
        pieces = [chunk.text for chunk in llm.stream([start, HumanMessage("Say hello.")])]
        assert len([piece for piece in pieces if piece]) > 1
        bound = llm.bind_tools([search_knowledge], tool_choice="search_knowledge")
        called = AIMessageChunk("")
        for chunk in bound.stream([start, HumanMessage("How do we handle a damaged parcel?")]):
            assert isinstance(chunk, AIMessageChunk)
            called += chunk
        (call,) = called.tool_calls
        assert call["name"].startswith("search_knowledge")
        assert isinstance(call["args"]["question"], str)

    def test_the_agent_greets_through_it(
        self, real_server: str, assistant: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("agent.view.examples", tuple)  # which it would read for a minute
        llm = build_llm(
            Settings(llm=f"openai:{real_server}#qwen", llm_timeout_seconds=300), _no_weights
        )
        steps = list(assistant(llm).turn("ann", "Hello!", "en"))
        assert len([each for each in steps if isinstance(each, Said)]) > 1
        assert isinstance(steps[-1], Finished)
        assert steps[-1].ok
        assert "damaged parcel" in steps[-1].answer


def search_knowledge(question: str) -> None:
    """Look up a procedure."""


@pytest.fixture(scope="module")
def real_server(gguf: Path) -> Iterator[str]:
    pytest.importorskip("sse_starlette", reason="llama-cpp-python was installed without [server]")
    port = free_port()
    options = {"model": gguf, "model_alias": "qwen", "port": port, "n_ctx": 4096}
    options["n_threads"] = Settings.read().threads
    options["chat_format"] = "chatml-function-calling"
    arguments = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    child = subprocess.Popen(
        [sys.executable, "-m", "llama_cpp.server", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stderr is not None
        # It says on which port it listens once the model is loaded.
        assert any("running on" in line for line in child.stderr)
        drain = Thread(target=child.stderr.read)
        drain.start()
        yield f"http://127.0.0.1:{port}/v1"
        child.terminate()
        drain.join()


def test_a_server_elsewhere_gets_marks_and_people_get_their_words_back(server: Server) -> None:
    remote = llm_at(server.port).model_copy(update={"masked": True})
    asked = [
        SystemMessage("Help."),
        HumanMessage('customer: Ann Lee\ncall 13812345678 or a"b@example.com'),
        AIMessageChunk("", tool_calls=[{"name": "t", "args": {"a": "Ann Lee"}, "id": "call_0"}]),
    ]
    server.script = [
        words("Ask [NA", "ME_1] at", " [PHONE_1]", " [now"),
        tool("parse_tasks", '{"tasks": "call [NAME_1] at [PHONE_1]", "x": ["[PHONE_9]"]}'),
    ]
    pieces = list(remote.stream(asked))
    assert "".join(piece.text for piece in pieces) == "Ask Ann Lee at 13812345678 [now"
    called = remote.invoke(asked)
    assert called.tool_calls[0]["args"] == {
        "tasks": "call Ann Lee at 13812345678",
        "x": ["[PHONE_9]"],
    }
    for request in server.requests:
        sent = json.dumps(request)
        assert "[NAME_1]" in sent
        for data in ("Ann Lee", "13812345678", "example.com"):
            assert data not in sent
