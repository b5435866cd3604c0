import re

import pytest

from knowledge.templates.reading import built_in
from knowledge.templates.record import TONES
from tools.replies.facts import changed_facts, facts_of

SLOT = re.compile(r"\{[^}]*\}")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("I paid $1,200.50 for it", "amount", "$1,200.50"),
        ("请退 100 元给我", "amount", "100 元"),
        ("on 12 May 2026, please", "date", "12 May 2026"),
        ("5月12日到", "date", "5月12日"),
        ("by 2026-05-12.", "date", "2026-05-12"),
        ("order #37777?", "number", "#37777"),
        ("取消A-7781订单", "number", "A-7781"),
        ("my bill 00004587345", "number", "00004587345"),
        ("write to a.b@example.com", "address", "a.b@example.com"),
        ("send 3 photos", "count", "3"),
    ],
)
def test_a_fact_is_found_with_its_words(text, kind, words):
    (fact,) = facts_of(text)
    assert (fact.kind, text[fact.start : fact.end]) == (kind, words)


SAID = (
    "Dear Ms Hu, your refund of $120 for order A-7781 will arrive within 3 working days, by 12 May."
    " We pay the postage. Ann"
)


@pytest.mark.parametrize(
    "told",
    [
        SAID.replace("$120", "$210"),
        SAID.replace("$120", "€120"),
        SAID.replace("A-7781", "A-7718"),
        SAID.replace("3 working days", "2 working days"),
        SAID.replace("3 working days", "3 days"),
        SAID.replace("12 May", "21 May"),
        SAID.replace("12 May", "the middle of May"),
        SAID.replace("Ms Hu", "Mr Hu"),
        SAID.replace("Ann", "Anne-Marie"),
        SAID.replace("will arrive", "may arrive"),
        SAID.replace("will arrive", "will not arrive"),
        SAID.replace("We pay", "You can skip"),
        SAID + " We guarantee it.",
        SAID + " It is free of charge.",
        SAID.replace(" We pay the postage.", ""),
    ],
)
def test_a_fact_that_was_changed_lost_or_added_is_noticed(told):
    assert changed_facts(SAID, told, ["Ms Hu", "Ann"])


@pytest.mark.parametrize(
    "told",
    [
        "退款 120 元将在 5 个工作日内到账。",
        "退款 102 元将在 3 个工作日内到账。",
        "退款 120 元将在 3 天内到账。",
        "退款 120 元会尽量在 3 个工作日内到账。",
        "退款 120 元将在 3 个工作日内到账，运费全免。",
    ],
)
def test_the_same_holds_for_chinese(told):
    assert changed_facts("退款 120 元将在 3 个工作日内到账。", told)


def test_another_courtesy_changes_no_fact():
    assert not changed_facts(
        "Thank you for writing. Order 5531 is late.", "Many thanks. Order 5531 is late."
    )


@pytest.mark.parametrize("each", built_in(), ids=lambda each: each.id)
def test_no_tone_of_a_built_in_template_says_a_figure_that_the_text_does_not(each):
    texts = {tone: SLOT.sub("_", each.said(tone)) for tone in TONES}
    said = {tone: {text[f.start : f.end] for f in facts_of(text)} for tone, text in texts.items()}
    assert said["formal"] | said["brief"] <= said["warm"]
