"""The latest answers."""

from tools.recent import Recent


def test_what_was_asked_before_is_told_again():
    recent: Recent[list[int], str] = Recent()
    assert recent.find([1]) is None
    recent.keep([1], "one")
    assert recent.find([1]) == "one"
    assert recent.find([2]) is None


def test_the_oldest_is_forgotten():
    recent: Recent[int, str] = Recent(kept=2)
    for number in range(3):
        recent.keep(number, str(number))
    assert [recent.find(number) for number in range(3)] == [None, "1", "2"]
