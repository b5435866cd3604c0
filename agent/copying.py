"""A grammar that lets a language model write only what stands in a text: its suffix automaton
(Blumer et al. 1985) as GBNF rules. A copied word cannot be invented, misspelt or translated.
Knows nothing of tools."""

import re

PIECE = re.compile(r"[^\W\d_\u3400-\u9fff]+|\s*\d+|\s+|.", re.DOTALL)
"""A run of letters or digits, or one other character: Latin words are copied whole or not at all;
Chinese, which has no spaces, character by character."""
UNWRITABLE = re.compile(r"[|\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Bars and line breaks, because cells and lines end there; control characters and half characters,
which a grammar cannot hold."""


def copy_rules(text: str, name: str = "copy") -> str:
    """GBNF rules: `name` matches any run of pieces of `text` or nothing, `name`-some at least one.

    Args:
        text: what is unwritable in it becomes a space.
    """
    flat = " ".join(UNWRITABLE.sub(" ", text).split())
    states = _automaton(PIECE.findall(flat))
    rules = [f'{name} ::= "" | {name}-some', f"{name}-some ::= {_first(states, name)}"]
    rules += [
        f"{name}-{number} ::= {_alternatives(state, states, name)}"
        for number, state in enumerate(states)
        if number and state
    ]
    return "\n".join(rules)


def literal(text: str) -> str:
    """`text` as a GBNF literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _first(states: list[dict[str, int]], name: str) -> str:
    """A copy may begin at any piece but a space, and may write a capital small. Two may then begin
    with the same word, as in "print labels. Print lists"."""
    starts = [
        (start, target)
        for piece, target in states[0].items()
        if (word := piece.lstrip())
        for start in (word.lower(), word)
    ]
    options = [_step(word, target, states, name) for word, target in dict.fromkeys(starts)]
    return " | ".join(options) or '""'


def _alternatives(state: dict[str, int], states: list[dict[str, int]], name: str) -> str:
    return " | ".join(
        ['""', *(_step(piece, target, states, name) for piece, target in state.items())]
    )


def _step(piece: str, target: int, states: list[dict[str, int]], name: str) -> str:
    return literal(piece) + (f" {name}-{target}" if states[target] else "")


def _automaton(pieces: list[str]) -> list[dict[str, int]]:
    """For each state of the suffix automaton, where each piece leads; state 0 is the start."""
    steps: list[dict[str, int]] = [{}]
    links, lengths, last = [-1], [0], 0
    for piece in pieces:
        new = len(steps)
        steps.append({})
        links.append(0)
        lengths.append(lengths[last] + 1)
        state = last
        while state != -1 and piece not in steps[state]:
            steps[state][piece] = new
            state = links[state]
        if state != -1:
            links[new] = _shared(state, piece, steps, links, lengths)
        last = new
    return steps


def _shared(
    state: int, piece: str, steps: list[dict[str, int]], links: list[int], lengths: list[int]
) -> int:
    """The state that the new one shares its shorter suffixes with, split off if need be."""
    target = steps[state][piece]
    if lengths[state] + 1 == lengths[target]:
        return target
    clone = len(steps)
    steps.append(dict(steps[target]))
    lengths.append(lengths[state] + 1)
    links.append(links[target])
    while state != -1 and steps[state].get(piece) == target:
        steps[state][piece] = clone
        state = links[state]
    links[target] = clone
    return clone
