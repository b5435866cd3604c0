"""Those whom no task needs any longer, and of whom only an assumption said how many there are."""

from tools.plan import Problem


def without_idle(problem: Problem) -> Problem:
    """`problem` without them."""
    held = {name for task in problem.tasks for way in task.ways for name in way.demands}
    unsure = {each.resource for each in problem.assumed if each.field == "capacity"}
    idle = {each.name for each in problem.resources if each.name in unsure - held}
    idle = {name for name in idle if not problem.resource[name].skills}
    return problem.model_copy(
        update={
            "resources": tuple(e for e in problem.resources if e.name not in idle),
            "assumed": tuple(e for e in problem.assumed if e.resource not in idle),
        }
    )
