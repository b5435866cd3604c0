from datetime import date

import pytest

from knowledge.passage import KnowledgeError
from knowledge.templates.reading import built_in, from_rows, read_file, read_files
from knowledge.templates.record import TONES, Template
from knowledge.templates.slots import Slot, imported, kind_of, pieces_of, slots_of
from tools.person import EVERYONE
from tools.phrases import LANGUAGES, say


def template(text: str = "Dear {customer_name}", **fields: object) -> Template:
    known = {"id": "a", "title": "A", "intent": "a", "language": "en", "warm": text}
    return Template.model_validate(known | fields)


def test_a_text_is_words_and_slots_in_turn():
    assert pieces_of("Order {order_number} of {day: date}.") == (
        "Order ", Slot(name="order_number", kind="number"), " of ", Slot(name="day", kind="date"),
        ".",
    )  # fmt: skip


def test_a_slot_that_stands_twice_is_one_slot():
    assert len(slots_of(pieces_of("{a} and {b} and {a}"))) == 2


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("order_number", "number"),
        ("refund_amount", "amount"),
        ("new_delivery_date", "date"),
        ("available_times", "date"),
        ("agent_name", "name"),
        ("partial_quantity", "count"),
        ("change_details", "text"),
        ("订单号", "number"),
        ("退款金额", "amount"),
    ],
)
def test_the_name_of_a_slot_says_what_belongs_into_it(name, kind):
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("Dear {name", "slot-open", 1, 6),
        ("Dear\n\nyour {order {number}", "slot-open", 3, 6),
        ("Dear name}", "slot-close", 1, 10),
        ("Hi {}", "slot-name", 1, 4),
        ("Hi\n{order number}", "slot-name", 2, 1),
        ("{a: colour}", "slot-kind", 1, 1),
    ],
)
def test_a_malformed_slot_is_a_sentence_with_its_place(text, reason, line, column):
    with pytest.raises(KnowledgeError) as caught:
        pieces_of(text, "a.md")
    assert caught.value.reason == reason
    assert (caught.value.values["line"], caught.value.values["column"]) == (line, column)
    assert "a.md" in str(caught.value)
    for language in LANGUAGES:
        assert "a.md" in say(f"knowledge-{reason}", language, **caught.value.values)


def test_the_placeholders_of_other_programs_become_slots():
    text = "Call {{Customer Support Phone Number}} about {{113542617735902}} or {{Live Chat}."
    assert imported(text) == "Call {customer_support_phone_number} about {number} or {live_chat}."


def test_a_file_with_a_malformed_slot_is_refused_with_the_line_in_the_file(tmp_path):
    file = tmp_path / "a.en.md"
    file.write_text("---\ntitle: A\n---\n\n## Reply\n\nDear {name\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        read_file(file)
    assert (caught.value.values["line"], caught.value.values["column"]) == (7, 6)


def test_a_file_without_a_text_to_send_is_refused(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("## When to use\n\nalways\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="no text to send"):
        read_file(file)


def test_a_header_may_limit_days_and_teams(tmp_path):
    file = tmp_path / "summer.en.md"
    header = "audience: shop, phone\nvalid_from: 2026-06-01\nvalid_until: 2026-08-31"
    file.write_text(f"---\n{header}\n---\n## Reply\nHello.\n", encoding="utf-8")
    (summer,) = read_file(file)
    assert summer.usable(frozenset({"phone"}), date(2026, 8, 31))
    assert not summer.usable(frozenset({"phone"}), date(2026, 9, 1))
    assert not summer.usable(frozenset({"phone"}), date(2026, 5, 31))
    assert not summer.usable(frozenset({EVERYONE}), date(2026, 7, 1))


@pytest.mark.parametrize(
    "header",
    [
        "expires: 2026-06-30\nvisible to: night, desk",
        "失效日期: 2026年6月30日\n可见范围: desk、night",
    ],
)
def test_what_a_header_says_in_other_words_limits_a_template_too(tmp_path, header):
    file = tmp_path / "pay.md"
    file.write_text(f"---\n{header}\n---\n# Pay later\n\n## Reply\n\nHello\n", encoding="utf-8")
    (made,) = read_file(file)
    assert (made.title, made.valid_until) == ("Pay later", date(2026, 6, 30))
    assert set(made.audience) == {"desk", "night"}


def test_the_rows_of_a_table_may_limit_days_and_teams(tmp_path):
    file = tmp_path / "replies.csv"
    file.write_text(
        "reply,audience,valid until\nFor night,night,2026-06-30\nFor all,,\nBad,,30 June\n",
        encoding="utf-8",
    )
    read = read_files([file])
    night, everybody = read.templates
    assert (night.audience, night.valid_until) == (("night",), date(2026, 6, 30))
    assert (everybody.audience, everybody.valid_until) == (("everyone",), None)
    assert [error.reason for error in read.skipped] == ["bad-date"]


def test_rows_of_a_table_become_templates():
    row = {"instruction": "cancel 12", "intent": "cancel", "response": "Order {{Order Number}}."}
    (made,) = from_rows([row, {"response": ""}], "rows.csv")
    assert made.intent == "cancel"
    assert made.cues == ("cancel 12",)
    assert [slot.name for slot in made.slots()] == ["order_number"]


def test_rows_that_do_not_say_what_they_are_for_are_not_all_for_the_same():
    rows = [{"title": "Moon", "reply": "We do."}, {"question": "Mars?", "reply": "We do not."}]
    assert [each.intent for each in from_rows(rows, "rows.csv")] == ["Moon", "Mars?"]


def test_every_built_in_template_stands_in_both_languages_with_the_same_slots():
    found = built_in()
    pairs: dict[str, dict[str, Template]] = {}
    for each in found:
        pairs.setdefault(each.intent, {})[each.language] = each
    assert len(found) >= 52
    assert {each.field for each in found} == {
        "retail", "finance", "healthcare", "manufacturing", "public"
    }  # fmt: skip
    for intent, pair in pairs.items():
        assert set(pair) == set(LANGUAGES), intent
        assert set(pair["en"].slots()) == set(pair["zh"].slots()), intent
        assert len(pair["en"].cues) >= 2, intent


@pytest.mark.parametrize("each", built_in(), ids=lambda each: each.id)
def test_every_built_in_template_has_its_own_words_in_each_tone(each):
    assert len({each.warm, each.formal, each.brief} - {""}) == 3
    assert len(each.brief) < 0.8 * len(each.warm)
    for tone in TONES:
        assert set(each.slots(tone)) <= set(each.slots("warm"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_in_danger_waits_for_a_blank_to_be_filled(language):
    (each,) = (t for t in built_in() if t.id == f"healthcare-emergency-redirect.{language}")
    assert all(each.slots(tone) == () for tone in TONES)


def test_a_tone_that_is_not_written_out_is_the_text_itself():
    assert template("Hello", brief="Hi").said("formal") == "Hello"
    assert template("Hello", brief="Hi").said("brief") == "Hi"
