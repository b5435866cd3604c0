"""So much in a while and no more."""

from agent.allowance import MOST_KEYS, Allowance


def test_what_was_used_comes_back_after_a_while():
    now = [0.0]
    allowed = Allowance(2, 60, clock=lambda: now[0])
    assert allowed.take("ann") == 0
    now[0] = 10
    assert allowed.take("ann") == 0
    assert allowed.take("ann") == 50
    assert allowed.take("ben") == 0
    now[0] = 60
    assert allowed.take("ann") == 0
    assert allowed.take("ann") == 10


def test_a_large_amount_has_to_be_waited_for():
    now = [0.0]
    tokens = Allowance(100, 60, clock=lambda: now[0])
    tokens.spend("ann", 30)
    now[0] = 20
    tokens.spend("ann", 250)
    assert tokens.wait("ann") == 60
    tokens.forgive("ann")
    assert tokens.wait("ann") == 0


def test_whoever_asks_again_has_not_all_added_up_that_they_used():
    now = [0.0]
    allowed = Allowance(1e6, 60, clock=lambda: now[0])
    for second in range(600):
        now[0] = second / 10
        allowed.spend("ann", 7)
    assert allowed._used["ann"].total == 4200
    now[0] = 60.05
    assert allowed.wait("ann") == 0
    assert allowed._used["ann"].total == 4193
    assert len(allowed._used["ann"].lately) == 599


def test_many_keys_do_not_fill_the_memory():
    allowed = Allowance(1, 60, clock=lambda: 0.0)
    for number in range(MOST_KEYS + 10):
        allowed.spend(str(number))
    assert len(allowed._used) <= MOST_KEYS
