"""What a change that was tried would gain: by the goals in their order, then by the end of the
plan."""

from tools.plan import Goal
from tools.reasons.remedies import Help


def saved(each: Help, goal: Goal) -> int:
    """How much lower `goal` is with it; negative if it is higher."""
    found = (one for one in each.comparison.goals if one.goal == goal)
    return next((one.before - one.after for one in found), 0)


def sooner(each: Help) -> int:
    """How many minutes earlier the plan ends with it."""
    return each.comparison.end_before - each.comparison.end_after


def gains(each: Help) -> bool:
    """Is the plan better with it? An earlier end counts where all goals stay the same."""
    return each.comparison.verdict == "better"


def rank(each: Help) -> tuple[int, ...]:
    """Sorts what gains most first."""
    return (*(one.after - one.before for one in each.comparison.goals), -sooner(each))


def proved(each: Help, goal: Goal) -> bool:
    """Is it proved that no plan with it has less of `goal`, among the best in the goals before?"""
    found = (one for one in each.comparison.goals if one.goal == goal)
    return all(one.least is not None and one.least == one.after - one.before for one in found)


def compared_with_the_best(each: Help, goal: Goal) -> bool:
    """The same of the plan without it."""
    found = (one for one in each.comparison.goals if one.goal == goal)
    return all(one.most is not None and one.most == one.after - one.before for one in found)
