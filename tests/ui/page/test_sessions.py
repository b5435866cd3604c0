"""Keys of conversations."""

from copy import deepcopy

import pytest

from ui.page.sessions import Spare, key_of, valid


def test_every_visit_gets_a_key_of_its_own():
    first = Spare()
    assert valid(first.key)
    assert deepcopy(first).key != first.key


@pytest.mark.parametrize("session", [None, "", 7, "short", "x" * 44, "../" * 14 + "x", ["x" * 43]])
def test_what_cannot_be_a_key_is_replaced_by_the_spare_one(session):
    spare = Spare()
    assert key_of(session, spare) == spare.key


def test_the_browsers_own_key_is_kept():
    own = Spare().key
    assert key_of(own, Spare()) == own
