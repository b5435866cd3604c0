"""How a reply becomes a template on the page, and who may change which."""

import re
from dataclasses import replace
from datetime import date, timedelta

import gradio as gr
import pytest
from replydesk import bare, finished, state, visitor

from agent.audit import as_data
from knowledge.templates.record import EVERYONE, Template
from tools.phrases import LANGUAGES
from tools.replies.making import title_for
from ui.replying.widgets import Open

CARD = "4111 1111 1111 1111"


def kept(keeping, now, text, who, title="", intent="retail-refund-request"):
    """Both clicks, with what was shown left as it is; what was shown."""
    shown, w = keeping.keep(now, text, who), keeping.w
    keeping.save(now, title or shown[w.title], intent, shown[w.blank], shown[w.cue], False, who)
    return shown


def only(backed, audience=EVERYONE):
    (made,) = [each for each in backed.desk.templates.all() if each.audience == (audience,)
               and not each.field]  # fmt: skip
    return made


def test_a_good_reply_is_a_template_after_two_clicks_and_its_twin_is_pointed_out(
    events, keeping, backed
):
    now = finished(events)
    text = now.draft.text.replace("Kind regards", "Best wishes")
    shown = kept(keeping, now, text, visitor(role="manager"), "My refund")
    assert "Reply to a refund request" in shown[keeping.w.near]
    made = backed.desk.templates.get("my-refund", frozenset({EVERYONE}))
    assert "{order_number}" in made.warm
    assert "5531" not in made.warm
    assert "Bo Li" not in made.warm


@pytest.mark.parametrize(
    ("cue", "title"),
    [
        ("Hello. How do I get a card? Is it free? Can we share one?", "How do I get a card?"),
        ("你好，会员卡怎么办，要钱吗？可以共用吗？", "你好，会员卡怎么办"),
        ("I want my money back.", "I want my money back."),
    ],
)
def test_a_template_is_called_by_the_first_thing_that_is_asked(cue, title):
    assert title_for(cue) == title


def test_nothing_of_the_customer_is_kept_and_what_is_kept_is_shown_before(events, keeping, backed):
    message = (
        f"I am Bo Li, refund order 5531 of 3 May 2026, I paid $89 with card {CARD}.\n"
        "Call 415 555 0132 or bo@li.org.\n\nBo Li"
    )
    ticket = "customer: Bo Li\nbranch: Elm Street"
    now = state(events, events.suggest(message, ticket, "warm", "", visitor()))
    text = (
        f"{now.draft.text}\nYour card {CARD}, used on 3 May 2026 in Elm Street, is credited, Bo. "
        "We call 415 555 0132 and write to bo@li.org."
    )
    shown, w = keeping.keep(now, text, visitor()), keeping.w
    keeping.save(now, shown[w.title], "refund", shown[w.blank], shown[w.cue], False, visitor())
    made = only(backed, "person\tann")
    assert (made.warm, made.cues, made.title) == (shown[w.blank], (shown[w.cue],), shown[w.title])
    everything = made.model_dump_json()
    for personal in ("Bo", "Li", "5531", "89", CARD, "3 May", "Elm", "0132", "bo@"):
        assert personal not in everything.replace("Blocked", "")
    assert made.known == ()
    assert "{card_number}" in made.warm


def test_who_keeps_a_quotation_is_told_that_it_stays_as_it_is(events, keeping, backed):
    filled = finished(events)
    assert keeping.keep(filled, filled.draft.text, visitor())[keeping.w.frozen] == ""
    backed.desk, backed.title = bare(), "Refunds <b>"
    asked = "is there a fee of yuan"
    now = state(events, events.suggest(asked, "customer: Bo Li", "warm", "", visitor()))
    shown = keeping.keep(now, now.text, visitor())
    told = shown[keeping.w.frozen]
    assert told.startswith("The sentences quoted from “Refunds")
    assert "<b>" not in told
    own = keeping.keep(now, "Dear Bo Li, there is one.", visitor())
    assert own[keeping.w.frozen] == ""


def test_a_template_with_a_quotation_ends_with_its_document_and_is_for_nobody_else(
    events, keeping, backed
):
    until = date.today() + timedelta(days=9)
    backed.desk, backed.said = bare(), {"valid_until": until, "audience": ("night", "shop")}
    ann = visitor(teams=frozenset({"day", "shop"}))
    asked = "is there a fee of yuan"
    now = state(events, events.suggest(asked, "customer: Bo Li", "warm", "", ann))
    shown = kept(keeping, now, now.text, ann, "Fee")
    assert str(until.day) in shown[keeping.w.frozen]
    assert shown[keeping.w.whose] == "It will be offered to: shop"
    made = only(backed, "shop")
    assert "The fee is 5 yuan." in made.warm
    assert made.valid_until == until
    changed = now.text.replace("The fee is 5 yuan", "It is five yuan")
    kept(keeping, now, changed, ann, "Changed")
    made = backed.desk.templates.get("changed", frozenset({"shop"}))
    assert (made.audience, made.valid_until) == (("shop",), None)


@pytest.mark.parametrize(("status", "intent"), [("recognised", "refund"), ("unclear", "")])
def test_a_quotation_kept_beside_a_guess_is_not_said_to_be_what_was_guessed(
    events, keeping, backed, status, intent
):
    backed.desk = bare()
    now = state(events, events.suggest("is there a fee of yuan", "", "warm", "", visitor()))
    told = now.found.model_copy(update={"status": status})
    draft = now.draft.model_copy(update={"intent": "refund"})
    shown = keeping.keep(replace(now, found=told, draft=draft), "There is one.", visitor())
    assert shown[keeping.w.intent] == intent


def test_a_reply_that_somebody_wrote_without_a_template_can_be_one(events, keeping, backed):
    gone = state(events, events.reject(finished(events), visitor()))
    with pytest.raises(gr.Error, match="Write the reply first"):
        keeping.keep(gone, "  ", visitor())
    text = "Dear Bo Li, the money for order 5531 is on its way."
    kept(keeping, gone, text, visitor(), "On its way", intent="")
    made = only(backed, "person\tann")
    assert made.warm == "Dear {customer_name}, the money for order {order_number} is on its way."
    assert made.intent == "on-its-way"


def test_a_second_template_of_the_same_title_is_another_one(events, keeping, backed):
    now, boss = finished(events), visitor(role="manager")
    kept(keeping, now, "Dear Bo Li, it is done.", boss, "Refund")
    kept(keeping, now, "Dear Bo Li, it is done.", boss, "Refund")  # a click too many
    kept(keeping, now, "Dear Bo Li, not yet.", boss, "Refund")
    mine = {each.id: each.warm for each in backed.desk.templates.all() if each.title == "Refund"}
    assert mine == {
        "refund": "Dear {customer_name}, it is done.",
        "refund-2": "Dear {customer_name}, not yet.",
    }


@pytest.mark.parametrize(
    ("fields", "audience", "told"),
    [
        ({}, ("person\tann",), "you alone"),
        ({"teams": frozenset({"shop"})}, ("shop",), "offered to: shop"),
        ({"role": "manager"}, (EVERYONE,), "everybody"),
    ],
)
def test_what_staff_save_is_their_teams_or_their_own(events, keeping, fields, audience, told):
    now, who = finished(events), visitor(**fields)
    shown = kept(keeping, now, "Dear Bo Li, it is done.", who, "Ours")
    assert told in shown[keeping.w.whose]
    (made,) = [each for each in keeping._templates().all() if each.title == "Ours"]
    assert made.audience == audience


def test_what_somebody_saved_alone_is_offered_to_nobody_else(events, keeping):
    now = finished(events)
    kept(keeping, now, "Dear Bo Li, refund order 5531: it is done.", visitor("Ann"), "Ours")
    for who, offered in (("Ann", True), ("Bob", False)):
        shown = events.suggest(now.message, "", "warm", "", visitor(who))
        titles = [each.draft.title for each in state(events, shown).found.suggestions]
        assert ("Ours" in titles) is offered


def test_the_houses_templates_are_changed_by_managers_only(events, keeping):
    now = finished(events)
    with pytest.raises(gr.Error, match="only managers change it"):
        keeping.change(now, "Hello {customer_name}", False, visitor("Ann"))
    keeping.change(now, "Hello {customer_name}", False, visitor("Max", role="manager"))


def test_staff_change_what_is_their_teams(events, keeping, backed):
    mine = Template(id="t", title="T", intent="i", language="en", warm="Hi", audience=("shop",))
    backed.desk.templates.save(mine.model_copy(update={"version": 0}), "Sam")
    now = finished(events)
    draft = now.draft.model_copy(update={"template": "t", "version": 1, "body": "Hi"})
    shop = visitor("Ann", teams=frozenset({"shop"}))
    keeping.change(now.with_draft(draft), "Hey {customer_name}", False, shop)
    assert backed.desk.templates.get("t", frozenset({"shop"})).warm == "Hey {customer_name}"
    with pytest.raises(gr.Error, match="no reply template"):
        keeping.change(now.with_draft(draft), "Ho", False, visitor("Bob"))


def test_the_second_of_two_editors_is_told(events, keeping):
    now = finished(events)
    keeping.change(now, "Hello {customer_name}", False, visitor("Ann", role="manager"))
    with pytest.raises(gr.Error, match="Ann has saved version 2"):
        keeping.change(now, "Hey {customer_name}", False, visitor("Bob", role="manager"))


def test_a_malformed_slot_is_a_sentence_with_its_place(events, keeping):
    with pytest.raises(gr.Error, match="line 1, character 7"):
        keeping.change(finished(events), "Hello {customer_name", False, visitor(role="manager"))
    with pytest.raises(gr.Error, match="line 1, character 7"):
        keeping.save(Open(), "Mine", "refund", "Hello {customer_name", "", False, visitor())


def test_saved_templates_are_in_the_audit_log_without_a_customers_words(events, keeping, backed):
    now, boss = finished(events), visitor("Max", role="manager")
    kept(keeping, now, now.draft.text, visitor())
    kept(keeping, now, f"{now.draft.text} Bye.", visitor(), intent="")
    keeping.change(now, "Hello {customer_name}", False, boss)
    log = backed.audit.entries()
    assert [(entry.person, entry.event, entry.subject) for entry in log] == [
        ("ann", "template-saved", "retail-refund-request"),
        ("ann", "template-saved", ""),
        ("max", "template-saved", "retail-refund-request"),
    ]
    told = [as_data(entry)["detail"] for entry in log]
    assert [each.get("version") for each in told] == [1, 1, 2]
    words = {"money", "back", "5531", "Bo", "89"}
    assert not words & set(re.findall(r"\w+", str(log)))


def test_what_looks_like_a_customers_is_told_before_it_is_kept(events, keeping, backed):
    now, w, phone = finished(events), keeping.w, "Call Bo Li at 138 0013 8000."
    keeping.keep(now, "Dear Bo Li, it is done.", visitor())
    asked = keeping.save(Open(), "Mine", "refund", phone, "", False, visitor())
    assert "phone number: “Mine Call Bo Li at 138 0013 8000." in asked[w.personal]
    assert asked[w.stays]["visible"]
    assert not [each for each in backed.desk.templates.all() if each.title == "Mine"]
    keeping.save(Open(), "Mine", "refund", phone, "", True, visitor())
    assert [each.warm for each in backed.desk.templates.all() if each.title == "Mine"] == [phone]
    boss = visitor("Max", role="manager")
    assert "phone number" in keeping.change(now, phone, False, boss)[w.personal]
    assert keeping.change(now, phone, True, boss)[w.personal] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_built_in_template_is_without_cues(language, backed):
    mine = [each for each in backed.desk.templates.all() if each.language == language]
    assert all(each.cues for each in mine)
