"""What a message wants, weighed by letters, words and cues, and by a network."""

import numpy as np
import pytest

from tools.kinds.labels import KINDS, LABELS
from tools.kinds.signs import Signs, signs_of
from tools.kinds.weighing import likely, weighed
from tools.kinds.words import features
from tools.meaning import meaning
from tools.plan import Problem
from tools.question import Question
from ui.eval.kinds.examples import examples, signs_in

PLAN = Problem.read(
    {
        "tasks": [{"name": "welding", "duration": 120}, {"name": "焊接", "duration": 60}],
        "resources": [{"name": "people", "capacity": 5}],
    }
)
GIVEN = [each for each in examples() if each.writer == "dev"]


def test_every_kind_and_every_label_has_its_share():
    found = likely(Signs("why is _ so late?", ("plan", "tasks=1")))
    assert {kind for kind, _ in found} == set(KINDS)
    assert sum(share for _, share in found) == pytest.approx(1)
    assert [share for _, share in found] == sorted((s for _, s in found), reverse=True)
    labels = weighed(signs_of("hello"))
    assert set(labels) == set(LABELS)
    assert sum(labels.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "cues", "kind"),
    [
        ("why does ____ wait until the end?", ["tasks=1", "changes=False"], "why"),
        ("what is our bottleneck?", ["tasks=0", "changes=False"], "helps"),
        ("__和____能不能同时做？", ["tasks=2", "changes=False"], "together"),
        (
            "要是再来两个人呢？",
            ["tasks=0", "change=capacity", "changes=True", "wish=capacity"],
            "what_if",
        ),
    ],
)
def test_plain_questions_are_what_they_say(text, cues, kind):
    assert likely(signs_of(text, ["plan", *cues, "moment=False", "who=False"]))[0][0] == kind


@pytest.mark.parametrize(
    "message",
    ["要是再来两个人呢？", "如果多两个人呢", "what if we had two more people?"],
)
def test_a_wish_that_code_reads_lacks_nothing(message):
    """By its letters alone it may be any “what if ...?”, most of which say no value."""
    assert meaning(PLAN, Question(message)).kind == "what_if"


def test_the_length_of_a_name_and_the_case_of_letters_say_nothing():
    assert features(signs_of("Why is ___ late?")) == features(signs_of("why is _______ LATE?"))


def test_a_message_without_letters_is_weighed_too():
    assert likely(signs_of(""))


def test_a_network_tips_the_scales():
    toward = np.array([5.0 if label == "none" else 0 for label in LABELS], dtype=np.float32)
    found = signs_of("and now?")
    alone, beside = weighed(found), weighed(found, lambda _: toward)
    assert beside["none"] > alone["none"]
    assert sum(beside.values()) == pytest.approx(1)


def test_the_weights_belong_to_these_features():
    """Trained on these questions; weights of other features would know few of them."""
    shares = [(each.label, weighed(signs_in(each))) for each in GIVEN]
    right = sum(max(found, key=found.__getitem__) == label for label, found in shares)
    assert right >= 0.9 * len(GIVEN)


def test_the_network_belongs_to_these_cues(classify):
    some = GIVEN[::8]
    told = [LABELS[int(classify(signs_in(each)).argmax())] for each in some]
    assert sum(map(str.__eq__, told, (each.label for each in some))) >= 0.9 * len(some)


def test_a_message_of_any_length_is_classified(classify):
    for text in ("", "why? " * 20_000, "\u4e3a\u4ec0\u4e48" * 20_000):
        assert np.exp(classify(signs_of(text))).sum() == pytest.approx(1, abs=1e-3)
