"""Whoever comes to a running turn sees all of it."""

from threading import Thread

from agent.steps import Finished, Said, Thinking
from agent.turns import Turn, Turns

STEPS = [Thinking(), Said("a"), Said("b"), Finished("ab")]


def test_one_who_comes_late_sees_every_step_and_the_end():
    turns = Turns()
    turn = Turn("hello")
    turns.begin("s", turn)
    turn.put(STEPS[0])
    turn.put(STEPS[1])
    seen: list[list[object]] = []
    watching = [Thread(target=lambda: seen.append(list(turns.of("s").steps()))) for _ in range(3)]
    for each in watching:
        each.start()
    for step in STEPS[2:]:
        turn.put(step)
    for each in watching:
        each.join(0.01)
    turns.end("s", turn)
    for each in watching:
        each.join(10)
    assert seen == [STEPS] * 3
    assert turns.of("s") is None
    assert list(turn.steps()) == STEPS


def test_only_the_latest_turn_of_a_conversation_is_watched():
    turns = Turns()
    first, second = Turn("1"), Turn("2")
    turns.begin("s", first)
    turns.begin("s", second)
    turns.end("s", first)
    assert turns.of("s") is second
    assert turns.of("t") is None
