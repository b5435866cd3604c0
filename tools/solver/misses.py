"""When deadlines cannot all be kept: the plan that breaks them least, and what a plan breaks."""

from tools.contradictions.edits import only, replaced
from tools.contradictions.statements import needed
from tools.plan import Miss, Problem, Schedule
from tools.solver.progress import Watch
from tools.solver.run import Run


def least_misses(problem: Problem, watch: Watch, known: Schedule | None = None) -> tuple[Miss, ...]:
    """The deadlines missed in a plan of what must be done with the fewest minutes missed in all, as
    far as there is time; empty if none is missed or no plan was found.

    Args:
        known: a plan that says how what has started is done.
    """
    must = only(problem, needed(problem))
    tasks = (replaced(task, deadline=None, due=task.deadline, priority=1) for task in must.tasks)
    without = replaced(must, tasks=tuple(tasks))
    plan = Run(without, "tardiness", watch, hint=known).schedule()
    return missed(problem, plan)


def missed(problem: Problem, plan: Schedule) -> tuple[Miss, ...]:
    """The deadlines that a plan misses, but for those of what has ended. Where it keeps all rules
    they are those of what runs already, which goes on all the same."""
    return tuple(
        Miss(task=task.name, deadline=task.deadline, end=plan.by_task[task.name].end)
        for task in problem.tasks
        if task.deadline is not None
        and task.ended is None
        and task.name in plan.by_task
        and plan.by_task[task.name].end > task.deadline
    )
