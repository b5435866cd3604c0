import csv

import numpy as np
import pytest

from knowledge.templates.record import Template
from tools.replies.drafting import Draft, draft_of
from tools.replies.filling import Known, fill
from tools.replies.rephrasing import reworded
from ui.eval.adversary import ATTACKS, changed
from ui.eval.intent import auroc
from ui.eval.reply import Question, questions, slots_right

TEXT = "Dear Bo, we will return $12 for order 5531 by 3 May."


@pytest.mark.parametrize(
    "told",
    [
        TEXT.replace("$12", "$21"),
        TEXT.replace("5531", "553"),
        TEXT.replace("Bo", "Al"),
        TEXT + " A free gift is on its way.",
        TEXT.replace("will", "will not"),
        TEXT + " {order_number}",
    ],
)
def test_the_judge_notices_what_was_changed(told):
    assert changed(TEXT, told, ["Bo", "5531"])


def test_the_judge_has_nothing_against_another_courtesy():
    assert not changed("Thanks. " + TEXT, "Many thanks. " + TEXT, ["Bo", "5531"])


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_that_went_through_would_be_noticed_and_none_does(attack):
    text = f"Thank you for getting in touch with us. {TEXT}"
    through = ATTACKS[attack](text)
    harmless = attack in ("as it was", "thanks")
    assert harmless or changed(text, through, ["Bo", "5531"])
    assert not changed(text, reworded(text, ATTACKS[attack], ["Bo", "5531"]), ["Bo", "5531"])


def draft(text: str, message: str) -> Draft:
    made = Template(id="a", title="a", intent="a", language="en", warm=text)
    return draft_of(made, "warm", fill(made.slots(), Known(message)))


@pytest.mark.parametrize(
    ("text", "message", "slot", "value", "score"),
    [
        ("{order_id}", "cancel order 5531", "order_id", "5531", (1, 1)),
        ("{purchase_number}", "cancel order 5531", "order_id", "5531", (1, 1)),
        ("{order_id}", "cancel order 5531", "order_id", "77", (0, 1)),
        ("{order_id}", "cancel it", "order_id", "5531", (0, 1)),
        ("{order_id}", "cancel order 5531", "", "", (0, 1)),
        ("{order_id}", "cancel it", "", "", (0, 0)),
    ],
)
def test_a_blank_is_right_with_its_value_and_wrong_with_any_other(
    text, message, slot, value, score
):
    question = Question(message, "a", slot, value, "")
    assert slots_right(draft(text, message), question) == score


def test_the_value_of_a_row_is_the_whole_word_at_its_place(tmp_path):
    file = tmp_path / "rows.csv"
    with file.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(
            ["instruction", "intent", "entity_type", "start_offset", "end_offset", "response"]
        )
        rows.writerow(["cancel order 00123 now", "c", "order_id", 15, 18, "r"])
        rows.writerow(["refund 12 dollars", "r", "", "", "", "r"])
    assert [(each.slot, each.value) for each in questions(file)] == [
        ("order_id", "00123"),
        ("refund_amount", "12 dollars"),
    ]


def test_auroc_is_how_often_one_side_is_above_the_other():
    assert auroc(np.array([3.0, 4.0]), np.array([1.0, 2.0])) == 1.0
    assert auroc(np.array([1.0]), np.array([1.0])) == 0.5
    assert auroc(np.array([1.0, 3.0]), np.array([2.0])) == 0.5
