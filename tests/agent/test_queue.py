"""Turns at a language model that writes for one at a time."""

from collections.abc import Callable, Iterator, Sequence
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any

import pytest
from langchain_core.messages import HumanMessage
from pydantic import PrivateAttr

from agent.assistant import Assistant
from agent.local import LocalChat, Turn
from agent.queue import CALLER, Caller, FairQueue, Stopped
from agent.steps import Finished, Step, Thinking, Waiting
from tools.person import Person
from tools.phrases import say


class Crowd:
    """People at a queue, one thread each; each keeps its turn until it is told to go."""

    def __init__(self) -> None:
        self.queue = FairQueue()
        self.began: SimpleQueue[str] = SimpleQueue()
        self.told: SimpleQueue[tuple[str, int]] = SimpleQueue()
        self.going: dict[str, Event] = {}
        self.threads: list[Thread] = []

    def come(self, name: str, who: str | None = None) -> None:
        """`who` joins the queue under a ticket called `name`, and is in it when this returns."""
        self.going[name] = Event()
        drawn = self.queue._drawn
        thread = Thread(target=self._stand, args=(name, who or name))
        self.threads.append(thread)
        thread.start()
        while self.queue._drawn == drawn:
            pass

    def _stand(self, name: str, who: str) -> None:
        caller = Caller(who, lambda before: self.told.put((name, before)))
        with self.queue.turn(caller):
            self.began.put(name)
            self.going[name].wait(10)

    def all_served(self) -> list[str]:
        """The order in which they get their turn."""
        order = []
        for _ in self.threads:
            name = self.began.get(timeout=60)
            order.append(name)
            self.going[name].set()
        for thread in self.threads:
            thread.join(10)
        return order


@pytest.fixture
def crowd() -> Crowd:
    return Crowd()


def test_who_comes_first_is_served_first(crowd: Crowd) -> None:
    for name in ("ann", "bob", "eve"):
        crowd.come(name)
    assert crowd.all_served() == ["ann", "bob", "eve"]


def test_many_messages_of_one_person_do_not_keep_the_others_waiting(crowd: Crowd) -> None:
    for number in range(4):
        crowd.come(f"ann {number}", "ann")
    crowd.come("bob")
    crowd.come("eve")
    assert crowd.all_served() == ["ann 0", "bob", "eve", "ann 1", "ann 2", "ann 3"]


def test_everybody_who_waits_hears_how_many_are_before_them(crowd: Crowd) -> None:
    for name in ("ann", "bob", "eve"):
        crowd.come(name)
        while name != "ann" and crowd.told.get(timeout=60)[0] != name:
            pass
    crowd.going["ann"].set()
    seen = {crowd.told.get(timeout=60), crowd.told.get(timeout=60)}
    assert seen == {("bob", 0), ("eve", 1)}
    crowd.all_served()


def test_who_presses_stop_leaves_and_the_next_moves_up(crowd: Crowd) -> None:
    crowd.come("ann")
    crowd.began.get(timeout=60)
    gone = Event()
    failed: SimpleQueue[Exception] = SimpleQueue()

    def bob() -> None:
        try:
            with crowd.queue.turn(Caller("bob", stopped=gone.is_set)):
                pass
        except Stopped as stopped:
            failed.put(stopped)

    waiting = Thread(target=bob)
    waiting.start()
    gone.set()
    assert isinstance(failed.get(timeout=60), Stopped)
    waiting.join(10)
    crowd.going["ann"].set()
    crowd.threads[0].join(10)
    with crowd.queue.turn(Caller("eve")):
        assert not crowd.queue._waiting


def test_a_turn_that_fails_is_over() -> None:
    queue = FairQueue()
    with pytest.raises(ZeroDivisionError), queue.turn(Caller("ann")):
        raise ZeroDivisionError
    with queue.turn(Caller("ann")):
        pass


class Slow(LocalChat):
    """Writes piece by piece, each when it is let."""

    _let: SimpleQueue[str | None] = PrivateAttr(default_factory=SimpleQueue)
    _asked: SimpleQueue[str] = PrivateAttr(default_factory=SimpleQueue)

    @property
    def _llm_type(self) -> str:
        return "slow"

    def load(self) -> None:
        """Nothing to load."""

    def write(self, turns: Sequence[Turn], rules: str | None) -> Iterator[str]:  # type: ignore[override]
        self._asked.put(turns[-1]["content"])
        while (piece := self._let.get(timeout=60)) is not None:
            yield piece

    def odds(self, turns: Sequence[Turn], one: str, other: str) -> float:
        return 0.0


def steps(
    assistant: Assistant, session: str, text: str, person: Person
) -> tuple[SimpleQueue[Step], Thread]:
    """A turn in a thread of its own, and what it tells."""
    told: SimpleQueue[Step] = SimpleQueue()

    def run() -> None:
        for step in assistant.turn(session, text, "en", person):
            told.put(step)

    thread = Thread(target=run)
    thread.start()
    return told, thread


ANN, BOB = Person("ann"), Person("bob")
FIRST, SECOND = "a" * 43, "b" * 43


def test_two_users_share_a_model_and_the_second_sees_their_place(
    assistant: Callable[..., Assistant],
) -> None:
    llm = Slow()
    made = assistant(llm)
    made.load()
    first, one = steps(made, FIRST, "hello", ANN)
    assert llm._asked.get(timeout=60) == "hello"
    second, two = steps(made, SECOND, "good morning", BOB)
    assert isinstance(second.get(timeout=60), Thinking)
    assert second.get(timeout=60) == Waiting(1)
    for piece in ("answer\n", "Hi.", None, "answer\n", "Hi.", None):
        llm._let.put(piece)
    assert second.get(timeout=60) == Thinking()
    for thread in (one, two):
        thread.join(10)
    while not isinstance(ended := first.get(timeout=60), Finished):
        pass
    assert ended.ok


def test_stop_ends_a_turn_while_the_model_writes(assistant: Callable[..., Assistant]) -> None:
    llm = Slow()
    made = assistant(llm)
    made.load()
    told, thread = steps(made, FIRST, "hello", ANN)
    llm._asked.get(timeout=60)
    made.stop(FIRST)
    llm._let.put("answer\n")
    thread.join(10)
    while not isinstance(ended := told.get(timeout=60), Finished):
        pass
    assert ended == Finished(say("turn-stopped", "en"), ok=False)
    assert [each.text for each in made.snapshot(FIRST).messages] == ["hello", ended.answer]


def test_nobody_known_calls_without_waiting() -> None:
    llm = Slow()
    for piece in ("Hi.", None):
        llm._let.put(piece)
    assert CALLER.get().name == ""
    answer: Any = llm.invoke([HumanMessage("hello")])
    assert answer.text == "Hi."
