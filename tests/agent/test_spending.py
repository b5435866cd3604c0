"""What one person may have the language model do in a day."""

from langchain_core.messages import AIMessage
from langchain_core.outputs import ChatGeneration, LLMResult

from agent.chats import Chats
from agent.spending import Purse, Spending
from tools.person import SOMEBODY, Person

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


def test_what_the_model_counts_itself_is_what_counts():
    spending = Spending()
    for message in (AIMessage("A joke.", usage_metadata=USAGE), AIMessage("seven letters" * 7)):
        spending.on_llm_end(LLMResult(generations=[[ChatGeneration(message=message)]]))
    assert spending.tokens == 1100 + 26
