"""The letters that replies are measured with: their files, and how they are counted."""

import pytest

from knowledge.request import parts
from tools.replies.answering import Answer, Cited
from ui.eval.replies.sentences import FOLDER, documents
from ui.eval.replies.sentences.letters import Wanted, letters, outcome

FILES = sorted(FOLDER.glob("*/letters/*.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_questions_stand_in_their_letter_and_answers_in_the_documents(file):
    house = file.stem.partition(".")[0]
    held = " ".join(each.text for each in documents(file.parents[1] / f"{house}.txt"))
    held = " ".join(held.replace("*", "").split())
    for letter, asked in letters(file):
        assert asked
        for each in asked:
            assert each.words in letter
            assert parts(each.words)
            assert all(" ".join(right.split()) in held for right in each.right), each


SAID = Answer(
    sentences=(
        Cited(text="We pay the postage.", number=1, asked="Who pays?"),
        Cited(text="It is 5 yuan.", number=1, asked="How much is it?"),
    ),
    passages=(),
    unanswered=("Are dogs allowed?",),
)


@pytest.mark.parametrize(
    ("words", "right", "counted"),
    [
        ("Who pays?", "pay the postage", ["questions", "answered", "right first"]),
        ("Who pays?", "It is 5 yuan", ["questions", "answered"]),
        ("Are dogs allowed?", "Dogs stay outside", ["questions"]),
        ("Are dogs allowed?", "", ["nothing answers", "nothing answers: refused"]),
        ("How much is it?", "", ["nothing answers", "nothing answers: quoted"]),
        ("Told with another?", "pay the postage", ["questions", "answered", "right first"]),
    ],
)
def test_a_question_counts_by_what_is_told_to_it(words, right, counted):
    assert list(outcome(Wanted(words, (right,) if right else ()), SAID)) == counted


def test_without_an_answer_all_is_refused():
    assert list(outcome(Wanted("Who pays?", ()), None))[-1] == "nothing answers: refused"
