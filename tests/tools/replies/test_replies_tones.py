import pytest

from tools.replies.tones import only_tone, tone_asked


@pytest.mark.parametrize(
    ("said", "tone"),
    [
        ("Make it more formal, please.", "formal"),
        ("less formal", "warm"),
        ("make it shorter too", "brief"),
        ("that’s too long", None),
        ("it's too long", "brief"),
        ("a bit friendlier", "warm"),
        ("正式一点", "formal"),
        ("换个亲切点的语气", "warm"),
        ("不要太正式", "warm"),
        ("别太长，再短一点", "brief"),
        ("My parcel is broken", None),
        ("your shop is not friendly", None),
        ("where is my short dress", None),
        ("the name is Bo Li and make it formal", None),
        ("make it", None),
        ("讲个笑话", None),
    ],
)
def test_a_message_asks_for_a_tone_if_it_asks_for_nothing_else(said, tone):
    assert only_tone(said) == tone


def test_a_part_of_a_message_may_ask_for_a_tone():
    assert tone_asked("the name is Bo Li and make it formal") == "formal"
    assert tone_asked("I bought a formal dress, it is too short for me") is None
