"""What a change that was tried would gain: by the goal first, then by the end of the plan."""

from tools.reasons.records import Help


def saved(each: Help) -> int:
    """How much lower the goal is with it; negative if it is higher."""
    return each.comparison.before - each.comparison.after


def sooner(each: Help) -> int:
    """How many minutes earlier the plan ends with it."""
    return each.comparison.end_before - each.comparison.end_after


def gains(each: Help) -> bool:
    """Is the plan better with it? An earlier end counts where the goal stays the same."""
    return saved(each) > 0 or (saved(each) == 0 and sooner(each) > 0)
