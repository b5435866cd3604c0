"""What differs from the plan before."""

from tools.plan import Problem, Schedule

MOVED = 480
"""What a move weighs, besides its minutes."""


def changes(problem: Problem, schedule: Schedule, before: Schedule) -> dict[str, tuple[int, int]]:
    """Old and new start of every task that moved: what had started and what is left out did not."""
    found = {}
    for old in before.assignments:
        new = schedule.by_task.get(old.task)
        if new is None or problem.task(old.task).started is not None:
            continue
        if (old.start, old.way, dict(old.resources)) != (new.start, new.way, dict(new.resources)):
            found[old.task] = (old.start, new.start)
    return found


def dropped(problem: Problem, schedule: Schedule, before: Schedule) -> list[str]:
    """Tasks that are newly left out."""
    done = {old.task for old in before.assignments}
    return [task.name for task in problem.tasks if task.name in done & {*schedule.left_out}]


def cost(problem: Problem, schedule: Schedule, before: Schedule) -> int:
    minutes = [abs(new - old) for old, new in changes(problem, schedule, before).values()]
    return sum(minutes) + MOVED * (len(minutes) + len(dropped(problem, schedule, before)))


def faults(problem: Problem, schedule: Schedule, before: Schedule | None) -> list[str]:
    """What is wrong with the list of moves."""
    if before is None:
        return ["Moves are listed, but there was no plan before."] if schedule.moved else []
    found: list[str] = []
    true = changes(problem, schedule, before)
    if list(schedule.dropped) != dropped(problem, schedule, before):
        found.append(f"What is left out now is not {schedule.dropped}.")
    if {move.task: (move.before, move.after) for move in schedule.moved} != true:
        found.append(f"What moved is {true}, not {[move.task for move in schedule.moved]}.")
        return found
    if len(schedule.moved) != len(true):
        found.append("A move is listed twice.")
    minutes = [abs(move.after - move.before) for move in schedule.moved]
    if minutes != sorted(minutes, reverse=True):
        found.append("The moves are not listed the largest first.")
    for move in schedule.moved:
        old, new = before.by_task[move.task], schedule.by_task[move.task]
        others = dict(old.resources) != dict(new.resources)
        # Another way with the same people and machines may be told either way.
        if move.others != others and old.way == new.way:
            found.append(f"That others do {move.task} is {others}, not {move.others}.")
    return found
