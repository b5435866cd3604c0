"""By how much another plan differs from the one that was asked about."""

from collections.abc import Iterator, Sequence

from tools.phrases import Language, say
from tools.plan import Move, Problem
from tools.reasons.comparison import Comparison
from tools.telling.values import amount, cell, listing, reading, sentences, then

NAMED = 3
"""Moves in a sentence; if there are more, a table has all of them."""


def tell_comparison(
    comparison: Comparison,
    language: Language,
    problem: Problem | None = None,
    *,
    beside: bool = False,
) -> str:
    """By how much the other plan differs, and what moves.

    Args:
        beside: with a table of everything that differs, before and after, also of a few moves.
    """
    parts = [tell_end(comparison, language, problem)]
    if _counts(comparison):
        parts.append(_tell_value(comparison, language))
    if comparison.valued and not comparison.exact:
        parts.append(_tell_interval(comparison, language))
    parts.append(_tell_differences(comparison, language, problem))
    rows = list(_whole(comparison, language, problem)) if beside else []
    return _with_table(sentences(parts, language), rows, comparison.moves, language, problem)


def tell_moves(comparison: Comparison, language: Language, problem: Problem | None) -> str:
    """What starts at another time, is done by others, left out or done as well."""
    told = _tell_differences(comparison, language, problem)
    return _with_table(told, [], comparison.moves, language, problem)


def tell_end(comparison: Comparison, language: Language, problem: Problem | None) -> str:
    """When the other plan ends."""
    before, after = comparison.end_before, comparison.end_after
    return say(
        "end-same" if before == after else "end-moves",
        language,
        before=reading(before, language, problem),
        after=then(after, language, problem),
    )


def tell_shifts(
    moves: Sequence[Move],
    language: Language,
    problem: Problem | None,
    most: int,
    key: str = "moved",
) -> list[str]:
    """How many tasks start at another time, and how many are only done by others.

    Args:
        moves: the largest first.
        most: how many of each are named.
        key: `moved`, or `moves` for a plan that is only thought of.
    """
    told = []
    for kind, those in (
        ("some", [each for each in moves if each.shifts]),
        ("others", [each for each in moves if not each.shifts]),
    ):
        if those:
            said = (tell_move(each, language, problem) for each in those)
            names = listing(said, language, most)
            told.append(say(f"{key}-{kind}", language, count=len(those), moves=names))
    return told


def tell_move(move: Move, language: Language, problem: Problem | None) -> str:
    """Where a task was, where it is now, and whether others do it; of one that stays, its name."""
    if not move.shifts:
        return move.task
    before, after = (reading(each, language, problem) for each in (move.before, move.after))
    told = say("move", language, task=move.task, before=before, after=after)
    return say("move-others", language, move=told) if move.others else told


def _counts(comparison: Comparison) -> bool:
    """Does the value of the goal say more than when the plan ends?"""
    return comparison.valued and comparison.goal != "makespan"


def _tell_value(comparison: Comparison, language: Language) -> str:
    change = comparison.after - comparison.before
    key = "value-same" if not change else "value-worse" if change > 0 else "value-better"
    goal = say(f"goal-{comparison.goal}", language)
    after = amount(comparison.goal, comparison.after, language)
    before: int | str = comparison.before
    if comparison.goal in ("makespan", "balance", "cost"):  # others name their unit once
        before = amount(comparison.goal, comparison.before, language)
    return say(key, language, goal=goal, before=before, after=after)


def _tell_interval(comparison: Comparison, language: Language) -> str:
    """Between what the true difference lies, if not both plans are proved optimal."""
    goal = comparison.goal
    least, most = (
        say(
            "difference-less" if each < 0 else "difference-more",
            language,
            amount=amount(goal, abs(each), language),
        )
        for each in (comparison.least, comparison.most)
    )
    return say("at-least", language, goal=say(f"goal-{goal}", language), least=least, most=most)


def _tell_differences(comparison: Comparison, language: Language, problem: Problem | None) -> str:
    moved = tell_shifts(comparison.moves, language, problem, NAMED, "moves")
    changed = [
        say(key, language, tasks=listing((f"**{name}**" for name in names), language))
        for key, names in (
            ("comparison-dropped", comparison.dropped),
            ("comparison-added", comparison.added),
        )
        if names
    ]
    return sentences([*moved, *changed], language) or say("moves-none", language)


def _with_table(
    told: str,
    rows: list[str],
    moves: Sequence[Move],
    language: Language,
    problem: Problem | None,
) -> str:
    """The sentences; below, in a table, what they do not name: all moves if they are many."""
    if rows or len(moves) > NAMED:
        rows = [*rows, *(_moved(each, language, problem) for each in moves)]
        told = "\n".join([told, "", say("compare-columns", language), "|---|---|---|", *rows])
    return told


def _whole(comparison: Comparison, language: Language, problem: Problem | None) -> Iterator[str]:
    """Rows about the whole plan, if anything differs."""
    ends = comparison.end_before, comparison.end_after
    values = (comparison.before, comparison.after) if _counts(comparison) else (0, 0)
    if ends[0] == ends[1] and values[0] == values[1] and not comparison.moves:
        return
    before, after = (reading(each, language, problem) for each in ends)
    yield _row(say("compare-end", language), before, after)
    if _counts(comparison):
        goal = comparison.goal
        before, after = (amount(goal, each, language) for each in values)
        yield _row(say(f"goal-{goal}", language), before, after)


def _moved(move: Move, language: Language, problem: Problem | None) -> str:
    before, after = (reading(each, language, problem) for each in (move.before, move.after))
    after = say("move-others", language, move=after) if move.others else after
    return _row(move.task, before, after)


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(cell, cells))} |"
