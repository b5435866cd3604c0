"""Hand-overs on the reply page, as different people see them, without a browser."""

from typing import Any

import gradio as gr
import pytest
from replydesk import bare, finished, state, visitor

from agent.handing import Handing
from tools.replies.handovers import Handovers
from ui.accounts.visit import person_of
from ui.opening import NotReady
from ui.replying.handed import Handed, recipients
from ui.replying.widgets import Open

SHOP = {"teams": frozenset({"shop"})}
ANN, BO, EVE = visitor("Ann", **SHOP), visitor("Bo", **SHOP), visitor("Eve")
MAY, ROOT = visitor("May", role="manager"), visitor("Root", role="admin")
ASKED = "tell me a joke <b>please</b>"


@pytest.fixture
def open_case(events, backed) -> Open:
    """A customer to whom nothing can be said."""
    backed.desk = bare()
    backed.find = lambda *_, **__: []
    return state(events, events.suggest(ASKED, "order: 5531", "warm", "", ANN))


@pytest.fixture
def given(handed, open_case) -> int:
    return handed.give(open_case, "shop", ANN)[handed.l.listed].value


def seen(handed: Handed, who: Any, stage: str = "open") -> list[int]:
    return [number for _, number in handed.look(stage, None, who)[handed.l.listed].choices]


def test_a_customer_is_handed_over_with_one_click_and_stands_in_the_list(handed, events, open_case):
    assert events.suggest(ASKED, "", "warm", "", ANN)[handed.w.handing].visible is True
    shown = handed.give(open_case, "shop", ANN)
    assert shown[handed.w.hand].interactive is False
    assert shown[handed.l.room].label == "Handed over (1 open)"
    card = shown[handed.l.card]
    assert "tell me a joke &lt;b&gt;please&lt;/b&gt;" in card
    assert "<b>please" not in card
    assert "order: 5531" in card
    assert "Handed over by Ann" in card


def test_the_owner_of_the_procedure_or_the_own_team_is_offered_first(open_case, backed):
    handover, person = open_case.found.handover, person_of(ANN)
    box = recipients(handover, backed.handovers, person, "en")
    assert (box.value, [value for _, value in box.choices]) == ("shop", ["shop", "everyone"])
    owned = handover.model_copy(update={"suggested_owner": "Billing"})
    assert recipients(owned, backed.handovers, person, "en").value == "Billing"


def test_where_people_are_known_only_they_are_offered_and_taken(open_case, backed, handed):
    backed.handovers = Handing(Handovers(None), backed.audit, lambda: ["shop", "Ann", "Bo"])
    owned = open_case.found.handover.model_copy(update={"suggested_owner": "Billing"})
    assert recipients(owned, backed.handovers, person_of(ANN), "en").value == "shop"
    with pytest.raises(gr.Error, match=r"called “Billing”\. .* to everyone, or to: shop, Ann, Bo"):
        handed.give(open_case, "Billing", ANN)
    with pytest.raises(gr.Error, match="Say to whom"):
        handed.give(open_case, " ", ANN)
    assert seen(handed, MAY) == []
    handed.give(open_case, "bo", ANN)
    assert len(seen(handed, BO)) == 1


def test_only_whom_it_concerns_sees_it(handed, given):
    for who in (ANN, BO, MAY, ROOT):
        assert seen(handed, who) == [given]
    shown = handed.look("open", given, EVE)
    assert shown[handed.l.listed].choices == []
    assert shown[handed.l.room].label == "Handed over"
    assert "joke" not in str(shown)
    for do in (handed.choose, handed.take, handed.answer, handed.back):
        with pytest.raises(gr.Error, match="no hand-over"):
            do(given, EVE)


def test_it_is_taken_answered_and_closed_with_a_note(handed, given):
    w = handed.l
    assert handed.choose(given, BO)[w.take].visible is True
    shown = handed.take(given, BO)
    assert [shown[w.stage].value, shown[w.listed].value] == ["taken", given]
    assert [shown[each].visible for each in (w.take, w.back, w.note, w.finish)] == [
        *(False, True, True, True),
    ]
    assert handed.choose(given, ANN)[w.finish].visible is False
    desk = handed.answer(given, BO)
    assert (desk[handed.w.message], desk[handed.w.ticket]) == (ASKED, "order: 5531")
    with pytest.raises(gr.Error, match="what became of it"):
        handed.finish(given, " ", BO)
    done = handed.finish(given, "Told one.", BO)
    assert done[w.stage].value == "done"
    assert "What became of it: Told one." in done[w.card]
    assert [each.visible for each in (done[w.take], done[w.note], done[w.erase])] == [False] * 3


def test_of_two_who_click_one_is_told_who_was_quicker(handed, given):
    handed.take(given, BO)
    with pytest.raises(gr.Error, match="Bo has taken hand-over 1 already"):
        handed.take(given, ANN)
    assert handed.back(given, MAY)[handed.l.stage].value == "open"
    assert seen(handed, ANN) == [given]


def test_whoever_gave_it_and_managers_erase_it_after_a_second_click(handed, given):
    w = handed.l
    assert handed.choose(given, BO)[w.erase].visible is False
    assert handed.choose(given, MAY)[w.erase].visible is True
    with pytest.raises(gr.Error, match="Only a manager"):
        handed.erase(given, "open", BO)
    assert handed.doubt()[w.sure].visible is True
    assert handed.erase(given, "open", ANN)[w.listed].choices == []


def test_each_click_is_in_the_audit_log(handed, backed, given):
    handed.take(given, BO)
    handed.finish(given, "Told one.", BO)
    assert [(entry.person, entry.event) for entry in backed.audit.all()] == [
        ("ann", "handover-given"),
        ("bo", "handover-taken"),
        ("bo", "handover-closed"),
    ]


def test_who_finds_that_no_reply_fits_hands_the_customer_over(handed, events):
    now = state(events, events.reject(finished(events), ANN))
    shown = handed.give(now, "shop", ANN)
    assert "I want my money back" in shown[handed.l.card]


def test_nothing_is_handed_over_before_there_is_a_customer(handed):
    with pytest.raises(gr.Error, match="no reply here yet"):
        handed.give(Open(), "shop", ANN)


def test_a_list_that_is_looked_at_while_whyflow_starts_shows_no_error(handed):
    class Starting:
        def now(self, language: str) -> None:
            raise NotReady("not-ready-yet")

    assert Handed(Starting(), "en", handed.w).look("open", None, ANN) == gr.skip()
