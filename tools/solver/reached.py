"""What a plan reaches of each goal, and what is proved of that."""

from collections.abc import Sequence

from tools.plan import Reached
from tools.solver.bounds import bound
from tools.solver.exact import values_of
from tools.solver.found import Found
from tools.solver.goals import Aim
from tools.solver.instance import Instance


def reached(
    instance: Instance, best: Found, aim: Aim, bounds: Sequence[int | None]
) -> list[Reached]:
    """All goals. One with moves added to it is told without them: what no plan is below in the sum
    of both, no plan that moves no more than this one is below in the goal, once its moves are taken
    off.

    Args:
        bounds: by goal, with the moves added.
    """
    values, least = [*best.values], [*bounds]
    if aim.stability:
        at, code = aim.weighed, aim.codes[aim.weighed]
        alone = values_of(instance, [code], 0, *best[:4])[0]
        always = bound(instance, code) or 0
        least[at] = max(always, (least[at] or 0) - values[at] + alone)
        values[at] = alone
    return [
        Reached(goal=goal, value=value, bound=limit)
        for goal, value, limit in zip(aim.goals, values, least, strict=False)
    ]
