"""The domain: what is to be done, with what, and when. It knows no solver, no language model, no
files.

`Problem` is what a person asks for, `Schedule` is an answer to it. Both are immutable, checked at
birth and go to JSON and back unchanged. Times are whole minutes from the start of the plan.

    task.py       Task, and the ways in which it can be done and linked to others
    resource.py   Resource: people, equipment, stock; absences, skills, setups
    calendar.py   Calendar: working hours on the wall clock
    problem.py    Problem: all of these, and the goals
    checks.py     contradictions that need no solver
    conflict.py   Conflict: why there is no plan, and what would help
    schedule.py   Schedule: assignments, values and bounds; money.py: costs in JSON
    before.py     does a plan from elsewhere belong to a problem
    changes.py    Change: what could be different, and a problem in which it is
    origins.py    what is remembered of where values are from
    rewrites.py   those of the tasks themselves: names, needs, waits, limits
"""

from tools.plan.calendar import DAYS, Calendar, Hours, Stretch
from tools.plan.checks import MAX_TASKS
from tools.plan.conflict import Conflict, NewDeadline, Repair, Statement
from tools.plan.money import Valued
from tools.plan.problem import Assumption, Problem
from tools.plan.resource import PEOPLE, Absence, Resource, Setup
from tools.plan.schedule import Assignment, Goal, Miss, Move, Reached, Schedule, Status
from tools.plan.task import MAX_MINUTES, MAX_PRIORITY, Link, Task, Way

__all__ = [
    "DAYS",
    "MAX_MINUTES",
    "MAX_PRIORITY",
    "MAX_TASKS",
    "PEOPLE",
    "Absence",
    "Assignment",
    "Assumption",
    "Calendar",
    "Conflict",
    "Goal",
    "Hours",
    "Link",
    "Miss",
    "Move",
    "NewDeadline",
    "Problem",
    "Reached",
    "Repair",
    "Resource",
    "Schedule",
    "Setup",
    "Statement",
    "Status",
    "Stretch",
    "Task",
    "Valued",
    "Way",
]
