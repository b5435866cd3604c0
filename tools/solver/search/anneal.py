"""Compiled: simulated annealing, the search for goals that add up over tasks."""

from typing import Any

import numpy as np

from tools.solver.instance import NEVER
from tools.solver.search.compiled import compiled
from tools.solver.search.lists import place_of
from tools.solver.search.tries import change, tried, undo
from tools.solver.search.values import better


@compiled
def anneal(
    P: Any,
    S: Any,
    aim: Any,
    now: Any,
    genes: Any,
    best: Any,
    best_genes: Any,
    marks: Any,
    kinds: Any,
    reach: int,
    heat: float,
    fine: int,
    count: int,
    seed: int,
) -> float:
    """`count` small changes of the list `now`, each kept if it is no worse, or by chance the less
    worse the likelier (Kirkpatrick et al. 1983).

    Args:
        best, best_genes: the best solution so far, replaced when a better one is found.
        marks: two rows of `tried`: of `now`, of `best`.
        heat: what is lost in the first goal with a chance of 1/e; 0 takes nothing worse.
        fine: how much of the first goal a broken minute counts as.

    Returns:
        How much a change that made it worse made it worse, on average; 0 if none did.
    """
    np.random.seed(seed)
    place = np.empty(len(now), np.int64)
    place_of(now, place)
    new = np.empty(marks.shape[1], np.int64)
    worse, lost = 0, 0.0
    for _ in range(count):
        kind, i, old = change(P, now, place, genes, reach, kinds)
        if kind == 0 and place[i] == old:
            continue
        tried(P, S, aim, now, genes, new)
        if new[0] >= NEVER:
            undo(now, place, genes, kind, i, old)
            continue
        loss = float(new[1] - marks[0, 1]) + float(fine) * (new[0] - marks[0, 0])
        if loss > 0:
            worse += 1
            lost += loss
        keeps = loss < 0 or (loss == 0 and not better(marks[0], new))
        if keeps or (heat > 0 and np.random.random() < np.exp(-loss / heat)):
            marks[0, :] = new
            if better(new, marks[1]):
                marks[1, :] = new
                best[:] = now
                best_genes[:] = genes
        else:
            undo(now, place, genes, kind, i, old)
    return lost / max(1, worse)
