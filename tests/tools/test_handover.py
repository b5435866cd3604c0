import pytest

from tools.handover import Handover, tell_handover
from tools.phrases import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_handover_says_to_whom_why_what_and_what_is_open(language):
    handover = Handover(
        reason="no-template",
        summary="Wants a  crane",
        open_questions=("Which size?",),
        suggested_owner="Sales",
    )
    told = tell_handover(handover, language)
    for words in ("Sales", "Wants a crane", "Which size?"):
        assert words in told


def test_a_handover_to_nobody_asks_for_a_colleague():
    assert "choose a colleague" in tell_handover(Handover(reason="risk", summary="?"), "en")
