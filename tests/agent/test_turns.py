"""Whoever comes to a running turn sees all of it."""

from threading import Thread

from loops import run

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


def test_an_event_loop_sees_every_step_too_as_they_come():
    turn = Turn("hello")
    turn.put(STEPS[0])

    async def watch() -> list[object]:
        seen = []
        async for step in turn.follow():
            seen.append(step)
            if len(seen) == 1:
                Thread(target=lambda: [turn.put(each) for each in STEPS[1:]] and turn.end()).start()
        return seen

    assert run(watch()) == STEPS
    assert run(watch_again(turn)) == STEPS


async def watch_again(turn: Turn) -> list[object]:
    return [step async for step in turn.follow()]


def test_one_whose_event_loop_is_gone_does_not_stop_the_turn():
    turn = Turn("hello")

    async def leave() -> None:
        turn.put(STEPS[0])
        async for _ in turn.follow():
            return  # the generator is not closed before the loop is

    run(leave())
    turn.put(STEPS[1])
    turn.end()
    assert list(turn.steps()) == STEPS[:2]


def test_only_the_latest_turn_of_a_conversation_is_watched():
    turns = Turns()
    first, second = Turn("1"), Turn("2")
    turns.begin("s", first)
    turns.begin("s", second)
    turns.end("s", first)
    assert turns.of("s") is second
    assert turns.of("t") is None
