"""By how much another plan differs from the one that was asked about."""

from collections.abc import Iterator, Sequence

from tools.phrases import Language, say
from tools.plan import Move, Problem
from tools.reasons.comparison import Comparison, Difference
from tools.telling.values import amount, cell, listing, reading, sentences, then

NAMED = 3
"""Moves in a sentence; if there are more, a table has all of them."""


def tell_comparison(
    comparison: Comparison,
    language: Language,
    problem: Problem | None = None,
    *,
    beside: bool = False,
    more: Sequence[str] = (),
) -> str:
    """By how much the other plan differs, and what moves.

    Args:
        beside: with a table of everything that differs, before and after, also of a few moves.
        more: sentences before that table.
    """
    parts = [tell_end(comparison, language, problem), *_tell_values(comparison, language)]
    parts += [_tell_differences(comparison, language, problem), *more]
    rows = list(_whole(comparison, language, problem)) if beside else []
    return _with_table(sentences(parts, language), rows, comparison.moves, language, problem)


def tell_verdict(comparison: Comparison, language: Language) -> list[str]:
    """Whether the other plan is as good, or even better: who asked may want it then."""
    if not comparison.valued or comparison.verdict == "worse":
        return []
    return [say(f"verdict-{comparison.verdict}", language)]


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
        after=then(after, language, problem, "moment-instead"),
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


def _told(comparison: Comparison) -> list[Difference]:
    """The first goal, and of the others those that change or decide among plans that are equal so
    far; nothing of what would be left out, if nothing changes there."""
    found = list[Difference]()
    equal = True
    for each in comparison.goals if comparison.valued else ():
        changes = each.before != each.after
        settled = each.goal == "value" and each.exact and not changes and comparison.then
        if (equal or changes) and not settled:
            found.append(each)
        equal = equal and not changes
    return found


def _tell_values(comparison: Comparison, language: Language) -> Iterator[str]:
    """What is uncertain is said of the first goal that is not proved: of later ones nothing is
    known then."""
    proved = True
    for each in _told(comparison):
        if each.goal != "makespan":  # the end is told already
            yield _tell_value(each, language)
        if proved and not each.exact:
            yield _tell_interval(each, language)
        proved = proved and each.exact


def _tell_value(found: Difference, language: Language) -> str:
    key = {"equal": "value-same", "worse": "value-worse", "better": "value-better"}[found.verdict]
    goal = say(f"goal-{found.goal}", language)
    after = amount(found.goal, found.after, language)
    before: int | str = found.before
    if found.goal in ("makespan", "balance", "cost"):  # others name their unit once
        before = amount(found.goal, found.before, language)
    return say(key, language, goal=goal, before=before, after=after)


def _tell_interval(found: Difference, language: Language) -> str:
    """Between what the true difference lies, if not both plans are proved optimal."""
    least, most = (
        say(
            "difference-less" if each < 0 else "difference-more",
            language,
            amount=amount(found.goal, abs(each), language),
        )
        for each in (found.least or 0, found.most or 0)
    )
    goal = say(f"goal-{found.goal}", language)
    return say("at-least", language, goal=goal, least=least, most=most)


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
    ends, values = (comparison.end_before, comparison.end_after), _told(comparison)
    differs = ends[0] != ends[1] or any(each.before != each.after for each in values)
    if not differs and not comparison.moves:
        return
    before, after = (reading(each, language, problem) for each in ends)
    yield _row(say("compare-end", language), before, after)
    for found in values:
        if found.goal != "makespan":
            goal = found.goal
            before, after = (amount(goal, each, language) for each in (found.before, found.after))
            yield _row(say(f"goal-{goal}", language), before, after)


def _moved(move: Move, language: Language, problem: Problem | None) -> str:
    before, after = (reading(each, language, problem) for each in (move.before, move.after))
    after = say("move-others", language, move=after) if move.others else after
    return _row(move.task, before, after)


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(cell, cells))} |"
