"""Long answers show their beginning; nothing of them is lost."""

from ui.page.folding import SHOWN, parted

LIST = [f"{n}. step {n}" for n in range(1, 14)]


def test_a_short_answer_is_shown_whole():
    text = "Because:\n\n" + "\n".join(LIST[: SHOWN + 1])
    assert parted(text) == (text, "")


def test_the_end_of_a_long_list_folds_out_with_its_numbers():
    shown, folded = parted("\n".join(["Because:", "", *LIST, "", "That is all."]))
    assert shown.split("\n") == ["Because:", "", *LIST[:SHOWN], "", "That is all."]
    assert folded.split("\n") == LIST[SHOWN:]


def test_the_end_of_a_long_table_has_its_heading_again():
    rows = ["| Task | Start |", "|---|---|", *(f"| t{n} | {n} h |" for n in range(11))]
    shown, folded = parted("\n".join(rows))
    assert shown.split("\n") == rows[: 2 + SHOWN]
    assert folded.split("\n") == [*rows[:2], *rows[2 + SHOWN :]]
