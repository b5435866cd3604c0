"""Contradictions between a text in Chinese and one in English, and their figures."""

import pytest

from knowledge.across import across
from knowledge.chunks import cut_up
from knowledge.disagreement import _sentences
from knowledge.index import built_in
from knowledge.measures import measures


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("七天内", "within 7 days", "time"),
        ("两周", "14 days", "time"),
        ("四十八小时", "2 days", "time"),
        ("3个工作日", "three business days", "working days"),
        ("半年内十八个月", "18 months", "months"),
        ("一万二千元", "12,000 yuan", "CNY"),
        ("￥50", "50 rmb", "CNY"),
        ("百分之五", "5 %", "percent"),
        ("2026年5月1日", "on May 1, 2026", "date"),
        ("5月1号", "on 1 May", "date"),
        ("下午5点", "at 17:00", "clock"),
        ("最多3次", "at most three times", "times"),
        ("2026 年 5 月 1 日", "on 1 May 2026", "date"),
        ("自 5 月 1 号起", "from 1 May", "date"),
        ("下午 5 点", "at 5 pm", "clock"),
        ("限重 20 公斤", "up to 20 kg", "grams"),
        ("三十公里", "30 km", "metres"),
        ("两名访客", "two guests", "people"),
    ],
)
def test_a_figure_is_worth_the_same_in_both_languages(zh, en, kind):
    mine, theirs = ([(m.kind, m.value) for m in measures(text)] for text in (zh, en))
    assert theirs == [each for each in mine if each[0] == kind][-1:]


def test_what_is_no_figure_has_no_unit():
    for text in ("half an hour's", "5 times a day", "2026年", "订单5531", "4点之间", "on page 7"):
        assert [m.kind for m in measures(text)] in ([], ["times"], ["clock"])


@pytest.mark.parametrize(
    ("zh", "en", "apart"),
    [
        ("商品可在7天内退货。", "Goods may be returned within 14 days.", True),
        ("商品可在七天内退货。", "Goods may be returned within a week.", False),
        ("退货的运费为5元。", "The postage of a return is 8 yuan.", True),
        ("退款在3个工作日内支付。", "A refund is paid within five working days.", True),
        ("投诉须在48小时内答复。", "Complaints are answered within 2 days.", False),
        # Other things, other units, or words that nobody knows here.
        ("商品可在7天内退货。", "A refund takes 14 days to be paid out.", False),
        ("退款在3个工作日内支付。", "A refund is paid within 5 days.", False),
        ("会员商品可在30天内退货。", "Goods may be returned within 14 days.", False),
        ("生鲜商品可在1天内退货。", "Frozen lobster may be returned within 14 days.", False),
    ],
)
def test_short_rules_contradict_each_other_only_if_they_speak_of_the_same(zh, en, apart):
    assert bool(across([zh], [en])) == bool(across([en], [zh])) == apart


def test_a_figure_that_differs_between_those_that_agree_is_found_in_any_words():
    en = ["The lobster tank holds 40 people.", "It is drained in 3 weeks.", "That costs 900 euros."]
    zh = ["龙虾池可容纳四十人。", "须在14天内排空。", "花费900欧元。"]
    assert across(en, zh) == [(en[1], zh[1])]
    assert across(en, [zh[0], "须在21天内排空。", zh[2]]) == []
    assert across(en[:2], zh[:2]) == []  # one figure in common is chance


def test_sentences_that_are_each_others_likest_by_meaning_contradict_each_other():
    en = ["A kettle may come back up to 30 days after it was delivered.", "It cools in 2 hours."]
    zh = ["水壶签收后15天内，未用过的可以退货。", "水壶1小时后变凉。"]
    assert across(en[:1], zh) == []

    def alike(ones, others):
        return [[0.6 if en.index(one) == zh.index(other) else 0.1 for other in others]
                for one in ones]  # fmt: skip

    assert across(en[:1], zh, alike) == [(en[0], zh[0])]
    assert across(en[:1], [zh[0].replace("15", "30"), zh[1]], lambda a, b: [[0.6, 0.1]]) == []
    assert across(en[:1], zh, lambda a, b: [[0.2, 0.1]]) == []
    # A sentence that is liker to another one says the same as that.
    assert across(en, zh[:1], lambda a, b: [[0.6], [0.9]]) == [(en[1], zh[0])]


@pytest.fixture(scope="module")
def procedures():
    """Language -> (document without its language, sentences) of each passage."""
    found = {"en": [], "zh": []}
    for each in built_in():
        if each.kind == "procedure":
            name = each.source.replace(f".{each.language}.", ".")
            for piece in cut_up(each).pieces:
                found[each.language].append((name, _sentences(each.text[piece.start : piece.end])))
    return found


def test_no_two_of_the_built_in_procedures_contradict_each_other(procedures):
    alarms = [
        pair for _, en in procedures["en"] for _, zh in procedures["zh"] for pair in across(en, zh)
    ]
    assert alarms == []


def test_most_figures_that_are_changed_in_a_translation_are_found(procedures):
    tried = found = 0
    for name, en in procedures["en"]:
        for _, zh in [each for each in procedures["zh"] if each[0] == name]:
            told = {(m.kind, m.value) for sentence in en for m in measures(sentence)}
            for place, sentence in enumerate(zh):
                for each in measures(sentence):
                    if (each.kind, each.value) in told and sentence[each.start].isdigit():
                        changed = f"{sentence[: each.start]}9{sentence[each.start :]}"
                        other = [*zh[:place], changed, *zh[place + 1 :]]
                        tried += 1
                        found += changed in {but for _, but in across(en, other)}
    assert tried > 100
    assert found / tried > 0.5
