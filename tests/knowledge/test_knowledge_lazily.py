import re

import pytest

from knowledge import lazily


def test_it_finds_what_any_pattern_finds() -> None:
    later, now = lazily.compile(r"(?P<digit>\d)|x"), re.compile(r"(?P<digit>\d)|x")
    text = "1 and x and 2"
    for _ in range(2):
        assert [match.groupdict() for match in later.finditer(text)] == [
            match.groupdict() for match in now.finditer(text)
        ]
    assert later.sub("", text) == now.sub("", text)
    assert (later.pattern, later.groupindex) == (now.pattern, now.groupindex)


def test_it_is_compiled_when_it_is_first_needed() -> None:
    wrong = lazily.compile("(")
    with pytest.raises(re.error):
        wrong.search("")
