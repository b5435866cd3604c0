"""What becomes of a hand-over is in the audit log, and nothing that a customer wrote."""

import pytest

from agent.audit import Audit
from agent.handing import Handing
from tools.handover import Handover
from tools.person import Person
from tools.phrases import SayableError
from tools.replies.handovers import Handovers

ANN = Person("ann", "Ann", teams=frozenset({"shop"}))
BO = Person("bo", "Bo", teams=frozenset({"shop"}))


def test_each_step_is_logged_once_with_who_and_which_and_without_a_word_of_the_customer():
    audit = Audit(None)
    handing = Handing(Handovers(None), audit)
    wants = Handover(reason="risk", summary="Mr Li has chest pain", urgency="now")
    number = handing.give(ANN, wants, "shop", "I have chest pain, Li").number
    handing.take(number, BO)
    with pytest.raises(SayableError):
        handing.take(number, ANN)
    handing.give_back(number, BO)
    handing.take(number, BO)
    handing.finish(number, BO, "Li was called.")
    handing.erase(number, ANN)
    log = [(entry.person, entry.event, entry.subject) for entry in audit.all()]
    assert log == [
        ("ann", "handover-given", "1"),
        ("bo", "handover-taken", "1"),
        ("bo", "handover-returned", "1"),
        ("bo", "handover-taken", "1"),
        ("bo", "handover-closed", "1"),
        ("ann", "handover-erased", "1"),
    ]
    assert not any("Li" in entry.detail or "pain" in entry.detail for entry in audit.all())
