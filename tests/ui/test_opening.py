"""The assistant before it is there."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from standin import Scripted

from agent.steps import Finished, Loading
from tools.record import PlanError
from ui.opening import NotReady, Opening


def opened(opening: Opening) -> Opening:
    """Waits until it is known whether there is an assistant."""
    opening._opened.exception(20)
    return opening


def test_a_message_waits_for_the_assistant_and_is_told_so_at_once():
    gate = Event()
    opening = Opening(lambda: gate.wait(20) and Scripted())
    opening.start()
    steps = opening.turn("s", "plan", "en")
    assert next(steps) == Loading()
    gate.set()
    assert isinstance(list(steps)[-1], Finished)


def test_it_is_ready_when_the_assistant_is():
    assistant = Scripted(ready=False)
    opening = Opening(lambda: assistant)
    assert not opening.ready
    opening.start()
    assert not opened(opening).ready
    assert opening.trouble("en") == ""
    assistant.ready = True
    assert opening.ready


def test_who_waits_for_it_gets_it_once_it_is_loaded():
    loading, assistant = Event(), Scripted(ready=False)

    def load() -> None:
        loading.wait()
        assistant.ready = True

    assistant.load = load
    opening = Opening(lambda: assistant)
    opening.start()
    with ThreadPoolExecutor() as others:
        waiting = others.submit(opening.awaited, "en")
        with pytest.raises(NotReady):
            opening.now("en")
        loading.set()
        assert waiting.result() is assistant


def test_who_waits_for_one_that_cannot_be_opened_is_told_why():
    def fail() -> None:
        raise PlanError("no-tasks-read")

    opening = Opening(fail)
    opening.start()
    with pytest.raises(NotReady, match="cannot answer"):
        opening.awaited("en")


def test_an_unexpected_failure_is_logged_once_and_said_with_its_reference(caplog):
    def fail() -> None:
        raise RuntimeError("scripted")

    opening = Opening(fail)
    opening.start()
    trouble = opened(opening).trouble("en")
    assert trouble.rsplit(" ", 1)[-1] in caplog.text
    assert "scripted" not in trouble
    assert len(caplog.records) == 1
    assert not opening.ready
    with pytest.raises(RuntimeError):
        opening.snapshot("s")


def test_a_failure_meant_for_people_is_said_in_their_language():
    def fail() -> None:
        raise PlanError("no-tasks")

    opening = Opening(fail)
    opening.start()
    assert opened(opening).trouble("zh") == PlanError("no-tasks").say("zh")
