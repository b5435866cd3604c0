"""By how much another plan differs from the one that was asked about."""

from tools.phrases import Language, say
from tools.plan import Move, Problem
from tools.reasons.comparison import Comparison
from tools.telling.values import amount, listing, reading, then


def tell_comparison(
    comparison: Comparison, language: Language, problem: Problem | None = None
) -> str:
    """By how much the other plan differs, and what moves."""
    parts = [tell_end(comparison, language, problem)]
    if comparison.valued and comparison.goal != "makespan":
        parts.append(_tell_value(comparison, language))
    if comparison.valued and not comparison.exact:
        parts.append(_tell_interval(comparison, language))
    parts.append(tell_moves(comparison, language, problem))
    return " ".join(parts)


def tell_end(comparison: Comparison, language: Language, problem: Problem | None) -> str:
    """When the other plan ends."""
    before, after = comparison.end_before, comparison.end_after
    return say(
        "end-same" if before == after else "end-moves",
        language,
        before=reading(before, language, problem),
        after=then(after, language, problem),
    )


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


def tell_moves(comparison: Comparison, language: Language, problem: Problem | None) -> str:
    """What starts at another time, is done by others, left out or done as well."""
    told = [tell_move(move, language, problem) for move in comparison.moves]
    moves = say("moves-some", language, count=len(told), moves=listing(told, language))
    changed = [
        say(key, language, tasks=listing((f"**{name}**" for name in names), language))
        for key, names in (
            ("comparison-dropped", comparison.dropped),
            ("comparison-added", comparison.added),
        )
        if names
    ]
    parts = [*([moves] if told else []), *changed]
    return " ".join(parts) or say("moves-none", language)


def tell_move(move: Move, language: Language, problem: Problem | None) -> str:
    """Where a task was, where it is now, and whether others do it."""
    before, after = (reading(each, language, problem) for each in (move.before, move.after))
    told = move.task
    if move.before != move.after:
        told = say("move", language, task=move.task, before=before, after=after)
    return say("move-others", language, move=told) if move.others else told
