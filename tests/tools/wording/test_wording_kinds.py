"""The kinds of questions, weighed by letters and words."""

import pytest

from tools.wording.kinds import KINDS, features, likely, ranked
from ui.eval.recognition import FOLDER
from ui.eval.training import example, rows


def test_every_kind_has_its_share():
    found = likely("why is _ so late?", ["tasks=1"])
    assert {kind for kind, _ in found} == set(KINDS)
    assert sum(share for _, share in found) == pytest.approx(1)
    assert [share for _, share in found] == sorted((s for _, s in found), reverse=True)


@pytest.mark.parametrize(
    ("text", "cues", "kind"),
    [
        ("why is ____ so late?", ["tasks=1", "changes=False"], "why"),
        ("what is our bottleneck?", ["tasks=0", "changes=False"], "helps"),
        ("__和____能不能同时做？", ["tasks=2", "changes=False"], "together"),
        ("要是再来两个人呢？", ["tasks=0", "change=capacity", "changes=True"], "what_if"),
    ],
)
def test_plain_questions_are_what_they_say(text, cues, kind):
    assert likely(text, [*cues, "moment=False", "who=False"])[0][0] == kind


def test_the_length_of_a_name_and_the_case_of_letters_say_nothing():
    assert features("Why is ___ late?", []) == features("why is _______ LATE?", [])


def test_a_message_without_letters_is_weighed_too():
    assert likely("", [])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_weights_belong_to_these_features(language):
    """Trained on these questions; weights of other features would know few of them."""
    known = [example(row) for row in rows(FOLDER / f"dev.{language}.jsonl")]
    right = sum(best(found) == kind for found, kind in known)
    assert right >= 0.9 * len(known)


def best(found: list[tuple[int, float]]) -> str:
    return ranked(found)[0][0]
