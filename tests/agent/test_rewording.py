from collections.abc import Generator, Sequence
from threading import Event, Thread
from typing import Any

import pytest
from langchain_core.messages import HumanMessage
from scripted import ScriptedChat

from agent.local import LocalChat, Turn
from agent.queue import CALLER, Caller
from agent.rewording import reword, rewording
from agent.spending import Purse
from agent.steps import Waiting
from knowledge.templates.record import Template
from tools.person import Person
from tools.phrases import SayableError
from tools.replies.drafting import Draft, DraftError, draft_of

ANN = Person("ann")

REFUND = Template(
    id="refund",
    title="Refund",
    intent="refund",
    language="en",
    warm="Thank you for getting in touch.\n\nWe will return $12 for order {order_number}.",
)


def done() -> Draft:
    return draft_of(REFUND, "warm", ()).with_values({"order_number": "5531"})


def test_only_the_courtesies_are_given_to_the_language_model():
    llm = ScriptedChat(script=["Many thanks for contacting us."])
    told = reword(done(), llm)
    assert told.text == ("Many thanks for contacting us.\n\nWe will return $12 for order 5531.")
    assert len(llm.seen) == 1
    assert "5531" not in llm.seen[0][-1].text


@pytest.mark.parametrize(
    "said", ["You get $500.", "We guarantee it.", "", "Dear Mr Miller, thanks."]
)
def test_what_adds_anything_is_not_taken(said):
    assert reword(done(), ScriptedChat(script=[said])).text == done().text


def test_an_open_draft_is_not_reworded():
    with pytest.raises(DraftError):
        reword(draft_of(REFUND, "warm", ()), ScriptedChat(script=[]))


def test_a_value_changed_afterwards_takes_the_rewording_back():
    told = reword(done(), ScriptedChat(script=["Many thanks for contacting us."]))
    again = told.with_values({"order_number": "77"})
    assert again.text == "Thank you for getting in touch.\n\nWe will return $12 for order 77."


class Slow(LocalChat):
    """Writes for one person at a time; the first waits until it is told to go on."""

    going: Any
    began: Any

    @property
    def _llm_type(self) -> str:
        return "slow"

    def load(self) -> None:
        pass

    def write(self, turns: Sequence[Turn], rules: str | None) -> Generator[str]:
        self.began.set()
        self.going.wait(10)
        yield "Many thanks for contacting us."

    def odds(self, turns: Sequence[Turn], one: str, other: str) -> float:
        return 0.0


def test_who_wants_a_rewording_takes_a_turn_and_hears_how_many_come_first():
    llm = Slow(going=Event(), began=Event())

    def other() -> None:
        CALLER.set(Caller("bob"))
        llm.invoke([HumanMessage("hi")])

    first = Thread(target=other)
    first.start()
    assert llm.began.wait(10)
    news = rewording(llm, Purse(), done(), ANN)
    assert next(news) == Waiting(1)
    llm.going.set()
    assert next(news).text.startswith("Many thanks for contacting us.")
    first.join(10)


def test_who_stops_waiting_gives_up_the_turn():
    llm = Slow(going=Event(), began=Event())
    first = Thread(target=lambda: llm.invoke([HumanMessage("hi")]))
    first.start()
    assert llm.began.wait(10)
    news = rewording(llm, Purse(), done(), ANN)
    next(news)
    news.close()
    assert llm.waiting == 0
    llm.going.set()
    first.join(10)


def test_a_rewording_is_paid_for():
    purse = Purse(tokens_per_day=1)
    say = ScriptedChat(script=["Many thanks for contacting us."] * 2)
    assert list(rewording(say, purse, done(), ANN))
    with pytest.raises(SayableError):
        list(rewording(say, purse, done(), ANN))
