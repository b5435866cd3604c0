"""Two plans side by side, in numbers. It makes none of them."""

from typing import Literal

from tools.plan import Goal, Move, Valued

Verdict = Literal["better", "equal", "worse"]


class Difference(Valued):
    """One goal in both plans."""

    goal: Goal
    before: int
    """Value in the plan asked about."""
    after: int
    least: int | None = None
    """The other way costs at least this much more (negative: saves); None if a goal before this
    one is not proved in both plans, so that nothing is known."""
    most: int | None = None
    """And at most this much; equal to `least` if both plans are proved optimal."""

    @property
    def exact(self) -> bool:
        return self.least is not None and self.least == self.most

    @property
    def verdict(self) -> Verdict:
        return _verdict(self.before, self.after)


class Comparison(Valued):
    """A plan solved again, beside the plan that was asked about."""

    goal: Goal
    """The first goal; `then` has the others."""
    valued: bool = True
    """False if the two values count different work, and say nothing side by side."""
    before: int
    """Value of the goal in the plan asked about."""
    after: int
    least: int
    """The other way costs at least this much more (negative: saves)."""
    most: int
    """And at most this much; equal to `least` if both plans are proved optimal."""
    then: tuple[Difference, ...] = ()
    """The goals after the first that both plans have, in their order."""
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

    @property
    def goals(self) -> tuple[Difference, ...]:
        """All goals of both plans, in their order."""
        first = Difference(
            goal=self.goal, before=self.before, after=self.after, least=self.least, most=self.most
        )
        return (first, *self.then)

    @property
    def decisive(self) -> Difference | None:
        """The first goal that differs: what comes later is weighed only among equals."""
        return next((each for each in self.goals if each.before != each.after), None)

    @property
    def verdict(self) -> Verdict:
        """What the other plan is: by the goals in their order, then by its end."""
        if self.decisive is not None:
            return self.decisive.verdict
        return _verdict(self.end_before, self.end_after)


def _verdict(before: int, after: int) -> Verdict:
    return "equal" if before == after else "worse" if after > before else "better"
