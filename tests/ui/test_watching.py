"""Ids of requests, log lines and metrics, over the real site."""

import json
import logging
from collections.abc import Iterator
from contextvars import copy_context
from types import SimpleNamespace

import gradio as gr
import pytest
from fastapi.testclient import TestClient
from standin import Scripted
from starlette.responses import PlainTextResponse

from agent.meter import Meter
from agent.reference import CURRENT, HEADER
from tools.phrases import SayableError
from ui.edge import guarded, report
from ui.server import build_server
from ui.watching import JsonLines, TextLines, Watched


async def echo(scope, receive, send):
    """Says the id under which it is asked."""
    await PlainTextResponse(CURRENT.get())(scope, receive, send)


@pytest.mark.parametrize("given", ["from-the-proxy-42", ""])
def test_an_answer_bears_the_id_under_which_it_was_made(given):
    client = TestClient(Watched(echo, Meter()))
    answer = client.get("/", headers={"x-request-id": given} if given else {})
    assert answer.headers["x-request-id"] == answer.text
    assert answer.text == given or not given
    assert CURRENT.get() == ""


@pytest.mark.parametrize("strange", ["x", "a b c d", "{}" * 40, "line\nbreak"])
def test_a_strange_id_is_not_taken_over(strange):
    client = TestClient(Watched(echo, Meter()))
    answer = client.get("/", headers={b"x-request-id": strange.encode()})
    assert answer.text not in ("", strange)


def test_the_reference_of_an_error_is_the_id_of_its_request(caplog):
    async def broken(scope, receive, send):
        await PlainTextResponse(report(RuntimeError("broken")))(scope, receive, send)

    answer = TestClient(Watched(broken, Meter())).get("/")
    assert answer.text == answer.headers["x-request-id"]
    assert answer.text in caplog.text


def test_a_log_line_has_the_id_and_no_personal_data():
    record = logging.LogRecord("whyflow", logging.WARNING, "", 1, "from ann@example.com", (), None)
    token = CURRENT.set("abcd1234")
    line = json.loads(JsonLines().format(record))
    text = TextLines().format(record)
    CURRENT.reset(token)
    assert line["request"] == "abcd1234"
    assert line["level"] == "warning"
    assert "[abcd1234]" in text
    assert "ann@example.com" not in text + line["message"]
    assert "request" not in json.loads(JsonLines().format(record))


def test_requests_are_counted_by_kind_and_not_by_path():
    client = TestClient(build_server(Scripted), base_url="http://127.0.0.1")
    client.get("/healthz")
    client.get("/nothing/secret-name")
    lines = client.get("/metrics").text.splitlines()
    assert 'whyflow_requests_total{route="/healthz",status="200"} 1.0' in lines
    assert 'whyflow_requests_total{route="other",status="404"} 1.0' in lines
    assert "secret-name" not in "".join(lines)


def test_what_goes_wrong_on_the_page_is_told_with_the_id_of_its_request(caplog):
    request = SimpleNamespace(headers={HEADER: "click-4242"}, query_params={})

    def once(*_: object) -> None:
        raise RuntimeError("broken")

    def often(*_: object) -> Iterator[int]:
        yield 1
        raise RuntimeError("broken")

    guard = guarded("en")
    for event in (lambda: guard(once)(None, request), lambda: list(guard(often)(None, request))):
        with pytest.raises(gr.Error, match="click-4242"):
            copy_context().run(event)
    assert caplog.text.count("click-4242") == 2


def test_an_event_that_nobody_watches_any_more_is_closed():
    closed = []

    def often() -> Iterator[int]:
        try:
            yield from range(10)
        finally:
            closed.append(True)

    watching = copy_context().run(guarded("en")(often))
    assert next(watching) == 0
    watching.close()
    assert closed == [True]


def test_a_toast_takes_nothing_that_somebody_said_for_markup():
    def refused(*_: object) -> None:
        raise SayableError("chat-team", team="<img src=x onerror=alert(1)>")

    with pytest.raises(gr.Error, match="&lt;img src=x") as caught:
        guarded("en")(refused)()
    assert "<img" not in caught.value.message
