"""The server is killed in mid-answer: the question is still there, and is asked again."""

import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

SERVER = Path(__file__).with_name("killed_server.py")
TALKS = "/api/v1/conversations"
QUESTION = "Good morning, how are you?"


@contextmanager
def running(folder: Path, port: int, how: str):
    """The server's process, which listens; killed as by a power cut at the end."""
    command = [sys.executable, str(SERVER), str(folder), str(port), how]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            assert process.stdout.readline() == "listening\n"
            yield process
        finally:
            process.send_signal(signal.SIGKILL)


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest.mark.browser
def test_a_question_outlives_the_server_that_was_to_answer_it(browser, tmp_path, port):
    from visiting import Visit, expect

    seen, idle = (Visit(browser, f"http://127.0.0.1:{port}") for _ in range(2))
    with running(tmp_path, port, "stuck") as process:
        idle.open()
        idle.box.fill("Something else")
        seen.open()
        seen.ask(QUESTION)
        assert process.stdout.readline() == "in the middle\n"
        expect(seen.page.locator("#halt")).to_be_visible()  # the browser knows its conversation
        seen.box.fill("What I was writing")
        run = seen.page.locator("#anew").get_attribute("data-run")
    with running(tmp_path, port, "quick"), _client(port) as client:
        expect(idle.page.locator("#anew")).to_be_visible()  # the page notices
        idle.shot("en-light-1360-anew", whole=False)
        idle.page.locator("#anew a").click()
        expect(idle.box).to_have_value("Something else")
        # Where an answer was awaited, Gradio loads the page by itself.
        expect(seen.page.locator("#anew")).not_to_have_attribute("data-run", run)
        expect(seen.box).to_have_value("What I was writing")
        expect(seen.page.locator("#chat .user")).to_contain_text(QUESTION)
        expect(seen.page.locator("#chat .bot")).to_contain_text("was not answered")
        (talk,) = client.get(TALKS, params={"q": "morning"}).json()["conversations"]
        question, answer = client.get(f"{TALKS}/{talk['id']}").json()["messages"]
        assert question == {"role": "user", "text": QUESTION}
        assert "was not answered" in answer["text"]
        seen.page.locator("#again").click()
        expect(seen.page.locator("#chat .bot")).to_contain_text("Good morning.")
        expect(seen.page.locator("#chat .user")).to_have_count(1)
    seen.close()
    idle.close()


def _client(port: int) -> httpx.Client:
    return httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=300)
