"""What one person may have the language model do in a day."""

import pytest
from langchain_core.messages import AIMessage
from langchain_core.outputs import ChatGeneration, LLMResult

from agent.chats import Chats
from agent.spending import Purse, Spending
from tools.person import SOMEBODY, Person
from tools.phrases import SayableError
from tools.record import PlanError

ANN, BEN = Person("ann"), Person("ben")
USAGE = {"input_tokens": 900, "output_tokens": 200, "total_tokens": 1100}


def said(made, person, key) -> object:
    return list(made.turn(key * 43, "Tell me a joke.", "en", person))[-1]


def test_who_has_spent_all_waits_and_others_go_on(assistant):
    made = assistant(*["A joke."] * 4, purse=Purse(20), chats=Chats(None), routed=False)
    assert said(made, ANN, "a").ok
    refused = said(made, ANN, "a")
    assert not refused.ok
    assert "about 24 hours" in refused.answer
    assert said(made, BEN, "b").ok
    assert said(made, SOMEBODY, "c").ok
    assert said(made, SOMEBODY, "c").ok


def test_nothing_is_kept_of_who_has_no_account(assistant):
    purse = Purse(20)
    made = assistant("A joke.", purse=purse, chats=Chats(None), routed=False)
    assert said(made, SOMEBODY, "c").ok
    assert purse._allowed._used == {}


def test_what_the_model_counts_itself_is_what_counts():
    spending = Spending()
    for message in (AIMessage("A joke.", usage_metadata=USAGE), AIMessage("seven letters" * 7)):
        spending.on_llm_end(LLMResult(generations=[[ChatGeneration(message=message)]]))
    assert spending.tokens == 1100 + 26


def test_every_call_of_the_model_is_counted_also_outside_of_a_conversation(assistant):
    made = assistant(*["Nothing to copy."] * 3, purse=Purse(20))
    with pytest.raises(PlanError):
        made.read("How is the weather?", ANN)
    counted = made.meter.text().decode()
    assert "whyflow_tokens_total 0.0" not in counted
    with pytest.raises(SayableError, match="24 hours"):
        made.read("How is the weather?", ANN)
