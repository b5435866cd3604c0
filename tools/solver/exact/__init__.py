"""The exact model of an instance in OR-Tools CP-SAT: proofs, bounds, and plans where it finds
better ones than the search.

    run.py      the goals one after another; `exact` is the entry; `engine.py` is CP-SAT itself
    size.py     which instances it is meant for
    worth.py    what a plan is worth, in plain Python
    clock.py    when resources are open and free; where a task may start, with pauses
    reach.py    how early and how late tasks can be
    model.py    variables: ways, times, staff; `staff.py` and `times.py` make them
    rules.py    what a plan must keep; `room.py` for resources, `setups.py` for machines set up
    windows.py  the same as a question of packing, while no plan is known
    goals.py    what is made small; `moves.py` for changes to the plan before
    cuts.py     inequalities that follow from the rules and make bounds tight
"""

from tools.solver.exact.run import exact
from tools.solver.exact.size import supported
from tools.solver.exact.worth import values_of

__all__ = ["exact", "supported", "values_of"]
