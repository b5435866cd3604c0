"""Two plans side by side, in numbers. It makes none of them."""

from tools.plan import Goal, Move, Valued


class Comparison(Valued):
    """A plan solved again, beside the plan that was asked about."""

    goal: Goal
    valued: bool = True
    """False if the two values count different work, and say nothing side by side."""
    before: int
    """Value of the goal in the plan asked about."""
    after: int
    least: int
    """The other way costs at least this much more (negative: saves)."""
    most: int
    """And at most this much; equal to `least` if both plans are proved optimal."""
    end_before: int
    end_after: int
    moves: tuple[Move, ...] = ()
    dropped: tuple[str, ...] = ()
    """Tasks that are done in the plan asked about and left out in the other."""
    added: tuple[str, ...] = ()
    """The reverse."""

    @property
    def exact(self) -> bool:
        return self.least == self.most
