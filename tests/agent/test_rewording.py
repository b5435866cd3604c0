import pytest
from scripted import ScriptedChat

from agent.rewording import reword
from knowledge.templates.record import Template
from tools.replies.drafting import Draft, DraftError, draft_of

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
