from dataclasses import replace
from datetime import date

import pytest
from hashing import Hashing
from hypothesis import given, settings
from hypothesis import strategies as st
from runtimes import left, runtime

from knowledge.feedback import Feedback
from knowledge.passage import Passage
from knowledge.templates.reading import built_in
from knowledge.templates.store import Templates
from tools.person import Person
from tools.replies.desk import Desk
from tools.replies.examples import built_in as examples
from tools.replies.intents import OUTSIDE
from tools.search import REPLY_AT, search_knowledge, tell_passages


def passage(
    title: str = "Returns", text: str = "Ask for the receipt.", **fields: object
) -> Passage:
    known = {"id": "0" * 24, "heading": "", "source": f"{title}.md", "kind": "procedure"}
    rest = {"field": "retail", "language": "en", "place": 0, "score": 0.9}
    return Passage.model_validate({"title": title, "text": text} | known | rest | fields)


def test_the_best_passage_is_quoted_and_the_others_are_named():
    told = tell_passages([passage(), passage("Refunds"), passage("Refunds")], "x" * 9999, "en")
    assert "“Returns” [1]" in told
    assert "> Ask for the receipt." in told
    assert told.count("Refunds") == 1
    assert "Refunds [2]" in told


def test_a_source_in_another_language_is_marked_as_such():
    assert "（原文是另一种语言。）" in tell_passages([passage()], "x" * 9999, "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_found_is_said_and_not_possible(language):
    update = left(search_knowledge.func("what is a foil?", runtime("?", language)))
    assert update["possible"] is False
    assert update["passages"] == []
    assert "whyflow index" in update["answer"]


def test_the_tool_leaves_its_sources_in_the_conversation():
    found = [passage()]
    turn = runtime("How do I handle a return?", found=found, whole=found[0].text)
    update = left(search_knowledge.func("return", turn))
    assert update["passages"] == found
    assert "> Ask for the receipt." in update["answer"]


@pytest.fixture
def desk():
    few = [each for each in examples() if each[1] in ("retail-refund-request", OUTSIDE)]
    return Desk(Templates(None, built_in()), Feedback(None), Hashing(), examples=few)


def listed(desk, message, language="en", found=(), teams=()):
    """The sources that the chat cites."""
    turn = runtime(message, language, found=found)
    person = Person("ann", teams=frozenset(teams))
    context = replace(turn.context, desk=desk, person=person)
    update = left(search_knowledge.func(message, replace(turn, context=context)))
    return [each.source for each in update["passages"]]


MANY = [passage(f"Document {number}", score=0.9 - number / 100) for number in range(6)]


@pytest.mark.parametrize(
    ("message", "language"),
    [("I want my money back", "en"), ("我要退款", "zh")],
)
def test_the_reply_to_what_is_asked_stands_among_what_is_found(desk, message, language):
    first, rest = [each.source for each in MANY[:REPLY_AT]], [e.source for e in MANY[REPLY_AT:]]
    reply = f"replies/retail-refund-request.{language}.md"
    assert listed(desk, message, language, MANY) == [*first, reply, *rest]


def test_a_reply_that_was_found_is_not_listed_twice(desk):
    found = passage(
        "Refund", source="replies/retail-refund-request.en.md", kind="reply", score=0.95
    )
    early = listed(desk, "I want my money back", found=[found, *MANY])
    late = listed(
        desk, "I want my money back", found=[*MANY, found.model_copy(update={"score": 0.1})]
    )
    assert early.index(found.source) == 0
    assert late.index(found.source) == REPLY_AT
    assert early.count(found.source) == late.count(found.source) == 1


def test_the_houses_own_reply_takes_the_place_of_ours_for_those_who_may_send_it(desk):
    ours = desk.templates.get("retail-refund-request.en", frozenset({"everyone"}))
    desk.templates.save(ours.model_copy(update={"warm": "Ok.", "audience": ("returns",)}), "Ann")
    mine = listed(desk, "I want my money back", found=MANY, teams=["returns"])
    assert mine[REPLY_AT] == "templates/retail-refund-request.en"
    theirs = listed(desk, "I want my money back", found=MANY, teams=["sales"])
    assert "templates/retail-refund-request.en" not in theirs


def test_no_reply_stands_beside_what_is_unclear_or_past_or_beside_nothing(desk):
    sources = [each.source for each in MANY]
    assert listed(desk, "hm", found=MANY) == sources
    past = "What did the rule say in 2025? I want my money back"
    assert listed(desk, past, found=MANY) == sources
    assert listed(desk, "I want my money back") == []


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_every_line_of_a_document_stays_inside_the_quotation(text):
    told = tell_passages([passage(text=text)], "x" * 9999, "en")
    head, _, quoted = told.partition("\n\n")
    assert "Returns" in head
    assert all(line.startswith(">") for line in quoted.splitlines())


def test_a_long_text_is_cut_with_a_sign():
    told = tell_passages([passage(text="word " * 9999)], "x" * 99999, "en")
    assert len(told) < 3000
    assert told.endswith("…")


def test_a_short_document_is_quoted_whole_and_a_missing_one_leaves_the_passage():
    whole = "# Returns\n\nAsk for the receipt.\n\nThen pay back."
    assert "> Then pay back." in tell_passages([passage()], whole, "en")
    assert "> Ask for the receipt." in tell_passages([passage()], "", "en")


def test_an_old_version_is_never_told_as_if_it_held():
    old = passage(current=False, version="1", valid_until=date(2026, 5, 31))
    turn = runtime("What did the returns rule say in 2025?", found=[old], whole="the new text")
    answer = left(search_knowledge.func("returns", turn))["answer"]
    assert "as it was on Dec 31, 2025" in answer
    assert "until May 31, 2026 and does not apply any more" in answer
    assert "the new text" not in answer


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("How long is the warranty?", "What did the rule say in 2025?"),
        ("保修多久？", "2025年的规定是怎么说的？"),
    ],
)
def test_what_the_rule_said_is_about_what_was_looked_up_before(first, then):
    old = passage(current=False, version="1", valid_until=date(2025, 12, 31))

    def found(asked, *_, on=None, **__):
        return [old if on else passage()] if asked == first else []

    before = left(search_knowledge.func(first, runtime(first, search=found)))
    turn = runtime(then, search=found, looked_up=before["looked_up"])
    assert left(search_knowledge.func(then, turn))["passages"] == [old]
    alone = left(search_knowledge.func(then, runtime(then, search=found)))
    assert alone["possible"] is False
    assert "Which rule" in alone["answer"]


@pytest.mark.parametrize(
    ("language", "texts", "heads"),
    [
        (
            "en",
            ("Goods may be returned within 7 days.", "Goods may be returned within 14 days."),
            ("Two sources do not say the same", "since May 1, 2026", "without a date"),
        ),
        (
            "zh",
            ("商品可在七天内退货。", "商品可在十四天内退货。"),
            ("两份资料说法不一致", "自2026年5月1日起", "未注明日期"),
        ),
    ],
)
def test_sources_that_contradict_each_other_are_both_shown_with_their_dates(language, texts, heads):
    first = passage("Returns", texts[0], language=language, valid_from=date(2026, 5, 1))
    told = tell_passages([first, passage("Old page", texts[1], language=language)], "", language)
    assert all(part in told for part in (*texts, *heads))


def test_sources_that_agree_are_not_called_contradictory():
    texts = "Goods may be returned within 7 days.", "A refund takes 14 days to be paid out."
    told = tell_passages([passage("A", texts[0]), passage("B", texts[1])], "", "en")
    assert "do not say the same" not in told


def test_all_that_contradicts_the_best_passage_is_shown_and_its_sentence_once():
    best = "Goods may be returned within 7 days.\nThe fee for a return is 5 euros."
    others = (
        "Goods may be returned within 14 days.",
        "Goods may be returned within 30 days.\nThe fee for a return is 8 euros.",
    )
    found = [passage(title, text) for title, text in zip("ABC", (best, *others), strict=True)]
    told = tell_passages(found, "", "en").partition("⚠")[2]
    assert "3 sources do not say the same" in told
    assert [told.count(f"{days} days") for days in (7, 14, 30)] == [1, 1, 1]
    assert "8 euros" in told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("商品可在七天内退货。", "商品可在7天内退货。", True),
        ("每次最多退款一千二百元。", "每次最多退款1,200元。", True),
        ("二〇二六年起商品可以退货。", "2026年起商品可以退货。", True),
        ("商品可在十四天内退货。", "商品可在24天内退货。", False),
        ("每次最多退款两百元。", "每次最多退款三百元。", False),
        ("每次最多退款一万元。", "每次最多退款10000元。", True),
    ],
)
def test_numbers_are_compared_by_what_they_are_worth(one, other, same):
    found = [passage("A", one, language="zh"), passage("B", other, language="zh")]
    assert ("说法不一致" not in tell_passages(found, "", "zh")) == same


def test_sources_in_two_languages_that_contradict_each_other_are_both_shown():
    texts = ("商品可在七天内退货。", "zh"), ("Goods may be returned within 14 days.", "en")
    found = [passage(text, text, language=language) for text, language in texts]
    told = tell_passages(found, "", "zh")
    assert "两份资料说法不一致" in told
    assert all(f"“{text}”" in told for text, _ in texts)


def test_other_numbers_in_another_language_are_no_contradiction():
    texts = ("商品可在7天内退货。", "zh"), ("A refund takes 14 days to be paid out.", "en")
    found = [passage(text, text, language=language) for text, language in texts]
    assert "不一致" not in tell_passages(found, "", "zh")
